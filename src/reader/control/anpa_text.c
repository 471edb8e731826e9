/* The coding of text in ANPA-1312 (as AP writes it): grave accents and apostrophes are quotation
 * marks, an underscore between blanks is a dash, a brace after a digit one half; the space band
 * and fixed spaces are blanks, kill-word takes the word before it back, other control characters of
 * typesetting are gone. */
#include "core/ascii.h"
#include "core/block.h"
#include "reader/control/anpa.h"

#define DLE 0x10
#define CAN 0x18
#define DEL 0x7f

static unsigned special_mask(const char *bytes)
{
	tx_block block = tx_block_load(bytes);
	tx_block quotes = tx_mark_or(tx_mark_equal(block, '`'), tx_mark_equal(block, '\''));
	tx_block marks = tx_mark_or(tx_mark_equal(block, '_'), tx_mark_equal(block, '{'));
	tx_block controls = tx_mark_or(tx_mark_control(block), tx_mark_equal(block, DEL));

	return tx_mark_bits(tx_mark_or(tx_mark_or(quotes, marks), controls));
}

static bool is_special(char c)
{
	return (unsigned char)c < ' ' || c == '`' || c == '\'' || c == '_' || c == '{' || c == DEL;
}

static size_t next_special(telex_slice s, size_t at)
{
	for (; at + TX_BLOCK <= s.len; at += TX_BLOCK) {
		unsigned mask = special_mask(s.ptr + at);
		if (mask != 0)
			return at + tx_mask_first(mask);
	}
	while (at < s.len && !is_special(s.ptr[at]))
		at++;
	return at;
}

static bool blank_at(telex_slice s, size_t at)
{
	return at >= s.len || tx_char_is(s.ptr[at], TX_CHAR_BLANK | TX_CHAR_NEWLINE);
}

static bool letter_at(telex_slice s, size_t at)
{
	return at < s.len &&
	       tx_char_is(s.ptr[at], TX_CHAR_UPPER | TX_CHAR_LOWER | TX_CHAR_DIGIT | TX_CHAR_HIGH);
}

static size_t put_opening(struct tx_buffer *out, telex_slice s, size_t at, bool *quoted)
{
	bool pair = at + 1 < s.len && s.ptr[at + 1] == '`';

	tx_buffer_append(out, pair ? "\xe2\x80\x9c" : "\xe2\x80\x98", 3);
	*quoted |= !pair;
	return pair ? 2 : 1;
}

/* Of three apostrophes the first closes what is inside the double quotation marks. */
static size_t put_closing(struct tx_buffer *out, telex_slice s, size_t at, bool *quoted)
{
	bool pair = at + 1 < s.len && s.ptr[at + 1] == '\'';
	bool triple = pair && at + 2 < s.len && s.ptr[at + 2] == '\'';

	if (pair && !(triple && *quoted)) {
		tx_buffer_lit(out, "\xe2\x80\x9d");
		return 2;
	}
	if (*quoted && !letter_at(s, at + 1)) {
		tx_buffer_lit(out, "\xe2\x80\x99");
		*quoted = false;
	} else {
		tx_buffer_byte(out, '\'');
	}
	return 1;
}

static void put_dash(struct tx_buffer *out, telex_slice s, size_t at)
{
	if ((at == 0 || blank_at(s, at - 1)) && blank_at(s, at + 1))
		tx_buffer_lit(out, "\xe2\x80\x94");
	else
		tx_buffer_byte(out, '_');
}

/* "7{" is seven and a half, "{" alone in a cell half a game. */
static void put_half(struct tx_buffer *out, telex_slice s, size_t at)
{
	if (at > 0 ? tx_is_digit(s.ptr[at - 1]) : blank_at(s, 1))
		tx_buffer_lit(out, "\xc2\xbd");
	else
		tx_buffer_byte(out, '{');
}

/* One blank, however many stand together. */
static void put_blank(struct tx_buffer *out, telex_slice s, size_t at)
{
	bool behind_blank = out->len > 0 && out->data[out->len - 1] == ' ';

	if (!behind_blank && !blank_at(s, at + 1))
		tx_buffer_byte(out, ' ');
}

static void kill_word(struct tx_buffer *out, size_t floor)
{
	while (out->len > floor && out->data[out->len - 1] == ' ')
		out->len--;
	while (out->len > floor && out->data[out->len - 1] != ' ')
		out->len--;
}

/* What the special character at `at` represents; returns how many bytes it takes. */
static size_t put_special(struct tx_buffer *out, telex_slice s, size_t at, size_t floor,
			  bool *quoted)
{
	switch (s.ptr[at]) {
	case '`':
		return put_opening(out, s, at, quoted);
	case '\'':
		return put_closing(out, s, at, quoted);
	case '_':
		put_dash(out, s, at);
		return 1;
	case '{':
		put_half(out, s, at);
		return 1;
	case '\t':
	case '\n':
	case '\r':
	case DLE:
	case TX_ANPA_RS:
	case TX_ANPA_US:
		put_blank(out, s, at);
		return 1;
	case CAN:
		kill_word(out, floor);
		return 1;
	default:
		return 1;
	}
}

void tx_anpa_decode(struct tx_buffer *out, telex_slice text, bool *quoted)
{
	size_t floor = out->len, start = 0, at;

	while ((at = next_special(text, start)) < text.len) {
		tx_buffer_append(out, text.ptr + start, at - start);
		start = at + put_special(out, text, at, floor, quoted);
	}
	if (start < text.len)
		tx_buffer_append(out, text.ptr + start, text.len - start);
}
