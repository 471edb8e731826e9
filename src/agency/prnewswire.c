/* PR Newswire, press releases, and its partners: the mark between slashes.
 * Sources: public press releases, copy in the test data of public newsroom software. */
#include "agency/profile.h"

static const struct tx_sign signs[] = {
	{TX_SIGN_SLASHES, "PRNewswire"},
	{TX_SIGN_SLASHES, "PRNewswire*"},
	{TX_SIGN_SLASHES, "PR Newswire"},
	{TX_SIGN_SLASHES, "CNW"},
	{TX_SIGN_SLASHES, "CNW*"},
	{TX_SIGN_BRACKETS, "PRNewswire"},
	{TX_SIGN_BRACKETS, "PR Newswire"},
	{TX_SIGN_FOOTER, "SOURCE "},
	{TX_SIGN_FOOTER, "View original content"},
	{TX_SIGN_FOOTER, "Vea el contenido original"},
	{TX_SIGN_FOOTER, "To view the original version on PR Newswire"},
	{TX_SIGN_FOOTER, "Logo - http"},
	{TX_SIGN_FOOTER, "Photo - http"},
	{TX_SIGN_FOOTER, "Logo: http"},
	{TX_SIGN_FOOTER, "Photo: http"},
	{TX_SIGN_FOOTER, "Video - http"},
	{TX_SIGN_NONE, NULL},
};

const struct tx_profile tx_profile_prnewswire = {
	.code = "PRNEWSWIRE",
	.name = "PR Newswire",
	.home = "US",
	.language = "en",
	.calendars = TX_CAL_EN | TX_CAL_ES | TX_CAL_PT | TX_CAL_FR | TX_CAL_DE,
	.flags = TX_STYLE_CAPS_PLACE,
	.signs = signs,
};
