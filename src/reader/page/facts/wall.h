/* Whether a page stops before a wall: what it says where the story breaks off. */
#ifndef TX_READER_PAGE_FACTS_WALL_H
#define TX_READER_PAGE_FACTS_WALL_H

#include "reader/page/body/blocks.h"

/** Whether one of the blocks after block `last` says that the rest is for subscribers. */
bool tx_page_has_wall(const struct tx_page_blocks *page, size_t last);

#endif
