/* The weights of evidence.  A name or a dateline is taken where they sum up to what evidence.h says
 * decides; an invented author is worse than a missed one, so no two weak signs are enough. */
#include "tokenizer/words/evidence.h"

#include "tokenizer/words/name_words.h"
#include "tokenizer/words/words.h"

static const signed char weights[TX_EV__COUNT] = {
	[TX_EV_BYLINE_WORD] = 5,    [TX_EV_BYLINE_WEAK] = 2,  [TX_EV_GIVEN_NAME] = 3,
	[TX_EV_INITIAL] = 2,        [TX_EV_TWO_OR_THREE] = 1, [TX_EV_BELOW_SENTENCE] = 3,
	[TX_EV_BELOW_CAPITALS] = 2, [TX_EV_BELOW_TITLE] = 1,  [TX_EV_NOTHING_ABOVE] = -3,
	[TX_EV_SIGNOFF_AGREES] = 6, [TX_EV_ROLE_BELOW] = 6,   [TX_EV_HEADLINE_WORD] = -4,
	[TX_EV_NAME_OF_PLACE] = -4, [TX_EV_PLACE] = 3,        [TX_EV_TOWN] = 1,
	[TX_EV_PROSE_FOLLOWS] = 1,  [TX_EV_TITLE_ABOVE] = 1,  [TX_EV_HOUSE_KNOWN] = 1,
	[TX_EV_NO_DASH] = -1,
};

int tx_evidence_weight(enum tx_evidence evidence)
{
	return weights[evidence];
}

int tx_evidence_of_name(telex_slice name)
{
	telex_slice rest = name, word;
	size_t words = 0, against = 0;
	int sum = 0;

	while ((word = tx_next_word(&rest)).len > 0) {
		if (words == 0 && tx_name_is_given(word))
			sum += weights[TX_EV_GIVEN_NAME];
		else if (words == 0 && tx_name_is_initial(word))
			sum += weights[TX_EV_INITIAL];
		else
			against += tx_name_is_headline_word(word);
		words += tx_starts_upper(word);
	}
	sum += (int)against * weights[TX_EV_HEADLINE_WORD];
	return words == 2 || words == 3 ? sum + weights[TX_EV_TWO_OR_THREE] : sum;
}
