/* Times of envelopes: ISO 8601 in its basic and extended forms with any mark between date and time,
 * weeks and days of the year too; seconds since 1970; asctime() of C; and what people write (core/moment.h).  A date in numbers that can be read in two ways is not
 * read.  Fractions of a second are left out. */
#include "normalizer/times/instants.h"

#include "core/scan.h"
#include "core/ascii.h"
#include "core/moment.h"
#include "core/zone_mark.h"
#include "normalizer/times/zones.h"

#define YEAR_MIN    1800
#define TEXT_MAX    200 /* bytes; a longer text is not a date */
#define DAY_MINUTES (24 * 60)

#define SECONDS_DIGITS 10 /* of a time in seconds since 1970 */
#define MILLIS_DIGITS  13

struct instant {
	struct tx_date date;
	bool has_time, has_zone;
	bool leaves; /* something that is part of it was not read */
	unsigned hour, minute, second;
	int zone; /* minutes east of Greenwich */
};

/* Take exactly `digits` digits. */
static bool take_digits(telex_slice *rest, size_t digits, unsigned *ret_number)
{
	unsigned number = 0;

	if (rest->len < digits)
		return false;
	for (size_t i = 0; i < digits; i++) {
		if (!tx_is_digit(rest->ptr[i]))
			return false;
		number = number * 10 + (unsigned)(rest->ptr[i] - '0');
	}
	*rest = tx_slice_skip(*rest, digits);
	*ret_number = number;
	return true;
}

static void skip(telex_slice *rest, const char *signs)
{
	while (rest->len > 0 && strchr(signs, rest->ptr[0]) != NULL)
		*rest = tx_slice_skip(*rest, 1);
}

/* One digit or two; a number of one digit only where more than digits parts the numbers. */
static bool take_pair(telex_slice *rest, bool parted, unsigned *ret_number)
{
	return take_digits(rest, 2, ret_number) || (parted && take_digits(rest, 1, ret_number));
}

static struct tx_date day_of_year(unsigned year, unsigned day)
{
	struct tx_date first = {(int16_t)year, 1, 1};
	struct tx_date date = tx_date_of_days(tx_date_days(first) + (int32_t)day - 1);

	return date.year == first.year ? date : (struct tx_date){0};
}

/* Week 1 is the one that 4 January is in; day 1 is Monday. */
static struct tx_date day_of_week(unsigned year, unsigned week, unsigned day)
{
	struct tx_date fourth = {(int16_t)year, 1, 4};
	int32_t monday = tx_date_days(fourth) - (int32_t)tx_date_weekday(fourth) + 1;

	int32_t first = monday + ((int32_t)week - 1) * 7;
	/* A week is in the year of its Thursday. */
	if (week < 1 || day < 1 || day > 7 || tx_date_of_days(first + 3).year != fourth.year)
		return (struct tx_date){0};
	return tx_date_of_days(first + (int32_t)day - 1);
}

static bool ends_digits(telex_slice rest)
{
	return rest.len == 0 || !tx_is_digit(rest.ptr[0]);
}

/* "2024-W10-2", "2024W102", "2024-065" after the year. */
static bool take_other_day(telex_slice *rest, unsigned year, struct instant *instant)
{
	telex_slice at = *rest;
	unsigned week, day;

	if (at.len > 0 && at.ptr[0] == '-')
		at = tx_slice_skip(at, 1);
	if (at.len > 0 && at.ptr[0] == 'W') {
		at = tx_slice_skip(at, 1);
		if (!take_digits(&at, 2, &week))
			return false;
		skip(&at, "-");
		if (!take_digits(&at, 1, &day) || !ends_digits(at))
			return false;
		instant->date = day_of_week(year, week, day);
	} else {
		if (rest->ptr[0] != '-' || !take_digits(&at, 3, &day) || !ends_digits(at))
			return false;
		instant->date = day_of_year(year, day);
	}
	*rest = at;
	return true;
}

static bool take_iso_date(telex_slice *rest, struct instant *instant)
{
	unsigned year, month, day;

	if (!take_digits(rest, 4, &year) || rest->len == 0 || year < YEAR_MIN)
		return false;
	if (take_other_day(rest, year, instant))
		return true;
	bool extended = strchr("-/.", rest->ptr[0]) != NULL;
	if (extended)
		*rest = tx_slice_skip(*rest, 1);
	if (!take_pair(rest, extended, &month))
		return false;
	if (extended)
		*rest = tx_slice_skip(*rest, 1);
	if (!take_pair(rest, extended, &day))
		return false;
	instant->date = (struct tx_date){(int16_t)year, (uint8_t)month, (uint8_t)day};
	return true;
}

