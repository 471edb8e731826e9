/* Agencia EFE: Spanish, English, Portuguese and Catalan wires and their brands.
 * Sources: EFE copy of May 2000 and of the 1990s, EFE's NITF and NewsML items, its public pages. */
#include "agency/profile.h"

static const char *const brackets[] = {"EFE", "EFE*", "*-EFE", "Agencia EFE", NULL};
static const char *const end_marks[] = {
	"EFE",        "EFECOM",      "EFE-EPA",     "EFE/EPA",      "EFEverde",  "EFEagro",
	"EFEsalud",   "EFEtur",      "ACAN-EFE",    "EFEUSA",       "EFEfuturo", "EFEestilo",
	"EFEminista", "EFEempresas", "EFEemprende", "Efe Comunica", NULL};
static const char *const bylines[] = {"EFE", "Agencia EFE", NULL};
static const char *const heads[] = {"Abonados:", "Atención, señores abonados", "Señores abonados",
				    NULL};
static const char *const footers[] = {"La entrada … se publicó primero en", "(c) Agencia EFE",
				      "© EFE", "© Agencia EFE", NULL};

static const struct tx_label labels[] = {
	{"(Crónica)", TX_NOTE_ADVISORY, 0},    {"(CRÓNICA)", TX_NOTE_ADVISORY, 0},
	{"(Avance)", TX_NOTE_ADVISORY, 0},     {"(Análisis)", TX_NOTE_ADVISORY, 0},
	{"(ANÁLISIS)", TX_NOTE_ADVISORY, 0},   {"(Entrevista)", TX_NOTE_ADVISORY, 0},
	{"(Reportaje)", TX_NOTE_ADVISORY, 0},  {"(Perfil)", TX_NOTE_ADVISORY, 0},
	{"(Cronología)", TX_NOTE_ADVISORY, 0}, {"(CRONOLOGÍA)", TX_NOTE_ADVISORY, 0},
	{"(Resumen)", TX_NOTE_UPDATE, 0},      {"(Ampliación #)", TX_NOTE_UPDATE, 0},
	{"(AMPLIACIÓN #)", TX_NOTE_UPDATE, 0}, {NULL, TX_NOTE_NONE, 0},
};

static const struct tx_category categories[] = {
	{"POL", "Política"}, {"ECO", "Economía"}, {"DEP", "Deportes"}, {NULL, NULL}};

/* Of its letters of the 1990s two are known. */
static const struct tx_priority priorities[] = {{"U", 3}, {"R", 4}, {NULL, 0}};

const struct tx_profile tx_profile_efe = {
	.code = "EFE",
	.name = "Agencia EFE",
	.home = "ES",
	.flags = TX_STYLE_DESK_AFTER_END,
	.signs =
		{
			[TX_SIGN_BRACKETS] = brackets,
			[TX_SIGN_END_MARK] = end_marks,
			[TX_SIGN_BYLINE] = bylines,
			[TX_SIGN_HEAD] = heads,
			[TX_SIGN_FOOTER] = footers,
		},
	.labels = labels,
	.categories = categories,
	.priorities = priorities,
};
