/* Which blocks of a page are its story: the container whose paragraphs are worth most, without what
 * its names and links speak against. */
#ifndef TX_READER_PAGE_BODY_CHOOSE_H
#define TX_READER_PAGE_BODY_CHOOSE_H

#include "reader/page/body/blocks.h"

/** What the choice rests on, kept for each container. */
struct tx_page_sum {
	float own;   /* prose in it, whatever it is named */
	float value; /* for the story, less what is against it */
	uint32_t chars, link;
	uint32_t first; /* the first block of prose in it, from 1; 0: none */
	uint32_t children;
	uint16_t against; /* of it and the containers around it */
	uint16_t depth;
	uint8_t table;  /* what a table is, once it is known */
	uint16_t cards; /* headings in it that are links */
	bool h1;        /* it holds the page's title */
};

struct tx_page_choice {
	struct tx_page_sum *sums; /* of each container; kept from page to page */
	size_t capacity;
	uint32_t best; /* the container of the story */
	size_t title;  /* the block of the first h1, or SIZE_MAX */
	double prose;  /* bytes of prose in the story, roughly */
	bool wire;     /* a block of it begins as a dispatch does */
};

/** Choose, and mark the parts of each block.  False when memory is short. */
bool tx_page_choose(struct tx_page_choice *choice, struct tx_page_blocks *page);

/** Whether container `node` is `top` or in it. */
bool tx_page_is_within(const struct tx_page_blocks *page, uint32_t node, uint32_t top);

void tx_page_choice_done(struct tx_page_choice *choice);

#endif
