/* dpa, the German agency: no date, the end line names the agency before the initials.
 * Sources: public G2 samples, IPTC 7901 copy in the test data of public newsroom software, public
 * notes on its stylebook. */
#include "agency/profile.h"

static const char *const brackets[] = {"dpa",
				       "dpa-*",
				       "dpa/bb",
				       "dpa/lbg",
				       "dpa/lbn",
				       "dpa/lby",
				       "dpa/lhe",
				       "dpa/lmv",
				       "dpa/lni",
				       "dpa/lno",
				       "dpa/lnw",
				       "dpa/lrs",
				       "dpa/lsa",
				       "dpa/lsc",
				       "dpa/lsn",
				       "dpa/lsw",
				       "dpa/lth",
				       "dpa/mv",
				       "dpa/sa",
				       "dpa/sn",
				       "dpa/th",
				       "dpa/tmn",
				       "Deutsche Presse-Agentur",
				       NULL};
static const char *const end_marks[] = {"dpa", NULL};
static const char *const bylines[] = {"dpa", NULL};
static const char *const heads[] = {"Achtung", "(Achtung", "Direkt aus dem dpa-Newskanal",
				    "Aus dem dpa-Newskanal", NULL};
static const char *const feet[] = {"dpa", "AXC*", NULL};
static const char *const footers[] = {"# dpa Notebook",
				      "# Notebook",
				      "# dpa-Notizblock",
				      "# Notizblock",
				      "## Internet",
				      "## Orte",
				      "## dpa Contacts",
				      "## dpa-Kontakte",
				      "## Editorial contacts",
				      "## Redaktionelle",
				      "The following information is not",
				      "Die folgenden Informationen sind nicht",
				      "- Reporting by:",
				      "- Editing by:",
				      "- Autor:",
				      "- Autorin:",
				      "- Redaktion:",
				      "- Tel:",
				      "ISIN",
				      NULL};

static const struct tx_label labels[] = {
	{"Eil:", TX_NOTE_ADVISORY, 2},
	{"EILT:", TX_NOTE_ADVISORY, 2},
	{"Eilmeldung:", TX_NOTE_ADVISORY, 2},
	{"Blitz:", TX_NOTE_ADVISORY, 1},
	{"EXTRA:", TX_NOTE_ADVISORY, 0},
	{"Berichtigung:", TX_NOTE_CORRECTION, 0},
	{"Korrektur:", TX_NOTE_CORRECTION, 0},
	{"(Korrektur:", TX_NOTE_CORRECTION, 0},
	{"(Berichtigung:", TX_NOTE_CORRECTION, 0},
	{"Wiederholung:", TX_NOTE_UPDATE, 0},
	{"(Wiederholung)", TX_NOTE_UPDATE, 0},
	{"(Wiederholung:", TX_NOTE_UPDATE, 0},
	{"Zusammenfassung #", TX_NOTE_UPDATE, 0},
	{"(Zusammenfassung #)", TX_NOTE_UPDATE, 0},
	{"(Zusammenfassung)", TX_NOTE_UPDATE, 0},
	{"Zusammenfassung:", TX_NOTE_UPDATE, 0},
	{"ROUNDUP:", TX_NOTE_UPDATE, 0},
	{"ROUNDUP #:", TX_NOTE_UPDATE, 0},
	{"WDH:", TX_NOTE_UPDATE, 0},
	{"#st Lead", TX_NOTE_UPDATE, 0},
	{"#nd Lead", TX_NOTE_UPDATE, 0},
	{"#rd Lead", TX_NOTE_UPDATE, 0},
	{"#th Lead", TX_NOTE_UPDATE, 0},
	{"#. Lead", TX_NOTE_UPDATE, 0},
	{"Lead #", TX_NOTE_UPDATE, 0},
	{"#st Net", TX_NOTE_UPDATE, 0},
	{"#nd Net", TX_NOTE_UPDATE, 0},
	{"#rd Net", TX_NOTE_UPDATE, 0},
	{"#th Net", TX_NOTE_UPDATE, 0},
	{NULL, TX_NOTE_NONE, 0},
};

/* The German services' codes, and the letters of the English one. */
static const struct tx_category categories[] = {
	{"pl", "Politik"}, {"wi", "Wirtschaft"},  {"ku", "Kultur"},
	{"sp", "Sport"},   {"vm", "Vermischtes"}, {"i", "international"},
	{"s", "sports"},   {"f", "financial"},    {NULL, NULL},
};

const struct tx_profile tx_profile_dpa = {
	.code = "DPA",
	.name = "Deutsche Presse-Agentur",
	.home = "DE",
	.flags = TX_STYLE_PLAIN_SIGNOFF,
	.signs =
		{
			[TX_SIGN_BRACKETS] = brackets,
			[TX_SIGN_END_MARK] = end_marks,
			[TX_SIGN_BYLINE] = bylines,
			[TX_SIGN_HEAD] = heads,
			[TX_SIGN_FOOT] = feet,
			[TX_SIGN_FOOTER] = footers,
		},
	.labels = labels,
	.categories = categories,
};
