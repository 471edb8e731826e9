/* Line ends in any mixture, and the time that they take. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdlib.h>
#include <time.h>

#include "tokenizer/lines/lines.h"

/* The lines' visible bytes between bars. */
static const struct {
	const char *text, *lines;
} rows[] = {
	{"", ""},
	{"a", "|a"},
	{"a\n", "|a"},
	{"a\r", "|a"},
	{"a\r\n", "|a"},
	{"a\nb\rc\r\nd", "|a|b|c|d"},
	{"\n\r\r\n\n", "||||"},
	{"a\r\r\nb", "|a||b"},
	{"a\n\rb", "|a||b"},
	{" a \r\tb\r\n", "|a|b"},
	{"0123456789abcde\r\n0123456789abcd\r\nx", "|0123456789abcde|0123456789abcd|x"},
	{"0123456789abcdef\rx\n", "|0123456789abcdef|x"},
};

static void lines_end_with_lf_cr_or_both(void **state)
{
	struct tx_lines lines = {0};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		telex_slice text = tx_slice_of(rows[i].text);
		char got[128] = "";
		assert_true(tx_lines_split(&lines, text, 0, text.len));
		for (size_t k = 0; k < lines.count; k++) {
			strcat(got, "|");
			strncat(got, text.ptr + lines.items[k].first,
				lines.items[k].end - lines.items[k].first);
		}
		assert_string_equal(got, rows[i].lines);
	}
	free(lines.items);
}

/* A search that began again for each line would take minutes. */
static void time_goes_with_the_text(void **state)
{
	static const char *const fills[] = {
		"\r", "\n", "a\r", "\r\n",
		"sixty characters and one CR, as some systems send it.\r"};
	static char text[(size_t)8 << 20];
	struct tx_lines lines = {0};

	(void)state;
	for (size_t i = 0; i < sizeof(fills) / sizeof(fills[0]); i++) {
		size_t len = strlen(fills[i]);
		for (size_t at = 0; at < sizeof(text); at++)
			text[at] = fills[i][at % len];
		clock_t before = clock();
		assert_true(tx_lines_split(&lines, tx_slice(text, sizeof(text)), 0, sizeof(text)));
		assert_true(lines.joined || lines.count >= sizeof(text) / len);
		assert_true((double)(clock() - before) / CLOCKS_PER_SEC < 3);
	}
	free(lines.items);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_end_with_lf_cr_or_both),
		cmocka_unit_test(time_goes_with_the_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
