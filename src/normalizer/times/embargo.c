/* Embargo notes: "EMBARGADO HASTA LAS 12.00 HORAS DEL 14 DE MARZO DE 2019", "Embargoed to 0001
 * Thursday March 14", "Sperrfrist: 14. März 2019, 10:00 Uhr".  Every date of a note is read with
 * the time of day nearest to it.  An embargo must never end early: of several readings the latest
 * counts, and the note is unclear.  The zone is the one after the time, or follows from the same
 * hour in UTC ("09.17 hora local (07.17 GMT)"), or the note says whose time it is.  Left out: days
 * relative to another ("tomorrow", "Thursday" alone). */
#include "normalizer/times/embargo.h"

#include <stdio.h>

#include "core/scan.h"
#include "core/ascii.h"
#include "core/moment.h"
#include "core/zone_mark.h"
#include "normalizer/times/dates.h"
#include "normalizer/times/instants.h"
#include "normalizer/times/zones.h"

#define DAY_MINUTES (24 * 60)
#define EAST_MAX    (14 * 60) /* no clock is farther from Greenwich, this way or the other */
#define QUARTER     15
#define PAST_DAYS   30 /* that an embargo may lie in the past */

struct reading {
	telex_slice note;
	struct tx_date near;
	struct tx_moment moments[TX_MOMENTS_MAX];
	size_t count;
	bool repeats[TX_MOMENTS_MAX]; /* times that say the one before them again, in UTC */
};

/* A date with a time of day. */
struct candidate {
	struct tx_date date;
	const struct tx_moment *clock;
	bool has_zone;
	int zone;        /* minutes east of Greenwich */
	int64_t minutes; /* since 1970, by the clock or, with a zone, in UTC */
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
	{"peninsular", TX_SLICE("Madrid")},
	{"hora espa\xc3\xb1ola", TX_SLICE("Madrid")},
	{"hora oficial espa\xc3\xb1ola", TX_SLICE("Madrid")},
	{"hora de ", {NULL, 0}},
	{"hora em ", {NULL, 0}},
	{"heure de ", {NULL, 0}},
	{"ora di ", {NULL, 0}},
	{"hora local de ", {NULL, 0}},
	{"hora local em ", {NULL, 0}},
	{"heure locale de ", {NULL, 0}},
	{"ora locale di ", {NULL, 0}},
	{"local time in ", {NULL, 0}},
	{"ortszeit in ", {NULL, 0}},
	{"heure fran\xc3\xa7"
	 "aise",
	 TX_SLICE("Paris")},
	{"ora italiana", TX_SLICE("Rome")},
};

/* Words after the name of the place whose time it is. */
static const char *const place_endings[] = {" time", "er zeit", NULL};

static bool in_word(char c)
{
	return tx_char_is(c, TX_CHAR_UPPER | TX_CHAR_LOWER | TX_CHAR_DIGIT | TX_CHAR_HIGH);
}

/* Where `words` are in the text, without case; the text's length when they are not. */
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

/* The name that is before a place's ending, "London" of "10:00 London time". */
static bool read_place_before(telex_slice words, telex_slice *ret_place)
{
	for (const char *const *ending = place_endings; *ending != NULL; ending++) {
		size_t at = find_words(words, *ending);
		if (at == words.len)
			continue;
		telex_slice name = tx_trim(tx_slice_take(words, at));
		if (name.len > 0 && tx_is_upper(name.ptr[0]) && name_at(name).len == name.len) {
			*ret_place = name;
			return true;
		}
	}
	return false;
}

/* Whose time the words after it say it is. */
static enum tx_clock read_clock(telex_slice words, telex_slice *ret_place)
{
	for (size_t i = 0; i < TX_COUNT(place_words); i++) {
		size_t at = find_words(words, place_words[i].words);
		if (at == words.len)
			continue;
		*ret_place = place_words[i].place;
		if (ret_place->ptr == NULL)
			*ret_place =
				name_at(tx_slice_skip(words, at + strlen(place_words[i].words)));
		return TX_CLOCK_PLACE;
	}
	for (const char *const *w = local_words; *w != NULL; w++) {
		if (find_words(words, *w) < words.len)
			return TX_CLOCK_LOCAL;
	}
	return read_place_before(words, ret_place) ? TX_CLOCK_PLACE : TX_CLOCK_SENDER;
}

