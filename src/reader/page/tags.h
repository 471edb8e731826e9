/* The markup of a page, tag by tag (WHATWG HTML, section 13.2.5): what is between two tags is text.
 * Scripts, styles, comments and other content that a reader does not see is passed over. */
#ifndef TX_READER_PAGE_TAGS_H
#define TX_READER_PAGE_TAGS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/slice.h"
#include "reader/page/elements.h"

enum tx_page_event {
	TX_PAGE_END, /* of the page */
	TX_PAGE_TEXT,
	TX_PAGE_OPEN, /* a start tag */
	TX_PAGE_CLOSE /* an end tag */
};

/** One event of the page. */
struct tx_page_tag {
	enum tx_page_element element; /* of a tag */
	telex_slice attributes;       /* of a start tag: between its name and its '>' */
	telex_slice text;             /* of TX_PAGE_TEXT; of a raw element: its content */
};

/** Where the page is read; `html` and `at` are set to start with, the rest is zero. */
struct tx_page_scanner {
	telex_slice html;
	size_t at;
	bool no_tags;   /* no '>' is left: all the rest is text */
	bool no_quotes; /* the quotes of a value had no end: they mean nothing from there on */
	bool no_ends;   /* an svg or the like has no end: later ones are looked for no more */
	bool cut_off;   /* a comment or a script has no end: what follows is left out */
};

/** The next event.  The content of a raw element comes with its start tag, and it has no end tag.
 * Linear in the page, whatever is in it. */
enum tx_page_event tx_page_next(struct tx_page_scanner *scanner, struct tx_page_tag *ret_tag);

/** The next attribute of a start tag; false: there is none.  The value is as written. */
bool tx_page_attribute(telex_slice *attributes, telex_slice *ret_name, telex_slice *ret_value);

#endif
