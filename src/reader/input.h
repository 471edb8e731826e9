/* The bytes of one source, from portions as they come to UTF-8 or to bytes whose charset is judged
 * frame by frame: those that are not read yet, and where they are in the source. */
#ifndef TX_READER_INPUT_H
#define TX_READER_INPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/buffer.h"
#include "reader/charset.h"

struct tx_input {
	const char *named; /* the charset that the user names, borrowed; NULL: by the bytes */
	struct tx_transcoder *transcoder;
	const char *charset; /* of the whole source: named, or by its first bytes; NULL: by frame */

	struct tx_buffer bytes; /* those that are not read yet, and some that are */
	size_t consumed;        /* of `bytes`: read */
	uint64_t offset;        /* in the source, of bytes.data[0] */
	uint64_t line;          /* of the source at `counted`, from 1 */
	size_t counted;         /* of `bytes`: their line ends are counted */
	bool after_cr;          /* the last of them is a CR */
	bool started;           /* the first bytes have been looked at */
	bool last;              /* no more bytes come */
};

/** Name the charset of all sources (borrowed).  TELEX_ERR_USAGE: no charset has that name. */
telex_status tx_input_name_charset(struct tx_input *input, const char *charset,
				   telex_error *reterr);

/** Begin with another source. */
void tx_input_begin(struct tx_input *input);

/** Add the next portion; with `last` no more come.  TELEX_ERR_USAGE: the last one has come.  What
 * tx_input_left() gave before is not valid any more. */
telex_status tx_input_feed(struct tx_input *input, telex_slice bytes, bool last,
			   telex_error *reterr);

/** The bytes that are not consumed. */
telex_slice tx_input_left(const struct tx_input *input);

/** The line of the byte `ahead` bytes after those that are consumed.  Lines are counted when they
 * are asked for, since most sources are one dispatch; never ask for an earlier one. */
uint64_t tx_input_line(struct tx_input *input, size_t ahead);

/** Bytes of the source before the byte `ahead` bytes after those that are consumed. */
uint64_t tx_input_offset(const struct tx_input *input, size_t ahead);

/** The next `count` bytes are read. */
void tx_input_consume(struct tx_input *input, size_t count);

/** The last `count` bytes that were read are read again; not more than since the last portion. */
void tx_input_go_back(struct tx_input *input, size_t count);

void tx_input_done(struct tx_input *input);

#endif
