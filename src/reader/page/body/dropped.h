/* What is inside the container of a story and is not of the story, for those who ask why. */
#ifndef TX_READER_PAGE_BODY_DROPPED_H
#define TX_READER_PAGE_BODY_DROPPED_H

#include "reader/page/body/blocks.h"
#include "reader/story.h"

/** State in a story as not taken each container in `best` of which no block was taken, by its tag and
 * class, with the reason and the start of its text. */
void tx_page_dropped_state(const struct tx_page_blocks *page, telex_slice html, uint32_t best,
			   struct tx_story *story);

#endif
