/* Agencia EFE: Spanish, English, Portuguese and Catalan wires and their brands.
 * Sources: EFE copy of May 2000 and of the 1990s, EFE's NITF and NewsML items, its public pages. */
#include "agency/profile.h"

static const struct tx_sign signs[] = {
	{TX_SIGN_BRACKETS, "EFE"},
	{TX_SIGN_BRACKETS, "EFE*"},
	{TX_SIGN_BRACKETS, "*-EFE"},
	{TX_SIGN_BRACKETS, "Agencia EFE"},
	{TX_SIGN_END_MARK, "EFE"},
	{TX_SIGN_END_MARK, "EFECOM"},
	{TX_SIGN_END_MARK, "EFE-EPA"},
	{TX_SIGN_END_MARK, "EFE/EPA"},
	{TX_SIGN_END_MARK, "ACAN-EFE"},
	{TX_SIGN_END_MARK, "EFEverde"},
	{TX_SIGN_END_MARK, "EFEagro"},
	{TX_SIGN_END_MARK, "EFEsalud"},
	{TX_SIGN_END_MARK, "EFEtur"},
	{TX_SIGN_BYLINE, "EFE"},
	{TX_SIGN_BYLINE, "Agencia EFE"},
	{TX_SIGN_HEAD, "Abonados:"},
	{TX_SIGN_FOOTER, "La entrada"},
	{TX_SIGN_FOOTER, "(c) Agencia EFE"},
	{TX_SIGN_FOOTER, "© EFE"},
	{TX_SIGN_FOOTER, "© Agencia EFE"},
	{TX_SIGN_NONE, NULL},
};

static const struct tx_label labels[] = {
	{"(Crónica)", TX_NOTE_ADVISORY, 0},    {"(CRÓNICA)", TX_NOTE_ADVISORY, 0},
	{"(Avance)", TX_NOTE_ADVISORY, 0},     {"(Análisis)", TX_NOTE_ADVISORY, 0},
	{"(ANÁLISIS)", TX_NOTE_ADVISORY, 0},   {"(Entrevista)", TX_NOTE_ADVISORY, 0},
	{"(Reportaje)", TX_NOTE_ADVISORY, 0},  {"(Perfil)", TX_NOTE_ADVISORY, 0},
	{"(Cronología)", TX_NOTE_ADVISORY, 0}, {"(CRONOLOGÍA)", TX_NOTE_ADVISORY, 0},
	{"(Resumen)", TX_NOTE_UPDATE, 0},      {"(Ampliación #)", TX_NOTE_UPDATE, 0},
	{"(AMPLIACIÓN #)", TX_NOTE_UPDATE, 0}, {NULL, TX_NOTE_NONE, 0},
};

const struct tx_profile tx_profile_efe = {
	.code = "EFE",
	.name = "Agencia EFE",
	.home = "ES",
	.language = "es",
	.calendars = TX_CAL_ES | TX_CAL_EN | TX_CAL_PT | TX_CAL_CA,
	.flags = TX_STYLE_DESK_AFTER_END,
	.signs = signs,
	.labels = labels,
};
