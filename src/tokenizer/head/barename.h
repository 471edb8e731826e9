/* A line that is nothing but a person's name, above the dateline: a byline without its word. */
#ifndef TX_TOKENIZER_BARENAME_H
#define TX_TOKENIZER_BARENAME_H

#include "tokenizer/scan.h"

/** What is around the line. */
struct tx_name_place {
	telex_slice title; /* the nearest title above it; .ptr NULL: none */
	bool titled;       /* the envelope states a title */
	bool role_below;
};

/** Whether there is evidence enough that `line` is a byline: a headline is no person. */
bool tx_is_bare_byline(const struct tx_scan *scan, telex_slice line,
		       const struct tx_name_place *place);

#endif
