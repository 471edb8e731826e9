/* The stages of taking a dispatch apart, in their order: lines, dateline, layout, foot, head, body.
 * Each stage narrows what is left for the next; the tokens are then pushed from the first byte to
 * the last. */
#include "tokenizer/tokenizer.h"

#include <stdlib.h>

#include "core/ascii.h"
#include "tokenizer/scan.h"

#define COPY_LINES_MAX     10    /* likewise where no titles stand above it */
#define DATELINE_LINES_MAX 24    /* visible lines in which a dateline is looked for */
#define MARK_WEIGHT        2     /* of any mark, however long */
#define LINES_KEPT         65536 /* lines whose table is kept for the next dispatch */
#define SHORT_LINES        40
#define CLOSE_BYTES        80  /* of the line on which a wrapped dateline ends */
#define WRAPPED_LINE_MAX   100 /* bytes of a line on which a dateline that wraps begins */

struct tx_tokenizer {
	struct tx_lines lines;
	struct tx_tokens tokens;
};

struct tx_tokenizer *tx_tokenizer_new(void)
{
	return calloc(1, sizeof(struct tx_tokenizer));
}

void tx_tokenizer_free(struct tx_tokenizer *tokenizer)
{
	if (tokenizer == NULL)
		return;
	free(tokenizer->lines.items);
	if (tokenizer->tokens.items != NULL)
		free(tokenizer->tokens.items - 1);
	free(tokenizer);
}

static bool grow(struct tx_tokens *tokens)
{
	size_t capacity = tokens->capacity == 0 ? 64 : tokens->capacity * 2;
	struct tx_token *before = tokens->items == NULL ? NULL : tokens->items - 1;
	struct tx_token *items = realloc(before, (capacity + 1) * sizeof(*items));

	if (items == NULL)
		return false;
	items[0] = (struct tx_token){0};
	tokens->items = items + 1;
	tokens->capacity = capacity;
	return true;
}

void tx_push(struct tx_scan *scan, enum tx_token_kind kind, enum tx_note_kind note, size_t end)
{
	struct tx_tokens *tokens = scan->tokens;
	uint32_t start = tokens->count > 0 ? tokens->items[tokens->count - 1].end : 0;

	if (end <= start || scan->failed)
		return;
	if (tokens->count == tokens->capacity && !grow(tokens)) {
		scan->failed = true;
		return;
	}
	tokens->items[tokens->count++] =
		(struct tx_token){(uint32_t)end, (uint8_t)kind, (uint8_t)note};
}

/* The text of a line and, with `wrapped`, of the next one. */
static telex_slice candidate(const struct tx_scan *scan, size_t line, bool wrapped)
{
	const struct tx_line *first = &scan->lines[line], *last = wrapped ? first + 1 : first;

	return tx_slice(scan->text.ptr + first->first, last->end - first->first);
}

static bool ends_open(telex_slice line)
{
	static const char *const open_words[] = {" de", " del", " la", " el",  " los", " las",
						 " da", " do",  " y",  " and", ",",    "/"};

	for (size_t i = 0; i < sizeof(open_words) / sizeof(open_words[0]); i++) {
		if (tx_slice_ends(line, tx_slice_of(open_words[i])))
			return true;
	}
	return line.len > 0 && tx_is_digit(line.ptr[line.len - 1]);
}

/* Only a bracket or a slash soon in the line below can close a dateline begun above it. */
static bool may_close(const struct tx_scan *scan, const struct tx_line *below)
{
	size_t len =
		below->end - below->first < CLOSE_BYTES ? below->end - below->first : CLOSE_BYTES;
	const char *text = scan->text.ptr + below->first;

	return memchr(text, '(', len) != NULL || memchr(text, '/', len) != NULL;
}

/* A dateline that wraps: the line below goes on, and makes no dateline of its own. */
static bool find_wrapped(struct tx_scan *scan, size_t line)
{
	const struct tx_line *here = &scan->lines[line], *below = here + 1;
	struct tx_dateline_parts alone;

	if (scan->block_a_line || tx_line_blank(below) || below->indent > here->indent ||
	    here->end - here->first > WRAPPED_LINE_MAX)
		return false;
	if (!may_close(scan, below))
		return false;
	if (!tx_dateline_find(candidate(scan, line, true), TX_DATELINE_MARKED, &scan->dateline))
		return false;
	return ends_open(tx_line_text(scan, line)) ||
	       !tx_dateline_find(candidate(scan, line + 1, false), TX_DATELINE_MARKED, &alone);
}

static size_t skip_blanks(telex_slice text, size_t at, size_t end)
{
	while (at < end) {
		if (tx_char_is(text.ptr[at], TX_CHAR_BLANK))
			at++;
		else if (at + 1 < end && text.ptr[at] == '\xc2' && text.ptr[at + 1] == '\xa0')
			at += 2;
		else
			break;
	}
	return at;
}

static void claim_marks(struct tx_scan *scan)
{
	for (size_t i = 0; i < scan->dateline.mark_count; i++) {
		telex_slice mark = scan->dateline.marks[i];
		/* Of two that share a dateline the first one sent it, unless the foot says
		 * otherwise. */
		tx_claim(&scan->claims, tx_sign_find(mark, TX_SIGN_BRACKETS), TX_CLAIM_STRONG,
			 i == 0 ? MARK_WEIGHT + 1 : MARK_WEIGHT);
	}
	if (scan->claims.count == 0)
		tx_claim(&scan->claims, scan->dateline.profile, TX_CLAIM_STRONG, 4);
}

