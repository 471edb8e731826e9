/* Blocks out of marked-up copy (NITF 3.6 body.content, XHTML 1.0, HTML as agencies send it).
 *
 * Text goes into the buffer as it comes.  When a block ends, its line ends become blanks, unless
 * they are paragraphs of plain text that somebody put into one element: then each begins after two
 * line ends or with an indented line.  Cells of a table are parted by tabs, its rows by line ends.
 * Left out: columns that span, nested lists' levels. */
#include "reader/markup.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "core/ascii.h"
#include "core/block.h"
#include "reader/html.h"

#define BREAK      '\v' /* represents <br/> while a block is at hand */
#define INDENT_MIN 3    /* columns by which the first line of a paragraph is indented */
#define INDENT_MAX 5

enum tx_markup_inside tx_markup_inside(enum tx_markup_inside outside, enum tx_markup_kind kind)
{
	if (outside == TX_MARKUP_IN_NOTHING || kind == TX_MARKUP_SKIP)
		return TX_MARKUP_IN_NOTHING;
	if (kind == TX_MARKUP_FIGURE)
		return TX_MARKUP_IN_FIGURE;
	bool shown = kind == TX_MARKUP_TABLE || kind == TX_MARKUP_QUOTE ||
		     kind == TX_MARKUP_PREFORMATTED;
	return shown ? TX_MARKUP_IN_COPY : outside;
}

static void begin_block(struct tx_markup *markup)
{
	markup->has_text = markup->after_unknown = markup->mixed = markup->seam = false;
}

void tx_markup_begin(struct tx_markup *markup, struct tx_buffer *out)
{
	markup->out = out;
	out->len = 0;
	markup->piece_count = 0;
	markup->start = 0;
	markup->table_depth = 0;
	markup->cell = false;
	markup->notes = 0;
	markup->kind = TX_MARKUP_BLOCK;
	begin_block(markup);
}

void tx_markup_done(struct tx_markup *markup)
{
	free(markup->pieces);
	tx_html_free(markup->html);
	*markup = (struct tx_markup){0};
}

static void add_piece(struct tx_markup *markup, size_t start, enum tx_token_kind kind)
{
	if (markup->piece_count == markup->piece_capacity) {
		size_t capacity = markup->piece_capacity == 0 ? 32 : markup->piece_capacity * 2;
		struct tx_piece *pieces = realloc(markup->pieces, capacity * sizeof(*pieces));
		if (pieces == NULL) {
			markup->failed = true;
			return;
		}
		markup->pieces = pieces;
		markup->piece_capacity = capacity;
	}
	markup->pieces[markup->piece_count++] =
		(struct tx_piece){(uint32_t)start, (uint32_t)markup->out->len, (uint8_t)kind};
}

void tx_markup_cut(struct tx_markup *markup, size_t len)
{
	if (markup->out->len > len)
		markup->out->len = len;
	if (markup->start > len)
		markup->start = len;
	while (markup->piece_count > 0 && markup->pieces[markup->piece_count - 1].end > len)
		markup->piece_count--;
}

static bool is_blank_byte(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == BREAK;
}

static bool is_line_end(char c)
{
	return c == '\n' || c == '\r' || c == BREAK;
}

/* Blanks off the ends of the block at hand. */
static void trim_block(struct tx_markup *markup)
{
	struct tx_buffer *out = markup->out;
	size_t first = markup->start;

	while (out->len > markup->start && is_blank_byte(out->data[out->len - 1]))
		out->len--;
	while (first < out->len && is_blank_byte(out->data[first]))
		first++;
	if (first == markup->start)
		return;
	memmove(out->data + markup->start, out->data + first, out->len - first);
	out->len -= first - markup->start;
}

/* How the lines after the first of one element's text are set. */
struct setting {
	size_t lines;
	size_t flush;    /* not indented at all */
	size_t indented; /* by as much as the first of those that are */
	size_t indent;   /* that much, in columns */
};

static size_t indent_at(telex_slice s, size_t at)
{
	size_t columns = 0;

	for (; at < s.len && (s.ptr[at] == ' ' || s.ptr[at] == '\t'); at++)
		columns += s.ptr[at] == '\t' ? 8 : 1;
	return columns;
}