static bool take_time(telex_slice *rest, struct instant *instant)
{
	skip(rest, "T ");
	bool parted = rest->len > 1 && rest->ptr[1] == ':';
	if (!take_pair(rest, parted, &instant->hour))
		return false;
	parted = rest->len > 0 && rest->ptr[0] == ':';
	skip(rest, ":.");
	if (!take_pair(rest, parted, &instant->minute))
		return false;
	parted = rest->len > 0 && rest->ptr[0] == ':';
	skip(rest, ":");
	if (!take_pair(rest, parted, &instant->second))
		instant->second = 0;
	if (rest->len > 1 && (rest->ptr[0] == '.' || rest->ptr[0] == ',')) {
		*rest = tx_slice_skip(*rest, 1);
		skip(rest, "0123456789");
	}
	bool last = instant->hour == 24 && instant->minute == 0 && instant->second == 0;
	return (instant->hour < 24 || last) && instant->minute < 60 && instant->second < 61;
}

/* The hour 24 is the next day's first. */
static void end_day(struct instant *instant)
{
	if (!instant->has_time || instant->hour != 24 || !tx_date_valid(instant->date))
		return;
	instant->date = tx_date_of_days(tx_date_days(instant->date) + 1);
	instant->hour = 0;
}

/* "Europe/Madrid" of the IANA time-zone database. */
static bool take_zone_name(telex_slice rest, struct tx_zone_mark *ret_mark)
{
	size_t len = 0;

	while (len < rest.len &&
	       (tx_is_alpha(rest.ptr[len]) || strchr("/_-", rest.ptr[len]) != NULL))
		len++;
	*ret_mark = (struct tx_zone_mark){.zone = tx_slice_take(rest, len)};
	return memchr(rest.ptr, '/', len) != NULL;
}

static void take_zone(telex_slice rest, struct instant *instant)
{
	struct tx_local_time time = {instant->date, instant->hour, instant->minute};
	struct tx_zone_mark mark;

	skip(&rest, " ([");
	if (tx_zone_mark(rest, &mark) == 0 && !take_zone_name(rest, &mark))
		return;
	instant->zone = mark.minutes;
	instant->has_zone = mark.zone.len == 0 || tx_zone_offset(mark.zone, time, &instant->zone);
}

static void skip_word(telex_slice *rest)
{
	while (rest->len > 0 && tx_is_alpha(rest->ptr[0]))
		*rest = tx_slice_skip(*rest, 1);
}

/* The form of mails and RSS (RFC 5322, section 3.3), whole and with its zone: find_parts() reads it
 * as well, in ten times as many instructions. */
static bool take_mail_date(telex_slice rest, struct instant *instant)
{
	unsigned day, year;
	telex_slice word;

	skip_word(&rest);
	skip(&rest, ", ");
	if (!take_digits(&rest, 2, &day) && !take_digits(&rest, 1, &day))
		return false;
	skip(&rest, " ");
	word = rest;
	skip_word(&rest);
	unsigned month =
		word.len - rest.len != 3 ? 0 : tx_month(tx_slice_take(word, 3), TX_CAL_EN, NULL);
	skip(&rest, " ");
	if (month == 0 || !take_digits(&rest, 4, &year) || rest.len == 0 || rest.ptr[0] != ' ')
		return false;
	instant->date = (struct tx_date){(int16_t)year, (uint8_t)month, (uint8_t)day};
	instant->has_time = year >= YEAR_MIN && take_time(&rest, instant);
	if (instant->has_time)
		take_zone(rest, instant);
	return instant->has_zone;
}

/* "Thu, 19 Feb 2015 17:18:40 +1100", "7-APR-1987 11:02", "domingo, 3 de marzo de 2024, 10.00": one
 * date and at most one time of day. */
static bool find_parts(telex_slice text, struct instant *instant)
{
	struct tx_moment moments[TX_MOMENTS_MAX];
	size_t count = text.len > TEXT_MAX ? 0 : tx_moments_find(text, moments);
	const struct tx_moment *date = NULL, *clock = NULL;

	for (size_t i = 0; i < count; i++) {
		const struct tx_moment **part = moments[i].is_clock ? &clock : &date;
		if (*part != NULL)
			return false;
		*part = &moments[i];
	}
	if (date == NULL || date->date.year == 0 || date->swapped.day != 0)
		return false;
	instant->date = date->date;
	instant->has_time = clock != NULL;
	if (!instant->has_time)
		return true;
	instant->hour = clock->hour;
	instant->minute = clock->minute;
	instant->second = clock->second;
	take_zone(tx_slice_skip(text, clock->end), instant);
	return true;
}

static bool take_iso(telex_slice text, struct instant *instant)
{
	if (!take_iso_date(&text, instant))
		return false;
	bool more = text.len > 1 && strchr("T ", text.ptr[0]) != NULL && tx_is_digit(text.ptr[1]);
	instant->has_time = take_time(&text, instant);
	if (instant->has_time)
		take_zone(text, instant);
	instant->leaves = instant->has_time ? !instant->has_zone && !tx_is_blank(text) : more;
	return true;
}

