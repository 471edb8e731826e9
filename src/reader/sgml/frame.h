/* Documents of the research collections in a stream: which collection it is, where one ends. */
#ifndef TX_READER_SGML_FRAME_H
#define TX_READER_SGML_FRAME_H

#include <stdbool.h>
#include <stddef.h>

#include "core/slice.h"

/** Find the offset after the first end tag </DOC> or </REUTERS> in `bytes` and after its line
 * end.  `*scanned` is 0 for a new frame; bytes before it are not looked at again.  False: the
 * end tag, or what follows it and tells whether a line ends there, has not come yet; at the end of
 * a source all of `bytes` is the last frame. */
bool tx_sgml_frame_end(telex_slice bytes, size_t *scanned, size_t *ret_end);

/** "reuters21578", "trec" or "gigaword" by the first tags; NULL: none of them, or not enough bytes
 * to tell. */
const char *tx_sgml_kind(telex_slice head);

#endif
