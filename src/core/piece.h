/* What a stretch of a dispatch's text is, and stretches of which it is known before the text is
 * read: the titles that an envelope names, the crossheads and tables of marked-up copy. */
#ifndef TX_CORE_PIECE_H
#define TX_CORE_PIECE_H

#include <stddef.h>
#include <stdint.h>

enum tx_token_kind {
	TX_TOK_BLANK, /* blank lines */
	TX_TOK_FRAME, /* an envelope's bytes: ZCZC line, NNNN, SOH header, trailer */
	TX_TOK_SLUG,
	TX_TOK_HEADLINE,
	TX_TOK_SUBHEADLINE,
	TX_TOK_BYLINE,
	TX_TOK_ROLE, /* a line under the byline: "AP Sports Writer" */
	TX_TOK_DATELINE,
	TX_TOK_PARAGRAPH,
	TX_TOK_CROSSHEAD,
	TX_TOK_TABLE,
	TX_TOK_RULE,
	TX_TOK_NOTE, /* an editor's, to be published or not; with its kind */
	TX_TOK_END_MARK,
	TX_TOK_MORE,
	TX_TOK_SIGNOFF,
	TX_TOK_STAMP,    /* date and time at the foot */
	TX_TOK_CREDIT,   /* agencies that a paper names: "Redacción / EFE" */
	TX_TOK_PAGE,     /* text of a page around its story */
	TX_TOK_UNPARSED, /* neither title nor copy, and nothing that a key has */
	TX_TOK__COUNT
};

/** Bytes [start, end) of the text: whole lines with their line end. */
struct tx_piece {
	uint32_t start, end;
	uint8_t kind; /* enum tx_token_kind */
};

/** In the order of the text, without overlap. */
struct tx_pieces {
	struct tx_piece *items;
	size_t count;
};

#endif
