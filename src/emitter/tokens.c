/* The tokens as JSON, one object a line.  The texts of all tokens, joined, are the dispatch's text.
 */

#include "emitter/emitter.h"

#include "emitter/json.h"
#include "emitter/position.h"

static telex_slice token_text(telex_slice text, const struct tx_token *token)
{
	return tx_slice(text.ptr + tx_token_start(token), token->end - tx_token_start(token));
}

void tx_emit_tokens(struct tx_buffer *out, const struct tx_record *record,
		    const struct tx_tokens *tokens, telex_slice text)
{
	struct tx_position position;

	tx_position_start(&position, text, record->source.line);
	for (size_t i = 0; i < tokens->count && !out->failed; i++) {
		const struct tx_token *token = &tokens->items[i];
		const char *note = tx_note_kind_name((enum tx_note_kind)token->note);

		struct tx_json json = {.out = out};

		tx_json_open(&json, '{');
		tx_json_text(&json, TX_KEY("kind"),
			     tx_slice_of(tx_token_kind_name((enum tx_token_kind)token->kind)));
		tx_json_text(&json, TX_KEY("note"), tx_slice_of(note));
		tx_json_number(&json, TX_KEY("start"),
			       record->source.text_offset + tx_token_start(token));
		tx_json_number(&json, TX_KEY("end"), record->source.text_offset + token->end);
		tx_json_number(&json, TX_KEY("line"),
			       tx_position_line(&position, tx_token_start(token)));
		tx_json_text(&json, TX_KEY("text"), token_text(text, token));
		tx_json_close(&json, '}');
		tx_json_end(&json);
	}
}
