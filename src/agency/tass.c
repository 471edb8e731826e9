/* TASS, the Russian agency, in its English service: the mark between slashes, a full stop behind.
 * Sources: NewsML copy in the test data of public newsroom software, public pages. */
#include "agency/profile.h"

static const struct tx_sign signs[] = {
	{TX_SIGN_SLASHES, "TASS"},
	{TX_SIGN_SLASHES, "ITAR-TASS"},
	{TX_SIGN_SLASHES, "ТАСС"},
	{TX_SIGN_BRACKETS, "TASS"},
	{TX_SIGN_BRACKETS, "ITAR-TASS"},
	{TX_SIGN_BRACKETS, "Itar-Tass"},
	{TX_SIGN_BYLINE, "TASS"},
	{TX_SIGN_BYLINE, "ITAR-TASS"},
	{TX_SIGN_NONE, NULL},
};

static const struct tx_label labels[] = {
	{"URGENT:", TX_NOTE_ADVISORY, 2},
	{"URGENT -", TX_NOTE_ADVISORY, 2},
	{NULL, TX_NOTE_NONE, 0},
};

const struct tx_profile tx_profile_tass = {
	.code = "TASS",
	.name = "TASS",
	.home = "RU",
	.language = "en",
	.calendars = TX_CAL_EN | TX_CAL_RU,
	.flags = TX_STYLE_CAPS_PLACE,
	.signs = signs,
	.labels = labels,
};
