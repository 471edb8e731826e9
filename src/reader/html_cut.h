/* A bounded copy of a piece of HTML for libxml2's parser, whose time is quadratic in the attributes
 * of a tag, in the depth of elements and in end tags that match none.  The copy gives the same
 * blocks of text. */
#ifndef TX_READER_HTML_CUT_H
#define TX_READER_HTML_CUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/buffer.h"
#include "core/slice.h"

#define TX_HTML_DEPTH_MAX 256 /* elements */
#define TX_HTML_NAMES_MAX 128

/** The state of the copy; zero before the first one, and then kept, since it remembers which
 * element ends which. */
struct tx_html_cut {
	uint8_t ends[TX_HTML_NAMES_MAX][TX_HTML_NAMES_MAX]; /* of an element's start by another's */

	uint8_t open[TX_HTML_DEPTH_MAX]; /* numbers of names */
	size_t depth;
	uint32_t left_out[TX_HTML_NAMES_MAX]; /* elements open whose start tag is not in the copy */
	bool seen[TX_HTML_NAMES_MAX];
	bool ended; /* the last tag in the copy may have ended an element that has no tag */

	bool too_deep; /* elements were left out, not their text */
	bool cut_off;  /* a comment or a script has no end: what follows was left out */
};

/** Write the copy to `out` (emptied first), at most as long as `html`.  It has no attributes,
 * comments, declarations, scripts and styles, and no end tags that end nothing.  False when memory
 * is short. */
bool tx_html_cut(struct tx_html_cut *cut, telex_slice html, struct tx_buffer *out);

/** The name of an element that the copy knows, by its number; NULL beyond the last. */
const char *tx_html_cut_name(size_t number);

#endif
