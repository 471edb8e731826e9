/* Anadolu Ajansı, the Turkish agency, in its English service: place in capitals, no date.
 * Sources: its public news pages. */
#include "agency/profile.h"

static const char *const brackets[] = {"AA", "Anadolu", "Anadolu Agency", "Anadolu Ajansı", NULL};
static const char *const bylines[] = {"Anadolu", "Anadolu Agency", NULL};
static const char *const footers[] = {"Anadolu Agency website contains", "Anadolu website contains",
				      NULL};

static const struct tx_label labels[] = {
	{"UPDATE #:", TX_NOTE_UPDATE, 0},
	{"UPDATE:", TX_NOTE_UPDATE, 0},
	{"OPINION -", TX_NOTE_ADVISORY, 0},
	{"ANALYSIS -", TX_NOTE_ADVISORY, 0},
	{NULL, TX_NOTE_NONE, 0},
};

const struct tx_profile tx_profile_aa = {
	.code = "AA",
	.name = "Anadolu Ajansı",
	.home = "TR",
	.signs =
		{
			[TX_SIGN_BRACKETS] = brackets,
			[TX_SIGN_BYLINE] = bylines,
			[TX_SIGN_FOOTER] = footers,
		},
	.labels = labels,
};
