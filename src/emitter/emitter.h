/* Writing: the record, its tokens, the view.  Each writer appends to a buffer whose failure is
 * sticky. */
#ifndef TX_EMITTER_EMITTER_H
#define TX_EMITTER_EMITTER_H

#include "core/buffer.h"
#include "core/record.h"
#include "tokenizer/token.h"

/** What is written of a record as one object of JSON. */
struct tx_object {
	const struct tx_record *record;
	telex_slice text;
	telex_output output; /* TELEX_TO_RECORD, TELEX_TO_NINJS or TELEX_TO_NINJS2 */
	unsigned flags; /* TELEX_WRITE_PRETTY; of the record TELEX_WRITE_SPANS, TELEX_WRITE_HASH */
	uint64_t omitted; /* keys of the record that are not written: tx_keys_omitted() */
};

/** The record and a newline, keys in the order of docs/record.md. */
void tx_emit_record(struct tx_buffer *out, const struct tx_object *object);

/** One JSON object a line for each token: kind, note, start, end (bytes of the source's UTF-8
 * form), line, text. */
void tx_emit_tokens(struct tx_buffer *out, const struct tx_record *record,
		    const struct tx_tokens *tokens, telex_slice text);

/** How a view looks. */
struct tx_view_look {
	bool color;       /* in the terminal's colours */
	unsigned columns; /* see tx_page_start() */
};

/** The dispatch with each token's kind in the margin. */
void tx_emit_view(struct tx_buffer *out, const struct tx_record *record,
		  const struct tx_tokens *tokens, telex_slice text, struct tx_view_look look);

#endif
