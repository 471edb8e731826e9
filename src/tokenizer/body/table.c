/* Tables: lines of cells that are parted by runs of blanks, and what touches them: a header,
 * rulers, a row whose gaps are narrow.  A gap within a line of prose is a slip of the keys, so what
 * makes a table is rows of several cells, or of a name and a figure, below one another. */
#include "tokenizer/scan.h"

#include "core/ascii.h"
#include "core/block.h"

#define WIDE_GAP      3  /* blanks that part two columns whatever is in them */
#define TAB_GAP       3  /* blanks that a tab counts for */
#define ROW_MAX       60 /* bytes of a row that has few cells */
#define DEEP_INDENT   12 /* columns before a header above the middle of a table */
#define SEED_LINES    8  /* lines from the first one in which a table must show itself */
#define BETWEEN_MAX   44 /* bytes of a line among rows that names those below it */
#define BETWEEN_LINES 2  /* of them before the next row */
#define PRICES_MIN    3  /* rows of a name and a figure that make a table */

/* What a line can be in a table. */
enum row_kind {
	ROW_NONE,
	ROW_LOOSE, /* belongs to a table that it touches */
	ROW_RULER,
	ROW_PRICE, /* a name and a figure */
	ROW_CELLS  /* three cells or more */
};

struct cells {
	size_t gaps, wide;
	size_t figures; /* cells that begin with one */
	bool last_is_figure;
};

/* Where two blanks or a tab begin among sixteen bytes; the byte after them can be read. */
static tx_block gaps_of(const char *p)
{
	tx_block block = tx_block_load(p);
	tx_block pairs =
		tx_mark_and(tx_mark_equal(block, ' '), tx_mark_equal(tx_block_load(p + 1), ' '));

	return tx_mark_or(pairs, tx_mark_equal(block, '\t'));
}

/* Whether two blanks or a tab are inside [p, end): without them a line has no columns. */
static bool has_gap(const char *p, const char *end)
{
	if (end - p > TX_BLOCK) {
		/* The last bytes first, with some of what the loop sees. */
		tx_block gaps = gaps_of(end - TX_BLOCK - 1);
		for (; end - p > TX_BLOCK; p += TX_BLOCK)
			gaps = tx_mark_or(gaps, gaps_of(p));
		return tx_mark_bits(gaps) != 0;
	}
	for (; p + 1 < end; p++) {
		if ((p[0] == ' ' && p[1] == ' ') || p[0] == '\t')
			return true;
	}
	return false;
}

/* A figure, or what is written for none. */
static bool is_figure_start(const char *p, const char *end)
{
	static const char *const none[] = {"nil", "NIL", "n/a", "N/A", "--", NULL};
	telex_slice cell = tx_slice(p, (size_t)(end - p));

	for (const char *const *word = none; *word != NULL; word++) {
		if (tx_slice_opens(cell, *word))
			return true;
	}
	while (p < end && strchr("+-$<(", *p) != NULL)
		p++;
	return p < end && tx_is_digit(*p);
}

static bool stops_sentence(char c)
{
	return c == '.' || c == '!' || c == '?' || c == ':' || c == ';' || c == '"' || c == ',';
}

/* Two blanks after a stop are a typist's habit, no gap. */
static bool is_gap(const char *p, const char *first, size_t blanks)
{
	return blanks >= WIDE_GAP ||
	       (blanks == 2 && !stops_sentence(*(p - blanks > first ? p - blanks - 1 : first)));
}

static struct cells read_cells(const char *first, const char *end)
{
	struct cells cells = {.figures = is_figure_start(first, end)};
	size_t blanks = 0;
	bool tab = false;

	for (const char *p = first; p < end; p++) {
		if (*p == ' ' || *p == '\t') {
			blanks++;
			tab |= *p == '\t';
			continue;
		}
		if (tab || is_gap(p, first, blanks)) {
			cells.gaps++;
			cells.wide += tab || blanks >= WIDE_GAP;
			cells.last_is_figure = is_figure_start(p, end);
			cells.figures += cells.last_is_figure;
		}
		blanks = 0;
		tab = false;
	}
	return cells;
}

static bool is_ruler(telex_slice s)
{
	size_t signs = 0;

	for (size_t i = 0; i < s.len; i++) {
		if (strchr("-=_", s.ptr[i]) != NULL)
			signs++;
		else if (s.ptr[i] != ' ' && s.ptr[i] != '\t' && s.ptr[i] != '+' && s.ptr[i] != '|')
			return false;
	}
	return signs >= 3;
}

