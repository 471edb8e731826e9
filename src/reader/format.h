/* The formats that telex reads: one row each in the table of formats.c, one file each for its
 * reader.
 *
 * A source has a framing: how one frame of it ends and the next begins; a frame
 * (an XML document, a JSON value, an SGML document, a mail) is unwrapped into stories. */
#ifndef TX_READER_FORMAT_H
#define TX_READER_FORMAT_H

#include <stdbool.h>

#include "core/arena.h"
#include "core/buffer.h"
#include "reader/frame.h"
#include "reader/markup.h"
#include "reader/story.h"

enum tx_framing {
	TX_FRAMING_TEXT, /* plain text, and envelopes of control characters around it */
	TX_FRAMING_XML,
	TX_FRAMING_JSON,
	TX_FRAMING_LINES, /* one JSON object a line */
	TX_FRAMING_SGML,
	TX_FRAMING_MAIL,
	TX_FRAMING_MBOX,
	TX_FRAMING_WARC, /* records of a crawl */
	TX_FRAMING_PAGE  /* HTML, one page a source */
};

struct tx_xml;  /* the XML engine, kept from frame to frame */
struct tx_page; /* likewise, of pages */

/** What the readers of one parser share. */
struct tx_reader {
	struct tx_arena arena;     /* the stories of the frame at hand */
	struct tx_stories stories; /* those of the frame at hand */
	struct tx_buffer copy;     /* the copy of the story at hand */
	struct tx_markup markup;   /* its blocks */
	struct tx_pieces blocks;   /* its blocks of a known kind */
	struct tx_xml *xml;        /* NULL until it is needed */
	struct tx_page *page;      /* likewise */
	struct tx_buffer scratch;  /* for the one that needs one for a moment */
	const char *text_key;      /* of lines of JSON: the key of the raw text, or NULL */
	size_t max_bytes;          /* of a dispatch, where it is decompressed here */
	const char *id_key;        /* of lines of JSON: the key of their identifier, or NULL */
	bool line_keys;            /* a line of this source had the text's key */
	bool leftovers;            /* keep what no key takes */
	unsigned depth;            /* of envelopes inside envelopes */
};

#define TX_ENVELOPES_MAX 4 /* one inside the other */

/** Take the stories out of a frame (valid UTF-8), appending them to `reader->stories`.
 * TELEX_ERR_SYNTAX when nothing can be taken from it; the error's line counts in the frame, from 1.
 */
typedef telex_status tx_unwrap_fn(struct tx_reader *reader, telex_slice frame, telex_error *reterr);

struct tx_format {
	const char *name;
	const char *description;
	enum tx_framing framing;
	tx_unwrap_fn *unwrap; /* NULL: the text is read as it is */
};

/** Format number `index` of the table, or NULL beyond the last one. */
const struct tx_format *tx_format_at(size_t index);

/** The format of that name, or NULL. */
const struct tx_format *tx_format_find(const char *name);

/** Recognise the framing of a source by its first bytes (the first 8 KiB count; `last`: there are no
 * more).  `text_key`: of lines of JSON, NULL: one of the usual keys.  False: more bytes are needed.
 */
bool tx_framing_sniff(telex_slice head, bool last, const char *text_key,
		      enum tx_framing *ret_framing);

/** The format of a frame of a framing; NULL: telex reads none like it. */
const struct tx_format *tx_format_of_frame(enum tx_framing framing, telex_slice frame);

/** The format of an envelope of control characters whose text is coded, so that it must be
 * unwrapped; NULL: its text is read as it is. */
const struct tx_format *tx_format_of_envelope(enum tx_frame_kind kind, telex_slice frame);

/** The error for a frame whose format is unknown, naming what it is. */
telex_status tx_fail_unknown(enum tx_framing framing, telex_slice frame, telex_error *reterr);

/** Read text that stood inside another envelope (a mail, a JSON string): its format is recognised by its
 * bytes; what is no envelope becomes one story of kind TX_COPY_WHOLE.  At most TX_ENVELOPES_MAX
 * deep.  The caller may add to the new stories, which are the last ones. */
telex_status tx_unwrap_inner(struct tx_reader *reader, telex_slice text, telex_error *reterr);

/** Release what the readers have kept, not the structure. */
void tx_reader_done(struct tx_reader *reader);

#endif
