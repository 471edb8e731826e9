/* The items of lists.  Lists are looked for under the keys of wrappers only, as ninjs.c reads them;
 * every other value is stepped over. */
#include "reader/json/items.h"

#include "core/ascii.h"

/* Outside of values a string ends with its line too, since no text of JSON may hold one. */
static void skip_string(struct tx_json_items *items, telex_slice bytes)
{
	while (items->at < bytes.len) {
		char c = bytes.ptr[items->at];
		if (items->escaped) {
			items->escaped = false;
		} else if (c == '\\') {
			items->escaped = true;
		} else if (c == '"' || c == '\n') {
			break;
		} else if ((unsigned char)c >= ' ') {
			items->at = tx_json_plain_end(bytes, items->at);
			continue;
		}
		items->at++;
	}
	if (items->at == bytes.len)
		return;
	telex_slice text = tx_slice(bytes.ptr + items->string, items->at - items->string);
	items->in_string = false;
	items->may_hold = tx_ninjs_holds_items(text);
	items->may_identify = tx_ninjs_identifies(text);
	items->is_item |= items->identifies && text.len > 0;
	items->at++;
}

/* At a bracket that opens: what it begins is around items, an item, or neither. */
static enum tx_item_step open_bracket(struct tx_json_items *items, char bracket)
{
	bool in_list = items->depth > 0 && items->open[items->depth - 1] == '[';
	bool around = items->depth == 0 || (items->holds && !in_list && !items->is_item);

	if (around && items->depth < TX_JSON_ITEMS_DEPTH) {
		items->open[items->depth++] = bracket;
		items->holds = items->identifies = false;
		items->at++;
		return TX_ITEM_AROUND;
	}
	items->in_value = true;
	items->in_item = in_list && !items->is_item;
	/* A bracket at the start of a line ends an item whose text has no end. */
	items->framer = (struct tx_json_framer){.scanned = items->at, .restart = items->at + 1};
	return items->in_item ? TX_ITEM_BEGIN : TX_ITEM_AROUND;
}

static enum tx_item_step close_bracket(struct tx_json_items *items)
{
	items->depth -= items->depth > 0;
	items->at++;
	return items->depth == 0 ? TX_ITEM_OVER : TX_ITEM_AROUND;
}

static enum tx_item_step skip_value(struct tx_json_items *items, telex_slice bytes)
{
	size_t end;

	if (!tx_json_frame_end(bytes, &items->framer, &end)) {
		items->at = items->framer.scanned;
		return TX_ITEM_MORE;
	}
	items->at = end;
	items->in_value = false;
	return items->in_item ? TX_ITEM_END : TX_ITEM_AROUND;
}

enum tx_item_step tx_json_items_step(struct tx_json_items *items, telex_slice bytes)
{
	if (items->in_value)
		return skip_value(items, bytes);
	while (items->at < bytes.len) {
		if (items->in_string) {
			skip_string(items, bytes);
			continue;
		}
		char c = bytes.ptr[items->at];
		if (c == '{' || c == '[')
			return open_bracket(items, c);
		if (c == '}' || c == ']')
			return close_bracket(items);
		items->at++;
		if (c == '"') {
			items->in_string = true;
			items->string = items->at;
		} else if (c == ':' || c == ',') {
			items->holds = c == ':' && items->may_hold;
			items->identifies = c == ':' && items->may_identify;
		}
	}
	return TX_ITEM_MORE;
}

size_t tx_json_items_at(const struct tx_json_items *items)
{
	return items->at;
}

void tx_json_items_forget(struct tx_json_items *items, size_t count)
{
	size_t restart = items->framer.restart;

	items->at -= items->at > count ? count : items->at;
	items->string -= items->string > count ? count : items->string;
	tx_json_frame_forget(&items->framer, count);
	items->framer.restart = restart > count ? restart - count : restart > 0;
}

void tx_json_items_close(const struct tx_json_items *items, struct tx_buffer *out)
{
	for (size_t depth = items->depth; depth-- > 0;)
		tx_buffer_byte(out, items->open[depth] == '{' ? '}' : ']');
}
