/* STT, the Finnish agency: the place in a field of its own, or before the mark.
 * Sources: NewsML-G2 copy in the test data of public newsroom software and what is commonly known
 * of its wire. */
#include "agency/profile.h"

static const char *const brackets[] = {"STT", "STT-Lehtikuva", "STT–Lehtikuva", NULL};
static const char *const end_marks[] = {"(STT)", "STT", NULL};
static const char *const bylines[] = {"STT", NULL};
static const char *const footers[] = {"STT–", "STT-Lehtikuva", NULL};

static const struct tx_label labels[] = {
	{"TÄYDENNYS", TX_NOTE_UPDATE, 0},
	{"PÄIVITYS", TX_NOTE_UPDATE, 0},
	{"KORJAUS", TX_NOTE_CORRECTION, 0},
	{"PIKAUUTINEN", TX_NOTE_ADVISORY, 1},
	{"KIIRE:", TX_NOTE_ADVISORY, 2},
	{"MITÄTÖINTI", TX_NOTE_KILL, 0},
	{NULL, TX_NOTE_NONE, 0},
};

const struct tx_profile tx_profile_stt = {
	.code = "STT",
	.name = "Suomen Tietotoimisto",
	.home = "FI",
	.flags = TX_STYLE_NO_DASH,
	.signs =
		{
			[TX_SIGN_BRACKETS] = brackets,
			[TX_SIGN_END_MARK] = end_marks,
			[TX_SIGN_BYLINE] = bylines,
			[TX_SIGN_FOOTER] = footers,
		},
	.labels = labels,
};
