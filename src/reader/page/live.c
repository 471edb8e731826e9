/* Updates of schema.org's LiveBlogPosting: a title, a time and a text each, the text plain or HTML.
 */
#include "reader/html_reference.h"
#include "reader/page/live.h"

#include "core/ascii.h"
#include "core/error.h"
#include "reader/html.h"
#include "reader/page/markup/json_scan.h"
#include "reader/page/markup/tags.h"
#include "core/scan.h"

#define UPDATES_MIN 2   /* of a live blog */
#define STAMP_MAX   80  /* bytes of a line with the time of an update */
#define UPDATES_MAX 500 /* that are read */

/* The text of a member of an update, in `scratch`. */
static telex_slice text_of(struct tx_page_facts *facts, telex_slice update, const char *key)
{
	telex_slice value = tx_json_scan_find(update, key);
	struct tx_buffer plain = {0};

	facts->scratch->len = 0;
	if (value.len < 3 || value.ptr[0] != '"')
		return TX_LIT("");
	tx_json_scan_text(&plain, value);
	tx_html_decode(facts->scratch, tx_slice(plain.data, plain.len));
	facts->story->failed |= plain.failed || facts->scratch->failed;
	tx_buffer_done(&plain);
	return tx_slice(facts->scratch->data, facts->scratch->len);
}

bool tx_page_is_live(const struct tx_page_facts *facts)
{
	telex_slice inside = facts->updates, update;
	size_t count = 0;

	while (count < UPDATES_MIN && facts->updates.len > 0 && tx_json_scan_item(&inside, &update))
		count += tx_json_scan_find(update, "articleBody").len > 2;
	return count >= UPDATES_MIN;
}

/* The copy of an update: paragraphs are its lines, or its elements. */
static bool write_copy(struct tx_reader *reader, telex_slice text, struct tx_story *story)
{
	struct tx_markup *markup = &reader->markup;

	tx_markup_begin(markup, &reader->copy);
	if (tx_html_is(text)) {
		if (!tx_html_blocks(markup, text, story))
			return false;
	} else {
		for (struct tx_cut cut = {.tail = text, .found = true}; cut.found;) {
			cut = tx_cut(cut.tail, '\n');
			tx_markup_open(markup, TX_MARKUP_PARAGRAPH);
			tx_markup_text(markup, cut.head);
			tx_markup_flush(markup);
		}
	}
	story->blocks = (struct tx_pieces){markup->pieces, markup->piece_count};
	return !markup->failed && !reader->copy.failed;
}

/* The letters of a title, hashed; 0: it has none. */
static uint32_t letters_hash(telex_slice title)
{
	uint32_t hash = 2166136261U;
	bool any = false;

	for (size_t i = 0; i < title.len; i++) {
		if (!tx_char_is(title.ptr[i],
				TX_CHAR_UPPER | TX_CHAR_LOWER | TX_CHAR_DIGIT | TX_CHAR_HIGH))
			continue;
		hash = (hash ^ (uint8_t)tx_lower(title.ptr[i])) * 16777619U;
		any = true;
	}
	return any ? hash : 0;
}

/* The updates and where on the page they are. */
struct live {
	struct tx_reader *reader;
	struct tx_page_facts *facts;
	struct tx_page_blocks *blocks;
	struct tx_page_copy *copy;
	size_t count;
	uint32_t titles[UPDATES_MAX]; /* hashes */
	size_t places[UPDATES_MAX];   /* blocks of the titles, SIZE_MAX: not on the page */
};

static void find_places(struct live *live)
{
	telex_slice inside = live->facts->updates, update;

	while (live->count < UPDATES_MAX && tx_json_scan_item(&inside, &update)) {
		live->titles[live->count] = letters_hash(text_of(live->facts, update, "headline"));
		live->places[live->count++] = SIZE_MAX;
	}
	for (size_t i = 0; i < live->blocks->block_count; i++) {
		if (!tx_page_block_is(live->blocks, i, TX_IS_HEADING))
			continue;
		uint32_t hash = letters_hash(tx_page_block_text(live->blocks, i));
		for (size_t k = 0; hash != 0 && k < live->count; k++) {
			if (live->titles[k] == hash && live->places[k] == SIZE_MAX)
				live->places[k] = i;
		}
	}
}

/* The first title on the page after block `i`. */
static size_t next_place(const struct live *live, size_t i)
{
	size_t next = live->blocks->block_count;

	for (size_t k = 0; k < live->count; k++) {
		if (live->places[k] > i && live->places[k] < next)
			next = live->places[k];
	}
	return next;
}

