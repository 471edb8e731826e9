/* What everything is on: slices, UTF-8, folding, the arena, the buffer, blocks of bytes. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "core/arena.h"
#include "core/block.h"
#include "core/buffer.h"
#include "core/error.h"
#include "core/fold.h"
#include "core/record.h"
#include "core/scan.h"
#include "core/utf8.h"

static void slices(void **state)
{
	(void)state;
	assert_true(tx_slice_is(tx_trim(TX_LIT(" \t\xc2\xa0"
					       "a b\x03\r\n")),
				"a b"));
	assert_int_equal(tx_trim(TX_LIT("  \n")).len, 0);
	struct tx_cut cut = tx_cut(TX_LIT("a/b/c"), '/');
	assert_true(cut.found && tx_slice_is(cut.head, "a") && tx_slice_is(cut.tail, "b/c"));
	cut = tx_cut(TX_LIT("abc"), '/');
	assert_true(!cut.found && tx_slice_is(cut.head, "abc") && cut.tail.len == 0);
	assert_int_equal(tx_slice_find(TX_LIT("abcabd"), TX_LIT("abd")), 3);
	assert_int_equal(tx_slice_find(TX_LIT("abc"), TX_LIT("abcd")), 3);
	assert_true(tx_slice_eq_nocase(TX_LIT("EfE"), TX_LIT("eFe")));
	assert_false(tx_slice_eq_nocase(TX_LIT("EFE"), TX_LIT("EFE2")));
	assert_true(tx_slice_starts_nocase(TX_LIT("Abonados:"), TX_LIT("ABON")));
	assert_true(tx_slice_opens(TX_LIT("abc"), "ab") && !tx_slice_opens(TX_LIT("a"), "ab"));
}

static void scans(void **state)
{
	telex_slice rest = TX_LIT("12 ab\r\ncd\ref\n");

	(void)state;
	assert_int_equal(tx_count_digits(rest), 2);
	assert_int_equal(tx_digits_number(tx_take_class(&rest, TX_CHAR_DIGIT)), 12);
	rest = tx_skip_class(rest, TX_CHAR_BLANK);
	assert_int_equal(tx_find_byte(rest, 0, rest.len, 'c'), 4);
	assert_int_equal(tx_find_byte(rest, 0, 4, 'c'), 4);
	assert_int_equal(tx_find_byte(rest, 6, 2, 'c'), 2);
	assert_true(tx_slice_is(tx_take_line(&rest), "ab"));
	assert_true(tx_slice_is(tx_take_line(&rest), "cd"));
	assert_true(tx_slice_is(tx_take_line(&rest), "ef"));
	assert_int_equal(rest.len, 0);
	assert_int_equal(tx_take_line(&rest).len, 0);
}

static void rows(void **state)
{
	static const struct {
		const char *text;
		int value;
	} table[] = {{"a", 1}, {"ab", 2}, {"b", 3}, {"\xc3\xa0", 4}};
	static const char texts[][4] = {"a", "ab", "b", "\xc3\xa0"};
	static const char *const strange[] = {"", "aa", "abc", "c", "\xc3", "ab\xc3"};

	(void)state;
	for (size_t i = 0; i < TX_COUNT(table); i++) {
		telex_slice key = tx_slice_of(table[i].text);
		assert_ptr_equal(tx_find_row(table, TX_COUNT(table), sizeof(table[0]), key),
				 &table[i]);
		assert_ptr_equal(tx_find_text_row(texts, TX_COUNT(texts), sizeof(texts[0]), key),
				 texts[i]);
	}
	for (size_t i = 0; i < TX_COUNT(strange); i++) {
		telex_slice key = tx_slice_of(strange[i]);
		assert_null(tx_find_row(table, TX_COUNT(table), sizeof(table[0]), key));
		assert_null(tx_find_text_row(texts, TX_COUNT(texts), sizeof(texts[0]), key));
	}
}

struct utf8_row {
	const char *bytes;
	size_t valid; /* bytes up to the first bad one */
};

