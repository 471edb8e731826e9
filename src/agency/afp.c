/* Agence France-Presse: French and English wires; the year may stand in the dateline.
 * Sources: copy in the test data of public newsroom software, a public teaching text on agency
 * work. */
#include "agency/profile.h"

static const char *const brackets[] = {"أ ف ب", "ا ف ب", "AFP", "Agence France-Presse", NULL};
static const char *const bare[] = {"AFP", NULL};
static const char *const bylines[] = {"AFP", "Agence France-Presse", NULL};
static const char *const heads[] = {"(Croquis", "ATTENTION -", NULL};
static const char *const feet[] = {"AFP 0", "AFP 1", "AFP 2", "AFP 3", NULL};

static const struct tx_label labels[] = {
	{"ALERTE:", TX_NOTE_ADVISORY, 2},
	{"ALERTE -", TX_NOTE_ADVISORY, 2},
	{"URGENT:", TX_NOTE_ADVISORY, 2},
	{"URGENT -", TX_NOTE_ADVISORY, 2},
	{"FLASH:", TX_NOTE_ADVISORY, 1},
	{"FLASH -", TX_NOTE_ADVISORY, 1},
	{"BULLETIN:", TX_NOTE_ADVISORY, 2},
	{"CHRONO:", TX_NOTE_ADVISORY, 0},
	{"CHRONO -", TX_NOTE_ADVISORY, 0},
	{"FACTUEL", TX_NOTE_ADVISORY, 0},
	{"LEAD #", TX_NOTE_UPDATE, 0},
	{"LEAD:", TX_NOTE_UPDATE, 0},
	{"LEAD -", TX_NOTE_UPDATE, 0},
	{"(LEAD #)", TX_NOTE_UPDATE, 0},
	{"(LEAD)", TX_NOTE_UPDATE, 0},
	{"PAPIER D'ANGLE", TX_NOTE_ADVISORY, 0},
	{"PAPIER D’ANGLE", TX_NOTE_ADVISORY, 0},
	{"AVANT-PAPIER", TX_NOTE_ADVISORY, 0},
	{"PAPIER GENERAL", TX_NOTE_ADVISORY, 0},
	{"RESUME:", TX_NOTE_ADVISORY, 0},
	{"RESUME -", TX_NOTE_ADVISORY, 0},
	{"PRESENTATION:", TX_NOTE_ADVISORY, 0},
	{"PRESENTATION -", TX_NOTE_ADVISORY, 0},
	{"ENCADRE:", TX_NOTE_ADVISORY, 0},
	{"ENCADRE -", TX_NOTE_ADVISORY, 0},
	{"(ENCADRE)", TX_NOTE_ADVISORY, 0},
	{"RECTIFICATIF:", TX_NOTE_CORRECTION, 0},
	{"RECTIFICATIF -", TX_NOTE_CORRECTION, 0},
	{"ANNULATION:", TX_NOTE_KILL, 0},
	{"ANNULATION -", TX_NOTE_KILL, 0},
	{NULL, TX_NOTE_NONE, 0},
};

const struct tx_profile tx_profile_afp = {
	.code = "AFP",
	.name = "Agence France-Presse",
	.home = "FR",
	.flags = TX_STYLE_PLAIN_SIGNOFF,
	.signs =
		{
			[TX_SIGN_BRACKETS] = brackets,
			[TX_SIGN_BARE] = bare,
			[TX_SIGN_BYLINE] = bylines,
			[TX_SIGN_HEAD] = heads,
			[TX_SIGN_FOOT] = feet,
		},
	.labels = labels,
};
