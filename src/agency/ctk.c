/* ČTK, the Czech agency: day and month in the genitive, groups of initials at the end.
 * Sources: public research collections of its copy. */
#include "agency/profile.h"

static const char *const brackets[] = {"ČTK", "čtk", "CTK", NULL};
static const char *const end_marks[] = {"(ČTK)", "ČTK", NULL};
static const char *const bylines[] = {"ČTK", NULL};

static const struct tx_label labels[] = {
	{"MIMOŘÁDNÁ ZPRÁVA", TX_NOTE_ADVISORY, 1},
	{"BLESKOVÁ ZPRÁVA", TX_NOTE_ADVISORY, 1},
	{"OPRAVA:", TX_NOTE_CORRECTION, 0},
	{"(OPRAVA)", TX_NOTE_CORRECTION, 0},
	{NULL, TX_NOTE_NONE, 0},
};

const struct tx_profile tx_profile_ctk = {
	.code = "CTK",
	.name = "Česká tisková kancelář",
	.home = "CZ",
	.flags = TX_STYLE_PLAIN_SIGNOFF,
	.signs =
		{
			[TX_SIGN_BRACKETS] = brackets,
			[TX_SIGN_END_MARK] = end_marks,
			[TX_SIGN_BYLINE] = bylines,
		},
	.labels = labels,
};
