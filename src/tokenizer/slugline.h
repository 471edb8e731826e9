/* Slug lines and headlines: which of the lines above a dispatch is which. */
#ifndef TX_TOKENIZER_SLUGLINE_H
#define TX_TOKENIZER_SLUGLINE_H

#include <stdbool.h>

#include "core/slice.h"

/** Whether the letters of `s` (outside brackets) are capitals. */
bool tx_slugline_is_upper(telex_slice s);

/** Whether `line` is a slug line; `next` is the line of text below it (empty: there is none). */
bool tx_slugline_is(telex_slice line, telex_slice next);

/** Whether a headline that fills `line` goes on in the line `below`. */
bool tx_slugline_wraps(telex_slice line, telex_slice below);

#endif
