/* A page as a story: its text, block by block, with what is around the story as pieces of the
 * page's, and the facts that it states. */
#include "reader/page/page.h"

#include <stdlib.h>

#include "core/error.h"
#include "reader/page/blocks.h"
#include "reader/page/choose.h"
#include "reader/page/copy.h"
#include "reader/page/edges.h"
#include "reader/page/facts.h"
#include "reader/page/guide.h"

#define PROSE_MIN    50   /* bytes of a block of prose */
#define PROSE_SHORT  80   /* bytes of prose of a page that says it is a story */
#define PROSE_DATED  250  /* of one that has a date, an eighth of the page */
#define PROSE_ALONE  1000 /* of one that says nothing, a third of the page */
#define PROSE_LONG   3000 /* of one that seems to be a list */
#define STORIES_MANY 3    /* stories that linked data tells of */
#define BYLINE_MAX   160  /* bytes */
#define BYLINE_REACH 4    /* blocks above the title */

struct tx_page {
	struct tx_class_words words;
	struct tx_page_blocks blocks;
	struct tx_page_choice choice;
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

static void open_tag(void *user, enum tx_page_element element, telex_slice attributes,
		     telex_slice content)
{
	tx_page_facts_open(user, element, attributes, content);
}

/* The byline that is seen between the title and the story, or right above the title. */
static void take_bylines(const struct tx_page *page, struct tx_page_facts *facts)
{
	const struct tx_page_blocks *blocks = &page->blocks;
	size_t first = page->choice.title != SIZE_MAX && page->choice.title > BYLINE_REACH
			       ? page->choice.title - BYLINE_REACH
			       : 0;
	size_t last = 0;

	while (last < blocks->block_count && blocks->blocks[last].part != TX_PART_STORY)
		last++;
	for (size_t i = 0; i < blocks->mark_count; i++) {
		const struct tx_page_mark *mark = &blocks->marks[i];
		telex_slice text =
			tx_slice(blocks->text.data + mark->start, mark->end - mark->start);
		if (mark->block < first || mark->block > last + 1 || text.len > BYLINE_MAX)
			continue;
		tx_page_state_author(facts, mark->inner ? TX_RANK_SEEN : TX_RANK_SEEN + 1, text);
	}
}

/* A name alone in the paragraph before the story or after it. */
static void take_signature(const struct tx_page *page, struct tx_page_facts *facts)
{
	const struct tx_page_blocks *blocks = &page->blocks;
	size_t first = SIZE_MAX, last = 0;

	for (size_t i = 0; i < blocks->block_count; i++) {
		if (blocks->blocks[i].part != TX_PART_STORY)
			continue;
		first = first == SIZE_MAX ? i : first;
		last = i;
	}
	if (first == SIZE_MAX)
		return;
	size_t places[] = {first == 0 ? first : first - 1, last + 1};
	for (size_t i = 0; i < 2; i++) {
		if (places[i] < blocks->block_count &&
		    blocks->blocks[places[i]].part == TX_PART_DROPPED &&
		    tx_page_block_is(blocks, places[i], TX_IS_PROSE))
			tx_page_state_author(facts, TX_RANK_SEEN + 1,
					     tx_page_block_text(blocks, places[i]));
	}
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
	return m.prose >= PROSE_ALONE && m.prose * 3 >= m.all;
}

static bool finish(struct tx_page *page, struct tx_story *story)
{
	story->blocks = page->copy.pieces;
	if (!tx_story_finish(story, tx_slice(page->copy.text.data, page->copy.text.len)))
		return false;
	story->on_page = true;
	story->copy_end = story->copy_start + page->copy.end;
	story->copy_start += page->copy.start;
	return true;
}

telex_status tx_page_unwrap(struct tx_unwrapper *unwrapper, telex_slice frame, telex_error *reterr)
{
	if (unwrapper->page == NULL)
		unwrapper->page = make();
	struct tx_page *page = unwrapper->page;
	struct tx_story *story = tx_story_new(&unwrapper->arena, "page");
	if (page == NULL || story == NULL)
		return tx_fail_memory(reterr);
	struct tx_page_facts facts = {.story = story, .scratch = &page->scratch};
	struct tx_page_watcher watcher = {open_tag, &facts};
	if (!tx_page_blocks_read(&page->blocks, frame, &page->words, &watcher) ||
	    !tx_page_choose(&page->choice, &page->blocks))
		return tx_fail_memory(reterr);
	tx_page_trim_edges(&page->blocks);
	if (!tx_page_guide_apply(&page->guide, &page->blocks, facts.body))
		return tx_fail_memory(reterr);
	telex_slice instead = {NULL, 0};
	if (page->guide.instead)
		instead = tx_slice(page->guide.text.data, page->guide.text.len);
	if (!tx_page_copy_write(&page->copy, &page->blocks, 0, page->blocks.block_count, instead))
		return tx_fail_memory(reterr);
	if (story->failed)
		return tx_fail_memory(reterr);
	if (!has_story(page, &facts))
		return tx_fail(reterr, TELEX_ERR_EMPTY, "no dispatch in this page");
	take_bylines(page, &facts);
	take_signature(page, &facts);
	tx_page_facts_finish(&facts);
	if (story->failed || !finish(page, story))
		return tx_fail_memory(reterr);
	tx_stories_append(&unwrapper->stories, story);
	return TELEX_OK;
}
