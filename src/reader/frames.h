/* The frames of a source that are found and not read yet.  Finding them is a small part of the
 * work: one reader may find them for others that read them. */
#ifndef TX_READER_FRAMES_H
#define TX_READER_FRAMES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/slice.h"
#include "reader/format.h"
#include "reader/frame.h"

/** What a source has given so far. */
struct tx_counts {
	uint64_t index;       /* of the next dispatch */
	uint64_t passed_over; /* pages of a crawl without a dispatch */
	uint64_t text_offset; /* bytes read, in the source's UTF-8 form */
	bool line_keys;       /* a line of this source had the text's key */
};

/** A frame: everything that reading it needs but its bytes. */
struct tx_found {
	struct tx_frame frame; /* its offsets count from its start; with `oversized` its bytes are
				  gone, and nothing but that is set */
	uint64_t offset, line; /* of the source, where it begins */
	uint64_t length;       /* bytes of the source that it takes */
	uint64_t before;       /* bytes of the source between the frame before it and its start */
	bool failed;           /* memory was short when it was looked for */
};

/** What a source turned out to be. */
struct tx_source_kind {
	enum tx_framing framing;
	const char *charset; /* of the whole source, borrowed; NULL: of each frame by its bytes */
	bool converted;      /* its bytes were converted to UTF-8 as they came */
};

/** Find the next frame; its bytes, which are read then, are borrowed until the reader is fed.
 * TX_FRAME_FOUND, _MORE or _NONE. */
enum tx_frame_result tx_frames_next(struct tx_reader *reader, struct tx_found *ret_found,
				    telex_slice *ret_bytes);

/** Frames that another reader has found, with their bytes one after the other; all is borrowed. */
struct tx_frames {
	const struct tx_found *items;
	size_t count;
	telex_slice bytes;
};

/** Whether the source may be of many frames that are found before they are read, so that several
 * readers may read them; `*ret_kind` is what they must know of it.  Left out are documents whose
 * items are read before their ends are found. */
bool tx_frames_are_many(const struct tx_reader *reader, struct tx_source_kind *ret_kind);

/** Have `reader`, which has begun with a source and not been fed, read these frames of the source
 * of `finder`, which has given `before` up to them.  TELEX_END comes at their end. */
void tx_frames_give(struct tx_reader *reader, const struct tx_source_kind *kind,
		    const struct tx_counts *before, const struct tx_frames *frames);

#endif
