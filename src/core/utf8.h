/* UTF-8 (RFC 3629): checking, walking, and the letters that datelines and names are made of. */
#ifndef TX_CORE_UTF8_H
#define TX_CORE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/slice.h"

/** Offset of the first byte that is not valid UTF-8, or `s.len`.  ASCII runs go at memory speed. */
size_t tx_utf8_check(telex_slice s);

/** Length of the ASCII that `s` begins with. */
size_t tx_utf8_ascii(telex_slice s);

/** Decode the character at the start of `s` (not empty).  Returns its length in bytes; an invalid
 * byte gives U+FFFD and 1. */
size_t tx_utf8_decode(telex_slice s, uint32_t *ret_char);

/** Decode the last character of `s` (not empty), likewise. */
size_t tx_utf8_decode_last(telex_slice s, uint32_t *ret_char);

/** Write `c` (a valid scalar value) to `out`, which has room for 4 bytes; returns the length. */
size_t tx_utf8_encode(uint32_t c, char *out);

/** Characters in `s`, an invalid byte counting as one. */
size_t tx_utf8_count(telex_slice s);

/** At most the first `max` bytes of `s`, and no character in halves. */
telex_slice tx_utf8_take(telex_slice s, size_t max);

/** As snprintf() into `size` bytes, but what comes out is valid UTF-8: it ends before the first
 * character that is cut off or broken.  Returns its length. */
size_t tx_utf8_printf(char *out, size_t size, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/** Letters with case: Latin (Basic, Latin-1, Extended-A and -B, Additional), Greek, Cyrillic. */
bool tx_char_is_upper(uint32_t c);
bool tx_char_is_lower(uint32_t c);
bool tx_char_is_letter(uint32_t c); /* any script */
uint32_t tx_char_to_lower(uint32_t c);

/** Space-like: ASCII blanks, NEL, U+00A0, U+1680, U+2000-200B, U+202F, U+205F, U+3000, U+FEFF. */
bool tx_char_is_space(uint32_t c);

#endif