/* "Tue Mar  5 10:11:12 2024", with a zone before the year or after it. */
static bool take_asctime(telex_slice rest, struct instant *instant)
{
	unsigned day, year;
	telex_slice word;

	skip_word(&rest);
	skip(&rest, ", ");
	word = rest;
	skip_word(&rest);
	unsigned month = tx_month(tx_slice_take(word, word.len - rest.len), TX_CAL_EN, NULL);
	skip(&rest, " ");
	if (word.len - rest.len < 4 || month == 0 || !take_pair(&rest, true, &day) ||
	    rest.len == 0 || rest.ptr[0] != ' ' || !take_time(&rest, instant))
		return false;
	telex_slice zone = tx_trim(rest);
	while (rest.len > 0 &&
	       !(rest.ptr[0] == ' ' && tx_count_digits(tx_slice_skip(rest, 1)) == 4))
		rest = tx_slice_skip(rest, 1);
	skip(&rest, " ");
	if (!take_digits(&rest, 4, &year) || year < YEAR_MIN)
		return false;
	instant->date = (struct tx_date){(int16_t)year, (uint8_t)month, (uint8_t)day};
	instant->has_time = true;
	take_zone(zone, instant);
	if (!instant->has_zone)
		take_zone(rest, instant);
	return true;
}

/* Seconds or milliseconds since 1970: ten digits or thirteen, which are not a year's. */
static bool take_seconds(telex_slice text, struct instant *instant)
{
	uint64_t seconds = 0;

	if ((text.len != SECONDS_DIGITS && text.len != MILLIS_DIGITS) ||
	    tx_count_digits(text) != text.len || tx_slice_opens(text, "19") ||
	    tx_slice_opens(text, "20"))
		return false;
	for (size_t i = 0; i < SECONDS_DIGITS; i++)
		seconds = seconds * 10 + (uint64_t)(text.ptr[i] - '0');
	instant->date = tx_date_of_days(tx_days_of_seconds((int64_t)seconds));
	instant->hour = (unsigned)(seconds / 3600 % 24);
	instant->minute = (unsigned)(seconds / 60 % 60);
	instant->second = (unsigned)(seconds % 60);
	instant->has_time = instant->has_zone = true;
	return true;
}

/* By the first of the forms that fits. */
static bool parse(telex_slice text, struct instant *ret_instant)
{
	static bool (*const forms[])(telex_slice, struct instant *) = {
		take_seconds, take_iso, take_mail_date, take_asctime, find_parts};

	text = tx_trim(text);
	for (size_t i = 0; i < TX_COUNT(forms); i++) {
		*ret_instant = (struct instant){0};
		if (forms[i](text, ret_instant)) {
			end_day(ret_instant);
			return tx_date_valid(ret_instant->date);
		}
	}
	return false;
}

static char *write_pair(char *out, char sign, unsigned number)
{
	*out = sign;
	return tx_digits_write(out + 1, number, 2);
}

static char *write_zone(char *out, int minutes)
{
	unsigned distance = (unsigned)(minutes < 0 ? -minutes : minutes);

	if (minutes == 0) {
		*out = 'Z';
		return out + 1;
	}
	return write_pair(write_pair(out, minutes < 0 ? '-' : '+', distance / 60), ':',
			  distance % 60);
}

bool tx_instant_read(telex_slice text, char out[TX_INSTANT_SIZE], bool *ret_leaves)
{
	struct instant i;

	*ret_leaves = false;
	if (!parse(text, &i))
		return false;
	*ret_leaves = i.leaves;
	out = tx_digits_write(out, (unsigned)i.date.year, 4);
	out = write_pair(write_pair(out, '-', i.date.month), '-', i.date.day);
	if (i.has_time)
		out = write_pair(write_pair(write_pair(out, 'T', i.hour), ':', i.minute), ':',
				 i.second);
	if (i.has_zone)
		out = write_zone(out, i.zone);
	*out = '\0';
	return true;
}

bool tx_instant_write(telex_slice text, char out[TX_INSTANT_SIZE])
{
	bool leaves;

	return tx_instant_read(text, out, &leaves);
}

bool tx_instant_minutes(telex_slice text, int64_t *ret_minutes)
{
	struct instant i;

	if (!parse(text, &i) || !i.has_time)
		return false;
	*ret_minutes =
		(int64_t)tx_date_days(i.date) * DAY_MINUTES + i.hour * 60 + i.minute - i.zone;
	return true;
}

bool tx_instant_date(telex_slice text, struct tx_date *ret_date)
{
	struct instant instant;

	if (!parse(text, &instant))
		return false;
	*ret_date = instant.date;
	return true;
}
