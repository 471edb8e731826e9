/* How a dispatch sets its paragraphs, and where one begins.
 *
 * The layouts, from the surest sign to the weakest: first lines indented deeper than the lines that
 * go on; blank lines between wrapped lines; lines far longer than a teletype's measure, each a
 * paragraph; wrapped lines with nothing between paragraphs, where a line that is short and ends a
 * sentence closes one. */
#include "tokenizer/scan.h"

#include "core/ascii.h"
#include "core/utf8.h"

#define MEASURE_MAX    110 /* bytes: no teletype wraps later */
#define INDENT_STEP    2
#define OVERLONG_SHARE 6 /* a line in so many may be longer by a slip of the teletype */

struct statistics {
	size_t lines, blanks, longest, overlong, pairs;
	size_t filled, loose; /* lines that end within a sentence: at the measure, and before it */
	uint32_t min_indent, max_indent;
	uint32_t below_min, below_max; /* of the lines below the one with the dateline */
	size_t indented;               /* lines deeper than the shallowest */
};

static size_t width(const struct tx_line *line)
{
	return line->end - line->first;
}

static size_t first_word(const struct tx_scan *scan, const struct tx_line *line)
{
	size_t len = 0;

	while (line->first + len < line->end && scan->text.ptr[line->first + len] != ' ')
		len++;
	return len;
}

static void measure_lines(const struct tx_scan *scan, struct statistics *s)
{
	s->min_indent = s->below_min = UINT32_MAX;
	for (size_t i = 0; i < scan->foot_line; i++) {
		const struct tx_line *line = &scan->lines[i];
		if (tx_line_blank(line)) {
			s->blanks += i > scan->body_line;
			continue;
		}
		s->lines++;
		if (line->indent < s->min_indent)
			s->min_indent = line->indent;
		if (line->indent > s->max_indent)
			s->max_indent = line->indent;
		if (i < scan->body_line)
			continue;
		if (i > scan->body_line && line->indent < s->below_min)
			s->below_min = line->indent;
		if (i > scan->body_line && line->indent > s->below_max)
			s->below_max = line->indent;
		s->overlong += width(line) > MEASURE_MAX;
		if (width(line) > s->longest && width(line) <= MEASURE_MAX)
			s->longest = width(line);
	}
}

static bool closes_sentence(telex_slice line)
{
	uint32_t c;

	if (line.len == 0)
		return false;
	tx_utf8_decode_last(line, &c);
	return c == '.' || c == '!' || c == '?' || c == '"' || c == ')' || c == 0x201d || c == 0xbb;
}

/* A line that ends within a sentence was wrapped, if it could not have taken the first word of the
 * line below. */
static void measure_wraps(const struct tx_scan *scan, struct statistics *s)
{
	for (size_t i = scan->body_line; i + 1 < scan->foot_line; i++) {
		const struct tx_line *line = &scan->lines[i], *below = line + 1;
		if (tx_line_blank(below)) {
			i++;
			continue;
		}
		if (tx_line_blank(line))
			continue;
		s->pairs++;
		if (closes_sentence(tx_line_text(scan, i)))
			continue;
		bool filled =
			line->indent + width(line) + 1 + first_word(scan, below) + 3 > s->longest;
		s->filled += filled;
		s->loose += !filled;
	}
}

static void count_indented(const struct tx_scan *scan, struct statistics *s)
{
	if (s->max_indent < s->min_indent + INDENT_STEP)
		return;
	for (size_t i = scan->body_line; i < scan->foot_line; i++) {
		const struct tx_line *line = &scan->lines[i];
		s->indented += !tx_line_blank(line) && line->indent >= s->min_indent + INDENT_STEP;
	}
}

/* A text that is set in from its head as a whole, with indents of its own: those count. */
static void set_base(const struct tx_scan *scan, struct statistics *s)
{
	bool set_in = scan->has_dateline && s->below_min != UINT32_MAX &&
		      s->below_min >= s->min_indent + INDENT_STEP;

	if (set_in && s->below_max >= s->below_min + INDENT_STEP)
		s->min_indent = s->below_min;
}

void tx_scan_layout(struct tx_scan *scan)
{
	struct statistics s = {0};

	measure_lines(scan, &s);
	set_base(scan, &s);
	scan->base_indent = s.min_indent == UINT32_MAX ? 0 : s.min_indent;
	measure_wraps(scan, &s);
	count_indented(scan, &s);
	if (s.indented > 0 && s.overlong * OVERLONG_SHARE <= s.lines)
		scan->layout = TX_LAYOUT_INDENT;
	else if (s.pairs == 0)
		scan->layout = TX_LAYOUT_BLANK;
	else if (s.overlong * OVERLONG_SHARE > s.lines || s.loose * 2 > s.filled || s.filled == 0)
		scan->layout = TX_LAYOUT_LINE;
	else
		scan->layout = s.blanks > 0 ? TX_LAYOUT_BLANK : TX_LAYOUT_WRAPPED;
}

/* Wrapped lines without any sign between paragraphs: the line above is short and ends a sentence.
 */
static bool above_is_short(const struct tx_scan *scan, size_t line)
{
	const struct tx_line *above = &scan->lines[line - 1];
	size_t longest = 0;

	if (!closes_sentence(tx_line_text(scan, line - 1)))
		return false;
	for (size_t i = line > 8 ? line - 8 : 0; i <= line; i++) {
		if (width(&scan->lines[i]) > longest)
			longest = width(&scan->lines[i]);
	}
	return width(above) + first_word(scan, above + 1) + 4 < longest;
}

bool tx_starts_paragraph(const struct tx_scan *scan, size_t line)
{
	if (line == 0 || tx_line_blank(&scan->lines[line - 1]))
		return true;
	switch (scan->layout) {
	case TX_LAYOUT_LINE:
		return true;
	case TX_LAYOUT_INDENT:
		return scan->lines[line].indent >= scan->base_indent + INDENT_STEP;
	case TX_LAYOUT_WRAPPED:
		return above_is_short(scan, line);
	case TX_LAYOUT_BLANK:
		return false;
	}
	return false;
}
