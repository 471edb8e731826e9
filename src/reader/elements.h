/* The elements of markup by number: what each makes of its text, and how its tags are read. */
#ifndef TX_READER_ELEMENTS_H
#define TX_READER_ELEMENTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/slice.h"
#include "reader/markup.h"

#define TX_ELEMENTS_MAX     192
#define TX_ELEMENT_NAME_MAX 16 /* bytes, with the NUL at its end */

enum {
	TX_ELEMENT_EMPTY = 1, /* has no end tag */
	TX_ELEMENT_RAW = 2,   /* its text is code */
	TX_ELEMENT_ONCE = 4,  /* a second start tag is ignored */
	TX_ELEMENT_ENDS_ITSELF = 8,
	TX_ELEMENT_IN_HEAD = 16 /* begins no body */
};

struct tx_element {
	char name[TX_ELEMENT_NAME_MAX]; /* in small letters, filled up with NUL */
	uint8_t kind;                   /* enum tx_markup_kind */
	uint8_t flags;
	uint8_t priority; /* an end tag is ignored inside an element of a higher one */
};

/** The element of a number; 0 is every element without a row; NULL after the last. */
const struct tx_element *tx_element(size_t number);

/** Number of an element by its local name, in any case. */
size_t tx_element_find(telex_slice name);

/** The name as rows have it; false: it is longer than any. */
bool tx_element_lower(telex_slice name, char ret_lower[TX_ELEMENT_NAME_MAX]);

#endif
