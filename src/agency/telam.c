/* Télam, the Argentine agency (until 2024).
 * Sources: what is commonly known of its wire; no raw wire file was at hand. */
#include "agency/profile.h"

static const char *const brackets[] = {"Télam", "TÉLAM", "Telam", NULL};
static const char *const end_marks[] = {"(Télam)", "(TÉLAM)", "(Telam)", "Télam", NULL};
static const char *const bylines[] = {"Télam", NULL};

static const struct tx_label labels[] = {
	{"(Corrección)", TX_NOTE_CORRECTION, 0},
	{NULL, TX_NOTE_NONE, 0},
};

const struct tx_profile tx_profile_telam = {
	.code = "TELAM",
	.name = "Télam",
	.home = "AR",
	.signs =
		{
			[TX_SIGN_BRACKETS] = brackets,
			[TX_SIGN_END_MARK] = end_marks,
			[TX_SIGN_BYLINE] = bylines,
		},
	.labels = labels,
};
