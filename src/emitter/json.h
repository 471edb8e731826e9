/* Pieces of JSON that the writers share.  Every member is written with a comma behind it; closing
 * an object or a list puts the bracket in the place of the last comma. */
#ifndef TX_EMITTER_JSON_H
#define TX_EMITTER_JSON_H

#include <stdbool.h>
#include <stdint.h>

#include "core/buffer.h"
#include "core/slice.h"

/** The bytes of a member's key, colon included, as an initializer. */
#define TX_KEY_INIT(name)                                                                          \
	{                                                                                          \
		"\"" name "\":", sizeof("\"" name "\":") - 1                                       \
	}
#define TX_KEY(name) ((telex_slice)TX_KEY_INIT(name))

/** As tx_json_string() for bytes that may be no UTF-8 (names of files): each bad byte becomes
 * U+FFFD. */
void tx_json_lossy_string(struct tx_buffer *out, telex_slice s);

/** The inside of a string: escaped, without its quotes. */
void tx_json_inside(struct tx_buffer *out, telex_slice s);

/** A string as an item of a list, a comma behind it. */
void tx_json_item(struct tx_buffer *out, telex_slice s);

/** A member with a text; nothing when the text is unknown. */
void tx_json_text(struct tx_buffer *out, telex_slice key, telex_slice value);

/** A member with a number. */
void tx_json_number(struct tx_buffer *out, telex_slice key, uint64_t value);

/** A member that is true; nothing when `value` is false. */
void tx_json_flag(struct tx_buffer *out, telex_slice key, bool value);

/** A member with an angle in degrees: 5 decimals at most, one at least, rounded half away from
 * zero. */
void tx_json_degrees(struct tx_buffer *out, telex_slice key, double value);

/** A member with a date, YYYY-MM-DD. */
void tx_json_date(struct tx_buffer *out, telex_slice key, int year, unsigned month, unsigned day);

/** End an object or a list, a comma behind it. */
void tx_json_close(struct tx_buffer *out, char bracket);

#endif
