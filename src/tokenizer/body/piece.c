/* Pieces of the text whose kind the envelope tells: they are no lines to be judged. */
#include "core/piece.h"

#include "tokenizer/scan.h"

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
