/* Parts of a document of items.  What is around the items (the feed's own elements, the brackets and
 * keys of lists) is kept and written before each part, so that it holds for the items after it; of
 * XML not more than a bound.  Left out: an item that has no end ends with its document, or where a
 * line begins another one when it is too large. */
#include "reader/items.h"

#include <stdint.h>
#include <string.h>

#include "core/ascii.h"
#include "core/block.h"
#include "reader/restart.h"
#include "reader/text_place.h"

#define HEAD_MAX   ((size_t)512 << 10) /* bytes before the first item */
#define RUN_MIN    ((size_t)128 << 10) /* bytes of items that are handed out at once, or the limit */
#define HEADS_MAX  16                  /* times that what is before an item may be as large */
#define SLACK      64                  /* bytes after an item that tell where it ends */
#define KEPT_BYTES 600                 /* before what is searched: of a line, a tag */
#define APART      "{}"                /* an item without a comma after it */

static struct tx_text_place place_of_head(const struct tx_items *items)
{
	return tx_text_place_after((struct tx_text_place){.lines = 0},
				   tx_slice(items->head.data, items->head.len));
}

static size_t less(size_t offset, size_t count)
{
	return offset - (offset > count ? count : offset);
}

static void forget(struct tx_items *items, size_t count)
{
	struct tx_items_scan *scan = &items->scan;

	tx_xml_items_forget(&scan->xml, count);
	tx_json_items_forget(&scan->json, count);
	tx_xml_frame_forget(&items->root, count);
	scan->item = less(scan->item, count);
	scan->edge = less(scan->edge, count);
	scan->run = less(scan->run, count);
	scan->too_large = less(scan->too_large, count);
	items->searched = less(items->searched, count);
	items->end = less(items->end, count);
	items->one_by_one = less(items->one_by_one, count);
}

void tx_items_reset(struct tx_items *items)
{
	struct tx_buffer head = items->head, later = items->later, ends = items->ends;

	head.len = later.len = ends.len = 0;
	head.failed = later.failed = ends.failed = false;
	*items = (struct tx_items){.head = head, .later = later, .ends = ends};
}

void tx_items_done(struct tx_items *items)
{
	tx_buffer_done(&items->head);
	tx_buffer_done(&items->later);
	tx_buffer_done(&items->ends);
}

static size_t position(const struct tx_items *items)
{
	return items->is_json ? tx_json_items_at(&items->scan.json)
			      : tx_xml_items_at(&items->scan.xml);
}

/* The bytes that are the document's, as far as they are there. */
static telex_slice own_bytes(struct tx_items *items, telex_slice bytes, bool last)
{
	if (!items->has_end && !items->is_json)
		items->has_end = items->is_closed =
			tx_xml_frame_end(bytes, &items->root, &items->end);
	if (!items->has_end && last) {
		items->has_end = true;
		items->end = bytes.len;
	}
	return items->has_end ? tx_slice_take(bytes, items->end) : bytes;
}

/* What is between two items, up to the one that begins, if it holds for later ones. */
static void keep_around(struct tx_items *items, telex_slice bytes)
{
	struct tx_items_scan *scan = &items->scan;
	telex_slice around = tx_slice(bytes.ptr + scan->edge, scan->item - scan->edge);

	/* The comma is of the list before. */
	while (items->is_json && around.len > 0 &&
	       (tx_char_is(around.ptr[0], TX_CHAR_BLANK | TX_CHAR_NEWLINE) || around.ptr[0] == ','))
		around = tx_slice_skip(around, 1);
	if (!items->is_json && items->head.len + items->later.len + around.len > HEAD_MAX) {
		items->head.len = items->first_head;
		items->later.len = 0;
		return;
	}
	tx_buffer_slice(&items->later, around);
}

static void begin_item(struct tx_items *items, telex_slice bytes)
{
	struct tx_items_scan *scan = &items->scan;

	scan->item = position(items);
	scan->in_item = true;
	if (items->state != TX_ITEMS_OPEN) {
		tx_buffer_append(&items->head, bytes.ptr + items->start, scan->item - items->start);
		items->first_head = items->head.len;
	} else if (scan->around && (scan->count > 0 || !items->is_first)) {
		keep_around(items, bytes);
	}
	scan->around = false;
}

