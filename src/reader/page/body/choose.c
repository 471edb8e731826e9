/* Prose counts its length, links and scraps count against their container; the best container is
 * tightened to the part of it that holds nearly all.  Names of classes count against a container
 * unless it holds most of the page's prose: sites name their stories in odd ways. */
#include "reader/page/body/choose.h"

#include <stdlib.h>

#include "core/ascii.h"
#include "reader/page/body/edges.h"

#define SUMS_KEPT      16384 /* containers */
#define PROSE_MIN      50    /* bytes of a block of prose */
#define PROSE_MAX      1000  /* one long block is not worth more */
#define LINKED         0.5   /* share of a block's text in links that makes it a link */
#define LINKED_STORY   0.45  /* likewise, of a block of the story */
#define LINKED_PROSE   0.75 /* likewise, of a paragraph that is a sentence; blanks are not counted */
#define LINKED_TABLE   0.7  /* likewise, of a table */
#define CELL_MAX       400  /* bytes of a cell of a table of data */
#define WIRE_BONUS     800  /* of a block that begins as a dispatch does */
#define PICTURE_REACH  3    /* containers around a block, one of which is a picture's */
#define PICTURE_TEXT   300  /* bytes of text of such a container */
#define TITLE_DISTANCE 25   /* blocks between the title and the story */
#define TIGHT          0.93 /* share of the value that a part must hold */

enum { TABLE_UNKNOWN, TABLE_LAYOUT, TABLE_DATA };

struct chooser {
	struct tx_page_choice *choice;
	struct tx_page_blocks *page;
	struct tx_page_sum *sums;
	bool named; /* what containers are named counts */
	double all; /* prose of the page */
};

static double share(uint32_t part, uint32_t whole)
{
	return whole == 0 ? 0 : (double)part / whole;
}

static double least(double a, double b)
{
	return a < b ? a : b;
}

/* Of a short block, or one without a stop: cells of a table say nothing, items of a list without
 * links little. */
static double scrap_value(const struct chooser *c, size_t i)
{
	if (tx_page_block_is(c->page, i, TX_IS_PROSE))
		return 2;
	if (tx_page_block_is(c->page, i, TX_IS_CELL))
		return 0;
	return tx_page_block_is(c->page, i, TX_IS_LIST) ? -3 : -8;
}

/* What a block speaks for or against its container being the story. */
static double value_of(const struct chooser *c, size_t i)
{
	const struct tx_page_block *block = &c->page->blocks[i];
	double linked = share(block->link, block->len);
	unsigned against = c->sums[block->node].against;

	if (c->named && against > 0)
		return block->len > 100 && against < 2 && linked < 0.3 ? 5 : -5;
	if (tx_page_block_is(c->page, i, TX_IS_HEADING))
		return linked > LINKED ? -20 : 0;
	if (linked > LINKED)
		return -least(block->len, 100) * 0.6 - 15;
	bool prose = tx_page_block_is(c->page, i, TX_IS_PROSE);
	if (block->len < PROSE_MIN || block->stops == 0)
		return scrap_value(c, i);
	double weight = prose ? 1 : tx_page_block_is(c->page, i, TX_IS_LIST) ? 0.5 : 0.8;
	return least(block->len, PROSE_MAX) * (1 - linked) * weight;
}

/* The page's title and its prose, whatever its containers are named. */
static void sum_prose(struct chooser *c)
{
	struct tx_page_blocks *page = c->page;

	c->choice->title = SIZE_MAX;
	for (size_t i = 0; i < page->block_count; i++) {
		const struct tx_page_block *block = &page->blocks[i];
		double value = value_of(c, i);
		if (value > 0) {
			c->all += value;
			c->sums[block->node].own += (float)value;
		}
		bool heading = tx_page_block_is(page, i, TX_IS_HEADING);
		if (c->choice->title == SIZE_MAX && block->len > 12 &&
		    block->link * 2 < block->len && tx_page_block_element(page, i) == TX_EL_H1)
			c->choice->title = i;
		uint32_t parent = page->nodes[block->node].parent;
		if (heading && block->link > 0.6 * block->len && block->len > 20 &&
		    c->sums[parent].cards < UINT16_MAX)
			c->sums[parent].cards++;
	}
	/* Containers are in the order of their start tags. */
	for (size_t n = page->node_count; n-- > 1;)
		c->sums[page->nodes[n].parent].own += c->sums[n].own;
}

