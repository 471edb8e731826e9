/* Who wrote the story: the persons among the names that a page gives.  The agency that sent it and
 * the site that shows it are no authors. */
#ifndef TX_READER_PAGE_FACTS_AUTHORS_H
#define TX_READER_PAGE_FACTS_AUTHORS_H

#include "reader/page/facts/facts.h"

/** State the authors in the story: of the surest place that names a person all those that it names.
 * Agencies among the names become the story's agency. */
void tx_page_authors_state(struct tx_page_facts *facts);

/** Whether a text is a person's name, as far as its form tells: two to five words that begin with
 * capitals, or a name in a script without them. */
bool tx_page_is_person(telex_slice name);

#endif
