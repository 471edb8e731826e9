/* Every row of notes.def, labels.def and tails.def decides about a text: the test's texts are read
 * as expected, and each row of a table is the first that begins one of them.  So a row that is
 * removed, cannot be reached or has no text fails. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "core/ascii.h"
#include "core/scan.h"
#include "tokenizer/foot/tail.h"
#include "tokenizer/lines/labels.h"
#include "tokenizer/lines/notes.h"

enum {
	HEAD = TX_NOTE_IN_HEAD,
	BODY = TX_NOTE_IN_BODY,
	FOOT = TX_NOTE_IN_FOOT,
	ALL = HEAD | BODY | FOOT
};

struct row {
	const char *text;
	unsigned places;
};

struct text {
	const char *text;
	const char *label;
	enum tx_note_kind kind;
	unsigned place, urgency;
};

#define ROW(text, kind, places) {(text), (places)},
static const struct row notes[] = {
#include "tokenizer/lines/notes.def"
};
#undef ROW
#define ROW(text, ...) {(text), ALL},
static const struct row labels[] = {
#include "tokenizer/lines/labels.def"
};
static const struct row tails[] = {
#include "tokenizer/foot/tails.def"
};
#define TEXT(text, kind, place) {(text), NULL, (kind), (place), 0},
static const struct text note_texts[] = {
#include "note_texts.def"
};
#undef TEXT
#define TEXT(text, label, kind, urgency) {(text), (label), (kind), ALL, (urgency)},
static const struct text label_texts[] = {
#include "label_texts.def"
};
#undef TEXT
#define TEXT(text, kind) {(text), NULL, (kind), ALL, 0},
static const struct text tail_texts[] = {
#include "tail_texts.def"
};

/* '#' of a row is a figure of the text. */
static bool begins(const char *row, const char *text)
{
	for (; *row != '\0'; row++, text++) {
		bool same = *row == '#' && tx_is_digit(*text) ? true
							      : tx_lower(*row) == tx_lower(*text);
		if (!same)
			return false;
	}
	return true;
}

static void check_rows(const struct row *rows, size_t row_count, const struct text *texts,
		       size_t text_count)
{
	for (size_t i = 0; i < row_count; i++) {
		size_t found = 0;
		for (size_t t = 0; t < text_count; t++) {
			size_t first = 0;
			while (first < row_count && ((rows[first].places & texts[t].place) == 0 ||
						     !begins(rows[first].text, texts[t].text)))
				first++;
			found += first == i;
		}
		if (found == 0)
			fail_msg("no text is read by \"%s\"", rows[i].text);
	}
}

static void note_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < TX_COUNT(note_texts); i++) {
		const struct text *text = &note_texts[i];
		enum tx_note_kind kind =
			tx_note_of(tx_slice_of(text->text), (enum tx_note_place)text->place);
		if (kind != text->kind)
			fail_msg("\"%s\" is %d", text->text, (int)kind);
	}
	check_rows(notes, TX_COUNT(notes), note_texts, TX_COUNT(note_texts));
}

/* A row does not hold elsewhere than it says. */
static void note_places(void **state)
{
	(void)state;
	for (size_t i = 0; i < TX_COUNT(notes); i++) {
		for (unsigned place = HEAD; place <= FOOT; place *= 2) {
			telex_slice text = tx_slice_of(notes[i].text);
			bool shorter =
				tx_slice_opens(text, "## ") || tx_slice_opens(text, "ATTENTION ");
			if ((notes[i].places & place) == 0 && !shorter &&
			    tx_note_of(text, (enum tx_note_place)place) != TX_NOTE_NONE)
				fail_msg("\"%s\" is a note in %u", notes[i].text, place);
		}
	}
}

static void label_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < TX_COUNT(label_texts); i++) {
		const struct text *text = &label_texts[i];
		struct tx_label_match match;
		if (!tx_label_at_start(tx_slice_of(text->text), NULL, &match) ||
		    !tx_slice_is(match.text, text->label) || match.label->note != text->kind ||
		    match.label->urgency != text->urgency)
			fail_msg("\"%s\" has not its label", text->text);
	}
	check_rows(labels, TX_COUNT(labels), label_texts, TX_COUNT(label_texts));
}

static void tail_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < TX_COUNT(tail_texts); i++) {
		if (tx_tail_of(tx_slice_of(tail_texts[i].text)) != tail_texts[i].kind)
			fail_msg("\"%s\" is no tail", tail_texts[i].text);
	}
	check_rows(tails, TX_COUNT(tails), tail_texts, TX_COUNT(tail_texts));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(note_rows),
		cmocka_unit_test(note_places),
		cmocka_unit_test(label_rows),
		cmocka_unit_test(tail_rows),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
