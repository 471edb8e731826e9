/* Crawls: WARC 0.17 to 1.1 (ISO 28500), whose records of pages are read and all others passed over.
 */
#ifndef TX_READER_WARC_WARC_H
#define TX_READER_WARC_WARC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/arena.h"
#include "core/buffer.h"
#include "core/slice.h"
#include "reader/format.h"
#include "reader/frame.h"

/** Where a crawl is read; zero at its start. */
struct tx_warc_framer {
	uint64_t left;     /* bytes of a record that is being passed over */
	bool oversized;    /* it is one of a page, and too large */
	const char *hosts; /* names of hosts, parted by commas: records of others are passed over;
			      NULL: of none.  Borrowed. */
};

/** Whether the bytes begin as a WARC record does. */
bool tx_warc_is(telex_slice bytes);

/** Find the next record of a page at the start of `bytes`, as tx_framer_next() does with its frames:
 * records that are passed over are parts to be thrown away, so that none is held in memory.  Bytes
 * between two records are a frame of their own. */
enum tx_frame_result tx_warc_next(struct tx_warc_framer *framer, telex_slice bytes, size_t limit,
				  bool last, struct tx_frame *ret_frame);

/** Take the story out of a record.  TELEX_OK without a story: its page has none. */
telex_status tx_warc_unwrap(struct tx_reader *reader, telex_slice frame, telex_error *reterr);

#endif
