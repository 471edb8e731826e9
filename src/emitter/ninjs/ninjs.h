/* The record as ninjs, IPTC's News in JSON. */
#ifndef TX_EMITTER_NINJS_H
#define TX_EMITTER_NINJS_H

#include "core/buffer.h"
#include "core/record.h"
#include "emitter/emitter.h"

/** The item and a newline: ninjs 3.1, or 2.1 with TELEX_TO_NINJS2. */
void tx_emit_ninjs(struct tx_buffer *out, const struct tx_object *object);

/** Append the copy as HTML inside a JSON string, without the quotes. */
void tx_ninjs_html(struct tx_buffer *out, const struct tx_record *record);

#endif
