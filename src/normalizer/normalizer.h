/* From tokens to the record: fields, then the standard values (dates, people, places, language). */
#ifndef TX_NORMALIZER_NORMALIZER_H
#define TX_NORMALIZER_NORMALIZER_H

#include <stdbool.h>

#include "core/arena.h"
#include "core/record.h"
#include "normalizer/vocabulary.h"
#include "reader/story.h"
#include "tokenizer/token.h"

/** What the caller knows beyond the text. */
struct tx_normalize_options {
	struct tx_date reference_date; /* zero = none */
	telex_slice language;          /* stated by the user; empty = none */
	bool no_places;
	const struct tx_vocabulary *vocabulary; /* names of subjects; NULL = none */
};

/** Fill `record` (whose source is set) from the tokens of `text`, and from what the envelope of
 * `story` states (NULL: there was none that was read).  All that the record needs beyond
 * the text comes from `arena`.  False when memory is short. */
bool tx_normalize(struct tx_record *record, telex_slice text, const struct tx_tokens *tokens,
		  const struct tx_story *story, const struct tx_normalize_options *options,
		  struct tx_arena *arena);

#endif
