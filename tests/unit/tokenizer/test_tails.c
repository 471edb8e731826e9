/* What closes a dispatch below its text: tails, copyright notices, marks of media. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "tokenizer/foot/copyright.h"
#include "tokenizer/lines/media_mark.h"
#include "tokenizer/foot/tail.h"

struct kind_row {
	const char *text;
	enum tx_note_kind want;
};

static const struct kind_row tails[] = {
	{"Reporting by Kari Holm in Oslo; Editing by Peter Vance", TX_NOTE_CREDIT},
	{"Reporting and writing by Kari Holm", TX_NOTE_CREDIT},
	{"Writing by Kari Holm", TX_NOTE_CREDIT},
	{"Compiled by the Oslo newsroom", TX_NOTE_CREDIT},
	{"Graphic by Kari Holm", TX_NOTE_CREDIT},
	{"Graphics by Kari Holm", TX_NOTE_CREDIT},
	{"Editing by Kari Holm", TX_NOTE_CREDIT},
	{"Associated Press writer Ana Vela contributed to this report.", TX_NOTE_CREDIT},
	{"Ana Vela in Quito contributed to this story.", TX_NOTE_CREDIT},
	{"Ana Vela contributed reporting from Quito.", TX_NOTE_CREDIT},
	{"Holm reported from Oslo.", TX_NOTE_CREDIT},
	{"Kari Holm can be reached at http://social.example/kari", TX_NOTE_CONTACT},
	{"His work can be found at http://www.example.org/kari", TX_NOTE_CONTACT},
	{"Her work can be found at http://www.example.org/kari", TX_NOTE_CONTACT},
	{"Their work can be found at http://www.example.org/kari", TX_NOTE_CONTACT},
	{"Kari Holm is on Twitter at @kari", TX_NOTE_CONTACT},
	{"Kari Holm and Ana Vela are on Twitter at @kari and @ana", TX_NOTE_CONTACT},
	{"Kari Holm is at http://social.example/kari", TX_NOTE_CONTACT},
	{"Follow him at @kari", TX_NOTE_CONTACT},
	{"Follow her on http://social.example/kari", TX_NOTE_CONTACT},
	{"Follow them at @kari and @ana", TX_NOTE_CONTACT},
	{"Reporte de Kari Holm en Oslo", TX_NOTE_CREDIT},
	{"Reporte por Kari Holm", TX_NOTE_CREDIT},
	{"Reportaje de Kari Holm", TX_NOTE_CREDIT},
	{"Información de Kari Holm", TX_NOTE_CREDIT},
	{"Editado por Ana Vela", TX_NOTE_CREDIT},
	{"Editado en español por Ana Vela", TX_NOTE_CREDIT},
	{"Traducido por Ana Vela", TX_NOTE_CREDIT},
	{"La periodista Ana Vela contribuyó a este despacho", TX_NOTE_CREDIT},
	{"Ana Vela y Odo Marn contribuyeron a este reportaje.", TX_NOTE_CREDIT},
	{"Ana Vela y Odo Marn contribuyeron con esta nota.", TX_NOTE_CREDIT},
	{"Ana Vela colaboró en esta nota desde Quito.", TX_NOTE_CREDIT},
	{"Ana Vela colaboró en este reportaje.", TX_NOTE_CREDIT},
	{"Ana Vela y Odo Marn colaboraron en esta nota.", TX_NOTE_CREDIT},
	{"Ana Vela y Odo Marn colaboraron en este informe.", TX_NOTE_CREDIT},
	{"Vela reportó desde Quito.", TX_NOTE_CREDIT},
	{"Vela informó desde Quito.", TX_NOTE_CREDIT},
	{"Reportagem de Ana Vela", TX_NOTE_CREDIT},
	{"Edição de Ana Vela", TX_NOTE_CREDIT},
	{"Ana Vela contribuiu para esta reportagem.", TX_NOTE_CREDIT},
	{"Ana Vela e Odo Marn contribuíram para esta reportagem.", TX_NOTE_CREDIT},
	{"Ana Vela contribuiu para este artigo.", TX_NOTE_CREDIT},
	{"Ana Vela e Odo Marn contribuíram para este artigo.", TX_NOTE_CREDIT},
	{"Anne Vela a contribué à cet article.", TX_NOTE_CREDIT},
	{"Anne Vela a contribué à ce reportage.", TX_NOTE_CREDIT},
	{"Anne Vela et Paul Brun ont contribué à cet article.", TX_NOTE_CREDIT},
	{"Anne Vela et Paul Brun ont contribué à ce reportage.", TX_NOTE_CREDIT},
	{"édité par Paul Brun", TX_NOTE_CREDIT},
	{"rédigé par Paul Brun", TX_NOTE_CREDIT},
	{"Version française Anne Vela", TX_NOTE_CREDIT},
	{"Anna Vela hat zu diesem Bericht beigetragen.", TX_NOTE_CREDIT},
	{"Anna Vela und Odo Marn haben zu diesem Bericht beigetragen.", TX_NOTE_CREDIT},
	{"Bericht von Anna Vela", TX_NOTE_CREDIT},
	{"Geschrieben von Anna Vela", TX_NOTE_CREDIT},
	{"redigiert von Odo Marn", TX_NOTE_CREDIT},
	{"Anna Vela ha contribuito a questo articolo.", TX_NOTE_CREDIT},
	{"Anna Vela e Odo Marn hanno contribuito a questo servizio.", TX_NOTE_CREDIT},
	{"Tradotto da Anna Vela", TX_NOTE_CREDIT},
	{"Tradotto da Redazione Danzica, editing Anna Vela", TX_NOTE_CREDIT},
	{"Bei Rückfragen wenden Sie sich bitte an desk@example.com", TX_NOTE_CREDIT},
	{"Bei Rückfragen wenden Sie sich an desk@example.com", TX_NOTE_CREDIT},
	{"", TX_NOTE_NONE},
	{"Kari Holm, Oslo", TX_NOTE_NONE},
	{"The faults contributed to this report being late.", TX_NOTE_NONE},
	{"The bank reported from Oslo that prices rose.", TX_NOTE_NONE},
	{"She can be reached at http://www.example.org", TX_NOTE_NONE},
	{"Ella contribuyó a este despacho", TX_NOTE_NONE},
	{"Writing by hand is slower, Kari Holm said.", TX_NOTE_NONE},
	{"Información de última hora", TX_NOTE_NONE},
};

static void tails_by_their_form(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(tails) / sizeof(tails[0]); i++) {
		if (tx_tail_of(tx_slice_of(tails[i].text)) != tails[i].want)
			fail_msg("tail: '%s'", tails[i].text);
	}
}

struct notice_row {
	const char *text;
	const char *owner; /* code of the agency, "" for none; NULL: no notice */
};

