/* The marks of versions and takes, as desks write them: a word, with a number before or after it,
 * glued to it or apart.  The marks of a slug are its last words: the longest row of words that are
 * all marks.  A number alone is one only after a comma (ANPA's count of words): "COPA-2026" is a slug. */
#include "cli/versions/marks.h"

#include "core/ascii.h"
#include "core/fold.h"
#include "core/scan.h"

#define WORDS_MAX 32

enum mark_kind {
	MARK_NONE,
	MARK_VERSION,  /* with a number, or a word that is one alone */
	MARK_NUMBERED, /* likewise, but never without a number */
	MARK_TAKE,     /* the Nth part */
	MARK_ADD,      /* the Nth part after the first */
	MARK_PART,     /* of a few paragraphs */
	MARK_CORRECTION,
	MARK_KILL
};

/* Folded. */
static const struct {
	const char *word;
	enum mark_kind kind;
} keywords[] = {
	{"add", MARK_ADD},
	{"take", MARK_TAKE},
	{"ld", MARK_NUMBERED},
	{"lead", MARK_NUMBERED},
	{"net", MARK_NUMBERED},
	{"wm", MARK_NUMBERED},
	{"update", MARK_NUMBERED},
	{"wrapup", MARK_NUMBERED},
	{"ampliacion", MARK_VERSION},
	{"amp", MARK_NUMBERED},
	{"writethru", MARK_VERSION},
	{"writethrough", MARK_VERSION},
	{"writethr", MARK_VERSION},
	{"sub", MARK_PART},
	{"insert", MARK_PART},
	{"correction", MARK_CORRECTION},
	{"corrected", MARK_CORRECTION},
	{"corr", MARK_CORRECTION},
	{"correccion", MARK_CORRECTION},
	{"kill", MARK_KILL},
	{"elimination", MARK_KILL},
	{"anulacion", MARK_KILL},
};

struct word {
	telex_slice text;
	bool after_comma, in_brackets;
};

struct words {
	struct word items[WORDS_MAX];
	size_t count;
};

static bool is_of_word(char c)
{
	return tx_is_alpha(c) || tx_is_digit(c) || (unsigned char)c >= 0x80;
}

/* Words of a folded text.  False: there are more than WORDS_MAX. */
static bool split(telex_slice text, struct words *words)
{
	bool comma = false, bracket = false;

	for (size_t i = 0; i < text.len;) {
		size_t end = i;
		while (end < text.len && is_of_word(text.ptr[end]))
			end++;
		if (end == i) {
			comma |= text.ptr[i] == ',';
			bracket |= text.ptr[i] == '(';
			i++;
			continue;
		}
		if (words->count == WORDS_MAX)
			return false;
		words->items[words->count++] =
			(struct word){tx_slice(text.ptr + i, end - i), comma, bracket};
		comma = bracket = false;
		i = end;
	}
	return true;
}

static enum mark_kind kind_of(telex_slice word)
{
	for (size_t i = 0; i < TX_COUNT(keywords); i++) {
		if (tx_slice_is(word, keywords[i].word))
			return keywords[i].kind;
	}
	return MARK_NONE;
}

static bool is_ordinal_ending(telex_slice s)
{
	static const char *const endings[] = {"st", "nd", "rd", "th", NULL};

	return tx_slice_in(s, endings);
}

/* A word as a number, a keyword, or both: "2nd", "2", "add", "2ndadd", "add2".  False: neither. */
static bool read_word(telex_slice word, unsigned *ret_number, enum mark_kind *ret_kind)
{
	size_t digits = tx_count_digits(word), letters = 0;
	telex_slice rest = tx_slice_skip(word, digits);

	*ret_number = digits > 0 && digits <= 3 ? tx_digits_number(tx_slice_take(word, digits)) : 0;
	*ret_kind = MARK_NONE;
	if (digits > 3)
		return false;
	if (digits > 0 && is_ordinal_ending(tx_slice_take(rest, 2)))
		rest = tx_slice_skip(rest, 2);
	if (rest.len == 0)
		return digits > 0;
	while (letters < rest.len && !tx_is_digit(rest.ptr[letters]))
		letters++;
	telex_slice after = tx_slice_skip(rest, letters);
	*ret_kind = kind_of(tx_slice_take(rest, letters));
	if (after.len > 0 && (digits > 0 || tx_count_digits(after) != after.len || after.len > 3))
		return false;
	if (after.len > 0)
		*ret_number = tx_digits_number(after);
	return *ret_kind != MARK_NONE;
}

