/* Lines that newspapers, portals and archives print above a story and that are neither titles nor
 * copy: credits, dates, captions, sections, buttons. */
#ifndef TX_TOKENIZER_PORTAL_LINE_H
#define TX_TOKENIZER_PORTAL_LINE_H

#include "tokenizer/lines/creditline.h"
#include "tokenizer/scan.h"

/** What such a line is: a token of the lines from the one asked for to `last`. */
struct tx_portal_line {
	enum tx_token_kind kind;
	enum tx_note_kind note;
	size_t last;
	struct tx_credit_line credit; /* of kind TX_CREDIT_NONE where it is no credit line */
};

/** What is around a line, as far as it matters. */
struct tx_portal_place {
	bool title_above;
	bool more_below; /* a line that can be a title, or text */
	bool byline_above;
};

/** A place alone on the line below a credit, or on the line above it: the last of the two lines,
 * 0 where `line` does not begin such a pair. */
size_t tx_portal_placed_credit(const struct tx_scan *scan, size_t line,
			       struct tx_credit_line *ret_credit);

/** Whether line `line` is one.  Claims nothing. */
bool tx_portal_line_read(const struct tx_scan *scan, size_t line,
			 const struct tx_portal_place *place, struct tx_portal_line *ret_page);

#endif
