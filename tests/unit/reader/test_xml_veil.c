/* Characters that libxml2 does not get to see: what is veiled, and that it comes back as it was. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "core/utf8.h"
#include "reader/xml/veil.h"

static const struct {
	const char *document;
	bool veiled;
} rows[] = {
	{"<p>plain words</p>", false},
	{"<p>Año</p>", true},
	{"<p a='ñ'>plain</p>", true},
	{"<![CDATA[«»]]>", true},
	{"Привет, мир: 東京 😀 und so weiter, länger als ein Block von sechzehn Bytes", true},
	{"DEL \x7f between é, and at the end \x7f", true},
	{"a DEL \x7f alone", false},
	{"é at a reference &#233; &#1270; &#x7f0; &#127 &amp;", true},
	/* libxml2 would give the same for both */
	{"é and &#127;", false},
	{"é and &#00127;", false},
	{"é and &#x7f;", false},
	{"é and &#x07F;", false},
};

static telex_slice veil(size_t row, struct tx_arena *arena)
{
	bool veiled;
	telex_slice text = tx_xml_veil(tx_slice_of(rows[row].document), arena, &veiled);

	if (veiled != rows[row].veiled)
		fail_msg("row %zu: %s", row, rows[row].document);
	return text;
}

/* All that a character can become means nothing to XML. */
static void test_digits(void **state)
{
	struct tx_arena arena = {0};
	bool veiled;

	(void)state;
	for (uint32_t c = 0x80; c < 0x110000; c = c < 0x3000 ? c + 1 : c + 61) {
		char bytes[4];
		if (c >= 0xd800 && c < 0xe000)
			continue;
		telex_slice text =
			tx_xml_veil(tx_slice(bytes, tx_utf8_encode(c, bytes)), &arena, &veiled);
		for (size_t i = 0; i < text.len; i++)
			assert_null(strchr("<>&'\"?!-]%;#", text.ptr[i]));
	}
	tx_arena_done(&arena);
}

static void test_veil(void **state)
{
	struct tx_arena arena = {0};
	bool failed = false;

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		telex_slice document = tx_slice_of(rows[i].document), text = veil(i, &arena);
		if (!rows[i].veiled) {
			assert_ptr_equal(text.ptr, document.ptr);
			continue;
		}
		assert_int_equal(tx_utf8_ascii(text), text.len);
		telex_slice back = tx_xml_unveil_whole(text, &arena, &failed);
		assert_false(failed);
		if (!tx_slice_eq(back, document))
			fail_msg("row %zu: %.*s", i, (int)back.len, back.ptr);
	}
	tx_arena_done(&arena);
}

/* Cut at every place, and at all of them. */
static void test_portions(void **state)
{
	struct tx_arena arena = {0};
	struct tx_xml_unveiler unveiler = {.left = 0};
	struct tx_buffer whole = {0};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		telex_slice text = veil(i, &arena);
		for (size_t at = 0; rows[i].veiled && at <= text.len + 1; at++) {
			size_t step = at > text.len ? 1 : at == 0 ? text.len : at;
			whole.len = 0;
			for (telex_slice rest = text; rest.len > 0;
			     rest = tx_slice_skip(rest, step))
				tx_buffer_slice(&whole, tx_xml_unveil(&unveiler,
								      tx_slice_take(rest, step)));
			assert_true(tx_slice_eq(tx_slice(whole.data, whole.len),
						tx_slice_of(rows[i].document)));
		}
	}
	tx_buffer_done(&whole);
	tx_buffer_done(&unveiler.text);
	tx_arena_done(&arena);
}

/* U+FFFE is no character of XML, under a veil or without. */
static void test_refused(void **state)
{
	struct tx_arena arena = {0};
	bool veiled;
	telex_slice text = tx_xml_veil(tx_slice_of("é \xef\xbf\xbe"), &arena, &veiled);

	(void)state;
	assert_true(veiled);
	assert_true(tx_slice_ends(text, TX_LIT(" \xef\xbf\xbe")));
	tx_arena_done(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_digits),
		cmocka_unit_test(test_veil),
		cmocka_unit_test(test_portions),
		cmocka_unit_test(test_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
