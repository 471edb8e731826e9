/* Tags are read as the HTML standard's tokenizer reads them (WHATWG, section 13.2.5); which
 * elements are open is tracked as libxml2 2.9's HTML parser tracks it: a start tag ends the
 * elements that cannot hold it, an end tag is ignored across an element of a higher priority.
 * Elements that neither libxml2 nor the table of markup.c has become "q", which changes no block.
 * Left out: the elements that libxml2 adds (html, body, p), so that their end tags are always let
 * through. */
#include "reader/html_cut.h"

#include <string.h>

#include <libxml/HTMLparser.h>

#include "core/ascii.h"
#include "reader/markup.h"

#define NAME_MAX_LEN 16
#define UNKNOWN_NAME 0

enum {
	IS_EMPTY = 1,   /* has no end tag */
	IS_RAW = 2,     /* its text is code, left out */
	IS_IMPLIED = 4, /* may be open without a start tag */
	IS_ONCE = 8,    /* a second start tag means nothing */
	IS_BLOCK = 16,  /* begins a block of text */
	ENDS_ITSELF = 32
};

enum { ENDS_UNKNOWN, ENDS_NOT, ENDS };

struct name {
	const char *name;
	uint8_t flags;
	uint8_t priority; /* libxml2's, a tenth of it */
};

#define INLINE(name)                                                                               \
	{                                                                                          \
		name, 0, 10                                                                        \
	}
#define EMPTY(name)                                                                                \
	{                                                                                          \
		name, IS_EMPTY, 10                                                                 \
	}
#define BLOCK(name)                                                                                \
	{                                                                                          \
		name, IS_BLOCK, 10                                                                 \
	}

/* UNKNOWN_NAME first, then by first letters. */
static const struct name names[] = {
	INLINE("q"),
	{"a", ENDS_ITSELF, 10},
	INLINE("abbr"),
	INLINE("acronym"),
	BLOCK("address"),
	INLINE("applet"),
	EMPTY("area"),
	BLOCK("article"),
	BLOCK("aside"),
	BLOCK("audio"),
	INLINE("b"),
	EMPTY("base"),
	EMPTY("basefont"),
	INLINE("bdo"),
	INLINE("big"),
	BLOCK("block"),
	BLOCK("blockquote"),
	{"body", IS_IMPLIED | IS_ONCE, 20},
	BLOCK("body.end"),
	BLOCK("body.head"),
	BLOCK("bq"),
	{"br", IS_EMPTY | IS_BLOCK, 10},
	BLOCK("brodtext"),
	INLINE("button"),
	BLOCK("caption"),
	INLINE("center"),
	BLOCK("citat"),
	INLINE("cite"),
	INLINE("code"),
	{"col", IS_EMPTY, 10},
	{"colgroup", ENDS_ITSELF, 10},
	BLOCK("dd"),
	INLINE("del"),
	INLINE("dfn"),
	INLINE("dir"),
	{"div", IS_BLOCK, 15},
	BLOCK("dl"),
	BLOCK("dt"),
	INLINE("em"),
	EMPTY("embed"),
	INLINE("fieldset"),
	BLOCK("figcaption"),
	BLOCK("figure"),
	BLOCK("fn"),
	INLINE("font"),
	BLOCK("footer"),
	{"form", IS_BLOCK | ENDS_ITSELF, 10},
	EMPTY("frame"),
	INLINE("frameset"),
	BLOCK("h1"),
	BLOCK("h2"),
	BLOCK("h3"),
	BLOCK("h4"),
	BLOCK("h5"),
	BLOCK("h6"),
	{"head", IS_IMPLIED | IS_ONCE, 20},
	BLOCK("header"),
	BLOCK("hl1"),
	BLOCK("hl2"),
	{"hr", IS_EMPTY | IS_BLOCK, 10},
	{"html", IS_IMPLIED | IS_ONCE, 22},
	INLINE("i"),
	BLOCK("iframe"),
	EMPTY("img"),
	BLOCK("ingress"),
	EMPTY("input"),
	INLINE("ins"),
	EMPTY("isindex"),
	INLINE("kbd"),
	INLINE("label"),
	INLINE("legend"),
	{"li", IS_BLOCK | ENDS_ITSELF, 10},
	EMPTY("link"),
	INLINE("map"),
	BLOCK("media"),
	BLOCK("mellanrubrik"),
	BLOCK("mellis"),
	INLINE("menu"),
	EMPTY("meta"),
	BLOCK("nav"),
	BLOCK("nitf-table"),
	INLINE("noframes"),
	BLOCK("noscript"),
	BLOCK("note"),
	BLOCK("object"),
	BLOCK("ol"),
	INLINE("optgroup"),
	{"option", ENDS_ITSELF, 10},
	{"p", IS_BLOCK | IS_IMPLIED | ENDS_ITSELF, 10},
	EMPTY("param"),
	BLOCK("pre"),
	BLOCK("rubrik"),
	INLINE("s"),
	INLINE("samp"),
	{"script", IS_RAW, 10},
	BLOCK("section"),
	INLINE("select"),
	INLINE("small"),
	INLINE("span"),
	INLINE("strike"),
	INLINE("strong"),
	{"style", IS_RAW, 10},
	INLINE("sub"),
	INLINE("sup"),
	{"table", IS_BLOCK, 19},
	BLOCK("tablecell"),
	BLOCK("tablerow"),
	{"tbody", ENDS_ITSELF, 18},
	{"td", IS_BLOCK | ENDS_ITSELF, 16},
	INLINE("textarea"),
	{"tfoot", 0, 18},
	{"th", IS_BLOCK | ENDS_ITSELF, 16},
	{"thead", 0, 18},
	BLOCK("title"),
	{"tr", IS_BLOCK | ENDS_ITSELF, 17},
	INLINE("tt"),
	INLINE("u"),
	BLOCK("ul"),
	INLINE("var"),
	BLOCK("video"),
};

