/* The body: paragraphs as the layout sets them, and the crossheads, tables, rules and notes among
 * them. */
#include "tokenizer/body/page_block.h"
#include "tokenizer/scan.h"

#include "core/ascii.h"
#include "core/utf8.h"
#include "tokenizer/lines/notes.h"
#include "tokenizer/lines/slugline.h"
#include "tokenizer/words/related_words.h"

#define CROSSHEAD_MAX 64  /* bytes */
#define OPEN_LINE_MIN 40  /* bytes of a line whose sentence goes on below a blank line */
#define PROSE_MIN     40  /* bytes of a paragraph beside a crosshead */
#define OFFERS_MAX    6   /* titles below words that announce them */
#define OFFER_MAX     240 /* bytes of one, or of a few lines of them */
#define BLOCK_MIN     90  /* likewise where each line is a block: lists are short lines too */

/* Empty where a foot that begins within a line ends the body before `start`. */
static telex_slice text_between(const struct tx_scan *scan, size_t start, size_t end)
{
	size_t len = end > start ? end - start : 0;

	return tx_trim_seen(tx_slice(scan->text.ptr + start, len));
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

/* Addresses begin with small letters too. */
static bool is_address(telex_slice word)
{
	return memchr(word.ptr, '.', word.len) != NULL || memchr(word.ptr, '@', word.len) != NULL ||
	       memchr(word.ptr, '/', word.len) != NULL;
}

/* Whether the sentence that line `line` leaves open goes on below the blank line under it: a filled
 * line without a stop, then a small letter, set as a line that goes on. */
static bool goes_on_below(const struct tx_scan *scan, size_t line)
{
	const struct tx_line *above = &scan->lines[line], *below = above + 2;
	uint32_t first, last;

	if (line + 2 >= scan->foot_line || scan->block_a_line || tx_line_blank(below) ||
	    tx_char_is(scan->text.ptr[below->first], TX_CHAR_UPPER | TX_CHAR_DIGIT | TX_CHAR_PUNCT))
		return false;
	telex_slice open = text_between(scan, text_start(scan, line), text_end(scan, line));
	telex_slice rest = text_between(scan, below->first, text_end(scan, line + 2));
	if (open.len < OPEN_LINE_MIN || rest.len == 0 || tx_piece_of(scan, line + 2) != NULL)
		return false;
	tx_utf8_decode(rest, &first);
	tx_utf8_decode_last(open, &last);
	bool goes_on = tx_char_is_letter(last) || last == ',' || last == '-';
	bool indented = scan->layout == TX_LAYOUT_INDENT && below->indent > above->indent;
	return goes_on && tx_char_is_lower(first) && !indented &&
	       !is_address(tx_cut(rest, ' ').head);
}

static size_t paragraph_last(const struct tx_scan *scan, size_t first)
{
	size_t last = first;

	while (last + 1 < scan->foot_line) {
		if (is_blank(scan, last + 1) && goes_on_below(scan, last))
			last += 2;
		else if (!is_blank(scan, last + 1) && !tx_starts_paragraph(scan, last + 1))
			last++;
		else
			break;
	}
	return last;
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

static bool opens_title(telex_slice s)
{
	uint32_t first;

	tx_utf8_decode(s, &first);
	return tx_char_is_upper(first) || first == 0xbf || first == 0xa1 || first == '"' ||
	       first == 0xab || first == 0x201c;
}

/* The first visible line below. */
static size_t next_visible(const struct tx_scan *scan, size_t line)
{
	size_t next = line + 1;

	while (next < scan->foot_line && is_blank(scan, next))
		next++;
	return next;
}

/* Whether a paragraph of prose is on line `line`, no row of a list. */
static bool prose_begins(const struct tx_scan *scan, size_t line)
{
	if (line >= scan->foot_line || tx_table_last(scan, line) != SIZE_MAX)
		return false;
	size_t last = paragraph_last(scan, line);
	return is_prose(scan, line, last) &&
	       mostly_words(text_between(scan, text_start(scan, line), text_end(scan, last)));
}

/* A short line without a final stop between two paragraphs of prose; between blank lines one in
 * capitals needs prose below it alone: a section may follow short answers, or open the text. */
static bool is_crosshead(const struct tx_scan *scan, size_t line, bool after_prose)
{
	telex_slice s = text_between(scan, text_start(scan, line), text_end(scan, line));
	size_t next = next_visible(scan, line);

	if (s.len < 3 || s.len > CROSSHEAD_MAX || stops(s) || !mostly_words(s) || !opens_title(s))
		return false;
	uint32_t first;
	tx_utf8_decode(s, &first);
	if ((s.ptr[s.len - 1] == '?' && first != 0xbf) || tx_table_is_row(scan, line))
		return false;
	struct tx_end_mark mark;
	if (tx_end_mark_glued(s, &mark))
		return false;
	bool blanks = next > line + 1 && line > 0 && is_blank(scan, line - 1);
	if (!after_prose && (!blanks || scan->copy_only || !tx_slugline_is_upper(s)))
		return false;
	return stands_apart(scan, line, next) && prose_begins(scan, next);
}

/* The last line of what a page offers between the paragraphs: titles below words that only announce
 * them have no stop. */
static size_t offer_last(const struct tx_scan *scan, size_t last)
{
	for (size_t titles = 0; titles < OFFERS_MAX; titles++) {
		size_t line = next_visible(scan, last);
		if (line >= scan->foot_line)
			break;
		size_t end = paragraph_last(scan, line);
		telex_slice s = text_between(scan, text_start(scan, line), text_end(scan, end));
		if (s.len > OFFER_MAX || stops(s))
			break;
		last = end;
	}
	return last;
}

/* "Lea también: La red cierra", or titles below such words: its last line, SIZE_MAX: it is not one. */
static size_t read_offer(const struct tx_scan *scan, size_t first, size_t last)
{
	bool announces;

	if (!tx_related_opens(text_between(scan, text_start(scan, first), text_end(scan, first)),
			      &announces) ||
	    (last > first && !announces))
		return SIZE_MAX;
	if (!announces)
		return first;
	telex_slice s = text_between(scan, text_start(scan, first), text_end(scan, last));
	return last > first && stops(s) ? SIZE_MAX : offer_last(scan, last);
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
		return (struct block){tx_piece_last(scan, piece, first),
				      (enum tx_token_kind)piece->kind,
				      piece->kind == TX_TOK_NOTE ? TX_NOTE_ADVISORY : TX_NOTE_NONE};
	size_t rows = tx_table_last(scan, first);
	if (rows != SIZE_MAX)
		return (struct block){rows, TX_TOK_TABLE, TX_NOTE_NONE};
	struct block block = {paragraph_last(scan, first), TX_TOK_PARAGRAPH, TX_NOTE_NONE};
	telex_slice s = text_between(scan, text_start(scan, first), text_end(scan, block.last));
	size_t offer = SIZE_MAX;
	block.note = tx_note_of(s, TX_NOTE_IN_BODY);
	if (block.note != TX_NOTE_NONE)
		block.kind = TX_TOK_NOTE;
	else if ((offer = read_offer(scan, first, block.last)) != SIZE_MAX)
		return (struct block){offer, TX_TOK_UNPARSED, TX_NOTE_NONE};
	else if (tx_line_is_rule(s))
		block.kind = TX_TOK_RULE;
	else if (first > scan->body_line && !scan->copy_only &&
		 tx_page_block(s, &block.kind, &block.note))
		return block;
	else if (block.last == first && is_crosshead(scan, first, after_prose)) {
		/* An agency's mark between paragraphs is a picture's credit. */
		bool credit = tx_sign_find(s, TX_SIGN_BYLINE) != NULL;
		block.kind = credit ? TX_TOK_NOTE : TX_TOK_CROSSHEAD;
		block.note = credit ? TX_NOTE_CREDIT : TX_NOTE_NONE;
	}
	for (size_t i = first + 1; block.kind == TX_TOK_PARAGRAPH && i <= block.last; i++) {
		if (tx_table_last(scan, i) != SIZE_MAX)
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

/* A note before a paragraph's text ends with its bracket. */
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
