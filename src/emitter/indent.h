/* Compact JSON, portion by portion, as indented JSON. */
#ifndef TX_EMITTER_INDENT_H
#define TX_EMITTER_INDENT_H

#include <stdbool.h>
#include <stddef.h>

#include "core/buffer.h"

/** Where the compact text is; zero, but for `out`, before its first byte. */
struct tx_indent {
	struct tx_buffer *out;
	size_t depth;
	bool opened; /* the last byte was a bracket that opens */
	bool in_string;
	bool escaped; /* the last byte was a backslash in a string */
};

/** Write a portion of compact JSON (no blanks outside strings but line ends between two values),
 * two blanks a level.  A portion may end anywhere. */
void tx_indent_write(struct tx_indent *indent, telex_slice portion);

#endif
