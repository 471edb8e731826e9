/* The document as libxml2 reads it: what is written otherwise, in portions of any length, and that
 * encoded characters come back as they were. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "core/utf8.h"
#include "reader/xml/ascii_encoding.h"
#include "reader/xml/input.h"

static const struct {
	const char *document;
	bool encoded;
} rows[] = {
	{"<p>plain words</p>", false},
	{"<p>Año</p>", true},
	{"<p a='ñ'>plain</p>", true},
	{"Привет, мир: 東京 😀 und so weiter, länger als ein Block von sechzehn Bytes", true},
	{"DEL \x7f between é, and at the end \x7f", true},
	{"a DEL \x7f alone", false},
	{"é at a reference &#233; &#1270; &#x7f0; &#127 &amp;", true},
	{"<!-- <![CDATA[ --><?p <![CDATA[?>", true},
	{"<a><![CDATA[no end", true},
	/* libxml2 would give the same for both */
	{"é and &#127;", false},
	{"é and &#00127;", false},
	{"é and &#x7f;", false},
	{"é and &#x07F;", false},
};

/* What libxml2 reads, in portions of `len` bytes. */
static telex_slice read_all(telex_slice document, size_t len, struct tx_xml_input *input,
			    struct tx_buffer *out)
{
	char portion[256];
	int got;

	out->len = 0;
	tx_xml_input_begin(input, document, true);
	while ((got = tx_xml_input_read(input, portion, (int)len)) > 0) {
		assert_true((size_t)got <= len);
		tx_buffer_append(out, portion, (size_t)got);
	}
	return tx_slice(out->data, out->len);
}

/* All that a character can become means nothing to XML. */
static void test_digits(void **state)
{
	struct tx_buffer out = {0};
	struct tx_xml_input input;

	(void)state;
	for (uint32_t c = 0x80; c < 0x110000; c = c < 0x3000 ? c + 1 : c + 61) {
		char bytes[4];
		if (c >= 0xd800 && c < 0xe000)
			continue;
		telex_slice text =
			read_all(tx_slice(bytes, tx_utf8_encode(c, bytes)), 256, &input, &out);
		for (size_t i = 0; i < text.len; i++)
			assert_null(strchr("<>&'\"?!-]%;#", text.ptr[i]));
	}
	tx_buffer_done(&out);
}

static void test_encoding(void **state)
{
	struct tx_arena arena = {0};
	struct tx_buffer out = {0};
	struct tx_xml_input input;
	bool failed = false;

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		telex_slice document = tx_slice_of(rows[i].document);
		for (size_t len = 1; len < 128; len++) {
			telex_slice text = read_all(document, len, &input, &out), back = text;
			if (input.encoded != rows[i].encoded)
				fail_msg("row %zu: %s", i, rows[i].document);
			assert_true(!input.encoded || tx_utf8_ascii(text) == text.len);
			/* An ampersand is a matter of its own. */
			if (input.fixed)
				continue;
			if (input.encoded)
				back = tx_xml_ascii_decode_whole(text, &arena, &failed);
			assert_false(failed);
			if (!tx_slice_eq(back, document))
				fail_msg("row %zu, %zu: %.*s", i, len, (int)back.len, back.ptr);
		}
	}
	tx_buffer_done(&out);
	tx_arena_done(&arena);
}

/* Cut at every place, and at all of them. */
static void test_portions(void **state)
{
	struct tx_xml_ascii_decoder decoder = {.left = 0};
	struct tx_buffer out = {0}, whole = {0};
	struct tx_xml_input input;

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		telex_slice text = read_all(tx_slice_of(rows[i].document), 256, &input, &out);
		for (size_t at = 0; input.encoded && !input.fixed && at <= text.len + 1; at++) {
			size_t step = at > text.len ? 1 : at == 0 ? text.len : at;
			whole.len = 0;
			for (telex_slice rest = text; rest.len > 0;
			     rest = tx_slice_skip(rest, step))
				tx_buffer_slice(
					&whole,
					tx_xml_ascii_decode(&decoder, tx_slice_take(rest, step)));
			assert_true(tx_slice_eq(tx_slice(whole.data, whole.len),
						tx_slice_of(rows[i].document)));
		}
	}
	tx_buffer_done(&whole);
	tx_buffer_done(&out);
	tx_buffer_done(&decoder.text);
}

