/* Whether a text is JSON, and what is changed in it so that it can be read. */
#ifndef TX_READER_JSON_CHECK_H
#define TX_READER_JSON_CHECK_H

#include "core/error.h"
#include "reader/json/values.h"
#include "reader/story.h"

struct tx_json_checked {
	struct tx_json_value value;
	struct tx_story *notes; /* warnings about what was changed; NULL: nothing */
	size_t line, column;    /* of what is wrong, from 1 */
	char wrong[120];
};

/** Check a text of valid UTF-8 that begins with an object or a list.  Of
 * members with one key the last is kept; half a surrogate pair, and NUL in a key, become U+FFFD;
 * what is more than 2,048 brackets deep becomes an empty text; of
 * that, and of numbers that are too large, there are notes.  TELEX_ERR_SYNTAX: `line`, `column` and
 * `wrong` say why; TELEX_ERR_MEMORY. */
telex_status tx_json_check(struct tx_arena *arena, telex_slice text,
			   struct tx_json_checked *ret_checked);

/** A key of an object that is open. */
struct tx_json_key {
	telex_slice text; /* decoded */
	size_t at;        /* where it is written: its quotation mark */
	uint32_t hash;
	uint32_t next; /* older one of the same bucket, from 1; 0: none */
};

/** The keys of all objects that are open, the newest last; zero at the start. */
struct tx_json_keys {
	struct tx_json_key *items;
	uint32_t *buckets;
	size_t count, cap;
	bool full; /* one was not taken */
};

/** Add a key to those from `first` on, which are its object's.  The one that it repeats, or NULL:
 * it is new, there are too many (`full`), or memory is short (`arena->failed`). */
struct tx_json_key *tx_json_keys_add(struct tx_json_keys *keys, struct tx_arena *arena,
				     telex_slice text, size_t at, size_t first);

/** Forget the keys from `first` on: their object ends. */
void tx_json_keys_drop(struct tx_json_keys *keys, size_t first);

#endif
