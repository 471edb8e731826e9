/* Documents whose lines end with CR alone. */
#ifndef TX_READER_LINE_ENDS_H
#define TX_READER_LINE_ENDS_H

#include <stdbool.h>

#include "core/arena.h"
#include "core/slice.h"

/** Whether a CR that no LF follows is in `s`. */
bool tx_line_ends_are_mixed(telex_slice s);

/** Copy `s` to `out`, which has room for as many bytes; a CR that no LF follows becomes LF.  The
 * result is the copy. */
telex_slice tx_line_ends_copy(char *out, telex_slice s);

/** `*s` with LF for each CR that no LF follows: itself, or a copy in the arena of the same length.
 * False when memory is short. */
bool tx_line_ends_unify(telex_slice *s, struct tx_arena *arena);

#endif