static size_t line_len(telex_slice s, size_t at)
{
	size_t end = at;

	for (; s.len - end >= TX_BLOCK; end += TX_BLOCK) {
		tx_block block = tx_block_load(s.ptr + end);
		tx_block breaks =
			tx_mark_or(tx_mark_equal(block, '\n'), tx_mark_equal(block, BREAK));
		unsigned ends = tx_mark_bits(tx_mark_or(breaks, tx_mark_equal(block, '\r')));
		if (ends != 0)
			return end + tx_mask_first(ends) - at;
	}
	while (end < s.len && !is_line_end(s.ptr[end]))
		end++;
	return end - at;
}

static struct setting measure(telex_slice s)
{
	struct setting setting = {0};

	for (size_t at = line_len(s, 0) + 1, line; at < s.len; at += line + 1) {
		size_t indent = indent_at(s, at);
		line = line_len(s, at);
		if (line <= indent)
			continue;
		setting.lines++;
		setting.flush += indent == 0;
		if (indent < INDENT_MIN || indent > INDENT_MAX)
			continue;
		if (setting.indent == 0)
			setting.indent = indent;
		setting.indented += indent == setting.indent;
	}
	return setting;
}

/* Whether the line at `at` begins a paragraph, after `ends` line ends.  Lines that an editor's
 * indents set off are paragraphs where all others are flush (one alone where most are), or where
 * there are no others; markup that is laid out for reading is indented otherwise. */
static bool begins_paragraph(const struct setting *setting, telex_slice s, size_t at, size_t ends)
{
	if (ends > 1)
		return true;
	size_t enough = setting->flush > setting->indented ? 1 : 2;
	bool wrapped = setting->flush > 0 && setting->indented >= enough;
	bool whole = setting->indented > 1 && setting->indented == setting->lines;
	return (wrapped || whole) && indent_at(s, at) >= INDENT_MIN;
}

/* Line ends within a block: paragraphs of plain text, or blanks.  The result is never longer. */
static void refold(struct tx_markup *markup)
{
	struct tx_buffer *out = markup->out;
	telex_slice s = tx_slice(out->data + markup->start, out->len - markup->start);
	struct setting setting = measure(s);
	size_t len = 0;

	for (size_t at = 0; at < s.len;) {
		size_t ends = 0, breaks = 0, run = line_len(s, at), line = at + run;
		memmove(out->data + markup->start + len, s.ptr + at, run);
		len += run;
		at += run;
		if (at == s.len)
			break;
		while (at < s.len && is_blank_byte(s.ptr[at])) {
			bool crlf = s.ptr[at] == '\r' && at + 1 < s.len && s.ptr[at + 1] == '\n';
			bool end = is_line_end(s.ptr[at]) && !crlf;
			ends += end;
			breaks += s.ptr[at] == BREAK;
			at++;
			if (end)
				line = at;
		}
		ends = breaks > 0 ? breaks : ends;
		bool paragraph = at < s.len && begins_paragraph(&setting, s, line, ends);
		out->data[markup->start + len++] = paragraph ? '\n' : ' ';
	}
	out->len = markup->start + len;
}

static bool has_line_ends(telex_slice s)
{
	return line_len(s, 0) < s.len;
}

/* Whether two lines or more have a wide gap inside: preformatted columns. */
static bool has_columns(telex_slice s)
{
	size_t rows = 0;

	for (size_t at = 0; at < s.len; at += line_len(s, at) + 1) {
		size_t start = at + indent_at(s, at), len = line_len(s, at);
		telex_slice line = tx_slice_skip(tx_slice_take(s, at + len), start);
		rows += tx_slice_find(line, TX_LIT("   ")) < line.len ||
			tx_slice_find(line, TX_LIT("\t")) < line.len;
	}
	return rows > 1;
}

static void flush_preformatted(struct tx_markup *markup)
{
	telex_slice s =
		tx_slice(markup->out->data + markup->start, markup->out->len - markup->start);

	/* Alone it may be all of the copy, set by hand. */
	if (markup->start == 0 && !has_columns(s)) {
		markup->kind = TX_MARKUP_BLOCK;
		tx_markup_flush(markup);
		return;
	}
	for (size_t i = markup->start; i < markup->out->len; i++) {
		if (markup->out->data[i] == BREAK)
			markup->out->data[i] = '\n';
	}
	tx_buffer_byte(markup->out, '\n');
	add_piece(markup, markup->start, TX_TOK_TABLE);
	markup->start = markup->out->len;
}

