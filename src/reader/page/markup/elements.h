/* The elements of HTML that matter to the text of a page, and what they are. */
#ifndef TX_READER_PAGE_MARKUP_ELEMENTS_H
#define TX_READER_PAGE_MARKUP_ELEMENTS_H

#include <stdint.h>

#include "core/slice.h"

enum tx_page_element {
	TX_EL_OTHER, /* inline, and nothing to know about it */
	TX_EL_A,
	TX_EL_ADDRESS,
	TX_EL_ARTICLE,
	TX_EL_ASIDE,
	TX_EL_BLOCKQUOTE,
	TX_EL_BODY,
	TX_EL_BR,
	TX_EL_BUTTON,
	TX_EL_CAPTION,
	TX_EL_CENTER,
	TX_EL_DD,
	TX_EL_DETAILS,
	TX_EL_DIALOG,
	TX_EL_DIV,
	TX_EL_DL,
	TX_EL_DT,
	TX_EL_FIELDSET,
	TX_EL_FIGCAPTION,
	TX_EL_FIGURE,
	TX_EL_FOOTER,
	TX_EL_FORM,
	TX_EL_H1,
	TX_EL_H2,
	TX_EL_H3,
	TX_EL_H4,
	TX_EL_H5,
	TX_EL_H6,
	TX_EL_HEADER,
	TX_EL_HR,
	TX_EL_HTML,
	TX_EL_IMG,
	TX_EL_LI,
	TX_EL_LINK,
	TX_EL_MAIN,
	TX_EL_MENU,
	TX_EL_META,
	TX_EL_NAV,
	TX_EL_OL,
	TX_EL_P,
	TX_EL_PRE,
	TX_EL_SCRIPT,
	TX_EL_SECTION,
	TX_EL_SKIPPED, /* select, object …: seen, but not as text */
	TX_EL_RAW,     /* style, iframe …: its content is not markup */
	TX_EL_SPAN,
	TX_EL_SUMMARY,
	TX_EL_TABLE,
	TX_EL_TBODY,
	TX_EL_TD,
	TX_EL_TH,
	TX_EL_TIME,
	TX_EL_TITLE,
	TX_EL_TR,
	TX_EL_UL,
	TX_EL__COUNT
};

/** What an element is. */
enum {
	TX_IS_BLOCK = 1,    /* text in it is not of one paragraph with text around it */
	TX_IS_VOID = 2,     /* has no end tag */
	TX_IS_RAW = 4,      /* its content is not markup */
	TX_IS_SKIPPED = 8,  /* its text is not the page's */
	TX_IS_HEADING = 16, /* h1 to h6 */
	TX_IS_LIST = 32,    /* an item of a list */
	TX_IS_CAPTION = 64, /* of a picture */
	TX_IS_PROSE = 128,  /* made to hold a paragraph */
	TX_IS_ASIDE = 256,  /* navigation, and what surrounds a story */
	TX_IS_STORY = 512,  /* article, main */
	TX_IS_CELL = 1024,
	TX_IS_KNOWN = 2048 /* inline, but kept on the stack */
};

/** The element of that name, in any case. */
enum tx_page_element tx_page_element(telex_slice name);

/** The bits above that an element has. */
unsigned tx_page_element_is(enum tx_page_element element);

#endif
