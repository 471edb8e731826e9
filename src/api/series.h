/* Dispatches one after the other in plain text, without envelopes. */
#ifndef TX_API_SERIES_H
#define TX_API_SERIES_H

#include <stdbool.h>
#include <stddef.h>

#include "core/arena.h"
#include "core/slice.h"

struct tx_profile;

/** Where the first dispatch of a text ends. */
struct tx_series_cut {
	size_t text_end; /* before a separator, or where the next one begins */
	size_t end;      /* where the next one begins */
};

/** The search for the end of one dispatch, kept while its bytes come; zero at its start. */
struct tx_series {
	size_t at;        /* where the search goes on */
	bool has_waiting; /* a line at `waiting` that may begin with a dateline */
	size_t waiting;
	const struct tx_profile *profile; /* of the first dateline; NULL: there was none yet */
	size_t dateline;                  /* where its line begins */
	bool has_second; /* another dateline at `second`, without enough evidence for a cut */
	size_t second;
	bool is_begun; /* of tx_series_cut_at(): a line with text was seen */
};

enum tx_series_result {
	TX_SERIES_CUT,  /* the cut is known */
	TX_SERIES_MORE, /* more bytes are needed to tell; with `last`: it is the only dispatch */
	TX_SERIES_MEMORY
};

/** Find the end of the first of several dispatches in `text`, which may be in any charset and grows
 * from call to call.  A cut is the same in whatever portions the bytes come, and no byte is looked
 * at twice but those of the last lines.  TX_SERIES_MEMORY: the arena is short, which holds lines
 * that are not UTF-8. */
enum tx_series_result tx_series_find(struct tx_series *state, telex_slice text, bool last,
				     struct tx_arena *arena, struct tx_series_cut *ret_cut);

/** Find the end of the first dispatch where a line that holds `separator` alone follows it. */
enum tx_series_result tx_series_cut_at(struct tx_series *state, telex_slice text, bool last,
				       telex_slice separator, struct tx_series_cut *ret_cut);

/** Bytes before what a search still needs: the head of the next dispatch is searched above its
 * dateline. */
size_t tx_series_spent(const struct tx_series *state, telex_slice text);

/** That many bytes were removed from the start of the text. */
void tx_series_forget(struct tx_series *state, size_t count);

#endif
