/* Splitting a text into lines.  A text without CR is searched for its line ends by blocks. */
#include "tokenizer/lines.h"

#include <stdlib.h>

#include "core/ascii.h"
#include "core/block.h"

static bool grow(struct tx_lines *lines)
{
	size_t capacity = lines->capacity == 0 ? 256 : lines->capacity * 2;
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

/* The end of the line that starts at `start`, and where the next one starts. */
static size_t line_end(telex_slice text, size_t start, size_t end, size_t *ret_next)
{
	const char *lf = memchr(text.ptr + start, '\n', end - start);
	size_t stop = lf == NULL ? end : (size_t)(lf - text.ptr);
	const char *cr = memchr(text.ptr + start, '\r', stop - start);

	*ret_next = lf == NULL ? end : stop + 1;
	if (cr != NULL) {
		size_t at = (size_t)(cr - text.ptr);
		if (at + 1 < stop)
			*ret_next = at + 1;
		return at;
	}
	return stop;
}

static bool add(struct tx_lines *lines, telex_slice text, size_t start, size_t end)
{
	/* One more than it holds, for the line beyond the last. */
	if (lines->count + 1 >= lines->capacity && !grow(lines))
		return false;
	measure(&lines->items[lines->count++], text, start, end);
	return true;
}

/* The lines of a text without CR, sixteen bytes at a time. */
static bool split_feeds(struct tx_lines *lines, telex_slice text, size_t start, size_t end)
{
	size_t at = start;

	for (; end - at >= TX_BLOCK; at += TX_BLOCK) {
		unsigned feeds = tx_block_equal(tx_block_load(text.ptr + at), '\n');
		for (; feeds != 0; feeds &= feeds - 1) {
			size_t stop = at + tx_mask_first(feeds);
			if (!add(lines, text, start, stop))
				return false;
			start = stop + 1;
		}
	}
	for (; at < end; at++) {
		if (text.ptr[at] != '\n')
			continue;
		if (!add(lines, text, start, at))
			return false;
		start = at + 1;
	}
	return start == end || add(lines, text, start, end);
}

static bool split_any(struct tx_lines *lines, telex_slice text, size_t start, size_t end)
{
	for (size_t next; start < end; start = next) {
		size_t stop = line_end(text, start, end, &next);
		if (!add(lines, text, start, stop))
			return false;
	}
	return true;
}

bool tx_lines_split(struct tx_lines *lines, telex_slice text, size_t start, size_t end)
{
	bool has_cr = end > start && memchr(text.ptr + start, '\r', end - start) != NULL;

	lines->count = 0;
	if (start < end &&
	    !(has_cr ? split_any(lines, text, start, end) : split_feeds(lines, text, start, end)))
		return false;
	if (lines->capacity == 0 && !grow(lines))
		return false;
	lines->items[lines->count] =
		(struct tx_line){(uint32_t)end, (uint32_t)end, (uint32_t)end, 0};
	return true;
}