enum { NAMES = sizeof(names) / sizeof(names[0]) };
_Static_assert(NAMES <= TX_HTML_NAMES_MAX, "numbers of names");

struct copy {
	struct tx_html_cut *cut;
	telex_slice html;
	size_t at;
	char *out;      /* where the next byte goes */
	bool no_quotes; /* a value's quotes had no end */
	bool no_tags;   /* no '>' is left */
};

/* A tag, from '<' to '>'. */
struct tag {
	size_t number; /* of its name */
	size_t end;    /* behind its '>' */
	bool closes;   /* "</" */
	bool closed;   /* "/>" */
};

const char *tx_html_cut_name(size_t number)
{
	return number < NAMES ? names[number].name : NULL;
}

static size_t find_name(telex_slice name)
{
	char lower[NAME_MAX_LEN];

	/* A NUL would end the comparison early. */
	if (name.len > NAME_MAX_LEN || memchr(name.ptr, '\0', name.len) != NULL)
		return UNKNOWN_NAME;
	for (size_t i = 0; i < name.len; i++)
		lower[i] = tx_lower(name.ptr[i]);
	for (size_t low = 1, high = NAMES; low < high;) {
		size_t middle = low + (high - low) / 2;
		const char *other = names[middle].name;
		int order = strncmp(lower, other, name.len);
		if (order == 0 && other[name.len] == '\0')
			return middle;
		if (order > 0)
			low = middle + 1;
		else
			high = middle;
	}
	return UNKNOWN_NAME;
}

static bool is_space(char c)
{
	return tx_char_is(c, TX_CHAR_BLANK | TX_CHAR_NEWLINE) || c == '\f';
}

static bool is_quote(char c)
{
	return c == '"' || c == '\'';
}

static bool ends_name(char c)
{
	return c == '>' || c == '/' || is_space(c);
}

/* After a quoted value, or `at`: the value has no quotes, or no end. */
static size_t skip_quoted(const struct copy *c, size_t at)
{
	telex_slice html = c->html;

	while (at < html.len && is_space(html.ptr[at]))
		at++;
	if (at == html.len || c->no_quotes || !is_quote(html.ptr[at]))
		return at;
	const char *end = memchr(html.ptr + at + 1, html.ptr[at], html.len - at - 1);
	return end == NULL ? at : (size_t)(end - html.ptr) + 1;
}

