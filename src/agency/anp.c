/* Algemeen Nederlands Persbureau, the Dutch agency.
 * Sources: a NewsML item in the test data of public newsroom software. */
#include "agency/profile.h"

static const struct tx_sign signs[] = {
	{TX_SIGN_BRACKETS, "ANP"},
	{TX_SIGN_BYLINE, "ANP"},
	{TX_SIGN_HEAD, "N i e u w"},
	{TX_SIGN_NONE, NULL},
};

static const struct tx_label labels[] = {
	{"NIEUW:", TX_NOTE_UPDATE, 0},         {"(NIEUW)", TX_NOTE_UPDATE, 0},
	{"(HERHALING)", TX_NOTE_UPDATE, 0},    {"(CORRECTIE)", TX_NOTE_CORRECTION, 0},
	{"CORRECTIE:", TX_NOTE_CORRECTION, 0}, {NULL, TX_NOTE_NONE, 0},
};

const struct tx_profile tx_profile_anp = {
	.code = "ANP",
	.name = "Algemeen Nederlands Persbureau",
	.home = "NL",
	.language = "nl",
	.calendars = TX_CAL_NL | TX_CAL_EN,
	.signs = signs,
	.labels = labels,
};
