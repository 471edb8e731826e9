/* From tokens to fields: each token becomes a text of the record. */
#ifndef TX_NORMALIZER_ASSEMBLE_H
#define TX_NORMALIZER_ASSEMBLE_H

#include <stdbool.h>

#include "core/arena.h"
#include "core/record.h"
#include "core/stamp.h"
#include "tokenizer/token.h"
#include "tokenizer/lines/web_date.h"

/** What assembling found that other values rest on. */
struct tx_findings {
	bool has_stamp;
	bool in_envelope;        /* the stamp is an envelope's trailer */
	struct tx_stamp stamp;   /* the last one of the dispatch */
	struct tx_web_date page; /* when its page was published and changed */
};

/** Fill the record's texts from the tokens.  False when memory is short. */
bool tx_assemble(struct tx_record *record, telex_slice text, const struct tx_tokens *tokens,
		 struct tx_arena *arena, struct tx_findings *ret_findings);

#endif
