/* Lines of a page below its story. */
#ifndef TX_TOKENIZER_FOOT_PAGE_H
#define TX_TOKENIZER_FOOT_PAGE_H

#include "tokenizer/scan.h"

/** What line `line` of the foot is as one of a page; TX_TOK_PARAGRAPH: it is not one. */
enum tx_token_kind tx_foot_page_line(const struct tx_scan *scan, size_t line,
				     enum tx_note_kind *ret_note);

/** The kind of note that the paragraph `s` of the foot is: an editor's opening words, an agency's
 * footer, a tail, a copyright notice.  Counts for the agency that it names. */
enum tx_note_kind tx_foot_note_kind(struct tx_scan *scan, telex_slice s);

#endif
