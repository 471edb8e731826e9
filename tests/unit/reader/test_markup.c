/* Marked-up copy as blocks: each on a line of its own, those of a known kind as pieces. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "core/ascii.h"
#include "reader/elements.h"
#include "reader/markup.h"

struct row {
	const char *markup; /* elements by their names; '|' is text's line end */
	const char *want;
	const char *kinds; /* of its pieces: c crosshead, t table, r rule, n note */
};

static const struct row rows[] = {
	{"", "", ""},
	{"One.", "One.\n", ""},
	{"<p>One.</p><p>Two.</p>", "One.\nTwo.\n", ""},
	{"<p> One. </p><p> </p>", "One.\n", ""},
	{"<P>One.</P>", "One.\n", ""},
	{"<p>One <b>bold</b> word.</p>", "One bold word.\n", ""},
	{"<p>One|goes on.</p>", "One goes on.\n", ""},
	{"<p>One|   goes on.</p>", "One goes on.\n", ""},
	{"<p>One<br/>goes on.</p>", "One goes on.\n", ""},
	{"<div>One|goes on.</div>", "One goes on.\n", ""},
	{"<div>One.||Two.</div>", "One.\nTwo.\n", ""},
	{"<div>One.<br/><br/>Two.</div>", "One.\nTwo.\n", ""},
	{"<div>One.<br/>Goes on.</div>", "One. Goes on.\n", ""},
	{"<block>   One|goes on.|   Two|goes on.|   Three.</block>",
	 "One goes on.\nTwo goes on.\nThree.\n", ""},
	{"<div>One.<p>Two.</p>Three.</div>", "One.\nTwo.\nThree.\n", ""},
	{"<ul><li>One</li><li>Two</li></ul>", "One\nTwo\n", ""},
	{"<h2>Head</h2><p>One.</p>", "Head\nOne.\n", "c"},
	{"<hl2>Head</hl2>", "Head\n", "c"},
	{"<h2> </h2><p>One.</p>", "One.\n", ""},
	{"<p>One.</p><hr/><p>Two.</p>", "One.\n___\nTwo.\n", "r"},
	{"<note>Eds: one.</note>", "Eds: one.\n", "n"},
	{"<note><p>Eds: one.</p><p>Two.</p></note>", "Eds: one.\nTwo.\n", "nn"},
	{"<note>Eds: one.<p>Two.</p>Three.</note>Four.", "Eds: one.\nTwo.\nThree.\nFour.\n", "nnn"},
	{"<p>One.<fn>Two.</fn></p></note><p>Three.</p>", "One.\nTwo.\nThree.\n", "n"},
	{"<table><tr><td>A</td><td>1</td></tr><tr><td>B</td><td>2</td></tr></table>",
	 "A\t1\nB\t2\n", "t"},
	{"<table><tr><th>A</th><td></td></tr></table>", "A\n", "t"},
	{"<table><tr><td></td><td>1</td></tr></table>", "\t1\n", "t"},
	{"<table>| <tr>| <td>A|b</td>| </tr>|</table>", "A b\n", "t"},
	{"<table><tr><td><p>A</p><p>b</p></td></tr></table>", "A b\n", "t"},
	{"<table><tr><td>A</td></tr><table><tr><td>B</td></tr></table></table>", "A\nB\n", "t"},
	{"<table></table><p>One.</p>", "One.\n", ""},
	{"<p>One.<table><tr><td>A</td></tr></table>Two.</p>", "One.\nA\nTwo.\n", "t"},
	{"<p>One.</p><pre>A   1|B   2</pre>", "One.\nA   1\nB   2\n", "t"},
	{"<pre>One|goes on.||Two.</pre>", "One goes on.\nTwo.\n", ""},
	{"<p>One.</p></p></div><p>Two.</p>", "One.\nTwo.\n", ""},
	{"</table></tr></td>One.", "One.\n", ""},
	{"<p>One.<p>Two.", "One.\nTwo.\n", ""},
	/* Two breaks part paragraphs, one does not; nor two in a <p> of XML. */
	{"<p>One.<br/><br/>Two.</p>", "One.  Two.\n", ""},
	{"<div>One.<br/>| <br/>Two.</div>", "One.\nTwo.\n", ""},
	{"<div>One<br/>||goes on.</div>", "One goes on.\n", ""},
	{"One.<br/><br/>Two.<br/>Three.", "One.\nTwo. Three.\n", ""},
	/* An indented line among others. */
	{"<p>One|goes|on.|   Two|goes|on.</p>", "One goes on.\nTwo goes on.\n", ""},
	/* Unknown elements: blocks one after the other, part of the text where it adjoins them. */
	{"<x>One.</x><x>Two.</x>", "One.\nTwo.\n", ""},
	{"<x>One.</x>| <y>Two.</y>", "One.\nTwo.\n", ""},
	{"<x><y>One.</y><y>Two.</y></x><z>Three.</z>", "One.\nTwo.\nThree.\n", ""},
	{"Of <x>One</x> and <y>Two</y>.", "Of One and Two.\n", ""},
	{"<x>One</x> and <y>Two</y>.", "One and Two.\n", ""},
	{"Of <x>One</x> <y>Two</y>.", "Of One Two.\n", ""},
	{"<p><x>One</x> <y>Two</y></p>", "One Two\n", ""},
	{"<p>One<x>Two</x>Three (<x>Four</x>).</p>", "One Two Three (Four).\n", ""},
	{"<p>One.<x>Two</x></p>", "One. Two\n", ""},
	{"<h2><x>One</x><x>Two</x></h2>", "One Two\n", "c"},
	{"<note><x>One.</x><x>Two.</x></note>", "One.\nTwo.\n", "nn"},
	{"<table><tr><td><x>A</x><x>b</x></td></tr></table>", "A b\n", "t"},
	{"<x></x><x>One.</x>", "One.\n", ""},
};

