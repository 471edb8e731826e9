/* Embargo notes: "EMBARGADO HASTA LAS 12.00 HORAS DEL 14 DE MARZO DE 2019", "Embargoed to 0001
 * Thursday March 14", "Sperrfrist: 14. März 2019, 10:00 Uhr".  A time and a date are looked for
 * anywhere in the note; without both telex leaves the note as it is.  The zone is the one that
 * stands behind the time, or is told by the same hour in UTC ("09.17 hora local (07.17 GMT)"), or
 * the note says whose time it is.  Left out: "tomorrow", "noon", times of day in words. */
#include "normalizer/embargo.h"

#include <stdio.h>

#include "core/ascii.h"
#include "normalizer/dates.h"
#include "tokenizer/dateline.h"

#define DAY_MINUTES (24 * 60)
#define EAST_MAX    (14 * 60) /* no clock is farther from Greenwich, this way or the other */
#define QUARTER     15

struct clock_time {
	unsigned hour, minute;
	size_t start; /* in the note */
	bool found;
};

struct zone {
	const char *name;
	int minutes; /* east of Greenwich */
};

/* Zones that mean one thing only. */
static const struct zone zones[] = {
	{"GMT", 0}, {"UTC", 0}, {"CET", 60}, {"CEST", 120}, {"MEZ", 60}, {"MESZ", 120},
};

/* Words for the time of the place where the story is, in small letters. */
static const char *const local_words[] = {"hora local", "horas locales",     "local time",
					  "ortszeit",   "heure locale",      "heures locales",
					  "ora locale", "plaatselijke tijd", NULL};

