/* The language of a text from its common words and its letters.
 * Every known word votes for the languages in which it is common, the more the fewer they are;
 * letters that few languages write add a little.  Where this does not tell, as in a headline, the
 * endings of the other words vote too.  Words with a capital first letter count half, being parts
 * of names often, and initials nothing. Left out: languages that no wire of the agency table writes,
 * and texts in other scripts than Latin. */
#include "normalizer/language/language.h"

#include <stdbool.h>
#include <stdint.h>

#include "core/ascii.h"
#include "core/utf8.h"
#include "core/word.h"
#include "normalizer/language/language_table.h"
#include "normalizer/language/language_words.h"

#define TEXT_BYTES_MAX 2048

/* After so many known words a clear lead ends the reading. */
#define EARLY_WORDS 8

/* The least score that tells, and the least lead over the next language: two words that only one
 * language has, or a part of the score in long texts, where chance adds up. */
#define SCORE_MIN  24
#define LEAD_MIN   10
#define LEAD_SHARE 20

#define SIGN_FIRST 0xc0
#define SIGN_LAST  0x17f

static const char *const tags[TX_LANGUAGE_COUNT] = {"es", "en", "pt", "ca", "gl", "eu", "fr", "de",
						    "it", "nl", "cs", "pl", "da", "no", "sv"};

/* What a word counts that is common in so many languages. */
static const uint8_t weights[TX_LANGUAGE_COUNT + 1] = {0, 24, 14, 10, 8, 6, 4, 3,
						       2, 2,  1,  1,  1, 1, 1, 0};

/* What a letter counts. */
#define SIGN_WEIGHT 4

enum {
	ES = TX_LANGUAGE_ES,
	PT = TX_LANGUAGE_PT,
	CA = TX_LANGUAGE_CA,
	GL = TX_LANGUAGE_GL,
	FR = TX_LANGUAGE_FR,
	DE = TX_LANGUAGE_DE,
	IT = TX_LANGUAGE_IT,
	CS = TX_LANGUAGE_CS,
	PL = TX_LANGUAGE_PL,
	DA = TX_LANGUAGE_DA,
	NO = TX_LANGUAGE_NO,
	SV = TX_LANGUAGE_SV
};

/* Small letters beyond ASCII that few languages write. */
static const uint16_t signs[SIGN_LAST - SIGN_FIRST + 1] = {
	[0xdf - SIGN_FIRST] = DE,           [0xe0 - SIGN_FIRST] = CA | FR | IT | PT,
	[0xe3 - SIGN_FIRST] = PT,           [0xe4 - SIGN_FIRST] = DE | SV,
	[0xe5 - SIGN_FIRST] = DA | NO | SV, [0xe6 - SIGN_FIRST] = DA | NO,
	[0xe7 - SIGN_FIRST] = PT | CA | FR, [0xe8 - SIGN_FIRST] = CA | FR | IT,
	[0xea - SIGN_FIRST] = FR | PT,      [0xec - SIGN_FIRST] = IT,
	[0xf1 - SIGN_FIRST] = ES | GL,      [0xf2 - SIGN_FIRST] = CA | IT,
	[0xf5 - SIGN_FIRST] = PT,           [0xf6 - SIGN_FIRST] = DE | SV,
	[0xf8 - SIGN_FIRST] = DA | NO,      [0xf9 - SIGN_FIRST] = FR | IT,
	[0xfc - SIGN_FIRST] = DE,           [0xfd - SIGN_FIRST] = CS,
	[0x105 - SIGN_FIRST] = PL,          [0x107 - SIGN_FIRST] = PL,
	[0x10d - SIGN_FIRST] = CS,          [0x119 - SIGN_FIRST] = PL,
	[0x11b - SIGN_FIRST] = CS,          [0x142 - SIGN_FIRST] = PL,
	[0x144 - SIGN_FIRST] = PL,          [0x159 - SIGN_FIRST] = CS,
	[0x15b - SIGN_FIRST] = PL,          [0x161 - SIGN_FIRST] = CS,
	[0x16f - SIGN_FIRST] = CS,          [0x17a - SIGN_FIRST] = PL,
	[0x17c - SIGN_FIRST] = PL,          [0x17e - SIGN_FIRST] = CS,
};

