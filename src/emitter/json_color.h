/* JSON in the colours of a terminal. */
#ifndef TX_EMITTER_JSON_COLOR_H
#define TX_EMITTER_JSON_COLOR_H

#include "core/buffer.h"
#include "core/slice.h"

/** Append JSON as telex writes it with an attribute around each key, string, number and literal and
 * each run of brackets and commas: the colours of jq 1.7. */
void tx_json_color(struct tx_buffer *out, telex_slice json);

#endif
