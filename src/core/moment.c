/* Dates and times of day by patterns, which are written as for strptime(3) (POSIX.1-2008), with
 * some additions:
 *
 *     %d  day, one or two digits             %m  month, one or two digits     %b  name of a month
 *     %Y, %y  year of four, of two digits    %H  hour, 0 to 24                %I  hour, 1 to 12
 *     %M, %S  two digits                     %p  "am", "p.m." ...             %P  the same, or none
 *     %4  hour and minute in four digits     %o  the ending of an ordinal, or none
 *     %_  blanks                             %~  blanks and a word such as "de", or none
 *     %f  a fraction of the second, or none
 *
 * A blank is any number of blanks, everything else is itself, without case.  At each place the
 * longest match counts, the first one of equal ones.  Names of months: core/calendar.h.  Left out:
 * days relative to another ("tomorrow"), hours in words. */
#include "core/moment.h"

#include "core/scan.h"
#include "core/ascii.h"
#include "core/zone_mark.h"

#define YEAR_MIN  1900
#define YEAR_MAX  2149
#define MONTH_MAX 24 /* bytes of a month's name */

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

/* Between the parts of a date. */
static const char *const links[] = {"de", "del", "of", "di", "do", "den", NULL};

static const char *const ordinals[] = {"st", "nd", "rd",       "th",       "er",       "re",
				       "ro", ".",  "\xc2\xba", "\xc2\xaa", "\xc2\xb0", NULL};

static const struct {
	const char *text;
	bool afternoon;
} halves[] = {
	{"am", false},    {"pm", true},    {"a.m.", false}, {"p.m.", true},
	{"a. m.", false}, {"p. m.", true}, {"a.m", false},  {"p.m", true},
};

/* After a number of four digits: it is a time of day, not a year. */
static const char *const units[] = {"h", "hs", "hrs", "hours", "horas", "uhr", "am", "pm", NULL};

/* Before one. */
static const char *const prepositions[] = {"at", "to", "until", "till", "from", "las", "bis", NULL};

/* A pattern against a text. */
struct match {
	telex_slice text;
	size_t start, at;
	struct tx_date date;
	unsigned hour, minute, second;
	bool failed;
};

static bool in_word(char c)
{
	return tx_char_is(c, TX_CHAR_UPPER | TX_CHAR_LOWER | TX_CHAR_DIGIT | TX_CHAR_HIGH);
}

static bool ends_word(telex_slice text, size_t at)
{
	return at >= text.len || !in_word(text.ptr[at]);
}

static size_t blanks_at(telex_slice text)
{
	size_t len = 0;

	for (;;) {
		if (len < text.len && tx_char_is(text.ptr[len], TX_CHAR_BLANK | TX_CHAR_NEWLINE))
			len++;
		else if (tx_slice_starts(tx_slice_skip(text, len), TX_LIT("\xc2\xa0")))
			len += 2;
		else
			return len;
	}
}

static telex_slice rest_of(const struct match *m)
{
	return tx_slice_skip(m->text, m->at);
}

/* A number of `least` to `most` digits, with no further digit after it. */
static unsigned number(struct match *m, size_t least, size_t most, unsigned low, unsigned high)
{
	telex_slice rest = rest_of(m);
	unsigned value = 0;
	size_t len = 0;

	while (len < rest.len && len <= most && tx_is_digit(rest.ptr[len]))
		value = value * 10 + (unsigned)(rest.ptr[len++] - '0');
	m->failed |= len < least || len > most || value < low || value > high;
	m->at += len;
	return value;
}

static void month_name(struct match *m)
{
	telex_slice rest = rest_of(m);
	size_t len = 0;

	while (len < rest.len && len < MONTH_MAX &&
	       (tx_char_is(rest.ptr[len], TX_CHAR_UPPER | TX_CHAR_LOWER | TX_CHAR_HIGH) ||
		(rest.ptr[len] == '\'' && len == 1)))
		len++;
	if (len > 2)
		m->date.month = (uint8_t)tx_month(tx_slice_take(rest, len), TX_CAL_ANY, NULL);
	m->failed |= m->date.month == 0;
	m->at += len;
	if (m->at < m->text.len && m->text.ptr[m->at] == '.')
		m->at++;
}

