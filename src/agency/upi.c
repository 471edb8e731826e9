/* United Press International. Sources: public pages and reports in public archives. */
#include "agency/profile.h"

static const char *const brackets[] = {"UPI", "United Press International", NULL};
static const char *const heads[] = {"UPI ARCHIVES", "UPI Archives", NULL};
static const char *const bylines[] = {"UPI", "United Press International", NULL};

static const struct tx_label labels[] = {
	{"UPI NewsTrack", TX_NOTE_ADVISORY, 0},
	{"UPI Exclusive:", TX_NOTE_ADVISORY, 0},
	{NULL, TX_NOTE_NONE, 0},
};

const struct tx_profile tx_profile_upi = {
	.code = "UPI",
	.name = "United Press International",
	.home = "US",
	.signs =
		{
			[TX_SIGN_BRACKETS] = brackets,
			[TX_SIGN_BYLINE] = bylines,
			[TX_SIGN_HEAD] = heads,
		},
	.labels = labels,
};
