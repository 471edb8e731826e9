/* CNN Wire: place in mixed case, or the mark alone at the start.
 * Sources: copy in public research collections, public pages. */
#include "agency/profile.h"

static const struct tx_sign signs[] = {
	{TX_SIGN_BRACKETS, "CNN"}, {TX_SIGN_BRACKETS, "CNN*"},       {TX_SIGN_LEADING, "CNN"},
	{TX_SIGN_BYLINE, "CNN"},   {TX_SIGN_FOOTER, "The-CNN-Wire"}, {TX_SIGN_FOOTER, "™ & ©"},
	{TX_SIGN_NONE, NULL},
};

static const struct tx_label labels[] = {
	{"BREAKING:", TX_NOTE_ADVISORY, 2},
	{NULL, TX_NOTE_NONE, 0},
};

const struct tx_profile tx_profile_cnn = {
	.code = "CNN",
	.name = "CNN",
	.home = "US",
	.language = "en",
	.calendars = TX_CAL_EN | TX_CAL_ES,
	.signs = signs,
	.labels = labels,
};
