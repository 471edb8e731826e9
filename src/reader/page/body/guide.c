/* Letters are compared without case, blanks and punctuation.  A block is found by its first twelve,
 * of which each word of the body begins some: a few looks for each block, however long the body
 * is. */
#include "reader/html_reference.h"
#include "reader/page/body/guide.h"

#include <stdlib.h>

#include "core/ascii.h"
#include "reader/page/body/edges.h"
#include "reader/page/markup/json_scan.h"
#include "reader/page/markup/tags.h"

#define KEY_LEN   12      /* letters by which a place in the body is found */
#define SAME_MAX  16      /* places that begin alike */
#define BODY_MAX  1000000 /* bytes of a body that is looked at */
#define BODY_MIN  300     /* letters of a body that guides, or is used itself */
#define LONG_MIN  60      /* bytes of a block that may begin or end the story */
#define INNER_MIN 100     /* of a paragraph between them that the body has not */

struct guiding {
	struct tx_page_guide *guide;
	struct tx_page_blocks *page;
	size_t kept, hit; /* letters of the story as chosen, and of blocks that the body has */
};

/* Bytes of the character at `at` that count; 0: it is no letter. */
static size_t letter_len(telex_slice s, size_t at)
{
	unsigned char c = (unsigned char)s.ptr[at];

	if (c < 0x80)
		return tx_char_is(s.ptr[at], TX_CHAR_UPPER | TX_CHAR_LOWER | TX_CHAR_DIGIT);
	size_t len = c >= 0xf0 ? 4 : c >= 0xe0 ? 3 : 2;
	bool ideographic_stop = c == 0xe3 && at + 1 < s.len && (unsigned char)s.ptr[at + 1] == 0x80;
	if (c == 0xc2 || c == 0xe2 || c < 0xc0 || ideographic_stop || at + len > s.len)
		return 0;
	return len;
}

/* The letters of a text. */
static void squeeze(telex_slice s, struct tx_buffer *out)
{
	out->len = 0;
	if (!tx_buffer_reserve(out, s.len + KEY_LEN))
		return;
	for (size_t at = 0; at < s.len;) {
		size_t len = letter_len(s, at);
		for (size_t i = 0; i < len; i++)
			out->data[out->len++] = tx_lower(s.ptr[at + i]);
		at += len > 0 ? len : 1;
	}
}

static uint32_t key_hash(const char *letters)
{
	uint32_t hash = 2166136261U;

	for (size_t i = 0; i < KEY_LEN; i++)
		hash = (hash ^ (uint8_t)letters[i]) * 16777619U;
	return hash ^ hash >> 15;
}

static void note_place(struct tx_page_guide *guide, size_t place)
{
	const char *letters = guide->letters.data;
	size_t slot = key_hash(letters + place) & (guide->capacity - 1);
	unsigned same = 0;

	for (; guide->slots[slot] != 0; slot = (slot + 1) & (guide->capacity - 1)) {
		same += memcmp(letters + guide->slots[slot] - 1, letters + place, KEY_LEN) == 0;
		if (same == SAME_MAX)
			return;
	}
	guide->slots[slot] = (uint32_t)place + 1;
}

/* Whether a word begins at a character; words of scripts without blanks begin anywhere. */
static bool begins_word(size_t len, bool inside)
{
	return len > 0 && (!inside || len > 2);
}

static bool make_slots(struct tx_page_guide *guide, telex_slice s)
{
	size_t words = 1, capacity = 64;
	bool inside = false;

	for (size_t at = 0, len; at<s.len; at += len> 0 ? len : 1) {
		len = letter_len(s, at);
		words += begins_word(len, inside);
		inside = len > 0;
	}
	while (capacity < 2 * words)
		capacity *= 2;
	if (capacity > guide->slot_capacity) {
		free(guide->slots);
		guide->slots = malloc(capacity * sizeof(*guide->slots));
		guide->slot_capacity = guide->slots == NULL ? 0 : capacity;
	}
	guide->capacity = capacity;
	if (guide->slots != NULL)
		memset(guide->slots, 0, capacity * sizeof(*guide->slots));
	return guide->slots != NULL;
}

/* The places where words of the body begin. */
static bool index_body(struct tx_page_guide *guide)
{
	telex_slice s = tx_slice(guide->text.data, guide->text.len);
	size_t place = 0;
	bool inside = false;

	if (!make_slots(guide, s))
		return false;
	for (size_t at = 0, len; at<s.len; at += len> 0 ? len : 1) {
		len = letter_len(s, at);
		if (begins_word(len, inside) && place + KEY_LEN <= guide->letters.len)
			note_place(guide, place);
		inside = len > 0;
		place += len;
	}
	return true;
}

