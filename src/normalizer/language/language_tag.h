/* A language as an envelope names it, as a BCP 47 tag. */
#ifndef TX_NORMALIZER_LANGUAGE_TAG_H
#define TX_NORMALIZER_LANGUAGE_TAG_H

#include "core/arena.h"
#include "core/slice.h"

/** "en_US", "EN", "swe", "Spanish", "español" as "en-US", "en", "sv", "es", "es"; a tag that is not one
 * of these as it is.  .ptr NULL: out of memory. */
telex_slice tx_language_tag(telex_slice stated, struct tx_arena *arena);

#endif
