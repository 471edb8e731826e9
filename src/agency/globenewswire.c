/* GlobeNewswire, press releases: place, region and full date before the mark.
 * Sources: public press releases. */
#include "agency/profile.h"

static const struct tx_sign signs[] = {
	{TX_SIGN_BRACKETS, "GLOBE NEWSWIRE"},
	{TX_SIGN_BRACKETS, "GlobeNewswire"},
	{TX_SIGN_FOOTER, "This announcement is distributed by"},
	{TX_SIGN_FOOTER, "A photo accompanying this announcement"},
	{TX_SIGN_FOOTER, "Photos accompanying this announcement"},
	{TX_SIGN_NONE, NULL},
};

const struct tx_profile tx_profile_globenewswire = {
	.code = "GLOBENEWSWIRE",
	.name = "GlobeNewswire",
	.home = "US",
	.language = "en",
	.calendars = TX_CAL_EN | TX_CAL_FR | TX_CAL_DE | TX_CAL_ES,
	.flags = TX_STYLE_CAPS_PLACE,
	.signs = signs,
};
