/* Embargo notes: "EMBARGADO HASTA LAS 12.00 HORAS DEL 14 DE MARZO DE 2019", "Embargoed to 0001
 * Thursday March 14", "Sperrfrist: 14. März 2019, 10:00 Uhr".  A time and a date are looked for
 * anywhere in the note; without both telex leaves the note as it is.  Left out: "tomorrow", "noon",
 * times of day in words. */
#include "normalizer/embargo.h"

#include <stdio.h>

#include "core/ascii.h"
#include "normalizer/dates.h"
#include "tokenizer/dateline.h"

struct clock_time {
	unsigned hour, minute;
	bool found;
};

struct zone {
	const char *name;
	const char *offset;
};

/* Zones that mean one thing only. */
static const struct zone zones[] = {
	{"GMT", "Z"},       {"UTC", "Z"},      {"CET", "+01:00"},
	{"CEST", "+02:00"}, {"MEZ", "+01:00"}, {"MESZ", "+02:00"},
};

static bool in_word(char c)
{
	return tx_char_is(c, TX_CHAR_UPPER | TX_CHAR_LOWER | TX_CHAR_DIGIT | TX_CHAR_HIGH);
}

static unsigned two_digits(const char *p)
{
	return (unsigned)(p[0] - '0') * 10 + (unsigned)(p[1] - '0');
}

static size_t count_digits(telex_slice s)
{
	size_t len = 0;

	while (len < s.len && tx_is_digit(s.ptr[len]))
		len++;
	return len;
}

/* "12.00", "9:30", "0001", "17h00" at the start of `s`. */
static struct clock_time read_time(telex_slice s)
{
	struct clock_time time = {0};
	size_t digits = count_digits(s);
	telex_slice rest = tx_slice_skip(s, digits);

	if (digits == 4) {
		time = (struct clock_time){two_digits(s.ptr), two_digits(s.ptr + 2), true};
	} else if ((digits == 1 || digits == 2) && rest.len >= 3 &&
		   strchr(".:hH", rest.ptr[0]) != NULL &&
		   count_digits(tx_slice_skip(rest, 1)) == 2) {
		time.hour = digits == 2 ? two_digits(s.ptr) : (unsigned)(s.ptr[0] - '0');
		time.minute = two_digits(rest.ptr + 1);
		time.found = true;
	}
	time.found = time.found && time.hour < 24 && time.minute < 60;
	return time;
}

/* The first time of day that is no year. */
static struct clock_time find_time(telex_slice note)
{
	for (size_t at = 0; at < note.len; at++) {
		if (!tx_is_digit(note.ptr[at]) || (at > 0 && in_word(note.ptr[at - 1])))
			continue;
		struct clock_time time = read_time(tx_slice_skip(note, at));
		bool year = time.found && count_digits(tx_slice_skip(note, at)) == 4 &&
			    time.hour >= 19 && time.hour <= 20;
		if (time.found && !year)
			return time;
	}
	return (struct clock_time){0};
}

/* The date that says most among those that end at some word of the note. */
static struct tx_date find_date(telex_slice note)
{
	struct tx_date best = {0}, date;
	bool found;

	for (size_t end = 1; end <= note.len; end++) {
		if (end < note.len && (in_word(note.ptr[end]) || !in_word(note.ptr[end - 1])))
			continue;
		tx_dateline_cut_date(tx_slice_take(note, end), TX_CAL_ANY, &date, &found);
		if (!found || date.month == 0 || date.day == 0 || !tx_date_valid(date))
			continue;
		if (best.year == 0 || date.year != 0)
			best = date;
	}
	return best;
}

static const char *find_zone(telex_slice note)
{
	for (size_t at = 0; at < note.len; at++) {
		if (at > 0 && in_word(note.ptr[at - 1]))
			continue;
		for (size_t i = 0; i < sizeof(zones) / sizeof(zones[0]); i++) {
			telex_slice name = tx_slice_of(zones[i].name),
				    rest = tx_slice_skip(note, at);
			if (tx_slice_starts(rest, name) &&
			    (rest.len == name.len || !in_word(rest.ptr[name.len])))
				return zones[i].offset;
		}
	}
	return "";
}

bool tx_embargo_read(telex_slice note, struct tx_date near, char out[32])
{
	struct clock_time time = find_time(note);
	struct tx_date date = find_date(note);
	char day[11];

	if (date.month != 0 && date.year == 0 && near.year != 0 && near.month != 0)
		date.year = tx_date_nearest_year(date, near);
	if (!time.found || !tx_date_write(date, day))
		return false;
	snprintf(out, 32, "%sT%02u:%02u:00%s", day, time.hour, time.minute, find_zone(note));
	return true;
}
