/* Reuters, in the form of 1987 (no mark in the dateline, "Reuter" at the end) and today's.
 * Sources: the Reuters-21578 collection, Reuters NewsML-G2 items. */
#include "agency/profile.h"

static const char *const brackets[] = {
	"Reuters", "Reuter", "Reuters *", "Thomson Reuters Foundation", "Thomson Reuters *", NULL};
static const char *const bare[] = {"Reuter", NULL};
static const char *const end_marks[] = {"Reuter", "REUTER", "Reuters", "REUTERS", NULL};
static const char *const bylines[] = {"Reuters", "Reuter", "Thomson Reuters Foundation", NULL};
static const char *const footers[] = {
	"Our Standards:",         "(Our Standards:",           "Nuestros Estándares:",
	"Source text for Eikon:", "Further company coverage:", NULL};

static const struct tx_label labels[] = {
	{"WRAPUP #-", TX_NOTE_UPDATE, 0},
	{"UPDATE #-", TX_NOTE_UPDATE, 0},
	{"UPDATE#-", TX_NOTE_UPDATE, 0},
	{"WRAPUP-", TX_NOTE_UPDATE, 0},
	{"UPDATE-", TX_NOTE_UPDATE, 0},
	{"REFILE-", TX_NOTE_CORRECTION, 0},
	{"CORRECTED-", TX_NOTE_CORRECTION, 0},
	{"CORRECTED (OFFICIAL)-", TX_NOTE_CORRECTION, 0},
	{"RPT-", TX_NOTE_UPDATE, 0},
	{"REPEAT-", TX_NOTE_UPDATE, 0},
	{"BRIEF-", TX_NOTE_ADVISORY, 0},
	{"EXCLUSIVE-", TX_NOTE_ADVISORY, 0},
	{"ADVISORY-", TX_NOTE_ADVISORY, 0},
	{"*TOP NEWS*", TX_NOTE_ADVISORY, 0},
	{"WITHDRAWN-", TX_NOTE_KILL, 0},
	{"STORY WITHDRAWN", TX_NOTE_KILL, 0},
	{"WRAPUP #", TX_NOTE_UPDATE, 0},
	{"UPDATE #", TX_NOTE_UPDATE, 0},
	{NULL, TX_NOTE_NONE, 0},
};

const struct tx_profile tx_profile_reuters = {
	.code = "REUTERS",
	.name = "Reuters",
	.home = "",
	.flags = TX_STYLE_OPEN_HYPHEN,
	.signs =
		{
			[TX_SIGN_BRACKETS] = brackets,
			[TX_SIGN_BARE] = bare,
			[TX_SIGN_END_MARK] = end_marks,
			[TX_SIGN_BYLINE] = bylines,
			[TX_SIGN_FOOTER] = footers,
		},
	.labels = labels,
};
