/* The German Catholic agency: the place without date.
 * Sources: public pages of its subscribers. */
#include "agency/profile.h"

static const char *const brackets[] = {"KNA", NULL};
static const char *const bylines[] = {"KNA", NULL};
static const char *const footers[] = {"© KNA", "(KNA - ", NULL};

const struct tx_profile tx_profile_kna = {
	.code = "KNA",
	.name = "Katholische Nachrichten-Agentur",
	.home = "DE",
	.signs =
		{
			[TX_SIGN_BRACKETS] = brackets,
			[TX_SIGN_BYLINE] = bylines,
			[TX_SIGN_FOOTER] = footers,
		},
};
