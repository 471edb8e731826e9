/* Authors out of bylines. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>

#include "core/arena.h"
#include "normalizer/people/people.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

struct row {
	const char *byline;
	const char *role_line;
	const char *want; /* "name", "name=role", "name=role@place", "name@place", divided by '|' */
};

static bool is_agency(telex_slice text)
{
	static const char *const agencies[] = {"Reuters", "Associated Press", "AP", "dpa", "UPI",
					       "Lusa",    "Agencia EFE",      "EFE"};

	for (size_t i = 0; i < COUNT(agencies); i++)
		if (tx_slice_eq_nocase(text, tx_slice_of(agencies[i])))
			return true;
	return false;
}

static const struct row rows[] = {
	{"By Jaime León", "", "Jaime León"},
	{"Por Viruca Atanes", "", "Viruca Atanes"},
	{"por Kathy Seleme", "", "Kathy Seleme"},
	{"Pos Carlos del Amo", "", "Carlos del Amo"},
	{"por José A. Delgado", "", "José A. Delgado"},
	{"por Afework Wolde Gaber", "", "Afework Wolde Gaber"},
	{"Por Ana Ruiz y Luis Gil", "", "Ana Ruiz|Luis Gil"},
	{"POR ANA RUIZ Y LUIS GIL", "", "ANA RUIZ|LUIS GIL"},
	{"Por Ana Ruiz, Eva Sanz y Luis Gil", "", "Ana Ruiz|Eva Sanz|Luis Gil"},
	{"Por José Ortega y Gasset", "", "José Ortega y Gasset"},
	{"Per Josep Puig i Cadafalch i Anna Roca", "", "Josep Puig i Cadafalch|Anna Roca"},
	{"Por Rui Costa e Silva e Ana Melo", "", "Rui Costa e Silva|Ana Melo"},
	{"Por Juan E López", "", "Juan E López"},
	{"By Norma Cohen and Geert Linnebank, Reuters", "", "Norma Cohen|Geert Linnebank"},
	{"By STEPHEN JUKES AND PHILIP SHEHADI, REUTERS", "", "STEPHEN JUKES|PHILIP SHEHADI"},
	{"By Ann Lee, Bob Ray and Cy Fox", "", "Ann Lee|Bob Ray|Cy Fox"},
	{"By Ann Lee, Bob Ray, and Cy Fox", "", "Ann Lee|Bob Ray|Cy Fox"},
	{"By Ann Lee & Bob Ray", "", "Ann Lee|Bob Ray"},
	{"By Ann Lee/Bob Ray", "", "Ann Lee|Bob Ray"},
	{"By Ann Lee and Bob Ray in Rome", "", "Ann Lee@Rome|Bob Ray@Rome"},
	{"By Ann Lee with Bob Ray in Rome", "", "Ann Lee|Bob Ray@Rome"},
	{"By Ann Lee in Oslo with Bob Ray and Cy Fox in Rome", "",
	 "Ann Lee@Oslo|Bob Ray@Rome|Cy Fox@Rome"},
	{"By Ann Lee, with Bob Ray in Rome", "", "Ann Lee|Bob Ray@Rome"},
	{"Por Ana Ruiz con Luis Gil desde Lima", "", "Ana Ruiz|Luis Gil@Lima"},
	{"Por Rui Costa com Ana Melo em Faro", "", "Rui Costa|Ana Melo@Faro"},
	{"Von Jan Rohe mit Ida Kern in Berlin", "", "Jan Rohe|Ida Kern@Berlin"},
	{"Par Luc Roy avec Eva Sal \xc3\xa0 Lyon", "", "Luc Roy|Eva Sal@Lyon"},
	{"By keith grant, Reuters", "", "keith grant"},
	{"By Brad Schade Reuters", "", "Brad Schade"},
	{"By Cal Mankowski, Reutersd", "", "Cal Mankowski"},
	{"By Colin Brinsden, Reuters.", "", "Colin Brinsden"},
	{"BY TED D'AFFLISIO, REUTERS", "", "TED D'AFFLISIO"},
	{"By Solange De Santis", "", "Solange De Santis"},
	{"By Harry Smith Jr., Reuters", "", "Harry Smith Jr."},
	{"By Harry Smith, Jr., Reuters", "", "Harry Smith, Jr."},
	{"By Harry Smith III and Ann Lee", "", "Harry Smith III|Ann Lee"},
	{"By J. R. Smith", "", "J. R. Smith"},
	{"By CHARLES ODUM", "AP Sports Writer", "CHARLES ODUM=AP Sports Writer"},
	{"By CHARLES ODUM", "Associated Press", "CHARLES ODUM"},
	{"By Ann Lee and Bob Ray", "AP Business Writers",
	 "Ann Lee=AP Business Writers|Bob Ray=AP Business Writers"},
	{"By MARTIN SIEFF, UPI Senior News Analyst", "", "MARTIN SIEFF=UPI Senior News Analyst"},
	{"MARTIN SIEFF, UPI Senior News Analyst", "", "MARTIN SIEFF=UPI Senior News Analyst"},
	{"By Ann Lee, The Associated Press", "", "Ann Lee"},
	{"By Ann Lee AP", "", "Ann Lee"},
	{"By Ann Lee, Special to The Post", "", "Ann Lee=Special to The Post"},
	{"By correspondents Li Wei and Ma Jun", "", "Li Wei=correspondents|Ma Jun=correspondents"},
	{"By Ann Lee, for the AP", "", "Ann Lee"},
	{"Von Anja Semmelroch, dpa", "", "Anja Semmelroch"},
	{"Von Anja Blum und Jan Kurz, dpa", "", "Anja Blum|Jan Kurz"},
	{"Von Ludwig van der Rohe in Berlin", "", "Ludwig van der Rohe@Berlin"},
	{"Von Anja Blum, dpa-Korrespondentin", "", "Anja Blum=dpa-Korrespondentin"},
	{"Par Jeanne DUPONT", "", "Jeanne DUPONT"},
	{"Par Jeanne DUPONT et Luc d'ESTAING", "", "Jeanne DUPONT|Luc d'ESTAING"},
	{"Par Jeanne DUPONT, envoyée spéciale à Genève", "",
	 "Jeanne DUPONT=envoyée spéciale@Genève"},
	{"De notre envoyé spécial Luc DURAND", "", "Luc DURAND=envoyé spécial"},
	{"Viruca Atanes, enviada especial", "", "Viruca Atanes=enviada especial"},
	{"Viruca Atanes, enviada especial a Roma", "", "Viruca Atanes=enviada especial@Roma"},
	{"Viruca Atanes, enviada especial.", "", "Viruca Atanes=enviada especial"},
	{"Por Viruca Atanes (enviada especial a La Habana)", "",
	 "Viruca Atanes=enviada especial@La Habana"},
	{"Por Ana Ruiz", "Enviada especial a Roma", "Ana Ruiz=Enviada especial@Roma"},
	{"Ana Ruiz, enviada especial, y Luis Gil, corresponsal en Roma", "",
	 "Ana Ruiz=enviada especial|Luis Gil=corresponsal@Roma"},
	{"Por Ana Ruiz desde Nueva York", "", "Ana Ruiz@Nueva York"},
	{"Por Ana Ruiz, en Roma", "", "Ana Ruiz@Roma"},
	{"Por Ana Ruiz (EFE)", "", "Ana Ruiz"},
	{"Por Ana Ruiz - EFE", "", "Ana Ruiz"},
	{"(Por Ana Ruiz)", "", "Ana Ruiz"},
	{"(di Marco Rossi)", "", "Marco Rossi"},
	{"di Marco Rossi e Ada Neri", "", "Marco Rossi|Ada Neri"},
	{"Dal nostro inviato Marco Rossi", "", "Marco Rossi=inviato"},
	{"*** Rui Melo, da agência Lusa ***", "", "Rui Melo"},
	{"Door Piet de Vries en Jan Smit", "", "Piet de Vries|Jan Smit"},
	{"Av Kari Moe og Ola Nordmann", "", "Kari Moe|Ola Nordmann"},
	{"Av Kari Moe i Oslo", "", "Kari Moe@Oslo"},
	{"Av Åsa Berg och Nils Ek", "", "Åsa Berg|Nils Ek"},
	{"Af Mette Holm", "", "Mette Holm"},
	{"Text: Åsa Berg", "", "Åsa Berg"},
	{"^By BERNARD CONDON=", "^AP Business Writer=", "BERNARD CONDON=AP Business Writer"},
	{"By Staff", "", ""},
	{"By The Associated Press", "", ""},
	{"By Reuters", "AP Sports Writer", ""},
	{"By ,,,(", "", ""},
	{"***", "", ""},
	{"", "", ""},
};

