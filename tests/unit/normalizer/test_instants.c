/* Points in time as envelopes write them. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "normalizer/times/instants.h"

struct row {
	const char *text;
	const char *want; /* NULL: it is not one */
};

static const struct row rows[] = {
	/* ISO 8601, basic and extended */
	{"20190603", "2019-06-03"},
	{"2019-06-03", "2019-06-03"},
	{"2019/06/03", "2019-06-03"},
	{"2019.06.03", "2019-06-03"},
	{"20170102T222800+0000", "2017-01-02T22:28:00Z"},
	{"20170102T222800Z", "2017-01-02T22:28:00Z"},
	{"20170102T222800", "2017-01-02T22:28:00"},
	{"20170102T2228", "2017-01-02T22:28:00"},
	{"2016-04-13 04:52:21+00:00", "2016-04-13T04:52:21Z"},
	{"2016-04-13T04:52:21.123+02:00", "2016-04-13T04:52:21+02:00"},
	{"2016-04-13T04:52:21,5-0330", "2016-04-13T04:52:21-03:30"},
	{"2016-04-13T04:52:21-03", "2016-04-13T04:52:21-03:00"},
	{"2016-04-13T04:52:21 CET", "2016-04-13T04:52:21+01:00"},
	{"2016-04-13T04:52 EDT", "2016-04-13T04:52:00-04:00"},
	{" 2016-04-13 ", "2016-04-13"},
	{"2016-04-13T23:59:60Z", "2016-04-13T23:59:60Z"},
	{"2016-02-29", "2016-02-29"},
	/* mail's and the collections' */
	{"Thu, 19 Feb 2015 17:18:40 +1100", "2015-02-19T17:18:40+11:00"},
	{"19 Feb 2015 17:18:40 GMT", "2015-02-19T17:18:40Z"},
	{"Thu, 9 Feb 2015 17:18 PST", "2015-02-09T17:18:00-08:00"},
	{"7-APR-1987 11:02:35.07", "1987-04-07T11:02:35"},
	{"26-FEB-1987 15:01:01.79", "1987-02-26T15:01:01"},
	{"9 Feb 15", "2015-02-09"},
	{"9 Feb 87", "1987-02-09"},
	/* a zone or a time that is not one leaves the rest */
	{"2016-04-13T04:52:21 XYZ", "2016-04-13T04:52:21"},
	{"2016-04-13T04:52:21+99:00", "2016-04-13T04:52:21"},
	{"2016-04-13T25:00:00", "2016-04-13"},
	{"2016-04-13T04", "2016-04-13"},
	{"2016-12-31T24:00:00Z", "2017-01-01T00:00:00Z"},
	{"2016-12-31T24:01:00Z", "2016-12-31"},
	{"2016-4-3 9:5:7", "2016-04-03T09:05:07"},
	{"2016-04-13T9:05:07Z", "2016-04-13T09:05:07Z"},
	{"2016-04-13T04:52:21[Europe/Madrid]", "2016-04-13T04:52:21+02:00"},
	{"Wed, 13 Apr 2016 04:52:21 Europe/Madrid", "2016-04-13T04:52:21+02:00"},
	{"2016-04-13T04:52:21 Europe/Xyz", "2016-04-13T04:52:21"},
	{"Wed, 13 Apr 2016 04:52:21 (UTC)", "2016-04-13T04:52:21Z"},
	/* weeks and days of the year */
	{"2024-W10-2", "2024-03-05"},
	{"2024W102", "2024-03-05"},
	{"2024-W10-2T10:11:12Z", "2024-03-05T10:11:12Z"},
	{"2020-W53-7", "2021-01-03"},
	{"2021-W53-1", NULL},
	{"2024-W54-1", NULL},
	{"2024-W10-8", NULL},
	{"2024-065", "2024-03-05"},
	{"2024-366", "2024-12-31"},
	{"2023-366", NULL},
	{"2024-000", NULL},
	/* seconds since 1970 */
	{"1000000000", "2001-09-09T01:46:40Z"},
	{"1709251199", "2024-02-29T23:59:59Z"},
	{"1709633472", "2024-03-05T10:11:12Z"},
	{"1709633472123", "2024-03-05T10:11:12Z"},
	{"170963347", NULL},
	{"2024030510", "2024-03-05"},
	/* asctime() */
	{"Tue Mar  5 10:11:12 2024", "2024-03-05T10:11:12"},
	{"Tue Mar 5 10:11:12 GMT 2024", "2024-03-05T10:11:12Z"},
	{"Tue Mar 05 10:11:12 +0100 2024", "2024-03-05T10:11:12+01:00"},
	{"Tue Mar 05 2024 10:11:12 GMT+0100 (Central European Standard Time)",
	 "2024-03-05T10:11:12+01:00"},
	{"Tue Mar 05 10:11:12 2024 EST", "2024-03-05T10:11:12-05:00"},
	{"Tue Mar 05 10:11:12", NULL},
	{"Tue Foo 05 10:11:12 2024", NULL},
	/* what people write */
	{"Sun 03 Mar 2024 10:00:00 GMT", "2024-03-03T10:00:00Z"},
	{"Sun, 15 Dec 2024 01:15 PM", "2024-12-15T13:15:00"},
	{"March 3, 2024 1:15 p.m. ET", "2024-03-03T13:15:00-05:00"},
	{"January 5, 1989, Thursday, Home Edition", "1989-01-05"},
	{"domingo, 3 de marzo de 2024, 10.00", "2024-03-03T10:00:00"},
	{"domingo, 3 de mar\xc3\xa7o de 2024", "2024-03-03"},
	{"dimanche 3 mars 2024 \xc3\xa0 10h05", "2024-03-03T10:05:00"},
	{"Sonntag, 3. M\xc3\xa4rz 2024, 10:05 Uhr", "2024-03-03T10:05:00"},
	{"domenica 3 marzo 2024 ore 10:05", "2024-03-03T10:05:00"},
	{"zondag 3 maart 2024 10:05 uur", "2024-03-03T10:05:00"},
	{"13.03.2024 22:00", "2024-03-13T22:00:00"},
	{"03/13/2024 10:00 PM", "2024-03-13T22:00:00"},
	/* two readings, two dates, two times, the hour after the day's last */
	{"03/04/2024", NULL},
	{"3 March 2024 to 4 March 2024", NULL},
	{"3 March 2024, 10:00 or 11:00", NULL},
	{"3 March 2024, 24:00", "2024-03-04T00:00:00"},
	/* no dates */
	{"", NULL},
	{"   ", NULL},
	{"today", NULL},
	{"2016", NULL},
	{"2016-13-01", NULL},
	{"2015-02-29", NULL},
	{"1799-01-01", NULL},
	{"31 Foo 2015", NULL},
	{"31 Feb 2015", NULL},
	{"Thu, Feb 2015", NULL},
};

