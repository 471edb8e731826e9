/* Bloomberg News: the mark alone leads the text, with two dashes.
 * Sources: public pages of its subscribers. */
#include "agency/profile.h"

static const char *const brackets[] = {"Bloomberg", "Bloomberg News", "Bloomberg Opinion",
				       "Bloomberg Businessweek", NULL};
static const char *const leading[] = {"Bloomberg", NULL};
static const char *const bylines[] = {"Bloomberg", "Bloomberg News", NULL};
static const char *const footers[] = {"To contact the reporter",
				      "To contact the reporters",
				      "To contact the editor",
				      "To contact the editors",
				      "To contact the author",
				      "To contact Bloomberg",
				      "--With assistance from",
				      "-- With assistance from",
				      "—With assistance from",
				      "— With assistance from",
				      "–With assistance from",
				      "– With assistance from",
				      "(Updates with",
				      "Most Read from Bloomberg",
				      "More stories like this are available on bloomberg",
				      NULL};

const struct tx_profile tx_profile_bloomberg = {
	.code = "BLOOMBERG",
	.name = "Bloomberg News",
	.home = "US",
	.signs =
		{
			[TX_SIGN_BRACKETS] = brackets,
			[TX_SIGN_LEADING] = leading,
			[TX_SIGN_BYLINE] = bylines,
			[TX_SIGN_FOOTER] = footers,
		},
};
