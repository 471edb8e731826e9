/* The body: paragraphs as the layout sets them, and the crossheads, tables, rules and notes among
 * them. */
#include "tokenizer/scan.h"

#include "core/ascii.h"
#include "core/utf8.h"
#include "core/block.h"
#include "tokenizer/notes.h"

#define CROSSHEAD_MAX 64 /* bytes */
#define PROSE_MIN     40 /* bytes of a paragraph beside a crosshead */
#define BLOCK_MIN     90 /* likewise where each line is a block: lists are short lines too */
#define COLUMN_GAP    3  /* blanks between two columns */

static telex_slice text_between(const struct tx_scan *scan, size_t start, size_t end)
{
	return tx_trim_seen(tx_slice(scan->text.ptr + start, end - start));
}

/* Where the text of line `line` begins in the body. */
static size_t text_start(const struct tx_scan *scan, size_t line)
{
	size_t first = scan->lines[line].first;

	return first > scan->body_start ? first : scan->body_start;
}

static size_t text_end(const struct tx_scan *scan, size_t line)
{
	size_t end = scan->lines[line].end;

	return end < scan->body_end ? end : scan->body_end;
}

static bool is_blank(const struct tx_scan *scan, size_t line)
{
	return text_start(scan, line) >= text_end(scan, line);
}

static bool is_rule_sign(char c)
{
	switch (c) {
	case '_':
	case '-':
	case '*':
	case '=':
	case '~':
	case '#':
	case '.':
		return true;
	default:
		return false;
	}
}

static bool is_rule(telex_slice s)
{
	size_t signs = 0;

	for (size_t i = 0; i < s.len; i++) {
		if (is_rule_sign(s.ptr[i]))
			signs++;
		else if (s.ptr[i] != ' ')
			return false;
	}
	return signs >= 3;
}

/* Whether two blanks or a tab begin among sixteen bytes; the byte behind them can be read. */
static bool block_has_gap(const char *p)
{
	tx_block block = tx_block_load(p);
	unsigned pairs = tx_block_equal(block, ' ') & tx_block_equal(tx_block_load(p + 1), ' ');

	return (pairs | tx_block_equal(block, '\t')) != 0;
}

/* Whether two blanks or a tab stand inside [p, end): without them a line has no columns. */
static bool has_gap(const char *p, const char *end)
{
	if (end - p > TX_BLOCK) {
		for (; end - p > TX_BLOCK; p += TX_BLOCK) {
			if (block_has_gap(p))
				return true;
		}
		/* The rest, with some of what was seen. */
		return block_has_gap(end - TX_BLOCK - 1);
	}
	for (; p + 1 < end; p++) {
		if ((p[0] == ' ' && p[1] == ' ') || p[0] == '\t')
			return true;
	}
	return false;
}

/* A row has two gaps of three blanks, or tabs, between its cells. */
static bool is_row(const struct tx_scan *scan, size_t line)
{
	const struct tx_line *l = &scan->lines[line];
	size_t gaps = 0, blanks = 0;

	if (!has_gap(scan->text.ptr + text_start(scan, line), scan->text.ptr + l->end))
		return false;
	for (size_t i = text_start(scan, line); i < l->end; i++) {
		char c = scan->text.ptr[i];
		if (c == '\t')
			blanks += COLUMN_GAP;
		else if (c == ' ')
			blanks++;
		else {
			gaps += blanks >= COLUMN_GAP;
			blanks = 0;
		}
	}
	return gaps >= 2;
}

static size_t paragraph_last(const struct tx_scan *scan, size_t first)
{
	size_t last = first;

	while (last + 1 < scan->foot_line && !is_blank(scan, last + 1) &&
	       !tx_starts_paragraph(scan, last + 1))
		last++;
	return last;
}

/* The last row of the table that starts at `first`, or SIZE_MAX: two rows make one. */
static size_t table_last(const struct tx_scan *scan, size_t first)
{
	size_t last = first;

	if (!is_row(scan, first))
		return SIZE_MAX;
	while (last + 1 < scan->foot_line && is_row(scan, last + 1) &&
	       tx_piece_of(scan, last + 1) == NULL)
		last++;
	return last > first ? last : SIZE_MAX;
}

static bool stops(telex_slice s)
{
	uint32_t c;

	tx_utf8_decode_last(s, &c);
	return strchr(".,;:!\")'-", (int)(c < 128 ? c : 1)) != NULL || c == 0x201d || c == 0x2019 ||
	       c == 0xbb || c == 0x2026;
}

static bool mostly_words(telex_slice s)
{
	size_t digits = 0, letters = 0;

	for (size_t i = 0; i < s.len; i++) {
		digits += tx_is_digit(s.ptr[i]);
		letters += tx_char_is(s.ptr[i], TX_CHAR_UPPER | TX_CHAR_LOWER | TX_CHAR_HIGH);
	}
	return letters > 3 * digits;
}

static bool is_prose(const struct tx_scan *scan, size_t first, size_t last)
{
	size_t least = scan->block_a_line ? BLOCK_MIN : PROSE_MIN;

	return text_end(scan, last) > text_start(scan, first) + least;
}