static void mark_title(struct chooser *c)
{
	const struct tx_page_blocks *page = c->page;

	if (c->choice->title == SIZE_MAX)
		return;
	for (uint32_t n = page->blocks[c->choice->title].node; n != 0; n = page->nodes[n].parent)
		c->sums[n].h1 = true;
	c->sums[0].h1 = true;
}

/* How much a container's own name counts. */
static unsigned own_against(const struct chooser *c, size_t n)
{
	const struct tx_page_node *node = &c->page->nodes[n];
	const struct tx_page_sum *sum = &c->sums[n];
	unsigned against = node->against;
	bool aside = (tx_page_element_is((enum tx_page_element)node->element) & TX_IS_ASIDE) != 0;
	bool strong = (node->hints & TX_HINT_STRONG) != 0 || aside;
	double most = (node->hints & TX_HINT_HIDDEN) != 0 ? 0.4 : strong ? 0.9 : 0.6;

	against += sum->cards >= 1 && sum->own < 0.3 * c->all && !sum->h1;
	if (against > 0 && sum->own > 0 && (sum->h1 || sum->own > most * c->all))
		against = 0;
	return against;
}

static void weigh_names(struct chooser *c)
{
	const struct tx_page_blocks *page = c->page;

	for (size_t n = 0; n < page->node_count; n++) {
		unsigned around = n == 0 ? 0 : c->sums[page->nodes[n].parent].against;
		unsigned sum = around + own_against(c, n);
		c->sums[n].against = (uint16_t)(sum < UINT16_MAX ? sum : UINT16_MAX);
	}
}

static void sum_values(struct chooser *c)
{
	struct tx_page_blocks *page = c->page;

	for (size_t i = 0; i < page->block_count; i++) {
		const struct tx_page_block *block = &page->blocks[i];
		struct tx_page_sum *sum = &c->sums[block->node];
		double value = value_of(c, i);
		if ((page->nodes[block->node].hints & TX_HINT_BODY) != 0)
			value *= 1.2;
		bool wire = block->len > 40 && tx_page_is_wire(tx_page_block_text(page, i));
		value += wire ? WIRE_BONUS : 0;
		c->choice->wire |= wire;
		sum->value += (float)value;
		sum->chars += block->len;
		sum->link += block->link;
		if (sum->first == 0 && value > 30)
			sum->first = (uint32_t)i + 1;
	}
	for (size_t n = page->node_count; n-- > 1;) {
		struct tx_page_sum *sum = &c->sums[n], *around = &c->sums[page->nodes[n].parent];
		around->value += sum->value;
		around->chars += sum->chars;
		around->link += sum->link;
		around->children++;
		if (sum->first != 0 && (around->first == 0 || sum->first < around->first))
			around->first = sum->first;
	}
}

/* A story far from the title, or above it, is not the title's. */
static double distance_from_title(const struct chooser *c, size_t n, double value)
{
	const struct tx_page_sum *sum = &c->sums[n];

	if (c->choice->title == SIZE_MAX || sum->first == 0 || sum->h1)
		return 0;
	double size = value < 0 ? -value : value;
	if (sum->first - 1 < c->choice->title)
		return 0.3 * size;
	size_t distance = sum->first - 1 - c->choice->title;
	if (distance <= TITLE_DISTANCE)
		return 0;
	return least(0.4, (double)(distance - TITLE_DISTANCE) * 0.004) * size;
}

static double rank_of(const struct chooser *c, size_t n, unsigned depth)
{
	const struct tx_page_sum *sum = &c->sums[n];
	double value = (double)sum->value - (sum->against > 0 ? 40 : 0);

	if ((c->page->nodes[n].hints & (TX_HINT_GOOD | TX_HINT_BODY)) != 0)
		value += least(60, 0.03 * (double)sum->value);
	value += least(depth, 30) * 0.5;
	return value - distance_from_title(c, n, value);
}

