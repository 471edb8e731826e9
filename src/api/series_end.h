/* What ends a dispatch of plain text above the head of the next one. */
#ifndef TX_API_SERIES_END_H
#define TX_API_SERIES_END_H

#include <stdbool.h>
#include <stddef.h>

#include "agency/profile.h"
#include "core/slice.h"

#define TX_HEAD_BYTES 300 /* of a line of a head */

/** A text above a dateline. */
struct tx_above {
	telex_slice text;
	size_t floor;                     /* nothing above this is looked at */
	const struct tx_profile *profile; /* of the dateline above it; may be NULL */
};

/** A line with text. */
struct tx_end_line {
	size_t start, end; /* without its line end */
	telex_slice seen;  /* its visible text */
};

enum tx_end_sort {
	TX_END_NOTHING,
	TX_END_LIKELY, /* a caption may end so as well: it closes where nothing above it does */
	TX_END_SEPARATOR,
	TX_END_CLOSING
};

static inline bool tx_ends_line(char c)
{
	return c == '\n' || c == '\r' || c == '\0';
}

static inline bool tx_is_line_start(telex_slice s, size_t at)
{
	return at == 0 || tx_ends_line(s.ptr[at - 1]);
}

/** The line with text above `at`, which is the start of a line.  False at the start of the text.
 *  Of a line that begins above the floor the end is given, if that is long. */
bool tx_line_above(const struct tx_above *above, size_t at, struct tx_end_line *ret_line);

/** Whether the line parts two dispatches, or closes the one above it. */
enum tx_end_sort tx_judge_end(const struct tx_above *above, const struct tx_end_line *line);

/** Whether an end mark after its last sentence closes the line. */
enum tx_end_sort tx_judge_glued(const struct tx_above *above, const struct tx_end_line *line);

#endif
