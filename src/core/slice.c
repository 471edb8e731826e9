/* Slices: trimming, cutting, comparing without case.  Bytes only; what is a letter beyond ASCII is
 * utf8.c's. */
#include "core/slice.h"

#include "core/ascii.h"

#define BLANK (TX_CHAR_BLANK | TX_CHAR_NEWLINE | TX_CHAR_CONTROL)

static size_t blank_at_start(telex_slice s)
{
	if (s.len > 0 && tx_char_is(s.ptr[0], BLANK))
		return 1;
	return s.len > 1 && s.ptr[0] == '\xc2' && s.ptr[1] == '\xa0' ? 2 : 0;
}

static size_t blank_at_end(telex_slice s)
{
	if (s.len > 0 && tx_char_is(s.ptr[s.len - 1], BLANK))
		return 1;
	return s.len > 1 && s.ptr[s.len - 2] == '\xc2' && s.ptr[s.len - 1] == '\xa0' ? 2 : 0;
}

telex_slice tx_trim_blanks(telex_slice s)
{
	for (size_t len; (len = blank_at_start(s)) > 0;)
		s = tx_slice_skip(s, len);
	for (size_t len; (len = blank_at_end(s)) > 0;)
		s.len -= len;
	return s;
}

struct tx_cut tx_cut(telex_slice s, char separator)
{
	const char *at = s.len == 0 ? NULL : memchr(s.ptr, separator, s.len);

	if (at == NULL)
		return (struct tx_cut){s, tx_slice_skip(s, s.len), false};
	size_t len = (size_t)(at - s.ptr);
	return (struct tx_cut){tx_slice_take(s, len), tx_slice_skip(s, len + 1), true};
}

bool tx_slice_agrees_nocase(telex_slice s, telex_slice prefix)
{
	for (size_t i = 0; i < prefix.len; i++) {
		if (tx_lower(s.ptr[i]) != tx_lower(prefix.ptr[i]))
			return false;
	}
	return true;
}

int tx_slice_order(telex_slice a, telex_slice b)
{
	size_t len = a.len < b.len ? a.len : b.len;
	int order = len == 0 ? 0 : memcmp(a.ptr, b.ptr, len);

	return order != 0 ? order : (a.len > b.len) - (a.len < b.len);
}

size_t tx_slice_find(telex_slice s, telex_slice needle)
{
	size_t at = 0;

	while (needle.len > 0 && at + needle.len <= s.len) {
		const char *first = memchr(s.ptr + at, needle.ptr[0], s.len - at - needle.len + 1);
		if (first == NULL)
			break;
		if (memcmp(first, needle.ptr, needle.len) == 0)
			return (size_t)(first - s.ptr);
		at = (size_t)(first - s.ptr) + 1;
	}
	return s.len;
}
