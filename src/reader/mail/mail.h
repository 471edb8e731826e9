/* RFC 822 mail (RFC 5322, MIME: RFC 2045-2047, 2231, 3676) with a dispatch as its text, and mbox
 * files of it (RFC 4155). */
#ifndef TX_READER_MAIL_MAIL_H
#define TX_READER_MAIL_MAIL_H

#include <stdbool.h>
#include <stddef.h>

#include "core/slice.h"
#include "reader/reader.h"

/** A tx_unwrap_fn, but for the frame, which is the mail's raw bytes: each part has a charset of its
 * own.  What the mail's text is, is recognised by tx_read_inner(); the mail's facts go to each story
 * that comes of it, attachments and left-over headers to the first. */
telex_status tx_mail_unwrap(struct tx_reader *reader, telex_slice frame, telex_error *reterr);

/** Whether a source that begins with `head` is a mail or an mbox: after blank lines and a "From "
 * line nothing but header lines up to an empty line, two or more, one of them a mail's. */
bool tx_mail_is(telex_slice head);

/** Whether a source that begins with `head` is an mbox: its first line of text is a "From " line.
 */
bool tx_mbox_is(telex_slice head);

/** Find the end of the mail at the start of `bytes`, whose first visible byte is at `start`: the
 * offset of the next "From " line.  False when none is found (yet); `*scanned` (0 for a new mail)
 * keeps how far the search has gone. */
bool tx_mbox_frame_end(telex_slice bytes, size_t start, size_t *scanned, size_t *ret_end);

#endif
