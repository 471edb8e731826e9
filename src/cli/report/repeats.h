/* Errors of a source that come again and again: the first ones are reported, the others are counted
 * and reported once. */
#ifndef TELEX_CLI_REPEATS_H
#define TELEX_CLI_REPEATS_H

#include <stdbool.h>

#include "core/slice.h"

#define REPEATS_SAID 10 /* equal errors in a row that are reported one by one */

/** All zero at the start of a source. */
struct repeats {
	telex_error error; /* the last one, but for its position: the first one that is held */
	uint64_t said;     /* errors like it, in a row */
	uint64_t held;     /* those of them that are only counted */
};

/** Whether an error is like those before it; with other words, or when a record came
 * between them, it does not. */
bool repeats_is_alike(const struct repeats *repeats, const telex_error *error);

/** Note an error.  True: it is like so many before it that it is only counted, and not to be
 * reported now. */
bool repeats_hold(struct repeats *repeats, const telex_error *error);

/** What is held: the error with the position of the first one, and how many they are; 0: none is.
 * The next error is reported again. */
uint64_t repeats_take(struct repeats *repeats, telex_error *ret_error);

#endif
