/* The elements that copy in markup is made of: those of HTML 4 and HTML5's blocks, of NITF 3.6's
 * body, and those that agencies add.  Which of them end which is libxml2's: end tags have its
 * priorities (a tenth of them). */
#include "reader/elements.h"

#include "core/ascii.h"
#include "core/scan.h"

/* By name; the first is any other element. */
static const struct tx_element elements[] = {
	{"", TX_MARKUP_UNKNOWN, 0, 10},
	{"a", TX_MARKUP_INLINE, TX_ELEMENT_ENDS_ITSELF, 10},
	{"abbr", TX_MARKUP_INLINE, 0, 10},
	{"acronym", TX_MARKUP_INLINE, 0, 10},
	{"address", TX_MARKUP_BLOCK, 0, 10},
	{"alt-code", TX_MARKUP_INLINE, 0, 10},
	{"applet", TX_MARKUP_INLINE, 0, 10},
	{"area", TX_MARKUP_INLINE, TX_ELEMENT_EMPTY, 10},
	{"article", TX_MARKUP_BLOCK, 0, 10},
	{"aside", TX_MARKUP_BLOCK, 0, 10},
	{"audio", TX_MARKUP_SKIP, 0, 10},
	{"b", TX_MARKUP_INLINE, 0, 10},
	{"base", TX_MARKUP_INLINE, TX_ELEMENT_EMPTY | TX_ELEMENT_IN_HEAD, 10},
	{"basefont", TX_MARKUP_INLINE, TX_ELEMENT_EMPTY, 10},
	{"bdo", TX_MARKUP_INLINE, 0, 10},
	{"bibliography", TX_MARKUP_INLINE, 0, 10},
	{"big", TX_MARKUP_INLINE, 0, 10},
	{"block", TX_MARKUP_BLOCK, 0, 10},
	{"blockquote", TX_MARKUP_QUOTE, 0, 10},
	{"body", TX_MARKUP_BLOCK, TX_ELEMENT_ONCE, 20},
	{"body.end", TX_MARKUP_SKIP, 0, 10},
	{"body.head", TX_MARKUP_SKIP, 0, 10},
	{"bq", TX_MARKUP_QUOTE, 0, 10},
	{"br", TX_MARKUP_BREAK, TX_ELEMENT_EMPTY, 10},
	{"brodtext", TX_MARKUP_BLOCK, 0, 10},
	{"button", TX_MARKUP_INLINE, 0, 10},
	{"caption", TX_MARKUP_BLOCK, 0, 10},
	{"center", TX_MARKUP_INLINE, 0, 10},
	{"chron", TX_MARKUP_INLINE, 0, 10},
	{"citat", TX_MARKUP_QUOTE, 0, 10},
	{"cite", TX_MARKUP_INLINE, 0, 10},
	{"city", TX_MARKUP_INLINE, 0, 10},
	{"classifier", TX_MARKUP_INLINE, 0, 10},
	{"code", TX_MARKUP_INLINE, 0, 10},
	{"col", TX_MARKUP_SKIP, TX_ELEMENT_EMPTY, 10},
	{"colgroup", TX_MARKUP_INLINE, TX_ELEMENT_ENDS_ITSELF, 10},
	{"copyrite", TX_MARKUP_INLINE, 0, 10},
	{"copyrite.holder", TX_MARKUP_INLINE, 0, 10},
	{"copyrite.year", TX_MARKUP_INLINE, 0, 10},
	{"country", TX_MARKUP_INLINE, 0, 10},
	{"data", TX_MARKUP_INLINE, 0, 10},
	{"dd", TX_MARKUP_BLOCK, 0, 10},
	{"del", TX_MARKUP_INLINE, 0, 10},
	{"denom", TX_MARKUP_INLINE, 0, 10},
	{"details", TX_MARKUP_BLOCK, 0, 10},
	{"dfn", TX_MARKUP_INLINE, 0, 10},
	{"dir", TX_MARKUP_INLINE, 0, 10},
	{"div", TX_MARKUP_BLOCK, 0, 15},
	{"dl", TX_MARKUP_BLOCK, 0, 10},
	{"dt", TX_MARKUP_BLOCK, 0, 10},
	{"em", TX_MARKUP_INLINE, 0, 10},
	{"embed", TX_MARKUP_INLINE, TX_ELEMENT_EMPTY, 10},
	{"event", TX_MARKUP_INLINE, 0, 10},
	{"fieldset", TX_MARKUP_INLINE, 0, 10},
	{"figcaption", TX_MARKUP_SKIP, 0, 10},
	{"figure", TX_MARKUP_FIGURE, 0, 10},
	{"fn", TX_MARKUP_NOTE, 0, 10},
	{"font", TX_MARKUP_INLINE, 0, 10},
	{"footer", TX_MARKUP_BLOCK, 0, 10},
	{"form", TX_MARKUP_SKIP, TX_ELEMENT_ENDS_ITSELF, 10},
	{"frac", TX_MARKUP_INLINE, 0, 10},
	{"frac-sep", TX_MARKUP_INLINE, 0, 10},
	{"frame", TX_MARKUP_INLINE, TX_ELEMENT_EMPTY, 10},
	{"frameset", TX_MARKUP_INLINE, 0, 10},
	{"function", TX_MARKUP_INLINE, 0, 10},
	{"h1", TX_MARKUP_CROSSHEAD, 0, 10},
	{"h2", TX_MARKUP_CROSSHEAD, 0, 10},
	{"h3", TX_MARKUP_CROSSHEAD, 0, 10},
	{"h4", TX_MARKUP_CROSSHEAD, 0, 10},
	{"h5", TX_MARKUP_CROSSHEAD, 0, 10},
	{"h6", TX_MARKUP_CROSSHEAD, 0, 10},
	{"head", TX_MARKUP_SKIP, TX_ELEMENT_ONCE | TX_ELEMENT_IN_HEAD, 20},
	{"header", TX_MARKUP_SKIP, 0, 10},
	{"hgroup", TX_MARKUP_BLOCK, 0, 10},
	{"hl1", TX_MARKUP_CROSSHEAD, 0, 10},
	{"hl2", TX_MARKUP_CROSSHEAD, 0, 10},
	{"hr", TX_MARKUP_RULE, TX_ELEMENT_EMPTY, 10},
	{"html", TX_MARKUP_INLINE, TX_ELEMENT_ONCE | TX_ELEMENT_IN_HEAD, 22},
	{"i", TX_MARKUP_INLINE, 0, 10},
	{"iframe", TX_MARKUP_SKIP, 0, 10},
	{"img", TX_MARKUP_SKIP, TX_ELEMENT_EMPTY, 10},
	{"ingress", TX_MARKUP_BLOCK, 0, 10},
	{"input", TX_MARKUP_INLINE, TX_ELEMENT_EMPTY, 10},
	{"ins", TX_MARKUP_INLINE, 0, 10},
	{"isindex", TX_MARKUP_INLINE, TX_ELEMENT_EMPTY, 10},
	{"kbd", TX_MARKUP_INLINE, 0, 10},
	{"label", TX_MARKUP_INLINE, 0, 10},
	{"lang", TX_MARKUP_INLINE, 0, 10},
	{"legend", TX_MARKUP_INLINE, 0, 10},
	{"li", TX_MARKUP_BLOCK, TX_ELEMENT_ENDS_ITSELF, 10},
	{"link", TX_MARKUP_INLINE, TX_ELEMENT_EMPTY | TX_ELEMENT_IN_HEAD, 10},
	{"location", TX_MARKUP_INLINE, 0, 10},
	{"main", TX_MARKUP_BLOCK, 0, 10},
	{"map", TX_MARKUP_INLINE, 0, 10},
	{"mark", TX_MARKUP_INLINE, 0, 10},
	{"media", TX_MARKUP_SKIP, 0, 10},
	{"mellanrubrik", TX_MARKUP_CROSSHEAD, 0, 10},
	{"mellis", TX_MARKUP_CROSSHEAD, 0, 10},
	{"menu", TX_MARKUP_INLINE, 0, 10},
	{"meta", TX_MARKUP_INLINE, TX_ELEMENT_EMPTY | TX_ELEMENT_IN_HEAD, 10},
	{"money", TX_MARKUP_INLINE, 0, 10},
	{"name.family", TX_MARKUP_INLINE, 0, 10},
	{"name.given", TX_MARKUP_INLINE, 0, 10},
	{"nav", TX_MARKUP_SKIP, 0, 10},
	{"nitf-table", TX_MARKUP_BLOCK, 0, 10},
	{"noframes", TX_MARKUP_INLINE, 0, 10},
	{"noscript", TX_MARKUP_SKIP, 0, 10},
	{"note", TX_MARKUP_NOTE, 0, 10},
	{"num", TX_MARKUP_INLINE, 0, 10},
	{"numer", TX_MARKUP_INLINE, 0, 10},
	{"object", TX_MARKUP_SKIP, 0, 10},
	{"object.title", TX_MARKUP_INLINE, 0, 10},
	{"ol", TX_MARKUP_BLOCK, 0, 10},
	{"optgroup", TX_MARKUP_INLINE, 0, 10},
	{"option", TX_MARKUP_INLINE, TX_ELEMENT_ENDS_ITSELF, 10},
	{"org", TX_MARKUP_INLINE, 0, 10},
	{"p", TX_MARKUP_PARAGRAPH, TX_ELEMENT_ENDS_ITSELF, 10},
	{"param", TX_MARKUP_INLINE, TX_ELEMENT_EMPTY, 10},
	{"person", TX_MARKUP_INLINE, 0, 10},
	{"picture", TX_MARKUP_INLINE, 0, 10},
	{"pre", TX_MARKUP_PREFORMATTED, 0, 10},
	{"pronounce", TX_MARKUP_INLINE, 0, 10},
	{"q", TX_MARKUP_INLINE, 0, 10},
	{"region", TX_MARKUP_INLINE, 0, 10},
	{"rp", TX_MARKUP_INLINE, 0, 10},
	{"rt", TX_MARKUP_INLINE, 0, 10},
	{"rubrik", TX_MARKUP_SKIP, 0, 10},
	{"ruby", TX_MARKUP_INLINE, 0, 10},
	{"s", TX_MARKUP_INLINE, 0, 10},
	{"samp", TX_MARKUP_INLINE, 0, 10},
	{"script", TX_MARKUP_SKIP, TX_ELEMENT_RAW, 10},
	{"section", TX_MARKUP_BLOCK, 0, 10},
	{"select", TX_MARKUP_INLINE, 0, 10},
	{"small", TX_MARKUP_INLINE, 0, 10},
	{"source", TX_MARKUP_INLINE, TX_ELEMENT_EMPTY, 10},
	{"span", TX_MARKUP_INLINE, 0, 10},
	{"state", TX_MARKUP_INLINE, 0, 10},
	{"strike", TX_MARKUP_INLINE, 0, 10},
	{"strong", TX_MARKUP_INLINE, 0, 10},
	{"style", TX_MARKUP_SKIP, TX_ELEMENT_RAW, 10},
	{"sub", TX_MARKUP_INLINE, 0, 10},
	{"sublocation", TX_MARKUP_INLINE, 0, 10},
	{"summary", TX_MARKUP_BLOCK, 0, 10},
	{"sup", TX_MARKUP_INLINE, 0, 10},
	{"table", TX_MARKUP_TABLE, 0, 19},
	{"tablecell", TX_MARKUP_CELL, 0, 10},
	{"tablerow", TX_MARKUP_ROW, 0, 10},
	{"tbody", TX_MARKUP_INLINE, TX_ELEMENT_ENDS_ITSELF, 18},
	{"td", TX_MARKUP_CELL, TX_ELEMENT_ENDS_ITSELF, 16},
	{"textarea", TX_MARKUP_INLINE, 0, 10},
	{"tfoot", TX_MARKUP_INLINE, 0, 18},
	{"th", TX_MARKUP_CELL, TX_ELEMENT_ENDS_ITSELF, 16},
	{"thead", TX_MARKUP_INLINE, 0, 18},
	{"time", TX_MARKUP_INLINE, 0, 10},
	{"title", TX_MARKUP_SKIP, TX_ELEMENT_IN_HEAD, 10},
	{"tr", TX_MARKUP_ROW, TX_ELEMENT_ENDS_ITSELF, 17},
	{"track", TX_MARKUP_INLINE, TX_ELEMENT_EMPTY, 10},
	{"tt", TX_MARKUP_INLINE, 0, 10},
	{"u", TX_MARKUP_INLINE, 0, 10},
	{"ul", TX_MARKUP_BLOCK, 0, 10},
	{"var", TX_MARKUP_INLINE, 0, 10},
	{"video", TX_MARKUP_SKIP, 0, 10},
	{"virtloc", TX_MARKUP_INLINE, 0, 10},
	{"wbr", TX_MARKUP_INLINE, TX_ELEMENT_EMPTY, 10},
};