/* Words for the time of a place; where it has no name here, the name follows. */
static const struct {
	const char *words;
	telex_slice place;
} place_words[] = {
	{"peninsular", {"Madrid", 6}},
	{"hora espa\xc3\xb1ola", {"Madrid", 6}},
	{"hora oficial espa\xc3\xb1ola", {"Madrid", 6}},
	{"hora de ", {NULL, 0}},
	{"hora em ", {NULL, 0}},
	{"heure de ", {NULL, 0}},
	{"ora di ", {NULL, 0}},
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
		time.hour = two_digits(s.ptr);
		time.minute = two_digits(s.ptr + 2);
		time.found = true;
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

/* The first time of day from `at` that is no year. */
static struct clock_time find_time(telex_slice note, size_t at)
{
	for (; at < note.len; at++) {
		if (!tx_is_digit(note.ptr[at]) || (at > 0 && in_word(note.ptr[at - 1])))
			continue;
		struct clock_time time = read_time(tx_slice_skip(note, at));
		bool year = time.found && count_digits(tx_slice_skip(note, at)) == 4 &&
			    time.hour >= 19 && time.hour <= 20;
		time.start = at;
		if (time.found && !year)
			return time;
	}
	return (struct clock_time){.start = note.len};
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

static const struct zone *find_zone(telex_slice text)
{
	for (size_t at = 0; at < text.len; at++) {
		if (at > 0 && in_word(text.ptr[at - 1]))
			continue;
		for (size_t i = 0; i < sizeof(zones) / sizeof(zones[0]); i++) {
			telex_slice name = tx_slice_of(zones[i].name),
				    rest = tx_slice_skip(text, at);
			if (tx_slice_starts(rest, name) &&
			    (rest.len == name.len || !in_word(rest.ptr[name.len])))
				return &zones[i];
		}
	}
	return NULL;
}

/* Where `words` stand in the text, without case; the text's length when they do not. */
static size_t find_words(telex_slice text, const char *words)
{
	size_t at = 0;

	while (at < text.len &&
	       !tx_slice_starts_nocase(tx_slice_skip(text, at), tx_slice_of(words)))
		at++;
	return at;
}

/* The name at the start of the text: up to a mark or a word in small letters. */
static telex_slice name_at(telex_slice text)
{
	size_t len = 0;

	for (size_t i = 0; i < text.len && strchr(",.;:()", text.ptr[i]) == NULL; i++) {
		bool starts = i == 0 || text.ptr[i - 1] == ' ';
		if (starts && tx_is_lower(text.ptr[i]))
			break;
		len = text.ptr[i] == ' ' ? len : i + 1;
	}
	return tx_slice_take(text, len);
}

/* Whose time the words behind it say it is. */
static enum tx_clock read_clock(telex_slice words, telex_slice *ret_place)
{
	for (const char *const *w = local_words; *w != NULL; w++) {
		if (find_words(words, *w) < words.len)
			return TX_CLOCK_LOCAL;
	}
	for (size_t i = 0; i < sizeof(place_words) / sizeof(place_words[0]); i++) {
		size_t at = find_words(words, place_words[i].words);
		if (at == words.len)
			continue;
		*ret_place = place_words[i].place;
		if (ret_place->ptr == NULL)
			*ret_place =
				name_at(tx_slice_skip(words, at + strlen(place_words[i].words)));
		return TX_CLOCK_PLACE;
	}
	return TX_CLOCK_SENDER;
}

/* The same hour in another zone, in brackets behind it, tells the zone of the first. */
static bool read_pair(telex_slice note, struct clock_time time, struct clock_time second,
		      int *ret_minutes)
{
	const struct zone *zone = find_zone(tx_slice_skip(note, second.start));

	if (!second.found || second.start == 0 || note.ptr[second.start - 1] != '(' || zone == NULL)
		return false;
	int minutes = (int)(time.hour * 60 + time.minute) -
		      (int)(second.hour * 60 + second.minute) + zone->minutes;
	if (minutes > EAST_MAX)
		minutes -= DAY_MINUTES;
	if (minutes < -EAST_MAX)
		minutes += DAY_MINUTES;
	*ret_minutes = minutes;
	return minutes % QUARTER == 0;
}

/* The zone that the note says, in minutes; else whose time it is. */
static enum tx_clock read_zone(telex_slice note, struct clock_time time, telex_slice *ret_place,
			       int *ret_minutes)
{
	struct clock_time second = find_time(note, time.start + 1);
	telex_slice behind = tx_slice_skip(tx_slice_take(note, second.start), time.start);
	const struct zone *zone = find_zone(behind);
	enum tx_clock clock = TX_CLOCK_STATED;

	if (zone == NULL && read_pair(note, time, second, ret_minutes))
		return clock;
	if (zone == NULL)
		clock = read_clock(behind, ret_place);
	if (zone == NULL && clock == TX_CLOCK_SENDER)
		zone = find_zone(note);
	if (zone == NULL)
		return clock;
	*ret_minutes = zone->minutes;
	return TX_CLOCK_STATED;
}

bool tx_embargo_read(telex_slice note, struct tx_date near, struct tx_embargo *ret_embargo)
{
	struct clock_time time = find_time(note, 0);
	struct tx_date date = find_date(note);
	char day[11], zone[8] = "Z";
	int minutes = 0;

	if (date.month != 0 && date.year == 0 && near.year != 0 && near.month != 0)
		date.year = tx_date_nearest_year(date, near);
	if (!time.found || !tx_date_write(date, day))
		return false;
	*ret_embargo = (struct tx_embargo){.place = {NULL, 0}};
	ret_embargo->clock = read_zone(note, time, &ret_embargo->place, &minutes);
	if (minutes != 0)
		snprintf(zone, sizeof(zone), "%c%02d:%02d", minutes < 0 ? '-' : '+',
			 (minutes < 0 ? -minutes : minutes) / 60 % 100,
			 (minutes < 0 ? -minutes : minutes) % 60);
	snprintf(ret_embargo->time, sizeof(ret_embargo->time), "%sT%02u:%02u:00%s", day, time.hour,
		 time.minute, ret_embargo->clock == TX_CLOCK_STATED ? zone : "");
	return true;
}
