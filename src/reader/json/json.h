/* JSON that holds dispatches: ninjs and what is like it, and lines of JSON. */
#ifndef TX_READER_JSON_JSON_H
#define TX_READER_JSON_JSON_H

#include "reader/format.h"
#include "reader/json/values.h"

tx_unwrap_fn tx_ninjs_unwrap, tx_jsonl_unwrap;

/** Whether a source that begins with these bytes is lines of JSON with raw text: its first line is
 * an object that has a text under `text_key`, NULL: under one of the usual keys, and is no item of
 * ninjs.  The line may be cut off. */
bool tx_jsonl_is(telex_slice head, const char *text_key);

/** Take the stories out of a value: an item, an array of them, or a wrapper around one.
 * TELEX_ERR_EMPTY when none is found in it, TELEX_ERR_MEMORY. */
telex_status tx_ninjs_read(struct tx_reader *reader, struct tx_json_value value);

/** Whether a list or an object under this key holds items. */
bool tx_ninjs_holds_items(telex_slice key);

/** Whether an object that has this key is an item itself, whatever it holds. */
bool tx_ninjs_identifies(telex_slice key);

/** What is at the start of the bytes, and how far it has been looked at; zero at its start. */
struct tx_json_framer {
	size_t scanned;
	size_t depth;
	bool in_string;
	bool escaped;
	bool stray;     /* a bracket closed nothing: the next value is looked for */
	bool junk;      /* no value begins on the rest of this line */
	bool in_record; /* the value is a record of telex on a line */
	size_t restart; /* the value is too large here; 0: it may have any size */
};

/** Find the end of the JSON value at the start of `bytes` (an object or an array).  Where a bracket
 * closes nothing, everything up to the next value is one frame, which is not JSON.  From
 * `framer->restart` on it also ends where another one begins that cannot be part of it: a bracket
 * at the start of a line, in a string or where no value may come; a record of telex on a line ends
 * where another one begins.  False when the end is not there yet. */
bool tx_json_frame_end(telex_slice bytes, struct tx_json_framer *framer, size_t *ret_end);

/** Bytes before `scanned` were removed the start. */
void tx_json_frame_forget(struct tx_json_framer *framer, size_t count);

#endif
