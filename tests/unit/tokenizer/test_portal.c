/* Lines of newspapers and portals: credits, dates, captions, sections; and what only looks like
 * one. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <stdio.h>
#include <cmocka.h>

#include "tokenizer/lines/creditline.h"
#include "tokenizer/lines/photo_credit.h"
#include "tokenizer/words/credit_words.h"
#include "tokenizer/words/portal_words.h"
#include "tokenizer/words/related_words.h"
#include "tokenizer/lines/web_date.h"

static enum tx_known_place known(telex_slice name)
{
	return tx_slice_eq_nocase(name, TX_LIT("Vigo")) || tx_slice_eq_nocase(name, TX_LIT("Oslo"))
		       ? TX_KNOWN_TOWN
		       : TX_KNOWN_NOTHING;
}

static const struct {
	const char *line;
	enum tx_credit_kind kind;
} credits[] = {
	{"EFE", TX_CREDIT_AGENCY},
	{"EFE / Vigo", TX_CREDIT_PLACE},
	{"VIGO. EFE", TX_CREDIT_PLACE},
	{"dpa Oslo", TX_CREDIT_PLACE},
	{"E. PRESS | VIGO", TX_CREDIT_PLACE},
	{"EFE 03.12.2023 | 18:32", TX_CREDIT_AGENCY},
	{"EFE/ V.T. Marn", TX_CREDIT_PHOTO},
	{"Redacci\xc3\xb3n / EFE", TX_CREDIT_AGENCY},
	{"Con informaci\xc3\xb3n de AFP, EFE y Reuters", TX_CREDIT_AGENCY},
	{"By the CNN Wire Staff", TX_CREDIT_BYLINE},
	{"Ana Solano / EFE", TX_CREDIT_BYLINE},
	{"EFE / Ana Solano", TX_CREDIT_PHOTO},
	{"Efervescencia", TX_CREDIT_NONE},
	{"EFE celebra su aniversario", TX_CREDIT_NONE},
	{"Con tres goles de ventaja", TX_CREDIT_NONE},
	{"Oslo y Vigo", TX_CREDIT_NONE},
};

static void credits_are_recognised(void **state)
{
	struct tx_credit_line credit;

	(void)state;
	for (size_t i = 0; i < sizeof(credits) / sizeof(credits[0]); i++) {
		tx_credit_read(tx_slice_of(credits[i].line), known, &credit);
		if (credit.kind != credits[i].kind)
			fail_msg("credit: %s", credits[i].line);
	}
}

static const struct {
	const char *line;
	bool read;
	unsigned day, hour; /* of the time that it says */
	bool updates;
} dates[] = {
	{"Actualizado: martes, 7 octubre 2025 20:19", true, 7, 20, true},
	{"Published Oct 7, 2025 8:19 PM", true, 7, 20, false},
	{"Stand: 07.10.2025, 20:19 Uhr", true, 7, 20, true},
	{"Publi\xc3\xa9 le 7 octobre 2025 \xc3\xa0 20h19", true, 7, 20, false},
	{"Published 10/07/2025 8:05 AM", true, 0, 0, false},
	{"7 de octubre de 2025", true, 7, 0, false},
	{"Aktualisiert die Stadt 2025 ihre Karten?", false, 0, 0, false},
	{"Oslo 2025", false, 0, 0, false},
	{"3 hours ago", true, 0, 0, false},
	{"vor 2 Tagen", true, 0, 0, false},
	{"Long ago", false, 0, 0, false},
	{"Issued on: 7 Oct 2025 - 20:14", true, 7, 20, false},
	{"October 7, 2025 08:00 AM Eastern Daylight Time", true, 7, 8, false},
	{"Bijgewerkt op 7 oktober 2025 om 20:19 uur", true, 7, 20, true},
	{"Uppdaterad 7 oktober 2025 kl 20.19", true, 7, 20, true},
};