static uint32_t find_best(struct chooser *c)
{
	const struct tx_page_blocks *page = c->page;
	uint32_t best = 0;
	double top = -1e9;
	unsigned depth = 0;

	for (uint32_t n = 0; n < page->node_count; n++) {
		/* The sums of a container that is done are not needed for its depth. */
		depth = n == 0 ? 0 : (unsigned)c->sums[page->nodes[n].parent].depth + 1;
		c->sums[n].depth = (uint16_t)(depth < UINT16_MAX ? depth : UINT16_MAX);
		if (c->sums[n].children == 0 && n > 0 && c->sums[n].chars < 1500)
			continue;
		double rank = rank_of(c, n, depth);
		if (rank > top) {
			top = rank;
			best = n;
		}
	}
	return best;
}

/* The innermost container that holds nearly all of it. */
static uint32_t tighten(const struct chooser *c, uint32_t best)
{
	const struct tx_page_blocks *page = c->page;

	for (uint32_t n = best + 1; n < page->node_count; n++) {
		enum tx_page_element element = (enum tx_page_element)page->nodes[n].element;
		if (page->nodes[n].parent == best && c->sums[n].children > 0 &&
		    (tx_page_element_is(element) & TX_IS_PROSE) == 0 &&
		    (double)c->sums[n].value > TIGHT * (double)c->sums[best].value)
			best = n;
	}
	return best;
}

bool tx_page_is_within(const struct tx_page_blocks *page, uint32_t node, uint32_t top)
{
	while (node > top)
		node = page->nodes[node].parent;
	return node == top;
}

/* Whether a container on the way to the story has a name against it, and less than half of the
 * story in it. */
static bool is_refused(const struct chooser *c, uint32_t n)
{
	uint32_t best = c->choice->best;
	double part = 0;

	if (c->sums[n].against <= c->sums[best].against)
		return false;
	for (; n != best; n = c->page->nodes[n].parent) {
		if (c->sums[n].against > c->sums[c->page->nodes[n].parent].against)
			part = (double)c->sums[n].value / ((double)c->sums[best].value + 1);
	}
	return part < 0.5;
}

/* Whether a block is in a list of links. */
static bool is_linked_list(const struct chooser *c, size_t i)
{
	const struct tx_page_blocks *page = c->page;
	uint32_t n = page->blocks[i].node;

	if (!tx_page_block_is(page, i, TX_IS_LIST))
		return false;
	while (n != c->choice->best && page->nodes[n].element != TX_EL_UL &&
	       page->nodes[n].element != TX_EL_OL)
		n = page->nodes[n].parent;
	return n != c->choice->best && share(c->sums[n].link, c->sums[n].chars) > LINKED;
}

static bool has_stop(telex_slice s)
{
	for (size_t i = 0; i < s.len; i++) {
		if (strchr(".!?:\"", s.ptr[i]) != NULL)
			return true;
	}
	return false;
}

/* Whether a text ends as a sentence does. */
static bool ends_sentence(telex_slice s)
{
	static const char *const ends[] = {".", "!", "?", ".”", ".\"", "。", NULL};

	for (size_t i = 0; ends[i] != NULL; i++) {
		if (tx_slice_ends(s, tx_slice_of(ends[i])))
			return true;
	}
	return false;
}

/* The share of links from which on a block is not of the story: a paragraph that is a sentence may
 * have more of them. */
static double most_linked(const struct chooser *c, size_t i)
{
	const struct tx_page_block *block = &c->page->blocks[i];
	bool sentence = tx_page_block_element(c->page, i) == TX_EL_P && block->len >= PROSE_MIN &&
			ends_sentence(tx_page_block_text(c->page, i));

	return sentence ? LINKED_PROSE : LINKED_STORY;
}

/* Whether a block, not a paragraph, is the text of a picture: its container is named for one and
 * holds no more than a caption. */
static bool is_of_picture(const struct chooser *c, size_t i)
{
	const struct tx_page_blocks *page = c->page;
	uint32_t n = page->blocks[i].node;

	if (page->nodes[n].element == TX_EL_P)
		return false;
	for (unsigned up = 0; up < PICTURE_REACH && n != c->choice->best; up++) {
		if ((page->nodes[n].hints & TX_HINT_PICTURE) != 0 &&
		    c->sums[n].chars <= PICTURE_TEXT)
			return true;
		n = page->nodes[n].parent;
	}
	return false;
}

