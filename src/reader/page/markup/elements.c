/* The table of elements, found by their length and letters: a page has thousands of tags. */
#include "reader/page/markup/elements.h"

#include "core/ascii.h"
#include "core/scan.h"

#define NAME_MAX_LEN 10

static const struct {
	const char *name;
	enum tx_page_element element;
} names[] = {
	/* By their names. */
	{"a", TX_EL_A},
	{"address", TX_EL_ADDRESS},
	{"article", TX_EL_ARTICLE},
	{"aside", TX_EL_ASIDE},
	{"audio", TX_EL_SKIPPED},
	{"blockquote", TX_EL_BLOCKQUOTE},
	{"body", TX_EL_BODY},
	{"br", TX_EL_BR},
	{"button", TX_EL_BUTTON},
	{"canvas", TX_EL_SKIPPED},
	{"caption", TX_EL_CAPTION},
	{"center", TX_EL_CENTER},
	{"datalist", TX_EL_SKIPPED},
	{"dd", TX_EL_DD},
	{"details", TX_EL_DETAILS},
	{"dialog", TX_EL_DIALOG},
	{"div", TX_EL_DIV},
	{"dl", TX_EL_DL},
	{"dt", TX_EL_DT},
	{"fieldset", TX_EL_FIELDSET},
	{"figcaption", TX_EL_FIGCAPTION},
	{"figure", TX_EL_FIGURE},
	{"footer", TX_EL_FOOTER},
	{"form", TX_EL_FORM},
	{"h1", TX_EL_H1},
	{"h2", TX_EL_H2},
	{"h3", TX_EL_H3},
	{"h4", TX_EL_H4},
	{"h5", TX_EL_H5},
	{"h6", TX_EL_H6},
	{"header", TX_EL_HEADER},
	{"hr", TX_EL_HR},
	{"html", TX_EL_HTML},
	{"iframe", TX_EL_RAW},
	{"img", TX_EL_IMG},
	{"label", TX_EL_SKIPPED},
	{"li", TX_EL_LI},
	{"link", TX_EL_LINK},
	{"main", TX_EL_MAIN},
	{"math", TX_EL_RAW},
	{"menu", TX_EL_MENU},
	{"meta", TX_EL_META},
	{"nav", TX_EL_NAV},
	{"noembed", TX_EL_RAW},
	{"noframes", TX_EL_RAW},
	{"noscript", TX_EL_RAW},
	{"object", TX_EL_SKIPPED},
	{"ol", TX_EL_OL},
	{"p", TX_EL_P},
	{"pre", TX_EL_PRE},
	{"script", TX_EL_SCRIPT},
	{"section", TX_EL_SECTION},
	{"select", TX_EL_SKIPPED},
	{"span", TX_EL_SPAN},
	{"style", TX_EL_RAW},
	{"summary", TX_EL_SUMMARY},
	{"svg", TX_EL_RAW},
	{"table", TX_EL_TABLE},
	{"tbody", TX_EL_TBODY},
	{"td", TX_EL_TD},
	{"template", TX_EL_RAW},
	{"textarea", TX_EL_RAW},
	{"th", TX_EL_TH},
	{"time", TX_EL_TIME},
	{"title", TX_EL_TITLE},
	{"tr", TX_EL_TR},
	{"ul", TX_EL_UL},
	{"video", TX_EL_SKIPPED},
};

enum { NAMES = TX_COUNT(names) };

