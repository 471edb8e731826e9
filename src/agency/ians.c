/* Indo-Asian News Service: text follows the mark without a dash.
 * Sources: public pages of its subscribers. */
#include "agency/profile.h"

static const char *const brackets[] = {"IANS", NULL};
static const char *const end_marks[] = {"--IANS", "-IANS", "IANS", "—IANS", "–IANS", NULL};
static const char *const bylines[] = {"IANS", NULL};

static const struct tx_label labels[] = {
	{"(Lead)", TX_NOTE_UPDATE, 0},     {"(Lead #)", TX_NOTE_UPDATE, 0},
	{"Lead #", TX_NOTE_UPDATE, 0},     {"(#nd Lead)", TX_NOTE_UPDATE, 0},
	{"(#rd Lead)", TX_NOTE_UPDATE, 0}, {"(Second Lead)", TX_NOTE_UPDATE, 0},
	{"(Roundup)", TX_NOTE_UPDATE, 0},  {NULL, TX_NOTE_NONE, 0},
};

const struct tx_profile tx_profile_ians = {
	.code = "IANS",
	.name = "Indo-Asian News Service",
	.home = "IN",
	.signs =
		{
			[TX_SIGN_BRACKETS] = brackets,
			[TX_SIGN_END_MARK] = end_marks,
			[TX_SIGN_BYLINE] = bylines,
		},
	.labels = labels,
};
