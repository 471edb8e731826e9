/* JSON that jansson refuses, and what is loaded of it, with which warnings. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdlib.h>

#include "reader/json/json.h"

#define COUNT(rows) (sizeof(rows) / sizeof((rows)[0]))

#define TWICE(key) "the key \"" key "\" is there twice: the last of its values is read"
#define LARGE(n)   "a number that is too large is kept as text: " n
#define HALF(e)    "half a surrogate pair, " e ", was replaced by U+FFFD"

static const struct {
	const char *text, *want; /* compact; "" = not JSON */
	const char *notes;       /* joined by '|', each with its line */
} rows[] = {
	{"{\"a\":1}", "{\"a\":1}", ""},
	/* Of equal keys the last, whatever their form; not those of other objects. */
	{"{\"a\":1,\n\"a\":2}", "{\"a\":2}", "2 " TWICE("a")},
	{"{\"a\":1,\"\\u0061\":2}", "{\"a\":2}", "1 " TWICE("\\u0061")},
	{"{\"\\n\":1,\"\\u000a\":2}", "{\"\\n\":2}", "1 " TWICE("\\u000a")},
	{"{\"\\\\\":1,\"\\u005c\":2}", "{\"\\\\\":2}", "1 " TWICE("\\u005c")},
	{"{\"\\ud83d\\ude00\":1,\"\xf0\x9f\x98\x80\":2}", "{\"\xf0\x9f\x98\x80\":2}",
	 "1 " TWICE("\xf0\x9f\x98\x80")},
	{"{\"a\":{\"a\":1},\"b\":[{\"a\":1},{\"a\":2}],\"a\" : 3}",
	 "{\"a\":3,\"b\":[{\"a\":1},{\"a\":2}]}", "1 " TWICE("a")},
	{"{\"a\":1,\"a\":2,\"a\":3}", "{\"a\":3}", "1 " TWICE("a") "|1 " TWICE("a")},
	{"{\"\":1,\"\":2}", "{\"\":2}", "1 " TWICE("")},
	/* Numbers beyond 64 bits and beyond a double. */
	{"[1e999]", "[\"1e999\"]", "1 " LARGE("1e999")},
	{"[\n-1E+400,1]", "[\"-1E+400\",1]", "2 " LARGE("-1E+400")},
	{"[123456789012345678901234567890]", "[\"123456789012345678901234567890\"]",
	 "1 " LARGE("123456789012345678901234567890")},
	{"[9223372036854775808,9223372036854775807,-9223372036854775808]",
	 "[\"9223372036854775808\",9223372036854775807,-9223372036854775808]",
	 "1 " LARGE("9223372036854775808")},
	{"[-9223372036854775809]", "[\"-9223372036854775809\"]",
	 "1 " LARGE("-9223372036854775809")},
	{"[1e999,0e999,0.0e999,0.001e5,1e-999,12.5]", "[\"1e999\",0.0,0.0,100.0,0.0,12.5]",
	 "1 " LARGE("1e999")},
	{"[0.0001e313,0.0001e312]", "[\"0.0001e313\",1e308]", "1 " LARGE("0.0001e313")},
	{"[1.8e308,1.5e308,17.97e307,0.9e309]", "[\"1.8e308\",1.5e308,1.797e308,\"0.9e309\"]",
	 "1 " LARGE("1.8e308") "|1 " LARGE("0.9e309")},
	{"[1234567890e301]", "[\"1234567890e301\"]", "1 " LARGE("1234567890e301")},
	/* Strings. */
	{"[\"a\\ud800b\",\"\\udc00\",\"\\ud800\\ud83d\\ude00\"]",
	 "[\"a\xef\xbf\xbd"
	 "b\",\"\xef\xbf\xbd\",\"\xef\xbf\xbd\xf0\x9f\x98\x80\"]",
	 "1 " HALF("\\ud800") "|1 " HALF("\\udc00") "|1 " HALF("\\ud800")},
	{"{\"a\\u0000\":\"\\u0000\"}", "{\"a\xef\xbf\xbd\":\"\\u0000\"}",
	 "1 a NUL in a key, \\u0000, was replaced by U+FFFD"},
	{"[\"\\\\ud800\",1e999]", "[\"\\\\ud800\",\"1e999\"]", "1 " LARGE("1e999")},
	{"[\"\\\"{:\",1e999]", "[\"\\\"{:\",\"1e999\"]", "1 " LARGE("1e999")},
	/* What is not JSON stays so. */
	{"{\"a\":1,\"a\":2", "", ""},
	{"{\"a\":1e999,}", "", ""},
	{"[1e999", "", ""},
	{"[\"\\ud800", "", ""},
	{"[\"\\", "", ""},
	{"[-]", "", ""},
	{"[1e]", "", ""},
	{"]1e999[", "", ""},
	{"\"\\uzzzz\"", "", ""},
	{"", "", ""},
};

