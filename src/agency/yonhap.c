/* Yonhap, the South Korean agency, in its English service: leads counted before the headline.
 * Sources: public pages, the exchange pages of the Asian agencies. */
#include "agency/profile.h"

static const char *const brackets[] = {"Yonhap", "Yonhap News", "Yonhap News Agency", NULL};
static const char *const bylines[] = {"Yonhap", "Yonhap News", "Yonhap News Agency", NULL};
static const char *const heads[] = {"(ATTN:", NULL};

static const struct tx_label labels[] = {
	{"(LEAD)", TX_NOTE_UPDATE, 0},
	{"(LEAD #)", TX_NOTE_UPDATE, 0},
	{"(#st LD)", TX_NOTE_UPDATE, 0},
	{"(#nd LD)", TX_NOTE_UPDATE, 0},
	{"(#rd LD)", TX_NOTE_UPDATE, 0},
	{"(#th LD)", TX_NOTE_UPDATE, 0},
	{"(URGENT)", TX_NOTE_ADVISORY, 2},
	{"(FLASH)", TX_NOTE_ADVISORY, 1},
	{"(ALERT)", TX_NOTE_ADVISORY, 1},
	{"(News Focus)", TX_NOTE_ADVISORY, 0},
	{"(News Analysis)", TX_NOTE_ADVISORY, 0},
	{"(Yonhap Feature)", TX_NOTE_ADVISORY, 0},
	{"(Yonhap Interview)", TX_NOTE_ADVISORY, 0},
	{"(Feature)", TX_NOTE_ADVISORY, 0},
	{"(Exclusive)", TX_NOTE_ADVISORY, 0},
	{"(CORRECTED)", TX_NOTE_CORRECTION, 0},
	{"(Corrected)", TX_NOTE_CORRECTION, 0},
	{NULL, TX_NOTE_NONE, 0},
};

const struct tx_profile tx_profile_yonhap = {
	.code = "YONHAP",
	.name = "Yonhap News Agency",
	.home = "KR",
	.signs =
		{
			[TX_SIGN_BRACKETS] = brackets,
			[TX_SIGN_BYLINE] = bylines,
			[TX_SIGN_HEAD] = heads,
		},
	.labels = labels,
};
