/* Whose the initials of a sign-off are. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>

#include "normalizer/initials.h"

#define COUNT(array)  (sizeof(array) / sizeof((array)[0]))
#define LIST_MAX      4
#define RESULT_LENGTH 128

static const struct {
	const char *initials, *name;
	bool want;
} fits[] = {
	{"jlr", "Jaime León", true}, /* the second surname is not in the byline */
	{"jl", "Jaime León", true},
	{"jl", "Jaime León Roca", true}, /* nor in the initials */
	{"JLR", "Jaime León Roca", true},
	{"jlr", "JAIME LEÓN ROCA", true},
	{"lj", "Jaime León", false},
	{"jlrs", "Jaime León", false},
	{"j", "Jaime León", false},
	{"j", "Jaime", false},
	{"jr", "Jaime León Roca", false},
	{"oa", "Óscar Álvarez", true},
	{"nm", "Ñuño Mata", true},
	{"car", "Carlos del Amo", true},
	{"cda", "Carlos del Amo", true},
	{"ca", "Carlos del Amo", true},
	{"aff", "Ana de la Fuente", true},
	{"adlf", "Ana de la Fuente", true},
	{"mjp", "María-José Prats", true},
	{"jrs", "J. R. Smith", true},
	{"td", "TED D'AFFLISIO", true},
	{"xx", "", false},
	{"", "Jaime León", false},
	{"jl", "習近平", false},
	{"abcdefghijklm", "A b c d e f g h i j k l m n o", false},
};

static void initials_fit_names(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(fits); i++) {
		if (tx_initials_fit(tx_slice_of(fits[i].initials), tx_slice_of(fits[i].name)) !=
		    fits[i].want)
			fail_msg("%s ~ %s", fits[i].initials, fits[i].name);
	}
}

static const struct {
	const char *authors[LIST_MAX], *signoff[LIST_MAX];
	const char *want; /* initials of each author, divided by '|' */
} links[] = {
	{{"Jaime León"}, {"ash", "jlr", "sk"}, "jlr"},
	{{"Jaime León", "Sara Kent"}, {"ash", "jlr", "sk"}, "jlr|sk"},
	{{"Jaime León"}, {"ash", "sk"}, ""},
	{{"Jaime León"}, {NULL}, ""},
	{{NULL}, {"jlr"}, ""},
	/* One group, two authors. */
	{{"Jaime León", "Julia Lema"}, {"jlr", "sk"}, "|"},
	{{"Jaime León", "Julia Lema Roca"}, {"jl"}, "|"},
	/* Two groups, one author. */
	{{"Jaime León"}, {"jlr", "jls"}, ""},
	{{"Jaime León"}, {"jl", "jlr"}, ""},
	/* One of them is another author's too: nothing is sure of either. */
	{{"Jaime León", "Jorge Luna Saiz"}, {"jlr", "jls"}, "|"},
	/* The same initials twice are one group: who wrote it also sent it. */
	{{"Jaime León"}, {"jlr", "jlr"}, "jlr"},
	{{"Jaime León", "Jaime León"}, {"jlr"}, "|"},
};

static void fill(struct tx_record *record, struct tx_author *authors, telex_slice *signoff,
		 size_t row)
{
	*record = (struct tx_record){.authors = authors, .signoff = signoff};
	for (size_t i = 0; i < LIST_MAX && links[row].authors[i] != NULL; i++)
		authors[record->author_count++] =
			(struct tx_author){.name = tx_slice_of(links[row].authors[i])};
	for (size_t i = 0; i < LIST_MAX && links[row].signoff[i] != NULL; i++)
		signoff[record->signoff_count++] = tx_slice_of(links[row].signoff[i]);
}

static void only_what_is_sure_is_linked(void **state)
{
	static struct tx_record record;
	struct tx_author authors[LIST_MAX];
	telex_slice signoff[LIST_MAX];

	(void)state;
	for (size_t i = 0; i < COUNT(links); i++) {
		char got[RESULT_LENGTH] = "";
		int len = 0;
		fill(&record, authors, signoff, i);
		tx_initials_link(&record);
		for (size_t j = 0; j < record.author_count; j++)
			len += snprintf(got + len, sizeof(got) - (size_t)len, "%s%.*s",
					j > 0 ? "|" : "", (int)authors[j].initials.len,
					authors[j].initials.ptr);
		if (strcmp(got, links[i].want) != 0)
			fail_msg("row %zu: '%s', want '%s'", i, got, links[i].want);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(initials_fit_names),
		cmocka_unit_test(only_what_is_sure_is_linked),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
