/* Undoing what was done to a mail's text on its way: transfer encodings, quoted "From ", lines
 * that were broken. */
#ifndef TX_READER_MAIL_TRANSFER_H
#define TX_READER_MAIL_TRANSFER_H

#include <stdbool.h>

#include "core/buffer.h"
#include "core/slice.h"

/** Append the bytes of base64 text to `out`: of all its blocks, and the lines in clear between and
 * after them as they are.  False when there are any, or a block is damaged or cut off; what could
 * be read is there. */
bool tx_mail_base64(telex_slice text, struct tx_buffer *out);

/** Likewise of quoted-printable text. */
bool tx_mail_quoted_printable(telex_slice text, struct tx_buffer *out);

/** Likewise of uuencoded text. */
bool tx_mail_uuencoded(telex_slice text, struct tx_buffer *out);

/** Likewise of the text of a "Q" word in a header. */
bool tx_mail_q(telex_slice text, struct tx_buffer *out);

/** The byte that a mark and two hexadecimal digits ("=C3", "%C3") at the start of `s` stand for; -1
 * when there are no digits. */
int tx_mail_hex_byte(telex_slice s);

/** Append `text` with one '>' off lines that begin with any number of them and "From ". */
void tx_mail_unquote_from(telex_slice text, struct tx_buffer *out);

/** Append format=flowed text with its paragraphs on one line each. */
void tx_mail_unflow(telex_slice text, bool delete_space, struct tx_buffer *out);

/** The text before the line "-- ", if that is not all of it. */
telex_slice tx_mail_before_signature(telex_slice text);

/** Likewise of HTML, in which the line ends with an element. */
telex_slice tx_mail_before_html_signature(telex_slice html);

#endif
