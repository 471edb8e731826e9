/* "ATENCIÓN: noticia embargada hasta las 06.00", "(Sous embargo jusqu'à dimanche)", "Frei ab 18.00
 * Uhr": the words of wires for it, in tables.  A word alone is not enough, since embargoes are news
 * as well ("Embargo on arms sales to Sudan"): what follows is "until", a time of day or a colon. */
#include "tokenizer/lines/embargo_note.h"

#include "core/ascii.h"
#include "core/moment.h"
#include "core/scan.h"

#define LEAD_MAX 5   /* words before the one that says it */
#define SAID_MAX 120 /* bytes after it in which the time is */
#define NOTE_MAX 600 /* bytes of a paragraph that may be a note */

/* Words that may come before, whole and without case. */
static const telex_slice leads[] = {
#define LEAD(text) TX_SLICE(text),
#include "tokenizer/lines/embargo_words.def"
};

/* Words that say it; the word may go on ("embargoed", "embargada"). */
static const telex_slice stems[] = {
#define STEM(text) TX_SLICE(text),
#include "tokenizer/lines/embargo_words.def"
};

/* What only a note says next. */
static const telex_slice untils[] = {
#define UNTIL(text) TX_SLICE(text),
#include "tokenizer/lines/embargo_words.def"
};

/* Openings that say all of it themselves. */
static const telex_slice holds[] = {
#define HOLD(text) TX_SLICE(text),
#include "tokenizer/lines/embargo_words.def"
};

/* Openings that say it if a time is after them. */
static const telex_slice releases[] = {
#define RELEASE(text) TX_SLICE(text),
#include "tokenizer/lines/embargo_words.def"
};

/* The first two letters of all rows as bits of a set, without case: nearly all words of a text are
 * out by theirs. */
#define PAIR(a, b)                                                                                 \
	(((((unsigned)(unsigned char)(a)&31) << 3) ^ ((unsigned)(unsigned char)(b)&31)) & 255)
#define PAIR_BIT(text)                                                                             \
	| (PAIR((text)[0], (text)[1]) / 64 == part                                                 \
		   ? UINT64_C(1) << (PAIR((text)[0], (text)[1]) & 63)                              \
		   : 0)

/* A quarter of the set; a constant for the compiler. */
static inline uint64_t pairs(unsigned part)
{
	return 0
#define LEAD(text)    PAIR_BIT(text)
#define STEM(text)    PAIR_BIT(text)
#define HOLD(text)    PAIR_BIT(text)
#define RELEASE(text) PAIR_BIT(text)
#include "tokenizer/lines/embargo_words.def"
		;
}

static bool may_begin(telex_slice s)
{
	if (s.len < 2)
		return false;
	unsigned pair = PAIR(s.ptr[0], s.ptr[1]);
	const uint64_t set[] = {pairs(0), pairs(1), pairs(2), pairs(3)};

	return (set[pair / 64] >> (pair & 63) & 1) != 0;
}

static bool in_word(char c)
{
	return tx_char_is(c, TX_CHAR_UPPER | TX_CHAR_LOWER | TX_CHAR_DIGIT | TX_CHAR_HIGH);
}

static size_t word_len(telex_slice s)
{
	size_t len = 0;

	while (len < s.len && in_word(s.ptr[len]))
		len++;
	return len;
}

/* The text from its next word. */
static telex_slice next_word(telex_slice s)
{
	size_t at = 0;

	while (at < s.len && !in_word(s.ptr[at]))
		at++;
	return tx_slice_skip(s, at);
}

/* The row of a table with which the text begins; its length, 0: none.  `whole`: the word ends with
 * the row.  Rows begin with a small letter of ASCII. */
static size_t row_at(const telex_slice *rows, size_t count, telex_slice s, bool whole)
{
	char first = s.len == 0 ? '\0' : (char)(s.ptr[0] | 0x20);

	for (size_t i = 0; i < count; i++) {
		size_t len = rows[i].len;
		if (rows[i].ptr[0] != first || !tx_slice_starts_nocase(s, rows[i]))
			continue;
		if (!whole || len == s.len || !in_word(s.ptr[len]))
			return len;
	}
	return 0;
}

static bool has_clock(telex_slice s)
{
	struct tx_moment moments[TX_MOMENTS_MAX];
	size_t count = tx_moments_find(s, moments);

	for (size_t i = 0; i < count; i++) {
		if (moments[i].is_clock)
			return true;
	}
	return false;
}

/* Whether the words at the start of the text say it. */
static bool says_embargo(telex_slice s)
{
	if (!may_begin(s))
		return false;
	size_t len = row_at(releases, TX_COUNT(releases), s, true);

	if (row_at(holds, TX_COUNT(holds), s, true) > 0)
		return true;
	if (len > 0)
		return has_clock(tx_slice_take(tx_slice_skip(s, len), SAID_MAX));
	if (row_at(stems, TX_COUNT(stems), s, false) == 0)
		return false;
	telex_slice after = tx_slice_take(tx_slice_skip(s, word_len(s)), SAID_MAX);
	telex_slice trimmed = tx_trim(after);
	if (trimmed.len > 0 && trimmed.ptr[0] == ':')
		return true;
	return row_at(untils, TX_COUNT(untils), next_word(after), true) > 0 || has_clock(after);
}

bool tx_embargo_opens(telex_slice paragraph)
{
	telex_slice rest = next_word(paragraph);

	if (paragraph.len > NOTE_MAX)
		return false;
	for (size_t i = 0; i <= LEAD_MAX && rest.len > 0; i++) {
		if (says_embargo(rest))
			return true;
		if (!may_begin(rest) || row_at(leads, TX_COUNT(leads), rest, true) == 0)
			return false;
		rest = next_word(tx_slice_skip(rest, word_len(rest)));
	}
	return false;
}

bool tx_embargo_named(telex_slice note)
{
	for (telex_slice rest = next_word(note); rest.len > 0;
	     rest = next_word(tx_slice_skip(rest, word_len(rest)))) {
		if (says_embargo(rest))
			return true;
	}
	return false;
}
