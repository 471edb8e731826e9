/* UTF-8 as RFC 3629 defines it: no overlong forms, no surrogates, nothing above U+10FFFF.  Runs of
 * ASCII are passed sixteen bytes at a time.  Case is known for the scripts that datelines and names
 * come in. */
#include "core/utf8.h"

#include <stdarg.h>
#include <stdio.h>

#include "core/scan.h"
#include "core/block.h"

#define GROUP ((size_t)4 * TX_BLOCK)

static bool is_tail(unsigned char c)
{
	return (c & 0xc0) == 0x80;
}

static size_t three(const unsigned char *p, size_t len, uint32_t *ret_char)
{
	if (len < 3 || !is_tail(p[1]) || !is_tail(p[2]))
		return 0;
	*ret_char = (uint32_t)(p[0] & 0x0f) << 12 | (uint32_t)(p[1] & 0x3f) << 6 | (p[2] & 0x3f);
	return *ret_char < 0x800 || (*ret_char >= 0xd800 && *ret_char <= 0xdfff) ? 0 : 3;
}

static size_t four(const unsigned char *p, size_t len, uint32_t *ret_char)
{
	if (len < 4 || !is_tail(p[1]) || !is_tail(p[2]) || !is_tail(p[3]))
		return 0;
	*ret_char = (uint32_t)(p[0] & 0x07) << 18 | (uint32_t)(p[1] & 0x3f) << 12 |
		    (uint32_t)(p[2] & 0x3f) << 6 | (p[3] & 0x3f);
	return *ret_char < 0x10000 || *ret_char > 0x10ffff ? 0 : 4;
}

/* Length of the valid character at `p`, 0 when it is not one. */
static size_t decode(const unsigned char *p, size_t len, uint32_t *ret_char)
{
	if (p[0] < 0x80) {
		*ret_char = p[0];
		return 1;
	}
	if (p[0] < 0xc2 || p[0] > 0xf4)
		return 0;
	if (p[0] >= 0xf0)
		return four(p, len, ret_char);
	if (p[0] >= 0xe0)
		return three(p, len, ret_char);
	if (len < 2 || !is_tail(p[1]))
		return 0;
	*ret_char = (uint32_t)(p[0] & 0x1f) << 6 | (p[1] & 0x3f);
	return 2;
}

static bool four_are_ascii(const char *p)
{
	tx_block first = tx_mark_or(tx_block_load(p), tx_block_load(p + TX_BLOCK));
	tx_block last =
		tx_mark_or(tx_block_load(p + 2 * TX_BLOCK), tx_block_load(p + 3 * TX_BLOCK));

	return tx_block_high(tx_mark_or(first, last)) == 0;
}

static size_t skip_ascii(const char *p, size_t at, size_t len)
{
	while (len - at >= GROUP && four_are_ascii(p + at))
		at += GROUP;
	for (; len - at >= TX_BLOCK; at += TX_BLOCK) {
		unsigned high = tx_block_high(tx_block_load(p + at));
		if (high != 0)
			return at + tx_mask_first(high);
	}
	while (at < len && (unsigned char)p[at] < 0x80)
		at++;
	return at;
}

size_t tx_utf8_ascii(telex_slice s)
{
	return skip_ascii(s.ptr, 0, s.len);
}

/* First bytes whose second one has bounds of its own, or that no character has. */
static unsigned odd_leads(tx_block block)
{
	tx_block overlong = tx_mark_or(tx_mark_equal(block, '\xc0'), tx_mark_equal(block, '\xc1'));
	tx_block bounded = tx_mark_or(tx_mark_equal(block, '\xe0'), tx_mark_equal(block, '\xed'));

	return tx_mark_bits(tx_mark_or(tx_mark_or(overlong, bounded), tx_mark_from(block, 0xf0)));
}

/* Whether a group of blocks holds characters of up to three bytes and nothing else.  `*due` marks
 * the bytes after its start, and then after its end, that a character lacks.  Where letters with
 * accents stand cannot be foretold: there is no branch for them. */
