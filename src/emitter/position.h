/* Lines of offsets in a text, asked for in any order, cheap in ascending order. */
#ifndef TX_EMITTER_POSITION_H
#define TX_EMITTER_POSITION_H

#include <stdint.h>

#include "core/record.h"
#include "core/slice.h"

struct tx_position {
	telex_slice text;
	uint64_t first_line; /* line of the text's first byte */
	size_t offset;       /* how far lines are counted */
	uint64_t line;       /* line of the byte at `offset` */
};

/** Start counting at the beginning of `text`. */
void tx_position_start(struct tx_position *position, telex_slice text, uint64_t first_line);

/** Line of the byte at `offset` (at the end of the text when it lies beyond).  LF, CR LF and CR end
 * a line. */
uint64_t tx_position_line(struct tx_position *position, uint64_t offset);

/** The line of a warning: its own, or that of its offset. */
static inline uint64_t tx_position_of(struct tx_position *position,
				      const struct tx_warning *warning)
{
	return warning->line != 0 ? warning->line : tx_position_line(position, warning->offset);
}

#endif
