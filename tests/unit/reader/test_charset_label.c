/* Labels of charsets: the table is the standard's, in order, and iconv has what it names. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "reader/charset.h"
#include "reader/charset_label.h"

static const struct {
	const char *label, *charset;
} all[] = {
#include "reader/charset_labels.def"
};

#define COUNT (sizeof(all) / sizeof(all[0]))

/* As many as the standard has for the encodings that are read, and two of mail programs. */
static void test_all(void **state)
{
	(void)state;
	assert_int_equal(COUNT, 215);
	for (size_t i = 0; i < COUNT; i++) {
		struct tx_transcoder *transcoder;
		assert_true(i == 0 || strcmp(all[i - 1].label, all[i].label) < 0);
		assert_string_equal(tx_charset_of_label(tx_slice_of(all[i].label)), all[i].charset);
		assert_int_equal(
			tx_transcoder_new(tx_charset_iconv_name(all[i].charset), &transcoder, NULL),
			TELEX_OK);
		tx_transcoder_free(transcoder);
	}
}

static void test_forms(void **state)
{
	(void)state;
	assert_string_equal(tx_charset_of_label(TX_LIT(" Latin1\n")), "windows-1252");
	assert_string_equal(tx_charset_of_label(TX_LIT("GB2312")), "GBK");
	assert_null(tx_charset_of_label(TX_LIT("")));
	assert_null(tx_charset_of_label(TX_LIT("cp850")));
	assert_null(tx_charset_of_label(tx_slice("utf\0-8", 6)));
	assert_null(tx_charset_of_label(TX_LIT("a name that is longer than that of any charset")));
	assert_true(tx_charset_label_is_ascii(TX_LIT("US-ASCII")));
	assert_false(tx_charset_label_is_ascii(TX_LIT("latin1")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_all),
		cmocka_unit_test(test_forms),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
