/* Paragraphs have no piece of their own, so that the tokenizer reads them as those of any dispatch.
 * Cells of a table become its columns. */
#include "reader/page/body/copy.h"

#include <stdlib.h>

#define UNPARSED_MIN 80 /* bytes of a dropped block that may have been of the story */

/* Whether a block is of the story. */
static bool is_taken(const struct tx_page_block *block)
{
	return block->part == TX_PART_STORY || block->part == TX_PART_CROSSHEAD ||
	       block->part == TX_PART_CELL;
}

static bool is_prose(const struct tx_page_blocks *page, size_t i)
{
	const struct tx_page_block *block = &page->blocks[i];

	return block->part == TX_PART_DROPPED && block->len >= UNPARSED_MIN && block->stops > 0 &&
	       block->link * 4 < block->len;
}

static bool add_piece(struct tx_page_copy *copy, size_t start, enum tx_token_kind kind)
{
	struct tx_pieces *pieces = &copy->pieces;
	struct tx_piece *last = pieces->count > 0 ? &pieces->items[pieces->count - 1] : NULL;

	if (kind == TX_TOK_PAGE && last != NULL && last->kind == kind && last->end == start) {
		last->end = (uint32_t)copy->text.len;
		return true;
	}
	if (pieces->count == copy->capacity) {
		size_t capacity = copy->capacity == 0 ? 64 : copy->capacity * 2;
		struct tx_piece *items = realloc(pieces->items, capacity * sizeof(*items));
		if (items == NULL)
			return false;
		pieces->items = items;
		copy->capacity = capacity;
	}
	pieces->items[pieces->count++] =
		(struct tx_piece){(uint32_t)start, (uint32_t)copy->text.len, (uint8_t)kind};
	return true;
}

/* The container of that element around a block, 0: none. */
static uint32_t around(const struct tx_page_blocks *page, size_t i, enum tx_page_element element)
{
	uint32_t n = page->blocks[i].node;

	while (n != 0 && page->nodes[n].element != element)
		n = page->nodes[n].parent;
	return n;
}

/* The cells of a table from block `i` on, a row a line; the block after them. */
static size_t write_table(struct tx_page_copy *copy, const struct tx_page_blocks *page, size_t i,
			  size_t last)
{
	uint32_t row = around(page, i, TX_EL_TR), cell = page->blocks[i].node;

	for (size_t next = i; next < last && page->blocks[next].part == TX_PART_CELL; next++) {
		uint32_t next_row = around(page, next, TX_EL_TR),
			 next_cell = page->blocks[next].node;
		if (next > i)
			tx_buffer_byte(&copy->text, next_row != row     ? '\n'
						    : next_cell != cell ? '\t'
									: ' ');
		tx_buffer_slice(&copy->text, tx_page_block_text(page, next));
		row = next_row;
		cell = next_cell;
		i = next;
	}
	tx_buffer_byte(&copy->text, '\n');
	return i + 1;
}

/* One block, or a table; the block after it, SIZE_MAX: memory is short. */
static size_t write_block(struct tx_page_copy *copy, const struct tx_page_blocks *page, size_t i,
			  size_t last)
{
	size_t start = copy->text.len;
	enum tx_page_part part = (enum tx_page_part)page->blocks[i].part;

	if (part == TX_PART_CELL) {
		size_t next = write_table(copy, page, i, last);
		return add_piece(copy, start, TX_TOK_TABLE) ? next : SIZE_MAX;
	}
	tx_buffer_slice(&copy->text, tx_page_block_text(page, i));
	tx_buffer_byte(&copy->text, '\n');
	if (part == TX_PART_STORY)
		return i + 1;
	enum tx_token_kind kind = part == TX_PART_CROSSHEAD ? TX_TOK_CROSSHEAD
				  : is_prose(page, i)       ? TX_TOK_UNPARSED
							    : TX_TOK_PAGE;
	return add_piece(copy, start, kind) ? i + 1 : SIZE_MAX;
}

static void write_around(struct tx_page_copy *copy, const struct tx_page_blocks *page, size_t first,
			 size_t last)
{
	for (; first < last; first++) {
		tx_buffer_slice(&copy->text, tx_page_block_text(page, first));
		tx_buffer_byte(&copy->text, '\n');
	}
}

/* Lines that have text. */
static void write_lines(struct tx_page_copy *copy, telex_slice text)
{
	for (struct tx_cut cut = {.tail = text, .found = true}; cut.found;) {
		cut = tx_cut(cut.tail, '\n');
		telex_slice line = tx_trim(cut.head);
		if (line.len == 0)
			continue;
		tx_buffer_slice(&copy->text, line);
		tx_buffer_byte(&copy->text, '\n');
	}
}

bool tx_page_copy_write(struct tx_page_copy *copy, const struct tx_page_blocks *page, size_t first,
			size_t last, telex_slice instead)
{
	size_t start = first, end = last;

	copy->text.len = 0;
	copy->pieces.count = 0;
	if (instead.len > 0) {
		write_around(copy, page, first, last);
		copy->start = copy->text.len;
		write_lines(copy, instead);
		copy->end = copy->text.len;
		return !copy->text.failed;
	}
	while (start < last && !is_taken(&page->blocks[start]))
		start++;
	while (end > start && !is_taken(&page->blocks[end - 1]))
		end--;
	write_around(copy, page, first, start);
	copy->start = copy->text.len;
	for (size_t i = start; i < end && i != SIZE_MAX;) {
		i = write_block(copy, page, i, end);
		if (i == SIZE_MAX)
			return false;
	}
	copy->end = copy->text.len;
	write_around(copy, page, end, last);
	return !copy->text.failed;
}

bool tx_page_copy_finish(const struct tx_page_copy *copy, struct tx_story *story)
{
	story->blocks = copy->pieces;
	if (!tx_story_finish(story, tx_slice(copy->text.data, copy->text.len)))
		return false;
	story->on_page = true;
	story->copy_end = story->copy_start + copy->end;
	story->copy_start += copy->start;
	return true;
}

void tx_page_copy_done(struct tx_page_copy *copy)
{
	tx_buffer_done(&copy->text);
	free(copy->pieces.items);
	*copy = (struct tx_page_copy){0};
}
