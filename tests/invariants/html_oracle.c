/* libxml2's SAX events, handed to the same markup as telex's own. */
#include "invariants/html_oracle.h"

#include <libxml/HTMLparser.h>

#include "reader/markup.h"

struct oracle {
	struct tx_markup markup;
	enum tx_markup_inside outside[4096]; /* around each open element */
	enum tx_markup_inside inside;
	size_t depth;
};

static void start_element(void *user, const xmlChar *name, const xmlChar **attributes)
{
	struct oracle *oracle = user;
	enum tx_markup_kind kind = tx_markup_kind(tx_slice_of((const char *)name));

	(void)attributes;
	oracle->outside[oracle->depth++] = oracle->inside;
	oracle->inside = tx_markup_inside(oracle->inside, kind);
	if (oracle->inside == TX_MARKUP_IN_COPY || kind == TX_MARKUP_FIGURE)
		tx_markup_open(&oracle->markup, kind);
}

static void end_element(void *user, const xmlChar *name)
{
	struct oracle *oracle = user;
	enum tx_markup_kind kind = tx_markup_kind(tx_slice_of((const char *)name));

	if (oracle->inside == TX_MARKUP_IN_COPY || kind == TX_MARKUP_FIGURE)
		tx_markup_close(&oracle->markup, kind);
	oracle->inside = oracle->outside[--oracle->depth];
}

static void characters(void *user, const xmlChar *text, int len)
{
	struct oracle *oracle = user;

	if (oracle->inside == TX_MARKUP_IN_COPY)
		tx_markup_text(&oracle->markup, tx_slice((const char *)text, (size_t)len));
}

static void ignore(void *user, xmlErrorPtr error)
{
	(void)user, (void)error;
}

void html_oracle_blocks(telex_slice html, struct tx_buffer *out)
{
	htmlParserCtxtPtr context = htmlNewParserCtxt();
	struct oracle *oracle = calloc(1, sizeof(*oracle));

	if (context == NULL || oracle == NULL)
		abort();
	*context->sax = (xmlSAXHandler){.startElement = start_element,
					.endElement = end_element,
					.characters = characters,
					.cdataBlock = characters,
					.ignorableWhitespace = characters,
					.serror = (xmlStructuredErrorFunc)ignore,
					.initialized = XML_SAX2_MAGIC};
	context->userData = oracle;
	tx_markup_begin(&oracle->markup, out);
	oracle->markup.is_html = true;
	xmlFreeDoc(htmlCtxtReadMemory(context, html.ptr, (int)html.len, NULL, "UTF-8",
				      HTML_PARSE_RECOVER | HTML_PARSE_NONET));
	tx_markup_flush(&oracle->markup);
	tx_markup_done(&oracle->markup);
	htmlFreeParserCtxt(context);
	free(oracle);
}
