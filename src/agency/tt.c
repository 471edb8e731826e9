/* TT, the Swedish agency: the mark without date.
 * Sources: what is commonly known of its wire; no raw wire file was at hand. */
#include "agency/profile.h"

static const char *const brackets[] = {"TT", NULL};
static const char *const end_marks[] = {"(TT)", "/TT", "TT", NULL};
static const char *const bylines[] = {"TT", NULL};

static const struct tx_label labels[] = {
	{"TT:", TX_NOTE_CREDIT, 0},
	{"TT-FLASH", TX_NOTE_ADVISORY, 1},
	{"TT-FLASH:", TX_NOTE_ADVISORY, 1},
	{"RÄTTELSE:", TX_NOTE_CORRECTION, 0},
	{"Rättelse:", TX_NOTE_CORRECTION, 0},
	{"NY VERSION:", TX_NOTE_UPDATE, 0},
	{NULL, TX_NOTE_NONE, 0},
};

const struct tx_profile tx_profile_tt = {
	.code = "TT",
	.name = "Tidningarnas Telegrambyrå",
	.home = "SE",
	.flags = TX_STYLE_NO_DASH,
	.signs =
		{
			[TX_SIGN_BRACKETS] = brackets,
			[TX_SIGN_END_MARK] = end_marks,
			[TX_SIGN_BYLINE] = bylines,
		},
	.labels = labels,
};