static const struct {
	const char *line, *before, *after; /* NULL: no date is found */
} beside[] = {
	{"ANI | Updated: Oct 7, 2025 15:16 IST", "ANI", ""},
	{"Oct 7, 2025 08:00 ET | Source: Odo Works", "", "Source: Odo Works"},
	{"By Ana Solano \xe2\x80\xa2 Oct 7, 2025", "By Ana Solano", ""},
	{"By Ana Solano Associated Press 3 hours ago", "By Ana Solano Associated Press", ""},
	{"Tower chimes from Oct 7, 2025 on Sundays and on holidays", NULL, NULL},
};

static void dates_are_found_beside_words(void **state)
{
	struct tx_web_date date;

	(void)state;
	for (size_t i = 0; i < sizeof(beside) / sizeof(beside[0]); i++) {
		telex_slice before, after;
		bool found = tx_web_date_find(tx_slice_of(beside[i].line), &date, &before, &after);
		if (found != (beside[i].before != NULL) ||
		    (found && (!tx_slice_is(before, beside[i].before) ||
			       !tx_slice_is(after, beside[i].after))))
			fail_msg("date: %s", beside[i].line);
	}
}

static void dates_are_recognised(void **state)
{
	struct tx_web_date date;

	(void)state;
	for (size_t i = 0; i < sizeof(dates) / sizeof(dates[0]); i++) {
		bool read = tx_web_date_read(tx_slice_of(dates[i].line), &date);
		const struct tx_web_time *time = date.updates ? &date.updated : &date.issued;
		if (read != dates[i].read ||
		    (read && (date.updates != dates[i].updates || time->date.day != dates[i].day ||
			      time->hour != dates[i].hour)))
			fail_msg("date: %s", dates[i].line);
	}
}

static void captions_are_recognised(void **state)
{
	(void)state;
	assert_int_equal(tx_photo_caption(TX_LIT("Vista del puente. EFE / A. Solano"), NULL),
			 TX_PHOTO_SURE);
	assert_int_equal(tx_photo_caption(TX_LIT("Die Uhr. Foto: Jens Vogel/dpa"), NULL),
			 TX_PHOTO_SURE);
	assert_int_equal(tx_photo_caption(TX_LIT("FILE PHOTO: A clock in Oslo"), NULL),
			 TX_PHOTO_SURE);
	assert_int_equal(tx_photo_caption(TX_LIT("Clock prices rise (Reuters)"), NULL),
			 TX_PHOTO_LIKELY);
	assert_int_equal(tx_photo_caption(TX_LIT("Foto finish en la regata"), NULL), TX_PHOTO_NONE);
}

static const struct {
	const char *line;
	enum tx_portal_words words;
} portals[] = {
	{"Econom\xc3\xad"
	 "a",
	 TX_PORTAL_SECTION},
	{"In\xc3\xad"
	 "cio > Economia",
	 TX_PORTAL_SECTION},
	{"World", TX_PORTAL_SECTION},
	{"Compartir", TX_PORTAL_BUTTON},
	{"Image 1 of 5", TX_PORTAL_BUTTON},
	{"Image of 5", TX_PORTAL_NOTHING},
	{"Anzeige", TX_PORTAL_BUTTON},
	{"Lectura: 3 min", TX_PORTAL_READING},
	{"3 min read", TX_PORTAL_READING},
	{"El diario de la r\xc3\xad"
	 "a desde 1911",
	 TX_PORTAL_MOTTO},
	{"Contacts", TX_PORTAL_CONTACTS},
	{"Econom\xc3\xad"
	 "a sumergida",
	 TX_PORTAL_NOTHING},
	{"Compartir piso", TX_PORTAL_NOTHING},
	{"La obra espera desde 1911", TX_PORTAL_NOTHING},
};

static void portals_are_recognised(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(portals) / sizeof(portals[0]); i++) {
		if (tx_portal_words(tx_slice_of(portals[i].line)) != portals[i].words)
			fail_msg("portal: %s", portals[i].line);
	}
}