static bool is_regular(const char *p, unsigned *due)
{
	unsigned wrong = 0;

	for (size_t at = 0; at < GROUP; at += TX_BLOCK) {
		tx_block block = tx_block_load(p + at);
		unsigned leads = tx_mark_bits(tx_mark_from(block, 0xc0));
		unsigned wanted = *due | leads << 1 | tx_mark_bits(tx_mark_from(block, 0xe0)) << 2;
		wrong |= (wanted & 0xffff) ^ (tx_block_high(block) & ~leads);
		wrong |= odd_leads(block);
		*due = wanted >> TX_BLOCK;
	}
	return wrong == 0;
}

/* Where the character begins of which bytes up to `at` were read. */
static size_t character_start(const unsigned char *p, size_t at)
{
	while (is_tail(p[at - 1]))
		at--;
	return at - 1;
}

/* Character by character up to `to` or after it; false at the first that is not one. */
static bool check_slowly(telex_slice s, size_t *at, size_t to)
{
	uint32_t c;

	while (*at < to) {
		size_t len = decode((const unsigned char *)s.ptr + *at, s.len - *at, &c);
		if (len == 0)
			return false;
		*at += len;
	}
	return true;
}

size_t tx_utf8_check(telex_slice s)
{
	const unsigned char *p = (const unsigned char *)s.ptr;
	unsigned due = 0;
	size_t at = 0;

	while (s.len - at >= GROUP) {
		unsigned before = due;
		if ((due == 0 && four_are_ascii(s.ptr + at)) || is_regular(s.ptr + at, &due)) {
			at += GROUP;
			continue;
		}
		size_t end = at + GROUP;
		at = before == 0 ? at : character_start(p, at);
		if (!check_slowly(s, &at, end))
			return at;
		due = 0;
	}
	at = due == 0 ? at : character_start(p, at);
	check_slowly(s, &at, s.len);
	return at;
}

size_t tx_utf8_decode(telex_slice s, uint32_t *ret_char)
{
	size_t len = decode((const unsigned char *)s.ptr, s.len, ret_char);

	if (len > 0)
		return len;
	*ret_char = 0xfffd;
	return 1;
}

size_t tx_utf8_decode_last(telex_slice s, uint32_t *ret_char)
{
	size_t back = 1;

	while (back < 4 && back < s.len && is_tail((unsigned char)s.ptr[s.len - back]))
		back++;
	if (tx_utf8_decode(tx_slice_skip(s, s.len - back), ret_char) == back)
		return back;
	*ret_char = 0xfffd;
	return 1;
}

size_t tx_utf8_encode(uint32_t c, char *out)
{
	if (c < 0x80) {
		out[0] = (char)c;
		return 1;
	}
	if (c < 0x800) {
		out[0] = (char)(0xc0 | c >> 6);
		out[1] = (char)(0x80 | (c & 0x3f));
		return 2;
	}
	if (c < 0x10000) {
		out[0] = (char)(0xe0 | c >> 12);
		out[1] = (char)(0x80 | (c >> 6 & 0x3f));
		out[2] = (char)(0x80 | (c & 0x3f));
		return 3;
	}
	out[0] = (char)(0xf0 | c >> 18);
	out[1] = (char)(0x80 | (c >> 12 & 0x3f));
	out[2] = (char)(0x80 | (c >> 6 & 0x3f));
	out[3] = (char)(0x80 | (c & 0x3f));
	return 4;
}

size_t tx_utf8_count(telex_slice s)
{
	size_t count = 0;
	uint32_t c;

	for (size_t at = 0; at < s.len; count++)
		at += tx_utf8_decode(tx_slice_skip(s, at), &c);
	return count;
}

/* Where the lower case of a range of capitals is: that many code points further on, or, with 1,
 * capitals and small letters take turns, the capital being the even or (odd) the odd one. */
