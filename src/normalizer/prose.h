/* A piece of the source as the record shows it: white space folded, control characters gone, words
 * counted. */
#ifndef TX_NORMALIZER_PROSE_H
#define TX_NORMALIZER_PROSE_H

#include <stdbool.h>
#include <stdint.h>

#include "core/arena.h"
#include "core/slice.h"

struct tx_prose {
	telex_slice text;  /* the source itself where nothing had to change, else in the arena */
	uint32_t words;    /* separated by blanks */
	bool had_controls; /* control characters were left out */
	bool failed;       /* memory is short */
	bool open_hyphen;  /* as asked */
};

/** Fold: every run of blanks, line ends, NEL, U+00A0 and U+2028/9 is one blank, none at the ends.
 * DEL and most control characters count as blanks (a teletype rubs a character out with DEL); NUL,
 * SO, SI and C1 vanish.  A word hyphenated over a line end ("hispano-" "francesa") stays one word,
 * but for agencies with open hyphens. */
struct tx_prose tx_prose_fold(telex_slice raw, bool open_hyphen, struct tx_arena *arena);

/** Tabular text: lines and columns kept, line ends LF, control characters gone, blank lines at the
 * ends removed. */
struct tx_prose tx_prose_table(telex_slice raw, struct tx_arena *arena);

#endif
