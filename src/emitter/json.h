/* A writer of JSON on one line or indented.  Every member and every item is written with a comma
 * after it; closing an object or a list replaces the last comma. */
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

/** Where JSON is written.  All zero but for `out` before its first byte. */
struct tx_json {
	struct tx_buffer *out;
	bool indented; /* two blanks a level; an empty object or list stays on one line */
	unsigned depth;
};

/** Begin a line, two blanks a level. */
void tx_json_break(struct tx_json *json);

/** The key of a member; its value must follow. */
static inline void tx_json_key(struct tx_json *json, telex_slice key)
{
	if (json->indented)
		tx_json_break(json);
	tx_buffer_slice(json->out, key);
	if (json->indented)
		tx_buffer_byte(json->out, ' ');
}

/** Begin an object or a list (`bracket`) that is the value of a key, or all that is written. */
static inline void tx_json_open(struct tx_json *json, char bracket)
{
	tx_buffer_byte(json->out, bracket);
	json->depth++;
}

/** Begin an object or a list that is an item of a list. */
void tx_json_open_item(struct tx_json *json, char bracket);

/** Begin a member that is an object or a list. */
void tx_json_open_member(struct tx_json *json, telex_slice key, char bracket);

/** End an object or a list. */
void tx_json_close(struct tx_json *json, char bracket);

/** Begin a member that is an object and is not written if it stays empty.  The result is for
 * tx_json_close_some(). */
size_t tx_json_open_some(struct tx_json *json, telex_slice key);

/** End it. */
void tx_json_close_some(struct tx_json *json, size_t mark);

/** End all that is written with a newline. */
void tx_json_end(struct tx_json *json);

/** A member with a text; nothing when the text is unknown. */
void tx_json_text(struct tx_json *json, telex_slice key, telex_slice value);

/** As tx_json_text() for bytes that need not be UTF-8 (names of files): each bad byte becomes
 * U+FFFD. */
void tx_json_bytes(struct tx_json *json, telex_slice key, telex_slice value);

/** Begin a member whose text is written in pieces, by tx_json_inside(); end it. */
void tx_json_begin_text(struct tx_json *json, telex_slice key);
void tx_json_end_text(struct tx_json *json);

/** A member with a value that is JSON on one line. */
void tx_json_value(struct tx_json *json, telex_slice key, telex_slice value);

/** A member with a number. */
void tx_json_number(struct tx_json *json, telex_slice key, uint64_t value);

/** A member that is true; nothing when `value` is false. */
void tx_json_flag(struct tx_json *json, telex_slice key, bool value);

/** A member with an angle in degrees: 5 decimals at most, one at least, rounded half away from
 * zero. */
void tx_json_degrees(struct tx_json *json, telex_slice key, double value);

/** A member with a date, YYYY-MM-DD. */
void tx_json_date(struct tx_json *json, telex_slice key, int year, unsigned month, unsigned day);

/** A string as an item of a list. */
void tx_json_item(struct tx_json *json, telex_slice s);

/** A number as an item of a list. */
void tx_json_number_item(struct tx_json *json, uint64_t value);

/** Append `s` as a JSON string with its quotes.  `s` must be valid UTF-8; C0 controls, '"' and '\'
 * are escaped. */
void tx_json_string(struct tx_buffer *out, telex_slice s);

/** As tx_json_string() for bytes that need not be UTF-8: each bad byte becomes U+FFFD. */
void tx_json_lossy_string(struct tx_buffer *out, telex_slice s);

/** The inside of a string: escaped, without its quotes. */
void tx_json_inside(struct tx_buffer *out, telex_slice s);

#endif