/* The longest of the words at the start of the text; 0: none. */
static size_t longest_of(const char *const *words, telex_slice text)
{
	size_t longest = 0;

	for (; *words != NULL; words++) {
		telex_slice word = tx_slice_of(*words);
		bool is_mark = !tx_is_alpha(word.ptr[0]);
		if (word.len > longest && tx_slice_starts_nocase(text, word) &&
		    (is_mark || ends_word(text, word.len)))
			longest = word.len;
	}
	return longest;
}

static void link_word(struct match *m)
{
	m->at += blanks_at(rest_of(m));
	size_t len = longest_of(links, rest_of(m));
	m->at += len;
	m->at += blanks_at(rest_of(m));
}

static bool take_half(struct match *m)
{
	telex_slice rest = rest_of(m);
	size_t longest = 0;
	bool afternoon = false;

	for (size_t i = 0; i < TX_COUNT(halves); i++) {
		telex_slice word = tx_slice_of(halves[i].text);
		if (word.len > longest && tx_slice_starts_nocase(rest, word) &&
		    ends_word(rest, word.len)) {
			longest = word.len;
			afternoon = halves[i].afternoon;
		}
	}
	m->at += longest;
	if (longest > 0 && m->hour <= 12)
		m->hour = m->hour % 12 + (afternoon ? 12 : 0);
	return longest > 0;
}

/* Whether what follows makes a time of day of the number before it. */
static bool is_before_unit(const struct match *m)
{
	telex_slice rest = tx_slice_skip(rest_of(m), blanks_at(rest_of(m)));
	struct tx_zone_mark mark;

	return longest_of(units, rest) > 0 ||
	       (rest.len > 0 && tx_is_alpha(rest.ptr[0]) && tx_zone_mark(rest, &mark) > 0);
}

/* Whether the word before the match does: "until 1930". */
static bool is_after_preposition(const struct match *m)
{
	telex_slice before = tx_trim(tx_slice_take(m->text, m->start));
	size_t start = before.len;

	while (start > 0 && in_word(before.ptr[start - 1]))
		start--;
	return longest_of(prepositions, tx_slice_skip(before, start)) > 0;
}

static void four_digits(struct match *m)
{
	unsigned value = number(m, 4, 4, 0, 2400);

	m->hour = value / 100;
	m->minute = value % 100;
	m->failed |= m->minute > 59;
	if (value >= YEAR_MIN && value <= YEAR_MAX)
		m->failed |= !is_before_unit(m) && !is_after_preposition(m);
}

/* A sign of a pattern, which is written in small letters, in any case: in UTF-8 too, where the last
 * byte of Latin capitals lacks the same bit. */
static void literal(struct match *m, char sign)
{
	char c = m->at < m->text.len ? m->text.ptr[m->at] : '\0';
	bool is_letter = tx_char_is(c, TX_CHAR_UPPER | TX_CHAR_LOWER | TX_CHAR_HIGH);

	m->failed |= c != sign && (!is_letter || (c | 0x20) != sign);
	m->at++;
}

static void day(struct match *m)
{
	m->date.day = (uint8_t)number(m, 1, 2, 1, 31);
}

/* Up to 31, since it may be the day. */
static void month(struct match *m)
{
	m->date.month = (uint8_t)number(m, 1, 2, 1, 31);
}

static void year(struct match *m)
{
	unsigned value = number(m, 4, 4, YEAR_MIN, YEAR_MAX);

	m->date.year = (int16_t)value;
	m->failed |= value < 2400 && value % 100 < 60 && is_before_unit(m);
}

static void short_year(struct match *m)
{
	unsigned value = number(m, 2, 2, 0, 99);

	m->date.year = (int16_t)(value + (value < 70 ? 2000U : 1900U));
	m->failed |= is_before_unit(m);
}

