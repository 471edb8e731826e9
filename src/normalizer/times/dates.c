/* Dates of a dispatch.  A dateline seldom says its year: a stamp, the path or the reference date
 * give it, and the record says which did. */
#include "normalizer/times/dates.h"

#include <stdio.h>
#include <string.h>

#include "core/scan.h"
#include "core/ascii.h"
#include "normalizer/times/instants.h"

#define LINE_SIZE 48
#define TODAY_MAX 11 /* bytes of the longest word for today */
#define WEEKDAY_REACH                                                                              \
	240 /* bytes of the first paragraph in which a weekday speaks of the dateline's day */

/* Words for "today" that may stand before a weekday: "hoy, jueves". */
static const telex_slice today_words[] = {
	TX_SLICE("hoy"),   TX_SLICE("este"),    TX_SLICE("hoje"),        TX_SLICE("nesta"),
	TX_SLICE("nesse"), TX_SLICE("avui"),    TX_SLICE("aquest"),      TX_SLICE("hoxe"),
	TX_SLICE("gaur"),  TX_SLICE("ce"),      TX_SLICE("aujourd'hui"), TX_SLICE("heute"),
	TX_SLICE("oggi"),  TX_SLICE("vandaag"), TX_SLICE("today"),
};

bool tx_date_write(struct tx_date date, char out[11])
{
	if (date.year < 1000 || date.month == 0 || date.day == 0)
		return false;
	out = tx_digits_write(out, (unsigned)date.year, 4);
	*out = '-';
	out = tx_digits_write(out + 1, date.month, 2);
	*out = '-';
	*tx_digits_write(out + 1, date.day, 2) = '\0';
	return true;
}

/* A time that the text says into `*field`; what the envelope states counts.  False when memory is
 * short. */
static bool write_time(telex_slice *field, struct tx_date day, unsigned hour, unsigned minute,
		       telex_slice zone, struct tx_arena *arena)
{
	char date[11], line[LINE_SIZE], time[TX_INSTANT_SIZE];

	if (field->ptr != NULL || !tx_date_write(day, date))
		return true;
	snprintf(line, sizeof(line), "%sT%02u:%02u:00%.*s", date, hour % 100U, minute % 100U,
		 (int)zone.len, zone.len > 0 ? zone.ptr : "");
	if (!tx_instant_write(tx_slice_of(line), time))
		return true;
	*field = tx_arena_copy(arena, tx_slice_of(time));
	return field->ptr != NULL;
}

static bool write_page_time(telex_slice *field, const struct tx_web_time *time,
			    struct tx_arena *arena)
{
	return !time->has_time ||
	       write_time(field, time->date, time->hour, time->minute, time->zone, arena);
}

static bool write_times(struct tx_record *record, const struct tx_findings *findings,
			struct tx_arena *arena)
{
	const struct tx_stamp *stamp = &findings->stamp;

	if (findings->has_stamp && stamp->has_time &&
	    !write_time(&record->issued, stamp->date, stamp->hour, stamp->minute, stamp->zone,
			arena))
		return false;
	return write_page_time(&record->issued, &findings->page.issued, arena) &&
	       write_page_time(&record->updated, &findings->page.updated, arena);
}

/* The day on which the page came out, or was changed; day 0: it does not say. */
static struct tx_date page_day(const struct tx_findings *findings)
{
	const struct tx_web_date *page = &findings->page;

	return page->issued.date.day != 0 ? page->issued.date : page->updated.date;
}

/* A day alone ("MADRID, 12") is the last such day up to `near`. */
static struct tx_date last_such_day(uint8_t day, struct tx_date near)
{
	struct tx_date date = {near.year, near.month, day};

	/* No two months in a row lack a day that exists. */
	for (int back = 0; back < 3 && (day > near.day || !tx_date_valid(date)); back++) {
		near.day = 31;
		date.month = date.month == 1 ? 12 : (uint8_t)(date.month - 1);
		date.year = (int16_t)(date.year - (date.month == 12));
	}
	return date;
}

static void set_year(struct tx_dateline *dateline, struct tx_date near, enum tx_year_from from)
{
	if (dateline->date.month == 0)
		dateline->date = last_such_day(dateline->date.day, near);
	else
		dateline->date.year = tx_date_nearest_year(dateline->date, near);
	dateline->year_from = from;
}

/* The year of a path: that of a full date or a month is the nearest one, a year alone is the year.
 */
static bool set_path_year(struct tx_dateline *dateline, struct tx_date path)
{
	struct tx_date near = path, date = dateline->date;

	if (path.month == 0 && date.month == 0)
		return false;
	date.year = path.year;
	if (path.month == 0) {
		near = date;
	} else if (path.day == 0) {
		/* A day alone is the month's; else the middle is as near as the month can be. */
		for (near.day = date.month == 0 ? 31 : 15; !tx_date_valid(near);)
			near.day--;
	}
	if (!tx_date_valid(near))
		return false;
	set_year(dateline, near, TX_YEAR_PATH);
	return true;
}

