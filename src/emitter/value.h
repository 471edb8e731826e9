/* One value of a record as plain text. */
#ifndef TX_EMITTER_VALUE_H
#define TX_EMITTER_VALUE_H

#include "core/schema.h"
#include "emitter/emitter.h"

/** The value of a key that is not a list, in the struct `base`: a string without its quotes, other
 * values as in JSON; nothing when it is unknown. */
void tx_value_write(struct tx_buffer *out, const struct tx_object *object, const struct tx_key *key,
		    const void *base);

/** The object with these keys as JSON on one line. */
void tx_value_object(struct tx_buffer *out, const struct tx_object *object,
		     const struct tx_keys *keys, const void *base);

#endif
