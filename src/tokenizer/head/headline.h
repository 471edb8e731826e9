/* The tokens of a headline. */
#ifndef TX_TOKENIZER_HEADLINE_H
#define TX_TOKENIZER_HEADLINE_H

#include "tokenizer/scan.h"

/** Push the tokens of the headline `s` and of what is around it, up to byte `end`. */
void tx_push_headline(struct tx_scan *scan, telex_slice s, size_t end);

/** Hand on a label of the token that ends at byte `end`. */
void tx_head_keep_label(struct tx_scan *scan, const struct tx_label_match *match, size_t end);

#endif
