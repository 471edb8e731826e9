/* Australian Associated Press: the mark is without brackets after the date.
 * Sources: copy in the test data of public newsroom software. */
#include "agency/profile.h"

static const char *const bare[] = {"AAP", NULL};
static const char *const end_marks[] = {"AAP", "AAP RTV", "AAP RESULTS", NULL};
static const char *const bylines[] = {"AAP", "Australian Associated Press", NULL};

/* Here "m" is not the farm news of ANPA 1312. */
static const struct tx_category categories[] = {{"m", "Advisory"}, {NULL, NULL}};

const struct tx_profile tx_profile_aap = {
	.code = "AAP",
	.name = "Australian Associated Press",
	.home = "AU",
	.signs =
		{
			[TX_SIGN_BARE] = bare,
			[TX_SIGN_END_MARK] = end_marks,
			[TX_SIGN_BYLINE] = bylines,
		},
	.categories = categories,
};