/* The first zone that the text names. */
static bool find_zone(telex_slice text, struct tx_zone_mark *ret_mark)
{
	for (size_t at = 0; at < text.len; at++) {
		bool starts = tx_is_upper(text.ptr[at]) && (at == 0 || !in_word(text.ptr[at - 1]));
		/* "Z" and "ET" in a sentence may be anything. */
		if (starts && tx_zone_mark(tx_slice_skip(text, at), ret_mark) > 2 &&
		    !ret_mark->is_word)
			return true;
	}
	return false;
}

/* The text from a time of day to the next one. */
static telex_slice words_after(const struct reading *reading, const struct tx_moment *clock)
{
	size_t end = reading->note.len;

	for (const struct tx_moment *m = clock + 1; m < reading->moments + reading->count; m++) {
		if (m->is_clock) {
			end = m->start;
			break;
		}
	}
	return tx_slice_skip(tx_slice_take(reading->note, end), clock->end);
}

static bool offset_of_mark(const struct tx_zone_mark *mark, const struct candidate *candidate,
			   int *ret_offset)
{
	const struct tx_moment *clock = candidate->clock;
	struct tx_local_time time = {candidate->date, clock->hour % 24, clock->minute};

	*ret_offset = mark->minutes;
	return mark->zone.len == 0 || tx_zone_offset(mark->zone, time, ret_offset);
}

/* The zone right after a time, or the first one up to the next time. */
static bool read_own_zone(const struct reading *reading, const struct candidate *candidate,
			  int *ret_offset)
{
	telex_slice after = words_after(reading, candidate->clock);
	struct tx_zone_mark mark;
	bool found = tx_zone_mark(tx_trim(after), &mark) > 0 || find_zone(after, &mark);

	return found && offset_of_mark(&mark, candidate, ret_offset);
}

/* The zone of `clock` when the next time is the same hour in UTC, in brackets after it. */
static bool read_pair(const struct reading *reading, const struct tx_moment *clock,
		      int *ret_minutes)
{
	const struct tx_moment *second = clock + 1;
	struct tx_zone_mark mark;

	if (second >= reading->moments + reading->count || !second->is_clock ||
	    second->start == 0 || reading->note.ptr[second->start - 1] != '(' ||
	    !find_zone(words_after(reading, second), &mark))
		return false;
	int minutes = (int)(clock->hour * 60 + clock->minute) -
		      (int)(second->hour * 60 + second->minute) + mark.minutes;
	if (minutes > EAST_MAX)
		minutes -= DAY_MINUTES;
	if (minutes < -EAST_MAX)
		minutes += DAY_MINUTES;
	*ret_minutes = minutes;
	return mark.zone.len == 0 && minutes % QUARTER == 0;
}

static void find_repeats(struct reading *reading)
{
	int minutes;

	for (size_t i = 0; i < reading->count; i++) {
		const struct tx_moment *m = &reading->moments[i];
		if (m->is_clock && !reading->repeats[i] && read_pair(reading, m, &minutes))
			reading->repeats[i + 1] = true;
	}
}

static bool is_repeat(const struct reading *reading, const struct tx_moment *moment)
{
	return reading->repeats[moment - reading->moments];
}

/* The zone that the note says; whose time it is else is read when the candidate is chosen. */
static void set_zone(const struct reading *reading, struct candidate *candidate)
{
	const struct tx_moment *clock = candidate->clock;
	telex_slice place;
	struct tx_zone_mark mark;

	candidate->has_zone = read_own_zone(reading, candidate, &candidate->zone) ||
			      read_pair(reading, clock, &candidate->zone);
	if (!candidate->has_zone &&
	    read_clock(words_after(reading, clock), &place) == TX_CLOCK_SENDER)
		candidate->has_zone = find_zone(reading->note, &mark) &&
				      offset_of_mark(&mark, candidate, &candidate->zone);
}

static size_t gap(const struct tx_moment *a, const struct tx_moment *b)
{
	return a->start < b->start ? b->start - a->end : a->start - b->end;
}

/* The time of day nearest to a date; NULL: none. */
static const struct tx_moment *nearest_clock(const struct reading *reading,
					     const struct tx_moment *date)
{
	const struct tx_moment *nearest = NULL;

	for (size_t i = 0; i < reading->count; i++) {
		const struct tx_moment *m = &reading->moments[i];
		if (m->is_clock && !is_repeat(reading, m) &&
		    (nearest == NULL || gap(m, date) < gap(nearest, date)))
			nearest = m;
	}
	return nearest;
}

