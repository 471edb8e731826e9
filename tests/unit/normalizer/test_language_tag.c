/* Languages as envelopes name them: each row of the table of names, and tags. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "core/scan.h"
#include "normalizer/language/language_tag.h"

struct row {
	const char *stated, *tag;
};

static const struct row names[] = {
#include "normalizer/language/language_names.def"
};

static const struct row tags[] = {
	{"EN", "en"},
	{"en_US", "en-US"},
	{"pt-BR", "pt-BR"},
	{"ES", "es"},
	{"SPANISH", "es"},
	{" Spanish ", "es"},
	{"es-419", "es-419"},
	{"zh-Hans", "zh-Hans"},
	{"Spanglish", "spanglish"},
	{"ENG", "en"},
	{"x", "x"},
};

static void check(const struct row *rows, size_t count)
{
	struct tx_arena arena = {0};

	for (size_t i = 0; i < count; i++) {
		telex_slice tag = tx_language_tag(tx_slice_of(rows[i].stated), &arena);
		if (!tx_slice_is(tag, rows[i].tag))
			fail_msg("%s: '%.*s'", rows[i].stated, (int)tag.len, tag.ptr);
	}
	tx_arena_done(&arena);
}

static void names_have_tags(void **state)
{
	(void)state;
	check(names, TX_COUNT(names));
	for (size_t i = 0; i < TX_COUNT(names); i++)
		assert_int_equal(strlen(names[i].tag), 2);
}

static void tags_stay(void **state)
{
	(void)state;
	check(tags, TX_COUNT(tags));
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_have_tags),
		cmocka_unit_test(tags_stay),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
