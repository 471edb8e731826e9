/* Business Wire, press releases: the mark between two double dashes.
 * Sources: public press releases. */
#include "agency/profile.h"

static const char *const brackets[] = {"BUSINESS WIRE", "BUSINESSWIRE", NULL};
static const char *const footers[] = {"View source version on",
				      "View this news release",
				      "El comunicado en el idioma original",
				      "Le texte du communiqué issu",
				      "Die Ausgangssprache, in der",
				      NULL};

const struct tx_profile tx_profile_businesswire = {
	.code = "BUSINESSWIRE",
	.name = "Business Wire",
	.home = "US",
	.signs =
		{
			[TX_SIGN_BRACKETS] = brackets,
			[TX_SIGN_FOOTER] = footers,
		},
};
