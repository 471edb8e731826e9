/* GlobeNewswire, press releases: place, region and full date before the mark.
 * Sources: public press releases. */
#include "agency/profile.h"

static const char *const brackets[] = {"GLOBE NEWSWIRE", "GlobeNewswire", NULL};
static const char *const footers[] = {"This announcement is distributed by",
				      "A photo accompanying this announcement",
				      "Photos accompanying this announcement", NULL};

const struct tx_profile tx_profile_globenewswire = {
	.code = "GLOBENEWSWIRE",
	.name = "GlobeNewswire",
	.home = "US",
	.signs =
		{
			[TX_SIGN_BRACKETS] = brackets,
			[TX_SIGN_FOOTER] = footers,
		},
};
