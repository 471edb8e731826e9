/* What opens a byline ("By", "Por", "Von") and how people's names are made, after the wires' own
 * bylines. Left out: names in scripts without capitals, and names of one word. */
#include "core/scan.h"
#include "core/ascii.h"
#include "core/calendar.h"
#include "core/utf8.h"
#include "tokenizer/words/byline_words.h"
#include "tokenizer/words/words.h"

#define NAME_BYTES_MAX 120
#define NAME_WORDS_MAX 6

struct byline_word {
	telex_slice text;
	unsigned languages;
};

/* "Pos" is a slip of the key for "Por" that occurs. */
static const struct byline_word byline_words[] = {
	{TX_SLICE("by"), TX_CAL_EN},
	{TX_SLICE("por"), TX_CAL_ES | TX_CAL_PT | TX_CAL_GL},
	{TX_SLICE("pos"), TX_CAL_ES},
	{TX_SLICE("von"), TX_CAL_DE},
	{TX_SLICE("par"), TX_CAL_FR},
	{TX_SLICE("per"), TX_CAL_CA | TX_CAL_IT},
	{TX_SLICE("di"), TX_CAL_IT},
	{TX_SLICE("dal"), TX_CAL_IT},
	{TX_SLICE("dalla"), TX_CAL_IT},
	{TX_SLICE("de"), TX_CAL_ES | TX_CAL_PT | TX_CAL_FR | TX_CAL_CA},
	{TX_SLICE("door"), TX_CAL_NL},
	{TX_SLICE("av"), TX_CAL_NO | TX_CAL_SV},
	{TX_SLICE("af"), TX_CAL_DA},
	{TX_SLICE("text:"), TX_CAL_SV | TX_CAL_DE | TX_CAL_EN},
	{TX_SLICE("texte:"), TX_CAL_FR},
	{TX_SLICE("texto:"), TX_CAL_ES | TX_CAL_PT},
	{TX_SLICE("testo:"), TX_CAL_IT},
	{TX_SLICE("tekst:"), TX_CAL_NL | TX_CAL_DA | TX_CAL_NO | TX_CAL_PL},
};

/* Particles of names, sorted. */
static const char particles[][6] = {
	"af",  "al", "av",  "ben", "bin", "bint", "da",  "das", "de",  "del", "della", "den",
	"der", "di", "do",  "dos", "du",  "e",    "el",  "i",   "ibn", "la",  "las",   "le",
	"los", "o",  "ten", "ter", "van", "vom",  "von", "y",   "zu",  "zum",
};

/* Length of `row` at the start of `line` with its colon and blanks, or 0. */
static size_t match_byline_word(const struct byline_word *row, telex_slice line)
{
	telex_slice rest, after;

	if (!tx_slice_starts_nocase(line, row->text))
		return 0;
	rest = tx_slice_skip(line, row->text.len);
	if (rest.len > 0 && rest.ptr[0] == ':')
		rest = tx_slice_skip(rest, 1);
	after = tx_skip_blanks(rest);
	if (after.len == 0 || (after.len == rest.len && rest.ptr[-1] != ':'))
		return 0;
	return line.len - after.len;
}

size_t tx_byline_word_language(telex_slice line, unsigned *ret_languages)
{
	*ret_languages = 0;
	/* The first letters of the rows: most lines begin with another one. */
	if (line.len == 0 || strchr("abdptv", tx_lower(line.ptr[0])) == NULL)
		return 0;
	for (size_t i = 0; i < TX_COUNT(byline_words); i++) {
		size_t len = match_byline_word(&byline_words[i], line);

		if (len > 0) {
			*ret_languages = byline_words[i].languages;
			return len;
		}
	}
	return 0;
}

bool tx_byline_word_is_weak(telex_slice line)
{
	static const char *const weak[] = {"de", "di", "dal",  "dalla", "per",
					   "av", "af", "door", NULL};
	char folded[8];
	size_t len = 0;

	while (len < line.len && len < sizeof(folded) && tx_is_alpha(line.ptr[len])) {
		folded[len] = tx_lower(line.ptr[len]);
		len++;
	}
	return tx_slice_in(tx_slice(folded, len), weak);
}

size_t tx_byline_word(telex_slice line)
{
	unsigned languages;

	return tx_byline_word_language(line, &languages);
}

static bool is_particle(telex_slice word)
{
	for (size_t i = 0; i < TX_COUNT(particles); i++)
		if (tx_slice_is(word, particles[i]))
			return true;
	return false;
}

/* Length of "d'", "al-", "O’" before the capital of a name's word, or 0. */
static size_t prefix_length(telex_slice word)
{
	static const telex_slice apostrophe = TX_SLICE("\xe2\x80\x99");
	size_t len = 0;

	while (len < word.len && len < 3 && tx_is_lower(word.ptr[len]))
		len++;
	if (len == 0 || len == word.len)
		return 0;
	if (word.ptr[len] == '\'' || word.ptr[len] == '-')
		return len + 1;
	return tx_slice_starts(tx_slice_skip(word, len), apostrophe) ? len + apostrophe.len : 0;
}

/* Letters, with apostrophes and hyphens between them and full stops after them ("J.R.", "Jr."). */
static bool has_name_letters(telex_slice word)
{
	static const char joints[] = "'-.";
	bool after_letter = false;

	while (word.len > 0) {
		uint32_t c;
		size_t len = tx_utf8_decode(word, &c);
		bool joint = (c < 0x80 && c != 0 && strchr(joints, (int)c) != NULL) || c == 0x2019;

		if (joint ? !after_letter : !tx_char_is_letter(c) && c != 0xaa && c != 0xba)
			return false;
		after_letter = !joint || c == '.';
		word = tx_slice_skip(word, len);
	}
	return true;
}

static bool is_name_word(telex_slice word)
{
	return tx_starts_upper(tx_slice_skip(word, prefix_length(word))) && has_name_letters(word);
}

bool tx_byline_is_name(telex_slice line)
{
	telex_slice rest = tx_trim(line), word;
	size_t words = 0, capitalised = 0, long_words = 0;

	if (rest.len > NAME_BYTES_MAX)
		return false;
	while ((word = tx_next_word(&rest)).len > 0) {
		bool name_word = is_name_word(word);

		if (!name_word && (!is_particle(word) || rest.len == 0))
			return false;
		capitalised += name_word;
		long_words += name_word && tx_utf8_count(word) > 2;
		if (++words > NAME_WORDS_MAX)
			return false;
	}
	return capitalised >= 2 && capitalised < NAME_WORDS_MAX && long_words > 0 &&
	       !tx_byline_is_role(line);
}
