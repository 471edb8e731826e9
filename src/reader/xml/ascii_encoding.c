/* A character of two to four bytes is written as DEL and a digit for each of its bytes: of the
 * first byte its distance from 0xc2, of the others their six bits.  DEL itself, and characters that
 * are markup in text, are DEL and a sign. */
#include "reader/xml/ascii_encoding.h"

#include "core/block.h"
#include "core/utf8.h"

#define MARK        TX_XML_ASCII_MARK
#define MARK_ITSELF '!'
#define LEAD_MIN    0xc2U
#define LEAD_MAX    0xf4U
#define LEAD_LEFT   8 /* the digit of a first byte is still to come */

/* Six bits as a character that means nothing to XML, wherever it is: '0', '1', and those from
 * '@' to '~' without ']'. */
static char digit_of(unsigned value)
{
	return (char)(value < 2 ? '0' + value : '>' + value + (value >= ']' - '>'));
}

static unsigned value_of(char digit)
{
	return (unsigned)digit - (digit < '@' ? '0' : '>') - (digit > ']');
}

/* Bytes after a first one. */
static unsigned bytes_after(unsigned lead)
{
	return lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
}

/* U+FFFE and U+FFFF are for libxml2 to refuse. */
static bool is_encoded(const char *p, const char *end)
{
	unsigned lead = (unsigned char)p[0];

	if (lead < LEAD_MIN || lead > LEAD_MAX || (size_t)(end - p) <= bytes_after(lead))
		return false;
	return lead != 0xef || p[1] != '\xbf' || (unsigned char)p[2] < 0xbe;
}

/* What a sign after DEL is for; NUL: it is a digit. */
static char char_of_sign(char sign)
{
	switch (sign) {
	case '!':
		return MARK;
	case '(':
		return '<';
	case ')':
		return '&';
	case '*':
		return ']';
	default:
		return '\0';
	}
}

static char sign_of(char c)
{
	return (char)(c == MARK ? '!' : c == '<' ? '(' : c == '&' ? ')' : c == ']' ? '*' : '\0');
}

const char *tx_xml_ascii_encode(const char *p, const char *end, bool all, char **out)
{
	char *to = *out;

	if (*p == MARK || (all && sign_of(*p) != '\0')) {
		*to++ = MARK;
		*to++ = sign_of(*p++);
	} else if (!is_encoded(p, end)) {
		*to++ = *p++;
	} else {
		unsigned lead = (unsigned char)*p++;
		*to++ = MARK;
		*to++ = digit_of(lead - LEAD_MIN);
		for (unsigned left = bytes_after(lead); left > 0; left--)
			*to++ = digit_of((unsigned char)*p++ & 0x3fU);
	}
	*out = to;
	return p;
}

/* What is after "&#". */
static bool is_mark_number(telex_slice s)
{
	bool hex = s.len > 0 && s.ptr[0] == 'x';

	s = tx_slice_skip(s, hex);
	while (s.len > 0 && s.ptr[0] == '0')
		s = tx_slice_skip(s, 1);
	return hex ? tx_slice_starts_nocase(s, TX_LIT("7f;")) : tx_slice_starts(s, TX_LIT("127;"));
}

/* A reference to DEL would be taken for an encoded character. */
static bool refers_to_mark(telex_slice document)
{
	const char *p = document.ptr, *end = p + document.len;

	while (p < end && (p = memchr(p, '&', (size_t)(end - p))) != NULL) {
		p++;
		if (p < end && *p == '#' && is_mark_number(tx_slice(p + 1, (size_t)(end - p) - 1)))
			return true;
	}
	return false;
}

bool tx_xml_can_encode(telex_slice document)
{
	return !refers_to_mark(document);
}

/* The digit at `p` that the character at hand goes on with. */
static char decode_digit(struct tx_xml_ascii_decoder *decoder, char digit)
{
	if (decoder->left != LEAD_LEFT) {
		decoder->left--;
		return (char)(0x80 | value_of(digit));
	}
	char c = char_of_sign(digit);
	if (c != '\0') {
		decoder->left = 0;
		return c;
	}
	unsigned lead = LEAD_MIN + value_of(digit);
	decoder->left = bytes_after(lead);
	return (char)lead;
}

/* Length of what is not encoded at the start. */
static size_t plain_len(telex_slice s)
{
	size_t at = 0;

	for (; s.len - at >= TX_BLOCK; at += TX_BLOCK) {
		unsigned marks = tx_block_equal(tx_block_load(s.ptr + at), MARK);
		if (marks != 0)
			return at + tx_mask_first(marks);
	}
	while (at < s.len && s.ptr[at] != MARK)
		at++;
	return at;
}

/* What is not encoded at `p`, copied; a block after it may be written too. */
static const char *copy_plain(const char *p, const char *end, char **out)
{
	char *to = *out;

	while (end - p >= TX_BLOCK) {
		tx_block block = tx_block_load(p);
		unsigned marks = tx_block_equal(block, MARK);
		unsigned len = marks == 0 ? TX_BLOCK : tx_mask_first(marks);
		tx_block_store(to, block);
		p += len;
		to += len;
		if (marks != 0) {
			*out = to;
			return p;
		}
	}
	if (end - p >= 8 && tx_word_equal(tx_word_load(p), MARK) == 0) {
		memcpy(to, p, 8);
		p += 8;
		to += 8;
	}
	while (p < end && *p != MARK)
		*to++ = *p++;
	*out = to;
	return p;
}

/* The portion from `p` on, to `out`; its length. */
static size_t decode_into(struct tx_xml_ascii_decoder *decoder, telex_slice portion, char *out)
{
	const char *p = portion.ptr, *end = p + portion.len, *start = out;

	while (p < end) {
		if (decoder->left > 0) {
			*out++ = decode_digit(decoder, *p++);
			continue;
		}
		p = copy_plain(p, end, &out);
		if (p < end) {
			decoder->left = LEAD_LEFT;
			p++;
		}
	}
	return (size_t)(out - start);
}

telex_slice tx_xml_ascii_decode(struct tx_xml_ascii_decoder *decoder, telex_slice portion)
{
	struct tx_buffer *text = &decoder->text;

	if (decoder->left == 0 && plain_len(portion) == portion.len)
		return portion;
	text->len = 0;
	if (!tx_buffer_reserve(text, portion.len + TX_BLOCK))
		return (telex_slice){NULL, 0};
	return tx_slice(text->data, decode_into(decoder, portion, text->data));
}

telex_slice tx_xml_ascii_decode_whole(telex_slice value, struct tx_arena *arena, bool *failed)
{
	struct tx_xml_ascii_decoder decoder = {.left = 0};

	if (plain_len(value) == value.len)
		return value;
	char *out = tx_arena_alloc(arena, value.len + TX_BLOCK);
	if (out == NULL) {
		*failed = true;
		return value;
	}
	size_t len = decode_into(&decoder, value, out);
	tx_arena_trim(arena, out, len);
	return tx_slice(out, len);
}
