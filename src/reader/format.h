/* The formats that telex reads: one row each in the table of formats.c, one file each for its
 * reader.
 *
 * A source has a framing: how one frame of it ends and the next begins; a frame
 * (an XML document, a JSON value, an SGML document, a mail) is unwrapped into stories. */
#ifndef TX_READER_FORMAT_H
#define TX_READER_FORMAT_H

#include <stdbool.h>

#include "core/slice.h"
#include "telex/telex.h"

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

struct tx_reader;

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

/** The error for a frame whose format is unknown, naming what it is. */
telex_status tx_fail_unknown(enum tx_framing framing, telex_slice frame, telex_error *reterr);

#endif
