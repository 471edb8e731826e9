/* The reader: from the bytes of a source, in portions, to its stories, one after the other.  What
 * the source is, where its frames end, their charset and what is in them is found here, once; plain
 * text is a story like any other. */
#ifndef TX_READER_READER_H
#define TX_READER_READER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/arena.h"
#include "core/buffer.h"
#include "reader/frames.h"
#include "reader/format.h"
#include "reader/framer.h"
#include "reader/input.h"
#include "reader/markup.h"
#include "reader/story.h"

struct tx_xml;  /* the XML engine, kept from frame to frame */
struct tx_page; /* likewise, of pages */

/** A dispatch that is too large, while it is passed over. */
struct tx_skipped {
	bool begun;
	uint64_t offset, line; /* of the source, where it begins */
};

/** Zero at first; the members of the first group are the caller's to set before it begins a source.
 * Formats use the groups below "stories". */
struct tx_reader {
	/* what is wanted; strings are borrowed */
	const struct tx_format *format; /* that the user names, or NULL */
	const char *text_key;           /* of lines of JSON: the key of the raw text, or NULL */
	const char *id_key;             /* of lines of JSON: the key of their identifier, or NULL */
	const char *hosts;              /* of a crawl: see warc.h; or NULL */
	size_t max_bytes;               /* of a dispatch */
	bool leftovers;                 /* keep what no key takes */

	/* the source */
	struct tx_input input;
	struct tx_framer framer;
	struct tx_items items;
	struct tx_skipped skipped;
	uint64_t dropped;       /* bytes that were thrown away since the last frame */
	struct tx_frames given; /* frames that another reader has found; .items NULL: none are */
	bool converted;         /* that reader has converted their bytes to UTF-8 */
	struct tx_counts counts;
	bool ended; /* its end has been reported */

	/* the stories of the frame at hand */
	struct tx_source source;   /* where the frame is */
	struct tx_items_part part; /* what it is of a large document; zero: it is a document */
	struct tx_arena arena;
	struct tx_stories stories;
	struct tx_story *story; /* the next of them to be handed out, or NULL */
	unsigned depth;         /* of envelopes inside envelopes */

	/* what is kept from story to story */
	struct tx_buffer copy;    /* the copy of the story at hand */
	struct tx_markup markup;  /* its blocks */
	struct tx_pieces blocks;  /* its blocks of a known kind */
	struct tx_xml *xml;       /* NULL until it is needed */
	struct tx_page *page;     /* likewise */
	struct tx_buffer scratch; /* for the one that needs one for a moment */
};

/** Begin with another source.  `plain` finds where dispatches end in plain text (borrowed); NULL: a
 * text is one dispatch. */
void tx_reader_begin(struct tx_reader *reader, struct tx_plain_search *plain);

/** Add the next portion of the source; with `last` no more come.  Errors: of tx_input_feed(). */
telex_status tx_reader_feed(struct tx_reader *reader, telex_slice bytes, bool last,
			    telex_error *reterr);

/** The next story, borrowed until the next call; its `source` is filled but for path and member.
 * TELEX_END: more bytes are needed, or, after the last ones, there is no other.  An error is of one
 * frame: go on.  TELEX_ERR_EMPTY: a source, or a document in it, without a dispatch. */
telex_status tx_reader_next(struct tx_reader *reader, const struct tx_story **ret_story,
			    telex_error *reterr);

/** The line of the source that line `line` (from 1) of the frame's text is; 0: its first. */
uint64_t tx_reader_line(const struct tx_reader *reader, uint64_t line);

/** Read text that is inside another envelope (a mail, a JSON string): its format is recognised by
 * its bytes; what is no envelope becomes one story of kind TX_COPY_WHOLE.  At most TX_ENVELOPES_MAX
 * deep.  The caller may add to the new stories, which are the last ones. */
telex_status tx_read_inner(struct tx_reader *reader, telex_slice text, telex_error *reterr);

/** Release what the reader has kept, not the structure. */
void tx_reader_done(struct tx_reader *reader);

#endif
