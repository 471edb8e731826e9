/* The head's recognisers: notes, labels, slug lines. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "agency/profile.h"
#include "tokenizer/lines/labels.h"
#include "tokenizer/lines/notes.h"
#include "tokenizer/lines/slugline.h"

struct note_row {
	const char *text;
	enum tx_note_place place;
	enum tx_note_kind kind;
};

/* At least one opening for each first letter: the table is searched by it. */
static const struct note_row notes[] = {
	{"# Notebook", TX_NOTE_IN_FOOT, TX_NOTE_ADVISORY},
	{"## Contacts", TX_NOTE_IN_BODY, TX_NOTE_CONTACT},
	{"(Con fotograf\xc3\xad"
	 "a)",
	 TX_NOTE_IN_HEAD, TX_NOTE_MEDIA},
	{"(con fotograf\xc3\xad"
	 "as)",
	 TX_NOTE_IN_FOOT, TX_NOTE_MEDIA},
	{"(a\xc3\xb1"
	 "ade un p\xc3\xa1rrafo)",
	 TX_NOTE_IN_HEAD, TX_NOTE_UPDATE},
	{"(Adds details)", TX_NOTE_IN_HEAD, TX_NOTE_UPDATE},
	{"(Corrects spelling in paragraph 3)", TX_NOTE_IN_BODY, TX_NOTE_CORRECTION},
	{"(Reporting by A; Editing by B)", TX_NOTE_IN_FOOT, TX_NOTE_CREDIT},
	{"(NH4431)", TX_NOTE_IN_HEAD, TX_NOTE_REFERENCE},
	{"(NH4412-NH4421-nh4433)", TX_NOTE_IN_HEAD, TX_NOTE_REFERENCE},
	{"Abonados: Sustituyan la noticia", TX_NOTE_IN_HEAD, TX_NOTE_CORRECTION},
	{"Abonados: Anulen la noticia", TX_NOTE_IN_HEAD, TX_NOTE_KILL},
	{"ATTENTION EDITORS - please", TX_NOTE_IN_BODY, TX_NOTE_ADVISORY},
	{"BULLETIN KILL", TX_NOTE_IN_HEAD, TX_NOTE_KILL},
	{"Copyright 2020", TX_NOTE_IN_FOOT, TX_NOTE_CREDIT},
	{"Eds: With AP Photos.", TX_NOTE_IN_HEAD, TX_NOTE_ADVISORY},
	{"EDITOR'S NOTE _ this", TX_NOTE_IN_BODY, TX_NOTE_ADVISORY},
	{"EMBARGADO HASTA LAS 12.00", TX_NOTE_IN_HEAD, TX_NOTE_EMBARGO},
	{"Fotos: hay", TX_NOTE_IN_HEAD, TX_NOTE_MEDIA},
	{"HOLD HOLD HOLD", TX_NOTE_IN_HEAD, TX_NOTE_EMBARGO},
	{"KILL KILL KILL", TX_NOTE_IN_HEAD, TX_NOTE_KILL},
	{"Media contact: x", TX_NOTE_IN_FOOT, TX_NOTE_CONTACT},
	{"NDLR: photo", TX_NOTE_IN_BODY, TX_NOTE_ADVISORY},
	{"Our Standards: The", TX_NOTE_IN_FOOT, TX_NOTE_CREDIT},
	{"Please kill item 157", TX_NOTE_IN_BODY, TX_NOTE_KILL},
	{"SPERRFRIST: 10 Uhr", TX_NOTE_IN_HEAD, TX_NOTE_EMBARGO},
	{"STORY WITHDRAWN", TX_NOTE_IN_HEAD, TX_NOTE_KILL},
	{"Til redaktionen: x", TX_NOTE_IN_HEAD, TX_NOTE_ADVISORY},
	{"UPDATES with quotes", TX_NOTE_IN_HEAD, TX_NOTE_UPDATE},
	{"\xc2\xa9 2020 Agencia", TX_NOTE_IN_FOOT, TX_NOTE_CREDIT},
	{"Copyright es un derecho", TX_NOTE_IN_BODY, TX_NOTE_NONE},
	{"Embargo a las armas, pide la oposici\xc3\xb3n", TX_NOTE_IN_HEAD, TX_NOTE_NONE},
	{"(NH443)", TX_NOTE_IN_HEAD, TX_NOTE_NONE},
	{"(Reuters)", TX_NOTE_IN_HEAD, TX_NOTE_NONE},
	{"El consejo aprob\xc3\xb3 la ley", TX_NOTE_IN_HEAD, TX_NOTE_NONE},
	{"", TX_NOTE_IN_HEAD, TX_NOTE_NONE},
};

