/* Polska Agencja Prasowa, the Polish agency: a date may is before the place.
 * Sources: public pages. */
#include "agency/profile.h"

static const char *const brackets[] = {"PAP", "PAP Biznes", NULL};
static const char *const end_marks[] = {"(PAP)", "PAP", NULL};
static const char *const bylines[] = {"PAP", NULL};

static const struct tx_label labels[] = {
	{"PILNE:", TX_NOTE_ADVISORY, 2},   {"PILNE -", TX_NOTE_ADVISORY, 2},
	{"AKTL.", TX_NOTE_UPDATE, 0},      {"AKTL#.", TX_NOTE_UPDATE, 0},
	{"AKTL", TX_NOTE_UPDATE, 0},       {"(aktl.)", TX_NOTE_UPDATE, 0},
	{"(aktl.#)", TX_NOTE_UPDATE, 0},   {"(opis#)", TX_NOTE_UPDATE, 0},
	{"(opis)", TX_NOTE_UPDATE, 0},     {"(synteza)", TX_NOTE_UPDATE, 0},
	{"(krótka)", TX_NOTE_ADVISORY, 0}, {"KOREKTA:", TX_NOTE_CORRECTION, 0},
	{NULL, TX_NOTE_NONE, 0},
};

const struct tx_profile tx_profile_pap = {
	.code = "PAP",
	.name = "Polska Agencja Prasowa",
	.home = "PL",
	.signs =
		{
			[TX_SIGN_BRACKETS] = brackets,
			[TX_SIGN_END_MARK] = end_marks,
			[TX_SIGN_BYLINE] = bylines,
		},
	.labels = labels,
};
