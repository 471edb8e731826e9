/* The bounded copy of HTML: what it leaves out, and that libxml2 makes the same blocks of it as of
 * the HTML itself. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <libxml/HTMLparser.h>

#include "core/buffer.h"
#include "reader/html_cut.h"
#include "reader/markup.h"

static struct tx_html_cut cut;
static struct tx_buffer out;

static telex_slice copy_of(const char *html)
{
	assert_true(tx_html_cut(&cut, tx_slice_of(html), &out));
	assert_true(out.len <= strlen(html));
	return tx_slice(out.data, out.len);
}

static void leaves_out_what_makes_no_block(void **state)
{
	static const struct {
		const char *html, *copy;
	} rows[] = {
		{"plain text", "plain text"},
		{"<p class=\"a\" style='b>c' d=e f>x</p>", "<p>x</p>"},
		{"<A HREF=http://a.b/>x</A>", "<a>x</a>"},
		{"<br/><br /><img src=\"a\"/>", "<br/><br/><img/>"},
		{"a<!-- <p> -->b<!---->c<!-->d", "abcd"},
		{"a<!DOCTYPE html>b<![if !IE]>c<?php d ?>e", "abce"},
		{"a</>b</ c>d", "abd"},
		{"a<script>if (a<b) '</p>'</script>b<STYLE>c</style >d", "abd"},
		{"a</b>b</div>c", "abc"},
		{"<b>a</b></b>b", "<b>a</b>b"},
		{"<div><b></div></b>", "<div><b></div>"},
		{"<table><tr><td>a</div></td></tr></table>", "<table><tr><td>a</td></tr></table>"},
		{"<div><table></div></table></div>", "<div><table></table></div>"},
		{"<o:p>a</o:p><x1>b</x1>", "<q>a</q><q>b</q>"},
		{"<a-name-that-is-longer-than-any>a", "<q>a"},
		{"a</p></p></p>b</p>", "a</p>b</p>"},
		{"<body>a<body>b</body>c</body>d", "<body>abc</body>d"},
		{"a < b, 1 <2, <", "a < b, 1 <2, <"},
		{"a <b c", "a <b c"},
		{"a <b c=\"d>e", "a <b>e"},
		{"<p a=\"<p a=\"<p a=\"", "<p a=\"<p a=\"<p a=\""},
		{"a <!b", "a <!b"},
		{"<p>a<p>b</p></p>", "<p>a<p>b</p></p>"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		telex_slice copy = copy_of(rows[i].html);
		if (!tx_slice_is(copy, rows[i].copy))
			fail_msg("%s gives %.*s, not %s", rows[i].html, (int)copy.len, copy.ptr,
				 rows[i].copy);
		assert_false(cut.too_deep);
		assert_false(cut.cut_off);
	}
}

static void warns_of_what_is_lost(void **state)
{
	(void)state;
	assert_true(tx_slice_is(copy_of("a<!-- b <p>c"), "a"));
	assert_true(cut.cut_off);
	assert_true(tx_slice_is(copy_of("a<script>b</scrip>"), "a"));
	assert_true(cut.cut_off);
	assert_true(tx_slice_is(copy_of("a<style>b</style>"), "a"));
	assert_false(cut.cut_off);
}

/* `depth` elements, a text in each before the next begins and after it has ended. */
static char *make_nest(const char *name, size_t depth)
{
	static char html[TX_HTML_DEPTH_MAX * 64];
	char *at = html;

	for (size_t i = 0; i < depth; i++)
		at += sprintf(at, "<%s>a", name);
	for (size_t i = 0; i < depth; i++)
		at += sprintf(at, "</%s>b", name);
	return html;
}

static size_t count(telex_slice text, const char *needle)
{
	size_t found = 0, len = strlen(needle);

	for (size_t i = 0; i + len <= text.len; i++)
		found += memcmp(text.ptr + i, needle, len) == 0;
	return found;
}

static void bounds_the_depth(void **state)
{
	static const char *const names[] = {"div", "b", "ul", "x"};

	(void)state;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		copy_of(make_nest(names[i], TX_HTML_DEPTH_MAX));
		assert_false(cut.too_deep);
		telex_slice copy = copy_of(make_nest(names[i], TX_HTML_DEPTH_MAX + 2));
		assert_true(cut.too_deep);
		assert_int_equal(count(copy, "a"), TX_HTML_DEPTH_MAX + 2);
		/* Where two blocks are left out, their texts are parted all the same. */
		bool block = strcmp(names[i], "div") == 0 || strcmp(names[i], "ul") == 0;
		assert_int_equal(count(copy, "<p>"), block ? 4 : 0);
	}
}

static void paragraphs_without_ends_are_not_deep(void **state)
{
	static const char *const rows[] = {"<p>a", "<li>a", "<tr><td>a<td>b", "<li><p>a",
					   "<option>a"};
	static char html[TX_HTML_DEPTH_MAX * 64];

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		char *at = html;
		for (size_t n = 0; n < TX_HTML_DEPTH_MAX * 3; n++)
			at += sprintf(at, "%s", rows[i]);
		copy_of(html);
		if (cut.too_deep)
			fail_msg("%s is no nest", rows[i]);
	}
}

