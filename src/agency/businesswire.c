/* Business Wire, press releases: the mark between two double dashes.
 * Sources: public press releases. */
#include "agency/profile.h"

static const struct tx_sign signs[] = {
	{TX_SIGN_BRACKETS, "BUSINESS WIRE"},
	{TX_SIGN_BRACKETS, "BUSINESSWIRE"},
	{TX_SIGN_FOOTER, "View source version on"},
	{TX_SIGN_FOOTER, "View this news release"},
	{TX_SIGN_FOOTER, "El comunicado en el idioma original"},
	{TX_SIGN_FOOTER, "Le texte du communiqué issu"},
	{TX_SIGN_FOOTER, "Die Ausgangssprache, in der"},
	{TX_SIGN_NONE, NULL},
};

const struct tx_profile tx_profile_businesswire = {
	.code = "BUSINESSWIRE",
	.name = "Business Wire",
	.home = "US",
	.language = "en",
	.calendars = TX_CAL_EN | TX_CAL_ES | TX_CAL_DE | TX_CAL_FR | TX_CAL_IT | TX_CAL_PT,
	.flags = TX_STYLE_CAPS_PLACE,
	.signs = signs,
};
