/* The coding of text in ANPA-1312 (formats of AP and those who write like it): grave accents and
 * pairs of apostrophes are quotation marks, an underscore between blanks is a dash, a brace behind
 * a digit one half; control characters of typesetting are gone, the space band is a blank. */
#include "core/ascii.h"
#include "reader/control/control.h"

#define DLE 0x10

static bool is_special(char c)
{
	return (unsigned char)c < ' ' || c == '`' || c == '\'' || c == '_' || c == '{' || c == 0x7f;
}

static bool blank_at(telex_slice s, size_t at)
{
	return at >= s.len || s.ptr[at] == ' ' || s.ptr[at] == '\t' || s.ptr[at] == '\n' ||
	       s.ptr[at] == '\r';
}

/* What the special character at `at` stands for; returns how many bytes it takes. */
static size_t put_special(struct tx_buffer *out, telex_slice s, size_t at)
{
	bool pair = at + 1 < s.len && s.ptr[at + 1] == s.ptr[at];

	switch (s.ptr[at]) {
	case '`':
		tx_buffer_append(out, pair ? "\xe2\x80\x9c" : "\xe2\x80\x98", 3);
		return pair ? 2 : 1;
	case '\'':
		if (pair)
			tx_buffer_append(out, "\xe2\x80\x9d", 3);
		else
			tx_buffer_byte(out, '\'');
		return pair ? 2 : 1;
	case '_':
		if ((at == 0 || blank_at(s, at - 1)) && blank_at(s, at + 1))
			tx_buffer_append(out, "\xe2\x80\x94", 3);
		else
			tx_buffer_byte(out, '_');
		return 1;
	case '{':
		if (at > 0 && (tx_is_digit(s.ptr[at - 1]) || s.ptr[at - 1] == ';'))
			tx_buffer_append(out, "\xc2\xbd", 2);
		else
			tx_buffer_byte(out, '{');
		return 1;
	case '\t':
	case '\n':
	case DLE:
		tx_buffer_byte(out, ' ');
		return 1;
	default:
		return 1;
	}
}

void tx_anpa_decode(struct tx_buffer *out, telex_slice text)
{
	size_t start = 0, at = 0;

	while (at < text.len) {
		if (!is_special(text.ptr[at])) {
			at++;
			continue;
		}
		tx_buffer_append(out, text.ptr + start, at - start);
		at += put_special(out, text, at);
		start = at;
	}
	tx_buffer_append(out, text.ptr + start, text.len - start);
}
