/* Strings of JSON: every byte, every alignment, every place of an escape; jansson reads back what
 * was written. */

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

#include "emitter/emitter.h"
#include "emitter/json.h"

#define LONGEST 80

static void check_bytes(struct tx_buffer *out, telex_slice want)
{
	assert_false(out->failed);
	assert_int_equal(out->len, want.len);
	assert_memory_equal(out->data, want.ptr, want.len);
	out->len = 0;
}

/** `written` is one JSON string that means `want`. */
static void check_meaning(const struct tx_buffer *written, telex_slice want)
{
	json_error_t error;
	json_t *json =
		json_loadb(written->data, written->len, JSON_DECODE_ANY | JSON_ALLOW_NUL, &error);

	if (json == NULL)
		fail_msg("%s", error.text);
	assert_true(json_is_string(json));
	assert_int_equal(json_string_length(json), want.len);
	if (want.len > 0)
		assert_memory_equal(json_string_value(json), want.ptr, want.len);
	json_decref(json);
}

static void test_exact(void **state)
{
	static const struct {
		telex_slice input;
		telex_slice want;
	} cases[] = {
		{{NULL, 0}, {"\"\"", 2}},
		{{"", 0}, {"\"\"", 2}},
		{{"EFE", 3}, {"\"EFE\"", 5}},
		{{"\"", 1}, {"\"\\\"\"", 4}},
		{{"\\", 1}, {"\"\\\\\"", 4}},
		{{"/", 1}, {"\"/\"", 3}},
		{{"\b\t\n\f\r", 5}, {"\"\\b\\t\\n\\f\\r\"", 12}},
		{{"\0\x01\x0B\x1F", 4}, {"\"\\u0000\\u0001\\u000B\\u001F\"", 26}},
		{{"\x7F", 1}, {"\"\x7F\"", 3}},
		{{"Espa\xC3\xB1\x61", 7}, {"\"Espa\xC3\xB1\x61\"", 9}},
		{{"\xE2\x80\xA8", 3}, {"\"\xE2\x80\xA8\"", 5}},
	};
	struct tx_buffer out = {0};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		tx_json_string(&out, cases[i].input);
		check_bytes(&out, cases[i].want);
	}
	tx_buffer_done(&out);
}

/** What a byte must become, told without tables. */
static size_t slow_escape(char *to, unsigned char byte)
{
	const char *shorts = "\bb\tt\nn\ff\rr\"\"\\\\";

	for (size_t i = 0; i < 14; i += 2) {
		if ((unsigned char)shorts[i] != byte)
			continue;
		to[0] = '\\';
		to[1] = shorts[i + 1];
		return 2;
	}
	if (byte < 0x20)
		return (size_t)snprintf(to, 7, "\\u%04X", byte);
	to[0] = (char)byte;
	return 1;
}

static void check_byte_at(struct tx_buffer *out, unsigned char byte, size_t at)
{
	char input[40], want[LONGEST], escaped[8];
	size_t escaped_len = slow_escape(escaped, byte);

	memset(input, 'x', sizeof input);
	input[at] = (char)byte;
	memset(want, 'x', sizeof want);
	want[0] = '"';
	memcpy(want + 1 + at, escaped, escaped_len);
	want[sizeof input + escaped_len] = '"';
	tx_json_string(out, tx_slice(input, sizeof input));
	check_bytes(out, tx_slice(want, sizeof input + escaped_len + 1));
}

static void test_all_bytes(void **state)
{
	struct tx_buffer out = {0};

	(void)state;
	for (unsigned byte = 0; byte < 256; byte++)
		for (size_t at = 0; at < 40; at++)
			check_byte_at(&out, (unsigned char)byte, at);
	tx_buffer_done(&out);
}

/** Copies of exact size, so that the address sanitizer sees a byte read too far. */
static char *exact_copy(const char *bytes, size_t len)
{
	char *copy = malloc(len == 0 ? 1 : len);

	assert_non_null(copy);
	memcpy(copy, bytes, len);
	return copy;
}

/** Strings of `len` bytes with an escape at `at` and another a bit after it, written to `at`
 * modulo 16. */
static void check_place(struct tx_buffer *out, size_t len, size_t at)
{
	static const char escapes[] = "\"\\\n\x01";
	size_t before = at % 16;
	char input[LONGEST];
	char *copy;

	for (size_t i = 0; i < len; i++)
		input[i] = (char)('a' + i % 26);
	if (at < len)
		input[at] = escapes[at % 4];
	if (at + 9 < len)
		input[at + 9] = '"';
	copy = exact_copy(input, len);
	out->len = 0;
	tx_buffer_append(out, "0123456789abcdef", before);
	tx_json_string(out, tx_slice(copy, len));
	out->len -= before;
	memmove(out->data, out->data + before, out->len);
	check_meaning(out, tx_slice(input, len));
	free(copy);
}

static void test_every_length_and_alignment(void **state)
{
	struct tx_buffer out = {0};

	(void)state;
	for (size_t len = 0; len <= LONGEST; len++)
		for (size_t at = 0; at <= len; at++)
			check_place(&out, len, at);
	tx_buffer_done(&out);
}

static void test_nothing_but_escapes(void **state)
{
	struct tx_buffer out = {0};
	char input[4096];

	(void)state;
	for (size_t i = 0; i < sizeof input; i++)
		input[i] = (char)(i % 0x20);
	tx_json_string(&out, tx_slice(input, sizeof input));
	check_meaning(&out, tx_slice(input, sizeof input));
	tx_buffer_done(&out);
}

static void test_lossy(void **state)
{
	static const struct {
		telex_slice input;
		telex_slice want;
	} cases[] = {
		{{"", 0}, {"\"\"", 2}},
		{{"a\nb.txt", 7}, {"\"a\\nb.txt\"", 10}},
		{{"a\xF1o", 3}, {"\"a\xEF\xBF\xBDo\"", 7}},
		{{"\xFF\xC3\xB1\xE2\x80", 5},
		 {"\"\xEF\xBF\xBD\xC3\xB1\xEF\xBF\xBD\xEF\xBF\xBD\"", 13}},
	};
	struct tx_buffer out = {0};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		tx_json_lossy_string(&out, cases[i].input);
		check_bytes(&out, cases[i].want);
	}
	tx_buffer_done(&out);
}

static void test_failed_buffer_stays(void **state)
{
	struct tx_buffer out = {0};

	(void)state;
	tx_buffer_lit(&out, "before");
	out.failed = true;
	out.cap = out.len;
	tx_json_string(&out, TX_LIT("a \"quoted\" word"));
	tx_json_lossy_string(&out, TX_LIT("path"));
	assert_true(out.failed);
	assert_int_equal(out.len, 6);
	tx_buffer_done(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_exact),
		cmocka_unit_test(test_all_bytes),
		cmocka_unit_test(test_every_length_and_alignment),
		cmocka_unit_test(test_nothing_but_escapes),
		cmocka_unit_test(test_lossy),
		cmocka_unit_test(test_failed_buffer_stays),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
