/* The stages of taking a dispatch apart, in their order: lines, dateline, layout, foot, head, body.
 * Each stage narrows what is left for the next; the tokens are then pushed from the first byte to
 * the last. */
#include "tokenizer/tokenizer.h"

#include <stdlib.h>

#include "core/ascii.h"
#include "tokenizer/head/portal_line.h"
#include "tokenizer/scan.h"

#define LINES_KEPT  65536 /* lines whose table is kept for the next dispatch */
#define SHORT_LINES 40

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

static void push_dateline(struct tx_scan *scan)
{
	if (!scan->has_dateline)
		return;
	tx_push(scan, TX_TOK_BLANK, TX_NOTE_NONE, scan->lines[scan->dateline_line].start);
	tx_push(scan, TX_TOK_BYLINE, TX_NOTE_NONE, scan->dateline_start);
	tx_push(scan, TX_TOK_DATELINE, TX_NOTE_NONE, scan->dateline_end);
}

/* Between a dateline on a line of its own and the story a page may have more of its lines. */
static void push_below_dateline(struct tx_scan *scan)
{
	const struct tx_portal_place place = {true, true, false};
	struct tx_portal_line page;

	if (!scan->has_dateline || scan->dateline_end < scan->lines[scan->body_line].end)
		return;
	for (size_t line = scan->body_line + 1; line < scan->foot_line; line++) {
		if (tx_line_blank(&scan->lines[line]))
			continue;
		if (tx_piece_of(scan, line) != NULL ||
		    !tx_portal_line_read(scan, line, &place, &page) || page.last >= scan->foot_line)
			return;
		tx_credit_claim(&page.credit, &scan->claims);
		tx_push(scan, TX_TOK_BLANK, TX_NOTE_NONE, scan->lines[line].start);
		tx_push(scan, page.kind, page.note, scan->lines[page.last + 1].start);
		line = page.last;
		scan->body_line = line + 1;
		scan->body_start = scan->lines[line + 1].start;
	}
}

/* Hand on what a piece of the foot says. */
static void close_with(struct tx_closing *closing, const struct tx_foot_piece *piece)
{
	if (piece->kind == TX_TOK_SIGNOFF && closing->signoff.count == 0)
		closing->signoff = piece->as.signoff;
	if (piece->kind == TX_TOK_STAMP && piece->dated) {
		closing->has_stamp = true;
		closing->stamp = piece->as.stamp;
	}
	if (piece->kind != TX_TOK_END_MARK)
		return;
	if (closing->end_mark.mark.ptr == NULL)
		closing->end_mark = piece->as.end_mark;
	else if (piece->as.end_mark.desk.ptr != NULL)
		closing->end_mark.desk = piece->as.end_mark.desk;
}

static void push_foot(struct tx_scan *scan)
{
	for (size_t i = scan->foot_count; i-- > 0;) {
		const struct tx_foot_piece *piece = &scan->foot[i];
		tx_push(scan, TX_TOK_BLANK, TX_NOTE_NONE, piece->start);
		tx_push(scan, piece->kind, piece->note, piece->end);
		close_with(&scan->tokens->closing, piece);
	}
}

static void decide_profile(struct tx_scan *scan, const struct tx_profile *stated)
{
	bool tie = false;

	scan->profile = stated != NULL ? stated : tx_claims_winner(&scan->claims, &tie);
	scan->tokens->profile_tie = tie;
}

/* The titles that the envelope names, or the envelope itself. */
static void push_front(struct tx_scan *scan, size_t text_start, enum tx_token_kind around)
{
	for (size_t i = 0; i < scan->pieces.count; i++) {
		const struct tx_piece *piece = &scan->pieces.items[i];
		if (piece->end > text_start)
			break;
		tx_push(scan, (enum tx_token_kind)piece->kind, TX_NOTE_NONE, piece->end);
	}
	tx_push(scan, around, TX_NOTE_NONE, text_start);
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
	enum tx_token_kind around = options->on_page ? TX_TOK_PAGE : TX_TOK_FRAME;

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
	push_front(scan, options->text_start, around);
	tx_scan_head(scan);
	decide_profile(scan, options->profile);
	push_dateline(scan);
	push_below_dateline(scan);
	tx_scan_body(scan);
	push_foot(scan);
	tx_push(scan, TX_TOK_BLANK, TX_NOTE_NONE, options->text_end);
	tx_push(scan, around, TX_NOTE_NONE, scan->text.len);
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
	tokens->closing = (struct tx_closing){0};
	tokens->label_count = 0;
	tokens->headline_read = false;
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
	scan.on_page = options->on_page;
	scan.block_a_line = options->block_a_line;
	scan.wrapped = options->wrapped;
	scan.titled = options->titled;
	scan.known_place = options->known_place;
	scan.profile = options->profile;
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