/* The word being read, in small letters. */
struct word {
	uint64_t key;  /* its first bytes, the first one highest */
	uint64_t tail; /* its last bytes, the last one lowest */
	size_t bytes;
	bool capital;   /* begins with one */
	bool has_small; /* small letters in it */
};

/* Scores of four languages side by side in a word, sixteen bits each: one multiplication votes for
 * all four. */
#define LANES       4
#define SCORE_WORDS ((TX_LANGUAGE_COUNT + LANES - 1) / LANES)

struct tally {
	uint64_t scores[SCORE_WORDS];
	unsigned words; /* known ones */
	size_t bytes;
	bool with_endings;
	bool decided;
};

/* Four bits spread over four lanes. */
static const uint64_t spread[16] = {
	0x0000000000000000, 0x0000000000000001, 0x0000000000010000, 0x0000000000010001,
	0x0000000100000000, 0x0000000100000001, 0x0000000100010000, 0x0000000100010001,
	0x0001000000000000, 0x0001000000000001, 0x0001000000010000, 0x0001000000010001,
	0x0001000100000000, 0x0001000100000001, 0x0001000100010000, 0x0001000100010001,
};

static void vote(struct tally *tally, unsigned languages, unsigned weight)
{
	for (unsigned i = 0; i < SCORE_WORDS; i++)
		tally->scores[i] += spread[languages >> LANES * i & 0xf] * weight;
}

static uint32_t score_of(const struct tally *tally, size_t language)
{
	return (uint32_t)(tally->scores[language / LANES] >> 16 * (language % LANES)) & 0xffff;
}

static unsigned count_bits(unsigned bits)
{
	unsigned count = 0;

	for (; bits != 0; bits &= bits - 1)
		count++;
	return count;
}

static uint64_t read_key(const char *word)
{
	const unsigned char *p = (const unsigned char *)word;

	/* Written out, compilers make one load of it. */
	return (uint64_t)p[0] << 56 | (uint64_t)p[1] << 48 | (uint64_t)p[2] << 40 |
	       (uint64_t)p[3] << 32 | (uint64_t)p[4] << 24 | (uint64_t)p[5] << 16 |
	       (uint64_t)p[6] << 8 | p[7];
}

/* The entry that the word with this key has if it is known. */
static const struct tx_language_entry *find_word(uint64_t key)
{
	uint64_t hash = tx_language_hash(key);

	return &tx_language_entries[tx_language_place(
		hash, tx_language_factors[tx_language_group(hash)])];
}

/* Languages of the longest known ending of the word, which has at least two bytes before it; or 0.
 */
static unsigned find_ending(const struct word *word)
{
	unsigned letter = (unsigned)(word->tail & 0xff) - 'a';
	const struct tx_language_endings *list =
		&tx_language_endings[letter < TX_LANGUAGE_LISTS - 1 ? letter
								    : TX_LANGUAGE_LISTS - 1];
	char tail[sizeof(word->tail)];

	for (size_t i = 0; i < sizeof(tail); i++)
		tail[i] = (char)(word->tail >> 8 * (sizeof(tail) - 1 - i));
	for (size_t i = 0; i < list->count; i++) {
		const struct tx_language_ending *ending = &list->endings[i];

		if (ending->len + 2U <= word->bytes &&
		    memcmp(tail + sizeof(tail) - ending->len, ending->text, ending->len) == 0)
			return ending->languages;
	}
	return 0;
}

static size_t best_of(const struct tally *tally, uint32_t *ret_lead)
{
	uint32_t first = score_of(tally, 0), second = 0;
	size_t best = 0;

	for (size_t i = 1; i < TX_LANGUAGE_COUNT; i++) {
		uint32_t score = score_of(tally, i);
		uint32_t loser = score > first ? first : score;
		best = score > first ? i : best;
		first = score > first ? score : first;
		second = loser > second ? loser : second;
	}
	*ret_lead = first - second;
	return best;
}

