/* Dispatches one after the other in plain text, without envelopes. */
#ifndef TX_API_SERIES_H
#define TX_API_SERIES_H

#include <stdbool.h>
#include <stddef.h>

#include "core/arena.h"
#include "core/slice.h"

/** Where the first dispatch of a text ends. */
struct tx_series_cut {
	size_t text_end; /* in front of a separator, or where the next one begins */
	size_t end;      /* where the next one begins; the text's length: it is the only one */
	size_t second;   /* a second dateline in the dispatch without enough evidence for a cut; the
			    text's length: none */
};

/** Find the end of the first of several dispatches in `text`, which may be in any charset.  False
 * when memory is short (of the arena, for lines that are not UTF-8). */
bool tx_series_find(telex_slice text, struct tx_arena *arena, struct tx_series_cut *ret_cut);

/** Find the end of the first dispatch where a line that holds `separator` alone follows it. */
void tx_series_cut_at(telex_slice text, telex_slice separator, struct tx_series_cut *ret_cut);

#endif
