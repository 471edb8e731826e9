/* Indo-Asian News Service: text follows the mark without a dash.
 * Sources: public pages of its subscribers. */
#include "agency/profile.h"

static const struct tx_sign signs[] = {
	{TX_SIGN_BRACKETS, "IANS"}, {TX_SIGN_END_MARK, "--IANS"}, {TX_SIGN_END_MARK, "-IANS"},
	{TX_SIGN_END_MARK, "IANS"}, {TX_SIGN_END_MARK, "—IANS"},  {TX_SIGN_END_MARK, "–IANS"},
	{TX_SIGN_BYLINE, "IANS"},   {TX_SIGN_NONE, NULL},
};

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
	.language = "en",
	.calendars = TX_CAL_EN,
	.signs = signs,
	.labels = labels,
};
