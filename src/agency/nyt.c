/* The news service of a paper; its dateline is the place alone, with a dash.
 * Sources: public descriptions of collections. */
#include "agency/profile.h"

static const char *const brackets[] = {"NYT", NULL};

const struct tx_profile tx_profile_nyt = {
	.code = "NYT",
	.name = "New York Times News Service",
	.home = "US",
	.signs = {[TX_SIGN_BRACKETS] = brackets},
};
