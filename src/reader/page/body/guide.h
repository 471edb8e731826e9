/* The text of a story that linked data holds ("articleBody") as a guide to its paragraphs on the
 * page: blocks whose letters are in it are the story, and the page says where paragraphs break. */
#ifndef TX_READER_PAGE_BODY_GUIDE_H
#define TX_READER_PAGE_BODY_GUIDE_H

#include "reader/page/body/blocks.h"

struct tx_page_guide {
	struct tx_buffer text;          /* the body, its references resolved */
	struct tx_buffer letters;       /* its letters and digits alone */
	struct tx_buffer block;         /* likewise, of a block */
	uint32_t *slots;                /* where words begin in `letters`, from 1; 0: empty */
	size_t capacity, slot_capacity; /* slots in use, and there */
	bool instead; /* the page does not show the text: it is in `text`, a paragraph a line */
};

/** Hold the blocks against the body (a JSON string as written), and mark their parts where the body
 * is the page's story.  False when memory is short. */
bool tx_page_guide_apply(struct tx_page_guide *guide, struct tx_page_blocks *page,
			 telex_slice body);

void tx_page_guide_done(struct tx_page_guide *guide);

#endif
