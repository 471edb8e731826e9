/* The body of an HTTP message, as it was before it was sent. */
#ifndef TX_READER_WARC_BODY_H
#define TX_READER_WARC_BODY_H

#include "core/buffer.h"
#include "core/slice.h"
#include "telex/telex.h"

/** Undo the chunks and the compression that the head names; crawlers that store decoded bodies keep
 * the head as it was, so what is not encoded is taken as it is.  `out` holds the result, or it is
 * `body` itself.  At most `max` bytes come of it: TELEX_ERR_TOO_BIG.  `*ret_cut`: the end is
 * missing. */
telex_status tx_warc_body(telex_slice head, telex_slice body, size_t max, struct tx_buffer *scratch,
			  struct tx_buffer *out, telex_slice *ret_body, bool *ret_cut,
			  telex_error *reterr);

#endif
