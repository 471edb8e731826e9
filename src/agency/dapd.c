/* The German agencies that became one in 2010, and closed in 2013.
 * Sources: public archives of papers. */
#include "agency/profile.h"

static const char *const brackets[] = {"dapd", "dapd-*", "ddp", "ddp-*", "AP/dapd", "ddp/AP", NULL};
static const char *const end_marks[] = {"dapd", "ddp", NULL};
static const char *const bylines[] = {"dapd", "ddp", NULL};

const struct tx_profile tx_profile_dapd = {
	.code = "DAPD",
	.name = "dapd",
	.home = "DE",
	.signs =
		{
			[TX_SIGN_BRACKETS] = brackets,
			[TX_SIGN_END_MARK] = end_marks,
			[TX_SIGN_BYLINE] = bylines,
		},
};
