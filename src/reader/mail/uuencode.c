/* Uuencoded text (POSIX, uuencode): "begin MODE NAME", lines that say their length, "end".  What
 * is before, between and after is kept as it is, and so is a line that is not valid code.  Left
 * out: the mode and the name. */
#include "core/ascii.h"
#include "reader/mail/header.h"
#include "reader/mail/transfer.h"

#define LOST_MAX 3 /* blanks that a transport may have cut off a line's end */

static bool is_begin(telex_slice line)
{
	size_t digits = 0;

	if (!tx_slice_starts(line, TX_LIT("begin ")))
		return false;
	line = tx_slice_skip(line, sizeof("begin ") - 1);
	while (digits < line.len && line.ptr[digits] >= '0' && line.ptr[digits] <= '7')
		digits++;
	return (digits == 3 || digits == 4) && digits < line.len && line.ptr[digits] == ' ';
}

/* The six bits at `at`; beyond the end are blanks. */
static uint32_t bits_at(telex_slice line, size_t at)
{
	return at < line.len ? ((uint32_t)(unsigned char)line.ptr[at] - ' ') & 63 : 0;
}

/* Decode a line that says it holds `bytes`; false when it does not. */
static bool decode_line(telex_slice line, struct tx_buffer *out)
{
	size_t bytes = line.len > 0 ? bits_at(line, 0) : 0, wanted = 1 + (bytes + 2) / 3 * 4;

	for (size_t i = 0; i < line.len; i++) {
		if (line.ptr[i] < ' ' || line.ptr[i] > '`')
			return false;
	}
	/* Some add a sum at the end. */
	if (line.len + LOST_MAX < wanted || line.len > wanted + 1)
		return false;
	for (size_t at = 1; bytes > 0; at += 4) {
		uint32_t group = bits_at(line, at) << 18 | bits_at(line, at + 1) << 12 |
				 bits_at(line, at + 2) << 6 | bits_at(line, at + 3);
		for (int shift = 16; shift >= 0 && bytes > 0; shift -= 8, bytes--)
			tx_buffer_byte(out, (char)(group >> shift));
	}
	return true;
}

bool tx_mail_uuencoded(telex_slice text, struct tx_buffer *out)
{
	bool good = true, found = false, inside = false;

	while (text.len > 0) {
		telex_slice line = tx_mail_line(&text);
		bool end = inside && tx_slice_is(tx_trim(line), "end");
		bool begin = !inside && is_begin(line);
		found |= begin;
		if (begin || end) {
			inside = begin;
		} else if (!inside || !decode_line(line, out)) {
			good &= !inside;
			tx_buffer_slice(out, line);
			tx_buffer_byte(out, '\n');
		}
	}
	return good && found && !inside;
}
