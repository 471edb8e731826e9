/* HTML inside envelopes (escaped, in CDATA, in JSON, in mail) as blocks of copy. */
#ifndef TX_READER_HTML_H
#define TX_READER_HTML_H

#include <stdbool.h>

#include "reader/markup.h"
#include "reader/story.h"

/** Add the blocks of a piece of HTML (UTF-8).  What its bounds leave out, the story warns of. False
 * when memory is short. */
bool tx_html_blocks(struct tx_markup *markup, telex_slice html, struct tx_story *story);

/** Release the parser that a markup keeps; NULL is a no-op. */
void tx_html_free(struct tx_html *html);

/** Whether a text is HTML rather than plain: it closes an element, or breaks a line by one. */
bool tx_html_is(telex_slice text);

#endif
