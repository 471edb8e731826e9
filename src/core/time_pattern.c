/* Patterns of dates and times, the steps of each code.  Left out: days relative to another
 * ("tomorrow"), hours in words. */
#include "core/time_pattern.h"

#include "core/ascii.h"
#include "core/scan.h"
#include "core/zone_mark.h"

#define YEAR_MIN  1900
#define YEAR_MAX  2149
#define MONTH_MAX 24 /* bytes of a month's name */
#define ZONE_MAX  5
#define WORD_MAX  9

/* Between the parts of a date. */
static const char *const links[] = {"de", "del", "of", "di", "do", "den", NULL};

static const char *const ordinals[] = {"st", "nd", "rd",       "th",       "er",       "re",
				       "ro", ".",  "\xc2\xba", "\xc2\xaa", "\xc2\xb0", NULL};

static const struct {
	const char *text;
	bool afternoon;
} halves[] = {
	{"am", false},
	{"pm", true},
	{"a.m.", false},
	{"p.m.", true},
	{"a. m.", false},
	{"p. m.", true},
	{"a.m", false},
	{"p.m", true},
	{"de la ma\xc3\xb1"
	 "ana",
	 false},
	{"de la madrugada", false},
	{"de la tarde", true},
	{"de la noche", true},
	{"del mat\xc3\xad", false},
	{"de la tarda", true},
	{"del vespre", true},
	{"da manh\xc3\xa3", false},
	{"da madrugada", false},
	{"da tarde", true},
	{"da noite", true},
	{"du matin", false},
	{"de l'apr\xc3\xa8s-midi", true},
	{"de l\xe2\x80\x99"
	 "apr\xc3\xa8s-midi",
	 true},
	{"du soir", true},
	{"del mattino", false},
	{"di mattina", false},
	{"del pomeriggio", true},
	{"di sera", true},
	{"in the morning", false},
	{"in the afternoon", true},
	{"in the evening", true},
	{"morgens", false},
	{"nachmittags", true},
	{"abends", true},
};

/* After a number of four digits: it is a time of day, not a year. */
static const char *const units[] = {"h", "hs", "hrs", "hours", "horas", "uhr", "am", "pm", NULL};

/* Before one. */
static const char *const prepositions[] = {"at", "to", "until", "till", "from", "las", "bis", NULL};

