/* The writer of JSON: what it writes on one line is what it writes indented, and both are laid out
 * as jansson does. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <jansson.h>

#include "emitter/json.h"

/* A member of each kind, and objects and lists in each other. */
static void write_all(struct tx_json *json)
{
	tx_json_open(json, '{');
	tx_json_text(json, TX_KEY("text"), TX_LIT("a, b: {c} [d] \"e\""));
	tx_json_text(json, TX_KEY("unknown"), (telex_slice){NULL, 0});
	tx_json_bytes(json, TX_KEY("bytes"), TX_LIT("a.txt"));
	tx_json_number(json, TX_KEY("number"), 18446744073709551615U);
	tx_json_flag(json, TX_KEY("flag"), true);
	tx_json_flag(json, TX_KEY("no_flag"), false);
	tx_json_degrees(json, TX_KEY("degrees"), -3.5);
	tx_json_date(json, TX_KEY("date"), 2025, 4, 9);
	tx_json_begin_text(json, TX_KEY("pieces"));
	tx_json_inside(json->out, TX_LIT("one\n"));
	tx_json_inside(json->out, TX_LIT("two"));
	tx_json_end_text(json);
	tx_json_open_member(json, TX_KEY("list"), '[');
	tx_json_item(json, TX_LIT("x"));
	tx_json_number_item(json, 7);
	tx_json_open_item(json, '{');
	tx_json_close(json, '}');
	tx_json_open_item(json, '[');
	tx_json_close(json, ']');
	tx_json_open_item(json, '{');
	tx_json_open_member(json, TX_KEY("deep"), '[');
	tx_json_number_item(json, 1);
	tx_json_close(json, ']');
	tx_json_close(json, '}');
	tx_json_close(json, ']');
	tx_json_close(json, '}');
	tx_json_end(json);
}

static void check_layout(const struct tx_buffer *written, size_t layout)
{
	json_t *value = json_loadb(written->data, written->len, 0, NULL);

	assert_non_null(value);
	char *want = json_dumps(value, layout);
	assert_non_null(want);
	assert_int_equal(written->len, strlen(want) + 1);
	assert_memory_equal(written->data, want, written->len - 1);
	assert_int_equal(written->data[written->len - 1], '\n');
	free(want);
	json_decref(value);
}

static void layouts_are_those_of_jansson(void **state)
{
	static const char want[] =
		"{\"text\":\"a, b: {c} [d] \\\"e\\\"\",\"bytes\":\"a.txt\","
		"\"number\":18446744073709551615,\"flag\":true,\"degrees\":-3.5,"
		"\"date\":\"2025-04-09\",\"pieces\":\"one\\ntwo\",\"list\":[\"x\",7,{},[],"
		"{\"deep\":[1]}]}\n";
	struct tx_buffer out = {0};
	struct tx_json json = {.out = &out};

	(void)state;
	write_all(&json);
	assert_int_equal(out.len, sizeof(want) - 1);
	assert_memory_equal(out.data, want, out.len);
	out.len = 0;
	json = (struct tx_json){.out = &out, .indented = true};
	write_all(&json);
	char *big = strstr(out.data, "18446744073709551615");
	assert_non_null(big);
	memcpy(big, "1844674407370955161 ", 20); /* jansson's integers are signed */
	assert_non_null(strstr(out.data, "1844674407370955161 ,\n"));
	memmove(big + 19, big + 20, (size_t)(out.data + out.len - big) - 20);
	out.len--;
	check_layout(&out, JSON_INDENT(2));
	tx_buffer_done(&out);
}

/* {"v":VALUE}, indented. */
static void write_value(struct tx_buffer *out, const char *value)
{
	struct tx_json json = {.out = out, .indented = true};

	out->len = 0;
	tx_json_open(&json, '{');
	tx_json_value(&json, TX_KEY("v"), tx_slice_of(value));
	tx_json_close(&json, '}');
	tx_json_end(&json);
}

static void a_value_of_json_is_indented_too(void **state)
{
	static const char *const values[] = {
		"{}",
		"[]",
		"12",
		"\"a\"",
		"[[],{},[[]],{\"a\":{}}]",
		"{\"a\":1,\"b\":[1,2,-3],\"c\":{\"d\":null,\"e\":[true,false]}}",
		"[\"\",\"a, b: {c} [d]\",\"\\\"\",\"\\\\\",\"a\\\\\\\"b\",\"é €\"]",
		"[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]",
	};
	struct tx_buffer out = {0};

	(void)state;
	for (size_t i = 0; i < sizeof(values) / sizeof(values[0]); i++) {
		write_value(&out, values[i]);
		check_layout(&out, JSON_INDENT(2));
	}
	write_value(&out, "[1e300,0.00001,12345678901234567890]");
	tx_buffer_byte(&out, '\0');
	assert_string_equal(
		out.data,
		"{\n  \"v\": [\n    1e300,\n    0.00001,\n    12345678901234567890\n  ]\n}\n");
	tx_buffer_done(&out);
}

static void an_object_that_stays_empty_is_not_written(void **state)
{
	static const char *const wants[] = {"{\"a\":1,\"b\":{\"c\":2},\"d\":3}\n",
					    "{\n  \"a\": 1,\n  \"b\": {\n    \"c\": 2\n  },\n"
					    "  \"d\": 3\n}\n"};

	(void)state;
	for (int indented = 0; indented < 2; indented++) {
		struct tx_buffer out = {0};
		struct tx_json json = {.out = &out, .indented = indented != 0};
		tx_json_open(&json, '{');
		tx_json_number(&json, TX_KEY("a"), 1);
		tx_json_close_some(&json, tx_json_open_some(&json, TX_KEY("empty")));
		size_t mark = tx_json_open_some(&json, TX_KEY("b"));
		tx_json_number(&json, TX_KEY("c"), 2);
		tx_json_close_some(&json, mark);
		tx_json_number(&json, TX_KEY("d"), 3);
		tx_json_close(&json, '}');
		tx_json_end(&json);
		tx_buffer_byte(&out, '\0');
		assert_string_equal(out.data, wants[indented]);
		tx_buffer_done(&out);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(layouts_are_those_of_jansson),
		cmocka_unit_test(a_value_of_json_is_indented_too),
		cmocka_unit_test(an_object_that_stays_empty_is_not_written),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
