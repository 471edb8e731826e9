/* The frames of any source: dispatches in control characters, XML documents, JSON
 * values, SGML documents, mails. */
#ifndef TX_READER_FRAMER_H
#define TX_READER_FRAMER_H

#include "reader/format.h"
#include "reader/frame.h"
#include "reader/items.h"
#include "reader/json/json.h"
#include "reader/warc/warc.h"
#include "reader/xml/frame.h"

/** Zero at the start of a source. */
struct tx_framer {
	bool decided;
	enum tx_framing framing;
	const char *text_key;   /* of lines of JSON, or NULL */
	struct tx_items *items; /* reads large documents in parts; NULL: they are frames too */
	/* of the frame at hand */
	size_t start;   /* fillers at its start that have been looked at */
	bool oversized; /* it is too large, and its bytes may be gone */
	size_t restart; /* then: bytes that have been searched for the start of the next frame */
	struct tx_control_framer text;
	struct tx_xml_framer xml;
	struct tx_json_framer json;
	struct tx_warc_framer warc;
	size_t scanned; /* of the other framings */
};

/** Find the frame at the start of `bytes` (everything that is not consumed yet).  `forced`: the
 * format that the user names, or NULL.  As tx_frame_next() otherwise, but for large frames:
 *
 * TX_FRAME_PART says that the bytes up to `ret_frame->end` are to be thrown away before the next
 * call, so that memory is bounded: a run of fillers (`oversized` is false), or the beginning or
 * another part of a frame of more than `limit` bytes, which begins at `ret_frame->start`.  Such a
 * frame ends where it would end otherwise, or earlier, where the next one is seen to start; its
 * last part is TX_FRAME_FOUND with `oversized`.
 *
 * A large document that is made of items is handed out in parts, frames with `is_part`, each of which
 * tx_items_document() makes a document; `limit` is then an item's. */
enum tx_frame_result tx_framer_next(struct tx_framer *framer, const struct tx_format *forced,
				    telex_slice bytes, size_t limit, bool last,
				    struct tx_frame *ret_frame);

#endif
