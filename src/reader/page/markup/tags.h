/* The markup of a page, tag by tag (reader/html_tags.h): what is between two tags is text.
 * Scripts, styles, comments and other content that a reader does not see is passed over. */
#ifndef TX_READER_PAGE_MARKUP_TAGS_H
#define TX_READER_PAGE_MARKUP_TAGS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/buffer.h"
#include "core/slice.h"
#include "reader/html_tags.h"
#include "reader/page/markup/elements.h"

/** One event of the page. */
struct tx_page_tag {
	enum tx_page_element element; /* of a tag */
	telex_slice attributes;       /* of a start tag: between its name and its '>' */
	telex_slice text;             /* of TX_HTML_TEXT; of a raw element: its content */
};

/** Where the page is read; `tags.html` is set to start with, the rest is zero. */
struct tx_page_scanner {
	struct tx_html_scanner tags;
	bool no_ends; /* an svg or the like has no end: later ones are looked for no more */
};

/** The next event.  The content of a raw element comes with its start tag, and it has no end tag.
 * Linear in the page, whatever is in it. */
enum tx_html_event tx_page_next(struct tx_page_scanner *scanner, struct tx_page_tag *ret_tag);

/** The next attribute of a start tag; false: none.  The value is as written. */
bool tx_page_attribute(telex_slice *attributes, telex_slice *ret_name, telex_slice *ret_value);

/** Leave the tags of a text out, in place; those of blocks become ends of lines. */
void tx_page_strip_tags(struct tx_buffer *text);

#endif