/* Sections are text, in any portions. */
static void test_sections(void **state)
{
	static const struct {
		const char *document, *text; /* as it is once decoded */
	} documents[] = {
		{"<![CDATA[«»]]>", "«»"},
		{"<a><![CDATA[<p>R&D ]] > é</p>]]>b</a>", "<a><p>R&D ]] > é</p>b</a>"},
		{"<![CDATA[]]><![CDATA[a]]]]><![CDATA[>]]>", "a]]>"},
		{"<a>AT&T<![CDATA[&]]></a>", "<a>AT&amp;T&</a>"},
		{"<![CDATA[<![CDATA[ a text of more than sixteen bytes & a sign <]]>",
		 "<![CDATA[ a text of more than sixteen bytes & a sign <"},
		{"<!-- <![CDATA[a]]> --><![CDATA[b]]>", "<!-- <![CDATA[a]]> -->b"},
		{"<![CDATA[a]]><![CDATA[no end", "a<![CDATA[no end"},
	};
	struct tx_arena arena = {0};
	struct tx_buffer out = {0};
	struct tx_xml_input input;
	bool failed = false;

	(void)state;
	for (size_t i = 0; i < sizeof(documents) / sizeof(documents[0]); i++) {
		for (size_t len = 1; len < 128; len++) {
			telex_slice text =
				read_all(tx_slice_of(documents[i].document), len, &input, &out);
			text = tx_xml_ascii_decode_whole(text, &arena, &failed);
			if (failed || !tx_slice_is(text, documents[i].text))
				fail_msg("%s, %zu: %.*s", documents[i].document, len, (int)text.len,
					 text.ptr);
		}
	}
	tx_buffer_done(&out);
	tx_arena_done(&arena);
}

/* U+FFFE is no character of XML, encoded or not. */
static void test_refused(void **state)
{
	struct tx_buffer out = {0};
	struct tx_xml_input input;
	telex_slice text = read_all(tx_slice_of("é \xef\xbf\xbe"), 256, &input, &out);

	(void)state;
	assert_true(input.encoded);
	assert_true(tx_slice_ends(text, TX_LIT(" \xef\xbf\xbe")));
	tx_buffer_done(&out);
}

static void test_ampersands(void **state)
{
	static const struct {
		const char *document, *want; /* NULL: nothing is to be fixed */
	} documents[] = {
		{"<a>AT&T</a>", "<a>AT&amp;T</a>"},
		{"<a>R & D</a>", "<a>R &amp; D</a>"},
		{"<a b='x&y'>&</a>", "<a b='x&amp;y'>&amp;</a>"},
		{"<a>&& &amp;</a>", "<a>&amp;&amp; &amp;</a>"},
		{"<a>AT&T<!-- & --><?pi &?></a>", "<a>AT&amp;T<!-- & --><?pi &?></a>"},
		{"<a>&nbsp</a>", "<a>&amp;nbsp</a>"},
		{"<a>&;</a>", "<a>&amp;;</a>"},
		{"<a>x&", "<a>x&amp;"},
		{"<a>&amp; &#233; &#xe9; &own; &o.w-n:x_1;</a>", NULL},
		{"<a>no ampersand</a>", NULL},
		{"", NULL},
	};
	struct tx_buffer out = {0};
	struct tx_xml_input input;

	(void)state;
	for (size_t i = 0; i < sizeof(documents) / sizeof(documents[0]); i++) {
		const char *want = documents[i].want;
		for (size_t len = 1; len < 64; len++) {
			telex_slice got =
				read_all(tx_slice_of(documents[i].document), len, &input, &out);
			if (input.fixed != (want != NULL) ||
			    !tx_slice_is(got, want != NULL ? want : documents[i].document))
				fail_msg("%s, %zu: \"%.*s\"", documents[i].document, len,
					 (int)got.len, got.ptr);
		}
	}
	tx_buffer_done(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_digits),     cmocka_unit_test(test_encoding),
		cmocka_unit_test(test_portions),   cmocka_unit_test(test_refused),
		cmocka_unit_test(test_ampersands), cmocka_unit_test(test_sections),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