enum { ELEMENTS = TX_COUNT(elements) };
_Static_assert(ELEMENTS <= TX_ELEMENTS_MAX, "numbers of elements");

const struct tx_element *tx_element(size_t number)
{
	return number < ELEMENTS ? &elements[number] : NULL;
}

bool tx_element_lower(telex_slice name, char ret_lower[TX_ELEMENT_NAME_MAX])
{
	if (name.len >= TX_ELEMENT_NAME_MAX)
		return false;
	memset(ret_lower, 0, TX_ELEMENT_NAME_MAX);
	for (size_t i = 0; i < name.len; i++)
		ret_lower[i] = tx_lower(name.ptr[i]);
	return true;
}

size_t tx_element_find(telex_slice name)
{
	char lower[TX_ELEMENT_NAME_MAX];

	if (!tx_element_lower(name, lower))
		return 0;
	for (size_t low = 1, high = ELEMENTS; low < high;) {
		size_t middle = low + (high - low) / 2;
		int order = memcmp(lower, elements[middle].name, sizeof(lower));
		if (order == 0)
			return middle;
		if (order > 0)
			low = middle + 1;
		else
			high = middle;
	}
	return 0;
}

enum tx_markup_kind tx_markup_kind(telex_slice name)
{
	return (enum tx_markup_kind)elements[tx_element_find(name)].kind;
}
