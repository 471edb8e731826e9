/* What the stages of the tokenizer share while they take one text apart. */
#ifndef TX_TOKENIZER_SCAN_H
#define TX_TOKENIZER_SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "agency/match.h"
#include "core/known_place.h"
#include "core/piece.h"
#include "core/slice.h"
#include "tokenizer/lines/lines.h"
#include "tokenizer/token.h"

#define TX_FOOT_MAX 24

/** A piece of the foot: bytes [start, end) of the text, and what was parsed of it. */
struct tx_foot_piece {
	size_t start, end;
	enum tx_token_kind kind;
	enum tx_note_kind note;
	bool dated; /* a stamp of a known form */
	union {
		struct tx_signoff signoff;   /* of TX_TOK_SIGNOFF */
		struct tx_end_mark end_mark; /* of TX_TOK_END_MARK */
		struct tx_stamp stamp;       /* of TX_TOK_STAMP, when dated */
	} as;
};

/** How paragraphs are set. */
enum tx_layout {
	TX_LAYOUT_BLANK,  /* a blank line between them, lines wrapped */
	TX_LAYOUT_INDENT, /* the first line is indented deeper than the rest */
	TX_LAYOUT_LINE,   /* one paragraph a line */
	TX_LAYOUT_WRAPPED /* neither; a short line that ends a sentence ends the paragraph */
};

struct tx_scan {
	telex_slice text;
	const struct tx_line *lines; /* with one blank line more at [line_count] */
	size_t line_count;
	const struct tx_profile *profile;
	tx_known_place_fn *known_place; /* may be NULL */
	struct tx_claims claims;
	struct tx_tokens *tokens;
	enum tx_layout layout;
	uint32_t base_indent; /* columns before a line that goes on */

	struct tx_pieces pieces; /* of a known kind */
	bool copy_only;          /* no line is a title */
	bool on_page;            /* it was on a page, whose own lines may be among it */
	bool block_a_line;
	bool wrapped; /* no line is a paragraph */
	bool titled;  /* the envelope states a title */

	bool has_dateline;
	size_t dateline_line;  /* line on which it starts */
	size_t dateline_start; /* byte at which it begins after a byline; 0: at its line's start */
	size_t dateline_end;   /* byte past it */
	struct tx_dateline_parts dateline;

	size_t body_line;  /* first line of the body, or of what is left of the dateline's line */
	size_t body_start; /* first byte of the body */
	size_t foot_line;  /* line after the body's last one */
	size_t body_end;   /* byte past the body */
	struct tx_foot_piece foot[TX_FOOT_MAX]; /* last piece first */
	size_t foot_count;
	bool failed; /* memory is short */
};

/** The visible text of a line. */
static inline telex_slice tx_line_text(const struct tx_scan *scan, size_t line)
{
	const struct tx_line *l = &scan->lines[line];
	return tx_slice(scan->text.ptr + l->first, l->end - l->first);
}

/** The piece of a known kind that line `line` begins or is in, or NULL. */
const struct tx_piece *tx_piece_of(const struct tx_scan *scan, size_t line);

/** What is known of a name that could be a place's. */
static inline enum tx_known_place tx_scan_knows(const struct tx_scan *scan, telex_slice name)
{
	return scan->known_place == NULL ? TX_KNOWN_NOTHING : scan->known_place(name);
}

/** The last line of the piece that line `line` is in. */
size_t tx_piece_last(const struct tx_scan *scan, const struct tx_piece *piece, size_t line);

/** Append a token up to byte `end` (nothing when it would be empty); it starts where the last one
 * ended. */
void tx_push(struct tx_scan *scan, enum tx_token_kind kind, enum tx_note_kind note, size_t end);

/** Find the dateline: fills the dateline's fields. */
void tx_scan_dateline(struct tx_scan *scan);

/** Whether lines of a page, a portal's own, may be above the story. */
static inline bool tx_scan_has_page(const struct tx_scan *scan)
{
	return !scan->copy_only || scan->on_page;
}

/** Tell how paragraphs are set. */
void tx_scan_layout(struct tx_scan *scan);

/** Whether line `line` begins a paragraph. */
bool tx_starts_paragraph(const struct tx_scan *scan, size_t line);

/** Take the foot off, from the last line upwards: fills foot, foot_line and body_end. */
void tx_scan_foot(struct tx_scan *scan);

/** Push the tokens above the body, from line `line` on; without a dateline this finds where the
 * body begins. */
void tx_scan_head(struct tx_scan *scan);

/** The last line of the table that starts at line `first` of the body, SIZE_MAX when none does. */
size_t tx_table_last(const struct tx_scan *scan, size_t first);

/** Whether line `line` of the body has cells, as the rows of a table. */
bool tx_table_is_row(const struct tx_scan *scan, size_t line);

/** Whether a note may open on the line, line end included: most lines are no notes, and how far
 * theirs would go need not be known. */
bool tx_head_may_open_note(const struct tx_scan *scan, size_t line);

/** The last line of the note that opens on line `line` of the head, which ends before `end_line`.
 */
size_t tx_head_note_last(const struct tx_scan *scan, size_t line, size_t end_line);

/** Without a dateline: whether the body begins on line `line`, with `titles` titles above it. */
bool tx_head_begins_body(const struct tx_scan *scan, size_t titles, size_t line);

/** Push the slug `s` and the version after it, up to byte `end`. */
void tx_push_slug(struct tx_scan *scan, telex_slice s, size_t end);

/** Push the body's tokens. */
void tx_scan_body(struct tx_scan *scan);

#endif