static telex_slice row_text(const struct tx_scan *scan, size_t line)
{
	const struct tx_line *l = &scan->lines[line];
	size_t start = l->first > scan->body_start ? l->first : scan->body_start;
	size_t end = l->end < scan->body_end ? l->end : scan->body_end;

	return tx_slice(scan->text.ptr + start, start < end ? end - start : 0);
}

static enum row_kind row_kind(const struct tx_scan *scan, size_t line)
{
	telex_slice s = row_text(scan, line);
	const char *end = s.ptr + s.len;

	if (s.len == 0)
		return ROW_NONE;
	if (tx_char_is(s.ptr[0], TX_CHAR_PUNCT) && is_ruler(s))
		return ROW_RULER;
	bool deep = scan->lines[line].indent >= scan->base_indent + DEEP_INDENT;
	bool brief = s.len <= ROW_MAX && s.ptr[s.len - 1] != '.';
	if (!has_gap(s.ptr, end))
		return deep && brief && scan->layout != TX_LAYOUT_LINE ? ROW_LOOSE : ROW_NONE;
	struct cells cells = read_cells(s.ptr, end);
	if (cells.wide >= 2 || (cells.gaps >= 2 && cells.figures > 0))
		return ROW_CELLS;
	if (cells.wide == 1 && cells.last_is_figure && brief)
		return ROW_PRICE;
	return cells.gaps >= 1 && brief ? ROW_LOOSE : ROW_NONE;
}

/* "UNGRADED 21 22 19" below a row: half of the words at least are figures. */
static bool is_narrow_row(telex_slice s)
{
	size_t words = 0, figures = 0;

	if (s.len > ROW_MAX || s.len == 0 || s.ptr[s.len - 1] == '.')
		return false;
	for (size_t i = 0; i < s.len; i++) {
		if (s.ptr[i] == ' ' || (i > 0 && s.ptr[i - 1] != ' '))
			continue;
		words++;
		figures += is_figure_start(s.ptr + i, s.ptr + s.len);
	}
	return words >= 2 && figures * 2 >= words;
}

static bool is_free(const struct tx_scan *scan, size_t line)
{
	return line < scan->foot_line && tx_piece_of(scan, line) == NULL;
}

/* "WHEAT", "5,000 bu minimum; cents per bushel": short lines among rows of cells name those below. */
static bool is_between_rows(const struct tx_scan *scan, size_t line)
{
	telex_slice s = row_text(scan, line);

	if (s.len == 0 || s.len > BETWEEN_MAX || strchr(".:!?\"", s.ptr[s.len - 1]) != NULL)
		return false;
	for (size_t i = line + 1; i <= line + BETWEEN_LINES && is_free(scan, i); i++) {
		enum row_kind kind = row_kind(scan, i);
		if (kind == ROW_CELLS)
			return true;
		if (kind != ROW_NONE || row_text(scan, i).len > BETWEEN_MAX)
			return false;
	}
	return false;
}

/* Whether two rows of cells, or three of a name and a figure, are below one another from `first`
 * on. */
static bool is_table(const struct tx_scan *scan, size_t first)
{
	size_t cells = 0, prices = 0;

	for (size_t line = first; line < first + SEED_LINES && is_free(scan, line); line++) {
		enum row_kind kind = row_kind(scan, line);
		if (kind == ROW_NONE && (cells == 0 || !is_between_rows(scan, line)))
			return false;
		if (kind == ROW_RULER || kind == ROW_NONE)
			continue;
		cells = kind == ROW_CELLS ? cells + 1 : 0;
		prices = kind >= ROW_PRICE ? prices + 1 : 0;
		if (cells >= 2 || prices >= PRICES_MIN)
			return true;
	}
	return false;
}

size_t tx_table_last(const struct tx_scan *scan, size_t first)
{
	size_t last = first;

	if (row_kind(scan, first) == ROW_NONE || !is_table(scan, first))
		return SIZE_MAX;
	while (is_free(scan, last + 1) &&
	       (row_kind(scan, last + 1) != ROW_NONE || is_narrow_row(row_text(scan, last + 1)) ||
		is_between_rows(scan, last + 1)))
		last++;
	return last;
}

bool tx_table_is_row(const struct tx_scan *scan, size_t line)
{
	return row_kind(scan, line) != ROW_NONE;
}
