/* A page for a terminal: rows with a label in the left margin, a bar, and text that is wrapped. Characters that a terminal would obey are shown, not sent: controls as ^X. */
#ifndef TX_EMITTER_PAGE_H
#define TX_EMITTER_PAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "core/buffer.h"
#include "core/slice.h"

/** Attributes of a row, as the parameters of the terminal's SGR sequence; "" = the terminal's own.
 */
struct tx_page_style {
	const char *label;
	const char *text;
};

#define TX_PAGE_COLUMNS     80
#define TX_PAGE_COLUMNS_MIN 60
#define TX_PAGE_COLUMNS_MAX 200

struct tx_page {
	struct tx_buffer *out;
	bool color;
	size_t columns, text_columns;
	const struct tx_page_style *style;
	const char *label; /* for the next row */
	bool row_open;
	size_t column; /* of the text in the open row */
};

/** Begin a page of so many columns, within the bounds above; 0: as many as are usual. */
void tx_page_start(struct tx_page *page, struct tx_buffer *out, bool color, unsigned columns);

/** Text in words: white space folded, wrapped. */
void tx_page_words(struct tx_page *page, const char *label, const struct tx_page_style *style,
		   telex_slice text);

/** Text in lines as they stand: not wrapped, tabs spread. */
void tx_page_lines(struct tx_page *page, const char *label, const struct tx_page_style *style,
		   telex_slice text);

/** `count` empty rows. */
void tx_page_blank(struct tx_page *page, size_t count);

/** A line across the page. */
void tx_page_rule(struct tx_page *page);

#endif
