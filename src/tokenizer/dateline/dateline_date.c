/* The date in a dateline: one of a few shapes of words at its end (or, in Polish copy, at its
 * start). A shape is a row of the table: the kinds of its words in order. */
#include "tokenizer/dateline/dateline.h"

#include "core/scan.h"
#include "core/ascii.h"

#define WORDS_MAX       6
#define MONTH_ALONE_MIN 3 /* bytes of a month without a day */

enum word_kind { OTHER, DAY, MONTH, YEAR, PARTICLE, SLASHED, DOTTED, DAY_MONTH, WEEKDAY };

struct word {
	telex_slice text;
	enum word_kind kind;
	unsigned value; /* a day, month or year */
	struct tx_date date;
};

#define SHAPE_MAX 5

struct shape {
	size_t len;
	enum word_kind kinds[SHAPE_MAX];
};

/* The shapes, longest first. */
static const struct shape shapes[] = {
	{5, {DAY, PARTICLE, MONTH, PARTICLE, YEAR}},
	{4, {DAY, PARTICLE, MONTH, YEAR}},
	{3, {DAY, MONTH, YEAR}},
	{3, {MONTH, DAY, YEAR}},
	{2, {DAY_MONTH, YEAR}},
	{3, {DAY, PARTICLE, MONTH}},
	{3, {WEEKDAY, DAY, MONTH}},
	{3, {WEEKDAY, MONTH, DAY}},
	{2, {DAY, MONTH}},
	{2, {MONTH, DAY}},
	{2, {DAY, DAY_MONTH}},
	{1, {DAY_MONTH}},
	{1, {SLASHED}},
	{1, {DOTTED}},
	{1, {WEEKDAY}},
	{1, {DAY}},
};

#define BIT(kind)  (1U << (kind))
#define NUMBERS    (BIT(DAY) | BIT(YEAR) | BIT(SLASHED) | BIT(DOTTED) | BIT(DAY_MONTH))
#define LAST_KINDS (NUMBERS | BIT(MONTH) | BIT(WEEKDAY))

static int16_t full_year(telex_slice s)
{
	unsigned value = tx_digits_number(s);

	if (s.len == 2)
		value += value >= 70 ? 1900 : 2000;
	return (int16_t)value;
}

/* "31/07", "12.01.2020", "12/06/2020". */
static bool read_numeric(telex_slice text, char separator, struct tx_date *ret_date)
{
	struct tx_cut day = tx_cut(text, separator);
	struct tx_cut month = tx_cut(day.tail, separator);
	telex_slice year = month.tail;

	if (!day.found || day.head.len == 0 || day.head.len > 2 ||
	    tx_count_digits(day.head) != day.head.len)
		return false;
	if (month.head.len == 0 || month.head.len > 2 ||
	    tx_count_digits(month.head) != month.head.len)
		return false;
	if (year.len != 0 &&
	    ((year.len != 2 && year.len != 4) || tx_count_digits(year) != year.len))
		return false;
	ret_date->day = (uint8_t)tx_digits_number(day.head);
	ret_date->month = (uint8_t)tx_digits_number(month.head);
	ret_date->year = year.len == 0 ? 0 : full_year(year);
	return true;
}

static bool is_particle(telex_slice s)
{
	if (s.len < 2 || s.len > 3)
		return false;
	return tx_slice_eq_nocase(s, TX_LIT("de")) || tx_slice_eq_nocase(s, TX_LIT("of")) ||
	       tx_slice_eq_nocase(s, TX_LIT("del"));
}

static telex_slice cut_elision(telex_slice s)
{
	if (s.len > 2 && tx_lower(s.ptr[0]) == 'd' && s.ptr[1] == '\'')
		return tx_slice_skip(s, 2);
	if (tx_slice_starts_nocase(s, TX_LIT("d\xe2\x80\x99")))
		return tx_slice_skip(s, 4);
	return s;
}

