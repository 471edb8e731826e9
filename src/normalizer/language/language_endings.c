/* Endings of words that tell languages apart, for words that are not known themselves.  The longest
 * counts. Left out: endings that more than four of the languages have. */
#include "core/scan.h"
#include "normalizer/language/language_words.h"

enum {
	ES = TX_LANGUAGE_ES,
	EN = TX_LANGUAGE_EN,
	PT = TX_LANGUAGE_PT,
	CA = TX_LANGUAGE_CA,
	GL = TX_LANGUAGE_GL,
	EU = TX_LANGUAGE_EU,
	FR = TX_LANGUAGE_FR,
	DE = TX_LANGUAGE_DE,
	IT = TX_LANGUAGE_IT,
	NL = TX_LANGUAGE_NL,
	CS = TX_LANGUAGE_CS,
	PL = TX_LANGUAGE_PL,
	DA = TX_LANGUAGE_DA,
	NO = TX_LANGUAGE_NO,
	SV = TX_LANGUAGE_SV
};

#define LIST(endings)                                                                              \
	{                                                                                          \
		(endings), TX_COUNT(endings)                                                       \
	}

/* By last letter, longer ones before shorter ones. */
/* clang-format off */
static const struct tx_language_ending endings_a[] = {
	{6, "tasuna", EU}, {6, "ància", CA}, {6, "ância", PT}, {6, "ència", CA}, {6, "ência", PT},
	{5, "ancia", ES|CA|GL}, {5, "encia", ES|CA|GL}, {5, "uesta", ES}, {5, "wania", PL},
	{5, "ária", PT}, {5, "ęła", PL}, {4, "ania", PL}, {4, "anza", ES|IT}, {4, "aria", ES|CA|GL|IT},
	{4, "arla", ES|IT}, {4, "arna", SV}, {4, "ała", PL}, {4, "eira", PT|GL}, {4, "ella", IT|SV},
	{4, "enia", PL}, {4, "enza", IT}, {4, "erna", IT|SV}, {4, "essa", IT|SV}, {4, "etta", IT},
	{4, "ezza", IT}, {4, "iana", ES|EN|IT|PL}, {4, "illa", ES}, {4, "iska", PL|SV},
	{4, "ista", ES|CA|SV}, {4, "iña", ES|GL}, {4, "iła", PL}, {4, "ncia", ES|PT}, {4, "ntza", EU},
	{4, "orna", SV}, {4, "stwa", PL}, {4, "tzea", EU}, {4, "uela", ES|EN}, {4, "ěla", CS},
	{3, "aba", ES}, {3, "ada", ES|PT|CA|GL}, {3, "ava", ES|PT|CA|CS}, {3, "cja", PL},
	{3, "esa", ES|CA|IT|CS}, {3, "eza", ES|PT|GL}, {3, "goa", EU}, {3, "ira", ES|EN|PT|EU},
	{3, "lha", PT}, {3, "nha", PT}, {3, "nia", ES|EN|CA|PL}, {3, "nza", ES|GL}, {3, "owa", PL},
	{3, "ska", CS|PL|SV}, {3, "tta", IT|SV}, {3, "uda", ES|PT|CA|SV}, {3, "zia", PT|EU|IT},
	{2, "xa", PT|CA|GL},
};
static const struct tx_language_ending endings_b[] = {
	{4, "skab", DA},
};
static const struct tx_language_ending endings_d[] = {
	{5, "mænd", DA}, {4, "ated", EN}, {4, "eerd", NL}, {4, "heid", NL}, {4, "ould", EN},
	{4, "ward", EN}, {3, "afd", DA}, {3, "bud", DA}, {3, "ced", EN}, {3, "dad", ES}, {3, "hed", EN|DA},
	{3, "red", EN|DE}, {2, "ed", EN},
};
static const struct tx_language_ending endings_e[] = {
	{8, "iéndose", ES}, {7, "iendose", ES}, {7, "ándose", ES}, {7, "áronse", GL}, {7, "éronse", GL},
	{7, "íronse", GL}, {6, "andose", ES}, {6, "aronse", GL}, {6, "eronse", GL}, {6, "ironse", GL},
	{6, "tzaile", EU}, {5, "eerde", NL}, {5, "erade", SV}, {5, "erede", DA}, {5, "iente", ES|PT|GL|IT},
	{5, "igare", SV}, {5, "igere", DA|NO}, {5, "ische", DE|NL}, {5, "isée", FR}, {5, "ière", FR},
	{5, "liche", DE}, {5, "lijke", NL}, {5, "mente", ES|PT|GL|IT}, {5, "ngene", NO}, {5, "trice", FR},
	{5, "zione", IT}, {4, "aire", FR|NL}, {4, "ance", EN|FR}, {4, "ande", FR|SV}, {4, "anie", PL},
	{4, "arse", ES|GL}, {4, "aste", PT|DE|CS|SV}, {4, "atge", CA}, {4, "chte", DE|NL},
	{4, "dade", PT|GL}, {4, "dzie", PL}, {4, "eide", NO}, {4, "eise", DE|NO}, {4, "ejde", DA},
	{4, "ejse", DA}, {4, "elle", FR|DE|IT|DA}, {4, "else", DA|NO}, {4, "ence", EN|FR|CS|DA},
	{4, "enie", PL}, {4, "enze", DE|IT}, {4, "erie", EN|FR|IT}, {4, "erne", FR|DA|NO},
	{4, "erse", ES|GL|FR|IT}, {4, "erte", DE|CS|NO}, {4, "euse", GL|FR}, {4, "ible", ES|EN|CA|FR},
	{4, "iche", FR|DE|IT}, {4, "ille", FR|DA}, {4, "ione", IT}, {4, "ique", PT|FR}, {4, "irse", ES|GL},
	{4, "isee", EN|FR}, {4, "iske", DA|NO}, {4, "isme", FR}, {4, "iuse", GL}, {4, "lige", DA|NO},
	{4, "ntre", EN|CA|FR}, {4, "oire", FR}, {4, "ouse", GL}, {4, "qüe", CA}, {4, "sche", DE},
	{4, "skie", PL}, {4, "uale", IT}, {3, "ade", DE|DA|SV}, {3, "aje", ES|PL}, {3, "are", CA|IT|SV},
	{3, "axe", GL}, {3, "dde", DA|SV}, {3, "dge", EN}, {3, "ede", IT|DA|NO}, {3, "ene", DE|IT|DA|NO},
	{3, "ige", DE|NL|DA|NO}, {3, "ire", FR|IT}, {3, "ise", EN|FR}, {3, "nne", FR|IT|NO|SV},
	{3, "ore", EU|IT}, {3, "owe", PL}, {3, "rne", FR|IT|PL|DA}, {3, "tge", CA}, {3, "tie", NL},
	{3, "uje", CS|PL}, {3, "ée", FR}, {2, "xe", PT|GL|FR|DE},
};
static const struct tx_language_ending endings_f[] = {
	{3, "ijf", NL},
};
static const struct tx_language_ending endings_g[] = {
	{5, "ating", EN}, {4, "lung", DE}, {4, "ning", DA|NO|SV}, {4, "rung", DE}, {4, "ägg", SV},
	{3, "lig", NL|DA|NO|SV}, {3, "ung", DE},
};
static const struct tx_language_ending endings_h[] = {
	{5, "owych", PL}, {4, "isch", DE|NL}, {4, "lich", DE}, {4, "nych", PL}, {4, "tsch", DE},
	{4, "ách", CS}, {4, "ích", CS}, {4, "ých", CS}, {3, "ach", PL}, {3, "ech", CS}, {3, "ych", PL},
};
static const struct tx_language_ending endings_i[] = {
	{5, "menti", IT}, {5, "nosti", CS}, {5, "ovali", CS}, {5, "ości", PL}, {5, "zioni", IT},
	{4, "arsi", IT}, {4, "cchi", IT}, {4, "eixi", CA}, {4, "elli", IT}, {4, "ersi", IT},
	{4, "etti", IT}, {4, "iani", EN|IT}, {4, "ioni", IT}, {4, "irsi", IT}, {4, "lari", EU|IT},
	{4, "osti", CS}, {4, "ími", CS}, {4, "ěji", CS}, {3, "ali", IT|CS|PL}, {3, "ami", CS|PL},
	{3, "ari", CA|EU|IT}, {3, "ati", IT}, {3, "cji", PL}, {3, "gli", IT}, {3, "ici", CA|IT|CS},
	{3, "iti", IT}, {3, "nti", IT}, {3, "oli", IT|PL}, {3, "ori", CA|IT}, {3, "osi", IT|PL},
	{3, "owi", PL}, {3, "ski", PL}, {3, "tti", IT}, {3, "uti", IT|SV}, {3, "ymi", PL},
	{2, "li", EU|IT|CS|PL},
};
static const struct tx_language_ending endings_j[] = {
	{5, "skiej", PL}, {3, "iej", PL}, {3, "nej", PL}, {2, "ij", NL},
};
static const struct tx_language_ending endings_k[] = {
	{6, "lariak", EU}, {5, "elijk", NL}, {5, "gatik", EU}, {5, "ketak", EU}, {4, "etik", EU},
	{4, "lijk", NL}, {3, "eak", EU}, {3, "ijk", NL}, {3, "ikk", NO}, {3, "isk", PL|DA|NO|SV},
	{3, "oek", EU|NL}, {3, "rik", EU},
};
static const struct tx_language_ending endings_l[] = {
	{6, "tional", EN|PT|DE|SV}, {5, "ábel", GL}, {5, "íbel", GL}, {4, "abel", ES|GL|DA|SV},
	{4, "ibel", GL|DE|SV}, {3, "aal", NL}, {3, "ful", EN}, {3, "vel", PT|GL}, {3, "ěl", CS},
};
static const struct tx_language_ending endings_m[] = {
	{4, "agem", PT}, {4, "aram", PT}, {4, "eram", PT}, {4, "iram", PT}, {4, "ním", CS}, {3, "gem", PT},
	{3, "iam", ES|EN|PT}, {3, "ém", PT|CS}, {3, "ím", CS}, {3, "ům", CS},
};
static const struct tx_language_ending endings_n[] = {
	{7, "ketaren", EU}, {6, "arekin", EU}, {6, "ischen", DE}, {6, "lichen", DE}, {6, "lijken", NL},
	{6, "ningen", DA|NO|SV}, {6, "sjonen", NO}, {6, "tionen", DE|DA|SV}, {5, "arán", ES|GL},
	{5, "chten", DE|NL}, {5, "ción", ES|GL}, {5, "eisen", DE|NO}, {5, "eixen", CA}, {5, "ejsen", DA},
	{5, "elsen", DA|NO|SV}, {5, "erán", ES}, {5, "heden", NL|DA}, {5, "heten", NO|SV},
	{5, "ieren", DE}, {5, "ieron", ES}, {5, "ingen", NL|DA|NO|SV}, {5, "oeken", NL}, {5, "schen", DE},
	{5, "tasun", EU}, {5, "ungen", DE}, {4, "aban", ES}, {4, "aran", ES|CA|GL}, {4, "aren", EU},
	{4, "aron", ES|GL}, {4, "aten", EU|DE|NL}, {4, "aven", CA|CS}, {4, "chen", DE},
	{4, "cion", ES|EN|GL}, {4, "ekin", EU}, {4, "eran", ES|EU}, {4, "eren", NL|DA|NO},
	{4, "eron", ES|GL}, {4, "etan", EU}, {4, "igen", DE|NL|SV}, {4, "iron", GL}, {4, "lsen", SV},
	{4, "nden", DE|NL}, {4, "rien", CA|EU|DE}, {4, "sjon", NO}, {4, "ssin", CA|FR}, {4, "tzen", EU},
	{3, "aan", NL}, {3, "een", EU|NL}, {3, "ern", EN|DE|NO|SV}, {3, "ijn", NL}, {3, "ven", NL},
	{2, "wn", EN},
};
static const struct tx_language_ending endings_o[] = {
	{6, "issimo", IT}, {6, "skiego", PL}, {6, "ského", CS}, {6, "ísimo", ES}, {5, "aggio", IT},
	{5, "arako", EU}, {5, "etako", EU}, {5, "iendo", ES}, {5, "iento", ES}, {5, "isimo", ES},
	{5, "kého", CS}, {5, "mento", ES|PT|GL|IT}, {5, "raino", EU}, {5, "tzeko", EU}, {5, "ário", PT},
	{5, "ção", PT}, {5, "ório", PT}, {4, "aino", EU}, {4, "ario", ES|GL|IT}, {4, "arlo", ES|IT},
	{4, "dako", EU}, {4, "eiro", PT|GL}, {4, "ello", IT}, {4, "endo", ES|PT|GL|IT}, {4, "esso", PT|IT},
	{4, "etto", IT}, {4, "iano", ES|IT}, {4, "illo", ES}, {4, "indo", PT|GL}, {4, "iño", ES|GL},
	{4, "iło", PL}, {4, "stwo", PL}, {4, "tako", EU}, {4, "ého", CS}, {3, "ado", ES|PT|GL},
	{3, "ato", IT}, {3, "cao", EN|PT}, {3, "dlo", CS}, {3, "ego", PL}, {3, "eko", EU},
	{3, "ico", ES|PT|GL|IT}, {3, "ido", ES|PT|GL}, {3, "ito", ES|PT|IT}, {3, "lho", PT},
	{3, "llo", ES|GL|IT}, {3, "nho", PT}, {3, "olo", PT|IT}, {3, "ono", IT|PL},
	{3, "oso", ES|PT|GL|IT}, {3, "tto", IT}, {3, "uto", PT|GL|IT|CS}, {3, "zko", EU}, {3, "ão", PT},
	{2, "ao", ES|EN|PT|GL}, {2, "xo", PT|GL},
};
static const struct tx_language_ending endings_p[] = {
	{4, "ship", EN}, {4, "skap", NO|SV},
};
static const struct tx_language_ending endings_r[] = {
	{6, "ischer", DE}, {6, "licher", DE}, {6, "ningar", SV}, {6, "ninger", DA|NO}, {6, "sjoner", NO},
	{6, "tioner", DA|SV}, {5, "eider", EN|NO}, {5, "ejder", DA}, {5, "ejser", DA},
	{5, "eller", EN|DE|DA|SV}, {5, "elser", DA|NO|SV}, {5, "heter", NO|SV}, {5, "ingar", SV},
	{4, "baar", NL}, {4, "cher", FR|DE|DA}, {4, "erar", SV}, {4, "erer", DA|NO}, {4, "kker", DA|NO},
	{4, "teur", FR}, {3, "aar", NL}, {3, "eur", FR}, {3, "ier", FR|DA|NO}, {3, "kar", SV},
	{3, "oir", FR}, {3, "oor", NL}, {3, "ör", SV},
};
static const struct tx_language_ending endings_s[] = {
	{7, "ências", PT}, {6, "ciones", ES}, {6, "cións", GL}, {6, "ientes", ES|PT}, {6, "ientos", ES},
	{6, "ières", FR}, {6, "liches", DE}, {6, "mentos", ES|PT|GL}, {6, "uestos", ES}, {6, "ários", PT},
	{6, "ções", PT}, {5, "ables", ES|CA|FR}, {5, "aires", FR}, {5, "ances", EN|FR},
	{5, "arios", ES|GL}, {5, "atges", CA}, {5, "cions", CA|GL}, {5, "dades", ES|PT|CA|GL},
	{5, "eiras", PT|GL}, {5, "eiros", PT|GL}, {5, "elles", FR}, {5, "euses", FR}, {5, "gües", CA},
	{5, "ieres", FR}, {5, "iques", CA|FR}, {5, "istas", ES|PT|GL}, {5, "istes", CA|FR},
	{5, "ités", ES|FR}, {5, "ments", EN|CA|FR}, {5, "tions", EN|FR}, {4, "aars", NL},
	{4, "adas", ES|PT|GL}, {4, "ades", CA|SV}, {4, "ados", ES|PT|GL}, {4, "ages", EN|FR},
	{4, "ants", EN|CA|FR}, {4, "ates", EN|DE}, {4, "beis", GL}, {4, "coes", PT}, {4, "ents", EN|CA|FR},
	{4, "eras", ES|SV}, {4, "eres", PT|GL|DA|NO}, {4, "eros", ES|PT|CA|GL}, {4, "eses", ES|CA},
	{4, "eurs", FR}, {4, "gues", CA|FR}, {4, "idas", ES|PT|GL}, {4, "idos", ES|PT|GL},
	{4, "ings", EN|DA|SV}, {4, "ions", EN|CA|FR|SV}, {4, "ists", EN}, {4, "ites", PT|GL|FR|DE},
	{4, "less", EN}, {4, "lhos", PT}, {4, "ness", EN}, {4, "nhas", PT}, {4, "nhos", PT},
	{4, "ores", ES|PT|GL}, {4, "osos", ES|PT|GL}, {4, "ques", ES|CA|GL|FR}, {4, "tats", CA|FR|SV},
	{4, "ties", EN|NL}, {4, "veis", PT}, {4, "ãos", PT}, {4, "ées", FR}, {4, "óns", GL},
	{4, "ões", PT}, {3, "ais", PT|CA|GL|FR}, {3, "ats", CA|NL|SV}, {3, "ees", EN|FR},
	{3, "ics", EN|CA|FR}, {3, "lls", EN|CA|DE|SV}, {3, "nis", DE}, {3, "nys", CA}, {3, "oes", EN|PT},
	{3, "ois", ES|EN|FR}, {3, "ons", EN|CA|GL|FR}, {3, "ors", EN|CA}, {3, "ous", EN|FR},
	{3, "uts", CA|FR|DE}, {3, "xas", ES|EN|PT|GL}, {3, "xes", GL}, {3, "xos", PT|CA|GL},
	{3, "és", ES|CA|FR}, {2, "ss", EN|DE|NO|SV},
};
static const struct tx_language_ending endings_t[] = {
	{8, "arentzat", EU}, {6, "issant", FR}, {6, "schaft", DE}, {6, "skabet", DA}, {6, "skapet", NO},
	{5, "aient", FR}, {5, "eidet", DE|NO}, {5, "ejdet", DA}, {5, "ement", EN|CA|FR},
	{5, "stadt", EN|DE}, {4, "aakt", NL}, {4, "aget", DA|SV}, {4, "erat", CA|SV}, {4, "eret", DA},
	{4, "haft", DE}, {4, "heit", DE}, {4, "icht", DE|NL}, {4, "iert", DE}, {4, "keit", DE},
	{4, "ligt", DA|SV}, {4, "ooit", NL}, {4, "ovat", CS}, {4, "äst", SV}, {3, "aat", NL},
	{3, "ait", EU|FR}, {3, "ant", EN|CA|FR}, {3, "cht", DE|NL}, {3, "ert", DE|NL|NO},
	{3, "est", EN|NL|DA}, {3, "ght", EN|CS|DA}, {3, "het", NO|SV}, {3, "igt", DE|DA|NO|SV},
	{3, "ist", EN|DE|NL}, {3, "ndt", DA|NO}, {3, "oet", NL}, {3, "oot", NL}, {3, "ost", CS},
	{3, "tat", CA|SV}, {3, "tet", DE|DA|NO|SV}, {3, "tzt", DE}, {3, "uit", CA|FR|NL}, {2, "dt", NL|DA},
};
static const struct tx_language_ending endings_u[] = {
	{4, "aniu", PL}, {3, "atu", EU}, {3, "eau", FR|NL|DA}, {3, "emu", PL}, {3, "itu", EU},
	{3, "niu", PL}, {2, "eu", PT|CA|GL|FR}, {2, "iu", CA|PL}, {2, "ou", PT|GL|CS},
};
static const struct tx_language_ending endings_w[] = {
	{3, "ów", PL},
};
static const struct tx_language_ending endings_x[] = {
	{4, "eaux", FR}, {3, "aux", FR}, {3, "eix", CA}, {3, "eux", FR},
};
static const struct tx_language_ending endings_y[] = {
	{4, "ały", PL}, {3, "ary", EN|PL}, {3, "ity", EN|CS}, {3, "owy", PL}, {3, "szy", PL},
	{2, "ky", CS}, {2, "ly", EN|CS}, {2, "ny", CA|CS|PL},
};
static const struct tx_language_ending endings_z[] = {
	{2, "tz", EN|EU|DE},
};
static const struct tx_language_ending endings_other[] = {
	{5, "ować", PL}, {5, "ość", PL}, {5, "ství", CS}, {5, "ywać", PL}, {5, "ání", CS}, {5, "čně", CS},
	{4, "arà", CA}, {4, "ará", ES|GL|CS}, {4, "aré", ES|CA|FR}, {4, "ció", CA}, {4, "cję", PL},
	{4, "ení", CS}, {4, "erá", ES|PT}, {4, "irá", ES}, {4, "isé", FR}, {4, "ità", IT},
	{4, "ité", FR|CS}, {4, "ová", CS}, {4, "ové", CS}, {4, "ový", CS}, {4, "ową", PL}, {4, "ská", CS},
	{4, "ské", CS}, {4, "ský", CS}, {4, "stí", CS}, {4, "ují", CS}, {3, "ał", PL}, {3, "cí", CS},
	{3, "ió", ES|CA}, {3, "ił", PL}, {3, "ní", CS}, {3, "tà", IT}, {2, "ò", IT},
};
/* clang-format on */

