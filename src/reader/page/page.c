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

#define BYLINE_MAX 120 /* bytes */
#define PROSE_ENOUGH                                                                               \
	600 /* bytes of prose that make a story of a page that does not say it is one */

struct tx_page {
	struct tx_class_words words;
	struct tx_page_blocks blocks;
	struct tx_page_choice choice;
	struct tx_page_copy copy;
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
	tx_buffer_done(&page->scratch);
	free(page);
}

static void open_tag(void *user, enum tx_page_element element, telex_slice attributes,
		     telex_slice content)
{
	tx_page_facts_open(user, element, attributes, content);
}

/* The line above the story that the page marks as its byline. */
static void take_byline(const struct tx_page *page, struct tx_page_facts *facts)
{
	const struct tx_page_blocks *blocks = &page->blocks;

	for (size_t i = 0; i < blocks->block_count; i++) {
		const struct tx_page_block *block = &blocks->blocks[i];
		if (block->part == TX_PART_STORY)
			return;
		if (block->len > BYLINE_MAX ||
		    (blocks->nodes[block->node].hints & TX_HINT_AUTHOR) == 0)
			continue;
		tx_story_state(facts->story, TX_FIELD_BYLINE, TX_RANK_SEEN,
			       tx_page_block_text(blocks, i));
		return;
	}
}

/* Whether there is a story: the page says so, or its text does. */
static bool has_story(const struct tx_page *page, const struct tx_page_facts *facts)
{
	if (page->copy.start == page->copy.end)
		return false;
	return facts->article || facts->body.len > 0 || page->choice.wire ||
	       page->choice.prose >= PROSE_ENOUGH;
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
	if (!tx_page_copy_write(&page->copy, &page->blocks, 0, page->blocks.block_count))
		return tx_fail_memory(reterr);
	if (!has_story(page, &facts))
		return tx_fail(reterr, TELEX_ERR_EMPTY, "no dispatch in this page");
	if (facts.authors.count == 0)
		take_byline(page, &facts);
	tx_page_facts_finish(&facts);
	if (story->failed || !finish(page, story))
		return tx_fail_memory(reterr);
	tx_stories_append(&unwrapper->stories, story);
	return TELEX_OK;
}