/* From the end of a tag's name to its '>', or to the end of the text. */
static size_t skip_attributes(const struct copy *c, size_t at, bool *ret_closed)
{
	telex_slice html = c->html;
	bool unquoted = false;

	while (at < html.len && html.ptr[at] != '>') {
		if (html.ptr[at] == '=') {
			size_t end = skip_quoted(c, at + 1);
			unquoted = !is_quote(html.ptr[end - 1]);
			at = end;
		} else {
			unquoted &= !is_space(html.ptr[at]);
			at++;
		}
	}
	*ret_closed = html.ptr[at - 1] == '/' && !unquoted;
	return at;
}

/* Read the tag at `c->at`; false: it is not one.  When the text ends in it, a quote without its end
 * may be the cause: from then on quotes mean nothing, so that no byte is read a third time. */
static bool read_tag(struct copy *c, struct tag *ret_tag)
{
	telex_slice html = c->html;
	size_t start, name_end, at = c->at + 1;

	ret_tag->closes = at < html.len && html.ptr[at] == '/';
	start = at += ret_tag->closes;
	if (at == html.len || !tx_is_alpha(html.ptr[at]) || c->no_tags)
		return false;
	while (at < html.len && !ends_name(html.ptr[at]))
		at++;
	name_end = at;
	at = skip_attributes(c, name_end, &ret_tag->closed);
	if (at == html.len && !c->no_quotes) {
		c->no_quotes = true;
		at = skip_attributes(c, name_end, &ret_tag->closed);
	}
	c->no_tags = at == html.len;
	ret_tag->number = find_name(tx_slice(html.ptr + start, name_end - start));
	ret_tag->end = at + 1;
	return !c->no_tags;
}

static void put(struct copy *c, const char *bytes, size_t len)
{
	memcpy(c->out, bytes, len);
	c->out += len;
}

static void put_tag(struct copy *c, const struct tag *tag)
{
	const char *name = names[tag->number].name;

	put(c, "</", tag->closes ? 2 : 1);
	put(c, name, strlen(name));
	put(c, tag->closed ? "/>" : ">", 1U + tag->closed);
}

/* In place of a tag that is left out: one that parts its text from what goes before. */
static void put_break(struct copy *c, size_t number)
{
	if ((names[number].flags & IS_BLOCK) != 0)
		put(c, "<p>", 3);
}

/* libxml2 has the table, but asks for a node. */
static bool ends(struct tx_html_cut *cut, size_t open, size_t next)
{
	uint8_t *known = &cut->ends[open][next];

	if (*known == ENDS_UNKNOWN && open == next) {
		*known = (names[open].flags & ENDS_ITSELF) != 0 ? ENDS : ENDS_NOT;
	} else if (*known == ENDS_UNKNOWN) {
		xmlNode node = {.type = XML_ELEMENT_NODE,
				.name = (const xmlChar *)names[next].name};
		*known = htmlAutoCloseTag(NULL, (const xmlChar *)names[open].name, &node) != 0
				 ? ENDS
				 : ENDS_NOT;
	}
	return *known == ENDS;
}

/* Where the text of a script goes on. */
static size_t skip_raw(struct copy *c, const struct tag *tag)
{
	telex_slice name = tx_slice_of(names[tag->number].name);
	telex_slice rest = tx_slice_skip(c->html, tag->end);
	const char *at = rest.ptr, *end = rest.ptr + rest.len;

	while (at < end && (at = memchr(at, '<', (size_t)(end - at))) != NULL) {
		telex_slice here = tx_slice(at, (size_t)(end - at));
		if (here.len > 2 + name.len && here.ptr[1] == '/' &&
		    tx_slice_starts_nocase(tx_slice_skip(here, 2), name))
			return (size_t)(at - c->html.ptr);
		at++;
	}
	c->cut->cut_off = true;
	return c->html.len;
}

static void start_element(struct copy *c, const struct tag *tag)
{
	struct tx_html_cut *cut = c->cut;
	unsigned flags = names[tag->number].flags;

	if ((flags & IS_ONCE) != 0 && cut->seen[tag->number]) {
		cut->left_out[tag->number]++;
		return;
	}
	cut->seen[tag->number] = true;
	while (cut->depth > 0 && ends(cut, cut->open[cut->depth - 1], tag->number))
		cut->depth--;
	bool holds = (flags & (IS_EMPTY | IS_ONCE)) == 0 && !tag->closed;
	if (holds && cut->depth == TX_HTML_DEPTH_MAX) {
		cut->too_deep = true;
		cut->left_out[tag->number]++;
		put_break(c, tag->number);
		return;
	}
	if (holds)
		cut->open[cut->depth++] = (uint8_t)tag->number;
	put_tag(c, tag);
	cut->ended = false;
}

