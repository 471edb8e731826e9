/* HTML as blocks.  Which elements are open follows libxml2's HTML parser (2.9), which forgives what
 * browsers forgive: a start tag ends the elements that cannot hold it, an end tag is ignored inside
 * an element of a higher priority, and where it ends nothing; text that begins the body is in a
 * paragraph.  As browsers do, and it does not, an end tag of p that ends none parts two blocks.
 * Left out: the other elements that it adds (html, head, body), which make no block. */
#include "reader/html.h"

#include <stdlib.h>

#include <libxml/HTMLparser.h>

#include "core/utf8.h"
#include "reader/elements.h"
#include "reader/html_tags.h"
#include "reader/html_reference.h"

#define DEPTH_MAX  256 /* elements */
#define KNOWN_BITS 6

enum { ENDS_UNKNOWN, ENDS_NOT, ENDS };

/* An open element. */
struct open {
	uint8_t number;
	uint8_t outside; /* enum tx_markup_inside */
};

/* What is kept from one piece to the next: which element ends which, and the names met last. */
struct tx_html {
	struct tx_html_scanner scanner;
	struct tx_markup *markup;
	struct open open[DEPTH_MAX];
	size_t depth;
	enum tx_markup_inside inside;         /* the innermost one */
	uint32_t open_count[TX_ELEMENTS_MAX]; /* by number */
	uint32_t left_out[TX_ELEMENTS_MAX];   /* open elements that are not among the open ones */
	bool seen[TX_ELEMENTS_MAX];
	bool in_body; /* an element or a text has begun it */
	bool too_deep;

	uint8_t ends[TX_ELEMENTS_MAX][TX_ELEMENTS_MAX]; /* of an element's start by another's */
	struct {
		char name[TX_ELEMENT_NAME_MAX];
		uint8_t number;
	} known[1U << KNOWN_BITS];
};

void tx_html_free(struct tx_html *html)
{
	free(html);
}

static size_t find_element(struct tx_html *html, telex_slice name)
{
	char lower[TX_ELEMENT_NAME_MAX];
	uint64_t word;

	if (!tx_element_lower(name, lower))
		return 0;
	memcpy(&word, lower, sizeof(word));
	size_t slot = (size_t)((word * UINT64_C(0x9e3779b97f4a7c15)) >> (64 - KNOWN_BITS));
	if (memcmp(html->known[slot].name, lower, sizeof(lower)) != 0) {
		memcpy(html->known[slot].name, lower, sizeof(lower));
		html->known[slot].number = (uint8_t)tx_element_find(name);
	}
	return html->known[slot].number;
}

static const struct tx_element *element(const struct open *open)
{
	return tx_element(open->number);
}

/* libxml2 has the table, but asks for a node. */
static bool ends(struct tx_html *html, size_t open, size_t next)
{
	uint8_t *known = &html->ends[open][next];

	if (*known == ENDS_UNKNOWN && open == next) {
		bool itself = (tx_element(open)->flags & TX_ELEMENT_ENDS_ITSELF) != 0;
		*known = itself ? ENDS : ENDS_NOT;
	} else if (*known == ENDS_UNKNOWN) {
		xmlNode node = {.type = XML_ELEMENT_NODE,
				.name = (const xmlChar *)tx_element(next)->name};
		bool closes =
			htmlAutoCloseTag(NULL, (const xmlChar *)tx_element(open)->name, &node) != 0;
		*known = closes ? ENDS : ENDS_NOT;
	}
	return *known == ENDS;
}

static void push(struct tx_html *html, size_t number)
{
	enum tx_markup_kind kind = (enum tx_markup_kind)tx_element(number)->kind;

	html->open[html->depth++] = (struct open){(uint8_t)number, (uint8_t)html->inside};
	html->open_count[number]++;
	html->inside = tx_markup_inside(html->inside, kind);
	if (html->inside == TX_MARKUP_IN_COPY || kind == TX_MARKUP_FIGURE)
		tx_markup_open(html->markup, kind);
}

static void pop(struct tx_html *html)
{
	const struct open *open = &html->open[--html->depth];
	enum tx_markup_kind kind = (enum tx_markup_kind)element(open)->kind;

	html->open_count[open->number]--;
	if (html->inside == TX_MARKUP_IN_COPY || kind == TX_MARKUP_FIGURE)
		tx_markup_close(html->markup, kind);
	html->inside = (enum tx_markup_inside)open->outside;
}

/* In place of a tag that is left out: one that parts its text from what goes before. */
static void put_break(struct tx_html *html, size_t number)
{
	const struct tx_element *left_out = tx_element(number);
	bool parts = left_out->kind != TX_MARKUP_INLINE && left_out->kind != TX_MARKUP_UNKNOWN &&
		     (left_out->flags & TX_ELEMENT_ONCE) == 0;

	if (parts && html->inside == TX_MARKUP_IN_COPY)
		tx_markup_open(html->markup, TX_MARKUP_PARAGRAPH);
}