static void end_item(struct tx_items *items, telex_slice bytes, size_t limit)
{
	struct tx_items_scan *scan = &items->scan;
	size_t end = position(items);

	scan->in_item = false;
	if (end - scan->item > limit) {
		scan->too_large = end;
		return;
	}
	scan->edge = scan->run = end;
	scan->is_cut = items->is_json && tx_char_is(bytes.ptr[end - 1], TX_CHAR_NEWLINE);
	scan->count++;
	if (!items->ends_are_old)
		return;
	items->ends_are_old = false;
	items->ends.len = 0;
	if (items->is_json)
		tx_json_items_close(&scan->json, &items->ends);
	else
		tx_xml_items_close(&scan->xml, &items->ends);
}

/* Go on to the next item's start or end. */
static enum tx_item_step advance(struct tx_items *items, telex_slice bytes)
{
	enum tx_item_step step;

	for (;;) {
		step = items->is_json ? tx_json_items_step(&items->scan.json, bytes)
				      : tx_xml_items_step(&items->scan.xml, bytes);
		if (step != TX_ITEM_AROUND)
			break;
		/* What is open around items may be another then. */
		items->scan.around = true;
		items->ends_are_old = true;
	}
	if (step == TX_ITEM_OVER) {
		items->has_end = items->is_closed = true;
		items->end = position(items);
	}
	if (step == TX_ITEM_MORE && items->has_end && bytes.len == items->end)
		step = TX_ITEM_OVER;
	return step;
}

enum tx_frame_result tx_items_begin(struct tx_items *items, enum tx_framing framing,
				    telex_slice bytes, const struct tx_frame *whole,
				    const struct tx_xml_framer *root, size_t start)
{
	if (items->state == TX_ITEMS_NONE)
		return TX_FRAME_NONE;
	if (items->state == TX_ITEMS_IDLE) {
		tx_items_reset(items);
		items->state = TX_ITEMS_SEARCHED;
		items->is_json = framing == TX_FRAMING_JSON;
		items->start = items->scan.edge = items->scan.xml.framer.scanned = start;
		items->scan.json.at = start;
		items->before = items->scan;
	}
	if (whole != NULL) {
		items->has_end = true;
		items->is_closed = whole->closed;
		items->end = whole->end;
		bytes = tx_slice_take(bytes, whole->end);
	}
	items->root = *root;
	enum tx_item_step step = advance(items, bytes);
	if (step == TX_ITEM_MORE && position(items) - start <= HEAD_MAX)
		return TX_FRAME_MORE;
	if (step != TX_ITEM_BEGIN || position(items) - start > HEAD_MAX) {
		items->state = TX_ITEMS_NONE;
		return TX_FRAME_NONE;
	}
	begin_item(items, bytes);
	items->state = TX_ITEMS_OPEN;
	items->is_first = true;
	return TX_FRAME_FOUND;
}

/* Bytes up to `end` are consumed before the next call. */
static void hand_over(struct tx_items *items, telex_slice bytes, size_t end)
{
	struct tx_text_place place = {.column = items->column};

	items->taken = end;
	items->next_column = tx_text_place_after(place, tx_slice_take(bytes, end)).column;
}

/* Where the part begins: at its first item, or what is around it. */
static size_t start_of_part(struct tx_items *items, telex_slice bytes, size_t end)
{
	size_t at = 0, after;

	if (items->is_first)
		return items->start;
	while (at < end && tx_char_is(bytes.ptr[at], TX_CHAR_BLANK | TX_CHAR_NEWLINE))
		at++;
	if (!items->is_json || at == end)
		return at;
	for (after = at + 1; after < end; after++) {
		if (!tx_char_is(bytes.ptr[after], TX_CHAR_BLANK | TX_CHAR_NEWLINE))
			break;
	}
	bool has_comma = bytes.ptr[at] == ',', closes = bytes.ptr[at] == ']';
	items->part.apart = !closes && !items->before.is_cut &&
			    !(has_comma && after < end && bytes.ptr[after] != ']');
	return has_comma && !items->part.apart ? after : at;
}

