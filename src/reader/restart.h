/* Where a stream of documents goes on after one that is too large. */
#ifndef TX_READER_RESTART_H
#define TX_READER_RESTART_H

#include "reader/framer.h"

/** Find a line that starts another document of the framer's framing (XML: a declaration, or a tag
 * of the root's name; SGML: the tag of a document) from `framer->restart` on, which keeps how far
 * the search has gone.  The other framings need none: their frames end where a line, a mark or a
 * value says so, whatever is in them. */
bool tx_restart_find(struct tx_framer *framer, telex_slice bytes, size_t *ret_start);

#endif