static void notes_are_told(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(notes) / sizeof(notes[0]); i++) {
		if (tx_note_of(tx_slice_of(notes[i].text), notes[i].place) != notes[i].kind)
			fail_msg("note: %s", notes[i].text);
	}
}

struct label_row {
	const char *headline;
	const char *agency; /* NULL: none */
	const char *rest;   /* what is left of the headline; NULL: no label */
	enum tx_note_kind note;
	unsigned urgency;
	const char *number;
};

static const struct label_row labels[] = {
	{"URGENTE: Un terremoto", NULL, "Un terremoto", TX_NOTE_ADVISORY, 2, ""},
	{"URGENTE Un terremoto", NULL, "Un terremoto", TX_NOTE_ADVISORY, 2, ""},
	{"URGENT - Un s\xc3\xa9isme", NULL, "Un s\xc3\xa9isme", TX_NOTE_ADVISORY, 2, ""},
	{"FLASH: Peace", NULL, "Peace", TX_NOTE_ADVISORY, 1, ""},
	{"UPDATE 2-Oil rises", "REUTERS", "Oil rises", TX_NOTE_UPDATE, 0, "2"},
	{"WRAPUP 3-Oil rises", "REUTERS", "Oil rises", TX_NOTE_UPDATE, 0, "3"},
	{"CORRECTED-Oil rises", "REUTERS", "Oil rises", TX_NOTE_CORRECTION, 0, ""},
	{"(2nd LD) Storm nears", "YONHAP", "Storm nears", TX_NOTE_UPDATE, 0, "2"},
	{"(Ampliaci\xc3\xb3n) Sube el paro", NULL, "Sube el paro", TX_NOTE_UPDATE, 0, ""},
	{"AVANCE EN LAS NEGOCIACIONES DE PAZ", NULL, NULL, TX_NOTE_NONE, 0, ""},
	{"ALERTAN DE UN FRAUDE", NULL, NULL, TX_NOTE_NONE, 0, ""},
	{"Sube el paro", NULL, NULL, TX_NOTE_NONE, 0, ""},
	{"URGENTE", NULL, NULL, TX_NOTE_NONE, 0, ""},
	{"", NULL, NULL, TX_NOTE_NONE, 0, ""},
};

static void labels_are_cut(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(labels) / sizeof(labels[0]); i++) {
		const struct label_row *row = &labels[i];
		const struct tx_profile *profile =
			row->agency == NULL ? NULL : tx_profile_find(tx_slice_of(row->agency));
		telex_slice headline = tx_slice_of(row->headline);
		struct tx_label_match match;
		bool found = tx_label_at_start(headline, profile, &match);
		if (found != (row->rest != NULL))
			fail_msg("label: %s", row->headline);
		if (!found)
			continue;
		assert_true(tx_slice_is(tx_trim(tx_slice_skip(headline, match.len)), row->rest));
		assert_int_equal(match.label->note, row->note);
		assert_int_equal(match.label->urgency, row->urgency);
		assert_true(tx_slice_is(match.number, row->number));
	}
}

static void labels_at_the_end(void **state)
{
	struct tx_label_match match;

	(void)state;
	assert_true(tx_label_at_end(TX_LIT("Sube el paro (Ampliaci\xc3\xb3n)"), NULL, &match));
	assert_true(tx_slice_is(match.text, "(Ampliaci\xc3\xb3n)"));
	assert_false(tx_label_at_end(TX_LIT("Sube el paro (en Soria)"), NULL, &match));
	assert_false(tx_label_at_end(TX_LIT("()"), NULL, &match));
	assert_true(tx_label_whole(TX_LIT("1ST LEAD"), NULL, &match) &&
		    tx_slice_is(match.number, "1"));
	assert_false(tx_label_whole(TX_LIT("1ST LEADER"), NULL, &match));
}

