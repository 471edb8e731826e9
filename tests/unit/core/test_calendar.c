/* Names of months and weekdays in each language, and the tables that hold them. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "core/calendar.h"
#include "core/calendar_names.h"
#include "core/slice.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

struct names {
	unsigned language;
	const char *names; /* of number 1, 2, ... divided by '|', forms of one by ' ' */
};

static const struct names month_names[] = {
	{TX_CAL_ES, "enero ene|febrero feb|marzo mar|abril abr|mayo may|junio jun|"
		    "julio jul|agosto ago|septiembre setiembre sep sept set|octubre oct|noviembre "
		    "nov|diciembre dic"},
	{TX_CAL_EN, "january jan|february feb|march mar|april apr|may|june jun|"
		    "july jul|august aug|september sep sept|october oct|november nov|december dec"},
	{TX_CAL_PT, "janeiro jan|fevereiro fev|março mar|abril abr|maio mai|junho jun|"
		    "julho jul|agosto ago|setembro set|outubro out|novembro nov|dezembro dez"},
	{TX_CAL_CA, "gener gen|febrer febr feb|març mar|abril abr|maig mai|juny jun|"
		    "juliol jul|agost ag ago|setembre set|octubre oct|novembre nov|desembre des"},
	{TX_CAL_GL, "xaneiro xan|febreiro feb|marzo mar|abril abr|maio mai|xuño xuñ xun|"
		    "xullo xul|agosto ago|setembro set|outubro out|novembro nov|decembro dec"},
	{TX_CAL_EU, "urtarrila urt|otsaila ots|martxoa mar|apirila api|maiatza mai|ekaina eka|"
		    "uztaila uzt|abuztua abu|iraila ira|urria urr|azaroa aza|abendua abe"},
	{TX_CAL_FR, "janvier jan janv|février fév fevr|mars mar|avril avr|mai|juin jun|"
		    "juillet juil jul|août aou aout|septembre sept sep|octobre oct|novembre "
		    "nov|décembre déc dec"},
	{TX_CAL_DE, "januar jänner jan jän|februar feber feb|märz mär mrz|april apr|mai|juni jun|"
		    "juli jul|august aug|september sep sept|oktober okt|november nov|dezember dez"},
	{TX_CAL_IT,
	 "gennaio gen|febbraio feb|marzo mar|aprile apr|maggio mag|giugno giu|"
	 "luglio lug|agosto ago|settembre set sett|ottobre ott|novembre nov|dicembre dic"},
	{TX_CAL_NL,
	 "januari jan|februari feb|maart mrt|april apr|mei|juni jun|"
	 "juli jul|augustus aug|september sep sept|oktober okt|november nov|december dec"},
	{TX_CAL_CS,
	 "leden ledna|únor února|březen března|duben dubna|květen května|červen června|"
	 "červenec července|srpen srpna|září|říjen října|listopad listopadu|prosinec prosince"},
	{TX_CAL_PL, "styczeń stycznia sty|luty lutego|marzec marca|kwiecień kwietnia kwi|maj "
		    "maja|czerwiec czerwca cze|"
		    "lipiec lipca|sierpień sierpnia sie|wrzesień września wrz|październik "
		    "października paź|listopad listopada|grudzień grudnia gru"},
	{TX_CAL_RU,
	 "января янв январь|февраля фев февраль|марта март|апреля апр апрель|мая май|июня июнь|"
	 "июля июль|августа авг август|сентября сен сентябрь|октября окт октябрь|ноября ноя "
	 "ноябрь|декабря дек декабрь"},
	{TX_CAL_DA, "januar jan|februar feb|marts mar|april apr|maj|juni jun|"
		    "juli jul|august aug|september sep sept|oktober okt|november nov|december dec"},
	{TX_CAL_NO, "januar jan|februar feb|mars mar|april apr|mai|juni jun|"
		    "juli jul|august aug|september sep sept|oktober okt|november nov|desember des"},
	{TX_CAL_SV,
	 "januari jan|februari feb|mars mar|april apr|maj|juni jun|"
	 "juli jul|augusti aug|september sep sept|oktober okt|november nov|december dec"},
};