static void flush_kind(struct tx_markup *markup)
{
	tx_buffer_byte(markup->out, '\n');
	if (markup->kind == TX_MARKUP_CROSSHEAD)
		add_piece(markup, markup->start, TX_TOK_CROSSHEAD);
	else if (markup->kind == TX_MARKUP_NOTE)
		add_piece(markup, markup->start, TX_TOK_NOTE);
	markup->start = markup->out->len;
}

/* Breaks inside a paragraph are where its lines end, no more. */
static void join_breaks(struct tx_markup *markup)
{
	char *at = markup->out->data + markup->start, *end = markup->out->data + markup->out->len;

	while (at < end && (at = memchr(at, BREAK, (size_t)(end - at))) != NULL)
		*at++ = ' ';
}

/* Of a block that no element of its own begins. */
static enum tx_markup_kind resting_kind(const struct tx_markup *markup)
{
	return markup->notes > 0 ? TX_MARKUP_NOTE : TX_MARKUP_BLOCK;
}

void tx_markup_flush(struct tx_markup *markup)
{
	struct tx_buffer *out = markup->out;

	if (markup->table_depth > 0 || out->failed)
		return;
	begin_block(markup);
	if (out->len == markup->start) {
		markup->kind = resting_kind(markup);
		return;
	}
	if (markup->kind == TX_MARKUP_PREFORMATTED && out->len > markup->start) {
		flush_preformatted(markup);
		return;
	}
	if (markup->kind == TX_MARKUP_PARAGRAPH && !markup->is_html)
		join_breaks(markup);
	if (has_line_ends(tx_slice(out->data + markup->start, out->len - markup->start)))
		refold(markup);
	trim_block(markup);
	if (out->len > markup->start)
		flush_kind(markup);
	markup->kind = resting_kind(markup);
}

/* Line ends of a cell become blanks: those of the table are its rows'. */
static void close_cell(struct tx_markup *markup)
{
	struct tx_buffer *out = markup->out;

	for (size_t i = markup->start; i < out->len; i++) {
		if (is_line_end(out->data[i]) || out->data[i] == '\t')
			out->data[i] = ' ';
	}
	trim_block(markup);
	markup->start = out->len;
	markup->cell = true;
}

static void open_cell(struct tx_markup *markup)
{
	markup->out->len = markup->start;
	if (markup->cell)
		tx_buffer_byte(markup->out, '\t');
	markup->start = markup->out->len;
}

static void close_row(struct tx_markup *markup)
{
	struct tx_buffer *out = markup->out;

	out->len = markup->start;
	while (out->len > markup->table_start && out->data[out->len - 1] == '\t')
		out->len--;
	if (out->len > markup->table_start && out->data[out->len - 1] != '\n')
		tx_buffer_byte(out, '\n');
	markup->start = out->len;
	markup->cell = false;
}

static void open_table(struct tx_markup *markup)
{
	if (markup->table_depth == 0) {
		tx_markup_flush(markup);
		markup->table_start = markup->out->len;
		markup->cell = false;
	}
	markup->table_depth++;
}

static void close_table(struct tx_markup *markup)
{
	if (markup->table_depth == 0 || --markup->table_depth > 0)
		return;
	close_row(markup);
	if (markup->out->len > markup->table_start && !markup->out->failed)
		add_piece(markup, markup->table_start, TX_TOK_TABLE);
}

static void add_rule(struct tx_markup *markup)
{
	tx_markup_flush(markup);
	tx_buffer_lit(markup->out, "___\n");
	if (!markup->out->failed)
		add_piece(markup, markup->start, TX_TOK_RULE);
	markup->start = markup->out->len;
}

/* Inside a table only its rows and cells count; a paragraph in a cell is parted by a blank. */
static void open_in_table(struct tx_markup *markup, enum tx_markup_kind kind)
{
	if (kind == TX_MARKUP_TABLE)
		open_table(markup);
	else if (kind == TX_MARKUP_CELL)
		open_cell(markup);
	else if (kind != TX_MARKUP_INLINE && kind != TX_MARKUP_ROW)
		tx_buffer_byte(markup->out, ' ');
}

/* Whether unknown elements are part of the block at hand, whatever is in them. */
static bool is_text_level(const struct tx_markup *markup)
{
	bool open = markup->kind == TX_MARKUP_BLOCK || markup->kind == TX_MARKUP_NOTE;

	return !open || markup->mixed || markup->table_depth > 0;
}

