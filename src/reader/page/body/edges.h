/* Where the story of a page begins and ends, from the outside in: bylines, dates and pictures above
 * it, links and boxes below it. */
#ifndef TX_READER_PAGE_BODY_EDGES_H
#define TX_READER_PAGE_BODY_EDGES_H

#include "reader/page/body/blocks.h"

/** Take headings without text, and scraps above and below the story, off it. */
void tx_page_trim_edges(struct tx_page_blocks *page);

/** Whether a short block is one of those that pages put into their stories: "Read more: …". */
bool tx_page_is_junk(telex_slice text);

/** Whether a block ends with the credit of a picture: "… (Image: Post)". */
bool tx_page_is_caption(telex_slice text);

/** Whether a block begins as a dispatch does: a place, an agency's mark in brackets, a dash. */
bool tx_page_is_wire(telex_slice text);

#endif