struct case_range {
	uint32_t first, last; /* of the capitals, or of the pairs */
	uint32_t shift;
	bool odd;
};

static const struct case_range ranges[] = {
	{'A', 'Z', 32, false},      {0xc0, 0xd6, 32, false},   {0xd8, 0xde, 32, false},
	{0x100, 0x137, 1, false},   {0x139, 0x148, 1, true},   {0x14a, 0x177, 1, false},
	{0x179, 0x17e, 1, true},    {0x1cd, 0x1dc, 1, true},   {0x1de, 0x1ef, 1, false},
	{0x1f8, 0x21f, 1, false},   {0x222, 0x233, 1, false},  {0x391, 0x3a1, 32, false},
	{0x3a3, 0x3ab, 32, false},  {0x400, 0x40f, 80, false}, {0x410, 0x42f, 32, false},
	{0x460, 0x481, 1, false},   {0x48a, 0x4bf, 1, false},  {0x1e00, 0x1e95, 1, false},
	{0x1ea0, 0x1eff, 1, false},
};

static bool is_capital_of(const struct case_range *range, uint32_t c)
{
	return range->shift != 1 || (c & 1) == (range->odd ? 1U : 0U);
}

/* The range with `c` among its capitals (or pairs). */
static const struct case_range *find_range(uint32_t c)
{
	for (size_t i = 0; i < TX_COUNT(ranges); i++) {
		if (c < ranges[i].first)
			return NULL;
		if (c <= ranges[i].last)
			return &ranges[i];
	}
	return NULL;
}

bool tx_char_is_upper(uint32_t c)
{
	if (c < 0x80)
		return c >= 'A' && c <= 'Z';
	const struct case_range *range = find_range(c);
	return c == 0x178 || (range != NULL && is_capital_of(range, c));
}

bool tx_char_is_lower(uint32_t c)
{
	if (c < 0x80)
		return c >= 'a' && c <= 'z';
	const struct case_range *range = find_range(c);
	if (range != NULL)
		return !is_capital_of(range, c);
	return (c >= 0xdf && c <= 0xff && c != 0xf7) || c == 0x138 || c == 0x149 || c == 0x17f ||
	       (c >= 0x3ac && c <= 0x3ce) || (c >= 0x430 && c <= 0x45f);
}

uint32_t tx_char_to_lower(uint32_t c)
{
	const struct case_range *range = find_range(c);

	if (c == 0x178)
		return 0xff;
	return range != NULL && is_capital_of(range, c) ? c + range->shift : c;
}

telex_slice tx_utf8_take(telex_slice s, size_t max)
{
	while (s.len > max && max > 0 && is_tail((unsigned char)s.ptr[max]))
		max--;
	return tx_slice_take(s, max);
}

size_t tx_utf8_printf(char *out, size_t size, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	vsnprintf(out, size, format, args);
	va_end(args);
	size_t len = tx_utf8_check(tx_slice_of(out));
	out[len] = '\0';
	return len;
}

bool tx_char_is_letter(uint32_t c)
{
	if (c < 0x80)
		return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
	if (c < 0x250)
		return c >= 0xc0 ? c != 0xd7 && c != 0xf7 : c == 0xaa || c == 0xba;
	bool punctuation = (c >= 0x2000 && c <= 0x2bff) || (c >= 0x3000 && c <= 0x3004) ||
			   (c >= 0xff01 && c <= 0xff20);
	return !punctuation && c < 0xe000
		       ? true
		       : c >= 0xf900 && c != 0xfeff && c != 0xfffd && !punctuation;
}

bool tx_char_is_space(uint32_t c)
{
	return c == ' ' || c == '\t' || c == 0x85 || c == 0xa0 || c == 0x1680 ||
	       (c >= 0x2000 && c <= 0x200b) || c == 0x202f || c == 0x205f || c == 0x3000 ||
	       c == 0xfeff;
}
