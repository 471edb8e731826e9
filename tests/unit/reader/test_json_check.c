/* What is JSON, what is changed in it so that it can be read, with which warnings; jansson is the
 * oracle of the rest. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdlib.h>

#include <jansson.h>

#include "core/buffer.h"
#include "core/utf8.h"
#include "reader/json/check.h"

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
	 "{\"b\":[{\"a\":1},{\"a\":2}],\"a\":3}", "1 " TWICE("a")},
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
	{"[1e999,0e999,0.0e999,0.001e5,1e-999,12.5]",
	 "[\"1e999\",0e999,0.0e999,0.001e5,1e-999,12.5]", "1 " LARGE("1e999")},
	{"[0.0001e313,0.0001e312]", "[\"0.0001e313\",0.0001e312]", "1 " LARGE("0.0001e313")},
	{"[1.8e308,1.5e308,17.97e307,0.9e309]", "[\"1.8e308\",1.5e308,17.97e307,\"0.9e309\"]",
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

/* The value as compact JSON. */
static void write(struct tx_json_value value, struct tx_buffer *out)
{
	out->len = 0;
	tx_json_write(value, out);
	tx_buffer_byte(out, '\0');
	assert_false(out->failed);
}

static void what_can_be_read_is_read(void **state)
{
	struct tx_arena arena = {0};
	struct tx_buffer out = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct tx_json_checked json;
		telex_status status = tx_json_check(&arena, tx_slice_of(rows[i].text), &json);
		if (status != (rows[i].want[0] == '\0' ? TELEX_ERR_SYNTAX : TELEX_OK))
			fail_msg("%s: %s", rows[i].text, json.wrong);
		if (status != TELEX_OK)
			continue;
		write(json.value, &out);
		assert_string_equal(out.data, rows[i].want);
		assert_notes(rows[i].text, json.notes, rows[i].notes);
	}
	tx_buffer_done(&out);
	tx_arena_done(&arena);
}

/* An object of so many keys, of which the last is that of the first. */
static size_t count_notes(unsigned keys)
{
	struct tx_arena arena = {0};
	struct tx_buffer text = {0};
	struct tx_json_checked json;
	size_t count = 0;

	for (unsigned i = 0; i < keys; i++)
		tx_buffer_printf(&text, "%s\"k%u\":%u", i == 0 ? "{" : ",", i, i);
	tx_buffer_lit(&text, ",\"k0\":7}");
	assert_int_equal(tx_json_check(&arena, tx_slice(text.data, text.len), &json), TELEX_OK);
	for (const struct tx_alert *alert = json.notes->alerts; alert != NULL; alert = alert->next)
		count++;
	if (tx_slice_opens(json.notes->alerts->message, "the key"))
		assert_int_equal(tx_json_count(json.value), keys);
	tx_buffer_done(&text);
	tx_arena_done(&arena);
	return count;
}

/* Beyond what the table of keys holds there is a warning all the same. */
static void many_keys_are_compared(void **state)
{
	(void)state;
	assert_int_equal(count_notes(1), 1);
	assert_int_equal(count_notes(63), 1);
	assert_int_equal(count_notes(64), 1);
	assert_int_equal(count_notes(65), 1);
	assert_int_equal(count_notes(1000), 1);
	assert_int_equal(count_notes(65000), 1);
	assert_int_equal(count_notes(70000), 2);
}

/* The keys of objects that are closed are not compared any more: any number of them may be read. */
static void keys_of_many_objects_need_no_room(void **state)
{
	struct tx_arena arena = {0};
	struct tx_buffer text = {0};
	struct tx_json_checked json;

	(void)state;
	for (unsigned i = 0; i < 70000; i++)
		tx_buffer_printf(&text, "%s{\"a\":1,\"b\":{\"a\":2}}", i == 0 ? "[" : ",");
	tx_buffer_byte(&text, ']');
	assert_int_equal(tx_json_check(&arena, tx_slice(text.data, text.len), &json), TELEX_OK);
	assert_null(json.notes);
	tx_buffer_done(&text);
	tx_arena_done(&arena);
}

static void depth_is_bounded(void **state)
{
	struct tx_arena arena = {0};
	struct tx_json_checked json;
	struct tx_buffer out = {0};
	char text[2 * 2050];

	(void)state;
	memset(text, '[', 2050);
	memset(text + 2050, ']', 2050);
	assert_int_equal(tx_json_check(&arena, tx_slice(text, sizeof(text)), &json), TELEX_OK);
	assert_int_equal(json.notes->alerts->code, TX_WARN_ENVELOPE_BROKEN);
	write(json.value, &out);
	assert_int_equal(strlen(out.data), 2 * 2048 + 2);
	assert_memory_equal(out.data + 2048, "\"\"]", 3);
	assert_int_equal(tx_json_check(&arena, tx_slice(text + 2, sizeof(text) - 4), &json),
			 TELEX_OK);
	assert_null(json.notes);
	assert_int_equal(tx_json_check(&arena, tx_slice(text, sizeof(text) - 1), &json),
			 TELEX_ERR_SYNTAX);
	tx_buffer_done(&out);
	tx_arena_done(&arena);
}

