/* What the papers and gazettes of the TREC disks have in ways of their own: dates and words in
 * other elements, lists in one line, paragraphs without tags, lines above the text. */
#ifndef TX_READER_SGML_PAPERS_H
#define TX_READER_SGML_PAPERS_H

#include "reader/sgml/document.h"

/** Elements of papers, for rules. */
tx_sgml_take_fn tx_paper_take_count, tx_paper_take_list, tx_paper_take_journal,
	tx_paper_take_language;

/** A headline without the day before it ("FT  14 MAY 91 / ...") and without a byline below a
 * rule, which is stated. */
telex_slice tx_paper_headline(struct tx_story *story, telex_slice headline);

/** The text without the lines that describe it, which are stated or left over. */
telex_slice tx_paper_skip_preface(struct tx_sgml_document *document, telex_slice content);

/** The text with a blank line between paragraphs, where ";" and blanks part them; a copy, or
 * `content` itself. */
telex_slice tx_paper_part(struct tx_sgml_document *document, telex_slice content);

/** State the day that a document's number begins with ("AB940104-0-00001"). */
void tx_paper_state_day(struct tx_story *story);

#endif
