/* Algemeen Nederlands Persbureau, the Dutch agency.
 * Sources: a NewsML item in the test data of public newsroom software. */
#include "agency/profile.h"

static const char *const brackets[] = {"ANP", NULL};
static const char *const bylines[] = {"ANP", NULL};
static const char *const heads[] = {"N i e u w", NULL};

static const struct tx_label labels[] = {
	{"NIEUW:", TX_NOTE_UPDATE, 0},         {"(NIEUW)", TX_NOTE_UPDATE, 0},
	{"(HERHALING)", TX_NOTE_UPDATE, 0},    {"(CORRECTIE)", TX_NOTE_CORRECTION, 0},
	{"CORRECTIE:", TX_NOTE_CORRECTION, 0}, {NULL, TX_NOTE_NONE, 0},
};

const struct tx_profile tx_profile_anp = {
	.code = "ANP",
	.name = "Algemeen Nederlands Persbureau",
	.home = "NL",
	.signs =
		{
			[TX_SIGN_BRACKETS] = brackets,
			[TX_SIGN_BYLINE] = bylines,
			[TX_SIGN_HEAD] = heads,
		},
	.labels = labels,
};
