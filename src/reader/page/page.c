/* A page as a story: its text, block by block, with what is around the story as pieces of the
 * page's, and the facts that it states. */
#include "reader/page/page.h"

#include <stdlib.h>

#include "core/ascii.h"
#include "core/error.h"
#include "reader/page/facts/around.h"
#include "reader/page/body/blocks.h"
#include "reader/page/body/choose.h"
#include "reader/page/body/copy.h"
#include "reader/page/body/dropped.h"
#include "reader/page/body/edges.h"
#include "reader/page/facts/facts.h"
#include "reader/page/body/guide.h"
#include "reader/page/live.h"
#include "reader/page/facts/media.h"

#define PROSE_MIN    50                /* bytes of a block of prose */
#define PROSE_STATE  250               /* below which the state of scripts is read */
#define PROSE_SHORT  80                /* bytes of prose of a page that says it is a story */
#define PROSE_DATED  250               /* of one that has a date, an eighth of the page */
#define PROSE_ALONE  1000              /* of one that says nothing, a third of the page */
#define NEAR_BEFORE  8                 /* blocks before the first paragraph */
#define NEAR_AFTER   5                 /* and from it on */
#define DAY_LINE_MAX 160               /* bytes of a line that has a day */
#define PROSE_LONG   3000              /* of one that seems to be a list */
#define KEPT_MAX     ((size_t)1 << 20) /* bytes of a buffer that is kept */
#define STORIES_MANY 3                 /* stories that linked data tells of */

struct tx_page {
	struct tx_class_words words;
	struct tx_page_blocks blocks;
	struct tx_page_choice choice;
	struct tx_page_images images;
	struct tx_page_copy copy;
	struct tx_page_guide guide;
	struct tx_buffer scratch;
};

static struct tx_page *make(void)
{
	struct tx_page *page = calloc(1, sizeof(*page));

	if (page != NULL)
		tx_class_words_init(&page->words);
	return page;
}

void tx_page_free(struct tx_page *page)
{
	if (page == NULL)
		return;
	tx_page_blocks_done(&page->blocks);
	tx_page_choice_done(&page->choice);
	tx_page_copy_done(&page->copy);
	tx_page_guide_done(&page->guide);
	tx_buffer_done(&page->scratch);
	free(page);
}

/* What the walk over a page fills beside its blocks. */
struct reading {
	struct tx_page_facts facts;
	struct tx_page *page;
};

static void open_tag(void *user, enum tx_page_element element, telex_slice attributes,
		     telex_slice content)
{
	struct reading *reading = user;

	if (element == TX_EL_IMG)
		tx_page_image_note(&reading->page->images, reading->page->blocks.block_count,
				   attributes);
	else
		tx_page_facts_open(&reading->facts, element, attributes, content);
}

/* Prose of the story as chosen, its tables, and all text of the page, in bytes. */
struct measure {
	size_t prose, cells, all;
};

static struct measure measure(const struct tx_page_blocks *blocks)
{
	struct measure measure = {0};

	for (size_t i = 0; i < blocks->block_count; i++) {
		const struct tx_page_block *block = &blocks->blocks[i];
		measure.all += block->len;
		if (block->part == TX_PART_STORY && block->len >= PROSE_MIN && block->stops > 0)
			measure.prose += block->len;
		measure.cells += block->part == TX_PART_CELL ? block->len : 0;
	}
	return measure;
}

/* Take the text from the state of scripts where a page that says that it is a story shows none.
 * False when memory is short. */
static bool take_state(struct tx_page *page, const struct tx_page_facts *facts)
{
	struct measure m = measure(&page->blocks);

	if (page->guide.instead || page->choice.wire || !facts->article ||
	    m.prose + m.cells >= PROSE_STATE)
		return true;
	telex_slice subjects[TX_PAGE_SUBJECTS] = {facts->headline,
						  tx_story_fact(facts->story, TX_FIELD_ABSTRACT)};
	tx_page_state_read(&facts->state, subjects, &page->guide.text, &page->guide.block);
	page->guide.instead = page->guide.text.len > 0;
	return !page->guide.text.failed && !page->guide.block.failed;
}

/* Whether a page's address is that of its site: "https://example.org/". */
static bool is_front(const struct tx_page_facts *facts)
{
	telex_slice address = tx_story_fact(facts->story, TX_FIELD_ID);
	size_t host = tx_slice_find(address, TX_LIT("://"));

	if (host == address.len)
		return false;
	struct tx_cut path = tx_cut(tx_slice_skip(address, host + 3), '/');
	return tx_cut(path.tail, '?').head.len == 0;
}

/* Whether the page says that it is a list, a shop, a front page: linked data of one story outweighs
 * that of the lists around it. */
static bool is_list(const struct tx_page_facts *facts)
{
	return (facts->listing && facts->stories == 0) || facts->stories >= STORIES_MANY ||
	       is_front(facts);
}

/* Whether a line has a day: a year and another number, "14 May 2024", "2024.5.14". */
static bool has_day(telex_slice line)
{
	bool year = false, other = false;

	for (size_t at = 0; at < line.len;) {
		size_t len = 0;
		while (at + len < line.len && tx_is_digit(line.ptr[at + len]))
			len++;
		telex_slice number = tx_slice(line.ptr + at, len);
		bool century = len == 4 && (tx_slice_starts(number, TX_LIT("19")) ||
					    tx_slice_starts(number, TX_LIT("20")));
		year |= century;
		other |= len > 0 && len <= 2;
		at += len > 0 ? len : 1;
	}
	return year && other;
}

