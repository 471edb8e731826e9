/* Notes of an embargo by their words: each word of the table makes a note of a line that is not one
 * without it; news about embargoes is not one. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <stdio.h>
#include <cmocka.h>

#include "core/scan.h"
#include "tokenizer/lines/embargo_note.h"

#define LINE_MAX_BYTES 200

static const char *const leads[] = {
#define LEAD(text) text,
#include "tokenizer/lines/embargo_words.def"
};
static const char *const stems[] = {
#define STEM(text) text,
#include "tokenizer/lines/embargo_words.def"
};
static const char *const untils[] = {
#define UNTIL(text) text,
#include "tokenizer/lines/embargo_words.def"
};
static const char *const releases[] = {
#define RELEASE(text) text,
#include "tokenizer/lines/embargo_words.def"
};
static const char *const holds[] = {
#define HOLD(text) text,
#include "tokenizer/lines/embargo_words.def"
};

static bool opens(const char *form, const char *word)
{
	char line[LINE_MAX_BYTES];

	snprintf(line, sizeof(line), form, word);
	return tx_embargo_opens(tx_slice_of(line));
}

static void check(const char *const *words, size_t count, const char *form)
{
	for (size_t i = 0; i < count; i++) {
		if (!opens(form, words[i]))
			fail_msg("'%s' in '%s' is not a note", words[i], form);
	}
	assert_false(opens(form, "xyzzy"));
}

static void every_word_counts(void **state)
{
	(void)state;
	check(leads, TX_COUNT(leads), "%s: embargo hasta el lunes");
	check(stems, TX_COUNT(stems), "(%s 6.10.2024, 18:00)");
	check(untils, TX_COUNT(untils), "Embargo %s lunes");
	check(releases, TX_COUNT(releases), "%s 18.00 Uhr");
	check(holds, TX_COUNT(holds), "%s, please");
}

static void notes_are_found(void **state)
{
	static const char *const texts[] = {
		"ATENCI\xc3\x93N: noticia embargada hasta las 06.00 GMT del domingo 6",
		"*** Strictly embargoed until 00:01 GMT on Monday ***",
		("NOT\xc3\x8d"
		 "CIA COM EMBARGO AT\xc3\x89 \xc3\x80S 00:01 DE 7 DE OUTUBRO"),
		"(Sous embargo jusqu\xe2\x80\x99\xc3\xa0 dimanche)",
		"Eds: HOLD FOR RELEASE",
		"Embargo: Sunday",
	};
	static const char *const news[] = {
		"Embargo on arms sales to Sudan is extended",
		"El embargo hasta 2025 afecta a todos",
		"Embargo a Cuba: otra votaci\xc3\xb3n", /* no colon at once, no time */
		"Frei ab 12 Jahren ist der Film",
		"For release of the hostages he asked",
		"The minister said the embargo until 2025 hurts",
		"",
		"...",
	};

	(void)state;
	for (size_t i = 0; i < TX_COUNT(texts); i++) {
		if (!tx_embargo_opens(tx_slice_of(texts[i])))
			fail_msg("not a note: %s", texts[i]);
	}
	for (size_t i = 0; i < TX_COUNT(news); i++) {
		if (tx_embargo_opens(tx_slice_of(news[i])))
			fail_msg("a note: %s", news[i]);
	}
}

static void a_note_says_it_anywhere(void **state)
{
	static const char *const yes[] = {
		"ATTENTION EDITORS: This story is embargoed until 0600 GMT on Oct 6",
		"UPDATES with quotes. Embargoed to 5 p.m.",
	};
	static const char *const no[] = {
		"Eds: UPDATES with reaction to the embargo on arms.",
		"Repeating with the vote on release of the hostages",
	};

	(void)state;
	for (size_t i = 0; i < TX_COUNT(yes); i++)
		assert_true(tx_embargo_named(tx_slice_of(yes[i])));
	for (size_t i = 0; i < TX_COUNT(no); i++)
		assert_false(tx_embargo_named(tx_slice_of(no[i])));
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_word_counts),
		cmocka_unit_test(notes_are_found),
		cmocka_unit_test(a_note_says_it_anywhere),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