/* After some words, whether the lead is more than half of the score. */
static bool is_clear(const struct tally *tally)
{
	uint32_t lead;
	size_t best = best_of(tally, &lead);

	return lead > score_of(tally, best) / 2;
}

/* The key as the tables have it. */
static uint64_t finish_key(const struct word *word)
{
	if (word->bytes > TX_LANGUAGE_KEY_BYTES)
		return (word->key & ~(uint64_t)0xff) | '*';
	return word->key << 8 * (TX_LANGUAGE_KEY_BYTES - word->bytes);
}

static bool is_initial(const struct word *word, char next)
{
	return word->bytes == 1 && word->capital && next == '.';
}

/* What a word counts that so many languages have.  A word of capitals alone has its full weight,
 * but for single letters. */
static unsigned weigh(const struct word *word, unsigned count)
{
	bool half = word->capital & (word->has_small | (word->bytes == 1));

	return (unsigned)weights[count] >> half;
}

static void vote_by_ending(struct tally *tally, const struct word *word)
{
	unsigned languages = find_ending(word);

	vote(tally, languages, weigh(word, count_bits(languages)) / 2);
}

/* The word's votes.  What cannot be foretold from word to word is no branch: a word that is not
 * known votes for none. */
static inline void count_word(struct tally *tally, const struct word *word, char next)
{
	uint64_t key = finish_key(word);
	const struct tx_language_entry *entry = find_word(key);
	bool known = (entry->key == key) & !is_initial(word, next);

	vote(tally, known ? entry->languages : 0, weigh(word, entry->count));
	tally->words += known;
	if (known & (tally->words % EARLY_WORDS == 0))
		tally->decided = is_clear(tally);
	if (tally->with_endings && !known && word->bytes > 3)
		vote_by_ending(tally, word);
}

/* The word is over; `next` is the byte after it. */
static void end_word(struct tally *tally, struct word *word, char next)
{
	if (word->bytes == 0)
		return;
	count_word(tally, word, next);
	*word = (struct word){0};
}

static void add_byte(struct word *word, unsigned char byte)
{
	if (word->bytes < TX_LANGUAGE_KEY_BYTES)
		word->key = word->key << 8 | byte;
	word->tail = word->tail << 8 | byte;
	word->bytes++;
}

static void add_ascii(struct word *word, char c)
{
	if (tx_is_upper(c))
		word->capital |= word->bytes == 0;
	else
		word->has_small = true;
	add_byte(word, (unsigned char)tx_lower(c));
}

/* The letters among eight bytes, the first one highest: 0x80 for each. */
static uint64_t letters_of(uint64_t bytes)
{
	uint64_t small = (bytes | TX_WORD_ONES * 0x20) & TX_WORD_LOWS;
	uint64_t from_a = small + TX_WORD_ONES * (0x80 - 'a');
	uint64_t over_z = small + TX_WORD_ONES * (0x7f - 'z');

	return from_a & ~over_z & ~bytes & TX_WORD_HIGHS;
}

/* Zero bytes at the upper end of a mask that is not 0. */
static unsigned leading_zeros(uint64_t mask)
{
#if defined(__GNUC__)
	return (unsigned)__builtin_clzll(mask) / 8;
#else
	unsigned count = 0;

	for (; mask >> 56 == 0; mask <<= 8)
		count++;
	return count;
#endif
}

/* The word that the first `count` of eight bytes are, letters all of them. */
static struct word word_of(uint64_t bytes, unsigned count)
{
	unsigned rest = 8 * (TX_LANGUAGE_KEY_BYTES - count);
	uint64_t smalls = TX_WORD_ONES * 0x20 >> rest;
	uint64_t letters = bytes >> rest;

	return (struct word){.key = letters | smalls,
			     .tail = letters | smalls,
			     .bytes = count,
			     .capital = (bytes >> 56 & 0x20) == 0,
			     .has_small = (letters & smalls) != 0};
}

