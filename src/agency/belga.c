/* Belga, the Belgian agency: day and month by numbers in the dateline, the version behind the
 * headline.
 * Sources: a public description of its archive, copy in the test data of public newsroom
 * software. */
#include "agency/profile.h"

static const struct tx_sign signs[] = {
	{TX_SIGN_BRACKETS, "BELGA"}, {TX_SIGN_BRACKETS, "BELGA SPORT"}, {TX_SIGN_END_MARK, "./."},
	{TX_SIGN_BYLINE, "Belga"},   {TX_SIGN_HEAD, "NDLR:"},           {TX_SIGN_HEAD, "(NDLR"},
	{TX_SIGN_NONE, NULL},
};

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
	.language = "fr",
	.calendars = TX_CAL_FR | TX_CAL_NL | TX_CAL_EN,
	.flags = TX_STYLE_CAPS_PLACE | TX_STYLE_DAY_SLASH,
	.signs = signs,
	.labels = labels,
};