/* Whether a day or a byline is seen near the first paragraph: what a manual, a shop or a page about
 * its owner has not. */
static bool has_day_or_byline(const struct tx_page_blocks *blocks)
{
	size_t first = 0;

	while (first < blocks->block_count && blocks->blocks[first].part != TX_PART_STORY)
		first++;
	size_t from = first > NEAR_BEFORE ? first - NEAR_BEFORE : 0;
	for (size_t i = from; i < first + NEAR_AFTER && i < blocks->block_count; i++) {
		if (blocks->blocks[i].len <= DAY_LINE_MAX && has_day(tx_page_block_text(blocks, i)))
			return true;
	}
	for (size_t i = 0; i < blocks->mark_count; i++) {
		if (blocks->marks[i].block >= from && blocks->marks[i].block <= first)
			return true;
	}
	return false;
}

/* Whether there is a story: the page says so, or its text does. */
static bool has_story(const struct tx_page *page, const struct tx_page_facts *facts)
{
	struct measure m = measure(&page->blocks);

	if (page->copy.start == page->copy.end)
		return false;
	if (is_list(facts))
		return facts->stories > 0 && m.prose >= PROSE_LONG;
	if (page->guide.instead)
		return true;
	if (page->choice.wire)
		return true;
	if (facts->article || facts->body.len > 0)
		return m.prose + m.cells >= PROSE_SHORT;
	if (tx_story_fact(facts->story, TX_FIELD_ISSUED).len > 0)
		return m.prose >= PROSE_DATED && m.prose * 8 >= m.all;
	return m.prose >= PROSE_ALONE && m.prose * 3 >= m.all && has_day_or_byline(&page->blocks);
}

/* The blocks of a page and which of them are the story. */
static bool read_page(struct tx_page *page, telex_slice html, struct reading *reading)
{
	struct tx_page_watcher watcher = {open_tag, reading};
	telex_slice instead = {NULL, 0};

	page->images.count = 0;
	if (!tx_page_blocks_read(&page->blocks, html, &page->words, &watcher) ||
	    !tx_page_choose(&page->choice, &page->blocks))
		return false;
	tx_page_trim_edges(&page->blocks);
	if (!tx_page_guide_apply(&page->guide, &page->blocks, reading->facts.body))
		return false;
	if (!take_state(page, &reading->facts))
		return false;
	if (page->guide.instead)
		instead = tx_slice(page->guide.text.data, page->guide.text.len);
	return tx_page_copy_write(&page->copy, &page->blocks, 0, page->blocks.block_count,
				  instead) &&
	       !reading->facts.story->failed;
}

static void state_around(struct tx_page *page, struct tx_page_facts *facts)
{
	struct tx_page_around around = {.blocks = &page->blocks,
					.images = &page->images,
					.facts = facts,
					.title = page->choice.title,
					.first = page->blocks.block_count};

	for (size_t i = 0; i < page->blocks.block_count; i++) {
		if (page->blocks.blocks[i].part != TX_PART_STORY)
			continue;
		around.first = i < around.first ? i : around.first;
		around.last = i;
	}
	around.end = page->blocks.nodes[page->choice.best].end;
	if (around.end <= around.last && around.last < page->blocks.block_count)
		around.end = around.last + 1;
	tx_page_around_state(&around);
}

/* What the bounds of the page have left out. */
static void warn(const struct tx_page_blocks *blocks, struct tx_story *story)
{
	if (blocks->too_deep)
		tx_story_alert(story, TX_WARN_ENVELOPE_BROKEN, 0,
			       TX_LIT("HTML nested more than 256 deep: the elements further in "
				      "were left out, not their text"));
	if (blocks->cut_off)
		tx_story_alert(story, TX_WARN_ENVELOPE_BROKEN, 0,
			       TX_LIT("a comment or script in the page has no end: what follows it "
				      "was left out"));
	if (blocks->too_many)
		tx_story_alert(story, TX_WARN_ENVELOPE_BROKEN, 0,
			       TX_LIT("the page has more than 400000 blocks of text: the rest was "
				      "left out"));
}

/* A large page must not stay in memory beside its record. */
static void drop_large(struct tx_buffer *buffer)
{
	if (buffer->cap > KEPT_MAX)
		tx_buffer_done(buffer);
}

telex_status tx_page_unwrap(struct tx_reader *reader, telex_slice frame, telex_error *reterr)
{
	if (reader->page == NULL)
		reader->page = make();
	struct tx_page *page = reader->page;
	struct tx_story *story = tx_story_new(&reader->arena, "page");
	if (page == NULL || story == NULL)
		return tx_fail_memory(reterr);
	struct reading reading = {.facts = {.story = story, .scratch = &page->scratch},
				  .page = page};
	if (!read_page(page, frame, &reading))
		return tx_fail_memory(reterr);
	if (!has_story(page, &reading.facts))
		return tx_fail(reterr, TELEX_ERR_EMPTY, "no dispatch in this page");
	warn(&page->blocks, story);
	state_around(page, &reading.facts);
	if (reader->leftovers && !page->guide.instead)
		tx_page_dropped_state(&page->blocks, frame, page->choice.best, story);
	tx_page_facts_finish(&reading.facts);
	if (tx_page_is_live(&reading.facts))
		return tx_page_live_unwrap(reader, &reading.facts, &page->blocks, &page->copy,
					   reterr);
	drop_large(&page->blocks.text);
	bool finished = !story->failed && tx_page_copy_finish(&page->copy, story);
	drop_large(&page->copy.text);
	if (!finished)
		return tx_fail_memory(reterr);
	tx_stories_append(&reader->stories, story);
	return TELEX_OK;
}
