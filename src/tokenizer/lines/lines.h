/* The lines of a text: where each begins, where its first and last visible characters stand, how
 * far it is indented.  CR LF, CR and LF all end a line. */
#ifndef TX_TOKENIZER_LINES_H
#define TX_TOKENIZER_LINES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/ascii.h"
#include "core/slice.h"

struct tx_line {
	uint32_t start;  /* first byte */
	uint32_t first;  /* first visible byte; == end in a blank line */
	uint32_t end;    /* past the last visible byte */
	uint32_t indent; /* columns before `first`, a tab counting as eight */
};

/** A line beyond the last one is at lines[count]: blank, at the end of the text. */
struct tx_lines {
	struct tx_line *items;
	size_t count;
	size_t capacity;
	bool joined; /* lines were too many to be kept apart */

	/* Of the text being split: what its lines may take, and what is known of those found. */
	size_t budget;
	size_t looked_at, visible;
	bool too_many;
	size_t join_from, join_to; /* bytes between which lines are joined */
};

/** Find the lines of text[start, end).  False when memory is short.  In a large text with more than
 * a line for each 6 bytes or a visible one for each 12, about, lines are joined, except near its
 * ends: some KiB are one line, in which line ends are. */
bool tx_lines_split(struct tx_lines *lines, telex_slice text, size_t start, size_t end);

/** tx_trim() for a text whose ends are mostly visible already. */
static inline telex_slice tx_trim_seen(telex_slice s)
{
	const unsigned seen = TX_CHAR_UPPER | TX_CHAR_LOWER | TX_CHAR_DIGIT | TX_CHAR_PUNCT;

	if (s.len > 0 && tx_char_is(s.ptr[0], seen) && tx_char_is(s.ptr[s.len - 1], seen))
		return s;
	return tx_trim(s);
}

/** Whether all of `s` is the signs of a rule: "___", "* * *", "———". */
bool tx_line_is_rule(telex_slice s);

static inline bool tx_line_blank(const struct tx_line *line)
{
	return line->first == line->end;
}

#endif