static void assert_notes(const char *text, const struct tx_story *notes, const char *want)
{
	struct tx_buffer all = {0};

	for (const struct tx_alert *alert = notes == NULL ? NULL : notes->alerts; alert != NULL;
	     alert = alert->next) {
		if (all.len > 0)
			tx_buffer_byte(&all, '|');
		tx_buffer_number(&all, alert->line);
		tx_buffer_byte(&all, ' ');
		tx_buffer_slice(&all, alert->message);
	}
	if (!tx_slice_is(tx_slice(all.data, all.len), want))
		fail_msg("%s: '%.*s' instead of '%s'", text, (int)all.len, all.data, want);
	tx_buffer_done(&all);
}

static void what_can_be_read_is_read(void **state)
{
	struct tx_unwrapper unwrapper = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct tx_story *notes;
		json_error_t error;
		json_t *value;
		telex_slice text = tx_slice_of(rows[i].text);
		telex_status status = tx_json_load(&unwrapper, text, &value, &notes, &error);
		assert_int_equal(status, rows[i].want[0] == '\0' ? TELEX_ERR_SYNTAX : TELEX_OK);
		if (status != TELEX_OK) {
			assert_null(value);
			continue;
		}
		char *dump = json_dumps(value, JSON_COMPACT);
		assert_string_equal(dump, rows[i].want);
		assert_notes(rows[i].text, notes, rows[i].notes);
		free(dump);
		json_decref(value);
	}
	tx_unwrapper_done(&unwrapper);
}

/* An object of so many keys, of which the last is that of the first. */
static size_t count_notes(unsigned keys)
{
	struct tx_unwrapper unwrapper = {0};
	struct tx_buffer text = {0};
	struct tx_story *notes;
	json_error_t error;
	json_t *value;
	size_t count = 0;

	for (unsigned i = 0; i < keys; i++)
		tx_buffer_printf(&text, "%s\"k%u\":%u", i == 0 ? "{" : ",", i, i);
	tx_buffer_lit(&text, ",\"k0\":7}");
	assert_int_equal(
		tx_json_load(&unwrapper, tx_slice(text.data, text.len), &value, &notes, &error),
		TELEX_OK);
	assert_int_equal(json_integer_value(json_object_get(value, "k0")), 7);
	assert_int_equal(json_object_size(value), keys);
	for (const struct tx_alert *alert = notes->alerts; alert != NULL; alert = alert->next)
		count++;
	json_decref(value);
	tx_buffer_done(&text);
	tx_unwrapper_done(&unwrapper);
	return count;
}

/* Beyond what the table of keys holds there is a warning all the same. */
static void many_keys_are_compared(void **state)
{
	(void)state;
	assert_int_equal(count_notes(1), 1);
	assert_int_equal(count_notes(127), 1);
	assert_int_equal(count_notes(1000), 1);
	assert_int_equal(count_notes(65000), 1);
	assert_int_equal(count_notes(70000), 1);
	assert_int_equal(count_notes(300000), 1);
}

/* jansson refuses what is deeper than 2,048; it is not read a second time without end. */
static void depth_is_bounded(void **state)
{
	struct tx_unwrapper unwrapper = {0};
	struct tx_story *notes;
	json_error_t error;
	json_t *value;
	char text[6000];

	(void)state;
	memset(text, '[', sizeof(text));
	assert_int_equal(
		tx_json_load(&unwrapper, tx_slice(text, sizeof(text)), &value, &notes, &error),
		TELEX_ERR_SYNTAX);
	assert_non_null(strstr(error.text, "depth"));
	tx_unwrapper_done(&unwrapper);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_can_be_read_is_read),
		cmocka_unit_test(many_keys_are_compared),
		cmocka_unit_test(depth_is_bounded),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
