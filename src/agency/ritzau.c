/* Ritzau, the Danish agency: its mark between slashes, a colon behind.
 * Sources: NITF and vendor XML copy in the test data of public newsroom software. */
#include "agency/profile.h"

static const struct tx_sign signs[] = {
	{TX_SIGN_SLASHES, "ritzau"}, {TX_SIGN_BRACKETS, "Ritzau"}, {TX_SIGN_END_MARK, "/ritzau/"},
	{TX_SIGN_BYLINE, "Ritzau"},  {TX_SIGN_BYLINE, "/ritzau/"}, {TX_SIGN_NONE, NULL},
};

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
	.language = "da",
	.calendars = TX_CAL_DA | TX_CAL_NO | TX_CAL_EN,
	.signs = signs,
	.labels = labels,
};
