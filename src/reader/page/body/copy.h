/* The text of a page as a story's copy: a block a line, in the order of the page. */
#ifndef TX_READER_PAGE_BODY_COPY_H
#define TX_READER_PAGE_BODY_COPY_H

#include "reader/page/body/blocks.h"
#include "reader/story.h"

struct tx_page_copy {
	struct tx_buffer text;   /* kept from page to page */
	struct tx_pieces pieces; /* of the story, and of the page inside it */
	size_t capacity;
	size_t start, end; /* the story's part of the text */
};

/** Write the blocks from `first` up to `last`, and where the story is in them: what is around it
 * is the page's, what is dropped inside it a piece.  Without a part of a story `start` and `end`
 * are the same.  `instead`: the story, a paragraph a line, where the page does not show it; `.len`
 * 0: it does.  False when memory is short. */
bool tx_page_copy_write(struct tx_page_copy *copy, const struct tx_page_blocks *page, size_t first,
			size_t last, telex_slice instead);

/** Make it the text of a story.  False when memory is short. */
bool tx_page_copy_finish(const struct tx_page_copy *copy, struct tx_story *story);

void tx_page_copy_done(struct tx_page_copy *copy);

#endif