static enum tx_frame_result hand_out(struct tx_items *items, telex_slice bytes, size_t end,
				     bool is_last, struct tx_frame *frame)
{
	struct tx_text_place head = place_of_head(items);

	items->part = (struct tx_items_part){.count = items->scan.count +
						      (is_last && items->scan.in_item),
					     .is_first = items->is_first,
					     .is_last = is_last};
	size_t start = items->part.start = start_of_part(items, bytes, end);
	telex_slice before = tx_slice_take(bytes, start);
	*frame = (struct tx_frame){.kind = TX_FRAME_MARKUP,
				   .start = start,
				   .text_start = start,
				   .text_end = end,
				   .end = end,
				   .closed = !is_last || items->is_closed,
				   .is_part = true};
	if (!items->is_first) {
		items->part.column =
			tx_text_place_after((struct tx_text_place){.column = items->column}, before)
				.column;
		items->part.head_lines = head.lines;
		items->part.head_column = head.column + (items->part.apart ? sizeof(APART) - 1 : 0);
	}
	items->is_over = is_last;
	hand_over(items, bytes, end);
	return TX_FRAME_FOUND;
}

/* An item of more than the limit, from its start to `end`. */
static enum tx_frame_result leave_out(struct tx_items *items, telex_slice bytes, size_t end,
				      struct tx_frame *frame)
{
	struct tx_items_scan *scan = &items->scan;
	size_t start = scan->in_item || scan->too_large > 0 ? scan->item : scan->edge;

	*frame = (struct tx_frame){.kind = TX_FRAME_MARKUP,
				   .start = start < end ? start : end,
				   .end = end,
				   .oversized = true,
				   .is_part = true};
	scan->edge = scan->run = end;
	scan->too_large = 0;
	items->part = (struct tx_items_part){.head_lines = place_of_head(items).lines};
	items->skips = false;
	items->is_first = false;
	hand_over(items, bytes, end);
	return TX_FRAME_FOUND;
}

/* Whether a line begins another item; then the search goes on there. */
static bool finds_restart(struct tx_items *items, telex_slice bytes, size_t *ret_start)
{
	const telex_slice names[] = {tx_slice(items->scan.xml.name, items->scan.xml.name_len),
				     {NULL, 0}};
	telex_slice looked_at = tx_slice_take(bytes, position(items));

	if (items->is_json || !tx_restart_find(looked_at, names, &items->searched, ret_start))
		return false;
	items->scan.xml.in_item = false;
	items->scan.xml.framer = (struct tx_xml_framer){.scanned = *ret_start};
	return true;
}

/* Pass over an item that is too large, up to its end or another one's start. */
static enum tx_frame_result pass_over(struct tx_items *items, telex_slice bytes,
				      struct tx_frame *frame)
{
	enum tx_item_step step = advance(items, bytes);
	size_t end = position(items), dropped = less(end, KEPT_BYTES), restart;

	bool restarts = finds_restart(items, bytes, &restart);
	items->is_over = !restarts && step == TX_ITEM_OVER;
	if (restarts || step != TX_ITEM_MORE) {
		end = restarts ? restart : items->is_over ? items->end : end;
		leave_out(items, bytes, end, frame);
		items->scan.in_item = false;
		if (step == TX_ITEM_BEGIN && !restarts)
			begin_item(items, bytes);
		return TX_FRAME_FOUND;
	}
	if (dropped == 0)
		return TX_FRAME_MORE;
	*frame = (struct tx_frame){.start = items->scan.in_item ? items->scan.item
								: items->scan.edge,
				   .end = dropped,
				   .oversized = true,
				   .is_part = true};
	hand_over(items, bytes, dropped);
	return TX_FRAME_PART;
}

/* What is not read of a document that was refused. */
static enum tx_frame_result drop_rest(struct tx_items *items, telex_slice bytes,
				      struct tx_frame *frame)
{
	enum tx_item_step step;

	do
		step = advance(items, bytes);
	while (step != TX_ITEM_MORE && step != TX_ITEM_OVER);
	items->is_over = step == TX_ITEM_OVER;
	size_t dropped = items->is_over ? items->end : less(position(items), KEPT_BYTES);
	if (dropped == 0 && !items->is_over)
		return TX_FRAME_MORE;
	*frame = (struct tx_frame){.end = dropped};
	hand_over(items, bytes, dropped);
	return TX_FRAME_PART;
}

/* What was handed out is consumed: another part begins. */
static void begin_part(struct tx_items *items)
{
	forget(items, items->taken);
	items->column = items->next_column;
	items->is_first &= items->taken == 0;
	items->taken = 0;
	tx_buffer_slice(&items->head, tx_slice(items->later.data, items->later.len));
	items->later.len = 0;
	items->scan.run = items->scan.count = 0;
	items->before = items->scan;
}

