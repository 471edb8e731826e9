/* Findings, errors and leftovers in each form; names that would do harm. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <errno.h>
#include <string.h>

#include "cli/report/report.h"
#include "core/slice.h"

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

static void assert_said(struct tx_buffer *out, const char *want)
{
	assert_false(out->failed);
	tx_buffer_byte(out, '\0');
	assert_string_equal(out->data, want);
	tx_buffer_done(out);
}

static void test_findings(void **state)
{
	static const struct {
		enum report_form form;
		const char *path, *member, *message;
		const char *want;
	} cases[] = {
		{REPORT_TEXT, "a", NULL, "no dateline", "a:3:7: warning: no dateline [code]\n"},
		{REPORT_TEXT, "a.tar", "b/c", "m", "a.tar/b/c:3:7: warning: m [code]\n"},
		{REPORT_TEXT, "-", NULL, "m", "<stdin>:3:7: warning: m [code]\n"},
		{REPORT_TEXT, NULL, NULL, "m", "<stdin>:3:7: warning: m [code]\n"},
		{REPORT_TEXT, "a\nb\\", NULL, "1\n2",
		 "a\\x0ab\\x5c:3:7: warning: 1\\x0a2 [code]\n"},
		{REPORT_JSON, "a", NULL, "no \"dateline\"",
		 "{\"kind\":\"warning\",\"path\":\"a\",\"line\":3,\"column\":7,\"code\":\"code\","
		 "\"message\":\"no \\\"dateline\\\"\"}\n"},
		{REPORT_JSON, "a\n\xff", "m\\", "m",
		 "{\"kind\":\"warning\",\"path\":\"a\\n\xEF\xBF\xBD\",\"member\":\"m\\\\\","
		 "\"line\":"
		 "3,\"column\":7,\"code\":\"code\",\"message\":\"m\"}\n"},
		{REPORT_JSON, "-", NULL, "m",
		 "{\"kind\":\"warning\",\"line\":3,\"column\":7,\"code\":\"code\",\"message\":"
		 "\"m\"}"
		 "\n"},
		{REPORT_GITHUB, "a", NULL, "no dateline",
		 "::warning file=a,line=3,col=7,title=code::no dateline\n"},
		{REPORT_GITHUB, "a,b:c%\r\n", "\x1b[m", "50 %, at 1:2\r\n::stop",
		 "::warning file=a%2Cb%3Ac%25%0D%0A/\\x1b[m,line=3,col=7,title=code::"
		 "50 %25, at 1:2%0D%0A::stop\n"},
		{REPORT_GITHUB, NULL, NULL, "m", "::warning line=3,col=7,title=code::m\n"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct tx_buffer out = {0};
		telex_warning warning = {TELEX_WARN_MORE, "code", tx_slice_of(cases[i].message), 3,
					 7};
		report_finding(&out, cases[i].form, cases[i].path, cases[i].member, &warning,
			       false);
		assert_said(&out, cases[i].want);
	}
}

static void test_failing_findings(void **state)
{
	static const struct {
		enum report_form form;
		const char *want;
	} cases[] = {
		{REPORT_TEXT, "a:3:7: error: m [code]\n"},
		{REPORT_JSON, "{\"kind\":\"error\",\"path\":\"a\",\"line\":3,\"column\":7,"
			      "\"code\":\"code\",\"message\":\"m\"}\n"},
		{REPORT_GITHUB, "::error file=a,line=3,col=7,title=code::m\n"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct tx_buffer out = {0};
		telex_warning warning = {TELEX_WARN_MORE, "code", TX_LIT("m"), 3, 7};
		report_finding(&out, cases[i].form, "a", NULL, &warning, true);
		assert_said(&out, cases[i].want);
	}
}

static void test_errors(void **state)
{
	static const struct {
		enum report_form form;
		uint32_t line, column;
		const char *want;
	} cases[] = {
		{REPORT_TEXT, 2, 5, "telex: a:2:5: no text\n"},
		{REPORT_TEXT, 2, 0, "telex: a:2: no text\n"},
		{REPORT_TEXT, 0, 5, "telex: a: no text\n"},
		{REPORT_JSON, 0, 0,
		 "{\"kind\":\"error\",\"path\":\"a\",\"code\":\"empty\",\"message\":\"no "
		 "text\"}\n"},
		{REPORT_JSON, 2, 5,
		 "{\"kind\":\"error\",\"path\":\"a\",\"line\":2,\"column\":5,\"code\":\"empty\","
		 "\"message\":\"no text\"}\n"},
		{REPORT_JSON, 2, 0,
		 "{\"kind\":\"error\",\"path\":\"a\",\"line\":2,\"code\":\"empty\","
		 "\"message\":\"no text\"}\n"},
		{REPORT_GITHUB, 2, 0, "::error file=a,line=2,title=empty::no text\n"},
		{REPORT_GITHUB, 0, 0, "::error file=a,title=empty::no text\n"},
		{REPORT_GITHUB, 2, 5, "::error file=a,line=2,col=5,title=empty::no text\n"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct tx_buffer out = {0};
		telex_error error = {.status = TELEX_ERR_EMPTY,
				     .line = cases[i].line,
				     .column = cases[i].column,
				     .message = "no text"};
		report_error(&out, cases[i].form, "a", NULL, &error);
		assert_said(&out, cases[i].want);
	}
}

static void test_names(void **state)
{
	static const struct {
		const char *path, *want;
	} cases[] = {
		{"wire/año 2.txt", "wire/año 2.txt"},
		{"../a", "../a"},
		{"\x01\x7f\t", "\\x01\\x7f\\x09"},
		{"a\xff"
		 "b\xc3",
		 "a\\xffb\\xc3"},
		/* Marks that turn the direction of text, at both ends of their ranges. */
		{"\xe2\x80\xa7\xe2\x80\xa8\xe2\x80\xae\xe2\x80\xaf",
		 "\xe2\x80\xa7\\xe2\\x80\\xa8\\xe2\\x80\\xae\xe2\x80\xaf"},
		{"\xe2\x81\xa5\xe2\x81\xa6\xe2\x81\xa9\xe2\x81\xaa",
		 "\xe2\x81\xa5\\xe2\\x81\\xa6\\xe2\\x81\\xa9\xe2\x81\xaa"},
		{"\xc2\x9b"
		 "31m",
		 "\\xc2\\x9b31m"}, /* C1: CSI */
		{"a\xe2\x80\xae"
		 "txt",
		 "a\\xe2\\x80\\xaetxt"}, /* right-to-left override */
		{"a\xe2\x80\xa8"
		 "b",
		 "a\\xe2\\x80\\xa8b"},                            /* line separator */
		{"\xef\xbf\xbd", "\xef\xbf\xbd"},                 /* U+FFFD itself */
		{"\xed\xa0\x80", "\\xed\\xa0\\x80"},              /* a surrogate */
		{"\xf0\x9f\x93\xb0.txt", "\xf0\x9f\x93\xb0.txt"}, /* beyond the BMP */
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct tx_buffer out = {0};
		report_source(&out, cases[i].path, NULL);
		assert_said(&out, cases[i].want);
	}
}

