/* PA Media (the Press Association): no dateline as a rule; its byline lines name it.
 * Sources: copy in the test data of public newsroom software. */
#include "agency/profile.h"

static const char *const brackets[] = {"PA Media", "PA News", NULL};
static const char *const end_marks[] = {"PA", NULL};
static const char *const bylines[] = {"PA", "PA Media", "Press Association", "PA News Agency",
				      NULL};

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
	.signs =
		{
			[TX_SIGN_BRACKETS] = brackets,
			[TX_SIGN_END_MARK] = end_marks,
			[TX_SIGN_BYLINE] = bylines,
		},
	.labels = labels,
};
