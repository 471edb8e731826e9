/* Asian News International: the country in square brackets, a colon after the mark.
 * Sources: public pages of its subscribers. */
#include "agency/profile.h"

static const char *const brackets[] = {"ANI", NULL};
static const char *const end_marks[] = {"(ANI)", "ANI", NULL};
static const char *const bylines[] = {"ANI", NULL};

const struct tx_profile tx_profile_ani = {
	.code = "ANI",
	.name = "Asian News International",
	.home = "IN",
	.signs =
		{
			[TX_SIGN_BRACKETS] = brackets,
			[TX_SIGN_END_MARK] = end_marks,
			[TX_SIGN_BYLINE] = bylines,
		},
};