static void test_leftovers(void **state)
{
	struct tx_buffer out = {0};

	(void)state;
	report_leftover(&out, REPORT_TEXT, "a", "b", TX_LIT("own/k"), TX_LIT("stays\n"));
	assert_said(&out, "a/b: note: not taken: own/k = stays\\x0a\n");
	report_leftover(&out, REPORT_GITHUB, "a", NULL, TX_LIT("own/k"), TX_LIT("stays"));
	assert_said(&out, "::notice file=a,title=not-taken::not taken: own/k = stays\n");
	report_leftover(&out, REPORT_JSON, "a", NULL, TX_LIT("k"), tx_slice(NULL, 0));
	assert_said(&out, "{\"kind\":\"note\",\"path\":\"a\",\"code\":\"not-taken\",\"message\":"
			  "\"not taken: k = \"}\n");
}

static void test_system_error(void **state)
{
	telex_error error = report_system_error("cannot open", ENOENT);

	(void)state;
	assert_int_equal(error.status, TELEX_ERR_IO);
	assert_string_equal(error.message, "cannot open: No such file or directory");
	error = report_system_error("the archive is damaged", 0);
	assert_string_equal(error.message, "the archive is damaged");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_findings),  cmocka_unit_test(test_failing_findings),
		cmocka_unit_test(test_errors),    cmocka_unit_test(test_names),
		cmocka_unit_test(test_leftovers), cmocka_unit_test(test_system_error),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
