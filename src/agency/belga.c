/* Belga, the Belgian agency: day and month by numbers in the dateline, the version after the
 * headline.
 * Sources: a public description of its archive, copy in the test data of public newsroom
 * software. */
#include "agency/profile.h"

static const char *const brackets[] = {"BELGA", "BELGA SPORT", NULL};
static const char *const end_marks[] = {"./.", NULL};
static const char *const bylines[] = {"Belga", NULL};
static const char *const heads[] = {"NDLR:", "(NDLR", NULL};

static const struct tx_label labels[] = {
	{"ALERT:", TX_NOTE_ADVISORY, 2},
	{"ALERT -", TX_NOTE_ADVISORY, 2},
	{"(#DER)", TX_NOTE_UPDATE, 0},
	{"(DER)", TX_NOTE_UPDATE, 0},
	{"(#)", TX_NOTE_UPDATE, 0},
	{"(CORRECT)", TX_NOTE_CORRECTION, 0},
	{"(RECTIFICATIF)", TX_NOTE_CORRECTION, 0},
	{"(CORR)", TX_NOTE_CORRECTION, 0},
	{NULL, TX_NOTE_NONE, 0},
};

const struct tx_profile tx_profile_belga = {
	.code = "BELGA",
	.name = "Belga",
	.home = "BE",
	.signs =
		{
			[TX_SIGN_BRACKETS] = brackets,
			[TX_SIGN_END_MARK] = end_marks,
			[TX_SIGN_BYLINE] = bylines,
			[TX_SIGN_HEAD] = heads,
		},
	.labels = labels,
};
