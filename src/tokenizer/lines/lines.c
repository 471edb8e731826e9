/* Splitting a text into lines: the line ends are searched for by blocks, each byte once. */
#include "tokenizer/lines/lines.h"

#include <stdlib.h>

#include "core/ascii.h"
#include "core/block.h"
#include "core/utf8.h"

#define RULE_MIN 3 /* signs */

/* A line takes its row and its token, a visible one its token and an entry of the body.  With them
 * and the text a dispatch takes less than six times its size. */
#define LINE_BYTES    (sizeof(struct tx_line) + 8)
#define TOKEN_BYTES   8
#define VISIBLE_BYTES 32
#define LINES_FREE    65536 /* are no burden */

#define JOINED_BYTES 4096               /* of a line that is joined */
#define APART_BYTES  ((size_t)16 << 10) /* at each end of a text, where lines are not joined */

static bool is_over_budget(struct tx_lines *lines)
{
	for (; lines->looked_at < lines->count; lines->looked_at++)
		lines->visible += !tx_line_blank(&lines->items[lines->looked_at]);
	return lines->count * LINE_BYTES > lines->budget ||
	       lines->count * TOKEN_BYTES + lines->visible * VISIBLE_BYTES > lines->budget;
}

static bool grow(struct tx_lines *lines)
{
	bool many = lines->capacity >= LINES_FREE;
	size_t capacity = many ? lines->capacity + lines->capacity / 8 : lines->capacity * 2;

	lines->too_many = many && is_over_budget(lines);
	if (lines->too_many)
		return false;
	capacity = capacity == 0 ? 256 : capacity;
	struct tx_line *items = realloc(lines->items, capacity * sizeof(*items));

	if (items == NULL)
		return false;
	lines->items = items;
	lines->capacity = capacity;
	return true;
}

static bool invisible(const char *p)
{
	return tx_char_is(*p, TX_CHAR_BLANK | TX_CHAR_NEWLINE | TX_CHAR_CONTROL);
}

static bool is_nbsp(const char *p, size_t len)
{
	return len >= 2 && p[0] == '\xc2' && p[1] == '\xa0';
}

static void measure(struct tx_line *line, telex_slice text, size_t start, size_t end)
{
	const char *p = text.ptr;
	size_t first = start;
	uint32_t indent = 0;

	for (; first < end; first++) {
		if (is_nbsp(p + first, end - first))
			first++;
		else if (!invisible(p + first))
			break;
		indent += p[first] == '\t' ? 8 - indent % 8 : 1;
	}
	while (end > first &&
	       (invisible(p + end - 1) || (end - first >= 2 && is_nbsp(p + end - 2, 2))))
		end -= invisible(p + end - 1) ? 1 : 2;
	*line = (struct tx_line){(uint32_t)start, (uint32_t)first, (uint32_t)end, indent};
}

static bool add(struct tx_lines *lines, telex_slice text, size_t start, size_t end)
{
	/* One more than it holds, for the line beyond the last. */
	if (lines->count + 1 >= lines->capacity && !grow(lines))
		return false;
	measure(&lines->items[lines->count++], text, start, end);
	return true;
}

/* A line ends at `stop`; an LF that follows a CR belongs to it. */
static bool end_line(struct tx_lines *lines, telex_slice text, size_t *start, size_t stop)
{
	size_t from = *start;

	if (stop < lines->join_to && from >= lines->join_from && stop - from < JOINED_BYTES)
		return true;
	*start = stop + 1;
	if (stop == from && text.ptr[stop] == '\n' && lines->count > 0 &&
	    text.ptr[stop - 1] == '\r')
		return true;
	return add(lines, text, from, stop);
}

static bool split(struct tx_lines *lines, telex_slice text, size_t start, size_t end)
{
	size_t at = start;

	for (; end - at >= TX_BLOCK; at += TX_BLOCK) {
		tx_block block = tx_block_load(text.ptr + at);
		unsigned ends = tx_mark_bits(
			tx_mark_or(tx_mark_equal(block, '\n'), tx_mark_equal(block, '\r')));
		for (; ends != 0; ends &= ends - 1) {
			if (!end_line(lines, text, &start, at + tx_mask_first(ends)))
				return false;
		}
	}
	for (; at < end; at++) {
		if ((text.ptr[at] == '\n' || text.ptr[at] == '\r') &&
		    !end_line(lines, text, &start, at))
			return false;
	}
	return start == end || add(lines, text, start, end);
}

static bool is_rule_sign(uint32_t c)
{
	if (c < 0x80)
		return strchr("_-*=~#.+", (int)c) != NULL && c != 0;
	/* Dashes, bullets, lines to draw boxes with. */
	return (c >= 0x2012 && c <= 0x2015) || c == 0x2022 || c == 0x00b7 ||
	       (c >= 0x2500 && c <= 0x2503);
}

bool tx_line_is_rule(telex_slice s)
{
	size_t signs = 0;

	if (s.len == 0 || tx_char_is(s.ptr[0], TX_CHAR_UPPER | TX_CHAR_LOWER | TX_CHAR_DIGIT))
		return false;
	while (s.len > 0) {
		uint32_t c;
		s = tx_slice_skip(s, tx_utf8_decode(s, &c));
		if (is_rule_sign(c))
			signs++;
		else if (c != ' ')
			return false;
	}
	return signs >= RULE_MIN;
}

static void begin(struct tx_lines *lines, size_t budget)
{
	lines->count = lines->looked_at = lines->visible = 0;
	lines->budget = budget;
	lines->too_many = false;
	lines->join_from = lines->join_to = 0;
}

bool tx_lines_split(struct tx_lines *lines, telex_slice text, size_t start, size_t end)
{
	const size_t budget = 17 * ((end - start) / 4);

	begin(lines, budget);
	lines->joined = false;
	if (start < end && !split(lines, text, start, end)) {
		if (!lines->too_many)
			return false;
		begin(lines, SIZE_MAX);
		lines->joined = true;
		lines->join_from = start + APART_BYTES;
		lines->join_to = end - APART_BYTES;
		if (!split(lines, text, start, end))
			return false;
	}
	if (lines->capacity == 0 && !grow(lines))
		return false;
	lines->items[lines->count] =
		(struct tx_line){(uint32_t)end, (uint32_t)end, (uint32_t)end, 0};
	return true;
}
