/* HTML inside envelopes (escaped, in CDATA, in JSON, in mail): as blocks of copy, as one line, or
 * as plain text, whichever it is. */
#ifndef TX_READER_HTML_H
#define TX_READER_HTML_H

#include <stdbool.h>

#include "core/buffer.h"
#include "reader/markup.h"
#include "reader/story.h"

/** What a text shows. */
enum tx_html_form {
	TX_HTML_PLAIN,
	TX_HTML_REFERENCES, /* plain but for its character references */
	TX_HTML_TAGS
};

enum tx_html_form tx_html_form(telex_slice text);

/** Whether a text is HTML rather than plain. */
bool tx_html_is(telex_slice text);

/** Add the blocks of a piece of HTML (UTF-8).  What its bounds leave out, the story warns of. False
 * when memory is short. */
bool tx_html_blocks(struct tx_markup *markup, telex_slice html, struct tx_story *story);

/** Add a text in the form that it shows: the blocks of HTML, of HTML that is escaped once more too,
 * or else the text as it is, its references resolved (`*ret_plain`).  False when memory is short.
 */
bool tx_html_copy(struct tx_markup *markup, telex_slice text, struct tx_story *story,
		  bool *ret_plain);

/** Release what a markup keeps for its pieces of HTML; NULL is ignored. */
void tx_html_free(struct tx_html *html);

#endif
