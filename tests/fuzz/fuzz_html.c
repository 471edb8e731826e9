/* HTML: any bytes, which must only be survived, and the same bytes as the choices of a soup of tags
 * and texts, of which libxml2's parser must make the same blocks. */
#include <stdint.h>
#include <stdlib.h>

#include "invariants/html_oracle.h"
#include "reader/html.h"

#define TAGS_MAX 200 /* below the bound of depth */

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct tx_markup markup;
static struct tx_arena arena;

static void read_blocks(telex_slice html, struct tx_buffer *out)
{
	tx_arena_reset(&arena, SIZE_MAX);
	tx_markup_begin(&markup, out);
	if (!tx_html_blocks(&markup, html, tx_story_new(&arena, "test")))
		abort();
}

/* One byte, one tag or text.  "</p>" is left out: where it ends nothing libxml2 ignores it, and
 * browsers do not. */
static void add_choice(struct tx_buffer *html, unsigned choice)
{
	static const char *const names[] = {
		"p",    "div",   "b",  "table", "tr", "td",    "ul", "li", "a",          "h2",
		"span", "br",    "dl", "dt",    "dd", "i",     "hr", "em", "ol",         "figure",
		"pre",  "tbody", "th", "font",  "h3", "title", "u",  "s",  "blockquote", "form"};
	static const char *const texts[] = {"a",        " b ",   "c\n",   "&amp;",
					    "&eacute;", "d < e", "&#233;"};
	const size_t name_count = sizeof(names) / sizeof(names[0]);
	const char *name = names[choice / 3 % name_count];

	if (choice % 3 == 0)
		tx_buffer_printf(html, "%s",
				 texts[choice / 3 % (sizeof(texts) / sizeof(texts[0]))]);
	else if (choice % 3 == 1 || choice / 3 % name_count == 0)
		tx_buffer_printf(html, "<%s class='x'>", name);
	else
		tx_buffer_printf(html, "</%s>", name);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct tx_buffer html = {0}, found = {0}, expected = {0};

	read_blocks(tx_slice((const char *)data, size), &found);
	for (size_t i = 0; i < size && i < TAGS_MAX; i++)
		add_choice(&html, data[i]);
	read_blocks(tx_slice(html.data, html.len), &found);
	html_oracle_blocks(tx_slice(html.data, html.len), &expected);
	if (!tx_slice_eq(tx_slice(found.data, found.len), tx_slice(expected.data, expected.len)))
		abort();
	tx_buffer_done(&html);
	tx_buffer_done(&found);
	tx_buffer_done(&expected);
	return 0;
}