static const struct names weekday_names[] = {
	{TX_CAL_ES, "lunes|martes|miércoles|jueves|"
		    "viernes|sábado|domingo"},
	{TX_CAL_EN, "monday|tuesday|wednesday|thursday|"
		    "friday|saturday|sunday"},
	{TX_CAL_PT, "segunda-feira|terça-feira|quarta-feira|quinta-feira|"
		    "sexta-feira|sábado|domingo"},
	{TX_CAL_CA, "dilluns|dimarts|dimecres|dijous|"
		    "divendres|dissabte|diumenge"},
	{TX_CAL_GL, "luns|martes|mércores|xoves|"
		    "venres|sábado|domingo"},
	{TX_CAL_EU, "astelehena|asteartea|asteazkena|osteguna|"
		    "ostirala|larunbata|igandea"},
	{TX_CAL_FR, "lundi|mardi|mercredi|jeudi|"
		    "vendredi|samedi|dimanche"},
	{TX_CAL_DE, "montag|dienstag|mittwoch|donnerstag|"
		    "freitag|samstag sonnabend|sonntag"},
	{TX_CAL_IT, "lunedì|martedì|mercoledì|giovedì|"
		    "venerdì|sabato|domenica"},
	{TX_CAL_NL, "maandag|dinsdag|woensdag|donderdag|"
		    "vrijdag|zaterdag|zondag"},
	{TX_CAL_CS, "pondělí|úterý|středa středu|čtvrtek|"
		    "pátek|sobota sobotu|neděle neděli"},
	{TX_CAL_PL, "poniedziałek|wtorek|środa środę|czwartek|"
		    "piątek|sobota sobotę|niedziela niedzielę"},
	{TX_CAL_RU, "понедельник|вторник|среда среду|четверг|"
		    "пятница пятницу|суббота субботу|воскресенье"},
	{TX_CAL_DA, "mandag|tirsdag|onsdag|torsdag|"
		    "fredag|lørdag|søndag"},
	{TX_CAL_NO, "mandag|tirsdag|onsdag|torsdag|"
		    "fredag|lørdag|søndag"},
	{TX_CAL_SV, "måndag|tisdag|onsdag|torsdag|"
		    "fredag|lördag|söndag"},
};

typedef unsigned finder(telex_slice word, unsigned prefer, unsigned *ret_languages);

static void check_forms(finder *find, telex_slice forms, unsigned number, unsigned language)
{
	while (forms.len > 0) {
		struct tx_cut form = tx_cut(forms, ' ');
		unsigned languages;
		unsigned found = find(form.head, language, &languages);

		if (found != number || (languages & language) == 0)
			fail_msg("\"%.*s\": %u (%x), want %u (%x)", (int)form.head.len,
				 form.head.ptr, found, languages, number, language);
		forms = form.tail;
	}
}

static void check_names(finder *find, struct names row, unsigned want_count)
{
	telex_slice rest = tx_slice_of(row.names);
	unsigned number = 0;

	while (rest.len > 0) {
		struct tx_cut cell = tx_cut(rest, '|');

		check_forms(find, cell.head, ++number, row.language);
		rest = cell.tail;
	}
	assert_int_equal(number, want_count);
}

/* The names as the languages write them. */
static void test_names(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(month_names); i++)
		check_names(tx_month, month_names[i], 12);
	for (size_t i = 0; i < COUNT(weekday_names); i++)
		check_names(tx_weekday, weekday_names[i], 7);
}

