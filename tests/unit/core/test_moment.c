/* Dates and times of day in free text: each row of the table of patterns, and what only looks like
 * one. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <setjmp.h>
#include <cmocka.h>

#include "core/moment.h"
#include "core/zone_mark.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))
#define SHOWN_MAX    256

/* The moments of a text, as "2024-10-05", "0-10-22" without a year, "18:00",
 * "2024-10-05/2024-05-10" with a second reading, "24:00?" for midnight. */
struct row {
	const char *text, *want;
};

static const struct row rows[] = {
	/* dates in numbers */
	{"2024-10-05", "2024-10-05"},
	{"2024/10/05", "2024-10-05"},
	{"2024.10.05", "2024-10-05"},
	{"5. 10. 2024", "2024-10-05"},
	{"05.10.2024", "2024-10-05"},
	{"5.10.24", "2024-10-05"},
	{"am 5.10. gesperrt", "0-10-05"},
	{"05-10-2024", "2024-10-05"},
	{"05/10/2024", "2024-10-05/2024-05-10"},
	{"05/10/24", "2024-10-05/2024-05-10"},
	{"25/10/2024", "2024-10-25"},
	{"10/25/2024", "2024-10-25"},
	{"10/10/2024", "2024-10-10"},
	{"25/10", "0-10-25"},
	{"31.11.2024", ""},
	{"32/12/2024", ""},
	/* dates with names */
	{"22 de octubre de 2024", "2024-10-22"},
	{"22 de octubre del 2024", "2024-10-22"},
	{"22 d'octubre de 2024", "2024-10-22"},
	{"22nd October, 2024", "2024-10-22"},
	{"22. Oktober 2024", "2024-10-22"},
	{"1er octobre", "0-10-01"},
	{"1\xc2\xba de outubro", "0-10-01"},
	{"14 March", "0-03-14"},
	{"9 Feb 15", "2015-02-09"},
	{"9. Feb 15 Uhr", "0-02-09 15:00"},
	{"7-APR-1987", "1987-04-07"},
	{"07-Apr-87", "1987-04-07"},
	{"07-Apr-24", "2024-04-07"},
	{"Oct. 22 2024", "2024-10-22"},
	{"October 22nd, 2024", "2024-10-22"},
	{"THURSDAY MARCH 14", "0-03-14"},
	{"2024 October 22", "2024-10-22"},
	{"2024ko urriaren 22an", "2024-10-22"},
	{"31 April", ""},
	{"14 Marching bands", ""},
	{"A1 March 2", "0-03-02"},
	/* a number after the month is an hour or a year */
	{"22 October, 18.00 GMT", "0-10-22 18:00"},
	{"Oct 22, 18:00", "0-10-22 18:00"},
	{"22 October 1800 GMT", "0-10-22 18:00"},
	{"Oct 22 2000 GMT", "0-10-22 20:00"},
	{"Oct 22, 1930 hrs", "0-10-22 19:30"},
	{"22 October 2024 18.00", "2024-10-22 18:00"},
	{"October 22 at 2015", "0-10-22 20:15"},
	{"October 22 2015", "2015-10-22"},
	{"to 1930 Monday 7 October", "19:30 0-10-07"},
	{"in 1930", ""},
	/* times of day */
	{"18:00:30", "18:00:30"},
	{"18:00:30.25", "18:00:30"},
	{"6:05 pm", "18:05"},
	{"12:05 a.m.", "00:05"},
	{"12.05 p.m.", "12:05"},
	{"18.00.", "18:00"},
	{"17h00", "17:00"},
	{"17 h 30", "17:30"},
	{"17h", "17:00"},
	{"17 hs", "17:00"},
	{"17 hrs", "17:00"},
	{"6pm", "18:00"},
	{"6 P. M.", "18:00"},
	{"0001", "00:01"},
	{"1201 am", "00:01"},
	{"18 Uhr", "18:00"},
	{"18 Uhr 30", "18:30"},
	{"18 horas", "18:00"},
	{"18 hores", "18:00"},
	{"18 hours", "18:00"},
	{"18 heures", "18:00"},
	{"18 heures 15", "18:15"},
	{"18 uur", "18:00"},
	{"9 o'clock", "09:00"},
	{"hasta las 9 de hoy", "09:00"},
	{"fins a les 9", "09:00"},
	{"at\xc3\xa9 \xc3\xa0s 9", "09:00"},
	{"ore 9", "09:00"},
	{"alle 9", "09:00"},
	{"kl. 9", "09:00"},
	{"12 noon", "12:00"},
	{"noon", "12:00"},
	{"mediod\xc3\xad"
	 "a",
	 "12:00"},
	{"mediodia", "12:00"},
	{"meio-dia", "12:00"},
	{"midi", "12:00"},
	{"mezzogiorno", "12:00"},
	{"12 midnight", "24:00?"},
	{"midnight", "24:00?"},
	{"medianoche", "24:00?"},
	{"meia-noite", "24:00?"},
	{"minuit", "24:00?"},
	{"Mitternacht", "24:00?"},
	{"mezzanotte", "24:00?"},
	{"middernacht", "24:00?"},
	{"12 de la noche", "24:00?"},
	{"las 12 de la noche", "24:00?"},
	{"\xc3\xa0s 12 da noite", "24:00?"},
	{"midday", "12:00"},
	/* units that follow at once */
	{"06.10.24 18:00h", "2024-10-06 18:00"},
	{"18.00h", "18:00"},
	{"18:00hs", "18:00"},
	{"18.00hs", "18:00"},
	{"18:00hrs", "18:00"},
	{"18.00hrs", "18:00"},
	{"18:00Uhr", "18:00"},
	{"18.00Uhr", "18:00"},
	{"16 GMT", "16:00"},
	{"16 Central banks", ""},
	/* halves of the day in words */
	{"las 6 de la ma\xc3\xb1"
	 "ana",
	 "06:00"},
	{"las 3 de la madrugada", "03:00"},
	{"las 6 de la tarde", "18:00"},
	{"las 9.30 de la noche", "21:30"},
	{"les 6 del mat\xc3\xad", "06:00"},
	{"les 6 de la tarda", "18:00"},
	{"les 9 del vespre", "21:00"},
	{"\xc3\xa0s 6 da manh\xc3\xa3", "06:00"},
	{"\xc3\xa0s 3 da madrugada", "03:00"},
	{"\xc3\xa0s 6 da tarde", "18:00"},
	{"\xc3\xa0s 9 da noite", "21:00"},
	{"6 heures du matin", "06:00"},
	{"6 heures de l'apr\xc3\xa8s-midi", "18:00"},
	{"6 heures de l\xe2\x80\x99"
	 "apr\xc3\xa8s-midi",
	 "18:00"},
	{"9 heures du soir", "21:00"},
	{"alle 6 del mattino", "06:00"},
	{"alle 6 di mattina", "06:00"},
	{"ore 6 del pomeriggio", "18:00"},
	{"ore 9 di sera", "21:00"},
	{"6 horas da tarde", "18:00"},
	{"6 hores de la tarda", "18:00"},
	{"6 o'clock in the morning", "06:00"},
	{"6 o'clock in the afternoon", "18:00"},
	{"9 o'clock in the evening", "21:00"},
	{"6 Uhr morgens", "06:00"},
	{"6 Uhr nachmittags", "18:00"},
	{"9 Uhr abends", "21:00"},
	/* Chinese, Japanese, Korean */
	{"2024\xe5\xb9\xb4"
	 "3\xe6\x9c\x88"
	 "5\xe6\x97\xa5 10\xe6\x97\xb6"
	 "11\xe5\x88\x86",
	 "2024-03-05 10:11"},
	{"2024\xe5\xb9\xb4"
	 "12\xe6\x9c\x88"
	 "15\xe6\x97\xa5 10\xe6\x99\x82"
	 "11\xe5\x88\x86",
	 "2024-12-15 10:11"},
	{"2024\xeb\x85\x84 3\xec\x9b\x94 5\xec\x9d\xbc 10:11", "2024-03-05 10:11"},
	/* a stamp of ISO 8601 in a sentence */
	{"until 2024-10-07T10:00:00Z", "2024-10-07 10:00"},
	{"until 2024-10-07T10:00+02:00", "2024-10-07 10:00"},
	{"2024-10-07Tx", ""},
	{"10:00Zebras", ""},
	{"24.00", "24:00"},
	{"24.30", ""},
	{"25:00", ""},
	{"18:60", ""},
	{"18.00.30.2", ""},
	{"1.234.567", ""},
	{"10.00-12.00", "10:00 12:00"},
	{"18:00 -0500", "18:00"},
	{"18:00-0500", "18:00"},
	{"18:00 GMT-03:30", "18:00"},
	{"7,500 people in 12 cities", ""},
};

