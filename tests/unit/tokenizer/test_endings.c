/* The foot's recognisers: sign-offs, stamps, end marks, "more" marks. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "tokenizer/lines/endmark.h"
#include "tokenizer/lines/signoff.h"
#include "core/stamp.h"

struct signoff_row {
	const char *line;
	bool closed;
	const char *want; /* initials joined by ' '; NULL: no sign-off */
};

static const struct signoff_row signoffs[] = {
	{"mtf/fv", false, "mtf fv"},
	{"imb/mmm/ja", false, "imb mmm ja"},
	{"Jar-c", false, "Jar c"},
	{"RS-c/jmi", false, "RS c jmi"},
	{"mw/mrm jla/im", false, "mw mrm jla im"},
	{"flm/lm-c", false, "flm lm c"},
	{"jm tc mc/jad", false, "jm tc mc jad"},
	{"aga/ja.fch", false, "aga ja fch"},
	{"DH/rq./cla", false, "DH rq cla"},
	{"MA /NJ/rq./cla", false, "MA NJ rq cla"},
	{"ach//Mc", false, "ach Mc"},
	{"sfp2305001400", false, "sfp"},
	{"MG Mar-23-May-2000 17:38", true, "MG"},
	{"ash-jlr-sk", false, "ash jlr sk"},
	{"daa/mt/msr", false, "daa mt msr"},
	{"asl/tib/pid/cac", false, "asl tib pid cac"},
	{"VDH/FUL/", false, "VDH FUL"},
	{"FP // MLS", false, "FP MLS"},
	{"(SDA/sj)", false, "SDA sj"},
	{"(SDA\\/sj)", false, "SDA sj"},
	{"dsp/jcz/ . . rs", true, "dsp jcz rs"},
	{"ly", true, "ly"},
	{"ly", false, NULL},
	{"jm tc", true, "jm tc"},
	{"jm tc", false, NULL},
	{"nm.fch", true, "nm fch"},
	{"informó hoy", false, NULL},
	{"El presidente/a", false, NULL},
	{"12/05/2000", false, NULL},
	{"1/2", false, NULL},
	{"", true, NULL},
	{"/", true, NULL},
	{"abcde/fg", false, NULL},
};

static void sign_offs(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(signoffs) / sizeof(signoffs[0]); i++) {
		struct tx_signoff signoff;
		char got[128];
		size_t len = 0;
		bool found = tx_signoff_parse(tx_slice_of(signoffs[i].line), signoffs[i].closed,
					      &signoff);
		if (found != (signoffs[i].want != NULL))
			print_error("sign-off: '%s'\n", signoffs[i].line);
		assert_int_equal(found, signoffs[i].want != NULL);
		for (size_t k = 0; found && k < signoff.count; k++) {
			if (k > 0)
				got[len++] = ' ';
			memcpy(got + len, signoff.initials[k].ptr, signoff.initials[k].len);
			len += signoff.initials[k].len;
		}
		got[len] = '\0';
		if (found)
			assert_string_equal(got, signoffs[i].want);
	}
}

struct stamp_row {
	const char *text;
	int year;
	unsigned month, day, hour, minute;
	const char *zone;
};

static const struct stamp_row stamps[] = {
	{"01/01/01-02/95", 1995, 1, 1, 1, 2, ""},
	{"Mar-23-May-2000 17:38", 2000, 5, 23, 17, 38, ""},
	{"2305001400", 2000, 5, 23, 14, 0, ""},
	{"131137 GMT Nov 13", 2013, 11, 13, 11, 37, "GMT"},
	{"071341 GMT Okt 15", 2015, 10, 7, 13, 41, "GMT"},
	{"211259 Nov 18", 2018, 11, 21, 12, 59, ""},
	{"091223 dec 18", 2018, 12, 9, 12, 23, ""},
	{"050932 sep 14EDT", 2014, 9, 5, 9, 32, "EDT"},
	{"AFP 310544 AOU 97", 1997, 8, 31, 5, 44, ""},
	{"310001 JUL 97", 1997, 7, 31, 0, 1, ""},
	{"AP-WF-02-20-16 0337GMT<", 2016, 2, 20, 3, 37, "GMT"},
	{"KWS-21:37-09-12-18", 2018, 12, 9, 21, 37, ""},
	{"10 Feb 2026", 2026, 2, 10, 0, 0, ""},
	{"03-Giu-24 10:15", 2024, 6, 3, 10, 15, ""},
};

