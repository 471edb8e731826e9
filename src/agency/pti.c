/* Press Trust of India: text follows the mark without a dash; initials in capitals close the
 * story.
 * Sources: public pages of its subscribers. */
#include "agency/profile.h"

static const char *const brackets[] = {"PTI", NULL};
static const char *const end_marks[] = {"PTI", NULL};
static const char *const bylines[] = {"PTI", NULL};

const struct tx_profile tx_profile_pti = {
	.code = "PTI",
	.name = "Press Trust of India",
	.home = "IN",
	.flags = TX_STYLE_PLAIN_SIGNOFF,
	.signs =
		{
			[TX_SIGN_BRACKETS] = brackets,
			[TX_SIGN_END_MARK] = end_marks,
			[TX_SIGN_BYLINE] = bylines,
		},
};