static const struct notice_row notices[] = {
	{"(c) Reuters Limited 1997.", "REUTERS"},
	{"(c) Copyright 1997 Reuters", "REUTERS"},
	{"Copyright (c) 1994 Xinhua News Agency", "XINHUA"},
	{"Copyright 2018 The Associated Press. All rights reserved.", "AP"},
	{"COPYRIGHT 2018 The Harbor Tribune", ""},
	{"© dpa-infocom, dpa:250103-930-334455/1", "DPA"},
	{"© 2024 Agencia EFE", "EFE"},
	{"RIPRODUZIONE RISERVATA © Copyright ANSA", "ANSA"},
	{"Todos los derechos reservados", ""},
	{"Todos os direitos reservados", ""},
	{"Tous droits réservés AFP", "AFP"},
	{"Alle Rechte vorbehalten", ""},
	{"All rights reserved.", ""},
	{"Riproduzione riservata", ""},
	{"(c) an option to buy", NULL},
	{"Copyright law is old, he said.", NULL},
	{"Reuters Limited 1997", NULL},
	{"", NULL},
};

static void notices_and_their_owners(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(notices) / sizeof(notices[0]); i++) {
		telex_slice text = tx_slice_of(notices[i].text);
		size_t len = 0;
		bool found = tx_copyright_opens(text);
		if (found != (notices[i].owner != NULL))
			fail_msg("notice: '%s'", notices[i].text);
		if (!found)
			continue;
		const struct tx_profile *owner = tx_copyright_owner(text, &len);
		assert_string_equal(owner == NULL ? "" : owner->code, notices[i].owner);
	}
}

static void notices_after_a_sentence(void **state)
{
	static const char *const texts[] = {
		"They slept. (c) Reuters Limited 1997.",
		"\"They slept.\" Copyright 2018 The Associated Press. All rights reserved.",
		"Sie schliefen. © dpa-infocom, dpa:250103-930-334455/1",
	};
	static const char *const none[] = {
		"He had (a) a plan (b) a boat (c) Reuters shares.",
		"They slept. Copyright Reform Divides Towns",
		"They slept",
		"",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		telex_slice text = tx_slice_of(texts[i]);
		assert_true(tx_copyright_glued(text) < text.len);
	}
	for (size_t i = 0; i < sizeof(none) / sizeof(none[0]); i++) {
		telex_slice text = tx_slice_of(none[i]);
		assert_int_equal(tx_copyright_glued(text), text.len);
	}
}

static void media_marks(void **state)
{
	static const char *const marks[] = {
		"(video)",
		"(foto)(vídeo)",
		"(foto) (vídeo) (audio)",
		"(Con fotografía)",
		"[photos + video]",
		"(c/áudio)",
		"(PHOTO/VIDEO)",
		"(Fotos y vídeo disponibles)",
		"(Infografía)",
		"(avec photo)",
		"(mit Bild)",
		"(con immagini)",
	};
	static const char *const none[] = {"",      "()",    "(con Ana)", "(foto de Ana Vela)",
					   "video", "(con)", "(y)",       "(video) y más"};

	(void)state;
	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
		if (!tx_media_mark(tx_slice_of(marks[i])))
			fail_msg("media mark: '%s'", marks[i]);
	}
	for (size_t i = 0; i < sizeof(none) / sizeof(none[0]); i++)
		assert_false(tx_media_mark(tx_slice_of(none[i])));
	assert_int_equal(tx_media_mark_tail(TX_LIT("abc/de (foto) (video)")), 14);
	assert_int_equal(tx_media_mark_tail(TX_LIT("abc/de (fondo)")), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tails_by_their_form),
		cmocka_unit_test(notices_and_their_owners),
		cmocka_unit_test(notices_after_a_sentence),
		cmocka_unit_test(media_marks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
