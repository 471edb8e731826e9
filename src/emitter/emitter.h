/* Writing: the record, its tokens, the view.  Each writer appends to a buffer whose failure is
 * sticky. */
#ifndef TX_EMITTER_EMITTER_H
#define TX_EMITTER_EMITTER_H

#include "core/buffer.h"
#include "core/record.h"
#include "tokenizer/token.h"

struct json_t;

/** Append `s` as a JSON string with its quotes.  `s` must be valid UTF-8; C0 controls, '"' and '\'
 * are escaped. */
void tx_json_string(struct tx_buffer *out, telex_slice s);

/** What one object of JSON is made of: `output` is TELEX_TO_RECORD, TELEX_TO_NINJS or
 * TELEX_TO_NINJS2. */
struct tx_object {
	const struct tx_record *record;
	telex_slice text;
	telex_output output;
	unsigned flags;   /* TELEX_SPANS, TELEX_HASH */
	uint64_t omitted; /* keys of the record that are not written, by tx_record_keys() */
};

/** Which keys a list leaves out: "headline,body" all others, "-body,-notes" these.  False when it
 * names none that the record has: `*ret_unknown` is that one. */
bool tx_record_keys(telex_slice list, uint64_t *ret_omitted, telex_slice *ret_unknown);

/** The record as one line of JSON and a newline, keys in the order of docs/record.md. */
void tx_emit_record(struct tx_buffer *out, const struct tx_object *object);

/** The object on one line and a newline. */
void tx_emit_object(struct tx_buffer *out, const struct tx_object *object);

/** The same, indented. */
void tx_emit_pretty(struct tx_buffer *out, const struct tx_object *object);

/** The same as a jansson object, a new reference; NULL when memory is short. */
struct json_t *tx_emit_json(const struct tx_object *object);

/** One JSON object a line for each token: kind, note, start, end (bytes of the source's UTF-8
 * form), line, text. */
void tx_emit_tokens(struct tx_buffer *out, const struct tx_record *record,
		    const struct tx_tokens *tokens, telex_slice text);

/** The dispatch with each token's kind in the margin; `color`: in the terminal's colours. */
void tx_emit_view(struct tx_buffer *out, const struct tx_record *record,
		  const struct tx_tokens *tokens, telex_slice text, bool color);

#endif
