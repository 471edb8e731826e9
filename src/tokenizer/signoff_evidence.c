/* The weights of what speaks for and against a sign-off.  One group of initials, or groups with
 * blanks between them, are words as often: they need an end mark above them. */
#include "tokenizer/signoff_evidence.h"

#include "core/ascii.h"

#define NAME_MIN                                                                                   \
	4 /* letters of a group that is a name's beginning, when small behind a capital            \
	   */

static const signed char weights[TX_SIGNOFF__COUNT] = {
	[TX_SIGNOFF_SLASH] = 4,      [TX_SIGNOFF_HYPHEN] = 3,   [TX_SIGNOFF_STAMPED] = 4,
	[TX_SIGNOFF_BELOW_MARK] = 4, [TX_SIGNOFF_NO_MARK] = -2, [TX_SIGNOFF_PLAIN_STYLE] = 4,
	[TX_SIGNOFF_FULL_STOP] = -3, [TX_SIGNOFF_WORDS] = -5,   [TX_SIGNOFF_NAME] = -3,
};

/* Short words of the languages of the wires, as far as they begin or fill short lines. */
static const char *const words[] = {
	"no",   "one",  "was",  "hurt", "none", "and",  "or",   "the",  "of",   "in",   "on",
	"at",   "to",   "for",  "by",   "is",   "are",  "not",  "yes",  "all",  "more", "read",
	"see",  "also", "new",  "next", "top",  "tags", "news", "home", "end",  "he",   "she",
	"it",   "they", "we",   "who",  "did",  "said", "will", "had",  "has",  "be",   "been",
	"up",   "down", "out",  "off",  "a",    "y",    "o",    "e",    "i",    "u",    "si",
	"ni",   "el",   "la",   "los",  "las",  "lo",   "un",   "una",  "de",   "del",  "en",
	"con",  "por",  "para", "que",  "se",   "su",   "al",   "es",   "son",  "fue",  "hay",
	"ver",  "leer", "foto", "nota", "fin",  "hoy",  "ayer", "ida",  "idea", "nada", "todo",
	"cero", "os",   "as",   "um",   "uma",  "do",   "da",   "dos",  "das",  "em",   "com",
	"mais", "leia", "sim",  "nao",  "ou",   "le",   "les",  "des",  "et",   "du",   "une",
	"dans", "sur",  "pas",  "oui",  "non",  "lire", "aux",  "au",   "der",  "die",  "das",
	"und",  "oder", "ja",   "nein", "ein",  "eine", "den",  "dem",  "von",  "mit",  "auf",
	"mehr", "ist",  "war",  "zu",   "il",   "gli",  "di",   "che",  "per",  "piu",  "sono",
	"era",  NULL};

int tx_signoff_weight(enum tx_signoff_evidence evidence)
{
	return weights[evidence];
}

static bool is_word(telex_slice group)
{
	char small[4];

	if (group.len > sizeof(small))
		return false;
	for (size_t i = 0; i < group.len; i++)
		small[i] = tx_lower(group.ptr[i]);
	return tx_slice_in(tx_slice(small, group.len), words);
}

/* "Ajax", "Real"; "Jar" may be initials. */
static bool begins_name(telex_slice group)
{
	if (group.len < NAME_MIN || !tx_is_upper(group.ptr[0]))
		return false;
	for (size_t i = 1; i < group.len; i++) {
		if (!tx_is_lower(group.ptr[i]))
			return false;
	}
	return true;
}

/* What joins the groups; the dash of "ewes - none" joins none. */
static int joint_weight(telex_slice s)
{
	bool hyphen = false;

	for (size_t i = 0; i < s.len; i++) {
		if (s.ptr[i] == '/')
			return weights[TX_SIGNOFF_SLASH];
		bool between = i > 0 && i + 1 < s.len && s.ptr[i - 1] != ' ' && s.ptr[i + 1] != ' ';
		hyphen |= s.ptr[i] == '-' && between;
	}
	return hyphen ? weights[TX_SIGNOFF_HYPHEN] : 0;
}

int tx_signoff_weigh(telex_slice line, bool plain, const struct tx_signoff *signoff)
{
	size_t in_words = 0, names = 0;
	int sum = joint_weight(tx_trim(line));

	if (sum == 0 && plain)
		sum = weights[TX_SIGNOFF_PLAIN_STYLE];
	for (size_t i = 0; i < signoff->count; i++) {
		in_words += is_word(signoff->initials[i]);
		names += begins_name(signoff->initials[i]);
	}
	sum += signoff->stamp.ptr != NULL ? weights[TX_SIGNOFF_STAMPED] : 0;
	sum += tx_slice_ends(tx_trim(line), TX_LIT(".")) ? weights[TX_SIGNOFF_FULL_STOP] : 0;
	sum += in_words * 2 > signoff->count ? weights[TX_SIGNOFF_WORDS] : 0;
	sum += names > 0 ? weights[TX_SIGNOFF_NAME] : 0;
	return sum;
}
