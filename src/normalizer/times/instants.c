/* Times of envelopes: ISO 8601 in its basic and extended forms with any mark between date and time,
 * and what people write (core/moment.h).  A date in numbers that can be read in two ways is not
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

struct instant {
	struct tx_date date;
	bool has_time, has_zone;
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

static bool take_iso_date(telex_slice *rest, struct instant *instant)
{
	unsigned year, month, day;

	if (!take_digits(rest, 4, &year))
		return false;
	bool extended = rest->len > 0 && strchr("-/.", rest->ptr[0]) != NULL;
	if (extended)
		*rest = tx_slice_skip(*rest, 1);
	if (!take_digits(rest, 2, &month))
		return false;
	if (extended)
		*rest = tx_slice_skip(*rest, 1);
	if (!take_digits(rest, 2, &day))
		return false;
	instant->date = (struct tx_date){(int16_t)year, (uint8_t)month, (uint8_t)day};
	return year >= YEAR_MIN;
}

static bool take_time(telex_slice *rest, struct instant *instant)
{
	skip(rest, "T ");
	if (!take_digits(rest, 2, &instant->hour))
		return false;
	skip(rest, ":.");
	if (!take_digits(rest, 2, &instant->minute))
		return false;
	skip(rest, ":");
	if (!take_digits(rest, 2, &instant->second))
		instant->second = 0;
	if (rest->len > 1 && (rest->ptr[0] == '.' || rest->ptr[0] == ',')) {
		*rest = tx_slice_skip(*rest, 1);
		skip(rest, "0123456789");
	}
	return instant->hour < 24 && instant->minute < 60 && instant->second < 61;
}

static void take_zone(telex_slice rest, struct instant *instant)
{
	struct tx_local_time time = {instant->date, instant->hour, instant->minute};
	struct tx_zone_mark mark;

	skip(&rest, " ");
	if (tx_zone_mark(rest, &mark) == 0)
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
	instant->has_time = clock != NULL && clock->hour < 24;
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
	instant->has_time = take_time(&text, instant);
	if (instant->has_time)
		take_zone(text, instant);
	return true;
}

/* By the first of the forms that fits. */
static bool parse(telex_slice text, struct instant *ret_instant)
{
	static bool (*const forms[])(telex_slice, struct instant *) = {take_iso, take_mail_date,
								       find_parts};

	text = tx_trim(text);
	for (size_t i = 0; i < TX_COUNT(forms); i++) {
		*ret_instant = (struct instant){0};
		if (forms[i](text, ret_instant))
			return tx_date_valid(ret_instant->date);
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

bool tx_instant_write(telex_slice text, char out[TX_INSTANT_SIZE])
{
	struct instant i;

	if (!parse(text, &i))
		return false;
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
