/* The language of a text by its words. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "normalizer/language/language.h"
#include "normalizer/language/language_words.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

struct row {
	const char *want; /* NULL: not told */
	const char *text;
};

/* Invented sentences. */
static const struct row rows[] = {
	{"es", "El alcalde visitó ayer las obras del nuevo hospital y prometió más camas."},
	{"es", "Los bomberos lograron apagar el fuego tras doce horas de trabajo."},
	{"es", "LA POLICIA DETIENE A DOS HOMBRES POR EL ROBO EN UNA JOYERIA"},
	{"es", "El portavoz de la Xunta de Galicia viajó a Lisboa con el presidente de la "
	       "Generalitat de Catalunya."},
	{"es", "La selección perdió por dos goles, aunque su entrenador se mostró satisfecho."},
	{"es", "La ministra anunció en Bruselas que no habrá acuerdo esta semana"},
	{"es", "Fuentes de The New York Times y de la BBC confirmaron la noticia."},
	{"en", "The mayor opened a bridge on Tuesday that had been closed for two years."},
	{"en", "Shares fell sharply after the company said its profit would be lower."},
	{"en", "POLICE ARREST TWO MEN AFTER JEWELLERY SHOP ROBBERY IN THE CENTRE OF LEEDS"},
	{"en", "Officials in San Juan de los Lagos and Rio de Janeiro have not commented."},
	{"en", "Juan Manuel de la Rosa, the head of El Banco de los Andes, is to resign."},
	{"en", "Rescuers were searching for survivors when the second wave hit the coast."},
	{"pt",
	 "O presidente da câmara visitou ontem as obras do novo hospital e prometeu mais camas."},
	{"pt", "Os bombeiros conseguiram apagar o fogo depois de doze horas de trabalho."},
	{"pt", "A POLICIA DETEVE DOIS HOMENS POR CAUSA DO ASSALTO A UMA LOJA EM LISBOA"},
	{"pt", "A ministra afirmou que não haverá acordo com o governo espanhol esta semana."},
	{"pt", "A seleção perdeu por dois gols, mas o técnico ficou satisfeito."},
	{"pt",
	 "O Banco de los Andes e a Junta de Castilla y León assinam contrato na terça-feira."},
	{"ca", "L'alcalde va visitar ahir les obres del nou hospital i va prometre més llits."},
	{"ca", "Els bombers han apagat el foc després de dotze hores de feina."},
	{"ca", "ELS MOSSOS DETENEN DOS HOMES PEL ROBATORI EN UNA JOIERIA DE GIRONA"},
	{"ca",
	 "La consellera ha explicat a Madrid que no hi haurà acord amb el Gobierno de España."},
	{"ca", "La selecció va perdre per dos gols, però l'entrenador està satisfet."},
	{"gl", "O alcalde visitou onte as obras do novo hospital e prometeu máis camas."},
	{"gl", "Os bombeiros lograron apagar o lume despois de doce horas de traballo."},
	{"gl", "A POLICIA DETEN A DOUS HOMES POLO ROUBO NUNHA XOIERIA DE VIGO"},
	{"gl", "A conselleira explicou en Madrid que non haberá acordo co Gobierno de España."},
	{"gl", "A selección perdeu por dous goles, pero o adestrador está satisfeito."},
	{"eu", "Alkateak atzo ospitale berriko lanak bisitatu zituen eta ohe gehiago agindu zuen."},
	{"eu", "Suhiltzaileek hamabi orduren ondoren itzali dute sua."},
	{"eu", "POLIZIAK BI GIZON ATXILOTU DITU BITXI DENDA BATEKO LAPURRETAGATIK"},
	{"eu", "Lehendakariak esan du ez dela akordiorik izango Madrilgo gobernuarekin."},
	{"fr", "Le maire a visité hier le chantier du nouvel hôpital et promis davantage de lits."},
	{"fr", "Les pompiers ont éteint l’incendie après douze heures d’efforts."},
	{"fr", "LA POLICE ARRETE DEUX HOMMES APRES LE VOL DANS UNE BIJOUTERIE"},
	{"fr", "La ministre a déclaré à Barcelone qu'il n'y aurait pas d'accord cette semaine."},
	{"fr", "Le groupe allemand Deutsche Bahn va supprimer des emplois dans plusieurs pays."},
	{"de", "Der Bürgermeister besuchte gestern die Baustelle des neuen Krankenhauses."},
	{"de", "Die Feuerwehr hat den Brand nach zwölf Stunden gelöscht."},
	{"de", "POLIZEI NIMMT ZWEI MAENNER NACH DEM UEBERFALL AUF EINEN JUWELIER FEST"},
	{"de", "Die Ministerin sagte in San Sebastián, es werde keine Einigung geben."},
	{"de", "Der Trainer des FC Barcelona war mit der Leistung nicht zufrieden."},
	{"it",
	 "Il sindaco ha visitato ieri il cantiere del nuovo ospedale e ha promesso più letti."},
	{"it", "I vigili del fuoco hanno spento l'incendio dopo dodici ore di lavoro."},
	{"it", "LA POLIZIA ARRESTA DUE UOMINI PER LA RAPINA IN UNA GIOIELLERIA"},
	{"it",
	 "La ministra ha detto a Madrid che non ci sarà un accordo con il Gobierno de España."},
	{"it", "La squadra ha perso di due gol, ma l'allenatore è soddisfatto."},
	{"nl", "De burgemeester bezocht gisteren de bouwplaats van het nieuwe ziekenhuis."},
	{"nl", "De brandweer heeft het vuur na twaalf uur geblust."},
	{"nl", "POLITIE HOUDT TWEE MANNEN AAN NA OVERVAL OP EEN JUWELIER IN UTRECHT"},
	{"nl",
	 "De minister zei in Berlijn dat er deze week geen akkoord komt met de Deutsche Bank."},
	{"nl", "De ploeg verloor met twee doelpunten, maar de trainer was tevreden."},
	{"cs", "Starosta včera navštívil stavbu nové nemocnice a slíbil více lůžek."},
	{"cs", "Hasiči uhasili požár po dvanácti hodinách práce."},
	{"cs", "POLICIE ZADRŽELA DVA MUŽE KVŮLI LOUPEŽI V KLENOTNICTVÍ"},
	{"cs", "Ministryně v Bruselu řekla, že tento týden dohoda nebude."},
	{"pl", "Burmistrz odwiedził wczoraj budowę nowego szpitala i obiecał więcej łóżek."},
	{"pl", "Strażacy ugasili pożar po dwunastu godzinach pracy."},
	{"pl", "POLICJA ZATRZYMAŁA DWÓCH MĘŻCZYZN PO NAPADZIE NA JUBILERA"},
	{"pl", "Minister powiedziała w Brukseli, że w tym tygodniu nie będzie porozumienia."},
	{"da",
	 "Borgmesteren besøgte i går byggepladsen til det nye hospital og lovede flere senge."},
	{"da", "Brandvæsenet slukkede ilden efter tolv timers arbejde."},
	{"da", "POLITIET ANHOLDER TO MÆND EFTER RØVERI MOD GULDSMED I ODENSE"},
	{"da", "Ministeren sagde i Oslo, at der ikke bliver nogen aftale i denne uge."},
	{"da", "Holdet tabte med to mål, men træneren var tilfreds med det, han havde set."},
	{"no",
	 "Ordføreren besøkte i går byggeplassen til det nye sykehuset og lovte flere senger."},
	{"no", "Brannvesenet slukket brannen etter tolv timers arbeid."},
	{"no", "POLITIET PÅGREP TO MENN ETTER RANET MOT EN GULLSMED I BERGEN"},
	{"no", "Statsråden sa i København at det ikke blir noen avtale denne uken."},
	{"no", "Laget tapte med to mål, men treneren var fornøyd med det han hadde sett."},
	{"sv", "Borgmästaren besökte i går bygget av det nya sjukhuset och lovade fler sängar."},
	{"sv", "Brandkåren släckte elden efter tolv timmars arbete."},
	{"sv", "POLISEN GREP TVÅ MÄN EFTER RÅNET MOT EN GULDSMED I MALMÖ"},
	{"sv", "Ministern sade i Oslo att det inte blir något avtal den här veckan."},
	{"sv", "Laget förlorade med två mål, men tränaren var nöjd med det han hade sett."},
	/* Letters with combining marks, and typographic apostrophes. */
	{"es", "La ministra anuncio\xcc\x81 en Roma que no habra\xcc\x81 ma\xcc\x81s reuniones con "
	       "ellos."},
	{"it", "L’accordo dell’anno: all’alba c’è stata una lunga riunione."},
	/* Not enough, or no language of these. */
	{NULL, ""},
	{NULL, "Madrid"},
	{NULL, "IBEX 35 10503.80 10330.90 10326.30 10380.10 0.52"},
	{NULL, "J.K. Rowling, U.S. W. Z. K."},
	{NULL, "Мэр вчера посетил стройку новой больницы и пообещал больше коек."},
	{NULL, "市长昨天视察了新医院的工地。"},
	{NULL, "\xff\xfe\xff"},
};

