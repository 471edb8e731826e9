/* Europa Press: the dateline is a paragraph of its own, a section may stand before the headline.
 * Sources: public pages. */
#include "agency/profile.h"

static const char *const brackets[] = {"EUROPA PRESS", "EUROPA PRESS - *", "EUROPAPRESS",
				       "EP",           "E. PRESS",         "E.PRESS",
				       "OTR/PRESS",    "EDIZIONES",        NULL};
static const char *const bylines[] = {"Europa Press", NULL};

static const struct tx_label labels[] = {
	{"AMP.-", TX_NOTE_UPDATE, 0},
	{"AMPL.-", TX_NOTE_UPDATE, 0},
	{"AMP#.-", TX_NOTE_UPDATE, 0},
	{"AMP#-", TX_NOTE_UPDATE, 0},
	{"RSM.-", TX_NOTE_UPDATE, 0},
	{"RESUMEN.-", TX_NOTE_UPDATE, 0},
	{"AV.-", TX_NOTE_ADVISORY, 2},
	{"AVANCE.-", TX_NOTE_ADVISORY, 2},
	{"URGENTE.-", TX_NOTE_ADVISORY, 2},
	{"CORR.-", TX_NOTE_CORRECTION, 0},
	{"CORRECCIÓN.-", TX_NOTE_CORRECTION, 0},
	{"ANULACIÓN.-", TX_NOTE_KILL, 0},
	{"PREVISIÓN.-", TX_NOTE_ADVISORY, 0},
	{NULL, TX_NOTE_NONE, 0},
};

const struct tx_profile tx_profile_europapress = {
	.code = "EUROPAPRESS",
	.name = "Europa Press",
	.home = "ES",
	.flags = TX_STYLE_SECTION_HEADLINE | TX_STYLE_RELAYS,
	.signs =
		{
			[TX_SIGN_BRACKETS] = brackets,
			[TX_SIGN_BYLINE] = bylines,
		},
	.labels = labels,
};