/* Long words in small letters that a credit may have, in all their forms; any other makes a text. */
static void credit_words(void **state)
{
	static const char *const words[] = {"informaciones",
					    "materiales",
					    "agencias",
					    "ag\xc3\xaancias",
					    "datos",
					    "reports",
					    "despachos",
					    "notas",
					    "textos",
					    "files",
					    "inputs",
					    "additional",
					    "digital",
					    "agenturmaterial",
					    "newsroom",
					    "staffers",
					    "redactores",
					    "reda\xc3\xa7\xc3\xa3o",
					    "redaktion",
					    "redazione",
					    "services",
					    "writers",
					    "correspondent",
					    "tomado",
					    NULL};
	static const char *const others[] = {"puente", "mercado", "agosto", "reuni\xc3\xb3n", NULL};
	char line[80];

	(void)state;
	for (size_t i = 0; words[i] != NULL; i++) {
		snprintf(line, sizeof(line), "Con %s de EFE", words[i]);
		if (!tx_credit_may_be(tx_slice_of(line)))
			fail_msg("%s", line);
	}
	for (size_t i = 0; others[i] != NULL; i++) {
		snprintf(line, sizeof(line), "Con %s de EFE", others[i]);
		if (tx_credit_may_be(tx_slice_of(line)))
			fail_msg("%s", line);
	}
}

static const struct {
	const char *line;
	bool offers, alone;
} offers[] = {
	{"A lire aussi: La red cierra", true, false},
	{"Also read: La red cierra", true, false},
	{"Articulos relacionados: La red cierra", true, false},
	{"Le puede interesar: La red cierra", true, false},
	{"Lea mas: La red cierra", true, false},
	{"Lea tambien: La red cierra", true, false},
	{"Lee mas: La red cierra", true, false},
	{"Lee tambien: La red cierra", true, false},
	{"Leer mas acerca de: La red cierra", true, false},
	{"Leggi anche: La red cierra", true, false},
	{"Leia mais: La red cierra", true, false},
	{"Leia tambem: La red cierra", true, false},
	{"Lesen sie auch: La red cierra", true, false},
	{"Lire aussi: La red cierra", true, false},
	{"Llegiu tambe: La red cierra", true, false},
	{"Mas noticias: La red cierra", true, false},
	{"Mehr zum thema: La red cierra", true, false},
	{"Notas relacionadas: La red cierra", true, false},
	{"Noticia relacionada: La red cierra", true, false},
	{"Noticias relacionadas: La red cierra", true, false},
	{"Read also: La red cierra", true, false},
	{"Read more: La red cierra", true, false},
	{"Saiba mais: La red cierra", true, false},
	{"Sigue leyendo: La red cierra", true, false},
	{"Sur le meme sujet: La red cierra", true, false},
	{"Tambien te puede interesar: La red cierra", true, false},
	{"Te puede interesar: La red cierra", true, false},
	{"Te recomendamos: La red cierra", true, false},
	{"Vea tambien: La red cierra", true, false},
	{"Vedi anche: La red cierra", true, false},
	{"Veja tambem: La red cierra", true, false},
	{"Ver tambien: La red cierra", true, false},
	{"Voir aussi: La red cierra", true, false},
	{"LEA TAMBI\xc3\x89N:", true, true},
	{"Lire aussi", true, true},
	{"Lea tambi\xc3\xa9n el cartel, dijo el capit\xc3\xa1n.", false, false},
	{"La red cierra", false, false},
};

static void offers_are_recognised(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(offers) / sizeof(offers[0]); i++) {
		bool alone;
		bool found = tx_related_opens(tx_slice_of(offers[i].line), &alone);
		if (found != offers[i].offers || alone != offers[i].alone)
			fail_msg("offer: %s", offers[i].line);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(offers_are_recognised),
		cmocka_unit_test(credit_words),
		cmocka_unit_test(credits_are_recognised),
		cmocka_unit_test(dates_are_recognised),
		cmocka_unit_test(dates_are_found_beside_words),
		cmocka_unit_test(captions_are_recognised),
		cmocka_unit_test(portals_are_recognised),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
