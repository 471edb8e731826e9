/* "Actualizado: martes, 7 octubre 2025 20:19", "Published Oct 7, 2025 8:19 PM ET", "Stand:
 * 07.10.2025, 20:19 Uhr".  A line is read word by word: each must be one of the table below, a
 * weekday, a month, a number, a date or a time.  Left out: times as words. */
#include "tokenizer/lines/web_date.h"

#include "core/scan.h"
#include "core/ascii.h"
#include "core/fold.h"
#include "tokenizer/words/words.h"

#define LINE_MAX 140 /* bytes */
#define KEY_MAX  32

enum word_kind {
	NO_WORD,
	LINK,
	UPDATED,
	ISSUED,
	ENGLISH_ISSUED,
	ENGLISH_UPDATED,
	PM,
	AM,
	ZONE,
	AGO,
	UNIT /* of what passed since */
};

struct word {
	const char *text; /* folded, without punctuation */
	enum word_kind kind;
};

#define WORD(text, kind) {(text), (kind)},

static const struct word words[] = {
#include "tokenizer/lines/web_date_words.def"
};

/* Abbreviated weekdays, folded. */
static const char *const weekdays[] = {
	"lun",   "mar", "mie", "jue", "vie", "sab", "dom", "mon", "tue", "tues", "wed", "thu",
	"thurs", "fri", "sat", "sun", "seg", "ter", "qua", "qui", "sex", "mer",  "jeu", "ven",
	"sam",   "dim", "gio", "mo",  "di",  "mi",  "do",  "fr",  "sa",  "so",   NULL};

/* What the words so far say. */
struct line {
	struct tx_web_date *date;
	struct tx_web_time *time; /* that is being read */
	unsigned number;          /* a day, or the hour's or year's figure, not yet placed */
	bool english, relative, units, numeric_doubt;
	size_t dates;
};

static unsigned value(telex_slice digits)
{
	unsigned number = 0;

	for (size_t i = 0; i < digits.len; i++)
		number = number * 10 + (unsigned)(digits.ptr[i] - '0');
	return number;
}

/* "20:19", "20.19", "20h19", "20:19:05", "8:19pm", "20:19h". */
static bool read_time(struct line *line, telex_slice s)
{
	size_t hour = tx_count_digits(s);
	telex_slice rest = tx_slice_skip(s, hour + 1);
	size_t minute = tx_count_digits(rest);

	if (hour == 0 || hour > 2 || s.len <= hour || strchr(":.h", s.ptr[hour]) == NULL ||
	    (minute != 2 && !(minute == 0 && s.ptr[hour] == 'h')))
		return false;
	line->time->hour = (uint8_t)value(tx_slice_take(s, hour));
	line->time->minute = minute == 0 ? 0 : (uint8_t)value(tx_slice_take(rest, minute));
	line->time->has_time = true;
	rest = tx_slice_skip(rest, minute);
	if (rest.len == 3 && rest.ptr[0] == ':' && tx_count_digits(tx_slice_skip(rest, 1)) == 2)
		rest = tx_slice_skip(rest, 3);
	bool pm = tx_slice_eq_nocase(rest, TX_LIT("pm"));
	if (pm && line->time->hour < 12)
		line->time->hour = (uint8_t)(line->time->hour + 12);
	return line->time->hour < 24 && line->time->minute < 60 &&
	       (rest.len == 0 || pm || tx_slice_eq_nocase(rest, TX_LIT("am")) ||
		tx_slice_is(rest, "h") || tx_slice_is(rest, "hs") || tx_slice_is(rest, "Z"));
}

/* "2025-10-07", "07/10/2025", "07.10.2025", "7-10-25". */
static bool read_figures(struct line *line, telex_slice s)
{
	unsigned part[3];
	size_t len[3];
	telex_slice rest = s;

	for (size_t i = 0; i < 3; i++) {
		len[i] = tx_count_digits(rest);
		if (len[i] == 0 ||
		    (i < 2 && (rest.len <= len[i] || strchr("-/.", rest.ptr[len[i]]) == NULL)))
			return false;
		part[i] = value(tx_slice_take(rest, len[i]));
		rest = tx_slice_skip(rest, len[i] + (i < 2));
	}
	bool year_first = len[0] == 4;
	if (rest.len > 0 || (!year_first && len[2] != 4 && len[2] != 2) || len[1] > 2)
		return false;
	unsigned year = year_first ? part[0] : part[2];
	unsigned day = year_first ? part[2] : part[0];
	if (year < 100)
		year += year >= 70 ? 1900 : 2000;
	unsigned month = part[1];
	if (!year_first && month > 12) {
		month = day;
		day = part[1];
	} else if (!year_first && day <= 12 && day != month) {
		line->numeric_doubt = true;
	}
	line->time->date = (struct tx_date){(int16_t)year, (uint8_t)month, (uint8_t)day};
	line->dates++;
	return tx_date_valid(line->time->date);
}

