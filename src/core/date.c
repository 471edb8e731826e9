/* Dates as numbers: the proleptic Gregorian calendar (days from civil, after H. Hinnant's
 * arithmetic), the year of a date that has none, and dates inside paths.  Left out: times and
 * zones, which are kept as text. */
#include <string.h>

#include "core/scan.h"
#include "core/ascii.h"
#include "core/calendar.h"

/* Years of a path's date that are believed: no wire is older, and a number beyond is something
 * else. */
#define PATH_YEAR_MIN 1850
#define PATH_YEAR_MAX 2149

/* 29 February may be this many years away (1896 to 1904). */
#define LEAP_GAP_MAX 8

static bool is_leap(int year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static unsigned days_in_month(struct tx_date date)
{
	static const uint8_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

	if (date.month == 2 && (date.year == 0 || is_leap(date.year)))
		return 29;
	return days[date.month - 1];
}

bool tx_date_valid(struct tx_date date)
{
	return date.month >= 1 && date.month <= 12 && date.day >= 1 &&
	       date.day <= days_in_month(date);
}

int32_t tx_date_days(struct tx_date date)
{
	int32_t year = date.year - (date.month <= 2);
	int32_t era = (year >= 0 ? year : year - 399) / 400;
	int32_t year_of_era = year - era * 400;
	int32_t month_from_march = (date.month + 9) % 12;
	int32_t day_of_year = (153 * month_from_march + 2) / 5 + date.day - 1;
	int32_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

	return era * 146097 + day_of_era - 719468;
}

int32_t tx_days_of_seconds(int64_t seconds)
{
	int64_t day_seconds = (int64_t)24 * 60 * 60;

	return (int32_t)(seconds / day_seconds - (seconds % day_seconds < 0));
}

struct tx_date tx_date_of_days(int32_t days)
{
	int32_t shifted = days + 719468;
	int32_t era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
	int32_t day_of_era = shifted - era * 146097;
	int32_t year_of_era =
		(day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
	int32_t day_of_year =
		day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	int32_t month_from_march = (5 * day_of_year + 2) / 153;
	int32_t month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;

	return (struct tx_date){
		.year = (int16_t)(year_of_era + era * 400 + (month <= 2)),
		.month = (uint8_t)month,
		.day = (uint8_t)(day_of_year - (153 * month_from_march + 2) / 5 + 1)};
}

unsigned tx_date_weekday(struct tx_date date)
{
	/* 1970-01-01 was a Thursday. */
	int32_t from_monday = (tx_date_days(date) + 3) % 7;

	return (unsigned)(from_monday < 0 ? from_monday + 7 : from_monday) + 1;
}

static int32_t distance(struct tx_date a, struct tx_date b)
{
	int32_t days = tx_date_days(a) - tx_date_days(b);

	return days < 0 ? -days : days;
}

int16_t tx_date_nearest_year(struct tx_date date, struct tx_date reference)
{
	int16_t best_year = reference.year;
	int32_t best = INT32_MAX;

	for (int offset = -LEAP_GAP_MAX; offset <= LEAP_GAP_MAX; offset++) {
		struct tx_date candidate = {(int16_t)(reference.year + offset), date.month,
					    date.day};
		int32_t days;

		if (candidate.year == 0 || !tx_date_valid(candidate))
			continue;
		days = distance(candidate, reference);
		if (days < best) {
			best = days;
			best_year = candidate.year;
		}
	}
	return best_year;
}

/* The number of exactly `count` digits at the start of `s`, or -1. */
static int read_digits(telex_slice s, size_t count)
{
	int number = 0;

	if (s.len < count)
		return -1;
	for (size_t i = 0; i < count; i++) {
		if (!tx_is_digit(s.ptr[i]))
			return -1;
		number = number * 10 + (s.ptr[i] - '0');
	}
	return number;
}

/* Year, month and day at the start of `s`, `gap` separator bytes between them. */
static bool read_date(telex_slice s, size_t gap, struct tx_date *ret_date)
{
	int year = read_digits(s, 4);
	int month = read_digits(tx_slice_skip(s, 4 + gap), 2);
	int day = read_digits(tx_slice_skip(s, 6 + 2 * gap), 2);

	if (year < 1 || month < 1 || day < 1)
		return false;
	*ret_date = (struct tx_date){(int16_t)year, (uint8_t)month, (uint8_t)day};
	return tx_date_valid(*ret_date);
}

bool tx_date_parse_iso(telex_slice text, struct tx_date *ret_date)
{
	return text.len == 10 && text.ptr[4] == '-' && text.ptr[7] == '-' &&
	       read_date(text, 1, ret_date);
}

static bool is_separator(char c)
{
	return c == '/' || c == '-' || c == '_' || c == '.';
}

/* Whether the digits at the start of `s` are a date alone or before a time (hhmm, hhmmss), or a
 * date with separators. */
static bool read_path_date(telex_slice s, struct tx_date *ret_date)
{
	size_t digits = tx_count_digits(s);
	bool found = false;

	if (digits == 8 || digits == 12 || digits == 14)
		found = read_date(s, 0, ret_date);
	else if (digits == 4 && s.len >= 10 && is_separator(s.ptr[4]) && s.ptr[7] == s.ptr[4])
		found = tx_count_digits(tx_slice_skip(s, 8)) == 2 && read_date(s, 1, ret_date);
	return found && ret_date->year >= PATH_YEAR_MIN && ret_date->year <= PATH_YEAR_MAX;
}

static bool full_date_in_path(telex_slice path, struct tx_date *ret_date)
{
	bool found = false;

	for (size_t i = 0; i < path.len;) {
		telex_slice rest = tx_slice_skip(path, i);
		size_t digits = tx_count_digits(rest);
		struct tx_date date;

		if (digits > 0 && read_path_date(rest, &date)) {
			*ret_date = date;
			found = true;
		}
		i += digits > 0 ? digits : 1;
	}
	return found;
}

/* The month alone: "04". */
static int read_month(telex_slice s)
{
	int month = s.len == 2 ? read_digits(s, 2) : -1;

	return month >= 1 && month <= 12 ? month : 0;
}

/* An archive is a folder too: its name may have an ending. */
static telex_slice without_ending(telex_slice name)
{
	for (size_t i = 1; i + 1 < name.len; i++) {
		if (name.ptr[i] == '.' && !tx_is_digit(name.ptr[i + 1]))
			return tx_slice_take(name, i);
	}
	return name;
}

/* A folder's name that is a year, perhaps with a month. */
static bool read_year_folder(telex_slice name, struct tx_date *ret_date)
{
	name = without_ending(name);
	int year = read_digits(name, 4);
	telex_slice rest = tx_slice_skip(name, 4);

	if (rest.len == 3 && is_separator(rest.ptr[0]))
		rest = tx_slice_skip(rest, 1);
	int month = read_month(rest);
	if (year < PATH_YEAR_MIN || year > PATH_YEAR_MAX || (rest.len > 0 && month == 0))
		return false;
	*ret_date = (struct tx_date){(int16_t)year, (uint8_t)month, 0};
	return true;
}

/* Of the folders, not of the file's own name. */
static bool folder_date_in_path(telex_slice path, struct tx_date *ret_date)
{
	bool found = false, needs_month = false;

	while (path.len > 0 && memchr(path.ptr, '/', path.len) != NULL) {
		struct tx_cut cut = tx_cut(path, '/');
		int month = read_month(without_ending(cut.head));

		if (needs_month && month != 0)
			ret_date->month = (uint8_t)month;
		needs_month = read_year_folder(cut.head, ret_date);
		found = found || needs_month;
		needs_month = needs_month && ret_date->month == 0;
		path = cut.tail;
	}
	return found;
}

bool tx_date_in_path(telex_slice path, struct tx_date *ret_date)
{
	return full_date_in_path(path, ret_date) || folder_date_in_path(path, ret_date);
}

char *tx_digits_write(char *out, unsigned number, unsigned digits)
{
	for (unsigned at = digits; at-- > 0; number /= 10)
		out[at] = (char)('0' + number % 10);
	return out + digits;
}
