/* The items of feeds and messages.  An item's end is found as a document's is; between items each
 * tag is looked at. */
#include "reader/xml/items.h"

/* The elements that are items, by local names: the root and what is on the way to them. */
static const char *const paths[] = {
	"rss/channel/item",
	"RDF/item",
	"feed/entry",
	"NewsML/NewsItem",
	"newsMessage/itemSet/newsItem",
	"newsMessage/itemSet/packageItem",
	"newsMessage/itemSet/conceptItem",
	"newsMessage/itemSet/planningItem",
	"newsMessage/itemSet/knowledgeItem",
	NULL,
};

/* Whether an element of that name, inside those that are open, is at the end of the path. */
static bool is_at(const struct tx_xml_items *items, telex_slice name, const char *path)
{
	struct tx_cut cut = tx_cut(tx_slice_of(path), '/');

	for (size_t i = 0; i < items->depth; i++) {
		telex_slice open = tx_slice(items->open[i].name, items->open[i].len);
		if (!cut.found || !tx_slice_eq(tx_xml_local_name(open), cut.head))
			return false;
		cut = tx_cut(cut.tail, '/');
	}
	return !cut.found && tx_slice_eq(tx_xml_local_name(name), cut.head);
}

static bool is_item(const struct tx_xml_items *items, telex_slice name)
{
	if (items->depth >= TX_XML_ITEMS_DEPTH)
		return false;
	for (size_t i = 0; paths[i] != NULL; i++) {
		if (is_at(items, name, paths[i]))
			return true;
	}
	return false;
}

static void open_element(struct tx_xml_items *items, telex_slice name)
{
	if (items->depth < TX_XML_ITEMS_DEPTH) {
		memcpy(items->open[items->depth].name, name.ptr, name.len);
		items->open[items->depth].len = name.len;
	}
	items->depth++;
}

/* An end tag that no open element has is passed over. */
static void close_element(struct tx_xml_items *items, telex_slice name)
{
	size_t depth = items->depth;

	if (depth > TX_XML_ITEMS_DEPTH) {
		items->depth--;
		return;
	}
	while (depth > 0 && !tx_slice_eq(name, tx_slice(items->open[depth - 1].name,
							items->open[depth - 1].len)))
		depth--;
	items->depth = depth > 0 ? depth - 1 : items->depth;
}

enum tx_item_step tx_xml_items_step(struct tx_xml_items *items, telex_slice bytes)
{
	struct tx_xml_framer *framer = &items->framer;
	telex_slice name;
	size_t end;

	if (items->in_item) {
		if (!tx_xml_frame_end(bytes, framer, &end))
			return TX_ITEM_MORE;
		items->in_item = false;
		*framer = (struct tx_xml_framer){.scanned = end};
		return TX_ITEM_END;
	}
	if (!tx_xml_next_tag(bytes, framer))
		return TX_ITEM_MORE;
	name = tx_slice(framer->root, framer->root_len);
	if (framer->closes) {
		close_element(items, name);
	} else if (is_item(items, name)) {
		items->in_item = true;
		memcpy(items->name, name.ptr, name.len);
		items->name_len = name.len;
		*framer = (struct tx_xml_framer){.scanned = framer->tag};
		return TX_ITEM_BEGIN;
	} else if (bytes.ptr[framer->scanned - 2] != '/') {
		open_element(items, name);
	}
	return TX_ITEM_AROUND;
}

size_t tx_xml_items_at(const struct tx_xml_items *items)
{
	return items->framer.scanned;
}

void tx_xml_items_forget(struct tx_xml_items *items, size_t count)
{
	tx_xml_frame_forget(&items->framer, count);
}

void tx_xml_items_close(const struct tx_xml_items *items, struct tx_buffer *out)
{
	size_t depth = items->depth < TX_XML_ITEMS_DEPTH ? items->depth : TX_XML_ITEMS_DEPTH;

	while (depth-- > 0) {
		tx_buffer_lit(out, "</");
		tx_buffer_append(out, items->open[depth].name, items->open[depth].len);
		tx_buffer_byte(out, '>');
	}
}
