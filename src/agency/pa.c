/* PA Media (the Press Association): no dateline as a rule; its byline lines name it.
 * Sources: copy in the test data of public newsroom software. */
#include "agency/profile.h"

static const struct tx_sign signs[] = {
	{TX_SIGN_BRACKETS, "PA Media"},
	{TX_SIGN_BRACKETS, "PA News"},
	{TX_SIGN_BYLINE, "PA"},
	{TX_SIGN_BYLINE, "PA Media"},
	{TX_SIGN_BYLINE, "Press Association"},
	{TX_SIGN_BYLINE, "PA News Agency"},
	{TX_SIGN_END_MARK, "PA"},
	{TX_SIGN_NONE, NULL},
};

static const struct tx_label labels[] = {
	{"PA ADVISORY:", TX_NOTE_ADVISORY, 0},
	{"PA ADVISORY", TX_NOTE_ADVISORY, 0},
	{"NEWS ALERT:", TX_NOTE_ADVISORY, 1},
	{"SNAP:", TX_NOTE_ADVISORY, 1},
	{NULL, TX_NOTE_NONE, 0},
};

const struct tx_profile tx_profile_pa = {
	.code = "PA",
	.name = "PA Media",
	.home = "GB",
	.language = "en",
	.calendars = TX_CAL_EN,
	.signs = signs,
	.labels = labels,
};