const struct tx_language_endings tx_language_endings[TX_LANGUAGE_LISTS] = {
	['a' - 'a'] = LIST(endings_a), ['b' - 'a'] = LIST(endings_b),
	['d' - 'a'] = LIST(endings_d), ['e' - 'a'] = LIST(endings_e),
	['f' - 'a'] = LIST(endings_f), ['g' - 'a'] = LIST(endings_g),
	['h' - 'a'] = LIST(endings_h), ['i' - 'a'] = LIST(endings_i),
	['j' - 'a'] = LIST(endings_j), ['k' - 'a'] = LIST(endings_k),
	['l' - 'a'] = LIST(endings_l), ['m' - 'a'] = LIST(endings_m),
	['n' - 'a'] = LIST(endings_n), ['o' - 'a'] = LIST(endings_o),
	['p' - 'a'] = LIST(endings_p), ['r' - 'a'] = LIST(endings_r),
	['s' - 'a'] = LIST(endings_s), ['t' - 'a'] = LIST(endings_t),
	['u' - 'a'] = LIST(endings_u), ['w' - 'a'] = LIST(endings_w),
	['x' - 'a'] = LIST(endings_x), ['y' - 'a'] = LIST(endings_y),
	['z' - 'a'] = LIST(endings_z), [TX_LANGUAGE_LISTS - 1] = LIST(endings_other)};
