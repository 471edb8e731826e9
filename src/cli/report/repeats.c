/* Two errors are alike when their status and message are; positions differ. */
#include "cli/report/repeats.h"

#include <string.h>

bool repeats_is_alike(const struct repeats *repeats, const telex_error *error)
{
	return repeats->said > 0 && repeats->error.status == error->status &&
	       strcmp(repeats->error.message, error->message) == 0;
}

bool repeats_hold(struct repeats *repeats, const telex_error *error)
{
	if (!repeats_is_alike(repeats, error)) {
		*repeats = (struct repeats){.error = *error, .said = 1};
		return false;
	}
	if (repeats->said < REPEATS_SAID) {
		repeats->said++;
		return false;
	}
	if (repeats->held++ == 0)
		repeats->error = *error;
	return true;
}

uint64_t repeats_take(struct repeats *repeats, telex_error *ret_error)
{
	uint64_t held = repeats->held;

	*ret_error = repeats->error;
	repeats->said = repeats->held = 0;
	return held;
}
