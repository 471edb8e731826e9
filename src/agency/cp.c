/* The Canadian Press: the place alone with a dash; its tail says when it was first published.
 * Sources: public pages of its subscribers. */
#include "agency/profile.h"

static const char *const brackets[] = {"CP", "The Canadian Press", "Canadian Press", NULL};
static const char *const bylines[] = {"The Canadian Press", "Canadian Press", NULL};
static const char *const footers[] = {
	"This report by The Canadian Press", "This content from The Canadian Press",
	"With files from The Canadian Press", "With files from The Associated Press", NULL};

const struct tx_profile tx_profile_cp = {
	.code = "CP",
	.name = "The Canadian Press",
	.home = "CA",
	.signs =
		{
			[TX_SIGN_BRACKETS] = brackets,
			[TX_SIGN_BYLINE] = bylines,
			[TX_SIGN_FOOTER] = footers,
		},
};