static bool ends_word(telex_slice text, size_t at)
{
	return at >= text.len || !tx_time_in_word(text.ptr[at]);
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

static telex_slice rest_of(const struct tx_time_match *m)
{
	return tx_slice_skip(m->text, m->at);
}

/* A number of `least` to `most` digits, with no further digit after it; after "%0" of `most`,
 * whatever follows. */
static unsigned number(struct tx_time_match *m, size_t least, size_t most, unsigned low,
		       unsigned high)
{
	telex_slice rest = rest_of(m);
	unsigned value = 0;
	size_t len = 0;

	if (m->fixed) {
		least = most;
		rest = tx_slice_take(rest, most);
	}
	while (len < rest.len && len <= most && tx_is_digit(rest.ptr[len]))
		value = value * 10 + (unsigned)(rest.ptr[len++] - '0');
	m->failed |= len < least || len > most || value < low || value > high;
	m->at += len;
	return value;
}

static void month_name(struct tx_time_match *m)
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

static void link_word(struct tx_time_match *m)
{
	m->at += blanks_at(rest_of(m));
	size_t len = longest_of(links, rest_of(m));
	m->at += len;
	m->at += blanks_at(rest_of(m));
}

static bool take_half(struct tx_time_match *m)
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
static bool is_before_unit(const struct tx_time_match *m)
{
	telex_slice rest = tx_slice_skip(rest_of(m), blanks_at(rest_of(m)));
	struct tx_zone_mark mark;

	return longest_of(units, rest) > 0 || (rest.len > 0 && tx_is_alpha(rest.ptr[0]) &&
					       tx_zone_mark(rest, &mark) > 0 && !mark.is_word);
}

/* Whether the word before the match does: "until 1930". */
static bool is_after_preposition(const struct tx_time_match *m)
{
	telex_slice before = tx_trim(tx_slice_take(m->text, m->start));
	size_t start = before.len;

	while (start > 0 && tx_time_in_word(before.ptr[start - 1]))
		start--;
	return longest_of(prepositions, tx_slice_skip(before, start)) > 0;
}

static void four_digits(struct tx_time_match *m)
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
static void literal(struct tx_time_match *m, char sign)
{
	char c = m->at < m->text.len ? m->text.ptr[m->at] : '\0';
	bool is_letter = tx_char_is(c, TX_CHAR_UPPER | TX_CHAR_LOWER | TX_CHAR_HIGH);

	m->failed |= c != sign && (!is_letter || (c | 0x20) != sign);
	m->at++;
}

static void day(struct tx_time_match *m)
{
	m->date.day = (uint8_t)number(m, 1, 2, 1, 31);
}

/* Up to 31, since it may be the day. */
static void month(struct tx_time_match *m)
{
	m->date.month = (uint8_t)number(m, 1, 2, 1, 31);
}

static void year(struct tx_time_match *m)
{
	unsigned value = number(m, 4, 4, YEAR_MIN, YEAR_MAX);

	m->date.year = (int16_t)value;
	m->failed |= value < 2400 && value % 100 < 60 && is_before_unit(m);
}

static void short_year(struct tx_time_match *m)
{
	unsigned value = number(m, 2, 2, 0, 99);

	m->date.year = (int16_t)(value + (value < 70 ? 2000U : 1900U));
	m->failed |= !m->fixed && is_before_unit(m);
}

static void ordinal(struct tx_time_match *m)
{
	m->at += longest_of(ordinals, rest_of(m));
}

static void blanks(struct tx_time_match *m)
{
	size_t len = blanks_at(rest_of(m));

	m->failed |= len == 0;
	m->at += len;
}

static void hour(struct tx_time_match *m)
{
	m->hour = number(m, 1, 2, 0, 24);
	m->has_clock = true;
}

static void hour_of_twelve(struct tx_time_match *m)
{
	m->hour = number(m, 1, 2, 1, 12);
}

static void minute(struct tx_time_match *m)
{
	m->minute = number(m, 2, 2, 0, 59);
}

static void second(struct tx_time_match *m)
{
	m->second = number(m, 2, 2, 0, 60);
}

static void fraction(struct tx_time_match *m)
{
	telex_slice rest = rest_of(m);
	size_t digits = tx_count_digits(tx_slice_skip(rest, 1));

	if (digits > 0 && strchr(".,", rest.ptr[0]) != NULL)
		m->at += 1 + digits;
}

static void half(struct tx_time_match *m)
{
	m->failed |= !take_half(m);
}

/* The blanks before a half that is not there are not part of the match. */
static void half_or_none(struct tx_time_match *m)
{
	size_t at = m->at;

	if (take_half(m))
		return;
	while (at > 0 && tx_char_is(m->text.ptr[at - 1], TX_CHAR_BLANK | TX_CHAR_NEWLINE))
		at--;
	m->at = at;
}

static void zone(struct tx_time_match *m)
{
	telex_slice rest = tx_slice_take(rest_of(m), ZONE_MAX);
	telex_slice name = tx_take_class(&rest, TX_CHAR_UPPER | TX_CHAR_LOWER);

	m->zone = name.len > 1 ? name : (telex_slice){NULL, 0};
	m->failed |= name.len == 1;
	m->at += name.len;
}

/* The name of a zone is next; it is not part of the match. */
static void before_zone(struct tx_time_match *m)
{
	telex_slice rest = tx_slice_skip(rest_of(m), blanks_at(rest_of(m)));
	struct tx_zone_mark mark;

	m->failed |= rest.len == 0 || !tx_is_alpha(rest.ptr[0]) || tx_zone_mark(rest, &mark) < 2 ||
		     mark.is_word;
}

static void any_word(struct tx_time_match *m)
{
	telex_slice rest = rest_of(m);
	size_t len = tx_take_class(&rest, TX_CHAR_UPPER | TX_CHAR_LOWER | TX_CHAR_HIGH).len;

	m->failed |= len == 0 || len > WORD_MAX;
	m->at += len;
}

/* By their letters. */
static void (*const steps[128])(struct tx_time_match *m) = {
	['d'] = day,        ['m'] = month,          ['b'] = month_name,  ['Y'] = year,
	['y'] = short_year, ['o'] = ordinal,        ['~'] = link_word,   ['_'] = blanks,
	['H'] = hour,       ['I'] = hour_of_twelve, ['M'] = minute,      ['S'] = second,
	['p'] = half,       ['P'] = half_or_none,   ['4'] = four_digits, ['f'] = fraction,
	['Z'] = zone,       ['w'] = any_word,       ['z'] = before_zone,
};

static void take_code(struct tx_time_match *m, char code)
{
	steps[code & 127](m);
	m->fixed = false;
}

bool tx_time_match(const char *pattern, telex_slice text, size_t at,
		   struct tx_time_match *ret_match)
{
	struct tx_time_match m = {.text = text, .start = at, .at = at};

	for (const char *p = pattern; *p != '\0' && !m.failed; p++) {
		if (*p == '%') {
			m.fixed = *++p == '0';
			p += m.fixed;
			take_code(&m, *p);
		} else if (*p == ' ') {
			m.at += blanks_at(rest_of(&m));
		} else {
			literal(&m, *p);
		}
	}
	*ret_match = m;
	return !m.failed;
}
