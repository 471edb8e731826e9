/* Lines that are bylines by their own form; byline_words.h judges the words in them. */
#ifndef TX_TOKENIZER_BYLINE_H
#define TX_TOKENIZER_BYLINE_H

#include <stdbool.h>

#include "agency/match.h"
#include "core/slice.h"

/** Whether the whole of `line` is a byline: a byline word and a name, or a name with an agency or a
 * role after a comma; in brackets or between stars too. */
bool tx_byline_is(telex_slice line);

/** The byline on `line` without the date that a page has after it: "By Ana Solano | 3 hours ago". */
telex_slice tx_byline_part(telex_slice line);

/** Claim the dispatch for the agency that a byline names after its last comma. */
void tx_byline_claim(telex_slice line, struct tx_claims *claims);

#endif