static const struct utf8_row utf8_rows[] = {
	{"", 0},
	{"abc", 3},
	{"\xc3\xb1", 2},
	{"\xe2\x82\xac", 3},
	{"\xf0\x9f\x98\x80", 4},
	{"a\x80", 1},
	{"a\xc3", 1},
	{"a\xc3(", 1},
	{"\xc0\x80", 0},
	{"\xc1\xbf", 0},
	{"\xe0\x80\x80", 0},
	{"\xe0\xa0\x80", 3},
	{"\xed\x9f\xbf", 3},
	{"\xed\xa0\x80", 0},
	{"\xee\x80\x80", 3},
	{"\xf0\x80\x80\x80", 0},
	{"\xf4\x8f\xbf\xbf", 4},
	{"\xf4\x90\x80\x80", 0},
	{"\xf5\x80\x80\x80", 0},
	{"\xff", 0},
	{"ab\xe2\x82", 2},
};

/* Each at every distance from the start, so that it crosses every edge of a block. */
static void utf8_is_checked(void **state)
{
	char bytes[160];

	(void)state;
	for (size_t i = 0; i < sizeof(utf8_rows) / sizeof(utf8_rows[0]); i++) {
		size_t len = strlen(utf8_rows[i].bytes);
		for (size_t before = 0; before < 140; before++) {
			memset(bytes, 'x', before);
			memcpy(bytes + before, utf8_rows[i].bytes, len);
			assert_int_equal(tx_utf8_check(tx_slice(bytes, before + len)),
					 before + utf8_rows[i].valid);
		}
	}
}

/* The next bytes of a text: a character of any length, now and then one that is broken. */
static size_t add_bytes(char *to, unsigned *seed)
{
	static const uint32_t bounds[] = {0x80, 0x800, 0xd800, 0xfff0, 0x110000};

	*seed = *seed * 1664525U + 1013904223U;
	unsigned kind = *seed >> 28, value = *seed >> 4 & 0x1fffff;
	uint32_t c = kind < 5 ? 'a' : value % bounds[kind % 5];
	size_t len = tx_utf8_encode(c, to);

	if (*seed % 397 == 0)
		to[value % len] = (char)(value >> 8);
	return len;
}

/* Groups of blocks against characters one by one. */
static void utf8_is_checked_in_groups(void **state)
{
	char bytes[512];
	unsigned seed = 1;

	(void)state;
	for (unsigned round = 0; round < 20000; round++) {
		size_t len = 0, valid = 0, size = 1;
		while (len + 4 < sizeof(bytes) - round % 131)
			len += add_bytes(bytes + len, &seed);
		while (valid < len && size > 0) {
			uint32_t c;
			size = tx_utf8_decode(tx_slice(bytes + valid, len - valid), &c);
			size = c == 0xfffd && size == 1 ? 0 : size;
			valid += size;
		}
		assert_int_equal(tx_utf8_check(tx_slice(bytes, len)), valid);
	}
}

static void every_character_goes_there_and_back(void **state)
{
	char bytes[4];

	(void)state;
	for (uint32_t c = 1; c < 0x110000; c += c < 0x3000 ? 1 : 97) {
		uint32_t back;
		if (c >= 0xd800 && c <= 0xdfff)
			continue;
		size_t len = tx_utf8_encode(c, bytes);
		assert_int_equal(tx_utf8_decode(tx_slice(bytes, len), &back), len);
		assert_int_equal(back, c);
		assert_int_equal(tx_utf8_decode_last(tx_slice(bytes, len), &back), len);
		assert_int_equal(back, c);
		assert_false(tx_char_is_upper(c) && tx_char_is_lower(c));
	}
}

struct fold_row {
	const char *text, *key;
};

static const struct fold_row folds[] = {
	{"M\xc3\x89RIDA", "merida"},
	{"Merida", "merida"},
	{"Me\xcc\x81rida", "merida"},
	{"\xc3\x86r\xc3\xb8", "aero"},
	{"stra\xc3\x9f"
	 "e",
	 "strasse"},
	{"\xc4\x8cTK", "ctk"},
	{"O\xe2\x80\x99Higgins", "o'higgins"},
	{"a\xc2\xa0  b", "a b"},
	{"\xd0\x9c\xd0\xbe\xd1\x81\xd0\xba\xd0\xb2\xd0\xb0",
	 "\xd0\xbc\xd0\xbe\xd1\x81\xd0\xba\xd0\xb2\xd0\xb0"},
};

