/* Whether bytes are text at all. */
#ifndef TX_READER_BINARY_H
#define TX_READER_BINARY_H

#include "core/slice.h"

/** What kind of binary file `bytes` begin ("a gzip archive", "binary data"; static), or NULL: it is
 * text. */
const char *tx_binary_kind(telex_slice bytes);

#endif