static void test_month_words(void **state)
{
	static const struct {
		const char *word;
		unsigned month;
		unsigned languages; /* at least these */
	} rows[] = {
		{"MAY", 5, TX_CAL_ES | TX_CAL_EN},
		{"Sept.", 9, TX_CAL_EN | TX_CAL_ES},
		{"DICIEMBRE", 12, TX_CAL_ES},
		{"març", 3, TX_CAL_CA},
		{"MARÇO", 3, TX_CAL_PT},
		{"Fe\xcc\x81vrier", 2, TX_CAL_FR},
		{"d'abril", 4, TX_CAL_CA},
		{"d’octubre", 10, TX_CAL_CA},
		{"urtarrilaren", 1, TX_CAL_EU},
		{"URTARRILAREN", 1, TX_CAL_EU},
		{"otsailak", 2, TX_CAL_EU},
		{"maiatzaren", 5, TX_CAL_EU},
		{"maiatzean", 5, TX_CAL_EU},
		{"ekainaren", 6, TX_CAL_EU},
		{"abuztuko", 8, TX_CAL_EU},
		{"abenduaren", 12, TX_CAL_EU},
		{"ЯНВАРЯ", 1, TX_CAL_RU},
		{"", 0, 0},
		{".", 0, 0},
		{"m", 0, 0},
		{"mayoría", 0, 0},
		{"marzos", 0, 0},
		{"mayor", 0, 0},
		{"octava", 0, 0},
		{"Juno", 0, 0},
		{"urrian1", 0, 0},
		{"irailxyz", 0, 0},
		{"enero..", 0, 0},
		{"martes", 0, 0},
		{"may 3", 0, 0},
		{"septiembreseptiembreseptiembreseptiembreseptiembre", 0, 0},
		{"éééééééééééééééééééééééééééééééééééééé", 0, 0},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		unsigned languages = 99;
		unsigned month = tx_month(tx_slice_of(rows[i].word), TX_CAL_ANY, &languages);

		if (month != rows[i].month ||
		    (languages & rows[i].languages) != rows[i].languages ||
		    (month == 0 && languages != 0))
			fail_msg("\"%s\": %u (%x), want %u", rows[i].word, month, languages,
				 rows[i].month);
		assert_int_equal(tx_month(tx_slice_of(rows[i].word), TX_CAL_ES, NULL),
				 rows[i].month);
	}
}

static void test_weekday_words(void **state)
{
	static const struct {
		const char *word;
		unsigned prefer;
		unsigned weekday;
		unsigned languages;
	} rows[] = {
		{"MIERCOLES", TX_CAL_ANY, 3, TX_CAL_ES},
		{"Saturday", TX_CAL_ES, 6, TX_CAL_EN},
		{"LØRDAG", TX_CAL_ANY, 6, TX_CAL_DA | TX_CAL_NO},
		{"Astelehenean", TX_CAL_ANY, 1, TX_CAL_EU},
		{"larunbateko", TX_CAL_ANY, 6, TX_CAL_EU},
		{"quarta", TX_CAL_PT, 3, TX_CAL_PT},
		{"Terça", TX_CAL_PT, 2, TX_CAL_PT},
		{"segunda", TX_CAL_ANY, 0, 0},
		{"segunda", TX_CAL_ES, 0, 0},
		{"oitava", TX_CAL_PT, 0, 0},
		{"mar", TX_CAL_ES, 0, 0},
		{"Sun", TX_CAL_EN, 0, 0},
		{"Sundays", TX_CAL_EN, 0, 0},
		{"enero", TX_CAL_ES, 0, 0},
		{"", TX_CAL_ANY, 0, 0},
		{"воскресеньевоскресенье", TX_CAL_ANY, 0, 0},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		unsigned languages = 99;
		unsigned day = tx_weekday(tx_slice_of(rows[i].word), rows[i].prefer, &languages);

		if (day != rows[i].weekday || (languages & rows[i].languages) != rows[i].languages)
			fail_msg("\"%s\": %u (%x), want %u", rows[i].word, day, languages,
				 rows[i].weekday);
	}
}

/* Every name finds its own row, so the tables are sorted, folded, and none is held back by the fast
 * way out. */
static void test_tables(void **state)
{
	(void)state;
	for (size_t i = 0; i < tx_month_names.count; i++) {
		const struct tx_calendar_name *name = &tx_month_names.names[i];
		unsigned languages;

		assert_true(i == 0 || strcmp(name[-1].word, name->word) < 0);
		assert_int_equal(tx_month(tx_slice_of(name->word), 0, &languages), name->number);
		assert_int_equal(languages, name->languages);
	}
	for (size_t i = 0; i < tx_weekday_names.count; i++) {
		const struct tx_calendar_name *name = &tx_weekday_names.names[i];
		unsigned languages;

		assert_true(i == 0 || strcmp(name[-1].word, name->word) < 0);
		assert_int_equal(tx_weekday(tx_slice_of(name->word), 0, &languages), name->number);
		assert_int_equal(languages, name->languages);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_month_words),
		cmocka_unit_test(test_weekday_words),
		cmocka_unit_test(test_tables),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