static void test_sentences(void **state)
{
	size_t wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const char *tag = tx_language_of(tx_slice_of(rows[i].text));
		bool right = tag == NULL || rows[i].want == NULL ? tag == rows[i].want
								 : strcmp(tag, rows[i].want) == 0;

		if (!right)
			print_error("\"%s\": %s, want %s\n", rows[i].text, tag == NULL ? "-" : tag,
				    rows[i].want == NULL ? "-" : rows[i].want);
		wrong += !right;
	}
	assert_int_equal(wrong, 0);
}

static void test_pieces(void **state)
{
	const telex_slice pieces[] = {TX_LIT("El acuerdo llegó"),
				      TX_LIT(""),
				      {NULL, 0},
				      TX_LIT("y los ministros lo celebraron.")};

	(void)state;
	assert_string_equal(tx_language_of_pieces(pieces, COUNT(pieces)), "es");
	assert_null(tx_language_of_pieces(pieces, 0));
}

/* What follows the first 2 KiB does not count, nor do letters cut in two there do harm. */
static void test_limit(void **state)
{
	static const char english[] = " the people have been told that they would not";
	char text[4096];

	(void)state;
	memset(text, '.', sizeof(text));
	memcpy(text + 2048, english, sizeof(english) - 1);
	assert_null(tx_language_of(tx_slice(text, sizeof(text))));
	memcpy(text + 2047, "\xc3\xa9", 2);
	assert_null(tx_language_of(tx_slice(text, sizeof(text))));
	memcpy(text + 1024, english, sizeof(english) - 1);
	assert_string_equal(tx_language_of(tx_slice(text, sizeof(text))), "en");
}