static void start_element(struct tx_html *html, size_t number, bool empty)
{
	unsigned flags = tx_element(number)->flags;

	if ((flags & TX_ELEMENT_ONCE) != 0 && html->seen[number]) {
		html->left_out[number]++;
		return;
	}
	html->seen[number] = true;
	html->in_body |= (flags & TX_ELEMENT_IN_HEAD) == 0;
	while (html->depth > 0 && ends(html, html->open[html->depth - 1].number, number))
		pop(html);
	if (html->depth == DEPTH_MAX) {
		bool holds = (flags & TX_ELEMENT_EMPTY) == 0 && !empty;
		html->too_deep |= holds;
		html->left_out[number] += holds;
		put_break(html, number);
		return;
	}
	push(html, number);
	if ((flags & TX_ELEMENT_EMPTY) != 0 || empty)
		pop(html);
}

/* Where the element that an end tag ends is among the open ones, from 1; 0: it ends none. */
static size_t find_open(const struct tx_html *html, size_t number)
{
	size_t at = html->open_count[number] == 0 ? 0 : html->depth;

	while (at > 0 && html->open[at - 1].number != number) {
		if (element(&html->open[at - 1])->priority > tx_element(number)->priority)
			return 0;
		at--;
	}
	return at;
}

static void end_element(struct tx_html *html, size_t number)
{
	bool once = (tx_element(number)->flags & TX_ELEMENT_ONCE) != 0;

	if (html->left_out[number] > 0) {
		html->left_out[number]--;
		put_break(html, number);
		return;
	}
	size_t at = find_open(html, number);
	if (at == 0 && once)
		at = 1;
	else if (at == 0 && tx_element(number)->kind == TX_MARKUP_PARAGRAPH)
		put_break(html, number);
	while (at > 0 && html->depth >= at)
		pop(html);
	html->seen[number] = false;
	html->in_body &= !once;
}

/* Text ends the head, and begins a paragraph where nothing is open before it. */
static void begin_body(struct tx_html *html, telex_slice text)
{
	const struct open *open = html->depth == 0 ? NULL : &html->open[html->depth - 1];
	bool head = open != NULL && element(open)->kind == TX_MARKUP_SKIP &&
		    (element(open)->flags & TX_ELEMENT_ONCE) != 0;

	if ((!head && html->depth > 0) || tx_trim(text).len == 0)
		return;
	if (head)
		pop(html);
	html->in_body = true;
	if (html->depth == 0)
		push(html, tx_element_find(TX_LIT("p")));
}

static void add_text(struct tx_html *html, telex_slice text)
{
	if (!html->in_body)
		begin_body(html, text);
	while (html->inside == TX_MARKUP_IN_COPY && text.len > 0) {
		const char *mark = memchr(text.ptr, '&', text.len);
		size_t plain = mark == NULL ? text.len : (size_t)(mark - text.ptr);
		uint32_t c = '&';
		char bytes[4];

		tx_markup_text(html->markup, tx_slice_take(text, plain));
		text = tx_slice_skip(text, plain);
		if (text.len == 0)
			return;
		size_t len = tx_html_reference(text, &c);
		tx_markup_text(html->markup, tx_slice(bytes, tx_utf8_encode(c, bytes)));
		text = tx_slice_skip(text, len == 0 ? 1 : len);
	}
}

static void start_tag(struct tx_html *html, const struct tx_html_tag *tag)
{
	size_t number = find_element(html, tag->text);

	if ((tx_element(number)->flags & TX_ELEMENT_RAW) != 0)
		tx_html_skip_raw(&html->scanner, tag->text);
	else
		start_element(html, number, tag->empty);
}

static void read_all(struct tx_html *html)
{
	struct tx_html_tag tag;

	for (;;) {
		switch (tx_html_next(&html->scanner, &tag)) {
		case TX_HTML_END:
			return;
		case TX_HTML_TEXT:
			add_text(html, tag.text);
			break;
		case TX_HTML_OPEN:
			start_tag(html, &tag);
			break;
		case TX_HTML_CLOSE:
			end_element(html, find_element(html, tag.text));
			break;
		}
	}
}

static void begin(struct tx_html *html, struct tx_markup *markup, telex_slice text)
{
	html->markup = markup;
	html->scanner = (struct tx_html_scanner){.html = text};
	html->depth = 0;
	html->inside = TX_MARKUP_IN_COPY;
	memset(html->open_count, 0, sizeof(html->open_count));
	memset(html->left_out, 0, sizeof(html->left_out));
	memset(html->seen, 0, sizeof(html->seen));
	html->in_body = html->too_deep = false;
}

static void warn(const struct tx_html *html, struct tx_story *story)
{
	if (html->too_deep)
		tx_story_alert(story, TX_WARN_ENVELOPE_BROKEN, 0,
			       TX_LIT("HTML nested more than 256 deep: the elements further in "
				      "were left out, not their text"));
	if (html->scanner.cut_off)
		tx_story_alert(story, TX_WARN_ENVELOPE_BROKEN, 0,
			       TX_LIT("a comment or script in the HTML has no end: what follows it "
				      "was left out"));
}

bool tx_html_blocks(struct tx_markup *markup, telex_slice text, struct tx_story *story)
{
	if (markup->html == NULL)
		markup->html = calloc(1, sizeof(*markup->html));
	struct tx_html *html = markup->html;
	if (html == NULL)
		return false;
	begin(html, markup, text);
	markup->is_html = true;
	read_all(html);
	while (html->depth > 0)
		pop(html);
	tx_markup_flush(markup);
	markup->is_html = false;
	warn(html, story);
	return !markup->failed && !markup->out->failed;
}
