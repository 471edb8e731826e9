/* Notimex, the Mexican agency (until 2023). Sources: public pages of its subscribers. */
#include "agency/profile.h"

static const struct tx_sign signs[] = {
	{TX_SIGN_BRACKETS, "Notimex"},
	{TX_SIGN_BRACKETS, "NTX"},
	{TX_SIGN_END_MARK, "-Fin de nota-"},
	{TX_SIGN_END_MARK, "Notimex"},
	{TX_SIGN_END_MARK, "NTX"},
	{TX_SIGN_BYLINE, "Notimex"},
	{TX_SIGN_FOOT, "NTX/"},
	{TX_SIGN_NONE, NULL},
};

static const struct tx_label labels[] = {
	{"(Ampliación)", TX_NOTE_UPDATE, 0},
	{"AVANCE.-", TX_NOTE_ADVISORY, 2},
	{NULL, TX_NOTE_NONE, 0},
};

const struct tx_profile tx_profile_notimex = {
	.code = "NOTIMEX",
	.name = "Notimex",
	.home = "MX",
	.language = "es",
	.calendars = TX_CAL_ES,
	.signs = signs,
	.labels = labels,
};
