/* Stories: facts by rank, lists in their order, the text with its titles first. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "reader/story.h"

static struct tx_arena arena;

static struct tx_story *new_story(void)
{
	struct tx_story *story = tx_story_new(&arena, "test");

	assert_non_null(story);
	return story;
}

static void test_fold(void **state)
{
	static const struct {
		const char *text, *want;
	} rows[] = {
		{"one", "one"},
		{" one  two\t", "one two"},
		{"one\r\ntwo", "one two"},
		{"one\xc2\xa0two", "one two"},
		{"one\x01\x7ftwo", "one two"},
		{"\xc3\xb1\xc2\xbf", "\xc3\xb1\xc2\xbf"},
		{" \n ", ""},
		{"", ""},
	};
	struct tx_story *story = new_story();

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		telex_slice got = tx_story_fold(story, tx_slice_of(rows[i].text));
		assert_true(tx_slice_is(got, rows[i].want));
		assert_int_equal(got.ptr == NULL, rows[i].want[0] == '\0');
	}
}

/* Statements "rank value", one after the other. */
static void test_ranks(void **state)
{
	static const struct {
		const char *statements[3];
		const char *want;
	} rows[] = {
		{{"2 a"}, "a"},
		{{"2 a", "1 b"}, "b"},
		{{"1 a", "2 b"}, "a"},
		{{"1 a", "1 b"}, "a"},
		{{"1  ", "5 b"}, "b"},
		{{"5 a", "1 "}, "a"},
		{{"3 a", "2 b", "1 c"}, "c"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct tx_story *story = new_story();
		for (size_t j = 0; j < 3 && rows[i].statements[j] != NULL; j++)
			tx_story_state(story, TX_FIELD_HEADLINE,
				       (unsigned)(rows[i].statements[j][0] - '0'),
				       tx_slice_of(rows[i].statements[j] + 2));
		assert_true(tx_slice_is(tx_story_fact(story, TX_FIELD_HEADLINE), rows[i].want));
		tx_story_forget(story, TX_FIELD_HEADLINE);
		assert_null(tx_story_fact(story, TX_FIELD_HEADLINE).ptr);
	}
}

static void test_lists(void **state)
{
	struct tx_story *story = new_story();
	static const telex_slice none = {NULL, 0};

	(void)state;
	tx_story_state(story, TX_FIELD_KEYWORD, 0, TX_LIT(" cats "));
	tx_story_state(story, TX_FIELD_SUBJECT, 0, TX_LIT("04000000"));
	tx_story_state(story, TX_FIELD_KEYWORD, 0, TX_LIT("  "));
	assert_non_null(tx_story_add(story, TX_FIELD_SUBJECT, none, TX_LIT("economy"), none));
	assert_null(tx_story_add(story, TX_FIELD_SUBJECT, none, TX_LIT(" "), TX_LIT("scheme")));
	const struct tx_entry *entry = story->entries;
	assert_true(tx_slice_is(entry->term.name, "cats"));
	assert_null(entry->term.code.ptr);
	entry = entry->next;
	assert_true(tx_slice_is(entry->term.code, "04000000"));
	entry = entry->next;
	assert_true(tx_slice_is(entry->term.name, "economy"));
	assert_null(entry->next);
	assert_ptr_equal(story->last_entry, entry);
}

static void entries_are_bounded(void **state)
{
	struct tx_story *story = new_story();
	telex_slice code = TX_LIT("a"), none = {NULL, 0};

	(void)state;
	for (size_t i = 0; i < TX_STORY_ENTRIES_MAX; i++)
		assert_non_null(tx_story_add(story, TX_FIELD_SUBJECT, code, none, none));
	assert_null(story->alerts);
	assert_null(tx_story_add(story, TX_FIELD_SUBJECT, none, none, none));
	assert_null(story->alerts);
	assert_null(tx_story_add(story, TX_FIELD_KEYWORD, none, code, none));
	assert_null(tx_story_promise(story, TX_FIELD_MEDIA));
	assert_int_equal(story->alerts->code, TX_WARN_ENVELOPE_BROKEN);
	assert_null(story->alerts->next);
	struct tx_story *copy = tx_story_copy(story);
	assert_non_null(copy);
	assert_null(tx_story_promise(copy, TX_FIELD_MEDIA));
	assert_null(copy->alerts->next);
	assert_false(story->failed || copy->failed);
}

static void test_copy_of_a_story(void **state)
{
	struct tx_story *base = new_story();

	(void)state;
	tx_story_state(base, TX_FIELD_SLUG, 3, TX_LIT("slug"));
	tx_story_state(base, TX_FIELD_KEYWORD, 0, TX_LIT("cats"));
	tx_story_leave_over(base, TX_LIT("own/thing"), TX_LIT("kept"));
	tx_story_leave_over(base, TX_LIT("own/blank"), TX_LIT(" "));
	tx_story_alert(base, TX_WARN_ENVELOPE_BROKEN, 4, TX_LIT("broken"));
	struct tx_story *copy = tx_story_copy(base);
	assert_non_null(copy);
	tx_story_state(copy, TX_FIELD_SLUG, 1, TX_LIT("another"));
	tx_story_state(copy, TX_FIELD_KEYWORD, 0, TX_LIT("dogs"));
	assert_true(tx_slice_is(tx_story_fact(base, TX_FIELD_SLUG), "slug"));
	assert_null(base->entries->next);
	assert_true(tx_slice_is(tx_story_fact(copy, TX_FIELD_SLUG), "another"));
	assert_true(tx_slice_is(copy->entries->next->term.name, "dogs"));
	assert_true(tx_slice_is(copy->leftovers->name, "own/thing"));
	assert_null(copy->leftovers->next);
	assert_int_equal(copy->alerts->line, 4);
	assert_null(copy->alerts->next);
}

static void test_finish(void **state)
{
	static const struct {
		const char *slug, *headline, *subheadline, *copy, *want;
		size_t copy_start, pieces;
	} rows[] = {
		{"", "", "", "One.\n", "One.\n", 0, 1},
		{"slug", "Head", "Sub", "One.\n", "slug\nHead\nSub\nOne.\n", 14, 4},
		{"", "Head", "", "One.\n", "Head\nOne.\n", 5, 2},
		{"", "Head", "", "", "Head\n", 5, 2},
		{"", "", "", "", "", 0, 1},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct tx_piece block = {0, (uint32_t)strlen(rows[i].copy), TX_TOK_CROSSHEAD};
		struct tx_story *story = new_story();
		tx_story_state(story, TX_FIELD_SLUG, 0, tx_slice_of(rows[i].slug));
		tx_story_state(story, TX_FIELD_HEADLINE, 0, tx_slice_of(rows[i].headline));
		tx_story_state(story, TX_FIELD_SUBHEADLINE, 0, tx_slice_of(rows[i].subheadline));
		story->blocks = (struct tx_pieces){&block, 1};
		assert_true(tx_story_finish(story, tx_slice_of(rows[i].copy)));
		assert_true(tx_slice_is(story->text, rows[i].want));
		assert_int_equal(story->copy_start, rows[i].copy_start);
		assert_int_equal(story->copy_end, story->text.len);
		assert_int_equal(story->pieces.count, rows[i].pieces);
		assert_int_equal(story->pieces.items[rows[i].pieces - 1].start, rows[i].copy_start);
		assert_int_equal(story->pieces.items[rows[i].pieces - 1].end, story->text.len);
	}
}

static void test_finish_whole(void **state)
{
	struct tx_story *story = new_story();
	static const char frame[] = "\x01head\x02text\x03";

	(void)state;
	assert_true(tx_story_finish_whole(story, TX_LIT(frame), 6, 10));
	assert_int_equal(story->kind, TX_COPY_WHOLE);
	assert_true(tx_slice_is(story->text, frame));
	assert_ptr_equal(story->text.ptr, frame);
	assert_int_equal(story->copy_start, 6);
	assert_int_equal(story->copy_end, 10);
}

static int release(void **state)
{
	(void)state;
	tx_arena_done(&arena);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(entries_are_bounded),  cmocka_unit_test(test_fold),
		cmocka_unit_test(test_ranks),           cmocka_unit_test(test_lists),
		cmocka_unit_test(test_copy_of_a_story), cmocka_unit_test(test_finish),
		cmocka_unit_test(test_finish_whole),
	};

	return cmocka_run_group_tests(tests, NULL, release);
}
