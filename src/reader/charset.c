/* Recognising a dispatch's charset by its bytes, and making UTF-8 of it.
 *
 * Valid UTF-8 wins.  Bytes that are mostly valid multibyte characters are UTF-8 with damage: each
 * broken sequence becomes U+FFFD.  Everything else is a Western single-byte set: windows-1252 when
 * the C1 range is used, ISO-8859-15 when its euro or its letters stand where they make sense, else
 * ISO-8859-1. */
#include "reader/charset.h"

#include "core/ascii.h"
#include "core/utf8.h"
#include "core/scan.h"

#define REPLACEMENT "\xef\xbf\xbd"

/* windows-1252, 80-9F; 0: not assigned. */
static const uint16_t windows_1252[32] = {
	0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
	0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
	0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178,
};

/* Where ISO-8859-15 differs from ISO-8859-1. */
struct latin9_letter {
	unsigned char byte;
	uint16_t c;
};

static const struct latin9_letter latin9[] = {
	{0xa4, 0x20ac}, {0xa6, 0x0160}, {0xa8, 0x0161}, {0xb4, 0x017d},
	{0xb8, 0x017e}, {0xbc, 0x0152}, {0xbd, 0x0153}, {0xbe, 0x0178},
};

struct tx_bom tx_bom_find(telex_slice bytes)
{
	static const struct {
		const char *bytes;
		struct tx_bom bom;
	} boms[] = {
		{"\xff\xfe\0\0", {"UTF-32LE", 4}}, {"\0\0\xfe\xff", {"UTF-32BE", 4}},
		{"\xef\xbb\xbf", {"UTF-8", 3}},    {"\xff\xfe", {"UTF-16LE", 2}},
		{"\xfe\xff", {"UTF-16BE", 2}},
	};

	for (size_t i = 0; i < TX_COUNT(boms); i++) {
		if (tx_slice_starts(bytes, tx_slice(boms[i].bytes, boms[i].bom.len)))
			return boms[i].bom;
	}
	return (struct tx_bom){NULL, 0};
}

/* Zeros at the even and at the odd places of a text: of UTF-16, those of letters of ASCII. */
struct tx_zeros tx_zeros_count(telex_slice bytes)
{
	struct tx_zeros zeros = {0};

	for (size_t at = 0; at < bytes.len; at++)
		zeros.at[at % 2] += bytes.ptr[at] == '\0';
	return zeros;
}

const char *tx_utf16_by_zeros(telex_slice bytes)
{
	telex_slice sample = tx_slice_take(bytes, TX_UTF16_SAMPLE);
	struct tx_zeros zeros = tx_zeros_count(sample);
	size_t least = sample.len / 4; /* half of its characters */

	if (sample.len < TX_UTF16_SAMPLE_MIN || memchr(sample.ptr, '\0', 4) == NULL)
		return NULL;
	if (zeros.at[1] >= least && zeros.at[0] * 16 <= zeros.at[1])
		return "UTF-16LE";
	if (zeros.at[0] >= least && zeros.at[1] * 16 <= zeros.at[0])
		return "UTF-16BE";
	return NULL;
}

/* What the bytes of a text that is not valid UTF-8 are made of. */
struct census {
	size_t characters; /* valid multibyte characters */
	size_t broken; /* bytes that are part of none; a character cut off at the end counts once */
	bool c1;       /* a broken byte in 80-9F */
	size_t latin9_signs;
};

static bool is_letter_byte(unsigned char c)
{
	return tx_is_alpha((char)c) || c >= 0xc0;
}

/* A byte that is a currency sign or fraction in Latin-1 and a letter or euro in Latin-9, by its
 * neighbours. */
static bool looks_latin9(telex_slice s, size_t at)
{
	unsigned char c = (unsigned char)s.ptr[at];
	unsigned char before = at > 0 ? (unsigned char)s.ptr[at - 1] : ' ';
	unsigned char after = at + 1 < s.len ? (unsigned char)s.ptr[at + 1] : ' ';

	if (c == 0xa4)
		return before == ' ' || after == ' ' || tx_is_digit((char)before) ||
		       tx_is_digit((char)after);
	for (size_t i = 1; i < TX_COUNT(latin9); i++) {
		if (latin9[i].byte == c)
			return is_letter_byte(before) && is_letter_byte(after);
	}
	return false;
}

/* Length of the broken sequence at `at`: a lead byte and the tails that would have followed it. */
static size_t broken_len(telex_slice s, size_t at)
{
	unsigned char lead = (unsigned char)s.ptr[at];
	size_t want = lead >= 0xf0 && lead <= 0xf4 ? 4
		      : lead >= 0xe0               ? 3
		      : lead >= 0xc2               ? 2
						   : 1,
	       len = 1;

	while (len < want - (want > 1) && at + len < s.len &&
	       ((unsigned char)s.ptr[at + len] & 0xc0) == 0x80)
		len++;
	return len;
}

