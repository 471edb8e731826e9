/* What a page shows around its story: a byline, a second title, pictures, a wall. */
#ifndef TX_READER_PAGE_FACTS_AROUND_H
#define TX_READER_PAGE_FACTS_AROUND_H

#include "reader/page/body/blocks.h"
#include "reader/page/facts/facts.h"
#include "reader/page/facts/media.h"

struct tx_page_around {
	const struct tx_page_blocks *blocks;
	const struct tx_page_images *images;
	struct tx_page_facts *facts;
	size_t title;       /* block of the title, or SIZE_MAX */
	size_t first, last; /* blocks of the story */
	size_t end;         /* after its container, which may go on with pictures */
};

/** State in the story what is around it. */
void tx_page_around_state(const struct tx_page_around *around);

#endif
