/* HTML as blocks: what makes none of them, the bounds, and that libxml2's parser gives the same. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "invariants/html_oracle.h"
#include "reader/html.h"

static struct tx_markup markup;
static struct tx_buffer out;
static struct tx_arena arena;
static struct tx_story *story;

static telex_slice blocks_of(const char *html)
{
	tx_arena_reset(&arena, SIZE_MAX);
	story = tx_story_new(&arena, "test");
	tx_markup_begin(&markup, &out);
	assert_true(tx_html_blocks(&markup, tx_slice_of(html), story));
	return tx_slice(out.data, out.len);
}

static const struct {
	const char *html, *blocks;
} rows[] = {
	{"plain text", "plain text\n"},
	{"<p class=\"a\" style='b>c' d=e f>x</p>", "x\n"},
	{"<A HREF=http://a.b/>x</A>", "x\n"},
	{"a<br/>b<img src=\"a\"/>c<br />", "a bc\n"},
	{"a<!-- <p> -->b<!---->c<!-->d", "abcd\n"},
	{"a<!DOCTYPE html>b<![if !IE]>c<?php d ?>e", "abce\n"},
	{"a</>b</ c>d", "abd\n"},
	{"a<script>if (a<b) '</p>'</script>b<STYLE>c</style >d", "abd\n"},
	{"a</b>b</div>c", "abc\n"},
	{"<div>a<b>b</div>c</b>", "ab\nc\n"},
	{"a < b, 1 <2, <", "a < b, 1 <2, <\n"},
	{"a <b c", "a <b c\n"},
	{"a <b c=\"d>e", "a e\n"},
	{"a <!b", "a <!b\n"},
	{"<p>a<p>b</p></p>c", "a\nb\nc\n"},
	{"a</p>b</body>c", "a\nb\nc\n"},
	{"<div>a</p>b</p></div>c", "a\nb\nc\n"},
	{"<html><head><title>t</title></head><body>a</body></html>", "a\n"},
	{"<head>a<p>b</p>", "a\nb\n"},
	{"<body>a<body>b</body>c</body>d", "abc\nd\n"},
	{"<p>a<br>b<br>\n <br/>c</p>", "a b\nc\n"},
	{"a<br><br>b", "a\nb\n"},
	{"<ul><li>a<li>b</ul>c", "a\nb\nc\n"},
	{"<table><tr><td>a<td>b<tr><td>c</table>d", "a\tb\nc\nd\n"},
	{"&lt;a&gt; &amp;amp; AT&T &eacute;&#233;&#xE9; &#146; &nosuch; &#0; &copy",
	 "<a> &amp; AT&T "
	 "ééé ’ &nosuch; &#0; ©\n"},
	{"<o:p>a</o:p><my-block>b</my-block>", "a\nb\n"},
	{"<figure><img src=a>x<figcaption>y</figcaption></figure>a", "a\n"},
	{"a<figure>x<table><tr><td>b</td></tr></table>y</figure>c", "a\nb\nc\n"},
	{"<figure><blockquote>a<cite>b</cite></blockquote>x</figure>", "ab\n"},
	{"<figure><blockquote>a<figure>x</figure>b</blockquote>x</figure>c", "a\nb\nc\n"},
	{"<noscript><table><tr><td>x</td></tr></table></noscript>a", "a\n"},
};

static void makes_blocks(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		telex_slice blocks = blocks_of(rows[i].html);
		if (!tx_slice_is(blocks, rows[i].blocks))
			fail_msg("%s gives\n%.*s, not\n%s", rows[i].html, (int)blocks.len,
				 blocks.ptr, rows[i].blocks);
		assert_null(story->alerts);
	}
}

static void warns_of_what_is_lost(void **state)
{
	static const char *const lost[] = {"a<!-- b <p>c", "a<script>b</scrip>", "a<style>b"};

	(void)state;
	for (size_t i = 0; i < sizeof(lost) / sizeof(lost[0]); i++) {
		assert_true(tx_slice_is(blocks_of(lost[i]), "a\n"));
		assert_non_null(story->alerts);
		assert_null(story->alerts->next);
	}
	assert_true(tx_slice_is(blocks_of("a<style>b</style>"), "a\n"));
	assert_null(story->alerts);
}

/* `depth` elements, a text in each before the next begins and after it has ended. */
static char *make_nest(const char *name, size_t depth)
{
	static char html[300 * 32];
	char *at = html;

	for (size_t i = 0; i < depth; i++)
		at += sprintf(at, "<%s>a", name);
	for (size_t i = 0; i < depth; i++)
		at += sprintf(at, "</%s>b", name);
	return html;
}

