/* Ritzau, the Danish agency: its mark between slashes, a colon after.
 * Sources: NITF and vendor XML copy in the test data of public newsroom software. */
#include "agency/profile.h"

static const char *const brackets[] = {"Ritzau", NULL};
static const char *const slashes[] = {"ritzau", NULL};
static const char *const end_marks[] = {"/ritzau/", NULL};
static const char *const bylines[] = {"Ritzau", "/ritzau/", NULL};

static const struct tx_label labels[] = {
	{"FLASH:", TX_NOTE_ADVISORY, 1},
	{"FLASH -", TX_NOTE_ADVISORY, 1},
	{"HASTER:", TX_NOTE_ADVISORY, 2},
	{"NU:", TX_NOTE_ADVISORY, 2},
	{"Ny version:", TX_NOTE_UPDATE, 0},
	{"NY VERSION:", TX_NOTE_UPDATE, 0},
	{"Rettelse:", TX_NOTE_CORRECTION, 0},
	{"Korrektion:", TX_NOTE_CORRECTION, 0},
	{"Annulleret:", TX_NOTE_KILL, 0},
	{"Annuleret:", TX_NOTE_KILL, 0},
	{NULL, TX_NOTE_NONE, 0},
};

const struct tx_profile tx_profile_ritzau = {
	.code = "RITZAU",
	.name = "Ritzaus Bureau",
	.home = "DK",
	.signs =
		{
			[TX_SIGN_BRACKETS] = brackets,
			[TX_SIGN_SLASHES] = slashes,
			[TX_SIGN_END_MARK] = end_marks,
			[TX_SIGN_BYLINE] = bylines,
		},
	.labels = labels,
};