static void knows_the_elements_of_blocks(void **state)
{
	(void)state;
	for (size_t i = 0; tx_markup_name(i) != NULL; i++) {
		size_t number = 0;
		while (tx_html_cut_name(number) != NULL &&
		       strcmp(tx_html_cut_name(number), tx_markup_name(i)) != 0)
			number++;
		if (tx_html_cut_name(number) == NULL)
			fail_msg("'%s' makes a block, and the copy does not know it",
				 tx_markup_name(i));
	}
	for (size_t i = 2; tx_html_cut_name(i) != NULL; i++)
		assert_true(strcmp(tx_html_cut_name(i - 1), tx_html_cut_name(i)) < 0);
}

/* What libxml2 makes of a text, as far as blocks depend on it. */
static void start_element(void *user, const xmlChar *name, const xmlChar **attributes)
{
	enum tx_markup_kind kind = tx_markup_kind(tx_slice_of((const char *)name));

	(void)attributes;
	if (kind != TX_MARKUP_INLINE)
		tx_buffer_printf(user, "<%d>", (int)kind);
}

static void end_element(void *user, const xmlChar *name)
{
	enum tx_markup_kind kind = tx_markup_kind(tx_slice_of((const char *)name));

	if (kind != TX_MARKUP_INLINE)
		tx_buffer_printf(user, "</%d>", (int)kind);
}

static void characters(void *user, const xmlChar *text, int len)
{
	struct tx_buffer *events = user;

	/* Blanks at the start of a block mean nothing. */
	for (int i = 0; i < len; i++) {
		bool blank = text[i] == ' ' || text[i] == '\n';
		if (!blank || (events->len > 0 && events->data[events->len - 1] != '>'))
			tx_buffer_byte(events, (char)text[i]);
	}
}

static void ignore(void *user, xmlErrorPtr error)
{
	(void)user, (void)error;
}

static void read_html(telex_slice html, struct tx_buffer *events)
{
	htmlParserCtxtPtr context = htmlNewParserCtxt();

	events->len = 0;
	assert_non_null(context);
	*context->sax = (xmlSAXHandler){.startElement = start_element,
					.endElement = end_element,
					.characters = characters,
					.cdataBlock = characters,
					.ignorableWhitespace = characters,
					.serror = (xmlStructuredErrorFunc)ignore,
					.initialized = XML_SAX2_MAGIC};
	context->userData = events;
	xmlFreeDoc(htmlCtxtReadMemory(context, html.ptr, (int)html.len, NULL, "UTF-8",
				      HTML_PARSE_RECOVER | HTML_PARSE_NONET));
	htmlFreeParserCtxt(context);
}

static uint32_t next_random(uint32_t *seed)
{
	*seed = *seed * 1664525 + 1013904223;
	return *seed >> 16;
}

/* Tags as they come, most of them out of order. */
static void make_random(uint32_t *seed, struct tx_buffer *html)
{
	static const char *const names[] = {
		"p",    "div",   "b",  "table", "tr",   "td", "ul", "li",        "a",  "h2",
		"span", "br",    "dl", "dt",    "dd",   "i",  "x",  "hr",        "em", "ol",
		"pre",  "tbody", "th", "s",     "font", "u",  "h3", "blockquote"};
	static const char *const texts[] = {"a", " b ", "c\n", "&amp;", "&eacute;", "d < e"};
	uint32_t tags = 1 + next_random(seed) % 12;

	html->len = 0;
	for (uint32_t i = 0; i < tags; i++) {
		const char *name = names[next_random(seed) % (sizeof(names) / sizeof(names[0]))];
		if (next_random(seed) % 3 > 0)
			tx_buffer_printf(
				html, "%s",
				texts[next_random(seed) % (sizeof(texts) / sizeof(texts[0]))]);
		if (next_random(seed) % 2 == 0)
			tx_buffer_printf(html, "</%s>", name);
		else
			tx_buffer_printf(html, "<%s class=\"x%u\">", name, (unsigned)i);
	}
}

static void gives_the_same_blocks(void **state)
{
	struct tx_buffer html = {0}, expected = {0}, found = {0};
	uint32_t seed = 1;

	(void)state;
	for (size_t i = 0; i < 20000; i++) {
		make_random(&seed, &html);
		telex_slice whole = tx_slice(html.data, html.len);
		assert_true(tx_html_cut(&cut, whole, &out));
		read_html(whole, &expected);
		read_html(tx_slice(out.data, out.len), &found);
		if (!tx_slice_eq(tx_slice(expected.data, expected.len),
				 tx_slice(found.data, found.len)))
			fail_msg("%.*s\nis cut to\n%.*s\nand gives\n%.*s\nnot\n%.*s", (int)html.len,
				 html.data, (int)out.len, out.data, (int)found.len, found.data,
				 (int)expected.len, expected.data);
	}
	tx_buffer_done(&html);
	tx_buffer_done(&expected);
	tx_buffer_done(&found);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(leaves_out_what_makes_no_block),
		cmocka_unit_test(warns_of_what_is_lost),
		cmocka_unit_test(bounds_the_depth),
		cmocka_unit_test(paragraphs_without_ends_are_not_deep),
		cmocka_unit_test(knows_the_elements_of_blocks),
		cmocka_unit_test(gives_the_same_blocks),
	};
	int failures = cmocka_run_group_tests(tests, NULL, NULL);

	tx_buffer_done(&out);
	return failures;
}
