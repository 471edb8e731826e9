/* The nearest of some words by edit distance (Levenshtein), ASCII case ignored.  Words of which
 * little would stay are not near. */
#include "cli/options/hint.h"

#include <stdint.h>
#include <string.h>

#include "core/ascii.h"

#define WORD_MAX     32
#define DISTANCE_MAX 3

static size_t smallest(size_t a, size_t b, size_t c)
{
	size_t least = a < b ? a : b;

	return least < c ? least : c;
}

static char lower(char c)
{
	return tx_is_upper(c) ? (char)(c + ('a' - 'A')) : c;
}

/* Edits that make one word of another. */
static size_t edit_distance(const char *a, const char *b)
{
	size_t row[WORD_MAX + 1], rows = strlen(a), columns = strlen(b);

	if (rows > WORD_MAX || columns > WORD_MAX)
		return SIZE_MAX;
	for (size_t j = 0; j <= columns; j++)
		row[j] = j;
	for (size_t i = 1; i <= rows; i++) {
		size_t diagonal = row[0];
		row[0] = i;
		for (size_t j = 1; j <= columns; j++) {
			size_t above = row[j];
			size_t change = lower(a[i - 1]) != lower(b[j - 1]);
			row[j] = smallest(above + 1, row[j - 1] + 1, diagonal + change);
			diagonal = above;
		}
	}
	return row[columns];
}

void hint_try(struct hint *hint, const char *candidate)
{
	size_t len = strlen(candidate), distance = edit_distance(hint->word, candidate);
	size_t most = len / 2 < DISTANCE_MAX ? len / 2 : DISTANCE_MAX;

	if (distance > most || (hint->best != NULL && distance >= hint->distance))
		return;
	hint->best = candidate;
	hint->distance = distance;
}

const char *hint_value(option_values *values, const char *word)
{
	struct hint hint = {.word = word};
	const char *name, *meaning;

	for (size_t i = 0; values(i, &name, &meaning); i++)
		hint_try(&hint, name);
	return hint.best;
}