/* One after another they are blocks, between text they are part of it. */
static void open_unknown(struct tx_markup *markup)
{
	if (!is_text_level(markup) && markup->after_unknown)
		tx_markup_flush(markup);
	else
		markup->mixed |= markup->has_text;
	markup->after_unknown = false;
	markup->seam = true;
}

static void close_unknown(struct tx_markup *markup)
{
	markup->after_unknown = markup->has_text && !is_text_level(markup);
	markup->seam = true;
}

void tx_markup_open(struct tx_markup *markup, enum tx_markup_kind kind)
{
	if (kind == TX_MARKUP_INLINE || kind == TX_MARKUP_SKIP)
		return;
	if (kind == TX_MARKUP_UNKNOWN) {
		open_unknown(markup);
		return;
	}
	if (markup->table_depth > 0) {
		open_in_table(markup, kind);
		return;
	}
	if (kind == TX_MARKUP_BREAK) {
		tx_buffer_byte(markup->out, BREAK);
		return;
	}
	if (kind == TX_MARKUP_TABLE) {
		open_table(markup);
		return;
	}
	if (kind == TX_MARKUP_RULE) {
		add_rule(markup);
		return;
	}
	tx_markup_flush(markup);
	markup->notes += kind == TX_MARKUP_NOTE;
	if (kind == TX_MARKUP_QUOTE || kind == TX_MARKUP_FIGURE)
		kind = TX_MARKUP_BLOCK;
	bool plain = kind == TX_MARKUP_BLOCK || kind == TX_MARKUP_PARAGRAPH;
	markup->kind = plain && markup->notes > 0 ? TX_MARKUP_NOTE : kind;
}

static void close_in_table(struct tx_markup *markup, enum tx_markup_kind kind)
{
	if (kind == TX_MARKUP_TABLE)
		close_table(markup);
	else if (kind == TX_MARKUP_CELL)
		close_cell(markup);
	else if (kind == TX_MARKUP_ROW)
		close_row(markup);
}

static void close_note(struct tx_markup *markup)
{
	tx_markup_flush(markup);
	markup->notes -= markup->notes > 0;
	markup->kind = resting_kind(markup);
}

void tx_markup_close(struct tx_markup *markup, enum tx_markup_kind kind)
{
	if (markup->out->failed)
		return;
	if (kind == TX_MARKUP_UNKNOWN)
		close_unknown(markup);
	else if (markup->table_depth > 0)
		close_in_table(markup, kind);
	else if (kind == TX_MARKUP_NOTE)
		close_note(markup);
	else if (kind != TX_MARKUP_INLINE && kind != TX_MARKUP_BREAK && kind != TX_MARKUP_SKIP &&
		 kind != TX_MARKUP_RULE)
		tx_markup_flush(markup);
}

static bool is_word_byte(char c)
{
	return tx_char_is(c, TX_CHAR_UPPER | TX_CHAR_LOWER | TX_CHAR_DIGIT | TX_CHAR_HIGH);
}

/* Words on both sides of an unknown tag are two words. */
static void cross_seam(struct tx_markup *markup, telex_slice text)
{
	struct tx_buffer *out = markup->out;
	char last = out->len > markup->start ? out->data[out->len - 1] : ' ';
	bool ends = is_word_byte(last) || (last != '\0' && strchr(".,;:!?", last) != NULL);
	/* What begins with bytes from 0xe0 on are signs, or words that no blank parts. */
	bool begins = is_word_byte(text.ptr[0]) && (unsigned char)text.ptr[0] < 0xe0;

	if (ends && begins)
		tx_buffer_byte(out, ' ');
	markup->seam = false;
}

/* The first text of a block, or after an unknown tag. */
static void begin_text(struct tx_markup *markup, telex_slice text)
{
	if (text.len > 0 && markup->seam)
		cross_seam(markup, text);
	if (tx_trim(text).len == 0)
		return;
	markup->has_text = true;
	markup->mixed |= markup->after_unknown;
	markup->after_unknown = false;
}

void tx_markup_text(struct tx_markup *markup, telex_slice text)
{
	if (!markup->has_text || markup->seam || markup->after_unknown)
		begin_text(markup, text);
	tx_buffer_slice(markup->out, text);
}
