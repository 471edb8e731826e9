/* Agence France-Presse: French and English wires; the year may stand in the dateline.
 * Sources: copy in the test data of public newsroom software, a public teaching text on agency
 * work. */
#include "agency/profile.h"

static const struct tx_sign signs[] = {
	{TX_SIGN_BRACKETS, "AFP"},  {TX_SIGN_BRACKETS, "Agence France-Presse"},
	{TX_SIGN_BYLINE, "AFP"},    {TX_SIGN_BYLINE, "Agence France-Presse"},
	{TX_SIGN_HEAD, "(Croquis"}, {TX_SIGN_HEAD, "ATTENTION -"},
	{TX_SIGN_FOOT, "AFP 0"},    {TX_SIGN_FOOT, "AFP 1"},
	{TX_SIGN_FOOT, "AFP 2"},    {TX_SIGN_FOOT, "AFP 3"},
	{TX_SIGN_NONE, NULL},
};

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
	.language = "fr",
	.calendars = TX_CAL_FR | TX_CAL_EN | TX_CAL_ES | TX_CAL_PT | TX_CAL_DE,
	.flags = TX_STYLE_PLAIN_SIGNOFF,
	.signs = signs,
	.labels = labels,
};