static void show(const struct tx_moment *moment, char *out, size_t size)
{
	size_t len = strlen(out);
	const struct tx_date *d = &moment->date, *s = &moment->swapped;

	if (len > 0)
		len += (size_t)snprintf(out + len, size - len, " ");
	if (!moment->is_clock)
		len += (size_t)snprintf(out + len, size - len, "%d-%02u-%02u", d->year, d->month,
					d->day);
	else
		len += (size_t)snprintf(out + len, size - len, "%02u:%02u", moment->hour,
					moment->minute);
	if (moment->is_clock && moment->second != 0)
		len += (size_t)snprintf(out + len, size - len, ":%02u", moment->second);
	if (s->day != 0)
		len += (size_t)snprintf(out + len, size - len, "/%d-%02u-%02u", s->year, s->month,
					s->day);
	if (moment->midnight)
		snprintf(out + len, size - len, "?");
}

static void moments_are_found(void **state)
{
	struct tx_moment moments[TX_MOMENTS_MAX];
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		size_t count = tx_moments_find(tx_slice_of(rows[i].text), moments);
		char shown[SHOWN_MAX] = "";
		for (size_t j = 0; j < count; j++)
			show(&moments[j], shown, sizeof(shown));
		if (strcmp(shown, rows[i].want) != 0)
			print_error("\"%s\": \"%s\", not \"%s\"\n", rows[i].text, shown,
				    rows[i].want),
				wrong++;
	}
	assert_int_equal(wrong, 0);
}

