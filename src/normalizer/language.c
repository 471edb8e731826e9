/* The language of a text from its common words and its letters.
 * Every known word votes for the languages in which it is common, the more the fewer they are;
 * letters that few languages write add a little.  Words with a capital first letter count half:
 * many are parts of names. Left out: languages that no wire of the house table writes, and texts in
 * other scripts than Latin. */
#include "normalizer/language.h"

#include <stdbool.h>
#include <stdint.h>

#include "core/ascii.h"
#include "core/utf8.h"
#include "normalizer/language_words.h"

#define TEXT_BYTES_MAX 2048

/* After so many known words a clear lead ends the reading. */
#define EARLY_WORDS 48

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

/* The word being read: its first bytes in small letters, the first one highest. */
struct word {
	uint64_t key;
	unsigned bytes;
	bool capital;   /* begins with one */
	bool has_small; /* small letters in it */
};

struct tally {
	uint32_t scores[TX_LANGUAGE_COUNT];
	unsigned words;
	size_t bytes;
	bool decided;
};

static void vote(struct tally *tally, unsigned languages, unsigned weight)
{
	for (unsigned i = 0; i < TX_LANGUAGE_COUNT; i++)
		tally->scores[i] += (languages >> i & 1) * weight;
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
	uint64_t key = 0;

	for (unsigned i = 0; i < TX_LANGUAGE_KEY_BYTES; i++)
		key = key << 8 | (unsigned char)word[i];
	return key;
}

/* Languages of the word with this key, or 0. */
static unsigned find_word(uint64_t key)
{
	unsigned letter = (unsigned)(key >> 56) - 'a';
	const struct tx_language_list *list =
		&tx_language_lists[letter < TX_LANGUAGE_LISTS - 1 ? letter : TX_LANGUAGE_LISTS - 1];
	const struct tx_language_word *low = list->words;
	size_t count = list->count;

	while (count > 1) {
		size_t half = count / 2;

		low = read_key(low[half].word) <= key ? low + half : low;
		count -= half;
	}
	return read_key(low->word) == key ? low->languages : 0;
}

static size_t best_of(const struct tally *tally, uint32_t *ret_lead)
{
	size_t best = 0;
	uint32_t second = 0;

	for (size_t i = 1; i < TX_LANGUAGE_COUNT; i++)
		if (tally->scores[i] > tally->scores[best])
			best = i;
	for (size_t i = 0; i < TX_LANGUAGE_COUNT; i++)
		if (i != best && tally->scores[i] > second)
			second = tally->scores[i];
	*ret_lead = tally->scores[best] - second;
	return best;
}

/* After some words, whether the lead is more than half of the score. */
static bool is_clear(const struct tally *tally)
{
	uint32_t lead;
	size_t best = best_of(tally, &lead);

	return lead > tally->scores[best] / 2;
}

static void end_word(struct tally *tally, struct word *word)
{
	unsigned languages, weight;

	if (word->bytes == 0)
		return;
	if (word->bytes < TX_LANGUAGE_KEY_BYTES)
		word->key <<= 8 * (TX_LANGUAGE_KEY_BYTES - word->bytes);
	languages = find_word(word->key);
	if (languages != 0) {
		weight = weights[count_bits(languages)];
		vote(tally, languages, word->capital && word->has_small ? weight / 2 : weight);
		if (++tally->words % EARLY_WORDS == 0)
			tally->decided = is_clear(tally);
	}
	*word = (struct word){0};
}

static void add_byte(struct word *word, unsigned char byte)
{
	if (word->bytes >= TX_LANGUAGE_KEY_BYTES)
		return;
	word->key = word->key << 8 | byte;
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
		end_word(tally, word);
	} else if (c < 0x300 || c > 0x36f) {
		end_word(tally, word);
	}
	return len;
}

static void read_text(struct tally *tally, telex_slice text)
{
	struct word word = {0};
	size_t i = 0;

	text = tx_slice_take(text, TEXT_BYTES_MAX - tally->bytes);
	while (i < text.len && !tally->decided) {
		char c = text.ptr[i];

		if (tx_is_alpha(c)) {
			add_ascii(&word, c);
			i++;
		} else if (tx_char_is(c, TX_CHAR_HIGH)) {
			i += add_high(tally, &word, tx_slice_skip(text, i));
		} else {
			if (c == '\'' && word.bytes > 0)
				add_byte(&word, '\'');
			end_word(tally, &word);
			i++;
		}
	}
	end_word(tally, &word);
	tally->bytes += text.len;
}

const char *tx_language_of_pieces(const telex_slice *pieces, size_t count)
{
	struct tally tally = {0};
	uint32_t lead, score;
	size_t best;

	for (size_t i = 0; i < count && !tally.decided; i++)
		read_text(&tally, pieces[i]);
	best = best_of(&tally, &lead);
	score = tally.scores[best];
	if (score < SCORE_MIN || lead < LEAD_MIN || lead < score / LEAD_SHARE)
		return NULL;
	return tags[best];
}

const char *tx_language_of(telex_slice text)
{
	return tx_language_of_pieces(&text, 1);
}
