/* A value ends where its brackets do; strings are skipped by memchr() for their quotes. */
#include "reader/page/markup/json_scan.h"

#include "core/ascii.h"
#include "core/utf8.h"

static bool is_blank(char c)
{
	return (unsigned char)c <= ' ';
}

static telex_slice skip_blanks(telex_slice s)
{
	while (s.len > 0 && is_blank(s.ptr[0]))
		s = tx_slice_skip(s, 1);
	return s;
}

/* Bytes of the string at the start of `s`, with its quotes; all of it when it has no end. */
static size_t string_len(telex_slice s)
{
	size_t at = 1;

	while (at < s.len) {
		const char *quote = memchr(s.ptr + at, '"', s.len - at);
		if (quote == NULL)
			return s.len;
		size_t end = (size_t)(quote - s.ptr), escapes = 0;
		while (end - escapes > 1 && s.ptr[end - escapes - 1] == '\\')
			escapes++;
		at = end + 1;
		if (escapes % 2 == 0)
			return at;
	}
	return s.len;
}

static size_t brackets_len(telex_slice s)
{
	size_t open = 0, at = 0;

	while (at < s.len) {
		char c = s.ptr[at];
		if (c == '"') {
			at += string_len(tx_slice_skip(s, at));
			continue;
		}
		open += c == '{' || c == '[';
		open -= c == '}' || c == ']';
		at++;
		if (open == 0)
			return at;
	}
	return s.len;
}

telex_slice tx_json_scan_value(telex_slice json)
{
	telex_slice s = skip_blanks(json);
	size_t len = 0;

	if (s.len == 0)
		return s;
	if (s.ptr[0] == '"')
		return tx_slice_take(s, string_len(s));
	if (s.ptr[0] == '{' || s.ptr[0] == '[')
		return tx_slice_take(s, brackets_len(s));
	while (len < s.len && !is_blank(s.ptr[len]) && strchr(",}]:", s.ptr[len]) == NULL)
		len++;
	return tx_slice_take(s, len);
}

/* What follows an opening bracket, a comma or nothing. */
static telex_slice next_value(telex_slice *inside, char bracket)
{
	telex_slice s = skip_blanks(*inside), value;

	if (s.len > 0 && (s.ptr[0] == bracket || s.ptr[0] == ','))
		s = tx_slice_skip(s, 1);
	value = tx_json_scan_value(s);
	*inside =
		tx_slice_skip(s, value.len == 0 ? s.len : (size_t)(value.ptr - s.ptr) + value.len);
	return value;
}

bool tx_json_scan_member(telex_slice *inside, telex_slice *ret_key, telex_slice *ret_value)
{
	telex_slice key = next_value(inside, '{');

	if (key.len < 2 || key.ptr[0] != '"')
		return false;
	telex_slice s = skip_blanks(*inside);
	if (s.len == 0 || s.ptr[0] != ':')
		return false;
	*ret_key = tx_slice(key.ptr + 1, key.len - 2);
	*ret_value = tx_json_scan_value(tx_slice_skip(s, 1));
	*inside = tx_slice(ret_value->ptr + ret_value->len,
			   (size_t)(s.ptr + s.len - ret_value->ptr) - ret_value->len);
	return ret_value->len > 0;
}

bool tx_json_scan_item(telex_slice *inside, telex_slice *ret_value)
{
	*ret_value = next_value(inside, '[');
	return ret_value->len > 0;
}

telex_slice tx_json_scan_find(telex_slice object, const char *key)
{
	telex_slice inside = object, name, value;

	if (object.len == 0 || object.ptr[0] != '{')
		return TX_LIT("");
	while (tx_json_scan_member(&inside, &name, &value)) {
		if (tx_slice_is(name, key))
			return value;
	}
	return TX_LIT("");
}

static bool read_hex(telex_slice s, uint32_t *ret_unit)
{
	uint32_t unit = 0;

	if (s.len < 6 || s.ptr[0] != '\\' || s.ptr[1] != 'u')
		return false;
	for (size_t i = 2; i < 6; i++) {
		char digit = tx_lower(s.ptr[i]);
		bool letter = digit >= 'a' && digit <= 'f';
		if (!letter && !tx_is_digit(digit))
			return false;
		unit = unit * 16 + (uint32_t)(letter ? digit - 'a' + 10 : digit - '0');
	}
	*ret_unit = unit;
	return true;
}

/* The escape at the start of `s`; its length. */
static size_t put_escape(struct tx_buffer *out, telex_slice s)
{
	uint32_t c, low;
	char bytes[4];
	size_t len = 6;

	if (!read_hex(s, &c)) {
		char letter = s.len > 1 ? s.ptr[1] : '\\';
		bool blank = letter == 'n' || letter == 'r' || letter == 't' || letter == 'b' ||
			     letter == 'f';
		tx_buffer_byte(out, letter == 'n' ? '\n' : blank ? ' ' : letter);
		return s.len > 1 ? 2 : 1;
	}
	if (c >= 0xd800 && c < 0xdc00 && read_hex(tx_slice_skip(s, 6), &low) && low >= 0xdc00 &&
	    low < 0xe000) {
		c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
		len = 12;
	}
	if (c == 0 || (c >= 0xd800 && c < 0xe000))
		c = 0xfffd;
	tx_buffer_append(out, bytes, tx_utf8_encode(c, bytes));
	return len;
}

void tx_json_scan_text(struct tx_buffer *out, telex_slice value)
{
	if (value.len == 0 || value.ptr[0] != '"') {
		tx_buffer_slice(out, value);
		return;
	}
	telex_slice s = tx_slice_skip(value, 1);
	s.len -= s.len > 0 && s.ptr[s.len - 1] == '"';
	while (s.len > 0) {
		const char *escape = memchr(s.ptr, '\\', s.len);
		size_t plain = escape == NULL ? s.len : (size_t)(escape - s.ptr);
		tx_buffer_append(out, s.ptr, plain);
		s = tx_slice_skip(s, plain);
		if (s.len > 0)
			s = tx_slice_skip(s, put_escape(out, s));
	}
}
