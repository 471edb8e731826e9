/* Indented JSON is what jansson makes of the compact text, wherever portions end. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <jansson.h>

#include "emitter/indent.h"

static const char *const values[] = {
	"{}",
	"[]",
	"[[],{},[[]],{\"a\":{}}]",
	"{\"a\":1,\"b\":[1,2,-3],\"c\":{\"d\":null,\"e\":[true,false]}}",
	"[\"\",\"a, b: {c} [d]\",\"\\\"\",\"\\\\\",\"a\\\\\\\"b\",\"é €\"]",
	"{\"a string of more than sixteen bytes, with \\\" in it\":\"and another, \\\\ in it\"}",
	"[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]",
};

static void is_laid_out_as_jansson_does(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(values) / sizeof(values[0]); i++) {
		json_t *json = json_loads(values[i], 0, NULL);
		assert_non_null(json);
		char *want = json_dumps(json, JSON_INDENT(2));
		for (size_t cut = 0; cut <= strlen(values[i]); cut++) {
			struct tx_buffer out = {0};
			struct tx_indent indent = {.out = &out};
			tx_indent_write(&indent, tx_slice(values[i], cut));
			tx_indent_write(&indent, tx_slice_of(values[i] + cut));
			tx_buffer_byte(&out, '\0');
			assert_string_equal(out.data, want);
			tx_buffer_done(&out);
		}
		free(want);
		json_decref(json);
	}
}

static void keeps_numbers_as_written(void **state)
{
	struct tx_buffer out = {0};
	struct tx_indent indent = {.out = &out};

	(void)state;
	tx_indent_write(&indent, TX_LIT("[1e300,0.00001,12345678901234567890]\n[]\n"));
	tx_buffer_byte(&out, '\0');
	assert_string_equal(out.data, "[\n  1e300,\n  0.00001,\n  12345678901234567890\n]\n[]\n");
	tx_buffer_done(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(is_laid_out_as_jansson_does),
		cmocka_unit_test(keeps_numbers_as_written),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
