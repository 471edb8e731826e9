/* White space folded, control characters gone, words counted. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>

#include "normalizer/prose.h"

struct row {
	const char *raw;
	size_t len;
	const char *text;
	uint32_t words;
	bool controls;
};

#define RAW(literal) (literal), sizeof(literal) - 1

static const struct row rows[] = {
	{RAW(""), "", 0, false},
	{RAW("  \n "), "", 0, false},
	{RAW("uno"), "uno", 1, false},
	{RAW("uno dos"), "uno dos", 2, false},
	{RAW("uno\ndos\r\ntres\rcuatro"), "uno dos tres cuatro", 4, false},
	{RAW("uno  \t dos"), "uno dos", 2, false},
	{RAW("uno\xc2\xa0"
	     "dos\xe2\x80\xa8tres"),
	 "uno dos tres", 3, false},
	{RAW("hispano-\nfrancesa"), "hispano-francesa", 1, false},
	{RAW("el partido -\nque gan\xc3\xb3 -"), "el partido - que gan\xc3\xb3 -", 6, false},
	{RAW("1999-\n2000"), "1999- 2000", 2, false},
	{RAW("a\0b"), "ab", 1, true},
	{RAW("a \0 b"), "a b", 2, true},
	{RAW("yen\x7f"
	     "dollar"),
	 "yen dollar", 2, true},
	{RAW("a \x07 b"), "a b", 2, true},
	{RAW("\x0e"
	     "bold\x0f text"),
	 "bold text", 2, true},
	{RAW("\xc2\xbfqu\xc3\xa9? \xc2\xabs\xc3\xad\xc2\xbb \xe2\x80\x9cno\xe2\x80\x9d"),
	 "\xc2\xbfqu\xc3\xa9? \xc2\xabs\xc3\xad\xc2\xbb \xe2\x80\x9cno\xe2\x80\x9d", 3, false},
};

/* Each after prose of every length, so that it crosses every edge of a block. */
static void prose_is_folded(void **state)
{
	static const char lead[] =
		"primero segundo tercero cuarto quinto sexto septimo octavo noveno ";
	struct tx_arena arena = {0};
	char raw[256], want[256];

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct tx_prose alone =
			tx_prose_fold(tx_slice(rows[i].raw, rows[i].len), false, &arena);
		if (!tx_slice_is(alone.text, rows[i].text))
			fail_msg("row %zu gives '%.*s'", i, (int)alone.text.len, alone.text.ptr);
		assert_int_equal(alone.words, rows[i].words);
		assert_int_equal(alone.had_controls, rows[i].controls);
		for (size_t skip = 0; skip < sizeof(lead) - 2 && rows[i].words > 0; skip++) {
			size_t before = sizeof(lead) - 1 - skip;
			memcpy(raw, lead + skip, before);
			memcpy(raw + before, rows[i].raw, rows[i].len);
			telex_slice front = tx_trim(tx_slice(lead + skip, before));
			size_t len = (size_t)snprintf(want, sizeof(want), "%.*s %s", (int)front.len,
						      front.ptr, rows[i].text);
			struct tx_prose prose =
				tx_prose_fold(tx_slice(raw, before + rows[i].len), false, &arena);
			assert_int_equal(prose.text.len, len);
			assert_memory_equal(prose.text.ptr, want, len);
		}
	}
	tx_arena_done(&arena);
}

static void houses_with_open_hyphens(void **state)
{
	struct tx_arena arena = {0};

	(void)state;
	assert_true(tx_slice_is(tx_prose_fold(TX_LIT("wide-\nranging"), true, &arena).text,
				"wide- ranging"));
	tx_arena_done(&arena);
}

static void clean_prose_is_not_copied(void **state)
{
	struct tx_arena arena = {0};
	telex_slice raw = TX_LIT(" una frase limpia y corriente, sin nada que cambiar ");

	(void)state;
	assert_ptr_equal(tx_prose_fold(raw, false, &arena).text.ptr, raw.ptr + 1);
	assert_null(arena.blocks);
}

static void tables_keep_their_columns(void **state)
{
	struct tx_arena arena = {0};

	(void)state;
	assert_true(
		tx_slice_is(tx_prose_table(TX_LIT("\r\n  a   1\r\n  b   2\x03\r\n"), &arena).text,
			    "  a   1\n  b   2"));
	tx_arena_done(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(prose_is_folded),
		cmocka_unit_test(houses_with_open_hyphens),
		cmocka_unit_test(clean_prose_is_not_copied),
		cmocka_unit_test(tables_keep_their_columns),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
