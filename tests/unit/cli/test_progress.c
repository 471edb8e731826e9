/* The line of progress: its text, and that it fits. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "cli/report/progress.h"

#define SECOND   UINT64_C(1000000000)
#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

static void test_lines(void **state)
{
	static const struct {
		struct progress_state done;
		uint64_t seconds;
		unsigned width;
		bool with_color;
		const char *want;
	} cases[] = {
		{{3, 0, 4000000, 0}, 2, 80, true, "3 files, 4.0 MB, 2.0 MB/s 0:02"},
		{{25, 100, 4000000, 0},
		 2,
		 80,
		 false,
		 "25/100 files, 4.0 MB, 2.0 MB/s [#######.......................]  25 % 0:06 left"},
		{{25, 100, 4000000, 0},
		 2,
		 200,
		 false,
		 "25/100 files, 4.0 MB, 2.0 MB/s [##########..............................]  25 % "
		 "0:06 left"},
		{{0, 1, 4000000, 8000000},
		 2,
		 60,
		 true,
		 "0/1 files, 4.0 MB, 2.0 MB/s [\033[32m######\033[0m.......]  50 % 0:02 left"},
		{{0, 1, 9000000, 8000000},
		 3,
		 60,
		 false,
		 "0/1 files, 9.0 MB, 3.0 MB/s [#############] 100 % 0:00 left"},
		{{0, 1, 10, 0}, 1, 60, false, "0/1 files, 10 B, 10 B/s 0:01"},
		{{25, 100, 4000000, 0},
		 2,
		 50,
		 false,
		 "25/100 files, 4.0 MB, 2.0 MB/s  25 % 0:06 left"},
		{{25, 100, 4000000, 0}, 2, 40, false, "25/100 files, 4.0 MB, 2.0 MB/s"},
		{{25, 100, 4000000, 0}, 2, 10, false, "25/100 fi"},
		{{25, 100, 4000000, 0}, 2, 0, false, ""},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct tx_buffer out = {0};
		progress_line(&out, &cases[i].done, cases[i].seconds * SECOND, cases[i].width,
			      cases[i].with_color);
		tx_buffer_byte(&out, '\0');
		assert_string_equal(out.data, cases[i].want);
		tx_buffer_done(&out);
	}
}

static void test_fits_every_width(void **state)
{
	static const struct progress_state states[] = {
		{1, 2, 3, 0}, {123456, 1234567, 12345678901, 23456789012}, {0, 0, 0, 0}};

	(void)state;
	for (size_t i = 0; i < COUNT(states); i++) {
		for (unsigned width = 1; width < 300; width++) {
			struct tx_buffer out = {0};
			progress_line(&out, &states[i], 5 * SECOND, width, false);
			assert_true(out.len < width);
			tx_buffer_done(&out);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_lines),
		cmocka_unit_test(test_fits_every_width),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
