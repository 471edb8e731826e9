/* The copy of an item: the richest of its bodies, HTML before plain text; without one, prose under
 * keys that are not known.  An item that telex wrote has nothing but the body in it: there each
 * block is what it is, and nothing is looked for. */
#include "core/ascii.h"
#include "core/error.h"
#include "core/utf8.h"
#include "reader/html.h"
#include "reader/json/ninjs.h"

#define PLAIN_SCORE 100 /* more than that of any HTML */
#define SCORE_STEP  4   /* between names; what is between are the roles of bodies */
#define SHOWN_MAX   200 /* bytes of a value that is left over */
#define PROSE_MIN   60  /* bytes of a text that is surely prose */

static void offer(struct tx_item *item, telex_slice text, unsigned score)
{
	struct tx_item_copy *copy = &item->copy;

	if (tx_trim(text).len == 0)
		return;
	score += tx_html_is(text) ? 0 : PLAIN_SCORE;
	if (copy->text.len > 0 && copy->score <= score)
		return;
	copy->text = text;
	copy->score = score;
}

/* Types of entries that are no paragraphs. */
static const char *const no_copy[] = {"title", "headline", "kicker",  "byline",      "date",
				      "image", "video",    "gallery", "author_info", NULL};

/* Paragraphs of a list as one text. */
static telex_slice join(struct tx_item *item, struct tx_json_value list)
{
	static const char *const names[] = {"content", "text", "value", "html", "body", NULL};
	struct tx_buffer *out = &item->reader->scratch;
	struct tx_json_walk walk = tx_json_begin(list);

	out->len = 0;
	while (tx_json_step(&walk)) {
		bool text = tx_json_opens(walk.value, '"');
		telex_slice part =
			text ? tx_json_text_of(walk.value) : tx_json_first(walk.value, names);
		if (part.len == 0 || tx_slice_in(tx_json_member(walk.value, "type"), no_copy))
			continue;
		if (out->len > 0)
			tx_buffer_lit(out, "\n\n");
		tx_buffer_slice(out, part);
	}
	item->failed |= out->failed;
	return out->failed ? (telex_slice){NULL, 0}
			   : tx_arena_copy(&item->reader->arena, tx_slice(out->data, out->len));
}

/* One of several forms of the copy, not a paragraph: its kind is reported, or its name. */
static bool is_form(struct tx_json_value entry)
{
	static const char *const signs[] = {"contentType", "contenttype", "role", "mimetype", NULL};

	return tx_json_first(entry, signs).len > 0 ||
	       (tx_json_member(entry, "name").len > 0 && tx_json_member(entry, "value").len > 0);
}

/* bodies[]: HTML rather than plain text, the main one rather than another. */
static bool offer_bodies(struct tx_item *item, struct tx_json_value list, unsigned score)
{
	struct tx_json_walk walk = tx_json_begin(list);
	bool any = false;

	while (tx_json_step(&walk)) {
		if (!is_form(walk.value))
			continue;
		any = true;
		bool main = tx_slice_is(tx_json_member(walk.value, "role"), "main");
		offer(item, tx_json_member(walk.value, "value"), score + !main);
	}
	return any;
}

void tx_take_body(struct tx_item *item, const struct tx_property *property,
		  struct tx_json_value value)
{
	static const char *const names[] = {"rendered", "body_html", "html",    "xhtml", "value",
					    "text",     "body_text", "content", "body",  NULL};
	unsigned score = SCORE_STEP * (unsigned)property->rank;

	if (item->facts_only)
		return;
	if (tx_json_opens(value, '{'))
		offer(item, tx_json_first(value, names), score);
	else if (!tx_json_opens(value, '['))
		offer(item, tx_json_text_of(value), score);
	else if (!offer_bodies(item, value, score))
		offer(item, join(item, value), score);
}

