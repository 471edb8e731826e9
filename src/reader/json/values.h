/* JSON as text: what a tree of it would take, and the values in a list or an object one by one, so
 * that no tree is made of a document that has too many. */
#ifndef TX_READER_JSON_VALUES_H
#define TX_READER_JSON_VALUES_H

#include <stdbool.h>
#include <stddef.h>

#include "core/slice.h"

/** Whether jansson's tree of a text takes so little memory that it may be made: three times the
 * text and 4 MiB. */
bool tx_json_is_small(telex_slice text);

/** The way through a list or an object. */
struct tx_json_walk {
	telex_slice rest; /* at first the list or object */
	bool begun, ended;
	telex_slice key, value; /* of the last step, as written; a list's have no key */
};

/** Go to the next value.  False at the end, or where the text is not JSON: then `ended` is
 * false. */
bool tx_json_step(struct tx_json_walk *walk);

#endif
