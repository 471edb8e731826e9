/* Counting line ends and characters. */
#include "reader/text_place.h"

#include <stdint.h>
#include <string.h>

#include "core/ascii.h"
#include "core/block.h"
#include "core/scan.h"

/* Characters of valid UTF-8: eight bytes at a time, those that begin none are not counted. */
static size_t count_characters(telex_slice s)
{
	size_t count = s.len, at = 0;
	uint64_t word;

	for (; s.len - at >= sizeof(word); at += sizeof(word)) {
		memcpy(&word, s.ptr + at, sizeof(word));
		word = word & ~(word << 1) & UINT64_C(0x8080808080808080);
		count -= (size_t)((word >> 7) * UINT64_C(0x0101010101010101) >> 56);
	}
	for (; at < s.len; at++)
		count -= ((unsigned char)s.ptr[at] & 0xc0) == 0x80;
	return count;
}

struct tx_text_place tx_text_place_after(struct tx_text_place place, telex_slice s)
{
	size_t len = s.len, lines = tx_count_byte(s, '\n');

	for (size_t at = 0; at < s.len; at++) {
		const char *cr = memchr(s.ptr + at, '\r', s.len - at);
		if (cr == NULL)
			break;
		at = (size_t)(cr - s.ptr);
		lines += at + 1 == s.len || s.ptr[at + 1] != '\n';
	}
	while (lines > 0 && len > 0 && !tx_char_is(s.ptr[len - 1], TX_CHAR_NEWLINE))
		len--;
	telex_slice last_line = lines > 0 ? tx_slice_skip(s, len) : s;
	place.column = count_characters(last_line) + (lines > 0 ? 0 : place.column);
	place.lines += lines;
	return place;
}
