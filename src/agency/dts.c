/* A German agency: the place without date, its name in the mark.
 * Sources: public pages of its subscribers. */
#include "agency/profile.h"

static const char *const brackets[] = {"dts Nachrichtenagentur", "dts", NULL};
static const char *const bylines[] = {"dts Nachrichtenagentur", NULL};
static const char *const footers[] = {"Foto: …, über dts Nachrichtenagentur", NULL};

const struct tx_profile tx_profile_dts = {
	.code = "DTS",
	.name = "dts Nachrichtenagentur",
	.home = "DE",
	.signs =
		{
			[TX_SIGN_BRACKETS] = brackets,
			[TX_SIGN_BYLINE] = bylines,
			[TX_SIGN_FOOTER] = footers,
		},
};
