/* Pages in HTML: the story that is on one. */
#ifndef TX_READER_PAGE_PAGE_H
#define TX_READER_PAGE_PAGE_H

#include "reader/reader.h"

/** Take the story out of a page.  TELEX_ERR_EMPTY: it has none. */
telex_status tx_page_unwrap(struct tx_reader *reader, telex_slice frame, telex_error *reterr);

/** The charset that a page names in a meta element near its start; `.ptr` NULL: none. */
telex_slice tx_page_declared_charset(telex_slice page);

/** Release what is kept from page to page; NULL is a no-op. */
void tx_page_free(struct tx_page *page);

#endif