/* Between blank lines, or set otherwise than the first lines of paragraphs. */
static bool stands_apart(const struct tx_scan *scan, size_t line, size_t next)
{
	bool blanks = next > line + 1 && line > 0 && is_blank(scan, line - 1);

	if (blanks || scan->layout == TX_LAYOUT_LINE)
		return true;
	return scan->layout == TX_LAYOUT_INDENT && next < scan->foot_line &&
	       scan->lines[next].indent != scan->lines[line].indent;
}

/* A short line without a final stop between two paragraphs of prose. */
static bool is_crosshead(const struct tx_scan *scan, size_t line, bool after_prose)
{
	telex_slice s = text_between(scan, text_start(scan, line), text_end(scan, line));
	size_t next = line + 1;
	uint32_t first;

	if (!after_prose || s.len < 3 || s.len > CROSSHEAD_MAX || stops(s) || !mostly_words(s))
		return false;
	tx_utf8_decode(s, &first);
	if (s.ptr[s.len - 1] == '?' && first != 0xbf)
		return false;
	if (!tx_char_is_upper(first) && first != 0xbf && first != 0xa1 && first != '"' &&
	    first != 0xab && first != 0x201c)
		return false;
	while (next < scan->foot_line && is_blank(scan, next))
		next++;
	if (!stands_apart(scan, line, next))
		return false;
	return next < scan->foot_line && is_prose(scan, next, paragraph_last(scan, next));
}

struct block {
	size_t last;
	enum tx_token_kind kind;
	enum tx_note_kind note;
};

static struct block classify(const struct tx_scan *scan, size_t first, bool after_prose)
{
	const struct tx_piece *piece = tx_piece_of(scan, first);

	if (piece != NULL)
		return (struct block){tx_piece_last(scan, piece, first), tx_piece_token(piece),
				      piece->kind == TX_PIECE_NOTE ? TX_NOTE_ADVISORY
								   : TX_NOTE_NONE};
	size_t rows = table_last(scan, first);
	if (rows != SIZE_MAX)
		return (struct block){rows, TX_TOK_TABLE, TX_NOTE_NONE};
	struct block block = {paragraph_last(scan, first), TX_TOK_PARAGRAPH, TX_NOTE_NONE};
	telex_slice s = text_between(scan, text_start(scan, first), text_end(scan, block.last));
	block.note = tx_note_of(s, TX_NOTE_IN_BODY);
	if (block.note != TX_NOTE_NONE)
		block.kind = TX_TOK_NOTE;
	else if (is_rule(s))
		block.kind = TX_TOK_RULE;
	else if (block.last == first && is_crosshead(scan, first, after_prose)) {
		/* An agency's mark between paragraphs is a picture's credit. */
		bool credit = tx_sign_find(s, TX_SIGN_BYLINE) != NULL;
		block.kind = credit ? TX_TOK_NOTE : TX_TOK_CROSSHEAD;
		block.note = credit ? TX_NOTE_CREDIT : TX_NOTE_NONE;
	}
	for (size_t i = first + 1; block.kind == TX_TOK_PARAGRAPH && i <= block.last; i++) {
		if (table_last(scan, i) != SIZE_MAX)
			block.last = i - 1;
	}
	return block;
}

/* "(con fotografía) (PLENO).- Mérida.- …": bytes of the note that a paragraph begins with,
 * SIZE_MAX: all of the paragraph is one. */
static size_t note_len(telex_slice s)
{
	if (s.ptr[0] != '(')
		return SIZE_MAX;
	size_t len = tx_note_bracket(s);
	telex_slice rest = tx_trim(tx_slice_skip(s, len));
	bool closed = rest.len == 0 || (rest.len == 1 && rest.ptr[0] == '.');
	return closed ? SIZE_MAX : len;
}

/* A note in front of a paragraph's text ends with its bracket. */
static void push_note(struct tx_scan *scan, size_t first, const struct block *block, size_t end)
{
	size_t start = text_start(scan, first);
	size_t len = note_len(text_between(scan, start, text_end(scan, block->last)));

	if (len == SIZE_MAX) {
		tx_push(scan, TX_TOK_NOTE, block->note, end);
		return;
	}
	tx_push(scan, TX_TOK_NOTE, block->note, start + len);
	tx_push(scan, TX_TOK_PARAGRAPH, TX_NOTE_NONE, end);
}

void tx_scan_body(struct tx_scan *scan)
{
	bool after_prose = false;

	for (size_t line = scan->body_line; line < scan->foot_line;) {
		if (is_blank(scan, line)) {
			line++;
			continue;
		}
		size_t start = scan->lines[line].start;
		if (start > scan->body_start)
			tx_push(scan, TX_TOK_BLANK, TX_NOTE_NONE, start);
		struct block block = classify(scan, line, after_prose);
		size_t next = scan->lines[block.last + 1].start;
		size_t end = next < scan->body_end ? next : scan->body_end;
		if (block.kind == TX_TOK_NOTE)
			push_note(scan, line, &block, end);
		else
			tx_push(scan, block.kind, block.note, end);
		after_prose = block.kind == TX_TOK_PARAGRAPH && is_prose(scan, line, block.last);
		line = block.last + 1;
	}
}
