/* ANSA, the Italian agency: its mark leads the dateline.
 * Sources: copy in the test data of public newsroom software, public pages. */
#include "agency/profile.h"

static const char *const brackets[] = {"ANSA", "ANSAmed", NULL};
static const char *const leading[] = {"ANSA", "ANSAmed", NULL};
static const char *const end_marks[] = {"(ANSA)", "ANSA", NULL};
static const char *const bylines[] = {"ANSA", NULL};
static const char *const feet[] = {"XAM", "R ALR", "Y12-", NULL};

static const struct tx_label labels[] = {
	{">>>ANSA/", TX_NOTE_CREDIT, 0},
	{">ANSA/", TX_NOTE_CREDIT, 0},
	{"ANSA/", TX_NOTE_CREDIT, 0},
	{"ULTIM'ORA", TX_NOTE_ADVISORY, 2},
	{"ULTIM’ORA", TX_NOTE_ADVISORY, 2},
	{"(RPT)", TX_NOTE_UPDATE, 0},
	{"(RIEPILOGO)", TX_NOTE_UPDATE, 0},
	{"RIEPILOGO:", TX_NOTE_UPDATE, 0},
	{NULL, TX_NOTE_NONE, 0},
};

const struct tx_profile tx_profile_ansa = {
	.code = "ANSA",
	.name = "Agenzia Nazionale Stampa Associata",
	.home = "IT",
	.signs =
		{
			[TX_SIGN_BRACKETS] = brackets,
			[TX_SIGN_LEADING] = leading,
			[TX_SIGN_END_MARK] = end_marks,
			[TX_SIGN_BYLINE] = bylines,
			[TX_SIGN_FOOT] = feet,
		},
	.labels = labels,
};
