/* TT, the Swedish agency: the mark without date.
 * Sources: what is commonly known of its wire; no raw wire file was at hand. */
#include "agency/profile.h"

static const struct tx_sign signs[] = {
	{TX_SIGN_BRACKETS, "TT"}, {TX_SIGN_END_MARK, "(TT)"}, {TX_SIGN_END_MARK, "/TT"},
	{TX_SIGN_BYLINE, "TT"},   {TX_SIGN_NONE, NULL},
};

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
	.language = "sv",
	.calendars = TX_CAL_SV | TX_CAL_EN,
	.signs = signs,
	.labels = labels,
};
