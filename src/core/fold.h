/* The key under which names compare: lower case, no diacritics (Latin letters), ligatures spelt
 * out, combining marks dropped; other scripts only lowered.  "MÉRIDA", "Mérida" and "Merida" have
 * one key. */
#ifndef TX_CORE_FOLD_H
#define TX_CORE_FOLD_H

#include <stddef.h>

#include "core/slice.h"

/** Write the key of `s` into `out` (`cap` bytes).  Returns its length, or 0 when it does not fit.
 *  Spaces (any kind, runs of them) become one ' '; punctuation is kept as it is, typographic
 * apostrophes and quotes becoming ASCII. */
size_t tx_fold(telex_slice s, char *out, size_t cap);

#endif
