/* The blocks that libxml2's HTML parser makes of a piece of HTML, for telex's own to be compared
 * with. */
#ifndef TESTS_INVARIANTS_HTML_ORACLE_H
#define TESTS_INVARIANTS_HTML_ORACLE_H

#include "core/buffer.h"
#include "core/slice.h"

/** Write the blocks, a line each, to `out` (emptied first). */
void html_oracle_blocks(telex_slice html, struct tx_buffer *out);

#endif
