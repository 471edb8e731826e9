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
	TX_MARKUP_INLINE,
	TX_MARKUP_UNKNOWN,   /* no element of the table: a block, unless text adjoins it */
	TX_MARKUP_BLOCK,     /* div, li …; two breaks in it, or in a paragraph, part two blocks */
	TX_MARKUP_PARAGRAPH, /* p: one paragraph, however its lines break */
	TX_MARKUP_CROSSHEAD,
	TX_MARKUP_TABLE,
	TX_MARKUP_ROW,
	TX_MARKUP_CELL,
	TX_MARKUP_PREFORMATTED,
	TX_MARKUP_BREAK,
	TX_MARKUP_RULE,
	TX_MARKUP_NOTE,
	TX_MARKUP_QUOTE,  /* a block that is copy in a figure too */
	TX_MARKUP_FIGURE, /* only quotes, tables and preformatted text in it are copy */
	TX_MARKUP_SKIP    /* nothing in it is copy: script, media, caption … */
};

/** What the elements that are open make of text. */
enum tx_markup_inside {
	TX_MARKUP_IN_COPY,
	TX_MARKUP_IN_FIGURE,
	TX_MARKUP_IN_NOTHING /* it is not copy */
};

/** What an element makes, by its local name in any case. */
enum tx_markup_kind tx_markup_kind(telex_slice name);

/** What an element makes of the text in it, from what those around it make. */
enum tx_markup_inside tx_markup_inside(enum tx_markup_inside outside, enum tx_markup_kind kind);

/** The copy in the making. */
struct tx_markup {
	struct tx_buffer *out;
	struct tx_piece *pieces;
	size_t piece_count, piece_capacity;
	size_t start;             /* of the block at hand */
	size_t table_start;       /* of the table at hand */
	unsigned table_depth;     /* tables inside tables are one */
	unsigned notes;           /* open around the block at hand */
	bool cell;                /* a cell of the row at hand has been closed */
	bool has_text;            /* the block at hand has more than blanks */
	bool after_unknown;       /* an unknown element has ended, and no text has followed */
	bool mixed;               /* text adjoins an unknown element of the block at hand */
	bool seam;                /* the next text is on the other side of an unknown tag */
	enum tx_markup_kind kind; /* of the block at hand */
	bool failed;
	bool is_html;         /* the elements are HTML's, as content systems write it */
	struct tx_html *html; /* kept from one piece of HTML to the next; NULL until there is one */
};

/** Begin the copy of another story. */
void tx_markup_begin(struct tx_markup *markup, struct tx_buffer *out);

void tx_markup_open(struct tx_markup *markup, enum tx_markup_kind kind);
void tx_markup_close(struct tx_markup *markup, enum tx_markup_kind kind);
void tx_markup_text(struct tx_markup *markup, telex_slice text);

/** End the block at hand. */
void tx_markup_flush(struct tx_markup *markup);

/** Cut the copy back to `len` bytes, with what is known of the bytes after them. */
void tx_markup_cut(struct tx_markup *markup, size_t len);

void tx_markup_done(struct tx_markup *markup);

#endif
