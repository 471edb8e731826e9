/* Live blogs: each update that linked data holds is a story. */
#ifndef TX_READER_PAGE_LIVE_H
#define TX_READER_PAGE_LIVE_H

#include "reader/reader.h"
#include "reader/page/body/blocks.h"
#include "reader/page/body/copy.h"
#include "reader/page/facts/facts.h"

/** Whether the page is a live blog whose updates are in its linked data. */
bool tx_page_is_live(const struct tx_page_facts *facts);

/** Append a story for what is above the first update, and one for each update, which states what
 * the page states, but for its own title and its own time.  Its text is that below its title on the
 * page, or that in the linked data. */
telex_status tx_page_live_unwrap(struct tx_reader *reader, struct tx_page_facts *facts,
				 struct tx_page_blocks *blocks, struct tx_page_copy *copy,
				 telex_error *reterr);

#endif
