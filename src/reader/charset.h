/* From the bytes of a source or a dispatch to UTF-8.
 *
 * Two steps.  A source that has another unit than the byte (UTF-16, UTF-32) or whose charset the
 * user names is converted as it streams in (tx_transcoder, by iconv).  Everything else is judged
 * dispatch by dispatch (tx_charset_decode): valid UTF-8 with a multibyte character wins over
 * anything else, then a single-byte Western charset is recognised by its bytes; UTF-8 with a few
 * broken bytes keeps its good characters. */
#ifndef TX_READER_CHARSET_H
#define TX_READER_CHARSET_H

#include <stdbool.h>
#include <stddef.h>

#include "core/arena.h"
#include "core/buffer.h"
#include "core/record.h"
#include "core/slice.h"

/** Byte-order marks. */
struct tx_bom {
	const char *charset; /* "UTF-8", "UTF-16LE", …; NULL = none */
	size_t len;
};

/** The byte-order mark at the start of `bytes` (at least 4 bytes, or the whole source). */
struct tx_bom tx_bom_find(telex_slice bytes);

/** How many of the bytes are zeros, at even and at odd places. */
struct tx_zeros {
	size_t at[2];
};

struct tx_zeros tx_zeros_count(telex_slice bytes);

/** Bytes that tx_utf16_by_zeros() looks at, and how few may be enough at the end of a source. */
#define TX_UTF16_SAMPLE     64
#define TX_UTF16_SAMPLE_MIN 8

/** "UTF-16LE" or "UTF-16BE" where the zero bytes at the start of a source show that it is in UTF-16
 * without a byte-order mark: at least half of its characters are ASCII, the first or second one
 * among them.  NULL: not by them. */
const char *tx_utf16_by_zeros(telex_slice bytes);

/** What decoding found. */
struct tx_decoded {
	telex_slice text;    /* valid UTF-8: the input itself, or a copy in the arena */
	const char *charset; /* "US-ASCII", "UTF-8", "windows-1252", "ISO-8859-1", "ISO-8859-15" */
	size_t replaced;     /* bytes or sequences that became U+FFFD */
	size_t first_replaced; /* offset in `text` of the first one */
};

/** Make UTF-8 of a dispatch's bytes.  False when memory is short. */
bool tx_charset_decode(telex_slice bytes, struct tx_arena *arena, struct tx_decoded *ret_decoded);

/** As tx_charset_decode() for a document that names its charset (`declared`; empty: it does not).
 * Valid UTF-8 with a multibyte character is UTF-8 whatever the name; ISO-8859-1 is read as
 * windows-1252.  `*ret_mislabelled`: the name is not what the bytes are in. */
bool tx_charset_decode_declared(telex_slice bytes, telex_slice declared, struct tx_arena *arena,
				struct tx_decoded *ret_decoded, bool *ret_mislabelled);

/** Decode a set of single bytes that is known here: windows-1252, ISO-8859-15.  False when it is
 * another one, or memory is short (then the text is NULL). */
bool tx_charset_decode_single(telex_slice bytes, const char *charset, struct tx_arena *arena,
			      struct tx_decoded *ret_decoded);

/** Replace each run of NULs in a document's text by one U+FFFD: parsers of markup take it for the end.  False
 * when memory is short. */
bool tx_charset_replace_nuls(struct tx_decoded *decoded, struct tx_arena *arena);

struct tx_transcoder;

/** A converter from `charset` (as iconv names it) to UTF-8.  TELEX_ERR_USAGE: no such charset. Own.
 */
telex_status tx_transcoder_new(const char *charset, struct tx_transcoder **ret_transcoder,
			       telex_error *reterr);

/** Convert the next portion and append it to `out`; what cannot be decoded becomes U+FFFD.  A
 * character cut off at the end of the portion is kept for the next one; with `last` it becomes
 * U+FFFD. */
telex_status tx_transcoder_feed(struct tx_transcoder *transcoder, telex_slice bytes, bool last,
				struct tx_buffer *out);

/** Forget a character cut off at the end of the last portion; NULL is a no-op. */
void tx_transcoder_reset(struct tx_transcoder *transcoder);

void tx_transcoder_free(struct tx_transcoder *transcoder);

#endif
