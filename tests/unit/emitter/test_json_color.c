/* JSON in colours: what each part is in, and that nothing of it changes. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "emitter/json_color.h"

#define KEY(text)    "\033[34;1m" text "\033[0m"
#define STRING(text) "\033[0;32m" text "\033[0m"
#define VALUE(text)  "\033[0;39m" text "\033[0m"
#define NULL_IS      "\033[1;30mnull\033[0m"
#define SIGNS(text)  "\033[1;39m" text "\033[0m"

static void each_part_has_its_colour(void **state)
{
	static const struct {
		const char *json, *want;
	} rows[] = {
		{"{}\n", SIGNS("{}") "\n"},
		{"{\"a\":1}", SIGNS("{") KEY("\"a\"") SIGNS(":") VALUE("1") SIGNS("}")},
		{"{\"a\": \"b:\\\"c\"}",
		 SIGNS("{") KEY("\"a\"") SIGNS(":") " " STRING("\"b:\\\"c\"") SIGNS("}")},
		{"[true,false,null,-1.5e3]",
		 SIGNS("[") VALUE("true") SIGNS(",") VALUE("false") SIGNS(",") NULL_IS SIGNS(",")
			 VALUE("-1.5e3") SIGNS("]")},
		{"[\"\\\\\",\"x\"]",
		 SIGNS("[") STRING("\"\\\\\"") SIGNS(",") STRING("\"x\"") SIGNS("]")},
		{"\"cut", STRING("\"cut")},
		{"\"cut\\", STRING("\"cut\\")},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct tx_buffer out = {0};
		tx_json_color(&out, tx_slice_of(rows[i].json));
		tx_buffer_byte(&out, '\0');
		assert_string_equal(out.data, rows[i].want);
		tx_buffer_done(&out);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(each_part_has_its_colour)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
