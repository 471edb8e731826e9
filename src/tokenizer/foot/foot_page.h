/* Lines of a page below its story. */
#ifndef TX_TOKENIZER_FOOT_PAGE_H
#define TX_TOKENIZER_FOOT_PAGE_H

#include "tokenizer/scan.h"

/** What line `line` of the foot is as one of a page; TX_TOK_PARAGRAPH: it is none. */
enum tx_token_kind tx_foot_page_line(const struct tx_scan *scan, size_t line,
				     enum tx_note_kind *ret_note);

#endif
