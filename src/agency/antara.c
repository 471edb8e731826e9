/* The Indonesian agency, in its English service: the place without date.
 * Sources: public pages of its subscribers. */
#include "agency/profile.h"

static const char *const brackets[] = {"ANTARA", "ANTARA News", NULL};
static const char *const bylines[] = {"ANTARA", NULL};
static const char *const footers[] = {"Copyright © ANTARA", "COPYRIGHT © ANTARA", NULL};

const struct tx_profile tx_profile_antara = {
	.code = "ANTARA",
	.name = "Antara",
	.home = "ID",
	.signs =
		{
			[TX_SIGN_BRACKETS] = brackets,
			[TX_SIGN_BYLINE] = bylines,
			[TX_SIGN_FOOTER] = footers,
		},
};
