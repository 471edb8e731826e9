/* Slug lines and headlines: which of the lines above a dispatch is which. */
#ifndef TX_TOKENIZER_SLUGLINE_H
#define TX_TOKENIZER_SLUGLINE_H

#include <stdbool.h>

#include "core/slice.h"

/** Whether the letters of `s` (outside brackets) are capitals. */
bool tx_slugline_is_upper(telex_slice s);

/** Bytes of the slug before the version that a slug line may end with ("BC-Ferry,1st
 * Ld-Writethru", "GOLD/ (UPDATE 1)"); all of it without one.  `*ret_version` gets the version, its
 * brackets included; `.ptr` NULL without. */
size_t tx_slugline_version(telex_slice line, telex_slice *ret_version);

/** Whether `line` is a slug line; `next` is the line of text below it (empty: none). */
bool tx_slugline_is(telex_slice line, telex_slice next);

/** Whether a headline that fills `line` goes on in the line `below`. */
bool tx_slugline_wraps(telex_slice line, telex_slice below);

#endif
