/* The news service of two papers until 2009; its dateline is the place alone, with a dash.
 * Sources: public descriptions of collections. */
#include "agency/profile.h"

static const char *const brackets[] = {"LTW", NULL};

const struct tx_profile tx_profile_ltw = {
	.code = "LTW",
	.name = "Los Angeles Times-Washington Post News Service",
	.home = "US",
	.signs = {[TX_SIGN_BRACKETS] = brackets},
};