static size_t count(telex_slice text, char byte)
{
	size_t found = 0;

	for (size_t i = 0; i < text.len; i++)
		found += text.ptr[i] == byte;
	return found;
}

static void bounds_the_depth(void **state)
{
	static const char *const names[] = {"div", "b", "ul", "x"};

	(void)state;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		blocks_of(make_nest(names[i], 256));
		assert_null(story->alerts);
		telex_slice blocks = blocks_of(make_nest(names[i], 258));
		assert_non_null(story->alerts);
		assert_int_equal(count(blocks, 'a'), 258);
		assert_int_equal(count(blocks, 'b'), 258);
		/* Where two blocks are left out, their texts are parted all the same. */
		bool block = strcmp(names[i], "div") == 0 || strcmp(names[i], "ul") == 0;
		if (block)
			assert_int_equal(count(blocks, '\n'), 2 * 258);
	}
}

static void paragraphs_without_ends_are_not_deep(void **state)
{
	static const char *const starts[] = {"<p>a", "<li>a", "<tr><td>a<td>b", "<li><p>a",
					     "<option>a"};
	static char html[256 * 64];

	(void)state;
	for (size_t i = 0; i < sizeof(starts) / sizeof(starts[0]); i++) {
		char *at = html;
		for (size_t n = 0; n < 256 * 3; n++)
			at += sprintf(at, "%s", starts[i]);
		blocks_of(html);
		if (story->alerts != NULL)
			fail_msg("%s is no nest", starts[i]);
	}
}

static void shows_its_form(void **state)
{
	static const struct {
		const char *text;
		enum tx_html_form form;
	} forms[] = {
		{"", TX_HTML_PLAIN},
		{"a < b > c, AT&T, R&D;", TX_HTML_PLAIN},
		{"NORTHLAKE <NLKE> SELLS", TX_HTML_PLAIN},
		{"Ana <ana@example.org>", TX_HTML_PLAIN},
		{"trams &amp; buses", TX_HTML_REFERENCES},
		{"it&#8217;s", TX_HTML_REFERENCES},
		{"<img src='a'>", TX_HTML_TAGS},
		{"a<BR>b", TX_HTML_TAGS},
		{"a<!-- b -->", TX_HTML_TAGS},
		{"<para>a</para>", TX_HTML_TAGS},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++)
		if (tx_html_form(tx_slice_of(forms[i].text)) != forms[i].form)
			fail_msg("%s", forms[i].text);
}

static void copies_what_it_shows(void **state)
{
	static const struct {
		const char *text, *copy;
		bool plain;
	} copies[] = {
		{"a\n b", "a\n b", true},
		{"a &amp; b\n\nc", "a & b\n\nc", true},
		{"<p>a</p><p>b &amp; c</p>", "a\nb & c\n", false},
		{"&lt;p&gt;a&lt;/p&gt;&lt;p&gt;b&amp;#233;&lt;/p&gt;", "a\nbé\n", false},
		{"<p>&lt;b&gt;</p>", "<b>\n", false},
		{"<img src='a'>", "", false},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(copies) / sizeof(copies[0]); i++) {
		bool plain;
		tx_markup_begin(&markup, &out);
		assert_true(tx_html_copy(&markup, tx_slice_of(copies[i].text), story, &plain));
		if (!tx_slice_is(tx_slice(out.data, out.len), copies[i].copy) ||
		    plain != copies[i].plain)
			fail_msg("%s gives %.*s", copies[i].text, (int)out.len, out.data);
	}
}

static uint32_t next_random(uint32_t *seed)
{
	*seed = *seed * 1664525 + 1013904223;
	return *seed >> 16;
}