/* A word that ends within eight bytes, and the byte after it; or a byte that is in no word.  How
 * many bytes were read; 0: something else is there. */
static size_t read_short(struct tally *tally, telex_slice text, size_t at)
{
	if (text.len - at <= TX_LANGUAGE_KEY_BYTES)
		return 0;
	uint64_t bytes = read_key(text.ptr + at);
	uint64_t others = ~letters_of(bytes) & TX_WORD_HIGHS;
	if (others == 0)
		return 0;
	unsigned count = leading_zeros(others);
	char next = text.ptr[at + count];
	if (next == '\'' || tx_char_is(next, TX_CHAR_HIGH))
		return 0;
	if (count > 0) {
		struct word word = word_of(bytes, count);
		count_word(tally, &word, next);
	}
	return count + 1;
}

/* A letter of two bytes. */
static void add_letter(struct tally *tally, struct word *word, uint32_t c)
{
	uint32_t small = tx_char_to_lower(c);

	if (small != c)
		word->capital |= word->bytes == 0;
	else
		word->has_small = true;
	if (small >= SIGN_FIRST && small <= SIGN_LAST && signs[small - SIGN_FIRST] != 0)
		vote(tally, signs[small - SIGN_FIRST], SIGN_WEIGHT);
	add_byte(word, (unsigned char)(0xc0 | small >> 6));
	add_byte(word, (unsigned char)(0x80 | (small & 0x3f)));
}

/* A character beyond ASCII: letters, combining marks (which words lose), the typographic
 * apostrophe; all else ends the word. */
static size_t add_high(struct tally *tally, struct word *word, telex_slice rest)
{
	uint32_t c;
	size_t len = tx_utf8_decode(rest, &c);

	if (c >= SIGN_FIRST && c <= SIGN_LAST) {
		add_letter(tally, word, c);
	} else if (c == 0x2019 && word->bytes > 0) {
		add_byte(word, '\'');
		end_word(tally, word, '\'');
	} else if (c < 0x300 || c > 0x36f) {
		end_word(tally, word, ' ');
	}
	return len;
}

/* The byte at `at`, or the character: how many bytes were read. */
static size_t read_byte(struct tally *tally, struct word *word, telex_slice text, size_t at)
{
	char c = text.ptr[at];

	if (tx_is_alpha(c)) {
		add_ascii(word, c);
		return 1;
	}
	if (tx_char_is(c, TX_CHAR_HIGH))
		return add_high(tally, word, tx_slice_skip(text, at));
	if (c == '\'' && word->bytes > 0)
		add_byte(word, '\'');
	end_word(tally, word, c);
	return 1;
}

static void read_text(struct tally *tally, telex_slice text)
{
	struct word word = {0};
	size_t i = 0;

	text = tx_slice_take(text, TEXT_BYTES_MAX - tally->bytes);
	while (i < text.len && !tally->decided) {
		size_t len = word.bytes == 0 ? read_short(tally, text, i) : 0;
		i += len > 0 ? len : read_byte(tally, &word, text, i);
	}
	end_word(tally, &word, ' ');
	tally->bytes += text.len;
}

/* The language that leads clearly enough, or NULL. */
static const char *read_pieces(const telex_slice *pieces, size_t count, bool with_endings)
{
	struct tally tally = {.with_endings = with_endings};
	uint32_t lead, score;
	size_t best;

	for (size_t i = 0; i < count && !tally.decided; i++)
		read_text(&tally, pieces[i]);
	best = best_of(&tally, &lead);
	score = score_of(&tally, best);
	if (score < SCORE_MIN || lead < LEAD_MIN || lead < score / LEAD_SHARE)
		return NULL;
	return tags[best];
}

const char *tx_language_of_pieces(const telex_slice *pieces, size_t count)
{
	const char *tag = read_pieces(pieces, count, false);

	return tag != NULL ? tag : read_pieces(pieces, count, true);
}

const char *tx_language_of(telex_slice text)
{
	return tx_language_of_pieces(&text, 1);
}
