/* A page as blocks of text in a tree of containers, in two arrays: no node is made for an inline
 * element, and none for text. */
#ifndef TX_READER_PAGE_BODY_BLOCKS_H
#define TX_READER_PAGE_BODY_BLOCKS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/buffer.h"
#include "core/slice.h"
#include "reader/page/markup/class_words.h"
#include "reader/page/markup/elements.h"

#define TX_PAGE_DEPTH_MAX  256    /* elements */
#define TX_PAGE_NODES_MAX  65536  /* containers: those beyond are taken as their parents */
#define TX_PAGE_BLOCKS_MAX 400000 /* the text of those beyond is left out */

/** What a container's attributes say of it. */
enum {
	TX_HINT_HIDDEN = 1,
	TX_HINT_BODY = 2,      /* itemprop articleBody */
	TX_HINT_GOOD = 4,      /* its class names a story */
	TX_HINT_STRONG = 8,    /* comments, related stories: whatever is in it */
	TX_HINT_AUTHOR = 16,   /* itemprop or rel author, a class of bylines */
	TX_HINT_HEADLINE = 32, /* itemprop headline */
	TX_HINT_CREDIT = 64,   /* of a picture */
	TX_HINT_PICTURE = 128  /* its class names a picture */
};

struct tx_page_node {
	uint32_t parent; /* of the root: itself, 0 */
	uint32_t end;    /* the first block after it */
	uint32_t start;  /* its first block */
	uint32_t tag;    /* where the attributes of its tag begin in the page */
	uint16_t hints;
	uint8_t element; /* enum tx_page_element */
	uint8_t against; /* how much its own attributes speak against it */
};

/** What a block is, at last. */
enum tx_page_part {
	TX_PART_PAGE, /* around the story */
	TX_PART_STORY,
	TX_PART_CROSSHEAD,
	TX_PART_CELL,    /* of a table of the story */
	TX_PART_DROPPED, /* inside the story, and not of it */
};

/** A run of text between two edges of block elements. */
struct tx_page_block {
	uint32_t start, len; /* in `text` */
	uint32_t link;       /* bytes of it inside links */
	uint32_t node;
	uint16_t stops; /* full stops and commas */
	uint8_t part;   /* enum tx_page_part */
	bool in_body;   /* linked data has its text */
	bool own_line;  /* after a <br>, in the container of the block before */
};

/** Text of an element that may name an author, in the blocks from `block` on. */
struct tx_page_mark {
	uint32_t block;
	uint32_t start, end; /* in `text`; more than one block has NULs in it */
	bool inner;          /* of a part of a byline, a link or a span */
};

#define TX_PAGE_MARKS_MAX 64

/** What the walk meets beside text. */
struct tx_page_watcher {
	/** A start tag outside of what is skipped; `content` is that of a raw element. */
	void (*open)(void *user, enum tx_page_element element, telex_slice attributes,
		     telex_slice content);
	void *user;
};

struct tx_page_blocks {
	struct tx_buffer text; /* folded, and a NUL after each block */
	struct tx_page_node *nodes;
	size_t node_count, node_capacity;
	struct tx_page_block *blocks;
	size_t block_count, block_capacity;
	struct tx_page_mark marks[TX_PAGE_MARKS_MAX]; /* in the order in which they end */
	size_t mark_count;
	bool too_deep; /* elements were left out, not their text */
	bool too_many; /* text was left out */
	bool cut_off;  /* likewise: a comment or a script has no end */
	bool failed;   /* memory is short */
};

/** Read a page (UTF-8).  False when memory is short. */
bool tx_page_blocks_read(struct tx_page_blocks *page, telex_slice html,
			 const struct tx_class_words *words, const struct tx_page_watcher *watcher);

void tx_page_blocks_done(struct tx_page_blocks *page);

static inline telex_slice tx_page_block_text(const struct tx_page_blocks *page, size_t block)
{
	return tx_slice(page->text.data + page->blocks[block].start, page->blocks[block].len);
}

static inline enum tx_page_element tx_page_block_element(const struct tx_page_blocks *page,
							 size_t block)
{
	return (enum tx_page_element)page->nodes[page->blocks[block].node].element;
}

/** Whether a block's element has one of these bits. */
static inline bool tx_page_block_is(const struct tx_page_blocks *page, size_t block, unsigned bits)
{
	return (tx_page_element_is(tx_page_block_element(page, block)) & bits) != 0;
}

#endif