/* "2025-10-07T20:19:00Z" */
static bool read_instant(struct line *line, telex_slice s)
{
	struct tx_cut cut = tx_cut(s, 'T');

	if (!cut.found || !read_figures(line, cut.head))
		return false;
	if (tx_slice_ends(s, TX_LIT("Z")))
		line->time->zone = TX_LIT("GMT");
	return read_time(line, cut.tail);
}

static bool read_number(struct line *line, telex_slice s)
{
	size_t len = tx_count_digits(s);
	telex_slice rest = tx_slice_skip(s, len);
	struct tx_date *date = &line->time->date;

	if (len == 0 || len > 4 || len == 3)
		return false;
	if (rest.len > 0 && !tx_slice_eq_nocase(rest, TX_LIT("th")) &&
	    !tx_slice_eq_nocase(rest, TX_LIT("st")) && !tx_slice_eq_nocase(rest, TX_LIT("nd")) &&
	    !tx_slice_eq_nocase(rest, TX_LIT("rd")) && !tx_slice_is(rest, "er") &&
	    !tx_slice_is(rest, "\xc2\xba") && !tx_slice_is(rest, "h"))
		return false;
	unsigned number = value(tx_slice_take(s, len));
	if (len == 4 && number > 1900 && number < 2100)
		date->year = (int16_t)number;
	else if (len <= 2 && date->day == 0 && number <= 31)
		date->day = (uint8_t)number;
	else if (len == 4)
		return false;
	return true;
}

/* Words after the line's punctuation, "p.m." included, as the table has them. */
static telex_slice key_of(telex_slice word, char out[KEY_MAX])
{
	if (word.len >= KEY_MAX)
		return tx_slice(out, 0);
	size_t len = tx_fold(word, out, KEY_MAX), kept = 0;
	for (size_t i = 0; i < len; i++) {
		if (strchr(".,:;()|", out[i]) == NULL)
			out[kept++] = out[i];
	}
	return tx_slice(out, kept);
}

static enum word_kind find_word(telex_slice key)
{
	const struct word *row = tx_find_row(words, TX_COUNT(words), sizeof(words[0]), key);

	return row == NULL ? NO_WORD : row->kind;
}

static void open_time(struct line *line, bool updated, bool english)
{
	line->time = updated ? &line->date->updated : &line->date->issued;
	line->date->worded = true;
	line->date->updates |= updated;
	line->english |= english;
}

static void apply_word(struct line *line, enum word_kind kind, telex_slice word)
{
	struct tx_web_time *time = line->time;

	if (kind == UPDATED || kind == ENGLISH_UPDATED)
		open_time(line, true, kind == ENGLISH_UPDATED);
	if (kind == ISSUED || kind == ENGLISH_ISSUED)
		open_time(line, false, kind == ENGLISH_ISSUED);
	if (kind == PM && time->has_time && time->hour < 12)
		time->hour = (uint8_t)(time->hour + 12);
	if (kind == AM && time->has_time && time->hour == 12)
		time->hour = 0;
	line->english |= kind == PM || (kind == AM && time->has_time);
	line->relative |= kind == AGO;
	line->units |= kind == UNIT;
	if (kind == ZONE)
		time->zone = word;
}

static bool read_name(struct line *line, telex_slice key)
{
	unsigned month;

	if (line->time->date.month == 0 && (month = tx_month(key, TX_CAL_ANY, NULL)) != 0) {
		line->time->date.month = (uint8_t)month;
		line->dates++;
		return true;
	}
	return tx_weekday(key, TX_CAL_ANY, NULL) != 0 || tx_slice_in(key, weekdays);
}

static const telex_slice wide_signs[] = {TX_SLICE("\xe2\x80\x93"), TX_SLICE("\xe2\x80\x94"),
					 TX_SLICE("\xc2\xb7"), TX_SLICE("\xe2\x80\xa2")};

static bool is_sign(telex_slice word)
{
	for (size_t i = 0; i < TX_COUNT(wide_signs); i++) {
		if (tx_slice_eq(word, wide_signs[i]))
			return true;
	}
	return tx_slice_is(word, "-") || tx_slice_is(word, "|") || tx_slice_is(word, "/") ||
	       tx_slice_is(word, ":");
}

static telex_slice strip(telex_slice word)
{
	while (word.len > 0 && strchr("(|", word.ptr[0]) != NULL)
		word = tx_slice_skip(word, 1);
	while (word.len > 1 && strchr(",;.)|:", word.ptr[word.len - 1]) != NULL)
		word.len--;
	return word;
}

