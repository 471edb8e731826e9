/* HTML as blocks, by libxml2's HTML parser (which forgives what browsers forgive), from a bounded
 * copy of it.  The parser is kept from one piece to the next. */
#include "reader/html.h"

#include <stdlib.h>

#include <libxml/HTMLparser.h>

#include "reader/html_cut.h"
#include "reader/xml/watch.h"

struct tx_html {
	struct tx_markup *markup;
	htmlParserCtxtPtr context;
	size_t muted; /* elements open inside one that is no copy, with it */
	struct tx_html_cut cut;
	struct tx_buffer bounded; /* what is parsed */
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
	tx_buffer_done(&html->bounded);
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

/* What the copy lacks beyond what no block is made of. */
static void warn(struct tx_story *story, const struct tx_html_cut *cut)
{
	if (cut->too_deep)
		tx_story_alert(story, TX_WARN_ENVELOPE_BROKEN, 0,
			       TX_LIT("HTML nested more than 256 deep: the elements further in "
				      "were left out, not their text"));
	if (cut->cut_off)
		tx_story_alert(story, TX_WARN_ENVELOPE_BROKEN, 0,
			       TX_LIT("a comment or script in the HTML has no end: what follows it "
				      "was left out"));
}

static bool parse(struct tx_markup *markup, telex_slice text, struct tx_story *story)
{
	if (markup->html == NULL)
		markup->html = make();
	struct tx_html *html = markup->html;
	if (html == NULL || text.len > INT32_MAX || !tx_html_cut(&html->cut, text, &html->bounded))
		return false;
	warn(story, &html->cut);
	html->markup = markup;
	html->muted = 0;
	htmlDocPtr document =
		htmlCtxtReadMemory(html->context, html->bounded.data, (int)html->bounded.len, NULL,
				   "UTF-8", HTML_PARSE_RECOVER | HTML_PARSE_NONET);
	xmlFreeDoc(document);
	tx_markup_flush(markup);
	return html->context->errNo != XML_ERR_NO_MEMORY;
}

bool tx_html_blocks(struct tx_markup *markup, telex_slice text, struct tx_story *story)
{
	struct tx_xml_watch watch;

	tx_xml_watch_begin(&watch);
	markup->is_html = true;
	bool good = parse(markup, text, story);
	markup->is_html = false;
	return tx_xml_watch_end(&watch) && good;
}

bool tx_html_is(telex_slice text)
{
	static const char *const signs[] = {"</",   "<p>", "<P>", "<br",  "<BR",
					    "<div", "<p ", "<hr", "<img", "<IMG"};

	for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++) {
		if (tx_slice_find(text, tx_slice_of(signs[i])) < text.len)
			return true;
	}
	return false;
}
