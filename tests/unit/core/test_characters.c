/* What characters are, at both ends of the ranges that say so. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "core/utf8.h"

#define COUNT(rows) (sizeof(rows) / sizeof((rows)[0]))

static const struct {
	uint32_t c;
	bool letter, upper, lower, space;
	uint32_t small;
} rows[] = {
	{'@', false, false, false, false, '@'},        {'A', true, true, false, false, 'a'},
	{'Z', true, true, false, false, 'z'},          {'[', false, false, false, false, '['},
	{'`', false, false, false, false, '`'},        {'a', true, false, true, false, 'a'},
	{'z', true, false, true, false, 'z'},          {'{', false, false, false, false, '{'},
	{' ', false, false, false, true, ' '},         {'\t', false, false, false, true, '\t'},
	{0x85, false, false, false, true, 0x85},       {0xa0, false, false, false, true, 0xa0},
	{0xaa, true, false, false, false, 0xaa},       {0xab, false, false, false, false, 0xab},
	{0xba, true, false, false, false, 0xba},       {0xbf, false, false, false, false, 0xbf},
	{0xc0, true, true, false, false, 0xe0},        {0xd7, false, false, false, false, 0xd7},
	{0xde, true, true, false, false, 0xfe},        {0xdf, true, false, true, false, 0xdf},
	{0xf7, false, false, false, false, 0xf7},      {0xff, true, false, true, false, 0xff},
	{0x100, true, true, false, false, 0x101},      {0x101, true, false, true, false, 0x101},
	{0x138, true, false, true, false, 0x138},      {0x139, true, true, false, false, 0x13a},
	{0x149, true, false, true, false, 0x149},      {0x178, true, true, false, false, 0xff},
	{0x17f, true, false, true, false, 0x17f},      {0x391, true, true, false, false, 0x3b1},
	{0x3ac, true, false, true, false, 0x3ac},      {0x3ce, true, false, true, false, 0x3ce},
	{0x3cf, true, false, false, false, 0x3cf},     {0x400, true, true, false, false, 0x450},
	{0x430, true, false, true, false, 0x430},      {0x45f, true, false, true, false, 0x45f},
	{0x460, true, true, false, false, 0x461},      {0x5d0, true, false, false, false, 0x5d0},
	{0x1680, true, false, false, true, 0x1680},    {0x1eff, true, false, true, false, 0x1eff},
	{0x2000, false, false, false, true, 0x2000},   {0x200b, false, false, false, true, 0x200b},
	{0x200c, false, false, false, false, 0x200c},  {0x2014, false, false, false, false, 0x2014},
	{0x202f, false, false, false, true, 0x202f},   {0x205f, false, false, false, true, 0x205f},
	{0x2bff, false, false, false, false, 0x2bff},  {0x2c00, true, false, false, false, 0x2c00},
	{0x3000, false, false, false, true, 0x3000},   {0x3004, false, false, false, false, 0x3004},
	{0x3005, true, false, false, false, 0x3005},   {0xd7a3, true, false, false, false, 0xd7a3},
	{0xe000, false, false, false, false, 0xe000},  {0xf8ff, false, false, false, false, 0xf8ff},
	{0xf900, true, false, false, false, 0xf900},   {0xfeff, false, false, false, true, 0xfeff},
	{0xff01, false, false, false, false, 0xff01},  {0xff20, false, false, false, false, 0xff20},
	{0xff21, true, false, false, false, 0xff21},   {0xfffd, false, false, false, false, 0xfffd},
	{0x10400, true, false, false, false, 0x10400},
};

static void characters_are_what_they_are(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		uint32_t c = rows[i].c;
		if (tx_char_is_letter(c) != rows[i].letter ||
		    tx_char_is_upper(c) != rows[i].upper || tx_char_is_lower(c) != rows[i].lower ||
		    tx_char_is_space(c) != rows[i].space || tx_char_to_lower(c) != rows[i].small)
			fail_msg("U+%04X", (unsigned)c);
	}
}

/* The shortest form of a character in Unicode, and nothing else. */
static const struct {
	const char *bytes;
	size_t len; /* 0: not a character */
	uint32_t c;
} forms[] = {
	{"a", 1, 'a'},
	{"\x80", 0, 0},
	{"\xc1\xbf", 0, 0},
	{"\xc2\x80", 2, 0x80},
	{"\xc2", 0, 0},
	{"\xc2\x41", 0, 0},
	{"\xdf\xbf", 2, 0x7ff},
	{"\xe0\x9f\xbf", 0, 0},
	{"\xe0\xa0\x80", 3, 0x800},
	{"\xe0\xa0", 0, 0},
	{"\xe1\x80\x41", 0, 0},
	{"\xed\x9f\xbf", 3, 0xd7ff},
	{"\xed\xa0\x80", 0, 0},
	{"\xed\xbf\xbf", 0, 0},
	{"\xee\x80\x80", 3, 0xe000},
	{"\xf0\x8f\xbf\xbf", 0, 0},
	{"\xf0\x90\x80\x80", 4, 0x10000},
	{"\xf0\x90\x80", 0, 0},
	{"\xf0\x41\x80\x80", 0, 0},
	{"\xf0\x90\x41\x80", 0, 0},
	{"\xf0\x90\x80\x41", 0, 0},
	{"\xf4\x8f\xbf\xbf", 4, 0x10ffff},
	{"\xf4\x90\x80\x80", 0, 0},
	{"\xf5\x80\x80\x80", 0, 0},
	{"\xff", 0, 0},
};

static void only_shortest_forms_are_utf8(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(forms); i++) {
		telex_slice s = tx_slice_of(forms[i].bytes);
		char again[4];
		uint32_t c;
		size_t len = tx_utf8_decode(s, &c);
		bool valid = tx_utf8_check(s) == s.len;
		assert_int_equal(valid, forms[i].len > 0);
		if (!valid) {
			assert_int_equal(len, 1);
			assert_int_equal(c, 0xfffd);
			continue;
		}
		assert_int_equal(len, forms[i].len);
		assert_int_equal(c, forms[i].c);
		assert_int_equal(tx_utf8_encode(c, again), len);
		assert_memory_equal(again, s.ptr, len);
	}
}

/* A text is cut before a character, never inside of one. */
static void texts_are_cut_between_characters(void **state)
{
	static const size_t wanted[] = {0, 1, 1, 3, 3, 3, 6, 6, 6, 6, 10};
	telex_slice text = TX_LIT("a\xc3\xb1\xe2\x82\xac\xf0\x9f\x98\x80");

	(void)state;
	for (size_t max = 0; max < COUNT(wanted); max++)
		assert_int_equal(tx_utf8_take(text, max).len, wanted[max]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(characters_are_what_they_are),
		cmocka_unit_test(only_shortest_forms_are_utf8),
		cmocka_unit_test(texts_are_cut_between_characters),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
