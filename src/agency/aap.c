/* Australian Associated Press: the mark stands without brackets after the date.
 * Sources: copy in the test data of public newsroom software. */
#include "agency/profile.h"

static const struct tx_sign signs[] = {
	{TX_SIGN_BARE, "AAP"},         {TX_SIGN_END_MARK, "AAP"},
	{TX_SIGN_END_MARK, "AAP RTV"}, {TX_SIGN_END_MARK, "AAP RESULTS"},
	{TX_SIGN_BYLINE, "AAP"},       {TX_SIGN_BYLINE, "Australian Associated Press"},
	{TX_SIGN_NONE, NULL},
};

const struct tx_profile tx_profile_aap = {
	.code = "AAP",
	.name = "Australian Associated Press",
	.home = "AU",
	.language = "en",
	.calendars = TX_CAL_EN,
	.flags = TX_STYLE_CAPS_PLACE,
	.signs = signs,
};