/* "NH4431", in brackets. */
static bool is_reference(const struct word *word)
{
	return word->in_brackets && word->text.len == 6 && tx_is_alpha(word->text.ptr[0]) &&
	       tx_is_alpha(word->text.ptr[1]) && tx_count_digits(tx_slice_skip(word->text, 2)) == 4;
}

static void note_mark(struct marks *marks, enum mark_kind kind, unsigned number)
{
	marks->says_so = true;
	marks->is_correction |= kind == MARK_CORRECTION;
	marks->is_partial |= kind == MARK_PART;
	marks->has_number |= (kind == MARK_VERSION || kind == MARK_NUMBERED) && number > 0;
	if (kind == MARK_TAKE)
		marks->take = number;
	else if (kind == MARK_ADD)
		marks->take = number == 0 ? 2 : number + 1;
}

/* One mark from word `at` on.  Returns how many words it has; 0: none. */
static size_t read_mark(const struct words *words, size_t at, struct marks *marks)
{
	const struct word *word = &words->items[at];
	unsigned number, next_number;
	enum mark_kind kind, next_kind;
	size_t count = 1;

	if (is_reference(word))
		return 1;
	if (!read_word(word->text, &number, &kind))
		/* A count of words has more digits than a version. */
		return word->after_comma && tx_count_digits(word->text) == word->text.len ? 1 : 0;
	bool has_next = at + 1 < words->count &&
			read_word(words->items[at + 1].text, &next_number, &next_kind);
	if (kind == MARK_NONE && has_next && next_kind != MARK_NONE && next_number == 0) {
		kind = next_kind;
		count = 2;
	} else if (kind != MARK_NONE && number == 0 && has_next && next_kind == MARK_NONE &&
		   !words->items[at + 1].after_comma) {
		number = next_number;
		count = 2;
	}
	if (kind == MARK_NONE)
		return word->after_comma ? 1 : 0;
	if (number == 0 && (kind == MARK_TAKE || (kind == MARK_NUMBERED && !marks->says_so)))
		return 0;
	note_mark(marks, kind, number);
	return count;
}

/* Whether all words from `start` on are marks. */
static bool read_marks(const struct words *words, size_t start, struct marks *ret_marks)
{
	struct marks marks = {false};

	for (size_t at = start; at < words->count;) {
		size_t count = read_mark(words, at, &marks);
		if (count == 0)
			return false;
		at += count;
	}
	*ret_marks = marks;
	return true;
}

static void add_marks(struct marks *into, const struct marks *marks)
{
	into->says_so |= marks->says_so;
	into->is_correction |= marks->is_correction;
	into->is_partial |= marks->is_partial;
	into->has_number |= marks->has_number;
	if (marks->take > 0)
		into->take = marks->take;
}

size_t marks_of_slug(telex_slice slug, struct marks *marks, char out[MARKS_TEXT_MAX])
{
	char folded[MARKS_TEXT_MAX];
	struct words words = {.count = 0};
	struct marks found = {false};
	size_t len = tx_fold(tx_trim(slug), folded, sizeof(folded)), kept = 1, at = 0;

	if (len == 0 || !split(tx_slice(folded, len), &words) || words.count == 0)
		return 0;
	while (kept < words.count && !read_marks(&words, kept, &found))
		kept++;
	add_marks(marks, &found);
	for (size_t i = 0; i < kept; i++) {
		telex_slice word = words.items[i].text;
		if (i > 0)
			out[at++] = ' ';
		memcpy(out + at, word.ptr, word.len);
		at += word.len;
	}
	return at;
}

void marks_of_note(telex_slice note, struct marks *marks)
{
	char folded[MARKS_TEXT_MAX];
	struct words words = {.count = 0};
	struct marks found;
	size_t len = tx_fold(tx_trim(note), folded, sizeof(folded));

	if (len > 0 && split(tx_slice(folded, len), &words) && read_marks(&words, 0, &found))
		add_marks(marks, &found);
}
