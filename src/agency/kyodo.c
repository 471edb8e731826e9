/* Kyodo News: the mark is without brackets, the headline closes with a plus sign.
 * Sources: ANPA and NewsML copy in the test data of public newsroom software, public press
 * releases. */
#include "agency/profile.h"

static const char *const brackets[] = {"Kyodo", "Kyodo News", NULL};
static const char *const slashes[] = {"Kyodo JBN", "Kyodo JBN*", NULL};
static const char *const bare[] = {"Kyodo", NULL};
static const char *const end_marks[] = {"==Kyodo", NULL};
static const char *const bylines[] = {"Kyodo", "Kyodo News", NULL};
static const char *const feet[] = {"KWS-", "KWP-", NULL};

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
	.signs =
		{
			[TX_SIGN_BRACKETS] = brackets,
			[TX_SIGN_SLASHES] = slashes,
			[TX_SIGN_BARE] = bare,
			[TX_SIGN_END_MARK] = end_marks,
			[TX_SIGN_BYLINE] = bylines,
			[TX_SIGN_FOOT] = feet,
		},
	.labels = labels,
};
