/* JSON that holds dispatches: ninjs and what is like it, and lines of JSON. */
#ifndef TX_READER_JSON_JSON_H
#define TX_READER_JSON_JSON_H

#include <jansson.h>

#include "reader/format.h"

tx_unwrap_fn tx_ninjs_unwrap, tx_jsonl_unwrap;

/** Load JSON.  `*ret_value` is owned, NULL unless TELEX_OK; `*ret_notes` holds warnings about what
 * had to be changed for it, or is NULL.  TELEX_ERR_SYNTAX: `*error` says why; TELEX_ERR_MEMORY. */
telex_status tx_json_load(struct tx_unwrapper *unwrapper, telex_slice text, json_t **ret_value,
			  struct tx_story **ret_notes, json_error_t *error);

/** Read a frame whose tree would be too large, as tx_ninjs_unwrap() reads others. */
telex_status tx_json_read_large(struct tx_unwrapper *unwrapper, telex_slice frame,
				telex_error *reterr);

/** Whether a text could not be loaded because memory is short: jansson has no words for that. */
bool tx_json_short_of_memory(const json_error_t *error);

/** Take the stories out of a value: an item, an array of them, or a wrapper around one.
 * TELEX_ERR_EMPTY when there is none in it, TELEX_ERR_MEMORY. */
telex_status tx_ninjs_read(struct tx_unwrapper *unwrapper, json_t *value);

/** The text of a string, borrowed; of anything else, and of NULL, nothing. */
telex_slice tx_json_text_of(json_t *value);

/** The text of an object's member. */
telex_slice tx_json_member(json_t *object, const char *name);

/** The first text that is not empty of these members; `names` ends with NULL. */
telex_slice tx_json_first(json_t *object, const char *const *names);

/** Whether a member of that name is what surrounds items. */
bool tx_json_is_wrapper(telex_slice key);

/** State what a property of an item says.  False when its name is not known. */
bool tx_json_state_property(struct tx_story *story, const char *key, json_t *value);

/** Of a list of {"role", "value"} the text of the first of these roles; `roles` ends with NULL. */
telex_slice tx_json_by_role(json_t *list, const char *const *roles);

/** Whether a member of that name holds copy. */
bool tx_json_is_body(telex_slice name);

/** The copy of an item: the body that says most of how it is set.  Empty: it has none. */
telex_slice tx_json_body(json_t *item);

/** Make the story's text of an item's copy.  False when memory is short. */
bool tx_ninjs_fill_copy(struct tx_unwrapper *unwrapper, struct tx_story *story, json_t *item,
			telex_slice copy);

/** What stands at the start of the bytes, and how far it has been looked at; zero at its start. */
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

/** Bytes in front of `scanned` were taken off the start. */
void tx_json_frame_forget(struct tx_json_framer *framer, size_t count);

#endif
