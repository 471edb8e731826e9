/* A German agency for sports: the place without date.
 * Sources: public pages of its subscribers. */
#include "agency/profile.h"

static const char *const brackets[] = {"SID", NULL};
static const char *const bylines[] = {"SID", NULL};
static const char *const footers[] = {"© SID", NULL};

const struct tx_profile tx_profile_sid = {
	.code = "SID",
	.name = "Sport-Informations-Dienst",
	.home = "DE",
	.signs =
		{
			[TX_SIGN_BRACKETS] = brackets,
			[TX_SIGN_BYLINE] = bylines,
			[TX_SIGN_FOOTER] = footers,
		},
};
