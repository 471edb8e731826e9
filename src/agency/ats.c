/* Agence télégraphique suisse (Keystone-SDA-ATS): the mark in small letters, no date, no dash.
 * Sources: IPTC 7901 and NewsML copy in the test data of public newsroom software. */
#include "agency/profile.h"

static const struct tx_sign signs[] = {
	{TX_SIGN_BRACKETS, "ats"},
	{TX_SIGN_BRACKETS, "sda"},
	{TX_SIGN_BRACKETS, "awp"},
	{TX_SIGN_BRACKETS, "Keystone-ATS"},
	{TX_SIGN_BRACKETS, "Keystone-SDA"},
	{TX_SIGN_BRACKETS, "Keystone-SDA-ATS"},
	{TX_SIGN_BYLINE, "ats"},
	{TX_SIGN_BYLINE, "sda"},
	{TX_SIGN_BYLINE, "Keystone-ATS"},
	{TX_SIGN_BYLINE, "Keystone-SDA"},
	{TX_SIGN_NONE, NULL},
};

const struct tx_profile tx_profile_ats = {
	.code = "ATS",
	.name = "Agence télégraphique suisse",
	.home = "CH",
	.language = "fr",
	.calendars = TX_CAL_FR | TX_CAL_DE | TX_CAL_IT,
	.signs = signs,
};