static const uint16_t flags[TX_EL__COUNT] = {
	[TX_EL_A] = TX_IS_KNOWN,
	[TX_EL_ADDRESS] = TX_IS_BLOCK | TX_IS_ASIDE,
	[TX_EL_ARTICLE] = TX_IS_BLOCK | TX_IS_STORY,
	[TX_EL_ASIDE] = TX_IS_BLOCK | TX_IS_ASIDE,
	[TX_EL_BLOCKQUOTE] = TX_IS_BLOCK,
	[TX_EL_BODY] = TX_IS_VOID,
	[TX_EL_BR] = TX_IS_VOID,
	[TX_EL_BUTTON] = TX_IS_KNOWN | TX_IS_SKIPPED,
	[TX_EL_CAPTION] = TX_IS_BLOCK | TX_IS_CAPTION,
	[TX_EL_CENTER] = TX_IS_BLOCK,
	[TX_EL_DD] = TX_IS_BLOCK,
	[TX_EL_DETAILS] = TX_IS_BLOCK,
	[TX_EL_DIALOG] = TX_IS_KNOWN | TX_IS_SKIPPED,
	[TX_EL_DIV] = TX_IS_BLOCK,
	[TX_EL_DL] = TX_IS_BLOCK,
	[TX_EL_DT] = TX_IS_BLOCK,
	[TX_EL_FIELDSET] = TX_IS_BLOCK | TX_IS_ASIDE,
	[TX_EL_FIGCAPTION] = TX_IS_BLOCK | TX_IS_CAPTION,
	[TX_EL_FIGURE] = TX_IS_BLOCK | TX_IS_CAPTION,
	[TX_EL_FOOTER] = TX_IS_BLOCK | TX_IS_ASIDE,
	[TX_EL_FORM] = TX_IS_BLOCK,
	[TX_EL_H1] = TX_IS_BLOCK | TX_IS_HEADING,
	[TX_EL_H2] = TX_IS_BLOCK | TX_IS_HEADING,
	[TX_EL_H3] = TX_IS_BLOCK | TX_IS_HEADING,
	[TX_EL_H4] = TX_IS_BLOCK | TX_IS_HEADING,
	[TX_EL_H5] = TX_IS_BLOCK | TX_IS_HEADING,
	[TX_EL_H6] = TX_IS_BLOCK | TX_IS_HEADING,
	[TX_EL_HEADER] = TX_IS_BLOCK,
	[TX_EL_HR] = TX_IS_BLOCK | TX_IS_VOID,
	[TX_EL_HTML] = TX_IS_VOID,
	[TX_EL_IMG] = TX_IS_VOID,
	[TX_EL_LI] = TX_IS_BLOCK | TX_IS_LIST,
	[TX_EL_LINK] = TX_IS_VOID,
	[TX_EL_MAIN] = TX_IS_BLOCK | TX_IS_STORY,
	[TX_EL_MENU] = TX_IS_BLOCK | TX_IS_ASIDE,
	[TX_EL_META] = TX_IS_VOID,
	[TX_EL_NAV] = TX_IS_BLOCK | TX_IS_ASIDE,
	[TX_EL_OL] = TX_IS_BLOCK | TX_IS_LIST,
	[TX_EL_P] = TX_IS_BLOCK | TX_IS_PROSE,
	[TX_EL_PRE] = TX_IS_BLOCK | TX_IS_PROSE,
	[TX_EL_SCRIPT] = TX_IS_RAW,
	[TX_EL_SECTION] = TX_IS_BLOCK,
	[TX_EL_SKIPPED] = TX_IS_KNOWN | TX_IS_SKIPPED,
	[TX_EL_RAW] = TX_IS_RAW,
	[TX_EL_SPAN] = TX_IS_KNOWN,
	[TX_EL_SUMMARY] = TX_IS_BLOCK,
	[TX_EL_TABLE] = TX_IS_BLOCK,
	[TX_EL_TBODY] = TX_IS_BLOCK,
	[TX_EL_TD] = TX_IS_BLOCK | TX_IS_CELL,
	[TX_EL_TH] = TX_IS_BLOCK | TX_IS_CELL,
	[TX_EL_TIME] = TX_IS_KNOWN,
	[TX_EL_TITLE] = TX_IS_RAW,
	[TX_EL_TR] = TX_IS_BLOCK,
	[TX_EL_UL] = TX_IS_BLOCK | TX_IS_LIST,
};

enum tx_page_element tx_page_element(telex_slice name)
{
	char lower[NAME_MAX_LEN + 1] = {0};

	if (name.len == 0 || name.len > NAME_MAX_LEN)
		return TX_EL_OTHER;
	for (size_t i = 0; i < name.len; i++)
		lower[i] = tx_lower(name.ptr[i]);
	for (size_t low = 0, high = NAMES; low < high;) {
		size_t middle = low + (high - low) / 2;
		int order = strcmp(lower, names[middle].name);
		if (order == 0)
			return names[middle].element;
		if (order > 0)
			low = middle + 1;
		else
			high = middle;
	}
	return TX_EL_OTHER;
}

unsigned tx_page_element_is(enum tx_page_element element)
{
	return flags[element];
}
