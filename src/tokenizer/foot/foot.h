/* What the files that read a dispatch's foot share.  What is taken from below shortens the text:
 * `body_end` always is where the last piece begins. */
#ifndef TX_TOKENIZER_FOOT_H
#define TX_TOKENIZER_FOOT_H

#include "tokenizer/lines/endmark.h"
#include "tokenizer/scan.h"
#include "tokenizer/lines/signoff.h"

/** The visible text of a line as far as it belongs to the body. */
telex_slice tx_foot_text(const struct tx_scan *scan, size_t line);

/** The first line of the paragraph that line `line` is in. */
size_t tx_foot_paragraph(const struct tx_scan *scan, size_t line);

/** The text of lines `first` to `last`, likewise. */
telex_slice tx_foot_lines_text(const struct tx_scan *scan, size_t first, size_t last);

/** Take bytes [start, end), as far as they are still the body's, as a piece; NULL: none are. */
struct tx_foot_piece *tx_foot_add_piece(struct tx_scan *scan, size_t start, size_t end,
					enum tx_token_kind kind, enum tx_note_kind note);

/** tx_foot_add_piece() for a stamp; `stamp` may be NULL: not of a known form. */
void tx_foot_add_stamp(struct tx_scan *scan, size_t start, size_t end,
		       const struct tx_stamp *stamp);

/** Take bytes from `start` to the end of the body as a piece. */
void tx_foot_add(struct tx_scan *scan, const char *start, enum tx_token_kind kind,
		 enum tx_note_kind note);

/** Take bytes from `start` to the body's end as a sign-off with its stamp. */
void tx_foot_add_signoff(struct tx_scan *scan, const char *start, const struct tx_signoff *signoff);

/** Take bytes from `start` to the body's end as an end mark. */
void tx_foot_add_end_mark(struct tx_scan *scan, const char *start, const struct tx_end_mark *mark);

/** Count an end mark for its agency. */
void tx_foot_claim(struct tx_scan *scan, const struct tx_end_mark *mark);

/** What closes a text after its last sentence: an end mark, and initials after it. */
struct tx_glued_end {
	struct tx_end_mark mark;
	struct tx_signoff signoff; /* .count == 0 without */
};

/** Whether an end mark closes `s` after a sentence, alone or with initials and a stamp after it.
 */
bool tx_end_glued(telex_slice s, struct tx_glued_end *ret_end);

/** Take what is glued to the last sentence, which ends on line `line`: a credit, a copyright
 * notice, media marks, "more", end mark and sign-off.  False without an end mark. */
bool tx_foot_cut(struct tx_scan *scan, size_t line);

/** The line above line `below` that closes the text though unknown lines are below it: it holds an
 * end mark of the dispatch's agency, alone or after a sentence, or ends a tail ("Reporting by …") that
 * is past the middle of the text. False without one. */
bool tx_foot_edge(const struct tx_scan *scan, size_t below, size_t *ret_line);

/** The line that is the heading of an agency's notebook, from which on all are notes.  False
 * without one. */
bool tx_foot_notebook(const struct tx_scan *scan, size_t *ret_line);

/** Whether `s` is the dateline's mark in brackets: "(BusinessDesk)". */
bool tx_foot_own_mark(const struct tx_scan *scan, telex_slice s);

#endif
