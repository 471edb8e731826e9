/* Agência Lusa, the Portuguese agency: date with year, "Lusa/Fim" at the end.
 * Sources: public pages of its subscribers. */
#include "agency/profile.h"

static const struct tx_sign signs[] = {
	{TX_SIGN_BRACKETS, "Lusa"},
	{TX_SIGN_BRACKETS, "Agência Lusa"},
	{TX_SIGN_END_MARK, "Lusa/Fim"},
	{TX_SIGN_END_MARK, "Lusa/fim"},
	{TX_SIGN_END_MARK, "Lusa/End"},
	{TX_SIGN_END_MARK, "LUSA/FIM"},
	{TX_SIGN_BYLINE, "Lusa"},
	{TX_SIGN_BYLINE, "agência Lusa"},
	{TX_SIGN_BYLINE, "da agência Lusa"},
	{TX_SIGN_BYLINE, "Agência Lusa"},
	{TX_SIGN_NONE, NULL},
};

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
	.language = "pt",
	.calendars = TX_CAL_PT | TX_CAL_EN,
	.signs = signs,
	.labels = labels,
};