static bool is_in_body(const struct tx_page_guide *guide, const struct tx_buffer *block)
{
	const char *letters = guide->letters.data;

	if (block->len < KEY_LEN)
		return false;
	for (size_t slot = key_hash(block->data) & (guide->capacity - 1); guide->slots[slot] != 0;
	     slot = (slot + 1) & (guide->capacity - 1)) {
		size_t place = guide->slots[slot] - 1;
		if (place + block->len <= guide->letters.len &&
		    memcmp(letters + place, block->data, block->len) == 0)
			return true;
	}
	return false;
}

/* Hold each block against the body. */
static void compare(struct guiding *g)
{
	for (size_t i = 0; i < g->page->block_count; i++) {
		struct tx_page_block *block = &g->page->blocks[i];
		squeeze(tx_page_block_text(g->page, i), &g->guide->block);
		bool kept = block->part == TX_PART_STORY || block->part == TX_PART_CROSSHEAD ||
			    block->part == TX_PART_CELL;
		g->kept += kept ? g->guide->block.len : 0;
		block->in_body = is_in_body(g->guide, &g->guide->block);
		g->hit += block->in_body ? g->guide->block.len : 0;
	}
}

/* The story is what the body has, and long paragraphs between that which it has not. */
static void mark_parts(struct tx_page_blocks *page)
{
	size_t first = SIZE_MAX, last = 0;

	for (size_t i = 0; i < page->block_count; i++) {
		if (!page->blocks[i].in_body || page->blocks[i].len <= LONG_MIN)
			continue;
		first = first == SIZE_MAX ? i : first;
		last = i;
	}
	for (size_t i = 0; i < page->block_count; i++) {
		struct tx_page_block *block = &page->blocks[i];
		bool kept = block->part == TX_PART_STORY || block->part == TX_PART_CROSSHEAD ||
			    block->part == TX_PART_CELL;
		bool heading = tx_page_block_is(page, i, TX_IS_HEADING);
		bool inner = kept && i > first && i < last &&
			     (block->part != TX_PART_STORY ||
			      (block->len > INNER_MIN && block->link * 3 < block->len &&
			       tx_page_block_is(page, i, TX_IS_PROSE)));
		bool own = block->in_body && block->link * 5 < block->len * 4 &&
			   !tx_page_is_junk(tx_page_block_text(page, i)) &&
			   !tx_page_is_caption(tx_page_block_text(page, i));
		bool taken = (own || inner) && tx_page_block_element(page, i) != TX_EL_H1;
		if (taken && !kept)
			block->part = heading ? TX_PART_CROSSHEAD : TX_PART_STORY;
		else if (!taken && kept)
			block->part = TX_PART_DROPPED;
	}
}

bool tx_page_guide_apply(struct tx_page_guide *guide, struct tx_page_blocks *page, telex_slice body)
{
	struct guiding g = {.guide = guide, .page = page};

	guide->instead = false;
	if (body.len == 0 || body.len > BODY_MAX)
		return true;
	guide->block.len = guide->text.len = 0;
	tx_json_scan_text(&guide->block, body);
	tx_html_decode(&guide->text, tx_slice(guide->block.data, guide->block.len));
	if (guide->block.failed || guide->text.failed)
		return false;
	tx_page_strip_tags(&guide->text);
	squeeze(tx_slice(guide->text.data, guide->text.len), &guide->letters);
	if (guide->letters.failed || !index_body(guide))
		return false;
	compare(&g);
	double letters = (double)guide->letters.len;
	if (guide->letters.len > BODY_MIN && letters > 0.7 * (double)g.kept &&
	    (double)g.hit > 0.6 * letters)
		mark_parts(page);
	else
		guide->instead = guide->letters.len > BODY_MIN && (double)g.kept < 0.5 * letters &&
				 (double)g.hit < 0.5 * letters;
	return !guide->block.failed;
}

void tx_page_guide_done(struct tx_page_guide *guide)
{
	tx_buffer_done(&guide->text);
	tx_buffer_done(&guide->letters);
	tx_buffer_done(&guide->block);
	free(guide->slots);
	*guide = (struct tx_page_guide){0};
}
