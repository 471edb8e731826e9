/* Marked-up copy as blocks: paragraphs, crossheads, tables, rules, each on a line of its own.  XML,
 * HTML and SGML readers tell of elements and text; which element makes which block is one table
 * for all of them (NITF 3.6 body.content, XHTML, and the elements that agencies add). */
#ifndef TX_READER_MARKUP_H
#define TX_READER_MARKUP_H

#include <stdbool.h>
#include <stddef.h>

#include "core/buffer.h"
#include "core/piece.h"
#include "core/slice.h"

enum tx_markup_kind {
	TX_MARKUP_INLINE,    /* any element that the table does not have */
	TX_MARKUP_BLOCK,     /* div, li …: two breaks in it end a paragraph */
	TX_MARKUP_PARAGRAPH, /* p: one paragraph, however its lines break */
	TX_MARKUP_CROSSHEAD,
	TX_MARKUP_TABLE,
	TX_MARKUP_ROW,
	TX_MARKUP_CELL,
	TX_MARKUP_PREFORMATTED,
	TX_MARKUP_BREAK,
	TX_MARKUP_RULE,
	TX_MARKUP_NOTE,
	TX_MARKUP_QUOTE,  /* a block */
	TX_MARKUP_FIGURE, /* of what is in it tables and quotes are copy */
	TX_MARKUP_SKIP    /* nothing in it is copy: script, media, caption … */
};

/** What an element makes, by its local name in any case. */
enum tx_markup_kind tx_markup_kind(telex_slice name);

/** The elements of the table, one by one; NULL beyond the last. */
const char *tx_markup_name(size_t index);

/** The copy in the making. */
struct tx_markup {
	struct tx_buffer *out;
	struct tx_piece *pieces;
	size_t piece_count, piece_capacity;
	size_t start;             /* of the block in hand */
	size_t table_start;       /* of the table in hand */
	unsigned table_depth;     /* tables inside tables are one */
	unsigned notes;           /* open around the block in hand */
	unsigned figures, kept;   /* figures that are open; tables and quotes open inside one */
	bool cell;                /* a cell of the row in hand has been closed */
	enum tx_markup_kind kind; /* of the block in hand */
	bool failed;
	bool is_html;         /* the elements are HTML's, as content systems write it */
	struct tx_html *html; /* kept from one piece of HTML to the next; NULL until there is one */
};

/** Begin the copy of another story. */
void tx_markup_begin(struct tx_markup *markup, struct tx_buffer *out);

void tx_markup_open(struct tx_markup *markup, enum tx_markup_kind kind);
void tx_markup_close(struct tx_markup *markup, enum tx_markup_kind kind);
void tx_markup_text(struct tx_markup *markup, telex_slice text);

/** End the block in hand. */
void tx_markup_flush(struct tx_markup *markup);

void tx_markup_done(struct tx_markup *markup);

#endif
