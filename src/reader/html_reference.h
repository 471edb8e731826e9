/* Character references of HTML. */
#ifndef TX_READER_HTML_REFERENCE_H
#define TX_READER_HTML_REFERENCE_H

#include <stddef.h>
#include <stdint.h>

#include "core/buffer.h"
#include "core/slice.h"

/** The reference at the start of `s`, which begins with '&': its length, and its character; 0: it
 * is not one.  Names of Latin-1 need no semicolon. */
size_t tx_html_reference(telex_slice s, uint32_t *ret_char);

/** Append text with its references resolved. */
void tx_html_decode(struct tx_buffer *out, telex_slice text);

#endif
