/* HTML of one line, as titles and names are: text without tags, references decoded. */
#ifndef TX_READER_HTML_TEXT_H
#define TX_READER_HTML_TEXT_H

#include "core/arena.h"
#include "core/slice.h"
#include "reader/story.h"

/** The text of a line of HTML: as it is where it has neither tag nor reference, else in the arena,
 * never longer.  `.ptr` NULL: memory is short. */
telex_slice tx_html_text(struct tx_arena *arena, telex_slice text);

/** Whether a text has a reference that HTML knows. */
bool tx_html_has_reference(telex_slice text);

/** State a field by a line of HTML. */
void tx_html_title(struct tx_story *story, enum tx_field field, unsigned rank, telex_slice text);

#endif
