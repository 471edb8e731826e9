/* Blocks between the title and the story, and right after the story. */
#include "reader/page/facts/around.h"

#include "core/ascii.h"
#include "reader/page/facts/authors.h"
#include "reader/page/facts/wall.h"

#define BYLINE_MAX      160 /* bytes */
#define BYLINE_REACH    4   /* blocks above the title */
#define SUBHEADLINE_MIN 20  /* bytes */
#define SUBHEADLINE_MAX 300
#define REPEATED        40 /* letters of an abstract that the story begins with */

/* The byline that is seen between the title and the story, or right above the title. */
static void take_bylines(const struct tx_page_around *a)
{
	const struct tx_page_blocks *blocks = a->blocks;
	size_t first =
		a->title != SIZE_MAX && a->title > BYLINE_REACH ? a->title - BYLINE_REACH : 0;
	for (size_t i = 0; i < blocks->mark_count; i++) {
		const struct tx_page_mark *mark = &blocks->marks[i];
		telex_slice text =
			tx_slice(blocks->text.data + mark->start, mark->end - mark->start);
		if (mark->block < first || mark->block > a->first + 1 || text.len > BYLINE_MAX)
			continue;
		tx_page_state_author(a->facts, mark->inner ? TX_RANK_SEEN : TX_RANK_SEEN + 1, text);
	}
}

/* A name alone in the paragraph before the story or after it. */
static void take_signature(const struct tx_page_around *a)
{
	const struct tx_page_blocks *blocks = a->blocks;
	size_t places[] = {a->first == 0 ? a->first : a->first - 1, a->last + 1};
	for (size_t i = 0; i < 2; i++) {
		if (places[i] < blocks->block_count &&
		    blocks->blocks[places[i]].part == TX_PART_DROPPED &&
		    tx_page_block_is(blocks, places[i], TX_IS_PROSE) &&
		    tx_page_is_person(tx_page_block_text(blocks, places[i])))
			tx_page_state_author(a->facts, TX_RANK_SEEN + 1,
					     tx_page_block_text(blocks, places[i]));
	}
}

/* A heading right below the title. */
static void take_subheadline(const struct tx_page_around *a)
{
	const struct tx_page_blocks *blocks = a->blocks;

	for (size_t i = a->title; i < a->title + 2 && i + 1 < a->first; i++) {
		const struct tx_page_block *block = &blocks->blocks[i + 1];
		if (tx_page_block_element(blocks, i + 1) == TX_EL_H2 &&
		    block->len >= SUBHEADLINE_MIN && block->len <= SUBHEADLINE_MAX &&
		    block->link * 2 < block->len) {
			tx_story_state(a->facts->story, TX_FIELD_SUBHEADLINE, TX_RANK_SEEN,
				       tx_page_block_text(blocks, i + 1));
			return;
		}
	}
}

/* Whether two texts begin with the same letters, whatever is between them. */
static bool begin_alike(telex_slice a, telex_slice b)
{
	size_t i = 0, j = 0, letters = 0;

	while (letters < REPEATED) {
		while (i < a.len && tx_char_is(a.ptr[i], TX_CHAR_BLANK | TX_CHAR_PUNCT))
			i++;
		while (j < b.len && tx_char_is(b.ptr[j], TX_CHAR_BLANK | TX_CHAR_PUNCT))
			j++;
		if (i == a.len || j == b.len || tx_lower(a.ptr[i]) != tx_lower(b.ptr[j]))
			return false;
		i++, j++, letters++;
	}
	return true;
}

/* An abstract that is the beginning of the story is not one. */
static void drop_abstract(const struct tx_page_around *a)
{
	telex_slice abstract = tx_story_fact(a->facts->story, TX_FIELD_ABSTRACT);

	if (abstract.len > 0 && a->first < a->blocks->block_count &&
	    begin_alike(abstract, tx_page_block_text(a->blocks, a->first)))
		tx_story_forget(a->facts->story, TX_FIELD_ABSTRACT);
}

void tx_page_around_state(const struct tx_page_around *a)
{
	struct tx_story *story = a->facts->story;
	size_t from = a->title != SIZE_MAX && a->title < a->first ? a->title : a->first;

	take_bylines(a);
	take_signature(a);
	if (a->title != SIZE_MAX) {
		tx_page_state_headline(a->facts, TX_RANK_DATA,
				       tx_page_block_text(a->blocks, a->title));
		take_subheadline(a);
	}
	drop_abstract(a);
	tx_page_media_state(a->images, a->blocks, from, a->end, a->facts->scratch, story);
	if (a->facts->partial || tx_page_has_wall(a->blocks, a->last))
		tx_story_alert(story, TX_WARN_PAGE_PARTIAL, 0,
			       TX_LIT("the page says that not all of its story is free to read"));
}