static void classify_number(struct word *word, telex_slice s, size_t count, unsigned calendars)
{
	telex_slice rest = tx_slice_skip(s, count);

	if (rest.len > 0 && rest.ptr[0] == '.')
		rest = tx_slice_skip(rest, 1);
	if (rest.len == 0 || tx_slice_eq_nocase(rest, TX_LIT("st")) ||
	    tx_slice_eq_nocase(rest, TX_LIT("nd")) || tx_slice_eq_nocase(rest, TX_LIT("rd")) ||
	    tx_slice_eq_nocase(rest, TX_LIT("th")) || tx_slice_eq_nocase(rest, TX_LIT("er")) ||
	    tx_slice_eq(rest, TX_LIT("\xc2\xba"))) {
		word->value = tx_digits_number(tx_slice_take(s, count));
		word->kind = count == 4 ? YEAR : count <= 2 ? DAY : OTHER;
	} else if (read_numeric(s, '/', &word->date)) {
		word->kind = SLASHED;
	} else if (read_numeric(s, '.', &word->date)) {
		word->kind = DOTTED;
	} else if (count <= 2) {
		word->date = (struct tx_date){0, (uint8_t)tx_month(rest, calendars, NULL),
					      (uint8_t)tx_digits_number(tx_slice_take(s, count))};
		word->kind = word->date.month != 0 ? DAY_MONTH : OTHER;
	}
}

/* A comma or nothing is at the end of what is before a word; a weekday elsewhere is a name:
 * "SANTO DOMINGO". */
static bool opens_segment(telex_slice before)
{
	before = tx_trim(before);
	return before.len == 0 || before.ptr[before.len - 1] == ',';
}

static void classify_name(struct word *word, telex_slice s, unsigned calendars, telex_slice before,
			  unsigned wanted)
{
	bool weekday = (wanted & BIT(WEEKDAY)) != 0 && opens_segment(before) &&
		       tx_weekday(s, calendars, NULL) != 0;

	if (!weekday && (wanted & BIT(MONTH)) == 0)
		return;
	word->value = tx_month(cut_elision(s), calendars, NULL);
	if (word->value != 0)
		word->kind = MONTH;
	else if (weekday)
		word->kind = WEEKDAY;
}

/* A word that is not one of the `wanted` kinds may remain OTHER. */
static struct word classify(telex_slice text, unsigned calendars, telex_slice before,
			    unsigned wanted)
{
	struct word word = {.text = text};
	telex_slice s = text;

	while (s.len > 0 && (s.ptr[s.len - 1] == ',' || s.ptr[s.len - 1] == '.'))
		s.len--;
	size_t count = tx_count_digits(s);
	if (count > 0 && count <= 4) {
		if ((wanted & NUMBERS) != 0)
			classify_number(&word, s, count, calendars);
	} else if (is_particle(s)) {
		word.kind = PARTICLE;
	} else {
		classify_name(&word, s, calendars, before, wanted);
	}
	return word;
}

/* The kinds that a word is: of two digits it may be a year as well. */
static unsigned kinds_of(const struct word *word)
{
	bool short_year = word->kind == DAY && tx_count_digits(word->text) == 2;

	return BIT(word->kind) | (short_year ? BIT(YEAR) : 0);
}

/* What is left of the shapes while words are read from the last one on, as bits. */
struct open_shapes {
	unsigned alive;  /* end in the words read */
	unsigned whole;  /* are the words read, or the last of them */
	unsigned wanted; /* kinds of word that go on with one that is alive */
};

/* Narrow the shapes by the word that is the `count`th from the end. */
static void narrow(struct open_shapes *open, const struct word *word, size_t count)
{
	unsigned kinds = kinds_of(word), alive = 0;

	open->wanted = 0;
	for (size_t i = 0; i < TX_COUNT(shapes); i++) {
		const struct shape *shape = &shapes[i];
		if ((open->alive & BIT(i)) == 0 || shape->len < count)
			continue;
		/* No shape begins with a year of two digits. */
		enum word_kind want = shape->kinds[shape->len - count];
		if ((kinds & BIT(want)) == 0 || (want != word->kind && shape->len == count))
			continue;
		alive |= BIT(i);
		if (shape->len == count)
			open->whole |= BIT(i);
		else
			open->wanted |= BIT(shape->kinds[shape->len - count - 1]);
	}
	open->alive = alive;
}

