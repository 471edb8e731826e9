/* The items of one XML document: elements that hold a dispatch each. */
#ifndef TX_READER_XML_ITEMS_H
#define TX_READER_XML_ITEMS_H

#include "core/buffer.h"
#include "reader/item_step.h"
#include "reader/xml/frame.h"

#define TX_XML_ITEMS_DEPTH 3 /* elements that an item is in */

/** How far a document has been searched; zero at its start.  Offsets count in the bytes of the
 * call. */
struct tx_xml_items {
	struct tx_xml_framer framer; /* of the item, or of the tags between items */
	bool in_item;
	char name[TX_XML_ROOT_MAX]; /* of the last item's element, as it is written */
	size_t name_len;
	size_t depth; /* elements that are open between items */
	struct {
		char name[TX_XML_ROOT_MAX];
		size_t len;
	} open[TX_XML_ITEMS_DEPTH]; /* the outermost of them */
};

/** Go on to where the next item begins or ends. */
enum tx_item_step tx_xml_items_step(struct tx_xml_items *items, telex_slice bytes);

/** The byte that the search is at: of an item, where it begins or after its end. */
size_t tx_xml_items_at(const struct tx_xml_items *items);

/** Bytes before it were removed from the start. */
void tx_xml_items_forget(struct tx_xml_items *items, size_t count);

/** Write the end tags of the elements that are open between items. */
void tx_xml_items_close(const struct tx_xml_items *items, struct tx_buffer *out);

#endif
