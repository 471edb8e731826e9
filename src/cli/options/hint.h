/* Spelling suggestions. */
#ifndef TELEX_CLI_HINT_H
#define TELEX_CLI_HINT_H

#include <stddef.h>

#include "cli/options/option_values.h"

/** Keeps the best of the words that it is shown; start it with the misspelled one, the rest 0. */
struct hint {
	const char *word;
	const char *best; /* NULL: nothing is near */
	size_t distance;
};

/** Is `candidate` nearer than what was shown before? */
void hint_try(struct hint *hint, const char *candidate);

/** The entry of the list that `word` is nearest to, NULL when none is near. */
const char *hint_value(option_values *values, const char *word);

#endif
