/* Words of bylines: "By", roles, places, names. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "core/calendar.h"
#include "tokenizer/words/byline_words.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static void test_word(void **state)
{
	static const struct {
		const char *line;
		size_t want;
		unsigned languages;
	} rows[] = {
		{"By Jaime León", 3, TX_CAL_EN},
		{"BY TED D'AFFLISIO, Reuters", 3, TX_CAL_EN},
		{"by  Janie Gabbett", 4, TX_CAL_EN},
		{"Por Viruca Atanes", 4, TX_CAL_ES},
		{"por Kathy Seleme", 4, TX_CAL_PT},
		{"Por: Ana Ruiz", 5, TX_CAL_ES},
		{"Por\xc2\xa0"
		 "Ana Ruiz",
		 5, TX_CAL_ES},
		{"Pos Carlos del Amo", 4, TX_CAL_ES},
		{"Von Anja Semmelroch, dpa", 4, TX_CAL_DE},
		{"Par Jeanne DUPONT", 4, TX_CAL_FR},
		{"di Marco Rossi", 3, TX_CAL_IT},
		{"Dalla nostra inviata Ada Bo", 6, TX_CAL_IT},
		{"Door Piet de Vries", 5, TX_CAL_NL},
		{"Av Kari Moe", 3, TX_CAL_NO},
		{"Af Mette Holm", 3, TX_CAL_DA},
		{"Per Joan Vila", 4, TX_CAL_CA},
		{"Dal nostro inviato Ada Bo", 4, TX_CAL_IT},
		{"De Ana Ruiz", 3, TX_CAL_ES},
		{"Texte: Luc Roy", 7, TX_CAL_FR},
		{"Texto: Ana Ruiz", 7, TX_CAL_ES},
		{"Testo: Ada Bo", 7, TX_CAL_IT},
		{"Tekst: Kari Moe", 7, TX_CAL_NO},
		{"Text: Åsa Berg", 6, TX_CAL_SV},
		{"Text:Åsa Berg", 5, TX_CAL_SV},
		{"Text Åsa Berg", 0, 0},
		{"By", 0, 0},
		{"By ", 0, 0},
		{"Bye Bye Birdie", 0, 0},
		{"Portugal gana", 0, 0},
		{"Jaime León", 0, 0},
		{"", 0, 0},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		unsigned languages;
		size_t len = tx_byline_word_language(tx_slice_of(rows[i].line), &languages);

		if (len != rows[i].want || (languages & rows[i].languages) != rows[i].languages)
			fail_msg("\"%s\": %zu, want %zu", rows[i].line, len, rows[i].want);
		assert_int_equal(tx_byline_word(tx_slice_of(rows[i].line)), rows[i].want);
	}
}

static void test_role(void **state)
{
	static const struct {
		const char *line;
		bool want;
	} rows[] = {
		{"AP Sports Writer", true},
		{"AP Business Writer", true},
		{"Associated Press Writers", true},
		{"UPI Senior News Analyst", true},
		{"PA Political Editor", true},
		{"PA Deputy Chief Political Correspondent", true},
		{"Special to The Post", true},
		{"SPECIAL TO THE POST", true},
		{"Especial para El Norte", true},
		{"enviada especial", true},
		{"enviado especial.", true},
		{"Enviados especiales a Kiev", true},
		{"ENVIADA ESPECIAL A ROMA", true},
		{"corresponsal", true},
		{"corresponsal en Bruselas", true},
		{"redactor jefe de Economía", true},
		{"envoyé spécial", true},
		{"envoyée spéciale à Genève", true},
		{"notre correspondant permanent à Rome", true},
		{"dpa-Korrespondent", true},
		{"Auslandskorrespondentin", true},
		{"Wirtschaftsredakteur", true},
		{"inviato", true},
		{"nostra inviata a Parigi", true},
		{"correspondente em Lisboa", true},
		{"enviado especial da agência", false},
		{"utsänd medarbetare", true},
		{"Staff Reporter", true},
		{"editor-in-chief", true},
		{"Jaime León", false},
		{"Associated Press", false},
		{"Reuters", false},
		{"Editor shot dead in Mexico", false},
		{"Editor Shot Dead In Mexico", false},
		{"Enviado a prisión el alcalde", false},
		{"El corresponsal dijo que no sabía nada", false},
		{"Special session opens", false},
		{"Correspondent John Smith", false},
		{"to the", false},
		{"", false},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		if (tx_byline_is_role(tx_slice_of(rows[i].line)) != rows[i].want)
			fail_msg("\"%s\": want %d", rows[i].line, rows[i].want);
}

static void test_cut_place(void **state)
{
	static const struct {
		const char *line, *role, *place;
	} rows[] = {
		{"enviada especial a Roma", "enviada especial", "Roma"},
		{"ENVIADA ESPECIAL A ROMA", "ENVIADA ESPECIAL", "ROMA"},
		{"enviado especial a La Habana.", "enviado especial", "La Habana"},
		{"enviado especial a la Cumbre", "enviado especial a la Cumbre", NULL},
		{"corresponsal en Nueva York", "corresponsal", "Nueva York"},
		{"envoyée spéciale à Genève", "envoyée spéciale", "Genève"},
		{"correspondente em Lisboa", "correspondente", "Lisboa"},
		{"Chief Correspondent in Rome", "Chief Correspondent", "Rome"},
		{"Editor in Chief", "Editor in Chief", NULL},
		{"AP Sports Writer", "AP Sports Writer", NULL},
		{"Special to The Post", "Special to The Post", NULL},
		{"", "", NULL},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		telex_slice role = tx_slice_of(rows[i].line);
		telex_slice place = tx_byline_cut_place(&role);

		if (!tx_slice_eq(role, tx_slice_of(rows[i].role)) ||
		    !tx_slice_eq(place, tx_slice_of(rows[i].place)))
			fail_msg("\"%s\": \"%.*s\" \"%.*s\"", rows[i].line, (int)role.len, role.ptr,
				 (int)place.len, place.ptr == NULL ? "" : place.ptr);
	}
}

static void test_name(void **state)
{
	static const struct {
		const char *line;
		bool want;
	} rows[] = {
		{"Jaime León", true},
		{"José A. Delgado", true},
		{"Carlos del Amo", true},
		{"CARLOS DEL AMO", true},
		{"Adriana Flores Bórquez", true},
		{"José Ortega y Gasset", true},
		{"Josep Puig i Cadafalch", true},
		{"María de los Ángeles Ruiz", true},
		{"Mark O'Neill", true},
		{"TED d'AFFLISIO", true},
		{"Ted D’Afflisio", true},
		{"Jeanne d’Arc", true},
		{"Mohamed al-Fayed", true},
		{"Chen Chien-kuo", true},
		{"Franz-Josef Ebel", true},
		{"J.R. Smith Jr.", true},
		{"J.-P. Martin", true},
		{"Ludwig van der Rohe", true},
		{"Øystein Åsen", true},
		{"Sinéad O'Connor III", true},
		{"de Gaulle Charles", true},
		{"Ian MacKenzie", true},
		{"Jaime", false},
		{"keith grant", false},
		{"El presidente", false},
		{"Madrid, Roma", false},
		{"Area 51 Group", false},
		{"Carlos del", false},
		{"J. R.", false},
		{"Sports Writer", false},
		{"Ana Ruiz Paz Gil Sanz Mora", false},
		{"Ana Ruiz Paz Gil Sanz Mora Rey Sol", false},
		{"Fin.", false},
		{"--- ---", false},
		{"", false},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		if (tx_byline_is_name(tx_slice_of(rows[i].line)) != rows[i].want)
			fail_msg("\"%s\": want %d", rows[i].line, rows[i].want);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_word),
		cmocka_unit_test(test_role),
		cmocka_unit_test(test_cut_place),
		cmocka_unit_test(test_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
