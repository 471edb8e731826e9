/* Prensa Latina, the Cuban agency: text follows the mark without a dash.
 * Sources: public pages. */
#include "agency/profile.h"

static const struct tx_sign signs[] = {
	{TX_SIGN_BRACKETS, "Prensa Latina"},
	{TX_SIGN_BYLINE, "Prensa Latina"},
	{TX_SIGN_END_MARK, "Prensa Latina"},
	{TX_SIGN_NONE, NULL},
};

const struct tx_profile tx_profile_prensalatina = {
	.code = "PRENSALATINA",
	.name = "Prensa Latina",
	.home = "CU",
	.language = "es",
	.calendars = TX_CAL_ES | TX_CAL_EN | TX_CAL_PT | TX_CAL_FR | TX_CAL_IT,
	.signs = signs,
};