/* Whether the items at hand are enough for a part.  What is before them is read again with each. */
static bool is_full(const struct tx_items *items, size_t limit)
{
	size_t min = limit < RUN_MIN ? limit : RUN_MIN, head = items->head.len;
	size_t enough = head > min ? head : min;

	if (items->one_by_one > 0)
		enough = head / HEADS_MAX;

	return items->scan.count > 0 && items->scan.run >= enough;
}

/* Whether what is at hand is too large, so that it is passed over. */
static bool is_too_large(const struct tx_items *items, telex_slice bytes, size_t limit)
{
	const struct tx_items_scan *scan = &items->scan;
	size_t from = scan->in_item ? scan->item : scan->edge;

	return bytes.len - from > limit && bytes.len - from - limit >= SLACK;
}

/* The search has gone on as far as it can: to the end of the document, or of the bytes. */
static enum tx_frame_result stop(struct tx_items *items, enum tx_item_step step, telex_slice bytes,
				 size_t limit, struct tx_frame *frame)
{
	struct tx_items_scan *scan = &items->scan;

	if (items->has_end)
		bytes = tx_slice_take(bytes, items->end);
	bool too_large = scan->too_large > 0 || is_too_large(items, bytes, limit);
	/* What shows only after the list that its object is an item does not hold for the list. */
	bool is_apart = items->is_json && scan->json.is_item;

	if (scan->count > 0 && (too_large || (step == TX_ITEM_OVER && is_apart)))
		return hand_out(items, bytes, scan->run, false, frame);
	if (scan->too_large > 0)
		return leave_out(items, bytes, scan->too_large, frame);
	if (too_large) {
		items->skips = true;
		items->searched = (scan->in_item ? scan->item : scan->edge) + limit;
		return pass_over(items, bytes, frame);
	}
	return step == TX_ITEM_OVER ? hand_out(items, bytes, items->end, true, frame)
				    : TX_FRAME_MORE;
}

enum tx_frame_result tx_items_next(struct tx_items *items, telex_slice bytes, size_t limit,
				   bool last, struct tx_frame *ret_frame)
{
	enum tx_item_step step = TX_ITEM_END;

	if (items->taken > 0)
		begin_part(items);
	if (items->is_over) {
		items->state = TX_ITEMS_IDLE;
		return TX_FRAME_NONE;
	}
	bytes = own_bytes(items, bytes, last);
	if (items->refused)
		return drop_rest(items, bytes, ret_frame);
	if (items->skips)
		return pass_over(items, bytes, ret_frame);
	while (items->scan.too_large == 0) {
		if (is_full(items, limit))
			return hand_out(items, bytes, items->scan.run, false, ret_frame);
		step = advance(items, bytes);
		if (step == TX_ITEM_MORE || step == TX_ITEM_OVER)
			break;
		if (step == TX_ITEM_BEGIN)
			begin_item(items, bytes);
		else
			end_item(items, bytes, limit);
	}
	return stop(items, step, bytes, limit, ret_frame);
}

telex_slice tx_items_document(const struct tx_items *items, telex_slice raw, struct tx_arena *arena)
{
	const struct tx_items_part *part = &items->part;
	const struct tx_buffer *head = &items->head, *ends = &items->ends;
	size_t head_len = part->is_first ? 0 : head->len, ends_len = part->is_last ? 0 : ends->len;
	telex_slice apart = part->apart ? TX_LIT(APART) : (telex_slice){NULL, 0};
	struct tx_buffer out = {.cap = head_len + apart.len + raw.len + ends_len + 1};

	if (head->failed || items->later.failed || ends->failed)
		return (telex_slice){NULL, 0};
	out.data = tx_arena_alloc(arena, out.cap);
	if (out.data == NULL)
		return (telex_slice){NULL, 0};
	tx_buffer_append(&out, head->data, head_len);
	tx_buffer_slice(&out, apart);
	tx_buffer_slice(&out, raw);
	tx_buffer_append(&out, ends->data, ends_len);
	return tx_slice(out.data, out.len);
}

bool tx_items_is_in_head(const struct tx_items *items, size_t line, size_t column)
{
	struct tx_text_place head = place_of_head(items);

	return line <= head.lines || (line == head.lines + 1 && column <= head.column);
}

void tx_items_again(struct tx_items *items)
{
	items->scan = items->before;
	items->later.len = 0;
	items->one_by_one = items->taken;
	items->taken = 0;
	items->is_over = false;
}

void tx_items_refuse(struct tx_items *items)
{
	items->refused = true;
}