static bool read_word(struct line *line, telex_slice raw)
{
	char folded[KEY_MAX];
	telex_slice word = strip(raw), key = key_of(word, folded);

	if (is_sign(raw) || key.len == 0)
		return is_sign(raw);
	if (tx_is_digit(word.ptr[0]))
		return read_figures(line, word) || read_instant(line, word) ||
		       read_time(line, word) || read_number(line, word);
	enum word_kind kind = find_word(key);
	if (kind != NO_WORD) {
		apply_word(line, kind, word);
		return true;
	}
	return read_name(line, key);
}

/* Day and month in figures may stand in either order in English. */
static void settle(struct line *line)
{
	struct tx_web_time *times[] = {&line->date->issued, &line->date->updated};

	for (size_t i = 0; i < 2; i++) {
		struct tx_date *date = &times[i]->date;
		bool whole = date->day != 0 && date->month != 0 && date->year != 0 &&
			     tx_date_valid(*date);
		if (!whole || (line->english && line->numeric_doubt))
			*times[i] = (struct tx_web_time){.has_time = false};
	}
}

bool tx_web_date_read(telex_slice text, struct tx_web_date *ret_date)
{
	telex_slice rest = tx_trim(text), word;
	struct line line = {.date = ret_date, .time = &ret_date->issued};
	bool figures = false;

	*ret_date = (struct tx_web_date){.worded = false};
	if (rest.len < 6 || rest.len > LINE_MAX)
		return false;
	for (size_t i = 0; i < rest.len && !figures; i++)
		figures = tx_is_digit(rest.ptr[i]);
	if (!figures)
		return false;
	while ((word = tx_next_word(&rest)).len > 0) {
		if (!read_word(&line, word))
			return false;
	}
	const struct tx_web_time *time = line.time;
	bool dated = line.dates > 0 && (time->date.day != 0 || ret_date->issued.date.day != 0);
	bool enough = ret_date->worded
			      ? line.relative || dated || time->has_time
			      : (line.relative && line.units) ||
					(dated && (time->date.year != 0 || time->has_time));
	settle(&line);
	return enough;
}

static bool parts_line(char c)
{
	return c == '|' || c == '-' || c == ',' || c == ':' || c == ';';
}

/* `s` without the signs that part it from what is beside it. */
static telex_slice strip_signs(telex_slice s)
{
	telex_slice kept;

	do {
		kept = s = tx_trim(s);
		while (s.len > 0 && parts_line(s.ptr[s.len - 1]))
			s.len--;
		while (s.len > 0 && parts_line(s.ptr[0]))
			s = tx_slice_skip(s, 1);
		for (size_t i = 0; i < TX_COUNT(wide_signs); i++) {
			if (tx_slice_ends(s, wide_signs[i]))
				s.len -= wide_signs[i].len;
			if (tx_slice_starts(s, wide_signs[i]))
				s = tx_slice_skip(s, wide_signs[i].len);
		}
	} while (s.len != kept.len);
	return s;
}

/* The date that ends where `text` does, or before one of the bars in it. */
static bool read_up_to_bar(telex_slice text, struct tx_web_date *ret_date, size_t *ret_len)
{
	size_t len = text.len;

	for (;;) {
		if (tx_web_date_read(tx_slice_take(text, len), ret_date)) {
			*ret_len = len;
			return true;
		}
		while (len > 1 && text.ptr[len - 1] != '|' &&
		       !tx_slice_opens(tx_slice_skip(text, len - 2), "\xc2\xb7"))
			len--;
		if (len < 2)
			return false;
		len -= text.ptr[len - 1] == '|' ? 1 : 2;
	}
}

/* A year, a time of day, or a word for what passed since: a line without them has no date beside
 * other words. */
static bool may_have_part(telex_slice s)
{
	size_t digits = 0;

	if (s.len > LINE_MAX)
		return false;
	for (size_t i = 0; i < s.len; i++) {
		bool digit = tx_is_digit(s.ptr[i]);
		if ((!digit && digits == 4) || (digits > 0 && s.ptr[i] == ':'))
			return true;
		digits = digit ? digits + 1 : 0;
	}
	return digits == 4 || tx_slice_ends(s, TX_LIT(" ago"));
}

bool tx_web_date_find(telex_slice line, struct tx_web_date *ret_date, telex_slice *ret_before,
		      telex_slice *ret_after)
{
	telex_slice text = tx_trim(line), rest = text, word;

	*ret_before = *ret_after = tx_slice(text.ptr, 0);
	if (tx_web_date_read(text, ret_date))
		return true;
	if (!may_have_part(text))
		return false;
	while ((word = tx_next_word(&rest)).len > 0) {
		size_t start = (size_t)(word.ptr - text.ptr), len;
		if (!read_up_to_bar(tx_slice_skip(text, start), ret_date, &len))
			continue;
		*ret_before = strip_signs(tx_slice_take(text, start));
		*ret_after = strip_signs(tx_slice_skip(text, start + len));
		return true;
	}
	return false;
}