static void names_have_one_key(void **state)
{
	char key[64];

	(void)state;
	for (size_t i = 0; i < sizeof(folds) / sizeof(folds[0]); i++) {
		size_t len = tx_fold(tx_slice_of(folds[i].text), key, sizeof(key));
		if (!tx_slice_is(tx_slice(key, len), folds[i].key))
			fail_msg("'%s' folds to '%.*s'", folds[i].text, (int)len, key);
	}
	assert_int_equal(tx_fold(TX_LIT("too long for it"), key, 8), 0);
}

static void the_arena_settles(void **state)
{
	struct tx_arena arena = {0};
	struct tx_arena_block *settled = NULL;

	(void)state;
	for (int round = 0; round < 4; round++) {
		for (int i = 0; i < 1000; i++) {
			char *bytes = tx_arena_alloc(&arena, 999);
			assert_non_null(bytes);
			assert_int_equal((uintptr_t)bytes % _Alignof(max_align_t), 0);
			memset(bytes, round, 999);
		}
		tx_arena_reset(&arena, 16 << 20);
		if (round > 0)
			assert_ptr_equal(arena.blocks, settled);
		settled = arena.blocks;
	}
	assert_null(tx_arena_calloc(&arena, SIZE_MAX / 2, 3));
	assert_null(tx_arena_alloc(&arena, SIZE_MAX));
	tx_arena_done(&arena);
	assert_null(arena.blocks);
}

static void a_failed_buffer_stays_failed(void **state)
{
	struct tx_buffer buffer = {0};

	(void)state;
	tx_buffer_lit(&buffer, "kept");
	tx_buffer_number(&buffer, UINT64_MAX);
	tx_buffer_number(&buffer, 0);
	assert_false(tx_buffer_reserve(&buffer, SIZE_MAX));
	tx_buffer_byte(&buffer, 'x');
	tx_buffer_printf(&buffer, "%d", 1);
	assert_true(buffer.failed);
	assert_true(tx_slice_is(tx_slice(buffer.data, buffer.len), "kept184467440737095516150"));
	tx_buffer_done(&buffer);
	assert_false(buffer.failed);
}

static void the_first_error_wins(void **state)
{
	telex_error error = {0};

	(void)state;
	assert_int_equal(tx_fail_at(&error, TELEX_ERR_SYNTAX, 7, 2, 3, "first %d", 1),
			 TELEX_ERR_SYNTAX);
	assert_int_equal(tx_fail(&error, TELEX_ERR_IO, "second"), TELEX_ERR_IO);
	assert_string_equal(error.message, "first 1");
	assert_int_equal(error.status, TELEX_ERR_SYNTAX);
	assert_int_equal(error.line, 2);
	assert_int_equal(tx_fail(NULL, TELEX_ERR_IO, "nobody listens"), TELEX_ERR_IO);
}

static void every_code_has_a_name(void **state)
{
	(void)state;
	for (enum tx_warning_code code = 0; code < TX_WARN__COUNT; code++)
		assert_true(strlen(tx_warning_name(code)) > 3 &&
			    strlen(tx_warning_meaning(code)) > 10);
	for (enum tx_note_kind kind = TX_NOTE_CORRECTION; kind <= TX_NOTE_REFERENCE; kind++)
		assert_non_null(tx_note_kind_name(kind));
	assert_null(tx_note_kind_name(TX_NOTE_NONE));
}

static void warnings_beyond_the_last_are_not_kept(void **state)
{
	static struct tx_record record;

	(void)state;
	for (uint32_t i = 0; i < 3 * TX_WARNINGS_MAX; i++)
		tx_record_warn_at(&record, TX_WARN_DATE_INVALID, i + 1, TX_LIT("x"));
	assert_int_equal(record.warning_count, TX_WARNINGS_MAX);
	assert_int_equal(record.warnings[TX_WARNINGS_MAX - 1].line, TX_WARNINGS_MAX);
	/* Of each code one is kept, and what is not kept is counted. */
	tx_record_warn(&record, TX_WARN_BODY_MISSING, 0, TX_LIT("x"));
	tx_record_warn(&record, TX_WARN_BODY_MISSING, 0, TX_LIT("x"));
	tx_record_end_warnings(&record);
	assert_int_equal(record.warning_count, TX_WARNINGS_MAX + 2);
	assert_int_equal(record.warnings[TX_WARNINGS_MAX].code, TX_WARN_BODY_MISSING);
	assert_int_equal(record.warnings[TX_WARNINGS_MAX + 1].code, TX_WARN_MORE);
	assert_true(tx_slice_is(record.warnings[TX_WARNINGS_MAX + 1].message,
				"65 more warnings are left out"));
}

