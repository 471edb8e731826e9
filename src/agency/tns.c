/* Tribune News Service and its forerunner MCT: stories of papers, whose names are below the byline; the
 * tail is their address and who distributes it.
 * Sources: public pages of its subscribers. */
#include "agency/profile.h"

static const char *const brackets[] = {"TNS", "MCT", "Tribune News Service", "McClatchy-Tribune",
				       NULL};
static const char *const bylines[] = {"TNS", "Tribune News Service",
				      "McClatchy-Tribune News Service",
				      "McClatchy Washington Bureau", NULL};
static const char *const footers[] = {"Distributed by Tribune",
				      "Distributed by MCT",
				      "Distributed by McClatchy-Tribune",
				      "Visit … at www",
				      "Visit … online at",
				      "Visit … at http",
				      "Visit … on the World Wide Web",
				      NULL};

const struct tx_profile tx_profile_tns = {
	.code = "TNS",
	.name = "Tribune News Service",
	.home = "US",
	.signs =
		{
			[TX_SIGN_BRACKETS] = brackets,
			[TX_SIGN_BYLINE] = bylines,
			[TX_SIGN_FOOTER] = footers,
		},
};
