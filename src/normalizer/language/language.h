/* The language of a dispatch, from its words, when nothing states it. */
#ifndef TX_NORMALIZER_LANGUAGE_H
#define TX_NORMALIZER_LANGUAGE_H

#include "core/slice.h"

/** BCP 47 tag (static) of the language `text` is most likely in, among those of the wires; NULL
 * when it is too short or too mixed to tell.  Looks at no more than the first 2 KiB. */
const char *tx_language_of(telex_slice text);

/** The same over several pieces (paragraphs), as if joined. */
const char *tx_language_of_pieces(const telex_slice *pieces, size_t count);

#endif
