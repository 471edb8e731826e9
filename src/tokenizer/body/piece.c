/* Pieces of the text whose kind the envelope tells: they are no lines to be judged. */
#include "core/piece.h"

#include "tokenizer/scan.h"

enum tx_token_kind tx_piece_token(const struct tx_piece *piece)
{
	static const enum tx_token_kind kinds[] = {
		[TX_PIECE_SLUG] = TX_TOK_SLUG,
		[TX_PIECE_HEADLINE] = TX_TOK_HEADLINE,
		[TX_PIECE_SUBHEADLINE] = TX_TOK_SUBHEADLINE,
		[TX_PIECE_CROSSHEAD] = TX_TOK_CROSSHEAD,
		[TX_PIECE_TABLE] = TX_TOK_TABLE,
		[TX_PIECE_RULE] = TX_TOK_RULE,
		[TX_PIECE_NOTE] = TX_TOK_NOTE,
		[TX_PIECE_PARAGRAPH] = TX_TOK_PARAGRAPH,
		[TX_PIECE_PAGE] = TX_TOK_PAGE,
		[TX_PIECE_UNPARSED] = TX_TOK_UNPARSED,
	};

	return kinds[piece->kind];
}

const struct tx_piece *tx_piece_of(const struct tx_scan *scan, size_t line)
{
	size_t low = 0, high = scan->pieces.count;
	uint32_t start = scan->lines[line].start;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const struct tx_piece *piece = &scan->pieces.items[middle];
		if (start >= piece->end)
			low = middle + 1;
		else if (start < piece->start)
			high = middle;
		else
			return piece;
	}
	return NULL;
}

size_t tx_piece_last(const struct tx_scan *scan, const struct tx_piece *piece, size_t line)
{
	while (line + 1 < scan->line_count && scan->lines[line + 1].start < piece->end)
		line++;
	return line;
}
