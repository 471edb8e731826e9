/* Each place of a text where a word or a number begins is held against all patterns; the longest
 * match counts, the first one of equal ones. */
#include "core/moment.h"

#include "core/ascii.h"
#include "core/scan.h"
#include "core/time_pattern.h"

enum use {
	USE_DATE,
	USE_EITHER, /* a date whose day and month may be the other way round */
	USE_CLOCK,
	USE_MIDNIGHT
};

struct pattern {
	const char *text;
	enum use use;
	unsigned hour; /* of a pattern that is a word */
};

static const struct pattern patterns[] = {
#include "core/moment_patterns.def"
};

/* Whether a "T" with a time of day is next: "2024-10-07T10:00". */
static bool is_iso_mark(telex_slice rest)
{
	return rest.len > 2 && rest.ptr[0] == 'T' && tx_is_digit(rest.ptr[1]) &&
	       tx_is_digit(rest.ptr[2]);
}

/* Whether a "Z" for UTC is next. */
static bool is_utc_mark(telex_slice rest)
{
	return rest.ptr[0] == 'Z' && (rest.len == 1 || !tx_time_in_word(rest.ptr[1]));
}

/* Whether the text goes on where a match may not end: with a letter or digit, or with a mark and a
 * digit, as in "18.00.30".  A time may have an offset or another time after it. */
static bool ends_badly(const struct tx_time_match *m, bool is_date)
{
	telex_slice rest = tx_slice_skip(m->text, m->at);
	char last = m->text.ptr[m->at - 1];

	if (rest.len == 0 || !tx_time_in_word(last) || tx_slice_starts(rest, TX_LIT("\xc2\xa0")))
		return false;
	if (tx_time_in_word(rest.ptr[0]))
		return !(is_date ? is_iso_mark(rest) : is_utc_mark(rest));
	return rest.len > 1 && strchr(is_date ? "/.:-" : "/.:", rest.ptr[0]) != NULL &&
	       tx_is_digit(rest.ptr[1]) && tx_is_digit(last);
}

static bool is_date(const struct pattern *pattern)
{
	return pattern->use == USE_DATE || pattern->use == USE_EITHER;
}

static bool is_time(const struct tx_time_match *m)
{
	return m->hour < 24 || (m->hour == 24 && m->minute == 0 && m->second == 0);
}

/* The pattern at a place of the text. */
static bool match_at(const struct pattern *pattern, telex_slice text, size_t at,
		     struct tx_time_match *m)
{
	if (!tx_time_match(pattern->text, text, at, m))
		return false;
	if (pattern->hour > 0)
		m->hour = pattern->hour;
	return !ends_badly(m, is_date(pattern)) && (is_date(pattern) || is_time(m));
}

/* The readings of a date in numbers: those that exist, the day first. */
static bool read_date(const struct pattern *pattern, const struct tx_time_match *m,
		      struct tx_moment *moment)
{
	struct tx_date other = {m->date.year, m->date.day, m->date.month};
	bool exists = tx_date_valid(m->date);
	bool is_another =
		pattern->use == USE_EITHER && m->date.day != m->date.month && tx_date_valid(other);

	moment->date = exists ? m->date : other;
	if (exists && is_another)
		moment->swapped = other;
	return exists || is_another;
}

/* Whether a pattern's first part agrees with the text's first letter or number of digits: that
 * rules out most patterns. */
static bool could_match(const struct pattern *pattern, char first, size_t digits)
{
	if (pattern->text[0] != '%')
		return (first | 0x20) == pattern->text[0] || first == pattern->text[0];
	if (pattern->text[1] == 'b')
		return digits == 0;
	return strchr("Y4", pattern->text[1]) != NULL ? digits == 4 : digits == 1 || digits == 2;
}

/* The longest date or time at a place of the text. */
static bool find_at(telex_slice text, size_t at, struct tx_moment *ret_moment)
{
	struct tx_time_match m;
	size_t longest = at, digits = tx_count_digits(tx_slice_skip(text, at));

	for (size_t i = 0; i < TX_COUNT(patterns); i++) {
		struct tx_moment moment = {.start = at, .is_clock = !is_date(&patterns[i])};
		if (!could_match(&patterns[i], text.ptr[at], digits) ||
		    !match_at(&patterns[i], text, at, &m) || m.at <= longest)
			continue;
		if (!moment.is_clock && !read_date(&patterns[i], &m, &moment))
			continue;
		longest = moment.end = m.at;
		moment.hour = m.hour;
		moment.minute = m.minute;
		moment.second = m.second;
		moment.midnight = patterns[i].use == USE_MIDNIGHT;
		*ret_moment = moment;
	}
	return longest > at;
}

/* Whether the digits at a place are the offset of a zone: "+0100", "GMT-03:30", "18:00-0500". */
static bool is_offset(telex_slice text, size_t at)
{
	size_t digits = tx_count_digits(tx_slice_skip(text, at));

	if (at == 0 || strchr("+-", text.ptr[at - 1]) == NULL)
		return false;
	bool is_range = text.ptr[at - 1] == '-' && at > 1 && tx_is_digit(text.ptr[at - 2]);
	return digits > 0 && (!is_range || digits == 4);
}

static bool may_start(telex_slice text, size_t at)
{
	bool begins = at == 0 || !tx_time_in_word(text.ptr[at - 1]) ||
		      (at > 1 && tx_is_digit(text.ptr[at - 2]) &&
		       is_iso_mark(tx_slice_skip(text, at - 1)));

	return begins && tx_time_in_word(text.ptr[at]) && !is_offset(text, at);
}

size_t tx_moments_find(telex_slice text, struct tx_moment moments[TX_MOMENTS_MAX])
{
	size_t count = 0;

	for (size_t at = 0; at < text.len && count < TX_MOMENTS_MAX;) {
		if (may_start(text, at) && find_at(text, at, &moments[count]))
			at = moments[count++].end;
		else
			at++;
	}
	return count;
}