struct slug_row {
	const char *line, *next;
	bool slug;
};

static const struct slug_row slugs[] = {
	{"REYES-LA RIOJA (Previsi\xc3\xb3n)", "LOS REYES VISITAN LA EXPOSICION DE LA CATEDRAL",
	 true},
	{"INCENDIOS FORESTALES", "MAS DE 1.100 PERSONAS TRABAJARAN CONTRA EL FUEGO", true},
	{"INDIA SUCESOS", "Mueren diez personas en un accidente", true},
	{"0'7%", "FEMPEX APELA A LOS AYUNTAMIENTOS PARA UNA BOLSA", true},
	{"1 SHOWBIZ BakeOff", "Contestant leaves the tent", true},
	{"BC-US--Missing Bell", "School bell returned", true},
	{"Germany-football/Munich/", "Bayern win again", true},
	{"PIRINEO", "", true},
	{"Sube el paro en Soria", "Baja en el resto de la comunidad", false},
	{"SUBE EL PARO EN LA PROVINCIA DE SORIA", "BAJA EN EL RESTO DE LA COMUNIDAD", false},
	{"SUBE EL PARO", "", false},
	{"", "Sube el paro", false},
};

static void slug_lines(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(slugs) / sizeof(slugs[0]); i++) {
		if (tx_slugline_is(tx_slice_of(slugs[i].line), tx_slice_of(slugs[i].next)) !=
		    slugs[i].slug)
			fail_msg("slug: %s", slugs[i].line);
	}
}

struct version_row {
	const char *line, *slug, *version; /* "" for none */
};

static const struct version_row versions[] = {
	{"BC-Ferry,1st Ld", "BC-Ferry", "1st Ld"},
	{"BC-Ferry, 2nd Ld-Writethru, 350", "BC-Ferry", "2nd Ld-Writethru"},
	{"AM-Ferry 1stLd", "AM-Ferry", "1stLd"},
	{"AM-Ferry 1stLd-(Writethrough)", "AM-Ferry", "1stLd-(Writethrough)"},
	{"BC-Ferry,Writethru", "BC-Ferry", "Writethru"},
	{"BC-Ferry,Writethrough", "BC-Ferry", "Writethrough"},
	{"BC-Ferry 3rd Lead", "BC-Ferry", "3rd Lead"},
	{"BC-Ferry,4th Add", "BC-Ferry", "4th Add"},
	{"BC-Ferry,1st Sub", "BC-Ferry", "1st Sub"},
	{"BC-Ferry,1st Insert", "BC-Ferry", "1st Insert"},
	{"BC-Ferry,1st Net", "BC-Ferry", "1st Net"},
	{"AM-Ferry 1stWM", "AM-Ferry", "1stWM"},
	{"GOLD/ (UPDATE 1)", "GOLD/", "(UPDATE 1)"},
	{"GOLD/ WRAPUP 3", "GOLD/", "WRAPUP 3"},
	{"REYES-LA RIOJA (Ampliaci\xc3\xb3n 2)", "REYES-LA RIOJA", "(Ampliaci\xc3\xb3n 2)"},
	{"REYES-LA RIOJA (Ampliacion 2)", "REYES-LA RIOJA", "(Ampliacion 2)"},
	{"REYES-LA RIOJA (Previsi\xc3\xb3n)", "REYES-LA RIOJA (Previsi\xc3\xb3n)", ""},
	{"BC-Ferry, 1st Prize", "BC-Ferry, 1st Prize", ""},
	{"BC-Ferry Update", "BC-Ferry Update", ""},
	{"", "", ""},
};

static void versions_after_slugs(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(versions) / sizeof(versions[0]); i++) {
		telex_slice version, line = tx_slice_of(versions[i].line);
		size_t len = tx_slugline_version(line, &version);
		if (!tx_slice_is(tx_slice_take(line, len), versions[i].slug) ||
		    !tx_slice_is(version, versions[i].version))
			fail_msg("version: %s", versions[i].line);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(notes_are_told),       cmocka_unit_test(labels_are_cut),
		cmocka_unit_test(labels_at_the_end),    cmocka_unit_test(slug_lines),
		cmocka_unit_test(versions_after_slugs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
