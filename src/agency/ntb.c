/* NTB, the Norwegian agency: a colon after the mark.
 * Sources: NITF copy in the test data of public newsroom software and what is commonly known of
 * its wire. */
#include "agency/profile.h"

static const char *const brackets[] = {"NTB", NULL};
static const char *const end_marks[] = {"(©NTB)", "©NTB", "(NTB)", NULL};
static const char *const bylines[] = {"NTB", NULL};

static const struct tx_label labels[] = {
	{"HAST:", TX_NOTE_ADVISORY, 2},        {"HASTER:", TX_NOTE_ADVISORY, 2},
	{"HASTEMELDING", TX_NOTE_ADVISORY, 2}, {"Ny #:", TX_NOTE_UPDATE, 0},
	{"Ny #", TX_NOTE_UPDATE, 0},           {"(Ny #)", TX_NOTE_UPDATE, 0},
	{"Lead #", TX_NOTE_UPDATE, 0},         {"Lead:", TX_NOTE_UPDATE, 0},
	{"NTB:", TX_NOTE_CREDIT, 0},           {"Retting:", TX_NOTE_CORRECTION, 0},
	{"RETTELSE:", TX_NOTE_CORRECTION, 0},  {NULL, TX_NOTE_NONE, 0},
};

const struct tx_profile tx_profile_ntb = {
	.code = "NTB",
	.name = "Norsk Telegrambyrå",
	.home = "NO",
	.signs =
		{
			[TX_SIGN_BRACKETS] = brackets,
			[TX_SIGN_END_MARK] = end_marks,
			[TX_SIGN_BYLINE] = bylines,
		},
	.labels = labels,
};