/* The path of the source as if its archive were a folder; `ptr` NULL: memory is short. */
static telex_slice whole_path(const struct tx_source *source, struct tx_arena *arena)
{
	size_t len = source->path.len;

	if (source->member.len == 0)
		return source->path.len == 0 ? TX_LIT("") : source->path;
	char *whole = tx_arena_alloc(arena, len + 1 + source->member.len);
	if (whole == NULL)
		return (telex_slice){NULL, 0};
	if (len > 0)
		memcpy(whole, source->path.ptr, len);
	whole[len] = '/';
	memcpy(whole + len + 1, source->member.ptr, source->member.len);
	return (telex_slice){whole, len + 1 + source->member.len};
}

/* By what the path of the source states, else by the reference date.  The name inside an archive
 * counts first: it is nearer to the dispatch than the archive's.  False: memory is short. */
static bool set_outer_year(struct tx_dateline *dateline, const struct tx_source *source,
			   struct tx_date reference, struct tx_arena *arena)
{
	struct tx_date date;
	bool is_set = tx_date_in_path(source->member, &date) && set_path_year(dateline, date);

	if (!is_set) {
		telex_slice path = whole_path(source, arena);
		if (path.ptr == NULL)
			return false;
		is_set = tx_date_in_path(path, &date) && set_path_year(dateline, date);
	}
	if (!is_set && reference.year != 0)
		set_year(dateline, reference, TX_YEAR_REFERENCE);
	return true;
}

bool tx_dates_resolve(struct tx_record *record, const struct tx_findings *findings,
		      struct tx_date reference, struct tx_arena *arena)
{
	struct tx_dateline *dateline = &record->dateline;

	if (!write_times(record, findings, arena))
		return false;
	if (dateline->date.day == 0)
		return true;
	if (dateline->date.year != 0 && dateline->year_from == TX_YEAR_UNKNOWN)
		dateline->year_from = TX_YEAR_STATED;
	else if (dateline->date.year != 0)
		return true;
	else if (findings->has_stamp && findings->stamp.date.year != 0 &&
		 findings->stamp.date.month != 0)
		set_year(dateline, findings->stamp.date,
			 findings->in_envelope ? TX_YEAR_ENVELOPE : TX_YEAR_STAMP);
	else if (page_day(findings).day != 0)
		set_year(dateline, page_day(findings), TX_YEAR_STAMP);
	else
		return set_outer_year(dateline, &record->source, reference, arena);
	return true;
}

static telex_slice next_word(telex_slice *rest)
{
	size_t start = 0;

	while (start < rest->len &&
	       !tx_char_is(rest->ptr[start], TX_CHAR_UPPER | TX_CHAR_LOWER | TX_CHAR_HIGH))
		start++;
	size_t end = start;
	while (end < rest->len &&
	       (tx_char_is(rest->ptr[end], TX_CHAR_UPPER | TX_CHAR_LOWER | TX_CHAR_HIGH) ||
		rest->ptr[end] == '\'' || rest->ptr[end] == '-'))
		end++;
	telex_slice word = tx_slice_skip(tx_slice_take(*rest, end), start);
	*rest = tx_slice_skip(*rest, end);
	return word;
}

static bool is_today(telex_slice word)
{
	if (word.len == 0 || word.len > TODAY_MAX)
		return false;
	for (size_t i = 0; i < TX_COUNT(today_words); i++) {
		const telex_slice *today = &today_words[i];
		if (word.len == today->len && today->ptr[0] == tx_lower(word.ptr[0]) &&
		    tx_slice_eq_nocase(word, *today))
			return true;
	}
	return false;
}

/* English copy names the day without a word for today, right after the verb: "agreed Saturday to".
 */
static bool is_bare_english(telex_slice before, telex_slice language)
{
	return tx_slice_starts(language, TX_LIT("en")) && tx_slice_ends(before, TX_LIT("ed"));
}

/* Days from the dateline's weekday to the one named, -3 to 3. */
static int distance(unsigned named, unsigned actual)
{
	int days = ((int)named - (int)actual + 7) % 7;

	return days > 3 ? days - 7 : days;
}

void tx_dates_check_weekday(struct tx_record *record)
{
	const struct tx_dateline *dateline = &record->dateline;
	telex_slice before = {NULL, 0};

	if (dateline->date.year == 0 || dateline->date.month == 0 || record->body_count == 0)
		return;
	unsigned actual = tx_date_weekday(dateline->date);
	telex_slice rest = tx_slice_take(record->body[0].text, WEEKDAY_REACH);
	for (telex_slice word; (word = next_word(&rest)).len > 0; before = word) {
		bool today = is_today(before);
		if (!today && !is_bare_english(before, record->language))
			continue;
		unsigned named = tx_weekday(word, TX_CAL_ANY, NULL);
		int days = named == 0 ? 0 : distance(named, actual);
		if (days == 0 || (!today && days >= -1 && days <= 1))
			continue;
		tx_record_warn(record, TX_WARN_WEEKDAY_MISMATCH,
			       record->body[0].span.start - record->source.text_offset,
			       TX_LIT("the weekday named in the text is not the dateline's"));
		return;
	}
}
