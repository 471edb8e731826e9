/* News aktuell, press releases in German: "(ots)" after the place, and who to ask at the end.
 * Sources: public press releases. */
#include "agency/profile.h"

static const char *const brackets[] = {"ots", "ots/PRNewswire", NULL};
static const char *const footers[] = {"Original-Content von:", NULL};

const struct tx_profile tx_profile_ots = {
	.code = "OTS",
	.name = "news aktuell",
	.home = "DE",
	.signs =
		{
			[TX_SIGN_BRACKETS] = brackets,
			[TX_SIGN_FOOTER] = footers,
		},
};
