/* News pages through telex against libxml2's own HTML parse of the same bytes with handlers that do
 * nothing, in one process and in turn.
 *
 *     pages RATIO MEGABYTES PAGES [FILE…]
 *
 * Without files one page is made, of 250 kB as papers send them: scripts, styles and pictures in
 * two thirds of its bytes, menus, a story of thirty paragraphs, lists of links.  Prints the ratio,
 * megabytes and pages a second; exit 1 over RATIO, or under MEGABYTES or PAGES. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <libxml/HTMLparser.h>

#include "core/buffer.h"
#include "telex/telex.h"

#define ROUNDS    5
#define RUN_BYTES ((size_t)32 << 20)
#define FILE_MAX  ((size_t)16 << 20)

struct page {
	char *data;
	size_t len;
};

static void on_start(void *user, const xmlChar *name, const xmlChar **attributes)
{
	(void)user, (void)name, (void)attributes;
}

static void on_end(void *user, const xmlChar *name)
{
	(void)user, (void)name;
}

static void on_text(void *user, const xmlChar *text, int len)
{
	(void)user, (void)text, (void)len;
}

static void on_error(void *user, xmlErrorPtr error)
{
	(void)user, (void)error;
}

static double now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static void make_page(struct tx_buffer *out)
{
	tx_buffer_lit(out, "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">"
			   "<title>Ferry sails again</title><script type=\"application/ld+json\">"
			   "{\"@type\":\"NewsArticle\",\"headline\":\"Ferry sails again\","
			   "\"datePublished\":\"2024-05-14T09:00:00Z\"}</script>");
	for (unsigned i = 0; i < 60; i++)
		tx_buffer_printf(out,
				 "<style>.c%u{margin:0;padding:%upx}</style><script>"
				 "window.q=window.q||[];q.push({\"k\":%u,\"v\":\"",
				 i, i, i);
	for (unsigned i = 0; i < 1600; i++)
		tx_buffer_printf(out,
				 "var a%u=function(b){return b<%u?\"<div>\":b*2};\n"
				 "if(a%u(1)&&!0){c.push(a%u)}else{throw new Error(%u)}",
				 i, i, i, i, i);
	tx_buffer_lit(out, "</script></head><body class=\"single\"><header><nav><ul>");
	for (unsigned i = 0; i < 150; i++)
		tx_buffer_printf(out,
				 "<li class=\"menu-item menu-item-%u\"><a class=\"link\" "
				 "href=\"/section/%u\"><span>Section %u</span></a></li>\n",
				 i, i, i);
	tx_buffer_lit(out, "</ul></nav></header><main><article class=\"post\"><h1>Ferry sails again"
			   "</h1><div class=\"entry-content\">");
	for (unsigned i = 0; i < 30; i++)
		tx_buffer_printf(
			out,
			"<p class=\"p%u\">The harbour office said on Tuesday that the "
			"ferry will sail again from Monday, after <a href=\"/p/%u\">engineers"
			"</a> replaced a pump that had failed twice in a month, part %u.</p>\n"
			"<div class=\"ad\" id=\"slot-%u\"><!-- slot %u --></div>",
			i, i, i, i, i);
	tx_buffer_lit(out, "</div></article><aside class=\"related\">");
	for (unsigned i = 0; i < 120; i++)
		tx_buffer_printf(
			out,
			"<div class=\"card\" data-id=\"%u\"><svg viewBox=\"0 0 9 9\"><path "
			"d=\"M0 0h9v9H0z\"/></svg><a href=\"/story/%u\"><img src=\"/i/%u.jpg\" "
			"alt=\"\" width=\"300\" height=\"200\" loading=\"lazy\"><h3>Another story, "
			"number %u, of the harbour</h3></a></div>\n",
			i, i, i, i);
	tx_buffer_lit(out, "</aside></main><footer><p>© Example Post</p></footer></body></html>");
}

static struct page read_file(const char *path)
{
	struct page page = {malloc(FILE_MAX), 0};
	FILE *file = fopen(path, "rb");

	if (file == NULL || page.data == NULL) {
		perror(path);
		exit(2);
	}
	page.len = fread(page.data, 1, FILE_MAX, file);
	fclose(file);
	return page;
}

static void parse_by_libxml(htmlParserCtxtPtr context, const struct page *page)
{
	xmlFreeDoc(htmlCtxtReadMemory(context, page->data, (int)page->len, NULL, "UTF-8",
				      HTML_PARSE_RECOVER | HTML_PARSE_NONET));
}

static double time_libxml(const struct page *pages, size_t count, size_t repeats)
{
	htmlParserCtxtPtr context = htmlNewParserCtxt();

	*context->sax = (xmlSAXHandler){.startElement = on_start,
					.endElement = on_end,
					.characters = on_text,
					.ignorableWhitespace = on_text,
					.cdataBlock = on_text,
					.serror = (xmlStructuredErrorFunc)on_error,
					.initialized = XML_SAX2_MAGIC};
	double start = now();
	for (size_t k = 0; k < repeats; k++)
		for (size_t i = 0; i < count; i++)
			parse_by_libxml(context, &pages[i]);
	double took = now() - start;
	htmlFreeParserCtxt(context);
	return took;
}

static double time_telex(telex_parser *parser, const struct page *pages, size_t count,
			 size_t repeats)
{
	const telex_record *record;
	telex_slice line;
	double start = now();

	for (size_t k = 0; k < repeats * count; k++) {
		const struct page *page = &pages[k % count];
		telex_status status;
		telex_parser_restart(parser, NULL, NULL);
		telex_parser_feed(parser, (telex_slice){page->data, page->len}, TELEX_FEED_LAST,
				  NULL);
		while ((status = telex_parser_next(parser, &record, NULL)) != TELEX_END) {
			if (status == TELEX_OK)
				telex_record_write(record, TELEX_TO_RECORD, 0, &line, NULL);
		}
	}
	return now() - start;
}

int main(int argc, char **argv)
{
	struct tx_buffer made = {0};
	size_t count = argc > 4 ? (size_t)argc - 4 : 1, bytes = 0;
	struct page *pages = calloc(count, sizeof(*pages));
	double libxml = 1e9, telex = 1e9;
	telex_parser *parser;

	if (argc < 4 || pages == NULL || telex_parser_new(NULL, &parser, NULL) != TELEX_OK)
		return 2;
	make_page(&made);
	pages[0] = (struct page){made.data, made.len};
	for (int i = 4; i < argc; i++)
		pages[i - 4] = read_file(argv[i]);
	for (size_t i = 0; i < count; i++)
		bytes += pages[i].len;
	size_t repeats = RUN_BYTES / bytes + 1;
	for (unsigned round = 0; round < ROUNDS; round++) {
		double one = time_libxml(pages, count, repeats);
		double two = time_telex(parser, pages, count, repeats);
		libxml = one < libxml ? one : libxml;
		telex = two < telex ? two : telex;
	}
	double ratio = telex / libxml;
	double megabytes = (double)(bytes * repeats) / 1e6 / telex;
	double each = (double)(count * repeats) / telex;
	printf("pages of %zu kB: %.2f times libxml2's parse (limit %s), %.0f MB/s (%s), %.0f "
	       "pages/s "
	       "(%s)\n",
	       bytes / count / 1000, ratio, argv[1], megabytes, argv[2], each, argv[3]);
	telex_parser_free(parser);
	return ratio > atof(argv[1]) || megabytes < atof(argv[2]) || each < atof(argv[3]);
}
