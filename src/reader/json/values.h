/* Values of JSON as they are written: spans of a text that tx_json_check() has passed, so that no
 * tree is made of it.  A string is decoded when it is asked for. */
#ifndef TX_READER_JSON_VALUES_H
#define TX_READER_JSON_VALUES_H

#include <stdbool.h>
#include <stddef.h>

#include "core/arena.h"
#include "core/buffer.h"
#include "core/slice.h"

/** A value; `.text.ptr` NULL: none.  Decoded strings live in the arena. */
struct tx_json_value {
	telex_slice text;
	struct tx_arena *arena;
};

/** The way through a list or an object; of anything else there are no steps. */
struct tx_json_walk {
	telex_slice rest;
	bool begun, ended;
	telex_slice key;            /* of the last step, decoded; a list's values have none */
	struct tx_json_value value; /* of the last step */
};

struct tx_json_walk tx_json_begin(struct tx_json_value json);

/** Go to the next value.  False at the end, or where the text is not JSON: then `ended` is
 * false. */
bool tx_json_step(struct tx_json_walk *walk);

static inline bool tx_json_opens(struct tx_json_value json, char first)
{
	return json.text.len > 0 && json.text.ptr[0] == first;
}

/** How many values a list or an object has. */
size_t tx_json_count(struct tx_json_value json);

/** Whether it is a number. */
bool tx_json_is_number(struct tx_json_value json);

/** The text of a string; of anything else, and of nothing, none. */
telex_slice tx_json_text_of(struct tx_json_value json);

/** The text of a string, a number as it is written. */
telex_slice tx_json_scalar_of(struct tx_json_value json);

/** An object's member of that name, as it is written in the object. */
struct tx_json_value tx_json_get(struct tx_json_value object, const char *name);

/** The text of an object's member. */
telex_slice tx_json_member(struct tx_json_value object, const char *name);

/** The first text that is not empty of these members; `names` ends with NULL. */
telex_slice tx_json_first(struct tx_json_value object, const char *const *names);

/** Write a value as compact JSON, numbers as they are written, those that no double holds as
 * strings. */
void tx_json_write(struct tx_json_value value, struct tx_buffer *out);

/** Write the object's members but the one called `without` likewise.  False: there is no other
 * member. */
bool tx_json_write_rest(struct tx_json_value object, const char *without, struct tx_buffer *out);

/** Write text as a string of JSON. */
void tx_json_write_string(struct tx_buffer *out, telex_slice text);

/* The parts of a text, which tx_json_check() needs too. */

/** Where a string's text has, from `at` on, a byte that is no plain character of it: a quotation
 * mark, a backslash, a control character; or its length. */
size_t tx_json_plain_end(telex_slice s, size_t at);

/** After the string whose quotation mark is before `at`; the length when it has no end. */
size_t tx_json_string_end(telex_slice s, size_t at);

/** Length of the value at the start of `s`. */
size_t tx_json_value_len(telex_slice s);

/** The unit of UTF-16 that an escape \uXXXX represents at the start of `s`; -1: none. */
int tx_json_unit(telex_slice s);

/** What the text of a string, without its quotation marks, represents: itself, or decoded.  Without
 * an arena it is left as it is written. */
telex_slice tx_json_decode(struct tx_arena *arena, telex_slice s);

/** Whether a number is beyond the range of a double, an integer beyond that of 64 bits. */
bool tx_json_is_too_large(telex_slice number);

#endif