/* A sentence at least: words, and a mark that ends one. */
static bool is_prose(struct tx_json_value value)
{
	telex_slice text = tx_trim(tx_json_text_of(value));

	if (text.len < PROSE_MIN || memchr(text.ptr, ' ', text.len) == NULL)
		return false;
	return tx_html_is(text) || strchr(".!?\"'", text.ptr[text.len - 1]) != NULL ||
	       ((unsigned char)text.ptr[text.len - 1] & 0x80) != 0;
}

void tx_item_leave(struct tx_item *item, telex_slice key, struct tx_json_value value)
{
	telex_slice text = tx_json_scalar_of(value);
	struct tx_buffer *out = &item->reader->scratch;

	if (is_prose(value)) {
		if (item->prose.len > 0)
			tx_buffer_lit(&item->prose, "\n\n");
		tx_buffer_slice(&item->prose, text);
		item->failed |= item->prose.failed;
	}
	if (!item->reader->leftovers || tx_slice_is(value.text, "null"))
		return;
	if (text.len == 0 && !tx_json_opens(value, '"')) {
		out->len = 0;
		tx_json_write(value, out);
		item->failed |= out->failed;
		text = tx_utf8_take(tx_slice(out->data, out->len), SHOWN_MAX);
	}
	if (text.len > 0)
		tx_story_leave_over(item->story, key, text);
}

/* telex's own items have nothing but the body in their copy: each block is what it is. */
static bool settle(struct tx_story *story, telex_slice copy)
{
	struct tx_pieces known = story->blocks;
	size_t lines = 1, next = 0;
	struct tx_piece *pieces;

	for (size_t i = 0; i < copy.len; i++)
		lines += copy.ptr[i] == '\n';
	pieces = tx_arena_calloc(story->arena, known.count + lines, sizeof(*pieces));
	if (pieces == NULL)
		return false;
	story->blocks = (struct tx_pieces){pieces, 0};
	for (size_t at = 0; at < copy.len;) {
		struct tx_piece *piece = &pieces[story->blocks.count++];
		if (next < known.count && at == known.items[next].start) {
			*piece = known.items[next++];
		} else {
			size_t len = tx_cut(tx_slice_skip(copy, at), '\n').head.len + 1;
			*piece = (struct tx_piece){(uint32_t)at, (uint32_t)(at + len),
						   TX_TOK_PARAGRAPH};
		}
		at = piece->end;
	}
	return true;
}

/* The copy of NITF that came as text: what is around it are the facts again. */
static telex_slice content_of(telex_slice text)
{
	size_t start = tx_slice_find(text, TX_LIT("<body.content"));
	size_t end = tx_slice_find(text, TX_LIT("</body.content"));

	return start < end && end < text.len ? tx_slice(text.ptr + start, end - start) : text;
}

static bool fill_copy(struct tx_item *item, telex_slice copy)
{
	struct tx_reader *reader = item->reader;
	struct tx_markup *markup = &reader->markup;
	struct tx_story *story = item->story;

	bool plain;

	tx_markup_begin(markup, &reader->copy);
	if (tx_html_is(copy))
		copy = content_of(copy);
	if (!tx_html_copy(markup, copy, story, &plain) || markup->failed)
		return false;
	copy = tx_slice(reader->copy.data, reader->copy.len);
	if (plain) {
		story->kind = TX_COPY_PLAIN;
		return tx_story_finish(story, copy);
	}
	story->blocks = (struct tx_pieces){markup->pieces, markup->piece_count};
	return (!item->own || settle(story, copy)) && tx_story_finish(story, copy);
}

bool tx_item_finish(struct tx_item *item)
{
	telex_slice copy = item->copy.text;

	if (copy.len == 0 && item->prose.len > 0) {
		copy = tx_slice(item->prose.data, item->prose.len);
		tx_story_alert(
			item->story, TX_WARN_ENVELOPE_BROKEN, 1,
			TX_LIT("the item has no body: text under unknown names was taken for "
			       "it"));
	}
	bool good = !item->failed && fill_copy(item, copy);
	tx_buffer_done(&item->prose);
	return good;
}
