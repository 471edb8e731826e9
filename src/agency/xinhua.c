/* Xinhua, the Chinese agency, in its English, Spanish, French and Portuguese services.
 * Sources: public pages. */
#include "agency/profile.h"

static const char *const brackets[] = {"Xinhua", "Xinhuanet", "Xinhua News Agency", "XIN", NULL};
static const char *const end_marks[] = {"Enditem", "Fin", NULL};
static const char *const bylines[] = {"Xinhua", NULL};

static const struct tx_label labels[] = {
	{"(Update #)", TX_NOTE_UPDATE, 0},
	{"(Update)", TX_NOTE_UPDATE, 0},
	{"Update #:", TX_NOTE_UPDATE, 0},
	{"Update:", TX_NOTE_UPDATE, 0},
	{"#st LD:", TX_NOTE_UPDATE, 0},
	{"#nd LD:", TX_NOTE_UPDATE, 0},
	{"#rd LD:", TX_NOTE_UPDATE, 0},
	{"#th LD:", TX_NOTE_UPDATE, 0},
	{"#st LD Writethru:", TX_NOTE_UPDATE, 0},
	{"#nd LD Writethru:", TX_NOTE_UPDATE, 0},
	{"#rd LD Writethru:", TX_NOTE_UPDATE, 0},
	{"#th LD Writethru:", TX_NOTE_UPDATE, 0},
	{"Urgent:", TX_NOTE_ADVISORY, 2},
	{"URGENT:", TX_NOTE_ADVISORY, 2},
	{"Flash:", TX_NOTE_ADVISORY, 1},
	{"Roundup:", TX_NOTE_ADVISORY, 0},
	{"Feature:", TX_NOTE_ADVISORY, 0},
	{"Xinhua Headlines:", TX_NOTE_ADVISORY, 0},
	{"Xinhua Commentary:", TX_NOTE_ADVISORY, 0},
	{"Commentary:", TX_NOTE_ADVISORY, 0},
	{"News Analysis:", TX_NOTE_ADVISORY, 0},
	{"Spotlight:", TX_NOTE_ADVISORY, 0},
	{"Interview:", TX_NOTE_ADVISORY, 0},
	{"Backgrounder:", TX_NOTE_ADVISORY, 0},
	{"Profile:", TX_NOTE_ADVISORY, 0},
	{"Economic Watch:", TX_NOTE_ADVISORY, 0},
	{"China Focus:", TX_NOTE_ADVISORY, 0},
	{"World Insights:", TX_NOTE_ADVISORY, 0},
	{"GLOBALink |", TX_NOTE_ADVISORY, 0},
	{"AVANCE:", TX_NOTE_ADVISORY, 2},
	{"URGENTE:", TX_NOTE_ADVISORY, 2},
	{"ESPECIAL:", TX_NOTE_ADVISORY, 0},
	{"ENFOQUE:", TX_NOTE_ADVISORY, 0},
	{"RESUMEN:", TX_NOTE_UPDATE, 0},
	{"PERFIL:", TX_NOTE_ADVISORY, 0},
	{"ENTREVISTA:", TX_NOTE_ADVISORY, 0},
	{"REPORTAJE:", TX_NOTE_ADVISORY, 0},
	{"COMENTARIO:", TX_NOTE_ADVISORY, 0},
	{"(Actualización #)", TX_NOTE_UPDATE, 0},
	{"(Corrección)", TX_NOTE_CORRECTION, 0},
	{NULL, TX_NOTE_NONE, 0},
};

const struct tx_profile tx_profile_xinhua = {
	.code = "XINHUA",
	.name = "Xinhua News Agency",
	.home = "CN",
	.signs =
		{
			[TX_SIGN_BRACKETS] = brackets,
			[TX_SIGN_END_MARK] = end_marks,
			[TX_SIGN_BYLINE] = bylines,
		},
	.labels = labels,
};