static void a_text_may_end_anywhere(void **state)
{
	struct tx_moment moments[TX_MOMENTS_MAX];

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		for (size_t len = 0; len < strlen(rows[i].text); len++) {
			char *copy = test_malloc(len + 1);
			memcpy(copy, rows[i].text, len);
			tx_moments_find(tx_slice(copy, len), moments);
			test_free(copy);
		}
	}
}

static void no_more_than_there_is_room_for(void **state)
{
	struct tx_moment moments[TX_MOMENTS_MAX];

	(void)state;
	assert_int_equal(
		tx_moments_find(TX_LIT("1:00 2:00 3:00 4:00 5:00 6:00 7:00 8:00 9:00 10:00 11:00 "
				       "12:00 13:00 14:00 15:00 16:00 17:00 18:00"),
				moments),
		TX_MOMENTS_MAX);
}

static const struct {
	const char *text;
	size_t len;
	int minutes;
	const char *zone;
} zones[] = {
	{"GMT", 3, 0, ""},
	{"UTC.", 3, 0, ""},
	{"UT", 2, 0, ""},
	{"Z", 1, 0, ""},
	{"EST", 3, -300, ""},
	{"EDT", 3, -240, ""},
	{"CST", 3, -360, ""},
	{"CDT", 3, -300, ""},
	{"MST", 3, -420, ""},
	{"MDT", 3, -360, ""},
	{"PST", 3, -480, ""},
	{"PDT", 3, -420, ""},
	{"CET", 3, 60, ""},
	{"CEST)", 4, 120, ""},
	{"MEZ", 3, 60, ""},
	{"MESZ", 4, 120, ""},
	{"WET", 3, 0, ""},
	{"WEST", 4, 60, ""},
	{"BST", 3, 60, ""},
	{"EET", 3, 120, ""},
	{"EEST", 4, 180, ""},
	{"JST", 3, 540, ""},
	{"KST", 3, 540, ""},
	{"MSK", 3, 180, ""},
	{"AEST", 4, 600, ""},
	{"AEDT", 4, 660, ""},
	{"HKT", 3, 480, ""},
	{"ET", 2, 0, "America/New_York"},
	{"CT", 2, 0, "America/Chicago"},
	{"MT", 2, 0, "America/Denver"},
	{"PT", 2, 0, "America/Los_Angeles"},
	{"GMT+2", 5, 120, ""},
	{"UTC-03:30 ", 9, -210, ""},
	{"+0100", 5, 60, ""},
	{"-05:00", 6, -300, ""},
	{"+02", 3, 120, ""},
	{"+99:00", 0, 0, ""},
	{"+01000", 0, 0, ""},
	{"GMTX", 0, 0, ""},
	{"gmt", 0, 0, ""},
	{"IST", 0, 0, ""},
	{"", 0, 0, ""},
};

static void zones_are_known(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(zones); i++) {
		struct tx_zone_mark mark;
		size_t len = tx_zone_mark(tx_slice_of(zones[i].text), &mark);
		if (len != zones[i].len || (len > 0 && (mark.minutes != zones[i].minutes ||
							!tx_slice_is(mark.zone, zones[i].zone))))
			fail_msg("%s: %zu bytes, %d minutes", zones[i].text, len, mark.minutes);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(moments_are_found),
		cmocka_unit_test(a_text_may_end_anywhere),
		cmocka_unit_test(no_more_than_there_is_room_for),
		cmocka_unit_test(zones_are_known),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
