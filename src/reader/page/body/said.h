/* What the attributes of an element say of it. */
#ifndef TX_READER_PAGE_BODY_SAID_H
#define TX_READER_PAGE_BODY_SAID_H

#include <stdbool.h>

#include "reader/page/markup/class_words.h"

struct tx_page_said {
	struct tx_class_votes votes; /* `against` is 1 where the class or the id is against it */
	unsigned hints;              /* TX_HINT_HIDDEN and the like: see blocks.h */
	bool refused;                /* its role or its state is against it */
};

/** Read the attributes of a start tag into `said`, which is zero. */
void tx_page_said_read(const struct tx_class_words *words, telex_slice attributes,
		       struct tx_page_said *said);

#endif