static void ordinal(struct match *m)
{
	m->at += longest_of(ordinals, rest_of(m));
}

static void blanks(struct match *m)
{
	size_t len = blanks_at(rest_of(m));

	m->failed |= len == 0;
	m->at += len;
}

static void hour(struct match *m)
{
	m->hour = number(m, 1, 2, 0, 24);
}

static void hour_of_twelve(struct match *m)
{
	m->hour = number(m, 1, 2, 1, 12);
}

static void minute(struct match *m)
{
	m->minute = number(m, 2, 2, 0, 59);
}

static void second(struct match *m)
{
	m->second = number(m, 2, 2, 0, 60);
}

static void fraction(struct match *m)
{
	telex_slice rest = rest_of(m);
	size_t digits = tx_count_digits(tx_slice_skip(rest, 1));

	if (digits > 0 && strchr(".,", rest.ptr[0]) != NULL)
		m->at += 1 + digits;
}

static void half(struct match *m)
{
	m->failed |= !take_half(m);
}

/* The blanks before a half that is not there are not part of the match. */
static void half_or_none(struct match *m)
{
	size_t at = m->at;

	if (take_half(m))
		return;
	while (at > 0 && tx_char_is(m->text.ptr[at - 1], TX_CHAR_BLANK | TX_CHAR_NEWLINE))
		at--;
	m->at = at;
}

static const struct {
	char code;
	void (*step)(struct match *m);
} steps[] = {
	{'d', day},        {'m', month},          {'b', month_name},  {'Y', year},
	{'y', short_year}, {'o', ordinal},        {'~', link_word},   {'_', blanks},
	{'H', hour},       {'I', hour_of_twelve}, {'M', minute},      {'S', second},
	{'p', half},       {'P', half_or_none},   {'4', four_digits}, {'f', fraction},
};

static void take_code(struct match *m, char code)
{
	for (size_t i = 0; i < TX_COUNT(steps); i++) {
		if (steps[i].code == code)
			steps[i].step(m);
	}
}

/* Whether the text goes on where a match may not end: with a letter or digit, or with a mark and a
 * digit, as in "18.00.30".  A time may have an offset or another time after it. */
static bool ends_badly(const struct match *m, bool is_date)
{
	telex_slice rest = rest_of(m);
	char last = m->text.ptr[m->at - 1];

	if (rest.len == 0 || !in_word(last) || tx_slice_starts(rest, TX_LIT("\xc2\xa0")))
		return false;
	if (in_word(rest.ptr[0]))
		return true;
	return rest.len > 1 && strchr(is_date ? "/.:-" : "/.:", rest.ptr[0]) != NULL &&
	       tx_is_digit(rest.ptr[1]) && tx_is_digit(last);
}

static bool is_date(const struct pattern *pattern)
{
	return pattern->use == USE_DATE || pattern->use == USE_EITHER;
}

static bool is_time(const struct match *m)
{
	return m->hour < 24 || (m->hour == 24 && m->minute == 0 && m->second == 0);
}

/* The pattern at a place of the text. */
static bool match_at(const struct pattern *pattern, telex_slice text, size_t at,
		     struct match *ret_match)
{
	struct match m = {.text = text, .start = at, .at = at, .hour = pattern->hour};

	for (const char *p = pattern->text; *p != '\0' && !m.failed; p++) {
		if (*p == '%')
			take_code(&m, *++p);
		else if (*p == ' ')
			m.at += blanks_at(rest_of(&m));
		else
			literal(&m, *p);
	}
	*ret_match = m;
	return !m.failed && !ends_badly(&m, is_date(pattern)) && (is_date(pattern) || is_time(&m));
}

/* The readings of a date in numbers: those that exist, the day first. */
static bool read_date(const struct pattern *pattern, const struct match *m,
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
	struct match m;
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
	return in_word(text.ptr[at]) && (at == 0 || !in_word(text.ptr[at - 1])) &&
	       !is_offset(text, at);
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
