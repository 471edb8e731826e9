/* A record as text for people, plain or HTML. */
#ifndef TX_EMITTER_TEXT_H
#define TX_EMITTER_TEXT_H

#include "emitter/emitter.h"

/** The dispatch as plain text and two blank lines. */
void tx_emit_text(struct tx_buffer *out, const struct tx_record *record);

/** The start of a page of HTML; any number of dispatches may follow, and no end is needed. */
void tx_emit_html_start(struct tx_buffer *out);

/** The dispatch as a part of that page: every token with its name, then the standard values. */
void tx_emit_html(struct tx_buffer *out, const struct tx_object *object,
		  const struct tx_tokens *tokens);

#endif
