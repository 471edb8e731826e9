/* Marks of versions and takes: each word, where its number is, and what is not one. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "cli/versions/marks.h"

struct row {
	const char *slug, *base;
	struct marks marks;
};

#define NUMBERED   .says_so = true, .has_number = true
#define TAKE(n)    .says_so = true, .take = (n)
#define CORRECTION .says_so = true, .is_correction = true
#define PARTIAL    .says_so = true, .is_partial = true

static const struct row rows[] = {
	{"BC-Ferry", "bc ferry", {false}},
	{"  Río-PUERTO ", "rio puerto", {false}},
	/* each word */
	{"BC-Ferry, 1st Add", "bc ferry", {TAKE(2)}},
	{"BC-Ferry, 2nd Take", "bc ferry", {TAKE(2)}},
	{"BC-Ferry,3rd Ld", "bc ferry", {NUMBERED}},
	{"FERRY LEAD 4", "ferry", {NUMBERED}},
	{"BC-Ferry, 1st NET", "bc ferry", {NUMBERED}},
	{"WEEK 2nd WM", "week", {NUMBERED}},
	{"GOLD/ (UPDATE 1)", "gold", {NUMBERED}},
	{"GOLD/ (WRAPUP 12)", "gold", {NUMBERED}},
	{"REYES (Ampliación 2)", "reyes", {NUMBERED}},
	{"REYES (Ampliación)", "reyes", {.says_so = true}},
	{"REYES (AMP 3)", "reyes", {NUMBERED}},
	{"BC-Ferry, Writethru", "bc ferry", {.says_so = true}},
	{"BC-Ferry, Writethrough", "bc ferry", {.says_so = true}},
	{"BC-Ferry, 2nd Ld-Writethr", "bc ferry", {NUMBERED}},
	{"BC-Ferry, 1st Ld-Sub", "bc ferry", {NUMBERED, .is_partial = true}},
	{"BC-Ferry, Insert", "bc ferry", {PARTIAL}},
	{"BC-Ferry, Correction", "bc ferry", {CORRECTION}},
	{"BC-Ferry, CORRECTED", "bc ferry", {CORRECTION}},
	{"BC-Ferry (CORR)", "bc ferry", {CORRECTION}},
	{"REYES (CORRECCIÓN)", "reyes", {CORRECTION}},
	{"BC-Ferry, KILL", "bc ferry", {.says_so = true}},
	{"BC-Ferry, ELIMINATION", "bc ferry", {.says_so = true}},
	{"REYES (ANULACIÓN)", "reyes", {.says_so = true}},
	/* numbers before, after, glued */
	{"BC-Ferry, Take 2", "bc ferry", {TAKE(2)}},
	{"STORM-ADD-1", "storm", {TAKE(2)}},
	{"STORM-ADD", "storm", {TAKE(2)}},
	{"storm 2ndadd", "storm", {TAKE(3)}},
	{"storm add3", "storm", {TAKE(4)}},
	{"storm take11", "storm", {TAKE(11)}},
	{"AM-Ferry 1stLd", "am ferry", {NUMBERED}},
	/* several marks, counts of words, references */
	{"BC-Ferry, 1st Ld, 2nd Take, 350", "bc ferry", {NUMBERED, .take = 2}},
	{"BC-Ferry, 2nd Ld-Writethru,1350", "bc ferry", {NUMBERED}},
	{"BC-Ferry,350", "bc ferry", {false}},
	{"PUERTO (NH4431)", "puerto", {false}},
	{"PUERTO (Ampliación) (NH4431)", "puerto", {.says_so = true}},
	/* what is the slug's own */
	{"COPA-2026", "copa 2026", {false}},
	{"COPA 26", "copa 26", {false}},
	{"REYES (Previsión)", "reyes prevision", {false}},
	{"TOXIC-LEAD", "toxic lead", {false}},
	{"DOUBLE-TAKE", "double take", {false}},
	{"STORM-UPDATE", "storm update", {false}},
	{"ADD-STORM", "add storm", {false}},
	{"Take 2", "take 2", {false}},
	{"LADDER-1", "ladder 1", {false}},
	{"ROUTE-1st-2nd", "route 1st 2nd", {false}},
	{"(NH4431)", "nh4431", {false}},
};

static bool is_same(const struct marks *a, const struct marks *b)
{
	return a->says_so == b->says_so && a->is_correction == b->is_correction &&
	       a->is_partial == b->is_partial && a->has_number == b->has_number &&
	       a->take == b->take;
}

static void slugs(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct marks marks = {false};
		char base[MARKS_TEXT_MAX];
		size_t len = marks_of_slug(tx_slice_of(rows[i].slug), &marks, base);
		if (!tx_slice_is(tx_slice(base, len), rows[i].base) ||
		    !is_same(&marks, &rows[i].marks))
			fail_msg("'%s': '%.*s', says so %d, take %u", rows[i].slug, (int)len, base,
				 marks.says_so, marks.take);
	}
}

static void notes(void **state)
{
	struct marks marks = {false};

	(void)state;
	marks_of_note(TX_LIT("2nd Take"), &marks);
	assert_int_equal(marks.take, 2);
	marks_of_note(TX_LIT("1st Ld-Writethru"), &marks);
	assert_true(marks.has_number);
	assert_int_equal(marks.take, 2);
	marks = (struct marks){false};
	marks_of_note(TX_LIT("Eds: the 2nd take follows"), &marks);
	marks_of_note(TX_LIT("(Adds quotes)"), &marks);
	marks_of_note(TX_LIT("2"), &marks);
	marks_of_note(TX_LIT(""), &marks);
	assert_true(is_same(&marks, &(struct marks){false}));
}

/* Neither a slug that is too long nor one of too many words is one. */
static void slugs_without_end(void **state)
{
	char slug[4 * MARKS_TEXT_MAX], base[MARKS_TEXT_MAX];
	struct marks marks = {false};

	(void)state;
	memset(slug, 'a', sizeof(slug));
	assert_int_equal(marks_of_slug(tx_slice(slug, sizeof(slug)), &marks, base), 0);
	for (size_t i = 0; i < sizeof(slug); i += 2)
		slug[i] = '-';
	assert_int_equal(marks_of_slug(tx_slice(slug, 80), &marks, base), 0);
	assert_int_equal(marks_of_slug(tx_slice(slug, 64), &marks, base), 63);
	assert_int_equal(marks_of_slug(TX_LIT("--"), &marks, base), 0);
	assert_int_equal(marks_of_slug((telex_slice){NULL, 0}, &marks, base), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(slugs),
		cmocka_unit_test(notes),
		cmocka_unit_test(slugs_without_end),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