static void no_warning_is_left_out_of_few(void **state)
{
	static struct tx_record record;

	(void)state;
	for (int i = 0; i < TX_WARNINGS_MAX; i++)
		tx_record_warn(&record, TX_WARN_DATE_INVALID, 0, TX_LIT("x"));
	tx_record_end_warnings(&record);
	assert_int_equal(record.warning_count, TX_WARNINGS_MAX);
	tx_record_warn(&record, TX_WARN_DATE_INVALID, 0, TX_LIT("x"));
	tx_record_end_warnings(&record);
	assert_true(tx_slice_is(record.warnings[TX_WARNINGS_MAX].message,
				"1 more warning is left out"));
}

static void blocks_answer_as_bytes_do(void **state)
{
	char bytes[TX_BLOCK];

	(void)state;
	for (unsigned seed = 0; seed < 4096; seed++) {
		unsigned equal = 0, control = 0, high = 0, leads = 0;
		for (unsigned i = 0; i < TX_BLOCK; i++) {
			bytes[i] = (char)(seed * 2654435761U >> (i + seed % 7));
			equal |= (unsigned)(bytes[i] == ' ') << i;
			control |= (unsigned)((unsigned char)bytes[i] < 0x20) << i;
			high |= (unsigned)((unsigned char)bytes[i] >= 0x80) << i;
			leads |= (unsigned)((unsigned char)bytes[i] >= 0xc0) << i;
		}
		tx_block block = tx_block_load(bytes);
		assert_int_equal(tx_block_equal(block, ' '), equal);
		assert_int_equal(tx_block_high(block), high);
		assert_int_equal(tx_mark_bits(tx_mark_from(block, 0xc0)), leads);
		tx_block controls = tx_mark_control(block), tabs = tx_mark_equal(block, '\t');
		assert_int_equal(tx_mark_bits(controls), control);
		unsigned tab = tx_mark_bits(tabs);
		assert_int_equal(tx_mark_bits(tx_mark_or(tabs, controls)), control);
		assert_int_equal(tx_mark_bits(tx_mark_and(tabs, controls)), tab);
		assert_int_equal(tx_mark_bits(tx_mark_without(controls, tabs)), control & ~tab);
	}
}

static void bytes_are_counted(void **state)
{
	char bytes[700];

	(void)state;
	memset(bytes, ' ', sizeof(bytes));
	for (size_t len = 0; len <= sizeof(bytes); len++)
		assert_int_equal(tx_count_byte(tx_slice(bytes, len), ' '), len);
	for (size_t i = 0; i < sizeof(bytes); i += 3)
		bytes[i] = '!';
	assert_int_equal(tx_count_byte(tx_slice(bytes, sizeof(bytes)), '!'), 234);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(slices),
		cmocka_unit_test(scans),
		cmocka_unit_test(rows),
		cmocka_unit_test(utf8_is_checked),
		cmocka_unit_test(utf8_is_checked_in_groups),
		cmocka_unit_test(every_character_goes_there_and_back),
		cmocka_unit_test(names_have_one_key),
		cmocka_unit_test(the_arena_settles),
		cmocka_unit_test(a_failed_buffer_stays_failed),
		cmocka_unit_test(the_first_error_wins),
		cmocka_unit_test(every_code_has_a_name),
		cmocka_unit_test(warnings_beyond_the_last_are_not_kept),
		cmocka_unit_test(no_warning_is_left_out_of_few),
		cmocka_unit_test(blocks_answer_as_bytes_do),
		cmocka_unit_test(bytes_are_counted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
