/* The kinds of notes that envelopes state: of those whose field leaves it open, by their words. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "core/scan.h"
#include "normalizer/stated_notes.h"

static const struct {
	const char *text;
	enum tx_field field;
	enum tx_note_kind kind;
} rows[] = {
	{"Corrects the name", TX_FIELD_NOTE_ADVISORY, TX_NOTE_CORRECTION},
	{"RECTIFICA el nombre", TX_FIELD_NOTE_UPDATE, TX_NOTE_CORRECTION},
	{"Corrige el nombre", TX_FIELD_NOTE_ADVISORY, TX_NOTE_CORRECTION},
	{"CORRIGIR nome", TX_FIELD_NOTE_ADVISORY, TX_NOTE_CORRECTION},
	{"Korrigiert den Namen", TX_FIELD_NOTE_ADVISORY, TX_NOTE_CORRECTION},
	{"Berichtigt: Name", TX_FIELD_NOTE_ADVISORY, TX_NOTE_CORRECTION},
	{" KILL: wrong person", TX_FIELD_NOTE_ADVISORY, TX_NOTE_KILL},
	{"ANNULATION", TX_FIELD_NOTE_UPDATE, TX_NOTE_KILL},
	{"Anulada", TX_FIELD_NOTE_ADVISORY, TX_NOTE_KILL},
	/* words of notes in a text */
	{"STORY WITHDRAWN", TX_FIELD_NOTE_ADVISORY, TX_NOTE_KILL},
	{"This story corrects the name", TX_FIELD_NOTE_ADVISORY, TX_NOTE_CORRECTION},
	{"With photos. Embargoed until 10:00 GMT", TX_FIELD_NOTE_ADVISORY, TX_NOTE_EMBARGO},
	/* others stay what the envelope says */
	{"Contacto: mesa", TX_FIELD_NOTE_ADVISORY, TX_NOTE_ADVISORY},
	{"ADDS quotes", TX_FIELD_NOTE_UPDATE, TX_NOTE_UPDATE},
	{"Kill", TX_FIELD_NOTE_CONTACT, TX_NOTE_CONTACT},
	{"Corrects", TX_FIELD_NOTE_MEDIA, TX_NOTE_MEDIA},
	{"Corrects", TX_FIELD_KEYWORD, TX_NOTE_NONE},
	{"", TX_FIELD_NOTE_ADVISORY, TX_NOTE_ADVISORY},
};

static void words_say_the_kind(void **state)
{
	(void)state;
	for (size_t i = 0; i < TX_COUNT(rows); i++) {
		struct tx_entry entry = {.field = rows[i].field};
		entry.term.name = tx_slice_of(rows[i].text);
		if (tx_stated_note(&entry) != rows[i].kind)
			fail_msg("'%s': %d", rows[i].text, (int)tx_stated_note(&entry));
	}
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_say_the_kind),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
