/* Prensa Latina, the Cuban agency: text follows the mark without a dash.
 * Sources: public pages. */
#include "agency/profile.h"

static const char *const brackets[] = {"Prensa Latina", NULL};
static const char *const end_marks[] = {"Prensa Latina", NULL};
static const char *const bylines[] = {"Prensa Latina", NULL};

const struct tx_profile tx_profile_prensalatina = {
	.code = "PRENSALATINA",
	.name = "Prensa Latina",
	.home = "CU",
	.signs =
		{
			[TX_SIGN_BRACKETS] = brackets,
			[TX_SIGN_END_MARK] = end_marks,
			[TX_SIGN_BYLINE] = bylines,
		},
};
