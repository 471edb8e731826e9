/* Character references as browsers read them (WHATWG HTML, section 13.2.5.72): names of HTML 4,
 * and numbers, of which 128 to 159 are those of windows-1252.  Left out: the other names of HTML5,
 * and numbers of no character, which stay as they are written. */
#include "reader/html_reference.h"

#include "core/scan.h"
#include "core/ascii.h"
#include "core/utf8.h"

#define NAME_MAX_LEN 8
#define DIGITS_MAX   32

static const struct name {
	char name[NAME_MAX_LEN + 1];
	uint16_t value;
} names[] = {
#include "reader/html_names.def"
};

/* What the numbers of control characters mean: those of windows-1252.  0: no character. */
static uint32_t char_of_number(uint32_t c)
{
	static const uint16_t high[32] = {0x20ac, 0,      0x201a, 0x192,  0x201e, 0x2026, 0x2020,
					  0x2021, 0x2c6,  0x2030, 0x160,  0x2039, 0x152,  0,
					  0x17d,  0,      0,      0x2018, 0x2019, 0x201c, 0x201d,
					  0x2022, 0x2013, 0x2014, 0x2dc,  0x2122, 0x161,  0x203a,
					  0x153,  0,      0x17e,  0x178};

	if (c >= 0x80 && c < 0xa0)
		return high[c - 0x80];
	bool control = c < 0x20 && c != '\t' && c != '\n' && c != '\r';
	return control || c > 0x10ffff || (c >= 0xd800 && c <= 0xdfff) ? 0 : c;
}

static size_t read_number(telex_slice s, uint32_t *ret_char)
{
	bool hex = s.len > 2 && (s.ptr[2] == 'x' || s.ptr[2] == 'X');
	size_t start = 2U + hex, at = start;
	uint32_t c = 0;

	for (; at < s.len && at < DIGITS_MAX; at++) {
		char digit = tx_lower(s.ptr[at]);
		bool letter = hex && digit >= 'a' && digit <= 'f';
		if (!tx_is_digit(digit) && !letter)
			break;
		uint32_t value = (uint32_t)(letter ? digit - 'a' + 10 : digit - '0');
		c = c < 0x110000 ? c * (hex ? 16 : 10) + value : c;
	}
	c = char_of_number(c);
	if (at == start || c == 0)
		return 0;
	*ret_char = c;
	return at + (at < s.len && s.ptr[at] == ';');
}

static const struct name *find_name(telex_slice name)
{
	for (size_t low = 0, high = TX_COUNT(names); low < high;) {
		size_t middle = low + (high - low) / 2;
		int order = tx_slice_order(name, tx_slice_of(names[middle].name));
		if (order == 0)
			return &names[middle];
		if (order > 0)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

static size_t read_name(telex_slice s, uint32_t *ret_char)
{
	size_t len = 0;

	while (len + 1 < s.len && len <= NAME_MAX_LEN &&
	       (tx_is_alpha(s.ptr[len + 1]) || tx_is_digit(s.ptr[len + 1])))
		len++;
	if (len == 0 || len > NAME_MAX_LEN)
		return 0;
	bool closed = len + 1 < s.len && s.ptr[len + 1] == ';';
	const struct name *known = find_name(tx_slice(s.ptr + 1, len));
	if (known == NULL || (!closed && known->value > 0xff))
		return 0;
	*ret_char = known->value;
	return len + 1 + closed;
}

size_t tx_html_reference(telex_slice s, uint32_t *ret_char)
{
	return s.len > 1 && s.ptr[1] == '#' ? read_number(s, ret_char) : read_name(s, ret_char);
}

void tx_html_decode(struct tx_buffer *out, telex_slice text)
{
	while (text.len > 0) {
		const char *at = memchr(text.ptr, '&', text.len);
		size_t plain = at == NULL ? text.len : (size_t)(at - text.ptr);
		uint32_t c;
		char bytes[4];

		tx_buffer_append(out, text.ptr, plain);
		text = tx_slice_skip(text, plain);
		if (text.len == 0)
			return;
		size_t len = tx_html_reference(text, &c);
		if (len == 0)
			tx_buffer_byte(out, '&');
		else
			tx_buffer_append(out, bytes, tx_utf8_encode(c, bytes));
		text = tx_slice_skip(text, len == 0 ? 1 : len);
	}
}