/* A line that is nothing but a house's mark closes the copy of some. */
static bool is_mark_alone(const struct tx_scan *scan, size_t line, size_t end)
{
	return scan->copy_only && line > 0 && scan->dateline.place_count == 0 &&
	       scan->dateline.date.day == 0 && end >= scan->lines[line].end;
}

void tx_scan_dateline(struct tx_scan *scan)
{
	size_t seen = 0, most = scan->copy_only ? COPY_LINES_MAX : DATELINE_LINES_MAX;

	for (size_t line = 0; line < scan->line_count && seen < most; line++) {
		if (tx_line_blank(&scan->lines[line]) || tx_piece_of(scan, line) != NULL)
			continue;
		seen++;
		if (!tx_dateline_find(candidate(scan, line, false), TX_DATELINE_UNMARKED,
				      &scan->dateline) &&
		    !find_wrapped(scan, line))
			continue;
		size_t end = (size_t)(scan->dateline.text.ptr + scan->dateline.text.len -
				      scan->text.ptr);
		if (is_mark_alone(scan, line, end))
			continue;
		size_t end_line = line;
		while (end_line + 1 < scan->line_count && scan->lines[end_line + 1].start < end)
			end_line++;
		scan->has_dateline = true;
		scan->dateline_line = line;
		scan->dateline_end = skip_blanks(scan->text, end, scan->lines[end_line].end);
		scan->body_line = end_line;
		scan->body_start = scan->dateline_end;
		claim_marks(scan);
		return;
	}
}

static void push_dateline(struct tx_scan *scan)
{
	if (!scan->has_dateline)
		return;
	tx_push(scan, TX_TOK_BLANK, TX_NOTE_NONE, scan->lines[scan->dateline_line].start);
	tx_push(scan, TX_TOK_DATELINE, TX_NOTE_NONE, scan->dateline_end);
}

static void push_foot(struct tx_scan *scan)
{
	for (size_t i = scan->foot_count; i-- > 0;) {
		const struct tx_foot_piece *piece = &scan->foot[i];
		tx_push(scan, TX_TOK_BLANK, TX_NOTE_NONE, piece->start);
		tx_push(scan, piece->kind, piece->note, piece->end);
	}
}

static void decide_profile(struct tx_scan *scan, const struct tx_profile *stated)
{
	bool tie = false;

	scan->profile = stated != NULL ? stated : tx_claims_winner(&scan->claims, &tie);
	scan->tokens->profile_tie = tie;
}

/* The titles that the envelope names, or the envelope itself. */
static void push_front(struct tx_scan *scan, size_t text_start)
{
	for (size_t i = 0; i < scan->pieces.count; i++) {
		const struct tx_piece *piece = &scan->pieces.items[i];
		if (piece->end > text_start)
			break;
		tx_push(scan, tx_piece_token(piece), TX_NOTE_NONE, piece->end);
	}
	tx_push(scan, TX_TOK_FRAME, TX_NOTE_NONE, text_start);
}

static void scan_layout(struct tx_scan *scan)
{
	if (scan->block_a_line)
		scan->layout = TX_LAYOUT_LINE;
	else
		tx_scan_layout(scan);
	if (scan->wrapped && scan->layout == TX_LAYOUT_LINE)
		scan->layout = TX_LAYOUT_WRAPPED;
}

static void scan_all(struct tx_scan *scan, const struct tx_tokenize_options *options)
{
	tx_scan_dateline(scan);
	scan->copy_only |= options->titled && !scan->has_dateline;
	decide_profile(scan, options->profile);
	scan->foot_line = scan->line_count;
	scan->body_end = options->text_end;
	scan_layout(scan);
	tx_scan_foot(scan);
	/* In a short dispatch the lines of the foot have misled about the body's. */
	if (scan->line_count <= SHORT_LINES)
		scan_layout(scan);
	decide_profile(scan, options->profile);
	push_front(scan, options->text_start);
	tx_scan_head(scan);
	decide_profile(scan, options->profile);
	push_dateline(scan);
	tx_scan_body(scan);
	push_foot(scan);
	tx_push(scan, TX_TOK_BLANK, TX_NOTE_NONE, options->text_end);
	tx_push(scan, TX_TOK_FRAME, TX_NOTE_NONE, scan->text.len);
}

/* The line table of a huge dispatch would stay for good, beside its record. */
static void drop_large_table(struct tx_lines *lines)
{
	if (lines->capacity <= LINES_KEPT)
		return;
	free(lines->items);
	*lines = (struct tx_lines){0};
}

const struct tx_tokens *tx_tokenize(struct tx_tokenizer *tokenizer, telex_slice text,
				    const struct tx_tokenize_options *options)
{
	struct tx_tokens *tokens = &tokenizer->tokens;
	struct tx_scan scan;

	if (!tx_lines_split(&tokenizer->lines, text, options->text_start, options->text_end))
		return NULL;
	tokens->count = 0;
	memset(&scan, 0, offsetof(struct tx_scan, foot));
	scan.text = text;
	scan.lines = tokenizer->lines.items;
	scan.line_count = tokenizer->lines.count;
	scan.tokens = tokens;
	scan.foot_count = 0;
	scan.failed = false;
	scan.body_start = options->text_start;
	scan.pieces = options->pieces;
	scan.copy_only = options->copy_only;
	scan.block_a_line = options->block_a_line;
	scan.wrapped = options->wrapped;
	scan_all(&scan, options);
	tokens->profile = scan.profile;
	tokens->claim_count = scan.claims.count;
	tokens->has_dateline = scan.has_dateline;
	tokens->copy_only = scan.copy_only;
	tokens->lines_joined = tokenizer->lines.joined;
	if (scan.has_dateline)
		tokens->dateline = scan.dateline;
	drop_large_table(&tokenizer->lines);
	return scan.failed ? NULL : tokens;
}
