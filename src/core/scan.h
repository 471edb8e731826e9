/* Taking text apart from its start: digits, classes of characters, lines; and the rows of constant
 * tables, counted and searched. */
#ifndef TX_CORE_SCAN_H
#define TX_CORE_SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "core/ascii.h"
#include "core/slice.h"

/** The number of elements of an array. */
#define TX_COUNT(array) (sizeof(array) / sizeof((array)[0]))

/** The initializer of a slice in a constant table; elsewhere TX_LIT(). */
#define TX_SLICE(literal)                                                                          \
	{                                                                                          \
		(literal), sizeof(literal) - 1                                                     \
	}

/** Length of the characters of `classes` (enum tx_char_class) at the start of `s`. */
static inline size_t tx_count_class(telex_slice s, unsigned classes)
{
	size_t len = 0;

	while (len < s.len && tx_char_is(s.ptr[len], classes))
		len++;
	return len;
}

/** Length of the digits at the start of `s`. */
static inline size_t tx_count_digits(telex_slice s)
{
	size_t len = 0;

	while (len < s.len && tx_is_digit(s.ptr[len]))
		len++;
	return len;
}

/** `s` without the characters of `classes` at its start. */
static inline telex_slice tx_skip_class(telex_slice s, unsigned classes)
{
	return tx_slice_skip(s, tx_count_class(s, classes));
}

/** The characters of `classes` at the start of `*rest`, which then begins after them. */
static inline telex_slice tx_take_class(telex_slice *rest, unsigned classes)
{
	telex_slice taken = tx_slice_take(*rest, tx_count_class(*rest, classes));

	*rest = tx_slice_skip(*rest, taken.len);
	return taken;
}

/** Whether a text holds nothing but blanks and line ends. */
static inline bool tx_is_blank(telex_slice s)
{
	return tx_trim(s).len == 0;
}

/** The number that the two digits at `digits` are. */
static inline unsigned tx_two_digits(const char *digits)
{
	return (unsigned)(digits[0] - '0') * 10 + (unsigned)(digits[1] - '0');
}

/** The number that a text of nothing but digits is: at most nine of them, or it wraps. */
static inline unsigned tx_digits_number(telex_slice digits)
{
	unsigned value = 0;

	for (size_t i = 0; i < digits.len; i++)
		value = value * 10 + (unsigned)(digits.ptr[i] - '0');
	return value;
}

/** Offset of the first `byte` in [from, to) of `s`, or `to`. */
static inline size_t tx_find_byte(telex_slice s, size_t from, size_t to, char byte)
{
	const char *at = from < to ? memchr(s.ptr + from, byte, to - from) : NULL;

	return at == NULL ? to : (size_t)(at - s.ptr);
}

/** The first line of `*rest` without its end (LF, CR or CR LF); `*rest` then begins after it. */
static inline telex_slice tx_take_line(telex_slice *rest)
{
	telex_slice line = *rest;
	size_t len = 0;

	while (len < line.len && !tx_char_is(line.ptr[len], TX_CHAR_NEWLINE))
		len++;
	bool pair = len + 1 < line.len && line.ptr[len] == '\r' && line.ptr[len + 1] == '\n';
	*rest = tx_slice_skip(line, len + 1 + pair);
	return tx_slice_take(line, len);
}

/** The row whose text is `key`, or NULL, in a table of `count` rows of `size` bytes that are sorted
 *  by the string to which their first member points. */
const void *tx_find_row(const void *rows, size_t count, size_t size, telex_slice key);

/** tx_find_row() in a table whose rows begin with the string itself. */
const void *tx_find_text_row(const void *rows, size_t count, size_t size, telex_slice key);

#endif
