/* Charsets that documents name: a hint, and no more. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "reader/charset.h"

static const struct {
	const char *bytes, *declared, *text, *charset;
	bool mislabelled;
} rows[] = {
	/* valid UTF-8 is UTF-8 */
	{"A\xc3\xb1o", "utf-8", "Año", "UTF-8", false},
	{"A\xc3\xb1o", "UTF8", "Año", "UTF-8", false},
	{"A\xc3\xb1o", "ISO-8859-1", "Año", "UTF-8", true},
	{"A\xc3\xb1o", "no-such-set", "Año", "UTF-8", true},
	{"A\xc3\xb1o", "", "Año", "UTF-8", false},
	{"Ano", "ISO-8859-1", "Ano", "UTF-8", false},
	{"Ano", "us-ascii", "Ano", "UTF-8", false},
	/* what the label says */
	{"A\xf1o", "ISO-8859-1", "Año", "windows-1252", false},
	{"A\xf1o \x96", " iso8859-1 ", "Año –", "windows-1252", false},
	{"A\xf1o \x96", "Windows-1252", "Año –", "windows-1252", false},
	{"\xa4 3", "ISO-8859-15", "€ 3", "ISO-8859-15", false},
	{"\xa5 \xb1", "cp850", "Ñ ▒", "cp850", false},
	{"\xd6\xec\xe9\x46", "gb2312", "朱镕", "GBK", false},
	{"\xb0\xed", "windows-949", "고", "EUC-KR", false},
	{"\x82\xa0\x87\x40", "shift_jis", "あ①", "Shift_JIS", false},
	{"\xfd", "iso-8859-9", "ı", "windows-1254", false},
	{"A\xc3\xb1o", "us-ascii", "Año", "UTF-8", true},
	/* what it cannot say */
	{"A\xf1o", "UTF-8", "Año", "ISO-8859-1", true},
	{"A\xf1o", "us-ascii", "Año", "ISO-8859-1", true},
	{"A\xf1o", "no-such-set", "Año", "ISO-8859-1", true},
	{"A\xf1o", "", "Año", "ISO-8859-1", false},
	{"A\xf1o \x96", "a name that is longer than any charset's name", "Año –", "windows-1252",
	 false},
};

static void test_declared(void **state)
{
	struct tx_arena arena = {0};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct tx_decoded decoded;
		bool mislabelled;
		assert_true(tx_charset_decode_declared(tx_slice_of(rows[i].bytes),
						       tx_slice_of(rows[i].declared), &arena,
						       &decoded, &mislabelled));
		if (!tx_slice_is(decoded.text, rows[i].text) ||
		    strcmp(decoded.charset, rows[i].charset) != 0 ||
		    mislabelled != rows[i].mislabelled)
			fail_msg("row %zu (%s): \"%.*s\" in %s%s", i, rows[i].declared,
				 (int)decoded.text.len, decoded.text.ptr, decoded.charset,
				 mislabelled ? ", mislabelled" : "");
		assert_int_equal(decoded.replaced, 0);
	}
	tx_arena_done(&arena);
}

/* Bytes that the named set does not have are marked, and where the first one is is known. */
static void test_replaced(void **state)
{
	struct tx_arena arena = {0};
	struct tx_decoded decoded;
	bool mislabelled;

	(void)state;
	assert_true(tx_charset_decode_declared(TX_LIT("abc\x81"), TX_LIT("iso-8859-1"), &arena,
					       &decoded, &mislabelled));
	assert_true(tx_slice_is(decoded.text, "abc\xef\xbf\xbd"));
	assert_true(decoded.replaced > 0);
	assert_int_equal(decoded.first_replaced, 3);
	tx_arena_done(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_declared),
		cmocka_unit_test(test_replaced),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
