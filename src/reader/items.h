/* Large documents that are made of items: feeds, messages of many items, JSON lists.  Such a
 * document is handed out in parts as its items end, so that memory is bounded by the largest item,
 * not by the document.  A part is read as a document of its own: what is before the first item, some
 * whole items, the end tags or brackets of what they are in. */
#ifndef TX_READER_ITEMS_H
#define TX_READER_ITEMS_H

#include "core/arena.h"
#include "core/buffer.h"
#include "reader/format.h"
#include "reader/frame.h"
#include "reader/json/items.h"
#include "reader/xml/frame.h"
#include "reader/xml/items.h"

#define TX_ITEMS_DOCUMENT_MIN ((size_t)256 << 10) /* bytes: a smaller document is one frame */

/** How far the document has been searched.  Offsets count from what is not consumed. */
struct tx_items_scan {
	struct tx_xml_items xml;
	struct tx_json_items json;
	size_t item; /* where the item at hand begins */
	bool in_item;
	size_t edge;      /* where the last item ends, or what is passed over */
	bool around;      /* something that holds for later items is after it */
	size_t run;       /* where the last item ends that is to be handed out */
	size_t count;     /* items before it */
	bool is_cut;      /* the last item ended where a line began another one */
	size_t too_large; /* where an item of more than the limit ends; 0: none */
};

/** The part that was handed out last. */
struct tx_items_part {
	size_t count; /* items */
	size_t start; /* what was consumed with it and is before it */
	bool is_first, is_last;
	bool apart;                     /* nothing parts it from the item before it */
	size_t column;                  /* characters of its first line that are before it */
	size_t head_lines, head_column; /* line ends in what is written before it, characters after
					   the last of them */
};

enum tx_items_state { TX_ITEMS_IDLE, TX_ITEMS_SEARCHED, TX_ITEMS_OPEN, TX_ITEMS_NONE };

/** Zero at first; release with tx_items_done(). */
struct tx_items {
	enum tx_items_state state; /* of the document at hand: its first item is searched for; it is
				      read in parts; it is not made of items */
	bool is_json;
	size_t start;              /* of the document, in the bytes of the first call */
	struct tx_xml_framer root; /* finds the end of an XML document */
	size_t end;                /* of the document, when that is known */
	bool has_end, is_closed;
	struct tx_items_scan scan, before; /* before: where the part at hand begins */
	struct tx_buffer head,
		later;         /* what is around items, before this part; what this part adds */
	struct tx_buffer ends; /* what ends a part that is not the last */
	bool ends_are_old;     /* something was met between items since */
	size_t first_head;     /* bytes of `head` before the first item */
	size_t taken;          /* bytes that are consumed before the next call */
	size_t column,
		next_column; /* characters of the line before the bytes of this call, the next */
	size_t one_by_one;   /* bytes whose items are handed out alone */
	bool is_first;       /* no part has been handed out */
	bool skips;          /* the item at hand is too large, and its bytes may be gone */
	size_t searched;     /* then: bytes that have been searched for another start */
	bool refused;        /* the rest of the document is passed over */
	bool is_over;        /* its last part has been handed out */
	struct tx_items_part part;
	/* the reader's */
	uint64_t line;   /* of the source, where the document begins; 0: not known */
	bool has_result; /* a dispatch or an error */
};

/** Begin with another source. */
void tx_items_reset(struct tx_items *items);

/** Whether the document that begins at `bytes[start]`, whose end is not found (or is at `end`,
 * unless that is 0), is made of items: then tx_items_next() reads it.  TX_FRAME_MORE: more bytes are
 * needed; TX_FRAME_NONE: it is not. */
enum tx_frame_result tx_items_begin(struct tx_items *items, enum tx_framing framing,
				    telex_slice bytes, const struct tx_frame *whole,
				    const struct tx_xml_framer *root, size_t start);

/** Find the next part at the start of `bytes`, as tx_framer_next() finds a frame.  TX_FRAME_NONE:
 * the document is over. */
enum tx_frame_result tx_items_next(struct tx_items *items, telex_slice bytes, size_t limit,
				   bool last, struct tx_frame *ret_frame);

/** The document that represents the part whose bytes in the source are `raw`; `.ptr` NULL: memory is
 * short. */
telex_slice tx_items_document(const struct tx_items *items, telex_slice raw,
			      struct tx_arena *arena);

/** Whether a place in the first part, line and column from 1, is before the first item. */
bool tx_items_is_in_head(const struct tx_items *items, size_t line, size_t column);

/** Hand out the items of the last part again, one by one, or some where what is before them is more
 * than 16 times as large: its bytes are not consumed. */
void tx_items_again(struct tx_items *items);

/** Pass over the rest of the document. */
void tx_items_refuse(struct tx_items *items);

void tx_items_done(struct tx_items *items);

#endif