static void print_authors(char *out, size_t cap, const struct tx_author *authors, size_t count)
{
	size_t len = 0;

	out[0] = '\0';
	for (size_t i = 0; i < count; i++) {
		const struct tx_author *a = &authors[i];

		len += (size_t)snprintf(
			out + len, cap - len, "%s%.*s%s%.*s%s%.*s", i > 0 ? "|" : "",
			(int)a->name.len, a->name.ptr, a->role.len > 0 ? "=" : "", (int)a->role.len,
			a->role.len > 0 ? a->role.ptr : "", a->place.len > 0 ? "@" : "",
			(int)a->place.len, a->place.len > 0 ? a->place.ptr : "");
		assert_true(len < cap);
	}
}

static void test_split(void **state)
{
	struct tx_arena arena = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct tx_author *authors;
		size_t count;
		char got[512];

		assert_true(tx_people_split(tx_slice_of(rows[i].byline),
					    tx_slice_of(rows[i].role_line), is_agency, &arena,
					    &authors, &count));
		print_authors(got, sizeof(got), authors, count);
		if (strcmp(got, rows[i].want) != 0)
			fail_msg("\"%s\": \"%s\", want \"%s\"", rows[i].byline, got, rows[i].want);
		assert_true((authors == NULL) == (count == 0));
		tx_arena_reset(&arena, 4096);
	}
	tx_arena_done(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_split),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
