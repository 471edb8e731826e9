/* The lines of the head, and which of them are slug, headline and subheadline. */
#ifndef TX_TOKENIZER_TITLES_H
#define TX_TOKENIZER_TITLES_H

#include "tokenizer/scan.h"

#define TX_HEAD_LINES_MAX 48

struct tx_head_line {
	size_t line;             /* first line of the piece */
	size_t last;             /* last one */
	enum tx_token_kind kind; /* TX_TOK_PARAGRAPH: plain text, not yet shared out */
	enum tx_note_kind note;
};

/** The text of the lines of a piece. */
static inline telex_slice tx_head_text(const struct tx_scan *scan, const struct tx_head_line *piece)
{
	telex_slice first = tx_line_text(scan, piece->line);

	return tx_slice(first.ptr,
			(size_t)(scan->text.ptr + scan->lines[piece->last].end - first.ptr));
}

/** Share the plain lines among `items` out: their kinds become slug, headline, subheadline. */
void tx_head_share_out(const struct tx_scan *scan, struct tx_head_line *items, size_t item_count);

#endif
