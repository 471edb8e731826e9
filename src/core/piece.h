/* Pieces of a text whose kind is known before it is read: the titles that an envelope names, the
 * crossheads and tables of marked-up copy. */
#ifndef TX_CORE_PIECE_H
#define TX_CORE_PIECE_H

#include <stddef.h>
#include <stdint.h>

enum tx_piece_kind {
	TX_PIECE_SLUG,
	TX_PIECE_HEADLINE,
	TX_PIECE_SUBHEADLINE,
	TX_PIECE_CROSSHEAD,
	TX_PIECE_TABLE,
	TX_PIECE_RULE,
	TX_PIECE_NOTE, /* an editor's, to be published or not */
	TX_PIECE_PARAGRAPH,
	TX_PIECE_PAGE,    /* text of a page that is not its story */
	TX_PIECE_UNPARSED /* likewise, which might be */
};

/** Bytes [start, end) of the text: whole lines with their line end. */
struct tx_piece {
	uint32_t start, end;
	uint8_t kind; /* enum tx_piece_kind */
};

/** In the order of the text, without overlap. */
struct tx_pieces {
	struct tx_piece *items;
	size_t count;
};

#endif
