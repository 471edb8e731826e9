/* The German Protestant agency: the place without date.
 * Sources: public pages of its subscribers. */
#include "agency/profile.h"

static const char *const brackets[] = {"epd", "epd-*", "Evangelischer Pressedienst", NULL};
static const char *const end_marks[] = {"epd", NULL};
static const char *const bylines[] = {"epd", NULL};

const struct tx_profile tx_profile_epd = {
	.code = "EPD",
	.name = "Evangelischer Pressedienst",
	.home = "DE",
	.signs =
		{
			[TX_SIGN_BRACKETS] = brackets,
			[TX_SIGN_END_MARK] = end_marks,
			[TX_SIGN_BYLINE] = bylines,
		},
};
