/* Kyodo News: the mark stands without brackets, the headline closes with a plus sign.
 * Sources: ANPA and NewsML copy in the test data of public newsroom software, public press
 * releases. */
#include "agency/profile.h"

static const struct tx_sign signs[] = {
	{TX_SIGN_BARE, "Kyodo"},
	{TX_SIGN_BRACKETS, "Kyodo"},
	{TX_SIGN_BRACKETS, "Kyodo News"},
	{TX_SIGN_SLASHES, "Kyodo JBN"},
	{TX_SIGN_SLASHES, "Kyodo JBN*"},
	{TX_SIGN_END_MARK, "==Kyodo"},
	{TX_SIGN_BYLINE, "Kyodo"},
	{TX_SIGN_BYLINE, "Kyodo News"},
	{TX_SIGN_FOOT, "KWS-"},
	{TX_SIGN_FOOT, "KWP-"},
	{TX_SIGN_NONE, NULL},
};

static const struct tx_label labels[] = {
	{"URGENT:", TX_NOTE_ADVISORY, 2},      {"LEAD:", TX_NOTE_UPDATE, 0},
	{"#ND LEAD:", TX_NOTE_UPDATE, 0},      {"#RD LEAD:", TX_NOTE_UPDATE, 0},
	{"#TH LEAD:", TX_NOTE_UPDATE, 0},      {"UPDATE#:", TX_NOTE_UPDATE, 0},
	{"UPDATE #:", TX_NOTE_UPDATE, 0},      {"FOCUS:", TX_NOTE_ADVISORY, 0},
	{"CORRECTED:", TX_NOTE_CORRECTION, 0}, {NULL, TX_NOTE_NONE, 0},
};

const struct tx_profile tx_profile_kyodo = {
	.code = "KYODO",
	.name = "Kyodo News",
	.home = "JP",
	.language = "en",
	.calendars = TX_CAL_EN,
	.flags = TX_STYLE_CAPS_PLACE,
	.signs = signs,
	.labels = labels,
};