/* Texts that are not JSON, and what is said of each. */
static const struct {
	const char *text;
	size_t line, column;
	const char *wrong;
} faults[] = {
	{"", 1, 1, "neither an object nor a list at its end"},
	{"not json", 1, 1, "neither an object nor a list near 'not json'"},
	{"{\"a\":\n  oops}", 2, 3, "a value is missing near 'oops}'"},
	{"{\"a\":1,}", 1, 8, "a key is missing near '}'"},
	{"{\"\xc3\xa9\" 1}", 1, 6, "a colon is missing near '1}'"},
	{"[1 2]", 1, 4, "a comma or a bracket is missing near '2]'"},
	{"[1}", 1, 3, "a comma or a bracket is missing near '}'"},
	{"[\"a", 1, 4, "a string without its end at its end"},
	{"[\"a\nb\"]", 1, 4, "a control character in a string"},
	{"[\"\\x\"]", 1, 3, "an escape that JSON does not have near '\\x\"]'"},
	{"[01]", 1, 4, "not a number near ']'"},
	{"[1] 2", 1, 5, "text after the last bracket near '2'"},
};

static void faults_are_placed(void **state)
{
	struct tx_arena arena = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(faults); i++) {
		struct tx_json_checked json;
		assert_int_equal(tx_json_check(&arena, tx_slice_of(faults[i].text), &json),
				 TELEX_ERR_SYNTAX);
		assert_string_equal(json.wrong, faults[i].wrong);
		assert_int_equal(json.line, faults[i].line);
		assert_int_equal(json.column, faults[i].column);
	}
	tx_arena_done(&arena);
}

/* Of `text`, jansson and the check say the same; what both read is written the same. */
static void compare(struct tx_arena *arena, const char *text, size_t len, struct tx_buffer *out)
{
	struct tx_json_checked json;
	json_error_t error;
	json_t *want = json_loadb(text, len, JSON_ALLOW_NUL | JSON_REJECT_DUPLICATES, &error);
	telex_status status = tx_json_check(arena, tx_slice(text, len), &json);

	/* What the check mends jansson refuses. */
	if ((status == TELEX_OK && json.notes == NULL) != (want != NULL))
		fail_msg("%.*s: %s, jansson: %s", (int)len, text, json.wrong, error.text);
	if (want == NULL)
		return;
	write(json.value, out);
	json_t *got = json_loads(out->data, JSON_ALLOW_NUL, &error);
	if (!json_equal(got, want))
		fail_msg("%.*s was written as %s", (int)len, text, out->data);
	json_decref(got);
	json_decref(want);
}

/* Bytes of JSON texts, changed one by one and cut off anywhere. */
static void jansson_reads_the_same(void **state)
{
	static const char *const texts[] = {
		"{\"a\":[1,-2.5e+3,true,false,null,\"b\\n\\u00e9\\ud83d\\ude00\"],\"c\":{\"d\":7}}",
		" [ {} , [ ] , { \"k\" : \"\\/\\\\\\\"\" } , 0 , -0.1E-2 ]\r\n",
		"{\"long enough for a block of sixteen\":\"0123456789abcdef\\t0123456789abcdef\"}",
		"[\"\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80\",123456789012345678,1.0]",
	};
	static const char bytes[] = "{}[]\",:\\ue0-+.19tn \n\x01 x/";
	struct tx_arena arena = {0};
	struct tx_buffer out = {0};
	char text[128];

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++) {
		size_t len = strlen(texts[i]);
		for (size_t at = 0; at <= len; at++) {
			compare(&arena, texts[i], at, &out);
			for (size_t b = 0; at < len && b < sizeof(bytes) - 1; b++) {
				memcpy(text, texts[i], len);
				text[at] = bytes[b];
				if (tx_utf8_check(tx_slice(text, len)) == len)
					compare(&arena, text, len, &out);
			}
			tx_arena_reset(&arena, 1 << 16);
		}
	}
	tx_buffer_done(&out);
	tx_arena_done(&arena);
}

static void steps_go_through_a_list_or_an_object(void **state)
{
	static const struct {
		const char *text, *steps;
		bool good;
	} walks[] = {
		{"[]", "", true},
		{"[ 1 , \"a,]\" ,[2,[3]], {\"b\":4} ]", "1;\"a,]\";[2,[3]];{\"b\":4};", true},
		{"{ }", "", true},
		{"{\"a\":1, \"b\\u0021\" : {\"c\":2}}", "a=1;b!={\"c\":2};", true},
		{"[1 2]", "1;", false},
		{"[1", "1;", false},
		{"[1,", "1;", false},
		{"1", "", false},
	};
	struct tx_arena arena = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(walks); i++) {
		struct tx_json_value value = {tx_slice_of(walks[i].text), &arena};
		struct tx_json_walk walk = tx_json_begin(value);
		struct tx_buffer steps = {0};
		while (tx_json_step(&walk)) {
			if (walk.key.ptr != NULL)
				tx_buffer_printf(&steps, "%.*s=", (int)walk.key.len, walk.key.ptr);
			tx_buffer_printf(&steps, "%.*s;", (int)walk.value.text.len,
					 walk.value.text.ptr);
		}
		tx_buffer_byte(&steps, '\0');
		assert_string_equal(steps.data, walks[i].steps);
		assert_int_equal(walk.ended, walks[i].good);
		tx_buffer_done(&steps);
	}
	tx_arena_done(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_can_be_read_is_read),
		cmocka_unit_test(many_keys_are_compared),
		cmocka_unit_test(keys_of_many_objects_need_no_room),
		cmocka_unit_test(depth_is_bounded),
		cmocka_unit_test(faults_are_placed),
		cmocka_unit_test(jansson_reads_the_same),
		cmocka_unit_test(steps_go_through_a_list_or_an_object),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
