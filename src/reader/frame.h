/* Where one dispatch ends and the next begins (formats.md of the trade: IPTC 7901, ANPA-1312, telex
 * ZCZC…NNNN). A source that does not begin with a frame (after blanks, routing lines and fillers)
 * is plain text: one dispatch, or as many as the caller's search finds. */
#ifndef TX_READER_FRAME_H
#define TX_READER_FRAME_H

#include <stdbool.h>
#include <stddef.h>

#include "core/slice.h"

enum tx_frame_kind {
	TX_FRAME_PLAIN,    /* no envelope */
	TX_FRAME_IPTC7901, /* SOH header [CR] LF [STX] text ETX trailer EOT */
	TX_FRAME_ANPA1312, /* SYN SYN SOH … STX text ETX trailer EOT, or SOH + level + 4 digits + no
			      blank */
	TX_FRAME_CONTROL, /* SOH … EOT of neither shape */
	TX_FRAME_TELEX,   /* ZCZC … NNNN */
	TX_FRAME_STRIPPED, /* IPTC 7901 whose control characters were lost: header line … "./." line
			      and a stamp */
	TX_FRAME_JUNK,     /* text between two frames */
	TX_FRAME_MARKUP    /* a document of another framing: see framer.h */
};

/** One dispatch: [start, end) with its envelope and the fillers before it, [text_start, text_end)
 * without. */
struct tx_frame {
	enum tx_frame_kind kind;
	size_t start, text_start, text_end, end;
	size_t second;  /* of plain text: where perhaps another dispatch begins; 0 = nowhere */
	bool closed;    /* its end mark is there */
	bool oversized; /* larger than the limit: see framer.h */
	bool is_part;   /* some items of a large document: see items.h */
};

/** Finds where the first of several dispatches in plain text ends.  What it knows of a text is kept
 * until that end is found. */
struct tx_plain_search {
	/** Search what is new in `text`, the bytes from the start of the dispatch on.  True: the
	 * first dispatch has an end, which is in `*frame`, or memory is short.  With `last` no more
	 * bytes come; the search is then over too. */
	bool (*find)(struct tx_plain_search *search, telex_slice text, bool last,
		     struct tx_frame *frame);
	/** The bytes at the start that are not needed any more. */
	size_t (*spent)(struct tx_plain_search *search, telex_slice text);
	/** Bytes were removed from the start: not more than those. */
	void (*forget)(struct tx_plain_search *search, size_t count);
	bool failed; /* memory was short; the caller's to reset */
};

/** Where a search in lines has got to. */
enum tx_frame_search {
	TX_SEARCH_STOP,  /* for the end of the line at hand */
	TX_SEARCH_MARK,  /* for the first visible byte of a line */
	TX_SEARCH_CLOSE, /* for the end of the line that the end mark is on */
	TX_SEARCH_STAMP, /* for the end of the stamp line below it */
};

/** What a stream turned out to be, kept between calls; zero at the start of a source. */
struct tx_control_framer {
	bool decided;
	bool framed;
	struct tx_plain_search *plain; /* NULL: plain text is one dispatch; kept between frames */
	/* of the frame at hand */
	bool frozen;             /* its kind does not change any more */
	enum tx_frame_kind kind; /* as long as it is frozen */
	enum tx_frame_search search;
	size_t start;   /* fillers at its start that have been looked at */
	size_t scanned; /* bytes that need not be looked at again */
	size_t line;    /* the line at hand, or the fillers before it */
	size_t mark;    /* the end mark */
};

enum tx_frame_result {
	TX_FRAME_FOUND, /* *ret_frame is filled; go on at its end */
	TX_FRAME_MORE,  /* more bytes are needed to tell */
	TX_FRAME_NONE,  /* nothing but blanks and fillers is left */
	TX_FRAME_PART   /* see framer.h */
};

/** Find the dispatch at the start of `bytes` (everything that is not consumed yet).  With `last` no
 * more bytes come.  A frame without its end ends where the next frame starts (or where the bytes
 * do): `closed` is false.  The search never goes over the same bytes twice. */
enum tx_frame_result tx_frame_next(struct tx_control_framer *framer, telex_slice bytes, bool last,
				   struct tx_frame *ret_frame);

/** The bytes at the start that a frame whose end is still to come does not need for finding it; its
 * kind is now fixed. */
size_t tx_frame_spent(struct tx_control_framer *framer, telex_slice bytes);

/** Bytes were removed the start: not more than tx_frame_spent(). */
void tx_frame_forget(struct tx_control_framer *framer, size_t count);

#endif
