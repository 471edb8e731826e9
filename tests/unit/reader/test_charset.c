/* Recognising charsets by bytes; converting sources as they stream in. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "reader/binary.h"
#include "reader/charset.h"

struct row {
	const char *bytes;
	const char *charset;
	const char *text;
	size_t replaced;
};

static const struct row rows[] = {
	{"plain", "UTF-8", "plain", 0},
	{"a\xc3\xb1o", "UTF-8", "a\xc3\xb1o", 0},
	{"a\xf1o", "ISO-8859-1", "a\xc3\xb1o", 0},
	{"\x93hola\x94 10 \x80", "windows-1252", "\xe2\x80\x9chola\xe2\x80\x9d 10 \xe2\x82\xac", 0},
	{"\x81 \x93", "windows-1252", "\xef\xbf\xbd \xe2\x80\x9c", 1},
	{"10 \xa4, ma\xf1"
	 "ana",
	 "ISO-8859-15",
	 "10 \xe2\x82\xac, ma\xc3\xb1"
	 "ana",
	 0},
	{"c\xbdur", "ISO-8859-15", "c\xc5\x93ur", 0},
	{"\xbfqu\xe9?", "ISO-8859-1", "\xc2\xbfqu\xc3\xa9?", 0},
	{"a\xc3\xb1o m\xe1s a\xc3\xb1o", "UTF-8", "a\xc3\xb1o m\xef\xbf\xbds a\xc3\xb1o", 1},
	{"a\xc3\xb1o y \xe2\x80", "UTF-8", "a\xc3\xb1o y \xef\xbf\xbd", 1},
	{"", "UTF-8", "", 0},
};

static void charsets_are_recognised(void **state)
{
	struct tx_arena arena = {0};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct tx_decoded decoded;
		assert_true(tx_charset_decode(tx_slice_of(rows[i].bytes), &arena, &decoded));
		if (!tx_slice_is(decoded.text, rows[i].text))
			fail_msg("row %zu gives '%.*s'", i, (int)decoded.text.len,
				 decoded.text.ptr);
		assert_string_equal(decoded.charset, rows[i].charset);
		assert_int_equal(decoded.replaced, rows[i].replaced);
	}
	tx_arena_done(&arena);
}

static void byte_order_marks(void **state)
{
	(void)state;
	assert_string_equal(tx_bom_find(TX_LIT("\xef\xbb\xbf"
					       "a"))
				    .charset,
			    "UTF-8");
	assert_string_equal(tx_bom_find(TX_LIT("\xff\xfe"
					       "a\0"))
				    .charset,
			    "UTF-16LE");
	assert_string_equal(tx_bom_find(TX_LIT("\xfe\xff\0a")).charset, "UTF-16BE");
	assert_null(tx_bom_find(TX_LIT("a\xff\xfe")).charset);
	assert_null(tx_bom_find(TX_LIT("")).charset);
}

static void check_portions(const char *charset, telex_slice bytes, size_t portion, const char *want)
{
	struct tx_transcoder *transcoder;
	struct tx_buffer out = {0};

	assert_int_equal(tx_transcoder_new(charset, &transcoder, NULL), TELEX_OK);
	for (size_t at = 0; at < bytes.len; at += portion) {
		telex_slice part = tx_slice_take(tx_slice_skip(bytes, at), portion);
		bool last = at + portion >= bytes.len;
		assert_int_equal(tx_transcoder_feed(transcoder, part, last, &out), TELEX_OK);
	}
	if (!tx_slice_is(tx_slice(out.data, out.len), want))
		fail_msg("%s in portions of %zu: '%.*s' instead of '%s'", charset, portion,
			 (int)out.len, out.data, want);
	tx_buffer_done(&out);
	tx_transcoder_free(transcoder);
}

static void sources_convert_in_any_portions(void **state)
{
	static const char want[] = "a\xc3\xb1o \xe2\x82\xac";

	(void)state;
	for (size_t portion = 1; portion <= 10; portion++) {
		check_portions("UTF-16LE", TX_LIT("a\0\xf1\0o\0 \0\xac\x20"), portion, want);
		check_portions("UTF-16BE", TX_LIT("\0a\0\xf1\0o\0 \x20\xac"), portion, want);
	}
}

/* What a converter keeps back is written at the end, and before the mark of a bad byte. */
static const struct {
	const char *charset, *bytes, *text;
} endings[] = {
	{"windows-1258", "Ha Noi", "Ha Noi"},
	{"CP1258", "ha\xec", "h\xc3\xa1"},
	{"windows-1258",
	 "xa\x8a"
	 "b",
	 "xa\xef\xbf\xbd"
	 "b"},
	{"TCVN5712-1", "Ha Noi", "Ha Noi"},
	{"TCVN", "ta\xb3", "t\xc3\xa1"},
	{"ISO-2022-JP", "\x1b$BF|K\\\x1b(B a", "\xe6\x97\xa5\xe6\x9c\xac a"},
	{"ISO-2022-JP", "\x1b$BF|K", "\xe6\x97\xa5\xef\xbf\xbd"},
	{"UTF-7", "+AOk", "\xc3\xa9"},
	{"UTF-7", "a+AO", "a\xef\xbf\xbd"},
	{"utf7", "+AOkA", "\xc3\xa9\xef\xbf\xbd"},
	{"UTF-7", "a-", "a-"},
	{"UTF-7", "+AOk-", "\xc3\xa9"},
	{"UTF-7", "1+", "1\xef\xbf\xbd"},
	{"SHIFT_JIS", "a\x82", "a\xef\xbf\xbd"},
	{"GB18030", "a\x81\x30\x81", "a\xef\xbf\xbd"},
	{"BIG5-HKSCS", "\x88\x62", "\xc3\x8a\xcc\x84"},
	{"UTF-8", "a\xc3", "a\xef\xbf\xbd"},
};