static void test_write(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		char out[TX_INSTANT_SIZE] = "";
		bool found = tx_instant_write(tx_slice_of(rows[i].text), out);
		if (found != (rows[i].want != NULL))
			fail_msg("\"%s\": \"%s\"", rows[i].text, out);
		if (found && strcmp(out, rows[i].want) != 0)
			fail_msg("\"%s\": \"%s\", not \"%s\"", rows[i].text, out, rows[i].want);
	}
}

static void test_date(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct tx_date date = {0}, want = {0};
		bool found = tx_instant_date(tx_slice_of(rows[i].text), &date);
		assert_int_equal(found, rows[i].want != NULL);
		if (!found)
			continue;
		assert_true(tx_date_parse_iso(tx_slice_take(tx_slice_of(rows[i].want), 10), &want));
		assert_memory_equal(&date, &want, sizeof(date));
	}
}

/* What is not read of a time is known. */
static void test_leaves(void **state)
{
	static const char *const whole[] = {"2016-04-13", "2016-04-13T04:52:21", "20160413T0452Z",
					    "2016-04-13T04:52 CET ", "2016-04-13, late edition"};
	static const char *const part[] = {"2016-04-13T25:00:00", "2016-04-13 04",
					   "2016-04-13T04:52:21 XYZ", "2016-04-13T04:52:21+99:00"};
	char out[TX_INSTANT_SIZE];
	bool leaves;

	(void)state;
	for (size_t i = 0; i < sizeof(whole) / sizeof(whole[0]); i++)
		assert_true(tx_instant_read(tx_slice_of(whole[i]), out, &leaves) && !leaves);
	for (size_t i = 0; i < sizeof(part) / sizeof(part[0]); i++)
		assert_true(tx_instant_read(tx_slice_of(part[i]), out, &leaves) && leaves);
	assert_false(tx_instant_read(TX_LIT("today"), out, &leaves) || leaves);
}

/* Whatever is cut off is no time, or less of one. */
static void test_cut_off(void **state)
{
	char out[TX_INSTANT_SIZE];

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		telex_slice text = tx_slice_of(rows[i].text);
		for (size_t len = 1; len < text.len; len++) {
			char *copy = test_malloc(len);
			memcpy(copy, text.ptr, len);
			if (tx_instant_write(tx_slice(copy, len), out))
				assert_true(strlen(out) >= 10);
			test_free(copy);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_write),
		cmocka_unit_test(test_date),
		cmocka_unit_test(test_leaves),
		cmocka_unit_test(test_cut_off),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
