/* The table of agency styles: list.def names them, sorted by code. */
#include "agency/profile.h"

#define PROFILE(name) extern const struct tx_profile tx_profile_##name;
#include "core/scan.h"
#include "agency/list.def"
#undef PROFILE

#define PROFILE(name) &tx_profile_##name,
const struct tx_profile *const tx_profiles[] = {
#include "agency/list.def"
	NULL};
#undef PROFILE

size_t tx_profile_count(void)
{
	return TX_COUNT(tx_profiles) - 1;
}

const struct tx_profile *tx_profile_find(telex_slice code)
{
	for (const struct tx_profile *const *p = tx_profiles; *p != NULL; p++) {
		if (tx_slice_eq_nocase(code, tx_slice_of((*p)->code)))
			return *p;
	}
	return NULL;
}

unsigned tx_profile_urgency(const struct tx_profile *profile, telex_slice priority)
{
	const struct tx_priority *entry = profile == NULL ? NULL : profile->priorities;

	for (; entry != NULL && entry->code != NULL; entry++) {
		if (tx_slice_is(priority, entry->code))
			return entry->urgency;
	}
	return 0;
}