static void nothing_is_kept_back(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++) {
		telex_slice bytes = tx_slice_of(endings[i].bytes);
		for (size_t portion = 1; portion <= bytes.len; portion++)
			check_portions(endings[i].charset, bytes, portion, endings[i].text);
	}
}

static void nothing_beyond_unicode_is_written(void **state)
{
	static const char source[] = "\0\0\0a\0\x11\0\0\x7f\xff\xff\xff\0\0\0b";
	struct tx_transcoder *transcoder;
	struct tx_buffer out = {0};

	(void)state;
	assert_int_equal(tx_transcoder_new("UCS-4BE", &transcoder, NULL), TELEX_OK);
	assert_int_equal(
		tx_transcoder_feed(transcoder, tx_slice(source, sizeof(source) - 1), true, &out),
		TELEX_OK);
	assert_int_equal(out.len, 8);
	assert_memory_equal(out.data,
			    "a\xef\xbf\xbd\xef\xbf\xbd"
			    "b",
			    8);
	tx_buffer_done(&out);
	tx_transcoder_free(transcoder);
}

static void an_unknown_charset_is_an_error(void **state)
{
	struct tx_transcoder *transcoder;
	telex_error error = {0};

	(void)state;
	assert_int_equal(tx_transcoder_new("no-such-set", &transcoder, &error), TELEX_ERR_USAGE);
	assert_string_equal(error.message, "unknown charset 'no-such-set'");
	assert_int_equal(tx_transcoder_new("", &transcoder, NULL), TELEX_ERR_USAGE);
	assert_int_equal(tx_transcoder_new("latin1\xff", &transcoder, NULL), TELEX_ERR_USAGE);
	assert_int_equal(tx_transcoder_new("latin1//IGNORE", &transcoder, NULL), TELEX_ERR_USAGE);
}

static void utf16_is_seen_by_its_zeros(void **state)
{
	static const char little[] = "O\0s\0l\0o\0,\0 \0N\0o\0";
	static const char big[] = "\0O\0s\0l\0o\0,\0 \0N\0o";

	(void)state;
	assert_string_equal(tx_utf16_by_zeros(tx_slice(little, 16)), "UTF-16LE");
	assert_string_equal(tx_utf16_by_zeros(tx_slice(big, 16)), "UTF-16BE");
	/* one letter in three, none at the start, both places, too few */
	assert_null(tx_utf16_by_zeros(TX_LIT("O\0\x31\x67\x57\x96l\0\x31\x67\x57\x96")));
	assert_null(tx_utf16_by_zeros(TX_LIT("OsloO\0s\0l\0o\0,\0 \0N\0o\0")));
	assert_null(tx_utf16_by_zeros(TX_LIT("O\0s\0\0l\0o\0,\0 ")));
	assert_null(tx_utf16_by_zeros(tx_slice(little, 6)));
}

static void binary_files(void **state)
{
	(void)state;
	assert_string_equal(tx_binary_kind(TX_LIT("\x1f\x8b\x08")), "a gzip archive");
	assert_string_equal(tx_binary_kind(TX_LIT("\x7f"
						  "ELF\x02")),
			    "an ELF program");
	assert_string_equal(tx_binary_kind(TX_LIT("a\0\0b\0\0c\0d\0")), "binary data");
	assert_string_equal(
		tx_binary_kind(TX_LIT("\x17\x53\xac\x4e\0\x20\x31\x67\x57\x96\x66\x8f")),
		"UTF-16 without a byte-order mark (--charset=UTF-16LE or UTF-16BE reads it)");
	assert_null(tx_binary_kind(
		TX_LIT("Madrid, 3 oct (EFE).- Un texto con un \0 dentro y bastante m\xc3\xa1s.")));
	assert_null(tx_binary_kind(
		TX_LIT("\x16\x16\x01"
		       "a1234\nr i BC-X 02-20\n\x02text of a story that goes on\n\x03")));
	assert_null(tx_binary_kind(TX_LIT("")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(charsets_are_recognised),
		cmocka_unit_test(byte_order_marks),
		cmocka_unit_test(sources_convert_in_any_portions),
		cmocka_unit_test(nothing_is_kept_back),
		cmocka_unit_test(nothing_beyond_unicode_is_written),
		cmocka_unit_test(an_unknown_charset_is_an_error),
		cmocka_unit_test(utf16_is_seen_by_its_zeros),
		cmocka_unit_test(binary_files),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
