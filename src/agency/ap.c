/* The Associated Press: city in capitals, no date in the dateline today.
 * Sources: ANPA and NITF copy in the test data of public newsroom software, the public pages of
 * its stylebook. */
#include "agency/profile.h"

static const char *const brackets[] = {"AP", "Associated Press", "APW", NULL};
static const char *const bylines[] = {"AP", "Associated Press", "The Associated Press", NULL};
static const char *const heads[] = {"ABRIDGED", NULL};
static const char *const feet[] = {"AP-WF-", NULL};
static const char *const media[] = {"AP Photo", "AP Photos", "With AP Photos", NULL};
static const char *const footers[] = {"Follow … on Twitter",
				      "Follow … at http",
				      "Follow … at: http",
				      "Follow … on X:",
				      "Follow @",
				      "Follow at",
				      "Follow AP",
				      "Follow AP\xe2\x80\x99s",
				      "Follow AP's",
				      "Follow the AP",
				      "Full AP coverage",
				      "Find more AP",
				      "Find AP",
				      "For more AP",
				      "Read more of AP",
				      "Read all AP",
				      "AP\xe2\x80\x99s coverage",
				      "AP's coverage",
				      "AP coverage of",
				      "Associated Press coverage",
				      "Associated Press religion coverage",
				      "AP video journalist",
				      "AP video journalists",
				      "Associated Press video journalist",
				      "Associated Press researcher",
				      "Associated Press researchers",
				      "Associated Press photographer",
				      "Associated Press photographers",
				      "Associated Press correspondent",
				      "Associated Press correspondents",
				      "Associated Press writer",
				      "Associated Press writers",
				      "Associated Press reporter",
				      "Associated Press journalist",
				      "Associated Press journalists",
				      "AP writer",
				      "AP writers",
				      "AP Sports Writer",
				      "AP sports:",
				      "AP NFL:",
				      "AP NBA:",
				      "AP NHL:",
				      "AP MLB:",
				      "AP soccer:",
				      "AP baseball:",
				      "AP football:",
				      "AP basketball:",
				      "AP college",
				      "AP tennis:",
				      "AP golf:",
				      "AP Olympics:",
				      "More AP",
				      "The Associated Press receives",
				      "The Associated Press … receives support",
				      "On the Net:",
				      "The Associated Press contributed",
				      NULL};

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
	.signs =
		{
			[TX_SIGN_BRACKETS] = brackets,
			[TX_SIGN_BYLINE] = bylines,
			[TX_SIGN_HEAD] = heads,
			[TX_SIGN_MEDIA] = media,
			[TX_SIGN_FOOT] = feet,
			[TX_SIGN_FOOTER] = footers,
		},
	.labels = labels,
};
