/* Agência Lusa, the Portuguese agency: date with year, "Lusa/Fim" at the end.
 * Sources: public pages of its subscribers. */
#include "agency/profile.h"

static const char *const brackets[] = {"Lusa", "Agência Lusa", NULL};
static const char *const end_marks[] = {"Lusa/Fim", "Lusa/fim", "Lusa/End", "LUSA/FIM", NULL};
static const char *const bylines[] = {"Lusa", "agência Lusa", "da agência Lusa", "Agência Lusa",
				      NULL};

static const struct tx_label labels[] = {
	{"(em atualização)", TX_NOTE_UPDATE, 0},
	{"(C/ÁUDIO)", TX_NOTE_MEDIA, 0},
	{"(C/áudio)", TX_NOTE_MEDIA, 0},
	{"(C/VÍDEO)", TX_NOTE_MEDIA, 0},
	{"(C/vídeo)", TX_NOTE_MEDIA, 0},
	{"(C/FOTO)", TX_NOTE_MEDIA, 0},
	{"(C/FOTOS)", TX_NOTE_MEDIA, 0},
	{"(ATUALIZADA)", TX_NOTE_UPDATE, 0},
	{"(CORREÇÃO)", TX_NOTE_CORRECTION, 0},
	{"(RETIFICAÇÃO)", TX_NOTE_CORRECTION, 0},
	{"ÚLTIMA HORA:", TX_NOTE_ADVISORY, 2},
	{"ÚLTIMA HORA", TX_NOTE_ADVISORY, 2},
	{NULL, TX_NOTE_NONE, 0},
};

const struct tx_profile tx_profile_lusa = {
	.code = "LUSA",
	.name = "Agência Lusa",
	.home = "PT",
	.signs =
		{
			[TX_SIGN_BRACKETS] = brackets,
			[TX_SIGN_END_MARK] = end_marks,
			[TX_SIGN_BYLINE] = bylines,
		},
	.labels = labels,
};
