/* Where a stream of documents goes on after one that is too large. */
#ifndef TX_READER_RESTART_H
#define TX_READER_RESTART_H

#include <stdbool.h>
#include <stddef.h>

#include "core/slice.h"

/** Find a line that begins with the tag of one of these names (the last one is empty), from
 * `*searched` on, which keeps how far the search has gone.  Only XML and SGML need this: the frames
 * of the other framings end where a line, a mark or a value says so, whatever is in them. */
bool tx_restart_find(telex_slice bytes, const telex_slice *names, size_t *searched,
		     size_t *ret_start);

#endif