/* The end of an element that is open, or that libxml2 may have opened. */
static bool ends_element(struct tx_html_cut *cut, size_t number)
{
	size_t at = cut->depth;

	while (at > 0 && cut->open[at - 1] != number) {
		if (names[cut->open[at - 1]].priority > names[number].priority)
			return false;
		at--;
	}
	if (at > 0) {
		cut->depth = at - 1;
		return true;
	}
	if ((names[number].flags & IS_IMPLIED) == 0 || cut->ended)
		return false;
	if ((names[number].flags & IS_ONCE) != 0)
		cut->depth = 0;
	cut->seen[number] = false;
	cut->ended = true;
	return true;
}

static void end_element(struct copy *c, const struct tag *tag)
{
	struct tx_html_cut *cut = c->cut;

	if (cut->left_out[tag->number] > 0) {
		cut->left_out[tag->number]--;
		put_break(c, tag->number);
	} else if (ends_element(cut, tag->number)) {
		put_tag(c, tag);
	}
}

/* "<!…", "<?…", "</>" and "</ …" are what the standard calls bogus comments. */
static bool is_declaration(telex_slice here)
{
	if (here.len < 3)
		return false;
	return here.ptr[1] == '!' || here.ptr[1] == '?' ||
	       (here.ptr[1] == '/' && !tx_is_alpha(here.ptr[2]));
}

/* A comment, a declaration or an instruction at `c->at`: where it ends; 0: it is none of them, or
 * has no end. */
static size_t skip_declaration(struct copy *c)
{
	telex_slice here = tx_slice_skip(c->html, c->at);
	struct tx_html_cut *cut = c->cut;

	if (c->no_tags || !is_declaration(here))
		return 0;
	if (!tx_slice_opens(here, "<!--")) {
		const char *end = memchr(here.ptr, '>', here.len);
		c->no_tags = end == NULL;
		return end == NULL ? 0 : (size_t)(end - c->html.ptr) + 1;
	}
	size_t end = tx_slice_find(tx_slice_skip(here, 2), TX_LIT("-->"));
	if (end + 2 < here.len)
		return c->at + 2 + end + 3;
	cut->cut_off = true;
	return c->html.len;
}

/* What begins with '<'; false: it is text. */
static bool copy_markup(struct copy *c)
{
	struct tag tag;
	size_t end = skip_declaration(c);

	if (end > 0) {
		c->at = end;
		return true;
	}
	if (!read_tag(c, &tag))
		return false;
	c->at = tag.end;
	if ((names[tag.number].flags & IS_RAW) != 0) {
		if (!tag.closes)
			c->at = skip_raw(c, &tag);
	} else if (tag.closes) {
		end_element(c, &tag);
	} else {
		start_element(c, &tag);
	}
	return true;
}

static void begin(struct tx_html_cut *cut)
{
	cut->depth = 0;
	memset(cut->left_out, 0, sizeof(cut->left_out));
	memset(cut->seen, 0, sizeof(cut->seen));
	cut->ended = false;
	cut->too_deep = cut->cut_off = false;
}

bool tx_html_cut(struct tx_html_cut *cut, telex_slice html, struct tx_buffer *out)
{
	out->len = 0;
	if (!tx_buffer_reserve(out, html.len + 1))
		return false;
	struct copy c = {.cut = cut, .html = html, .out = out->data};
	begin(cut);
	while (c.at < html.len) {
		const char *from = html.ptr + c.at;
		const char *tag = memchr(from, '<', html.len - c.at);
		size_t len = tag == NULL ? html.len - c.at : (size_t)(tag - from);
		cut->ended &= len == 0;
		put(&c, from, len);
		c.at += len;
		if (tag != NULL && !copy_markup(&c)) {
			put(&c, tag, 1);
			cut->ended = false;
			c.at++;
		}
	}
	out->len = (size_t)(c.out - out->data);
	return true;
}
