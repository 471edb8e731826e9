/* A line of HTML as text. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "reader/html_text.h"

static const struct {
	const char *html, *text;
} rows[] = {
	{"The mayor&#8217;s trams &amp; buses", "The mayor’s trams & buses"},
	{"Trams &amp; <b>buses</b>", "Trams & buses"},
	{"One<br>two<BR/>three", "One two three"},
	{"<p>One</p><p>two</p>", " One  two "},
	{"<a href=\"x\">link</a>", "link"},
	{"&#x201C;a&#x201d; &ldquo;b&rdquo;", "“a” “b”"},
	{"&#150; &#146;", "– ’"},
	{"it&apos;s", "it's"},
	/* once */
	{"&amp;amp;", "&amp;"},
	/* what is not one */
	{"AT&T; R&D", "AT&T; R&D"},
	{"&unknown; &amp", "&unknown; &amp"},
	{"NORTHLAKE <NLKE> SELLS, a < b", "NORTHLAKE <NLKE> SELLS, a < b"},
	{"<b", "<b"},
	{"&#0; &#xd800; &#1114112; &#1; &#;", "&#0; &#xd800; &#1114112; &#1; &#;"},
	{"&#129;", "&#129;"},
	{"", ""},
	{"plain", "plain"},
};

static void test_text(void **state)
{
	struct tx_arena arena = {0};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		telex_slice got = tx_html_text(&arena, tx_slice_of(rows[i].html));
		if (!tx_slice_is(got, rows[i].text))
			fail_msg("%s: \"%.*s\"", rows[i].html, (int)got.len, got.ptr);
	}
	tx_arena_done(&arena);
}

static void test_has_reference(void **state)
{
	(void)state;
	assert_true(tx_html_has_reference(TX_LIT("AT&T &amp; others")));
	assert_true(tx_html_has_reference(TX_LIT("&#8217;")));
	assert_false(tx_html_has_reference(TX_LIT("AT&T; R&D &unknown;")));
	assert_false(tx_html_has_reference(TX_LIT("")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_text),
		cmocka_unit_test(test_has_reference),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
