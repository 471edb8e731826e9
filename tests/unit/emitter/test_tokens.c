/* Tokens as JSON: exact lines; the texts joined are the input. */

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <jansson.h>

#include "emitter/emitter.h"

static const char text[] = "TITULAR\r\n\n(Corrige el \"año\")\rTexto.\n";

static struct tx_token items[] = {
	{0, 0, 0},
	{9, TX_TOK_HEADLINE, TX_NOTE_NONE},
	{10, TX_TOK_BLANK, TX_NOTE_NONE},
	{30, TX_TOK_NOTE, TX_NOTE_CORRECTION},
	{37, TX_TOK_PARAGRAPH, TX_NOTE_NONE},
};

static const struct tx_tokens tokens = {.items = items + 1,
					.count = sizeof items / sizeof items[0] - 1};

static void test_exact(void **state)
{
	static const struct {
		uint64_t offset;
		uint64_t line;
		const char *want;
	} cases[] = {
		{0, 1,
		 "{\"kind\":\"headline\",\"start\":0,\"end\":9,\"line\":1,\"text\":"
		 "\"TITULAR\\r\\n\"}\n"
		 "{\"kind\":\"blank\",\"start\":9,\"end\":10,\"line\":2,\"text\":\"\\n\"}\n"
		 "{\"kind\":\"note\",\"note\":\"correction\",\"start\":10,\"end\":30,\"line\":3,"
		 "\"text\":\"(Corrige el \\\"año\\\")\\r\"}\n"
		 "{\"kind\":\"paragraph\",\"start\":30,\"end\":37,\"line\":4,\"text\":\"Texto."
		 "\\n\"}\n"},
		{5000000000, 70,
		 "{\"kind\":\"headline\",\"start\":5000000000,\"end\":5000000009,\"line\":70,"
		 "\"text\":\"TITULAR\\r\\n\"}\n"
		 "{\"kind\":\"blank\",\"start\":5000000009,\"end\":5000000010,\"line\":71,\"text\":"
		 "\"\\n\"}\n"
		 "{\"kind\":\"note\",\"note\":\"correction\",\"start\":5000000010,\"end\":"
		 "5000000030,"
		 "\"line\":72,\"text\":\"(Corrige el \\\"año\\\")\\r\"}\n"
		 "{\"kind\":\"paragraph\",\"start\":5000000030,\"end\":5000000037,\"line\":73,"
		 "\"text\":\"Texto.\\n\"}\n"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct tx_record record = {.source = {.offset = 7,
						      .text_offset = cases[i].offset,
						      .line = cases[i].line}};
		struct tx_buffer out = {0};

		tx_emit_tokens(&out, &record, &tokens, TX_LIT(text));
		tx_buffer_byte(&out, '\0');
		assert_string_equal(out.data, cases[i].want);
		tx_buffer_done(&out);
	}
}

static void test_joined_is_the_input(void **state)
{
	struct tx_record record = {.source = {.line = 1}};
	struct tx_buffer out = {0}, joined = {0};
	size_t at = 0;

	(void)state;
	tx_emit_tokens(&out, &record, &tokens, TX_LIT(text));
	for (size_t i = 0; i < tokens.count; i++) {
		json_t *json =
			json_loadb(out.data + at, out.len - at, JSON_DISABLE_EOF_CHECK, NULL);
		json_t *piece = json_object_get(json, "text");

		assert_true(json_is_string(piece));
		tx_buffer_append(&joined, json_string_value(piece), json_string_length(piece));
		at += (size_t)((char *)memchr(out.data + at, '\n', out.len - at) -
			       (out.data + at)) +
		      1;
		json_decref(json);
	}
	assert_int_equal(at, out.len);
	assert_int_equal(joined.len, sizeof text - 1);
	assert_memory_equal(joined.data, text, joined.len);
	tx_buffer_done(&out);
	tx_buffer_done(&joined);
}

static void test_no_tokens(void **state)
{
	struct tx_record record = {.source = {.line = 1}};
	struct tx_tokens none = {0};
	struct tx_buffer out = {0};

	(void)state;
	tx_emit_tokens(&out, &record, &none, (telex_slice){0});
	assert_false(out.failed);
	assert_int_equal(out.len, 0);
	tx_buffer_done(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_exact),
		cmocka_unit_test(test_joined_is_the_input),
		cmocka_unit_test(test_no_tokens),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