static struct census take_census(telex_slice s)
{
	struct census census = {0};
	uint32_t c;

	for (size_t at = 0; at < s.len;) {
		unsigned char byte = (unsigned char)s.ptr[at];
		size_t len = tx_utf8_decode(tx_slice_skip(s, at), &c);
		if (len > 1) {
			census.characters++;
		} else if (byte >= 0x80) {
			census.broken++;
			census.c1 |= byte < 0xa0;
			census.latin9_signs += looks_latin9(s, at);
			len = at + broken_len(s, at) == s.len ? broken_len(s, at) : 1;
		}
		at += len;
	}
	return census;
}

static void count_replaced(struct tx_decoded *decoded, size_t at)
{
	if (decoded->replaced++ == 0)
		decoded->first_replaced = at;
}

static bool repair_utf8(telex_slice s, struct tx_arena *arena, struct tx_decoded *decoded)
{
	char *out = tx_arena_alloc(arena, s.len * 3 + 1);
	size_t len = 0;

	if (out == NULL)
		return false;
	for (size_t at = 0; at < s.len;) {
		size_t good = tx_utf8_check(tx_slice_skip(s, at));
		memcpy(out + len, s.ptr + at, good);
		len += good;
		at += good;
		if (at == s.len)
			break;
		count_replaced(decoded, len);
		memcpy(out + len, REPLACEMENT, 3);
		len += 3;
		at += broken_len(s, at);
	}
	tx_arena_trim(arena, out, len);
	decoded->text = tx_slice(out, len);
	decoded->charset = "UTF-8";
	return true;
}

static uint32_t map_latin9(unsigned char byte)
{
	for (size_t i = 0; i < TX_COUNT(latin9); i++) {
		if (latin9[i].byte == byte)
			return latin9[i].c;
	}
	return byte;
}

static uint32_t map_1252(unsigned char byte)
{
	if (byte >= 0xa0)
		return byte;
	uint32_t c = windows_1252[byte - 0x80];
	return c == 0 ? 0xfffd : c;
}

static bool decode_single(telex_slice s, struct tx_arena *arena, uint32_t (*map)(unsigned char),
			  struct tx_decoded *decoded)
{
	char *out = tx_arena_alloc(arena, s.len * 3 + 1);
	size_t len = 0;

	if (out == NULL) {
		decoded->text = tx_slice(NULL, 0);
		return false;
	}
	for (size_t at = 0; at < s.len; at++) {
		size_t run = tx_utf8_ascii(tx_slice_skip(s, at));
		memcpy(out + len, s.ptr + at, run);
		len += run;
		at += run;
		if (at == s.len)
			break;
		uint32_t c = map((unsigned char)s.ptr[at]);
		if (c == 0xfffd)
			count_replaced(decoded, len);
		len += tx_utf8_encode(c, out + len);
	}
	tx_arena_trim(arena, out, len);
	decoded->text = tx_slice(out, len);
	return true;
}

bool tx_charset_decode_single(telex_slice bytes, const char *charset, struct tx_arena *arena,
			      struct tx_decoded *ret_decoded)
{
	static const struct {
		const char *charset;
		uint32_t (*map)(unsigned char);
	} sets[] = {{"windows-1252", map_1252}, {"ISO-8859-15", map_latin9}};

	for (size_t i = 0; i < TX_COUNT(sets); i++) {
		if (!tx_slice_eq_nocase(tx_slice_of(sets[i].charset), tx_slice_of(charset)))
			continue;
		ret_decoded->charset = sets[i].charset;
		return decode_single(bytes, arena, sets[i].map, ret_decoded);
	}
	return false;
}

bool tx_charset_decode(telex_slice bytes, struct tx_arena *arena, struct tx_decoded *ret_decoded)
{
	*ret_decoded = (struct tx_decoded){.text = bytes, .charset = "UTF-8"};
	if (tx_utf8_check(bytes) == bytes.len)
		return true;
	struct census census = take_census(bytes);
	if (census.characters > 0 && census.characters >= census.broken)
		return repair_utf8(bytes, arena, ret_decoded);
	if (!census.c1 && census.latin9_signs > 0) {
		ret_decoded->charset = "ISO-8859-15";
		return decode_single(bytes, arena, map_latin9, ret_decoded);
	}
	ret_decoded->charset = census.c1 ? "windows-1252" : "ISO-8859-1";
	return decode_single(bytes, arena, map_1252, ret_decoded);
}
