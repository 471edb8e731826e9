/* Central News Agency of Taiwan, in its English service.
 * Sources: public pages. */
#include "agency/profile.h"

static const char *const brackets[] = {"CNA", NULL};

const struct tx_profile tx_profile_cna = {
	.code = "CNA",
	.name = "Central News Agency",
	.home = "TW",
	.signs = {[TX_SIGN_BRACKETS] = brackets},
};
