/* Clocks of zones: changes as written down, rules after them, hours that are not one. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>

#include "normalizer/times/zone_table.h"
#include "normalizer/times/zones.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))
#define NONE         9999 /* no offset */

struct row {
	const char *zone, *time; /* "YYYY-MM-DD HH:MM" */
	int want;                /* minutes */
};

static const struct row rows[] = {
	{"Europe/Madrid", "2025-04-19 11:00", 120},
	{"Europe/Madrid", "2025-01-19 11:00", 60},
	{"Europe/Madrid", "1974-04-13 22:59", 60},
	{"Europe/Madrid", "1974-04-14 00:00", 120}, /* its clock went from 23 to 24 */
	{"Europe/Madrid", "2025-03-30 01:59", 60},
	{"Europe/Madrid", "2025-03-30 02:00", NONE}, /* never shown */
	{"Europe/Madrid", "2025-03-30 02:59", NONE},
	{"Europe/Madrid", "2025-03-30 03:00", 120},
	{"Europe/Madrid", "2025-10-26 01:59", 120},
	{"Europe/Madrid", "2025-10-26 02:00", NONE}, /* shown twice */
	{"Europe/Madrid", "2025-10-26 02:59", NONE},
	{"Europe/Madrid", "2025-10-26 03:00", 60},
	{"Europe/Madrid", "2099-07-01 12:00", 120},
	{"Europe/Madrid", "1970-01-01 00:00", 60},
	{"Europe/Madrid", "1969-12-31 23:59", NONE},
	{"Atlantic/Canary", "2025-04-19 11:00", 60},
	{"Europe/London", "1970-06-01 12:00", 60}, /* British Standard Time all the year */
	{"Europe/London", "2025-12-01 12:00", 0},
	{"Europe/Dublin", "2040-07-01 12:00", 60}, /* its rule has the winter as the exception */
	{"Europe/Dublin", "2040-12-01 12:00", 0},
	{"Europe/Moscow", "2011-06-01 12:00", 240},
	{"Europe/Moscow", "2026-06-01 12:00", 180},
	{"Asia/Tehran", "2025-04-19 11:00", 210},
	{"Asia/Tehran", "2019-04-19 11:00", 270},
	{"Asia/Kolkata", "2025-04-19 11:00", 330},
	{"Asia/Kathmandu", "1985-12-31 12:00", 330},
	{"Asia/Kathmandu", "1986-01-02 12:00", 345},
	{"America/New_York", "2006-04-01 12:00", -300},
	{"America/New_York", "2006-04-03 12:00", -240},
	{"America/New_York", "2007-03-12 12:00",
	 -240}, /* three weeks sooner than the year before */
	{"America/New_York", "2050-11-06 00:30", -240},
	{"America/New_York", "2050-11-06 01:30", NONE},
	{"America/St_Johns", "2025-07-01 12:00", -150},
	{"America/Argentina/Buenos_Aires", "2008-01-15 12:00", -120},
	{"America/Argentina/Buenos_Aires", "2025-01-15 12:00", -180},
	{"America/Santiago", "2040-01-15 12:00", -180}, /* summer at the turn of the year */
	{"America/Santiago", "2040-07-15 12:00", -240},
	{"Australia/Sydney", "2044-12-31 23:59", 660},
	{"Australia/Sydney", "2045-01-01 00:00", 660},
	{"Australia/Sydney", "2045-06-01 00:00", 600},
	{"Pacific/Apia", "2011-12-29 12:00", -600},
	{"Pacific/Apia", "2011-12-30 12:00", NONE}, /* a day that it left out */
	{"Pacific/Apia", "2011-12-31 12:00", 840},
	{"Pacific/Auckland", "2025-01-01 00:00", 780},
	{"Europe/Madri", "2025-04-19 11:00", NONE},
	{"Europe/Madridd", "2025-04-19 11:00", NONE},
	{"", "2025-04-19 11:00", NONE},
	{"Europe/Madrid", "2025-02-30 11:00", NONE},
};

static struct tx_local_time read_time(const char *text)
{
	struct tx_local_time time = {{0, 0, 0}, 0, 0};
	int year, month, day;

	assert_int_equal(
		sscanf(text, "%d-%d-%d %u:%u", &year, &month, &day, &time.hour, &time.minute), 5);
	time.date = (struct tx_date){(int16_t)year, (uint8_t)month, (uint8_t)day};
	return time;
}

static void clocks_show_their_time(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		int got = NONE, offset;

		if (tx_zone_offset(tx_slice_of(rows[i].zone), read_time(rows[i].time), &offset))
			got = offset;
		if (got != rows[i].want)
			fail_msg("%s %s: %d, want %d", rows[i].zone, rows[i].time, got,
				 rows[i].want);
	}
}

/* Every zone is found by its name and has a sane offset at all times. */
static void every_zone_has_a_clock(void **state)
{
	(void)state;
	assert_true(tx_zone_count > 300);
	for (size_t i = 0; i < tx_zone_count; i++) {
		const unsigned char *name = tx_zone_names + tx_zones[i].name;
		telex_slice zone = tx_slice((const char *)name + 1, name[0]);

		for (int16_t year = 1972; year < 2060; year++) {
			struct tx_local_time noon = {{year, (uint8_t)(year % 12 + 1), 17}, 12, 0};
			int offset;
			if (!tx_zone_offset(zone, noon, &offset))
				fail_msg("%.*s: no offset in %d", (int)zone.len, zone.ptr, year);
			assert_true(offset >= -720 && offset <= 840 && offset % 15 == 0);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(clocks_show_their_time),
		cmocka_unit_test(every_zone_has_a_clock),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
