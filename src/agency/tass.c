/* TASS, the Russian agency, in its English service: the mark between slashes, a full stop after.
 * Sources: NewsML copy in the test data of public newsroom software, public pages. */
#include "agency/profile.h"

static const char *const brackets[] = {"TASS", "ITAR-TASS", "Itar-Tass", NULL};
static const char *const slashes[] = {"TASS", "ITAR-TASS", "ТАСС", NULL};
static const char *const bylines[] = {"TASS", "ITAR-TASS", NULL};

static const struct tx_label labels[] = {
	{"URGENT:", TX_NOTE_ADVISORY, 2},
	{"URGENT -", TX_NOTE_ADVISORY, 2},
	{NULL, TX_NOTE_NONE, 0},
};

const struct tx_profile tx_profile_tass = {
	.code = "TASS",
	.name = "TASS",
	.home = "RU",
	.signs =
		{
			[TX_SIGN_BRACKETS] = brackets,
			[TX_SIGN_SLASHES] = slashes,
			[TX_SIGN_BYLINE] = bylines,
		},
	.labels = labels,
};
