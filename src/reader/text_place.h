/* Lines and columns of text that is read piece by piece. */
#ifndef TX_READER_TEXT_PLACE_H
#define TX_READER_TEXT_PLACE_H

#include <stddef.h>

#include "core/slice.h"

struct tx_text_place {
	size_t lines, column; /* line ends (LF, CR LF, CR), characters after the last one */
};

/** The place after `s`, which is valid UTF-8 and begins at `place`. */
struct tx_text_place tx_text_place_after(struct tx_text_place place, telex_slice s);

#endif
