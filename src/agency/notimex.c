/* Notimex, the Mexican agency (until 2023). Sources: public pages of its subscribers. */
#include "agency/profile.h"

static const char *const brackets[] = {"Notimex", "NTX", NULL};
static const char *const end_marks[] = {"-Fin de nota-", "Notimex", "NTX", NULL};
static const char *const bylines[] = {"Notimex", NULL};
static const char *const feet[] = {"NTX/", NULL};

static const struct tx_label labels[] = {
	{"(Ampliación)", TX_NOTE_UPDATE, 0},
	{"AVANCE.-", TX_NOTE_ADVISORY, 2},
	{NULL, TX_NOTE_NONE, 0},
};

const struct tx_profile tx_profile_notimex = {
	.code = "NOTIMEX",
	.name = "Notimex",
	.home = "MX",
	.signs =
		{
			[TX_SIGN_BRACKETS] = brackets,
			[TX_SIGN_END_MARK] = end_marks,
			[TX_SIGN_BYLINE] = bylines,
			[TX_SIGN_FOOT] = feet,
		},
	.labels = labels,
};
