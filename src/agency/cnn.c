/* CNN Wire: place in mixed case, or the mark alone at the start.
 * Sources: copy in public research collections, public pages. */
#include "agency/profile.h"

static const char *const brackets[] = {"CNN", "CNN*", NULL};
static const char *const leading[] = {"CNN", NULL};
static const char *const bylines[] = {"CNN", NULL};
static const char *const footers[] = {"The-CNN-Wire", "For more CNN news", "™ & ©", NULL};

static const struct tx_label labels[] = {
	{"BREAKING:", TX_NOTE_ADVISORY, 2},
	{NULL, TX_NOTE_NONE, 0},
};

const struct tx_profile tx_profile_cnn = {
	.code = "CNN",
	.name = "CNN",
	.home = "US",
	.flags = TX_STYLE_NO_DASH,
	.signs =
		{
			[TX_SIGN_BRACKETS] = brackets,
			[TX_SIGN_LEADING] = leading,
			[TX_SIGN_BYLINE] = bylines,
			[TX_SIGN_FOOTER] = footers,
		},
	.labels = labels,
};
