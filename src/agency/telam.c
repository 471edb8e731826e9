/* Télam, the Argentine agency (until 2024).
 * Sources: what is commonly known of its wire; no raw wire file was at hand. */
#include "agency/profile.h"

static const struct tx_sign signs[] = {
	{TX_SIGN_BRACKETS, "Télam"},   {TX_SIGN_BRACKETS, "TÉLAM"},   {TX_SIGN_BRACKETS, "Telam"},
	{TX_SIGN_END_MARK, "(Télam)"}, {TX_SIGN_END_MARK, "(TÉLAM)"}, {TX_SIGN_END_MARK, "(Telam)"},
	{TX_SIGN_END_MARK, "Télam"},   {TX_SIGN_BYLINE, "Télam"},     {TX_SIGN_NONE, NULL},
};

static const struct tx_label labels[] = {
	{"(Corrección)", TX_NOTE_CORRECTION, 0},
	{NULL, TX_NOTE_NONE, 0},
};

const struct tx_profile tx_profile_telam = {
	.code = "TELAM",
	.name = "Télam",
	.home = "AR",
	.language = "es",
	.calendars = TX_CAL_ES | TX_CAL_PT,
	.signs = signs,
	.labels = labels,
};