/* Whether a block is the line of an update with its time, its author: "Ana Roe 14 May 2024 10:05". */
static bool is_stamp(const struct tx_page_blocks *blocks, size_t i)
{
	telex_slice text = tx_page_block_text(blocks, i);

	if (text.len > STAMP_MAX || strchr(".!?\":", text.ptr[text.len - 1]) != NULL)
		return false;
	for (size_t at = 1; at + 2 < text.len; at++) {
		if ((text.ptr[at] == ':' || text.ptr[at] == '.') && tx_is_digit(text.ptr[at - 1]) &&
		    tx_is_digit(text.ptr[at + 1]) && tx_is_digit(text.ptr[at + 2]))
			return true;
	}
	return false;
}

/* The first and the last block of an update may be such a line. */
static void drop_stamps(struct tx_page_blocks *blocks, size_t first, size_t last)
{
	size_t ends[2] = {SIZE_MAX, SIZE_MAX};

	for (size_t i = first; i < last; i++) {
		if (blocks->blocks[i].part != TX_PART_STORY)
			continue;
		ends[0] = ends[0] == SIZE_MAX ? i : ends[0];
		ends[1] = i;
	}
	for (size_t k = 0; k < 2 && ends[0] < ends[1]; k++) {
		if (is_stamp(blocks, ends[k]))
			blocks->blocks[ends[k]].part = TX_PART_DROPPED;
	}
}

/* Append a story made of the page's blocks from `first` up to `last`; `*ret_done`: there was one.
 */
static telex_status take_blocks(struct live *live, struct tx_story *story, size_t first,
				size_t last, bool *ret_done, telex_error *reterr)
{
	telex_slice none = {NULL, 0};

	*ret_done = false;
	drop_stamps(live->blocks, first, last);
	if (!tx_page_copy_write(live->copy, live->blocks, first, last, none))
		return tx_fail_memory(reterr);
	if (live->copy->start == live->copy->end)
		return TELEX_OK;
	if (!tx_page_copy_finish(live->copy, story))
		return tx_fail_memory(reterr);
	tx_stories_append(&live->reader->stories, story);
	*ret_done = true;
	return TELEX_OK;
}

/* What an update states itself. */
static void state_own(struct live *live, telex_slice update, struct tx_story *story)
{
	static const struct {
		const char *key;
		enum tx_field field;
	} own[] = {{"headline", TX_FIELD_HEADLINE},
		   {"datePublished", TX_FIELD_ISSUED},
		   {"dateModified", TX_FIELD_UPDATED},
		   {"url", TX_FIELD_ID}};

	tx_story_forget(story, TX_FIELD_ABSTRACT);
	tx_story_forget(story, TX_FIELD_SUBHEADLINE);
	for (size_t i = 0; i < TX_COUNT(own); i++) {
		telex_slice value = text_of(live->facts, update, own[i].key);
		if (value.len == 0)
			continue;
		tx_story_forget(story, own[i].field);
		tx_story_state(story, own[i].field, 0, value);
	}
}

static telex_status unwrap_update(struct live *live, telex_slice update, size_t place,
				  telex_error *reterr)
{
	struct tx_story *story = tx_story_copy(live->facts->story);
	telex_status status = TELEX_OK;
	bool done = false;

	if (story == NULL)
		return tx_fail_memory(reterr);
	state_own(live, update, story);
	telex_slice text = text_of(live->facts, update, "articleBody");
	if (live->facts->story->failed)
		return tx_fail_memory(reterr);
	if (place != SIZE_MAX)
		status =
			take_blocks(live, story, place + 1, next_place(live, place), &done, reterr);
	if (status != TELEX_OK || done)
		return status;
	if (text.len == 0)
		return TELEX_OK;
	if (!write_copy(live->reader, text, story) ||
	    !tx_story_finish(story, tx_slice(live->reader->copy.data, live->reader->copy.len)))
		return tx_fail_memory(reterr);
	tx_stories_append(&live->reader->stories, story);
	return TELEX_OK;
}

telex_status tx_page_live_unwrap(struct tx_reader *reader, struct tx_page_facts *facts,
				 struct tx_page_blocks *blocks, struct tx_page_copy *copy,
				 telex_error *reterr)
{
	struct live live = {.reader = reader, .facts = facts, .blocks = blocks, .copy = copy};
	telex_slice inside = facts->updates, update;
	telex_status status = TELEX_OK;
	bool done;

	find_places(&live);
	struct tx_story *lead = tx_story_copy(facts->story);
	if (lead == NULL || facts->story->failed)
		return tx_fail_memory(reterr);
	size_t first = next_place(&live, 0);
	if (first < blocks->block_count)
		status = take_blocks(&live, lead, 0, first, &done, reterr);
	for (size_t i = 0; status == TELEX_OK && i < live.count; i++) {
		if (!tx_json_scan_item(&inside, &update))
			break;
		status = unwrap_update(&live, update, live.places[i], reterr);
	}
	return status;
}
