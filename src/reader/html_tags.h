/* The tags of a piece of HTML, one after the other; what is between two of them is text. */
#ifndef TX_READER_HTML_TAGS_H
#define TX_READER_HTML_TAGS_H

#include <stdbool.h>
#include <stddef.h>

#include "core/slice.h"

enum tx_html_event {
	TX_HTML_END, /* of the HTML */
	TX_HTML_TEXT,
	TX_HTML_OPEN, /* a start tag */
	TX_HTML_CLOSE /* an end tag */
};

struct tx_html_tag {
	telex_slice text;       /* of TX_HTML_TEXT, references and all; of a tag: its name */
	telex_slice attributes; /* of a tag: between its name and its '>', as written */
	bool empty;             /* of a start tag: "/>" */
};

/** Where the HTML is read; `html` is set to start with, the rest is zero. */
struct tx_html_scanner {
	telex_slice html;
	size_t at;
	bool no_tags;   /* no '>' is left: all the rest is text */
	bool no_quotes; /* a quoted value has no end: quotes mean nothing from there on */
	bool cut_off;   /* a comment or a script has no end: what follows is left out */
};

/** The next event.  Comments and declarations are passed over.  Linear in the HTML,
 * whatever is in it. */
enum tx_html_event tx_html_next(struct tx_html_scanner *scanner, struct tx_html_tag *ret_tag);

/** Pass over the text of a script or style, up to its end tag. */
void tx_html_skip_raw(struct tx_html_scanner *scanner, telex_slice name);

#endif