static const char *pick_text(uint32_t *seed)
{
	static const char *const texts[] = {"a",        " b ",   "c\n",     "&amp;",
					    "&eacute;", "d < e", "&#8217;", ""};

	return texts[next_random(seed) % (sizeof(texts) / sizeof(texts[0]))];
}

/* Tags as they come, most of them out of order; "</p>" has rows of its own. */
static void make_soup(uint32_t *seed, struct tx_buffer *html)
{
	static const char *const names[] = {"p",      "div", "b",    "table", "tr",   "td",
					    "ul",     "li",  "a",    "h2",    "span", "br",
					    "dl",     "dt",  "dd",   "i",     "hr",   "em",
					    "figure", "ol",  "pre",  "tbody", "th",   "s",
					    "font",   "u",   "form", "title", "h3",   "blockquote"};
	uint32_t tags = 1 + next_random(seed) % 12;

	html->len = 0;
	for (uint32_t i = 0; i < tags; i++) {
		const char *name = names[next_random(seed) % (sizeof(names) / sizeof(names[0]))];
		tx_buffer_printf(html, "%s", pick_text(seed));
		if (next_random(seed) % 2 == 0 && strcmp(name, "p") != 0)
			tx_buffer_printf(html, "</%s>", name);
		else
			tx_buffer_printf(html, "<%s class=\"x%u\">", name, (unsigned)i);
	}
	tx_buffer_byte(html, '\0');
}

static void add_tree(uint32_t *seed, struct tx_buffer *html, unsigned depth)
{
	static const char *const inner[] = {"b", "a", "em", "span"};
	static const char *const outer[] = {"div", "p", "ul", "blockquote", "h2", "figure", "td"};
	uint32_t parts = 1 + next_random(seed) % 4;

	for (uint32_t i = 0; i < parts; i++) {
		bool leaf = depth == 0;
		const char *name =
			leaf ? inner[next_random(seed) % 4] : outer[next_random(seed) % 7];
		tx_buffer_printf(html, "%s<%s>%s", pick_text(seed), name, pick_text(seed));
		if (!leaf)
			add_tree(seed, html, strcmp(name, "p") == 0 ? 0 : depth - 1);
		tx_buffer_printf(html, "</%s>%s", name, next_random(seed) % 8 == 0 ? "<br>" : "");
	}
}

/* Elements inside one another, each with its end tag. */
static void make_tree(uint32_t *seed, struct tx_buffer *html)
{
	html->len = 0;
	tx_buffer_printf(html, "<div>");
	add_tree(seed, html, 3);
	tx_buffer_printf(html, "</div>");
	tx_buffer_byte(html, '\0');
}

static void compare(void (*make)(uint32_t *seed, struct tx_buffer *html))
{
	struct tx_buffer html = {0}, expected = {0};
	uint32_t seed = 1;

	for (size_t i = 0; i < 5000; i++) {
		make(&seed, &html);
		html_oracle_blocks(tx_slice(html.data, html.len - 1), &expected);
		telex_slice found = blocks_of(html.data);
		if (!tx_slice_eq(tx_slice(expected.data, expected.len), found))
			fail_msg("%s\ngives\n%.*s\nnot\n%.*s", html.data, (int)found.len, found.ptr,
				 (int)expected.len, expected.data);
	}
	tx_buffer_done(&html);
	tx_buffer_done(&expected);
}

static void gives_what_libxml2_gives(void **state)
{
	(void)state;
	compare(make_tree);
	compare(make_soup);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(makes_blocks),
		cmocka_unit_test(warns_of_what_is_lost),
		cmocka_unit_test(bounds_the_depth),
		cmocka_unit_test(paragraphs_without_ends_are_not_deep),
		cmocka_unit_test(shows_its_form),
		cmocka_unit_test(copies_what_it_shows),
		cmocka_unit_test(gives_what_libxml2_gives),
	};
	int failures = cmocka_run_group_tests(tests, NULL, NULL);

	tx_markup_done(&markup);
	tx_buffer_done(&out);
	tx_arena_done(&arena);
	return failures;
}
