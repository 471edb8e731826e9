/* The weights of what speaks for and against a sign-off.  One group of initials, or groups with
 * blanks between them, are words as often: they need an end mark above them. */
#include "tokenizer/foot/signoff_evidence.h"

#include "core/ascii.h"

#define NAME_MIN                                                                                   \
	4 /* letters of a group that is a name's beginning, when small after a capital             \
	   */

static const signed char weights[TX_SIGNOFF__COUNT] = {
	[TX_SIGNOFF_SLASH] = 4,      [TX_SIGNOFF_HYPHEN] = 3,   [TX_SIGNOFF_STAMPED] = 4,
	[TX_SIGNOFF_BELOW_MARK] = 4, [TX_SIGNOFF_NO_MARK] = -2, [TX_SIGNOFF_PLAIN_STYLE] = 4,
	[TX_SIGNOFF_FULL_STOP] = -3, [TX_SIGNOFF_WORDS] = -5,   [TX_SIGNOFF_NAME] = -3,
};

/* Short words of the languages of the wires, as far as they begin or fill short lines; by their
 * initial. */
static const char *const words[26] = {
	['a' - 'a'] = "a al all also and are as at au auf aux ayer",
	['b' - 'a'] = "be been by",
	['c' - 'a'] = "cero che com con",
	['d' - 'a'] = "da dans das de del dem den der des di did die do dos down du",
	['e' - 'a'] = "e ein eine el em en end era es et",
	['f' - 'a'] = "fin for foto fue",
	['g' - 'a'] = "gli",
	['h' - 'a'] = "had has hay he home hoy hurt",
	['i' - 'a'] = "i ida idea il in is ist it",
	['j' - 'a'] = "ja",
	['l' - 'a'] = "la las le leer leia les lire lo los",
	['m' - 'a'] = "mais mehr mit more",
	['n' - 'a'] = "nada nao nein new news next ni no non none not nota",
	['o' - 'a'] = "o oder of off on one or os ou oui out",
	['p' - 'a'] = "para pas per piu por",
	['q' - 'a'] = "que",
	['r' - 'a'] = "read",
	['s' - 'a'] = "said se see she si sim son sono su sur",
	['t' - 'a'] = "tags the they to todo top",
	['u' - 'a'] = "u um uma un una und une up",
	['v' - 'a'] = "ver von",
	['w' - 'a'] = "war was we who will",
	['y' - 'a'] = "y yes",
	['z' - 'a'] = "zu",
};

int tx_signoff_weight(enum tx_signoff_evidence evidence)
{
	return weights[evidence];
}

static bool is_word(telex_slice group)
{
	const char *list = tx_is_alpha(group.ptr[0]) ? words[tx_lower(group.ptr[0]) - 'a'] : NULL;

	for (telex_slice rest = tx_slice_of(list); rest.len > 0;) {
		struct tx_cut cut = tx_cut(rest, ' ');
		if (tx_slice_eq_nocase(cut.head, group))
			return true;
		rest = cut.tail;
	}
	return false;
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

/* What the groups themselves say. */
static int groups_weight(const struct tx_signoff *signoff)
{
	size_t in_words = 0, names = 0;

	for (size_t i = 0; i < signoff->count; i++) {
		in_words += is_word(signoff->initials[i]);
		names += begins_name(signoff->initials[i]);
	}
	return (in_words * 2 > signoff->count ? weights[TX_SIGNOFF_WORDS] : 0) +
	       (names > 0 ? weights[TX_SIGNOFF_NAME] : 0);
}

int tx_signoff_weigh(telex_slice line, bool plain, int sum, const struct tx_signoff *signoff)
{
	telex_slice s = tx_trim(line);
	int joint = joint_weight(s);

	sum += joint == 0 && plain ? weights[TX_SIGNOFF_PLAIN_STYLE] : joint;
	sum += signoff->stamp.ptr != NULL ? weights[TX_SIGNOFF_STAMPED] : 0;
	sum += tx_slice_ends(s, TX_LIT(".")) ? weights[TX_SIGNOFF_FULL_STOP] : 0;
	/* The groups cannot change what is sure already, nor make up for what is missing. */
	bool sure = sum + weights[TX_SIGNOFF_WORDS] + weights[TX_SIGNOFF_NAME] >= TX_SIGNOFF_ENOUGH;
	return sure || sum < TX_SIGNOFF_ENOUGH ? sum : sum + groups_weight(signoff);
}
