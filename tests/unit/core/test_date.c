/* Days, years near a reference, dates in ISO 8601 and in paths. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "core/calendar.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static void test_days(void **state)
{
	static const struct {
		struct tx_date date;
		int32_t days;
		unsigned weekday;
	} rows[] = {
		{{1970, 1, 1}, 0, 4},        {{1969, 12, 31}, -1, 3},    {{2000, 2, 29}, 11016, 2},
		{{2025, 4, 19}, 20197, 6},   {{1987, 2, 26}, 6265, 4},   {{1900, 3, 1}, -25508, 4},
		{{1600, 2, 29}, -135081, 2}, {{2024, 12, 30}, 20087, 1}, {{2024, 12, 29}, 20086, 7},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		assert_int_equal(tx_date_days(rows[i].date), rows[i].days);
		assert_int_equal(tx_date_weekday(rows[i].date), rows[i].weekday);
	}
}

static void test_valid(void **state)
{
	static const struct {
		struct tx_date date;
		bool want;
	} rows[] = {
		{{2024, 2, 29}, true},  {{2023, 2, 29}, false}, {{0, 2, 29}, true},
		{{0, 2, 30}, false},    {{1900, 2, 29}, false}, {{2000, 2, 29}, true},
		{{2025, 4, 31}, false}, {{2025, 4, 30}, true},  {{2025, 0, 1}, false},
		{{2025, 13, 1}, false}, {{2025, 1, 0}, false},  {{2025, 12, 31}, true},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_int_equal(tx_date_valid(rows[i].date), rows[i].want);
}

static void test_nearest_year(void **state)
{
	static const struct {
		struct tx_date date, reference;
		int16_t want;
	} rows[] = {
		{{0, 12, 31}, {2025, 1, 2}, 2024}, {{0, 1, 1}, {2024, 12, 30}, 2025},
		{{0, 4, 19}, {2025, 4, 19}, 2025}, {{0, 6, 30}, {2025, 1, 1}, 2025},
		{{0, 7, 3}, {2025, 1, 1}, 2024},   {{0, 2, 29}, {2025, 3, 1}, 2024},
		{{0, 2, 29}, {2027, 3, 1}, 2028},  {{0, 2, 29}, {1901, 1, 1}, 1904},
		{{0, 2, 29}, {1898, 1, 1}, 1896},  {{1999, 5, 1}, {2025, 5, 2}, 2025},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_int_equal(tx_date_nearest_year(rows[i].date, rows[i].reference),
				 rows[i].want);
}

static bool is_date(struct tx_date date, struct tx_date want)
{
	return date.year == want.year && date.month == want.month && date.day == want.day;
}

static void test_iso(void **state)
{
	static const struct {
		const char *text;
		struct tx_date want; /* zero: refused */
	} rows[] = {
		{"2025-04-19", {2025, 4, 19}}, {"0001-01-01", {1, 1, 1}},
		{"2025-02-29", {0, 0, 0}},     {"2025-4-19", {0, 0, 0}},
		{"2025/04/19", {0, 0, 0}},     {"2025-04-19 ", {0, 0, 0}},
		{"20250419", {0, 0, 0}},       {"0000-01-01", {0, 0, 0}},
		{"2025-0a-19", {0, 0, 0}},     {"", {0, 0, 0}},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct tx_date date = {0, 0, 0};

		assert_int_equal(tx_date_parse_iso(tx_slice_of(rows[i].text), &date),
				 rows[i].want.year != 0);
		assert_true(rows[i].want.year == 0 || is_date(date, rows[i].want));
	}
}

static void test_path(void **state)
{
	static const struct {
		const char *path;
		struct tx_date want; /* zero: none */
	} rows[] = {
		{"wire/2025/04/19/efe-0012.txt", {2025, 4, 19}},
		{"20250419-ash.txt", {2025, 4, 19}},
		{"in/efe_2025-04-19.xml", {2025, 4, 19}},
		{"efe.2025.04.19.txt", {2025, 4, 19}},
		{"20250419T101500Z", {2025, 4, 19}},
		{"202504191015.txt", {2025, 4, 19}},
		{"20250419101533.txt", {2025, 4, 19}},
		{"2024/12/31/20250101.txt", {2025, 1, 1}},
		{"2024/12/31/12345678.txt", {2024, 12, 31}},
		{"2025/04/191/x", {2025, 4, 0}},
		{"2025/04-19/x", {2025, 0, 0}},
		{"2025/04", {2025, 0, 0}},
		{"2025/13/01", {2025, 0, 0}},
		{"wire/2025/a.txt", {2025, 0, 0}},
		{"wire/2025/04/a.txt", {2025, 4, 0}},
		{"wire/2025/04/b/a.txt", {2025, 4, 0}},
		{"wire/2025/b/04/a.txt", {2025, 0, 0}},
		{"2025-04/a.txt", {2025, 4, 0}},
		{"2025_04/a.txt", {2025, 4, 0}},
		{"202504/a.txt", {2025, 4, 0}},
		{"2025-04/05/a.txt", {2025, 4, 0}},
		{"2025.zip/a.txt", {2025, 0, 0}},
		{"2025.zip/04/a.txt", {2025, 4, 0}},
		{"2025-04.tar.gz/a.txt", {2025, 4, 0}},
		{"2025.zip", {0, 0, 0}},
		{"2023/2024/02/a.txt", {2024, 2, 0}},
		{"2024/02/2023/a.txt", {2023, 0, 0}},
		{"20250419/2023/a.txt", {2025, 4, 19}},
		{"202513/a.txt", {0, 0, 0}},
		{"2025x/a.txt", {0, 0, 0}},
		{"1776/a.txt", {0, 0, 0}},
		{"2025", {0, 0, 0}},
		{"2025.txt", {0, 0, 0}},
		{"0250419", {0, 0, 0}},
		{"120250419", {0, 0, 0}},
		{"17760704.txt", {0, 0, 0}},
		{"99991231", {0, 0, 0}},
		{"dispatch.txt", {0, 0, 0}},
		{"", {0, 0, 0}},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct tx_date date = {0, 0, 0};
		bool found = tx_date_in_path(tx_slice_of(rows[i].path), &date);

		if (found != (rows[i].want.year != 0) || !is_date(date, rows[i].want))
			fail_msg("\"%s\": %d-%d-%d", rows[i].path, date.year, date.month, date.day);
	}
}

static void days_are_dates(void **state)
{
	(void)state;
	for (int32_t days = -200000; days < 200000; days += 13) {
		struct tx_date date = tx_date_of_days(days);
		assert_true(tx_date_valid(date));
		assert_int_equal(tx_date_days(date), days);
	}
}

static void moments_are_in_days(void **state)
{
	static const struct {
		int64_t seconds;
		int32_t want;
	} rows[] = {{0, 0}, {86399, 0}, {86400, 1}, {-1, -1}, {-86400, -1}, {-86401, -2}};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_int_equal(tx_days_of_seconds(rows[i].seconds), rows[i].want);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(days_are_dates),      cmocka_unit_test(test_days),
		cmocka_unit_test(moments_are_in_days), cmocka_unit_test(test_valid),
		cmocka_unit_test(test_nearest_year),   cmocka_unit_test(test_iso),
		cmocka_unit_test(test_path),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
