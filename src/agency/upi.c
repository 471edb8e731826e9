/* United Press International. Sources: public pages and reports in public archives. */
#include "agency/profile.h"

static const struct tx_sign signs[] = {
	{TX_SIGN_BRACKETS, "UPI"}, {TX_SIGN_BRACKETS, "United Press International"},
	{TX_SIGN_BYLINE, "UPI"},   {TX_SIGN_BYLINE, "United Press International"},
	{TX_SIGN_NONE, NULL},
};

static const struct tx_label labels[] = {
	{"UPI NewsTrack", TX_NOTE_ADVISORY, 0},
	{"UPI Exclusive:", TX_NOTE_ADVISORY, 0},
	{NULL, TX_NOTE_NONE, 0},
};

const struct tx_profile tx_profile_upi = {
	.code = "UPI",
	.name = "United Press International",
	.home = "US",
	.language = "en",
	.calendars = TX_CAL_EN | TX_CAL_ES,
	.flags = TX_STYLE_CAPS_PLACE,
	.signs = signs,
	.labels = labels,
};
