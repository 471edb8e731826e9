/* The items of one JSON document: the elements of its list, which is the document or is under a key
 * that holds items. */
#ifndef TX_READER_JSON_ITEMS_H
#define TX_READER_JSON_ITEMS_H

#include "core/buffer.h"
#include "reader/item_step.h"
#include "reader/json/json.h"

#define TX_JSON_ITEMS_DEPTH 6 /* brackets that an item is in */

/** How far a document has been searched; zero at its start.  Offsets count in the bytes of the
 * call. */
struct tx_json_items {
	struct tx_json_framer framer; /* of the value at hand */
	bool in_value;
	bool in_item;                   /* the value is an item */
	size_t at;                      /* outside of values: bytes that have been looked at */
	bool in_string, escaped;        /* of keys and texts outside of values */
	size_t string;                  /* where the last one begins, or the bytes */
	bool may_hold;                  /* the last string is a key that holds items */
	bool may_identify;              /* or one that only items have */
	bool holds, identifies;         /* the value that follows is under such a key */
	bool is_item;                   /* the document is one item, whatever lists it has */
	size_t depth;                   /* brackets that are open around items */
	char open[TX_JSON_ITEMS_DEPTH]; /* which they are */
};

/** Go on to where the next item begins or ends. */
enum tx_item_step tx_json_items_step(struct tx_json_items *items, telex_slice bytes);

/** The byte that the search is at: of an item, where it begins or after its end. */
size_t tx_json_items_at(const struct tx_json_items *items);

/** Bytes before it were removed from the start. */
void tx_json_items_forget(struct tx_json_items *items, size_t count);

/** Write the brackets that close those that are open around items. */
void tx_json_items_close(const struct tx_json_items *items, struct tx_buffer *out);

#endif