/* The year that puts the day near the dispatch's, but not far before it: an embargo ends after the
 * dispatch is sent, or not long before it is sent again. */
static bool set_year(const struct reading *reading, struct tx_date *date)
{
	if (date->year != 0)
		return true;
	if (reading->near.year == 0 || reading->near.month == 0)
		return false;
	date->year = tx_date_nearest_year(*date, reading->near);
	if (tx_date_days(reading->near) - tx_date_days(*date) > PAST_DAYS)
		date->year++;
	return tx_date_valid(*date);
}

/* Keep the later of two candidates. */
static void consider(const struct reading *reading, struct tx_date date,
		     const struct tx_moment *clock, struct candidate *latest, bool *unclear)
{
	struct candidate candidate = {.date = date, .clock = clock};

	if (!set_year(reading, &candidate.date)) {
		*unclear = true;
		return;
	}
	set_zone(reading, &candidate);
	candidate.minutes = (int64_t)tx_date_days(candidate.date) * DAY_MINUTES + clock->hour * 60 +
			    clock->minute - (candidate.has_zone ? candidate.zone : 0);
	*unclear |= clock->midnight;
	*unclear |= latest->clock != NULL && candidate.minutes != latest->minutes;
	if (latest->clock == NULL || candidate.minutes > latest->minutes)
		*latest = candidate;
}

static void consider_date(const struct reading *reading, const struct tx_moment *date,
			  const struct tx_moment *clock, struct candidate *latest, bool *unclear)
{
	consider(reading, date->date, clock, latest, unclear);
	if (date->swapped.day != 0)
		consider(reading, date->swapped, clock, latest, unclear);
}

/* Every date with the time of day nearest to it, and every other time with the date before it. */
static struct candidate choose(const struct reading *reading, bool *unclear)
{
	struct candidate latest = {.clock = NULL};
	const struct tx_moment *date = NULL;
	bool used[TX_MOMENTS_MAX] = {false};

	for (size_t i = 0; i < reading->count; i++) {
		const struct tx_moment *m = &reading->moments[i];
		const struct tx_moment *clock = m->is_clock ? NULL : nearest_clock(reading, m);
		if (!m->is_clock && date == NULL)
			date = m;
		if (clock == NULL)
			continue;
		used[clock - reading->moments] = true;
		consider_date(reading, m, clock, &latest, unclear);
	}
	for (size_t i = 0; i < reading->count && date != NULL; i++) {
		const struct tx_moment *m = &reading->moments[i];
		if (!m->is_clock)
			date = m;
		else if (!used[i] && !reading->repeats[i])
			consider_date(reading, date, m, &latest, unclear);
	}
	return latest;
}

static void write_zone(char zone[8], int minutes)
{
	unsigned distance = (unsigned)(minutes < 0 ? -minutes : minutes);

	if (minutes == 0)
		snprintf(zone, 8, "Z");
	else
		snprintf(zone, 8, "%c%02u:%02u", minutes < 0 ? '-' : '+', distance / 60 % 100,
			 distance % 60);
}

/* The day after, for the hour 24. */
static struct tx_date next_day(struct tx_date date)
{
	date.day++;
	if (tx_date_valid(date))
		return date;
	date.day = 1;
	date.month = date.month == 12 ? 1 : (uint8_t)(date.month + 1);
	date.year = (int16_t)(date.year + (date.month == 1));
	return date;
}

struct tx_embargo tx_embargo_read(telex_slice note, struct tx_date near)
{
	struct reading reading = {.note = note, .near = near};
	struct tx_embargo embargo = {.clock = TX_CLOCK_STATED};
	char day[11], zone[8] = "";

	reading.count = tx_moments_find(note, reading.moments);
	find_repeats(&reading);
	struct candidate latest = choose(&reading, &embargo.unclear);
	if (latest.clock == NULL) {
		embargo.unclear = true;
		return embargo;
	}
	unsigned hour = latest.clock->hour, minute = latest.clock->minute;
	struct tx_date date = hour == 24 ? next_day(latest.date) : latest.date;
	embargo.found = tx_date_write(date, day);
	if (latest.has_zone)
		write_zone(zone, latest.zone);
	else
		embargo.clock = read_clock(words_after(&reading, latest.clock), &embargo.place);
	snprintf(embargo.time, sizeof(embargo.time), "%sT%02u:%02u:00%s", day, hour % 24,
		 minute % 60, zone);
	return embargo;
}
