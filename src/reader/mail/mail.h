/* Dispatches that come by mail: RFC 822 messages and mboxes of them. */
#ifndef TX_READER_MAIL_MAIL_H
#define TX_READER_MAIL_MAIL_H

#include "reader/format.h"

/** The frame is the message's bytes as they are: its parts have charsets of their own. */
tx_unwrap_fn tx_mail_unwrap;

/** Whether a source begins with a mail's header (after blank lines and an mbox line). */
bool tx_mail_is(telex_slice head);

/** Whether it is an mbox: a "From " line comes first. */
bool tx_mbox_is(telex_slice head);

/** Find the end of the message at the start of `bytes`: before the next mbox line.  As
 * tx_sgml_frame_end(). */
bool tx_mbox_frame_end(telex_slice bytes, size_t *scanned, size_t *ret_end);

/** A header's value, unfolded, by its name; `.ptr` NULL without it.  `headers` ends before the
 * empty line. */
telex_slice tx_mail_header(telex_slice headers, const char *name, struct tx_arena *arena);

/** A header's value as it reads: its encoded words (RFC 2047) decoded, UTF-8. */
telex_slice tx_mail_text(telex_slice value, struct tx_arena *arena);

/** A parameter of a header's value: `charset` of "text/plain; charset=utf-8". */
telex_slice tx_mail_parameter(telex_slice value, const char *name);

/** Undo a transfer encoding ("quoted-printable", "base64"; anything else is none). */
telex_slice tx_mail_decode(telex_slice body, telex_slice encoding, struct tx_arena *arena);

/** UTF-8 of text whose charset is named, or not; `.ptr` NULL when memory is short. */
telex_slice tx_mail_utf8(telex_slice text, telex_slice charset, struct tx_arena *arena);

/** Split a message or a part at its empty line. */
struct tx_mail_split {
	telex_slice headers, body;
};

struct tx_mail_split tx_mail_split(telex_slice message);

#endif
