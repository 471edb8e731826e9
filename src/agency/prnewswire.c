/* PR Newswire, press releases, and its partners: the mark between slashes.
 * Sources: public press releases, copy in the test data of public newsroom software. */
#include "agency/profile.h"

static const char *const brackets[] = {"PRNewswire", "PR Newswire", NULL};
static const char *const slashes[] = {"PRNewswire", "PRNewswire*", "PR Newswire",
				      "CNW",        "CNW*",        NULL};
static const char *const heads[] = {"Source:", "MEDIA RELEASE PR", NULL};
static const char *const footers[] = {"SOURCE ",
				      "View original content",
				      "Vea el contenido original",
				      "To view the original version on PR Newswire",
				      "Logo - http",
				      "Photo - http",
				      "Logo: http",
				      "Photo: http",
				      "Video - http",
				      NULL};

const struct tx_profile tx_profile_prnewswire = {
	.code = "PRNEWSWIRE",
	.name = "PR Newswire",
	.home = "US",
	.signs =
		{
			[TX_SIGN_BRACKETS] = brackets,
			[TX_SIGN_SLASHES] = slashes,
			[TX_SIGN_HEAD] = heads,
			[TX_SIGN_FOOTER] = footers,
		},
};
