/* Agence télégraphique suisse (Keystone-SDA-ATS): the mark in small letters, no date, no dash.
 * Sources: IPTC 7901 and NewsML copy in the test data of public newsroom software. */
#include "agency/profile.h"

static const char *const brackets[] = {
	"ats", "sda", "awp", "Keystone-ATS", "Keystone-SDA", "Keystone-SDA-ATS", NULL};
static const char *const bylines[] = {"ats", "sda", "Keystone-ATS", "Keystone-SDA", NULL};

const struct tx_profile tx_profile_ats = {
	.code = "ATS",
	.name = "Agence télégraphique suisse",
	.home = "CH",
	.flags = TX_STYLE_NO_DASH,
	.signs =
		{
			[TX_SIGN_BRACKETS] = brackets,
			[TX_SIGN_BYLINE] = bylines,
		},
};
