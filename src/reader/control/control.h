/* Plain text and the envelopes of control characters around it: one story a frame. */
#ifndef TX_READER_CONTROL_CONTROL_H
#define TX_READER_CONTROL_CONTROL_H

#include "reader/format.h"
#include "reader/frame.h"

/** Take the story out of a frame, appending it to `reader->stories`.  `text` is all of the frame,
 * valid UTF-8 that outlives the story; `frame` says what it is and where in `text` its own text is:
 * before that is the header, after it the trailer.  TELEX_ERR_SYNTAX: it holds nothing. */
typedef telex_status tx_envelope_fn(struct tx_reader *reader, telex_slice text,
				    const struct tx_frame *frame, telex_error *reterr);

tx_envelope_fn tx_anpa1312_unwrap, tx_iptc7901_unwrap, tx_zczc_unwrap;

/** For frames whose header states nothing. */
tx_envelope_fn tx_plain_unwrap;

/** By the reader of the frame's kind. */
tx_envelope_fn tx_control_unwrap;

/** As tx_control_unwrap() for each frame of a text, which is plain or begins with an envelope. */
telex_status tx_control_unwrap_all(struct tx_reader *reader, telex_slice text, telex_error *reterr);

/** Append a story of the text as it is, of which `frame` says what is its envelope; NULL when
 * memory is short. */
struct tx_story *tx_control_keep(struct tx_reader *reader, const char *format, telex_slice text,
				 const struct tx_frame *frame);

#endif
