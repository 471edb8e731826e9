/* Press Trust of India: text follows the mark without a dash; initials in capitals close the
 * story.
 * Sources: public pages of its subscribers. */
#include "agency/profile.h"

static const struct tx_sign signs[] = {
	{TX_SIGN_BRACKETS, "PTI"},
	{TX_SIGN_END_MARK, "PTI"},
	{TX_SIGN_BYLINE, "PTI"},
	{TX_SIGN_NONE, NULL},
};

const struct tx_profile tx_profile_pti = {
	.code = "PTI",
	.name = "Press Trust of India",
	.home = "IN",
	.language = "en",
	.calendars = TX_CAL_EN,
	.flags = TX_STYLE_PLAIN_SIGNOFF,
	.signs = signs,
};
