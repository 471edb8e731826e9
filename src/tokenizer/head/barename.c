/* Bare names: a short title has capitals at its words as a name has, so the form alone says
 * nothing. What the words are, what is above, a role and the sign-off are weighed (evidence.c).
 */
#include "tokenizer/head/barename.h"

#include "core/ascii.h"
#include "tokenizer/words/byline_words.h"
#include "tokenizer/words/evidence.h"
#include "tokenizer/lines/initials.h"
#include "tokenizer/words/name_words.h"
#include "tokenizer/lines/signoff.h"
#include "tokenizer/lines/slugline.h"
#include "tokenizer/words/words.h"

#define NAME_MAX  50 /* bytes */
#define SMALL_MIN 5  /* letters of a word that a title in capitals would begin with one */

/* Whether a word that titles in capitals would capitalise begins with a small letter. */
static bool is_sentence_case(telex_slice title)
{
	telex_slice rest = title, word;

	while ((word = tx_next_word(&rest)).len > 0) {
		if (word.len >= SMALL_MIN && tx_is_lower(word.ptr[0]))
			return true;
	}
	return false;
}

static enum tx_evidence title_evidence(const struct tx_name_place *place)
{
	telex_slice title = place->title;

	if (title.ptr == NULL || tx_slugline_is(title, (telex_slice){NULL, 0}))
		return place->titled ? TX_EV_BELOW_TITLE : TX_EV_NOTHING_ABOVE;
	if (tx_slugline_is_upper(title))
		return TX_EV_BELOW_CAPITALS;
	return is_sentence_case(title) ? TX_EV_BELOW_SENTENCE : TX_EV_BELOW_TITLE;
}

/* Whether a group of the sign-off, which is found by now, has the name's initials. */
static bool signoff_agrees(const struct tx_scan *scan, telex_slice name)
{
	struct tx_initials letters;

	if (!tx_initials_read(name, &letters))
		return false;
	for (size_t i = 0; i < scan->foot_count; i++) {
		const struct tx_foot_piece *piece = &scan->foot[i];
		const struct tx_signoff *signoff = &piece->as.signoff;
		if (piece->kind != TX_TOK_SIGNOFF)
			continue;
		for (size_t g = 0; g < signoff->count; g++) {
			if (tx_initials_agree(signoff->initials[g], &letters))
				return true;
		}
	}
	return false;
}

static bool names_place(const struct tx_scan *scan, telex_slice line)
{
	telex_slice rest = line, first = tx_next_word(&rest);

	return tx_scan_knows(scan, line) != TX_KNOWN_NOTHING ||
	       (!tx_name_is_given(first) && tx_scan_knows(scan, first) == TX_KNOWN_TOWN);
}

bool tx_is_bare_byline(const struct tx_scan *scan, telex_slice line,
		       const struct tx_name_place *place)
{
	if (line.len > NAME_MAX || !tx_byline_is_name(line))
		return false;
	if (tx_slugline_is_upper(line) && !place->role_below)
		return false;
	int sum = tx_evidence_of_name(line) + tx_evidence_weight(title_evidence(place));
	if (place->role_below)
		sum += tx_evidence_weight(TX_EV_ROLE_BELOW);
	if (signoff_agrees(scan, line))
		sum += tx_evidence_weight(TX_EV_SIGNOFF_AGREES);
	int needed = scan->has_dateline ? TX_EVIDENCE_NAME : TX_EVIDENCE_NAME_ALONE;
	/* The gazetteer can only speak against it. */
	if (sum >= needed && names_place(scan, line))
		sum += tx_evidence_weight(TX_EV_NAME_OF_PLACE);
	return sum >= needed;
}
