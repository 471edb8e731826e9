/* Austria Presse Agentur.
 * Sources: public pages and what is commonly known of its wire; no raw wire file was at hand. */
#include "agency/profile.h"

static const char *const brackets[] = {"APA", "APA-OTS", "APA-Redaktion", "APA-Science", NULL};
static const char *const end_marks[] = {"(Schluss)", NULL};
static const char *const bylines[] = {"APA", NULL};

static const struct tx_label labels[] = {
	{"(Ergänzung)", TX_NOTE_UPDATE, 0},
	{"(Zusammenfassung)", TX_NOTE_UPDATE, 0},
	{"Zusammenfassung:", TX_NOTE_UPDATE, 0},
	{"(Neufassung)", TX_NOTE_UPDATE, 0},
	{"(Wiederholung)", TX_NOTE_UPDATE, 0},
	{"(Korrektur)", TX_NOTE_CORRECTION, 0},
	{NULL, TX_NOTE_NONE, 0},
};

const struct tx_profile tx_profile_apa = {
	.code = "APA",
	.name = "Austria Presse Agentur",
	.home = "AT",
	.signs =
		{
			[TX_SIGN_BRACKETS] = brackets,
			[TX_SIGN_END_MARK] = end_marks,
			[TX_SIGN_BYLINE] = bylines,
		},
	.labels = labels,
};
