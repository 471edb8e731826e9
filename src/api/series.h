/* Dispatches one after the other in plain text, without envelopes: the search that the reader of
 * frames calls. */
#ifndef TX_API_SERIES_H
#define TX_API_SERIES_H

#include <stdbool.h>
#include <stddef.h>

#include "agency/profile.h"
#include "core/arena.h"
#include "core/slice.h"
#include "reader/frame.h"

/** What is known of the text from the start of a dispatch on.  Offsets count from there, or, when
 * bytes were removed, from the first that is left. */
struct tx_series {
	struct tx_plain_search search;
	telex_slice separator;    /* a line that ends a dispatch; .ptr NULL: as the text shows */
	struct tx_arena *scratch; /* borrowed; emptied for each line that is not UTF-8 */

	size_t scanned;                   /* bytes that need not be looked at again */
	size_t line;                      /* start of the line that `scanned` is on */
	bool line_cut;                    /* the start of that line was removed */
	bool begun;                       /* a line of text is above it */
	bool pending;                     /* a line that may be the first dateline waits */
	size_t candidate;                 /* where it is */
	const struct tx_profile *profile; /* of the first dateline; NULL: not found yet */
	bool plain;                       /* a dateline without a mark was found */
	size_t dateline;                  /* where the last one of these two is */
	size_t second; /* another, with too little evidence for a cut; 0 = none */
};

/** Begin with a text.  `separator` (borrowed, without blanks at its ends): a dispatch ends above a
 * line that holds it alone, also an empty one; .ptr NULL: where what is above the next dateline
 * shows an end.  A frame that is found has `text_end` where the text ends, `end` where the next
 * dispatch begins: a separator is between them.  The text may be in any charset. */
void tx_series_begin(struct tx_series *series, telex_slice separator, struct tx_arena *scratch);

#endif