static bool is_story(const struct chooser *c, size_t i)
{
	const struct tx_page_blocks *page = c->page;
	const struct tx_page_block *block = &page->blocks[i];
	double linked = share(block->link, block->len);
	telex_slice text = tx_page_block_text(page, i);

	if (linked >= most_linked(c, i) || is_refused(c, block->node) || is_linked_list(c, i))
		return false;
	if (tx_page_block_element(page, i) == TX_EL_H1 || tx_page_is_junk(text) ||
	    tx_page_is_caption(text) || is_of_picture(c, i))
		return false;
	if (tx_page_block_is(page, i, TX_IS_HEADING))
		return linked <= 0.3;
	return tx_page_block_is(page, i, TX_IS_PROSE | TX_IS_LIST | TX_IS_CELL) ||
	       block->len >= 45 || has_stop(text);
}

/* Whether a table holds data: two rows of two cells or more, and no long text. */
static bool holds_data(const struct chooser *c, uint32_t table)
{
	const struct tx_page_blocks *page = c->page;
	uint32_t row = 0, cells = 0, rows = 0;

	for (size_t i = page->nodes[table].start; i < page->nodes[table].end; i++) {
		uint32_t n = page->blocks[i].node;
		if (page->blocks[i].len > CELL_MAX)
			return false;
		while (n > table && page->nodes[n].element != TX_EL_TR)
			n = page->nodes[n].parent;
		cells = n == row ? cells + 1 : 1;
		rows += cells == 2;
		row = n;
	}
	return rows >= 2;
}

/* The table of data around a block of the story; 0: none. */
static uint32_t table_around(const struct chooser *c, size_t i)
{
	const struct tx_page_blocks *page = c->page;
	uint32_t n = page->blocks[i].node;

	while (n > c->choice->best && page->nodes[n].element != TX_EL_TABLE)
		n = page->nodes[n].parent;
	if (n <= c->choice->best)
		return 0;
	if (c->sums[n].table == TABLE_UNKNOWN)
		c->sums[n].table = holds_data(c, n) ? TABLE_DATA : TABLE_LAYOUT;
	return c->sums[n].table == TABLE_DATA ? n : 0;
}

static enum tx_page_part part_of(const struct chooser *c, size_t i)
{
	const struct tx_page_blocks *page = c->page;
	const struct tx_page_block *block = &page->blocks[i];

	if (!tx_page_is_within(page, block->node, c->choice->best))
		return TX_PART_PAGE;
	uint32_t table = is_refused(c, block->node) ? 0 : table_around(c, i);
	if (table != 0 && share(c->sums[table].link, c->sums[table].chars) < LINKED_TABLE)
		return TX_PART_CELL;
	if (!is_story(c, i))
		return TX_PART_DROPPED;
	return tx_page_block_is(page, i, TX_IS_HEADING) ? TX_PART_CROSSHEAD : TX_PART_STORY;
}

static void mark_parts(struct chooser *c)
{
	for (size_t i = 0; i < c->page->block_count; i++)
		c->page->blocks[i].part = (uint8_t)part_of(c, i);
}

static bool make_room(struct tx_page_choice *choice, size_t count)
{
	if (count > choice->capacity) {
		struct tx_page_sum *sums = realloc(choice->sums, count * sizeof(*sums));
		if (sums == NULL)
			return false;
		choice->sums = sums;
		choice->capacity = count;
	}
	memset(choice->sums, 0, count * sizeof(*choice->sums));
	return true;
}

bool tx_page_choose(struct tx_page_choice *choice, struct tx_page_blocks *page)
{
	if (!make_room(choice, page->node_count))
		return false;
	struct chooser c = {.choice = choice, .page = page, .sums = choice->sums};
	choice->wire = false;
	sum_prose(&c);
	mark_title(&c);
	weigh_names(&c);
	c.named = true;
	sum_values(&c);
	choice->best = tighten(&c, find_best(&c));
	mark_parts(&c);
	choice->prose = (double)c.sums[choice->best].value;
	/* Those of a large page must not stay beside its text. */
	if (choice->capacity > SUMS_KEPT) {
		free(choice->sums);
		choice->sums = NULL;
		choice->capacity = 0;
	}
	return true;
}

void tx_page_choice_done(struct tx_page_choice *choice)
{
	free(choice->sums);
	*choice = (struct tx_page_choice){0};
}
