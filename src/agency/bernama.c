/* The Malaysian agency: place in capitals, two dashes.
 * Sources: public pages of its subscribers. */
#include "agency/profile.h"

static const char *const brackets[] = {"Bernama", NULL};
static const char *const end_marks[] = {"-- BERNAMA", "--BERNAMA", "BERNAMA", "- BERNAMA", NULL};
static const char *const bylines[] = {"Bernama", NULL};

const struct tx_profile tx_profile_bernama = {
	.code = "BERNAMA",
	.name = "Bernama",
	.home = "MY",
	.signs =
		{
			[TX_SIGN_BRACKETS] = brackets,
			[TX_SIGN_END_MARK] = end_marks,
			[TX_SIGN_BYLINE] = bylines,
		},
};
