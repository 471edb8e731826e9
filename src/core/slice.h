/* Borrowed bytes: a pointer and a length, never NUL-terminated, never owned.
 * The one primitive to take text apart is tx_cut(). */
#ifndef TX_CORE_SLICE_H
#define TX_CORE_SLICE_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "telex/telex.h"

/** A slice of a string literal. */
#define TX_LIT(literal) ((telex_slice){(literal), sizeof(literal) - 1})

/** What tx_cut() gives: the text before the separator, after it, and whether it occurs. */
struct tx_cut {
	telex_slice head;
	telex_slice tail;
	bool found;
};

static inline telex_slice tx_slice(const char *ptr, size_t len)
{
	return (telex_slice){ptr, len};
}

static inline telex_slice tx_slice_of(const char *string)
{
	return (telex_slice){string, string == NULL ? 0 : strlen(string)};
}

static inline bool tx_slice_eq(telex_slice a, telex_slice b)
{
	return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

static inline bool tx_slice_starts(telex_slice s, telex_slice prefix)
{
	return s.len >= prefix.len &&
	       (prefix.len == 0 || memcmp(s.ptr, prefix.ptr, prefix.len) == 0);
}

static inline bool tx_slice_ends(telex_slice s, telex_slice suffix)
{
	return s.len >= suffix.len &&
	       (suffix.len == 0 || memcmp(s.ptr + s.len - suffix.len, suffix.ptr, suffix.len) == 0);
}

/** `s` without its first `count` bytes (all of them when it has fewer). */
static inline telex_slice tx_slice_skip(telex_slice s, size_t count)
{
	if (count > s.len)
		count = s.len;
	/* An empty slice may have no address to count from. */
	return (telex_slice){count > 0 ? s.ptr + count : s.ptr, s.len - count};
}

/** The first `count` bytes of `s`. */
static inline telex_slice tx_slice_take(telex_slice s, size_t count)
{
	return (telex_slice){s.ptr, count < s.len ? count : s.len};
}

/** Whether `s` is the string, which is looked at only as far as it agrees. */
static inline bool tx_slice_is(telex_slice s, const char *string)
{
	size_t i = 0;

	while (i < s.len && string[i] != '\0' && string[i] == s.ptr[i])
		i++;
	return i == s.len && string[i] == '\0';
}

/** Whether `s` starts with the string. */
static inline bool tx_slice_opens(telex_slice s, const char *string)
{
	size_t i = 0;

	while (i < s.len && string[i] != '\0' && string[i] == s.ptr[i])
		i++;
	return string[i] == '\0';
}

/** Whether `s` is one of the strings of a NULL-terminated list. */
static inline bool tx_slice_in(telex_slice s, const char *const *list)
{
	for (; *list != NULL; list++) {
		if (tx_slice_is(s, *list))
			return true;
	}
	return false;
}

/** tx_trim() where there may be something to trim. */
telex_slice tx_trim_blanks(telex_slice s);

/** Blanks (space, tab, control characters, U+00A0) off both ends. */
static inline telex_slice tx_trim(telex_slice s)
{
	unsigned char first = s.len > 0 ? (unsigned char)s.ptr[0] : ' ';
	unsigned char last = s.len > 0 ? (unsigned char)s.ptr[s.len - 1] : ' ';
	bool trimmed = first > ' ' && first != 0x7f && first != 0xc2 && last > ' ' &&
		       last != 0x7f && last != 0xa0;

	return trimmed ? s : tx_trim_blanks(s);
}

/** Split at the first byte `separator`; without it `head` is all of `s`. */
struct tx_cut tx_cut(telex_slice s, char separator);

/** tx_slice_starts_nocase() where the first bytes may agree and `s` is long enough. */
bool tx_slice_agrees_nocase(telex_slice s, telex_slice prefix);

/** Starts with `prefix` when ASCII case is ignored. */
static inline bool tx_slice_starts_nocase(telex_slice s, telex_slice prefix)
{
	if (s.len < prefix.len || prefix.len == 0)
		return prefix.len == 0;
	/* A letter's cases differ in one bit. */
	return ((s.ptr[0] ^ prefix.ptr[0]) & ~0x20) == 0 && tx_slice_agrees_nocase(s, prefix);
}

/** Equal when ASCII case is ignored. */
static inline bool tx_slice_eq_nocase(telex_slice a, telex_slice b)
{
	return a.len == b.len && tx_slice_starts_nocase(a, b);
}

/** Order by bytes: below 0, 0, above 0 as memcmp(); the shorter of two that begin alike is first.
 */
int tx_slice_order(telex_slice a, telex_slice b);

/** Offset of the first `needle` in `s`, or `s.len` when none is found. */
size_t tx_slice_find(telex_slice s, telex_slice needle);

#endif
