/* The tokens of a headline. */
#ifndef TX_TOKENIZER_HEADLINE_H
#define TX_TOKENIZER_HEADLINE_H

#include "tokenizer/scan.h"

/** Push the tokens of the headline `s` and of what is around it, up to byte `end`. */
void tx_push_headline(struct tx_scan *scan, telex_slice s, size_t end);

#endif
