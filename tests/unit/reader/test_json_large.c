/* JSON whose tree would take too much memory: what is read of it, and what its records say. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/buffer.h"
#include "reader/json/json.h"
#include "reader/json/values.h"

#define MANY 60000 /* values that a tree is not made of */

static struct tx_unwrapper unwrapper;
static telex_error error;

static void add_many(struct tx_buffer *out, const char *value)
{
	for (size_t i = 0; i < MANY; i++)
		tx_buffer_printf(out, "%s%s", i == 0 ? "" : ",", value);
}

/* `frame` with each '#' in it written as many values. */
static telex_status read(const char *frame, const char *value)
{
	static struct tx_buffer text;

	text.len = 0;
	for (; *frame != '\0'; frame++) {
		if (*frame == '#')
			add_many(&text, value);
		else
			tx_buffer_byte(&text, *frame);
	}
	tx_arena_reset(&unwrapper.arena, 1 << 20);
	unwrapper.stories = (struct tx_stories){0};
	error = (telex_error){0};
	assert_false(tx_json_is_small(tx_slice(text.data, text.len)));
	return tx_ninjs_unwrap(&unwrapper, tx_slice(text.data, text.len), &error);
}

static void items_of_lists_are_read_one_by_one(void **state)
{
	static const char *const frames[] = {
		"[#,{\"uri\":\"u\",\"headline\":\"h\"},1,\"a\",[{}]]",
		"{\"items\":[#,{\"uri\":\"u\",\"headline\":\"h\"}],\"next\":{\"a\":\"b\"}}",
		"{\"data\" : {\"items\" : [ {\"item\":{\"uri\":\"u\",\"headline\":\"h\"}} , # ]} }",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(frames) / sizeof(frames[0]); i++) {
		assert_int_equal(read(frames[i], "{}"), TELEX_OK);
		assert_int_equal(unwrapper.stories.count, 1);
		const struct tx_story *story = unwrapper.stories.first;
		assert_true(tx_slice_is(tx_story_fact(story, TX_FIELD_HEADLINE), "h"));
		assert_null(story->alerts);
	}
	assert_int_equal(read("[#]", "{\"uri\":\"u\",\"headline\":\"h\"}"), TELEX_OK);
	assert_int_equal(unwrapper.stories.count, MANY);
}

static void large_members_are_left_out_with_a_word(void **state)
{
	static const char *const frames[] = {
		"{\"uri\":\"u\",\"a\":[#],\"headline\":\"h\"}",
		"{\"a\":[#],\"uri\":\"u\",\"headline\":\"h\"}",
		"[{\"uri\":\"u\",\"headline\":\"h\",\"subject\":[#]}]",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(frames) / sizeof(frames[0]); i++) {
		assert_int_equal(read(frames[i], "[]"), TELEX_OK);
		assert_int_equal(unwrapper.stories.count, 1);
		const struct tx_story *story = unwrapper.stories.first;
		assert_true(tx_slice_is(tx_story_fact(story, TX_FIELD_HEADLINE), "h"));
		assert_int_equal(story->alerts->code, TX_WARN_ENVELOPE_BROKEN);
		assert_true(
			tx_slice_opens(story->alerts->message, "a member with too many values"));
	}
}

static void what_cannot_be_read_is_an_error(void **state)
{
	(void)state;
	assert_int_equal(read("{\"uri\":\"u\",#}", "\"a\":{}"), TELEX_ERR_TOO_BIG);
	assert_string_equal(error.message, "too many values in this JSON");
	assert_int_equal(read("[{\"uri\":\"u\",\"headline\":\"h\"},{#}]", "\"a\":{}"), TELEX_OK);
	assert_true(tx_slice_opens(unwrapper.stories.first->alerts->message,
				   "an item with too many values"));
	assert_int_equal(read("[#]", "{}"), TELEX_ERR_EMPTY);
	assert_int_equal(read("[{\"uri\":\"u\"},\n#,\n{\"uri\":}]", "{}"), TELEX_ERR_SYNTAX);
	assert_int_equal(error.line, 3);
	assert_int_equal(unwrapper.stories.count, 0);
	assert_int_equal(read("[#\n{}]", "{}"), TELEX_ERR_SYNTAX);
	assert_int_equal(error.line, 2);
	assert_int_equal(read("{\"uri\":\"u\" 1,\"a\":[#]}", "{}"), TELEX_ERR_SYNTAX);
}

static void steps_go_through_a_list_or_an_object(void **state)
{
	static const struct {
		const char *text, *steps;
		bool good;
	} rows[] = {
		{"[]", "", true},
		{" [ 1 , \"a,]\" ,[2,[3]], {\"b\":4} ]", "1;\"a,]\";[2,[3]];{\"b\":4};", true},
		{"{ }", "", true},
		{"{\"a\":1, \"b\\\"\" : {\"c\":2}}", "\"a\"=1;\"b\\\"\"={\"c\":2};", true},
		{"[1 2]", "1;", false},
		{"[1", "1;", false},
		{"[1,", "1;", false},
		{"[[1]", "[1];", false},
		{"1", "", false},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct tx_json_walk walk = {.rest = tx_slice_of(rows[i].text)};
		struct tx_buffer steps = {0};
		while (tx_json_step(&walk)) {
			if (walk.key.ptr != NULL)
				tx_buffer_printf(&steps, "%.*s=", (int)walk.key.len, walk.key.ptr);
			tx_buffer_printf(&steps, "%.*s;", (int)walk.value.len, walk.value.ptr);
		}
		tx_buffer_byte(&steps, '\0');
		assert_string_equal(steps.data, rows[i].steps);
		assert_int_equal(walk.ended, rows[i].good);
		tx_buffer_done(&steps);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(items_of_lists_are_read_one_by_one),
		cmocka_unit_test(large_members_are_left_out_with_a_word),
		cmocka_unit_test(what_cannot_be_read_is_an_error),
		cmocka_unit_test(steps_go_through_a_list_or_an_object),
	};
	int failures = cmocka_run_group_tests(tests, NULL, NULL);

	tx_unwrapper_done(&unwrapper);
	return failures;
}