static void stamps_are_read(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(stamps) / sizeof(stamps[0]); i++) {
		const struct stamp_row *row = &stamps[i];
		struct tx_stamp stamp;
		if (!tx_stamp_parse(tx_slice_of(row->text), &stamp))
			fail_msg("no stamp: %s", row->text);
		assert_int_equal(stamp.date.year, row->year);
		assert_int_equal(stamp.date.month, row->month);
		assert_int_equal(stamp.date.day, row->day);
		assert_int_equal(stamp.hour, row->hour);
		assert_int_equal(stamp.minute, row->minute);
		assert_true(tx_slice_is(stamp.zone, row->zone));
	}
}

static void what_is_no_stamp(void **state)
{
	static const char *const lines[] = {"",
					    "12",
					    "EFE",
					    "99/99/99-99/99",
					    "320101 GMT Nov 13",
					    "131167 GMT Nov 13",
					    "Mar-23-Foo-2000 17:38",
					    "a day in May 2000"};
	struct tx_stamp stamp;

	(void)state;
	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++)
		assert_false(tx_stamp_parse(tx_slice_of(lines[i]), &stamp));
}

struct mark_row {
	const char *line;
	const char *mark; /* NULL: none */
	const char *desk;
};

static const struct mark_row lines[] = {
	{"EFE", "EFE", ""},
	{"EFECOM", "EFECOM", ""},
	{"efe", "efe", ""},
	{"EFE-Cantabria", "EFE", "Cantabria"},
	{"EFE GALICIA", "EFE", "GALICIA"},
	{"EFE - Baleares", "EFE", "Baleares"},
	{"REUTER...", "REUTER", ""},
	{" Reuter^M", "Reuter", ""},
	{"-0-", "-0-", ""},
	{"###", "###", ""},
	{"(END)", "(END)", ""},
	{"Lusa/Fim", "Lusa/Fim", ""},
	{"==Kyodo", "==Kyodo", ""},
	{"Enditem", "Enditem", ""},
	{"ends", "ends", ""},
	{"El fin", NULL, ""},
	{"EFE informó hoy de que", NULL, ""},
	{"", NULL, ""},
};

static void end_marks_alone(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++) {
		struct tx_end_mark mark;
		bool found = tx_end_mark_line(tx_slice_of(lines[i].line), true, &mark);
		if (found != (lines[i].mark != NULL))
			fail_msg("end mark: '%s'", lines[i].line);
		if (!found)
			continue;
		assert_true(tx_slice_is(mark.mark, lines[i].mark));
		assert_true(tx_slice_is(mark.desk, lines[i].desk));
	}
}

static const struct mark_row glued[] = {
	{"fin de la frase. EFE", "EFE", ""},
	{"fin de la frase.EFE", "EFE", ""},
	{"\"no habrá más\". EFECOM", "EFECOM", ""},
	{"SALUDOS. EFE - GALICIA", "EFE", "GALICIA"},
	{"-3.32 1270 436 EFECOM", "EFECOM", ""},
	{"preguntó a EFE", NULL, ""},
	{"según informó a EFE.", NULL, ""},
	{"dijo a Efe", NULL, ""},
	{"la última palabra. Fin", "Fin", ""},
	{"Foto: EFE", NULL, ""},
	{"lo decía todo: EFE", "EFE", ""},
	{"racconta all'ANSA.", NULL, ""},
	{"racconta all\xe2\x80\x99"
	 "ANSA.",
	 NULL, ""},
};

static void end_marks_behind_a_sentence(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(glued) / sizeof(glued[0]); i++) {
		struct tx_end_mark mark;
		bool found = tx_end_mark_glued(tx_slice_of(glued[i].line), &mark);
		if (found != (glued[i].mark != NULL))
			fail_msg("glued end mark: '%s'", glued[i].line);
		if (found)
			assert_true(tx_slice_is(mark.mark, glued[i].mark) &&
				    tx_slice_is(mark.desk, glued[i].desk));
	}
}

static void more_marks(void **state)
{
	(void)state;
	assert_true(tx_more_mark(TX_LIT("sigue")));
	assert_true(tx_more_mark(TX_LIT("(sigue)")));
	assert_true(tx_more_mark(TX_LIT(" MORE ")));
	assert_true(tx_more_mark(TX_LIT("(CONTIN\xc3\x9a"
					"A)")));
	assert_false(tx_more_mark(TX_LIT("sigue adelante")));
	assert_false(tx_more_mark(TX_LIT("")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sign_offs),
		cmocka_unit_test(stamps_are_read),
		cmocka_unit_test(what_is_no_stamp),
		cmocka_unit_test(end_marks_alone),
		cmocka_unit_test(end_marks_behind_a_sentence),
		cmocka_unit_test(more_marks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