static void check_list(const struct tx_language_list *list, char letter)
{
	assert_true(list->count > 0);
	for (size_t i = 0; i < list->count; i++) {
		const char *word = list->words[i].word;

		if (letter <= 'z' ? word[0] != letter : word[0] >= 'a' && word[0] <= 'z')
			fail_msg("\"%s\" is in the list of '%c'", word, letter);
		if (i > 0 && strcmp(list->words[i - 1].word, word) >= 0)
			fail_msg("\"%s\" is out of order", word);
		assert_true(list->words[i].languages != 0);
	}
}

static void check_endings(const struct tx_language_endings *list, char letter)
{
	for (size_t i = 0; i < list->count; i++) {
		const struct tx_language_ending *ending = &list->endings[i];
		char last = ending->text[ending->len - 1];

		assert_int_equal(ending->len, strlen(ending->text));
		assert_true(letter <= 'z' ? last == letter : last < 'a' || last > 'z');
		assert_true(i == 0 || list->endings[i - 1].len >= ending->len);
	}
}

static void test_tables(void **state)
{
	(void)state;
	for (int i = 0; i < TX_LANGUAGE_LISTS_A_L; i++)
		check_list(&tx_language_words_a_l[i], (char)('a' + i));
	for (int i = 0; i < TX_LANGUAGE_LISTS_M_Z; i++)
		check_list(&tx_language_words_m_z[i], (char)('m' + i));
	for (int i = 0; i < TX_LANGUAGE_LISTS; i++)
		check_endings(&tx_language_endings[i], (char)('a' + i));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_sentences),
		cmocka_unit_test(test_pieces),
		cmocka_unit_test(test_limit),
		cmocka_unit_test(test_tables),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
