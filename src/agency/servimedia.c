/* Servimedia: mark, date and sign-off close the dispatch on lines of their own.
 * Sources: public pages. */
#include "agency/profile.h"

static const char *const brackets[] = {"SERVIMEDIA", NULL};
static const char *const end_marks[] = {"(SERVIMEDIA)", NULL};
static const char *const bylines[] = {"Servimedia", NULL};

static const struct tx_label labels[] = {
	{"AVANCE:", TX_NOTE_ADVISORY, 2},
	{"(AMPLIACIÓN)", TX_NOTE_UPDATE, 0},
	{NULL, TX_NOTE_NONE, 0},
};

const struct tx_profile tx_profile_servimedia = {
	.code = "SERVIMEDIA",
	.name = "Servimedia",
	.home = "ES",
	.signs =
		{
			[TX_SIGN_BRACKETS] = brackets,
			[TX_SIGN_END_MARK] = end_marks,
			[TX_SIGN_BYLINE] = bylines,
		},
	.labels = labels,
};
