/* Times of envelopes: ISO 8601 in its basic and extended forms with whatever stands between date
 * and time, RFC 822 (section 5, and RFC 2822's zones), and the day-month-year of the 1980s.
 * Fractions of a second are left out. */
#include "normalizer/times/instants.h"

#include "core/ascii.h"
#include "normalizer/times/zones.h"

#define YEAR_MIN 1800

struct instant {
	struct tx_date date;
	bool has_time, has_zone;
	unsigned hour, minute, second;
	int zone; /* minutes east of Greenwich */
};

struct zone {
	const char *name;
	int minutes;
};

static const struct zone zones[] = {
	{"Z", 0},      {"UT", 0},     {"UTC", 0},    {"GMT", 0},    {"EST", -300}, {"EDT", -240},
	{"CST", -360}, {"CDT", -300}, {"MST", -420}, {"MDT", -360}, {"PST", -480}, {"PDT", -420},
	{"CET", 60},   {"CEST", 120}, {"MEZ", 60},   {"MESZ", 120}, {"WET", 0},    {"WEST", 60},
	{"BST", 60},   {"EET", 120},  {"EEST", 180}, {"JST", 540},  {"MSK", 180},
};

/* Names of a time that is summer time in summer, and a zone that keeps it. */
static const struct {
	const char *name;
	telex_slice zone;
} clocks[] = {
	{"ET", {"America/New_York", 16}},
	{"CT", {"America/Chicago", 15}},
	{"MT", {"America/Denver", 14}},
	{"PT", {"America/Los_Angeles", 19}},
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

static bool take_small(telex_slice *rest, unsigned *ret_number)
{
	size_t digits = rest->len > 1 && tx_is_digit(rest->ptr[1]) ? 2 : 1;

	return take_digits(rest, digits, ret_number);
}

/* "Thu, 19 Feb 2015", "7-APR-1987" */
static bool take_named_date(telex_slice *rest, struct instant *instant)
{
	unsigned day, year, month;
	struct tx_cut weekday = tx_cut(*rest, ',');
	size_t letters = 0;

	if (weekday.found && weekday.head.len < 12)
		*rest = weekday.tail;
	skip(rest, " ");
	if (!take_small(rest, &day))
		return false;
	skip(rest, " -");
	while (letters < rest->len && tx_is_alpha(rest->ptr[letters]))
		letters++;
	month = letters > 0 ? tx_month(tx_slice_take(*rest, letters), TX_CAL_EN, NULL) : 0;
	*rest = tx_slice_skip(*rest, letters);
	skip(rest, " -.");
	bool full = rest->len >= 4 && tx_is_digit(rest->ptr[2]);
	if (month == 0 || !take_digits(rest, full ? 4 : 2, &year))
		return false;
	year += full ? 0U : year < 70 ? 2000U : 1900U;
	instant->date = (struct tx_date){(int16_t)year, (uint8_t)month, (uint8_t)day};
	return true;
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

static bool take_offset(telex_slice rest, struct instant *instant)
{
	unsigned hours, minutes = 0;
	int sign = rest.ptr[0] == '-' ? -1 : 1;

	rest = tx_slice_skip(rest, 1);
	if (!take_digits(&rest, 2, &hours))
		return false;
	skip(&rest, ":");
	if (!take_digits(&rest, 2, &minutes))
		minutes = 0;
	instant->zone = sign * (int)(hours * 60 + minutes);
	return hours < 15 && minutes < 60;
}

static void read_zone(telex_slice name, struct instant *instant)
{
	struct tx_local_time time = {instant->date, instant->hour, instant->minute};

	for (size_t i = 0; i < sizeof(zones) / sizeof(zones[0]); i++) {
		if (tx_slice_eq_nocase(name, tx_slice_of(zones[i].name))) {
			instant->zone = zones[i].minutes;
			instant->has_zone = true;
			return;
		}
	}
	for (size_t i = 0; i < sizeof(clocks) / sizeof(clocks[0]); i++) {
		if (tx_slice_is(name, clocks[i].name))
			instant->has_zone = tx_zone_offset(clocks[i].zone, time, &instant->zone);
	}
}

static void take_zone(telex_slice rest, struct instant *instant)
{
	size_t letters = 0;

	skip(&rest, " ");
	if (rest.len == 0)
		return;
	if (rest.ptr[0] == '+' || rest.ptr[0] == '-') {
		instant->has_zone = take_offset(rest, instant);
		return;
	}
	while (letters < rest.len && tx_is_alpha(rest.ptr[letters]))
		letters++;
	if (letters > 0)
		read_zone(tx_slice_take(rest, letters), instant);
}

static bool parse(telex_slice text, struct instant *ret_instant)
{
	struct instant instant = {0};
	telex_slice rest = tx_trim(text), named = rest;

	if (!take_iso_date(&rest, &instant)) {
		rest = named;
		if (!take_named_date(&rest, &instant))
			return false;
	}
	if (!tx_date_valid(instant.date))
		return false;
	instant.has_time = take_time(&rest, &instant);
	if (instant.has_time)
		take_zone(rest, &instant);
	*ret_instant = instant;
	return true;
}

char *tx_digits_write(char *out, unsigned number, unsigned digits)
{
	for (unsigned at = digits; at-- > 0; number /= 10)
		out[at] = (char)('0' + number % 10);
	return out + digits;
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

bool tx_instant_date(telex_slice text, struct tx_date *ret_date)
{
	struct instant instant;

	if (!parse(text, &instant))
		return false;
	*ret_date = instant.date;
	return true;
}