static const char kind_letters[] = {
	[TX_TOK_CROSSHEAD] = 'c', [TX_TOK_TABLE] = 't', [TX_TOK_RULE] = 'r', [TX_TOK_NOTE] = 'n'};

static void text(struct tx_markup *markup, telex_slice s)
{
	for (size_t i = 0; i < s.len; i++)
		tx_markup_text(markup, s.ptr[i] == '|' ? TX_LIT("\n") : tx_slice(s.ptr + i, 1));
}

/* "<p>", "</p>", "<br/>". */
static void tag(struct tx_markup *markup, telex_slice inside)
{
	bool closes = inside.ptr[0] == '/', empty = inside.ptr[inside.len - 1] == '/';
	telex_slice name = tx_slice(inside.ptr + closes, inside.len - closes - empty);

	if (!closes)
		tx_markup_open(markup, tx_markup_kind(name));
	if (closes || empty)
		tx_markup_close(markup, tx_markup_kind(name));
}

static void drive(struct tx_markup *markup, telex_slice s)
{
	while (s.len > 0) {
		struct tx_cut before = tx_cut(s, '<');
		text(markup, before.head);
		if (!before.found)
			break;
		struct tx_cut inside = tx_cut(before.tail, '>');
		tag(markup, inside.head);
		s = inside.tail;
	}
	tx_markup_flush(markup);
}

static void check_row(struct tx_markup *markup, struct tx_buffer *out, const struct row *row)
{
	char kinds[8] = "";

	tx_markup_begin(markup, out);
	drive(markup, tx_slice_of(row->markup));
	assert_false(markup->failed || out->failed);
	if (!tx_slice_is(tx_slice(out->data, out->len), row->want))
		fail_msg("%s: \"%.*s\", not \"%s\"", row->markup, (int)out->len, out->data,
			 row->want);
	assert_true(markup->piece_count < sizeof(kinds));
	for (size_t i = 0; i < markup->piece_count; i++) {
		struct tx_piece piece = markup->pieces[i];
		kinds[i] = kind_letters[piece.kind];
		assert_true(piece.start < piece.end && piece.end <= out->len);
		assert_int_equal(out->data[piece.end - 1], '\n');
	}
	if (strcmp(kinds, row->kinds) != 0)
		fail_msg("%s: pieces are \"%s\", not \"%s\"", row->markup, kinds, row->kinds);
}

/* One markup for all of them, as a parser has it: nothing of a story reaches the next. */
static void test_rows(void **state)
{
	struct tx_markup markup = {0};
	struct tx_buffer out = {0};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		check_row(&markup, &out, &rows[i]);
	tx_markup_done(&markup);
	tx_buffer_done(&out);
}

/* A story that ends inside a table, a heading or a note is no part of the next. */
static void test_cut_off(void **state)
{
	static const char *const cuts[] = {"<table><tr><td>A", "<h2>Head", "<note>Eds", "<pre>x"};
	struct tx_markup markup = {0};
	struct tx_buffer out = {0};
	const struct row next = {"<p>One.</p>", "One.\n", ""};

	(void)state;
	for (size_t i = 0; i < sizeof(cuts) / sizeof(cuts[0]); i++) {
		tx_markup_begin(&markup, &out);
		drive(&markup, tx_slice_of(cuts[i]));
		check_row(&markup, &out, &next);
	}
	tx_markup_done(&markup);
	tx_buffer_done(&out);
}

/* Copy that is written anew: nothing is known any more of the bytes that went. */
static void test_cut_back(void **state)
{
	struct tx_buffer out = {0};
	struct tx_markup markup = {0};

	(void)state;
	tx_markup_begin(&markup, &out);
	drive(&markup, TX_LIT("<p>One.</p><h2>Head</h2><p>Two.</p>"));
	assert_int_equal(markup.piece_count, 1);
	tx_markup_cut(&markup, 5);
	assert_int_equal(markup.piece_count, 0);
	drive(&markup, TX_LIT("<p>Three.</p>"));
	tx_markup_flush(&markup);
	assert_int_equal(out.len, 12);
	assert_memory_equal(out.data, "One.\nThree.\n", 12);
	tx_markup_done(&markup);
	tx_buffer_done(&out);
}

static void test_names(void **state)
{
	(void)state;
	for (size_t i = 1; tx_element(i) != NULL; i++) {
		const char *name = tx_element(i)->name;
		if (i > 1)
			assert_true(strcmp(tx_element(i - 1)->name, name) < 0);
		assert_int_equal(tx_element_find(tx_slice_of(name)), i);
	}
	assert_int_equal(tx_markup_kind(TX_LIT("span")), TX_MARKUP_INLINE);
	assert_int_equal(tx_markup_kind(TX_LIT("SCRIPT")), TX_MARKUP_SKIP);
	assert_int_equal(tx_markup_kind(TX_LIT("paragraph")), TX_MARKUP_UNKNOWN);
	assert_int_equal(tx_markup_kind(TX_LIT("a-name-that-is-longer-than-any")),
			 TX_MARKUP_UNKNOWN);
	assert_int_equal(tx_markup_kind(TX_LIT("")), TX_MARKUP_UNKNOWN);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_cut_off),
		cmocka_unit_test(test_cut_back),
		cmocka_unit_test(test_names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
