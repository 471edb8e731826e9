/* Text of mails as UTF-8, whatever charset it is said to be in. */
#ifndef TX_READER_MAIL_CHARSET_H
#define TX_READER_MAIL_CHARSET_H

#include <stdbool.h>

#include "core/arena.h"
#include "core/buffer.h"
#include "core/slice.h"
#include "reader/charset.h"

/** What the parts of one mail share: the last converter, and room. */
struct tx_mail_decoder {
	struct tx_arena *arena;
	struct tx_transcoder *transcoder; /* for `charset`; NULL when there is no such charset */
	char charset[48];                 /* empty: none yet */
	struct tx_buffer bytes, text;
	bool failed; /* memory is short */
};

/** A zero decoder with an arena is ready for use. */
void tx_mail_decoder_done(struct tx_mail_decoder *decoder);

struct tx_mail_text {
	telex_slice text; /* valid UTF-8, the bytes themselves or a copy in the arena */
	bool damaged;     /* something became U+FFFD */
	bool mislabelled; /* UTF-8 under another label, or an unknown label */
};

/** Make UTF-8 of bytes that are labelled `charset` (may be empty). */
struct tx_mail_text tx_mail_decode(struct tx_mail_decoder *decoder, telex_slice bytes,
				   telex_slice charset);

/** The value of an unstructured header as UTF-8: words of RFC 2047 decoded, raw bytes too. */
telex_slice tx_mail_words(struct tx_mail_decoder *decoder, telex_slice value);

#endif
