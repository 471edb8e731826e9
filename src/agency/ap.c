/* The Associated Press: city in capitals, no date in the dateline today.
 * Sources: ANPA and NITF copy in the test data of public newsroom software, the public pages of
 * its stylebook. */
#include "agency/profile.h"

static const struct tx_sign signs[] = {
	{TX_SIGN_BRACKETS, "AP"},
	{TX_SIGN_BRACKETS, "Associated Press"},
	{TX_SIGN_BYLINE, "AP"},
	{TX_SIGN_BYLINE, "Associated Press"},
	{TX_SIGN_BYLINE, "The Associated Press"},
	{TX_SIGN_HEAD, "With AP Photos"},
	{TX_SIGN_HEAD, "AP Photo"},
	{TX_SIGN_HEAD, "ABRIDGED"},
	{TX_SIGN_FOOT, "AP-WF-"},
	{TX_SIGN_FOOTER, "Follow"},
	{TX_SIGN_FOOTER, "Associated Press writer"},
	{TX_SIGN_FOOTER, "Associated Press writers"},
	{TX_SIGN_FOOTER, "Associated Press reporter"},
	{TX_SIGN_FOOTER, "Associated Press journalist"},
	{TX_SIGN_FOOTER, "Associated Press journalists"},
	{TX_SIGN_FOOTER, "AP writer"},
	{TX_SIGN_FOOTER, "AP writers"},
	{TX_SIGN_FOOTER, "AP Sports Writer"},
	{TX_SIGN_FOOTER, "AP sports:"},
	{TX_SIGN_FOOTER, "AP NFL:"},
	{TX_SIGN_FOOTER, "AP NBA:"},
	{TX_SIGN_FOOTER, "AP NHL:"},
	{TX_SIGN_FOOTER, "AP MLB:"},
	{TX_SIGN_FOOTER, "AP soccer:"},
	{TX_SIGN_FOOTER, "AP baseball:"},
	{TX_SIGN_FOOTER, "AP football:"},
	{TX_SIGN_FOOTER, "AP basketball:"},
	{TX_SIGN_FOOTER, "AP college"},
	{TX_SIGN_FOOTER, "AP tennis:"},
	{TX_SIGN_FOOTER, "AP golf:"},
	{TX_SIGN_FOOTER, "AP Olympics:"},
	{TX_SIGN_FOOTER, "More AP"},
	{TX_SIGN_FOOTER, "The Associated Press receives"},
	{TX_SIGN_FOOTER, "The Associated Press contributed"},
	{TX_SIGN_FOOTER, "Distributed by Tribune Content Agency"},
	{TX_SIGN_NONE, NULL},
};

static const struct tx_label labels[] = {
	{"APNewsAlert", TX_NOTE_ADVISORY, 1},    {"APNewsNow", TX_NOTE_ADVISORY, 0},
	{"AP NewsAlert", TX_NOTE_ADVISORY, 1},   {"AP NewsBreak:", TX_NOTE_ADVISORY, 0},
	{"NewsBreak:", TX_NOTE_ADVISORY, 0},     {"AP Exclusive:", TX_NOTE_ADVISORY, 0},
	{"AP Source:", TX_NOTE_ADVISORY, 0},     {"AP Sources:", TX_NOTE_ADVISORY, 0},
	{"#st Ld-Writethru", TX_NOTE_UPDATE, 0}, {"#nd Ld-Writethru", TX_NOTE_UPDATE, 0},
	{"#rd Ld-Writethru", TX_NOTE_UPDATE, 0}, {"#th Ld-Writethru", TX_NOTE_UPDATE, 0},
	{"#st Ld", TX_NOTE_UPDATE, 0},           {"#nd Ld", TX_NOTE_UPDATE, 0},
	{"#rd Ld", TX_NOTE_UPDATE, 0},           {"#th Ld", TX_NOTE_UPDATE, 0},
	{"#st Add", TX_NOTE_UPDATE, 0},          {"#nd Add", TX_NOTE_UPDATE, 0},
	{"#rd Add", TX_NOTE_UPDATE, 0},          {"#th Add", TX_NOTE_UPDATE, 0},
	{"BULLETIN KILL", TX_NOTE_KILL, 0},      {"BULLETIN ELIMINATION", TX_NOTE_KILL, 0},
	{"ABRIDGED", TX_NOTE_ADVISORY, 0},       {NULL, TX_NOTE_NONE, 0},
};

const struct tx_profile tx_profile_ap = {
	.code = "AP",
	.name = "The Associated Press",
	.home = "US",
	.language = "en",
	.calendars = TX_CAL_EN | TX_CAL_ES,
	.flags = TX_STYLE_CAPS_PLACE,
	.signs = signs,
	.labels = labels,
};
