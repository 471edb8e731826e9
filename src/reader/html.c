/* HTML as blocks, by libxml2's HTML parser (which forgives what browsers forgive).  The parser is
 * kept from one piece to the next; one whose dictionary has filled with strange names is dropped.
 */
#include "reader/html.h"

#include <stdlib.h>

#include <libxml/HTMLparser.h>

#define DICTIONARY_MAX 20000 /* names */

struct tx_html {
	struct tx_markup *markup;
	htmlParserCtxtPtr context;
	size_t muted; /* elements open inside one that is no copy, with it */
};

static void start_element(void *user, const xmlChar *name, const xmlChar **attributes)
{
	struct tx_html *html = user;
	enum tx_markup_kind kind = tx_markup_kind(tx_slice_of((const char *)name));

	(void)attributes;
	if (html->muted > 0 || kind == TX_MARKUP_SKIP)
		html->muted++;
	else
		tx_markup_open(html->markup, kind);
}

static void end_element(void *user, const xmlChar *name)
{
	struct tx_html *html = user;

	if (html->muted > 0)
		html->muted--;
	else
		tx_markup_close(html->markup, tx_markup_kind(tx_slice_of((const char *)name)));
}

static void characters(void *user, const xmlChar *text, int len)
{
	struct tx_html *html = user;

	if (html->muted == 0)
		tx_markup_text(html->markup, tx_slice((const char *)text, (size_t)len));
}

static void forgive(void *user, xmlErrorPtr error)
{
	(void)user;
	(void)error;
}

void tx_html_free(struct tx_html *html)
{
	if (html == NULL)
		return;
	htmlFreeParserCtxt(html->context);
	free(html);
}

static struct tx_html *make(void)
{
	struct tx_html *html = calloc(1, sizeof(*html));

	if (html == NULL)
		return NULL;
	html->context = htmlNewParserCtxt();
	if (html->context == NULL) {
		free(html);
		return NULL;
	}
	*html->context->sax = (xmlSAXHandler){
		.startElement = start_element,
		.endElement = end_element,
		.characters = characters,
		.ignorableWhitespace = characters,
		.cdataBlock = characters,
		.serror = (xmlStructuredErrorFunc)forgive,
		.initialized = XML_SAX2_MAGIC,
	};
	html->context->userData = html;
	return html;
}

static struct tx_html *get(struct tx_markup *markup)
{
	if (markup->html != NULL && xmlDictSize(markup->html->context->dict) > DICTIONARY_MAX) {
		tx_html_free(markup->html);
		markup->html = NULL;
	}
	if (markup->html == NULL)
		markup->html = make();
	return markup->html;
}

bool tx_html_blocks(struct tx_markup *markup, telex_slice text)
{
	struct tx_html *html = get(markup);

	if (html == NULL || text.len > INT32_MAX)
		return false;
	html->markup = markup;
	html->muted = 0;
	htmlDocPtr document = htmlCtxtReadMemory(html->context, text.ptr, (int)text.len, NULL,
						 "UTF-8", HTML_PARSE_RECOVER | HTML_PARSE_NONET);
	xmlFreeDoc(document);
	tx_markup_flush(markup);
	return html->context->errNo != XML_ERR_NO_MEMORY;
}

bool tx_html_is(telex_slice text)
{
	static const char *const signs[] = {"</", "<p>", "<P>", "<br", "<BR", "<div", "<p "};

	for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++) {
		if (tx_slice_find(text, tx_slice_of(signs[i])) < text.len)
			return true;
	}
	return false;
}