static bool is_gap(char c)
{
	return tx_char_is(c, TX_CHAR_BLANK | TX_CHAR_NEWLINE);
}

/* The last words of `head`, the last one first, and the shapes that they are. */
static size_t last_words(telex_slice head, unsigned calendars, struct word words[WORDS_MAX],
			 struct open_shapes *open)
{
	size_t count = 0, end = head.len;

	*open = (struct open_shapes){.alive = ~0U, .wanted = LAST_KINDS};
	while (count < WORDS_MAX && open->wanted != 0) {
		while (end > 0 && is_gap(head.ptr[end - 1]))
			end--;
		size_t start = end;
		while (start > 0 && !is_gap(head.ptr[start - 1]) &&
		       !(start < end && head.ptr[start - 1] == ','))
			start--;
		if (start == end)
			break;
		words[count] = classify(tx_slice(head.ptr + start, end - start), calendars,
					tx_slice_take(head, start), open->wanted);
		if (words[count].kind == OTHER)
			break;
		count++;
		narrow(open, &words[count - 1], count);
		end = start;
	}
	return count;
}

static void fill(const struct shape *shape, const struct word *words, struct tx_date *date)
{
	for (size_t i = 0; i < shape->len; i++) {
		const struct word *word = &words[shape->len - 1 - i];
		enum word_kind kind = shape->kinds[i];
		if (kind == DAY)
			date->day = (uint8_t)word->value;
		else if (kind == MONTH)
			date->month = (uint8_t)word->value;
		else if (kind == YEAR)
			date->year =
				full_year(tx_slice_take(word->text, tx_count_digits(word->text)));
		else if (kind == DAY_MONTH || kind == SLASHED || kind == DOTTED)
			*date = word->date;
	}
}

/* "8.10.2026, Warszawa". */
static bool cut_front(telex_slice *head, struct tx_date *ret_date)
{
	size_t end = 0;

	if (head->len == 0 || !tx_is_digit(head->ptr[0]))
		return false;
	while (end < head->len && !is_gap(head->ptr[end]) && head->ptr[end] != ',')
		end++;
	if (end == head->len || !read_numeric(tx_slice_take(*head, end), '.', ret_date))
		return false;
	*head = tx_slice_skip(*head, end + 1);
	return true;
}

/* "CHICAGO, April -": the day is lost. */
static bool is_month_alone(telex_slice head, const struct word *word)
{
	telex_slice before = tx_trim(tx_slice_take(head, (size_t)(word->text.ptr - head.ptr)));

	return word->kind == MONTH && word->text.len >= MONTH_ALONE_MIN && before.len > 0 &&
	       before.ptr[before.len - 1] == ',';
}

telex_slice tx_dateline_cut_date(telex_slice head, unsigned calendars, struct tx_date *ret_date,
				 bool *ret_found)
{
	struct word words[WORDS_MAX];
	struct open_shapes open;
	size_t count = last_words(head, calendars, words, &open);

	*ret_date = (struct tx_date){0};
	*ret_found = false;
	for (size_t i = 0; open.whole != 0 && i < TX_COUNT(shapes); i++) {
		const struct shape *shape = &shapes[i];
		if ((open.whole & BIT(i)) == 0)
			continue;
		fill(shape, words, ret_date);
		*ret_found = true;
		return tx_slice_take(head, (size_t)(words[shape->len - 1].text.ptr - head.ptr));
	}
	if (count == 1 && is_month_alone(head, &words[0])) {
		ret_date->month = (uint8_t)words[0].value;
		*ret_found = true;
		return tx_slice_take(head, (size_t)(words[0].text.ptr - head.ptr));
	}
	*ret_found = cut_front(&head, ret_date);
	return head;
}
