/* HTML as blocks, by libxml2's HTML parser (which forgives what browsers forgive). */
#include "reader/html.h"

#include <libxml/HTMLparser.h>

struct html {
	struct tx_markup *markup;
	size_t muted; /* elements open inside one that is no copy, with it */
};

static void start_element(void *user, const xmlChar *name, const xmlChar **attributes)
{
	struct html *html = user;
	enum tx_markup_kind kind = tx_markup_kind(tx_slice_of((const char *)name));

	(void)attributes;
	if (html->muted > 0 || kind == TX_MARKUP_SKIP)
		html->muted++;
	else
		tx_markup_open(html->markup, kind);
}

static void end_element(void *user, const xmlChar *name)
{
	struct html *html = user;

	if (html->muted > 0)
		html->muted--;
	else
		tx_markup_close(html->markup, tx_markup_kind(tx_slice_of((const char *)name)));
}

static void characters(void *user, const xmlChar *text, int len)
{
	struct html *html = user;

	if (html->muted == 0)
		tx_markup_text(html->markup, tx_slice((const char *)text, (size_t)len));
}

static void forgive(void *user, xmlErrorPtr error)
{
	(void)user;
	(void)error;
}

bool tx_html_blocks(struct tx_markup *markup, telex_slice text)
{
	struct html html = {markup, 0};
	htmlParserCtxtPtr context = htmlNewParserCtxt();

	if (context == NULL || text.len > INT32_MAX) {
		htmlFreeParserCtxt(context);
		return false;
	}
	*context->sax = (xmlSAXHandler){
		.startElement = start_element,
		.endElement = end_element,
		.characters = characters,
		.ignorableWhitespace = characters,
		.cdataBlock = characters,
		.serror = (xmlStructuredErrorFunc)forgive,
		.initialized = XML_SAX2_MAGIC,
	};
	context->userData = &html;
	htmlDocPtr document = htmlCtxtReadMemory(context, text.ptr, (int)text.len, NULL, "UTF-8",
						 HTML_PARSE_RECOVER | HTML_PARSE_NONET);
	xmlFreeDoc(document);
	bool out_of_memory = context->errNo == XML_ERR_NO_MEMORY;
	htmlFreeParserCtxt(context);
	tx_markup_flush(markup);
	return !out_of_memory;
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
