/* Words with which a page offers other stories between the paragraphs of one. */
#ifndef TX_TOKENIZER_RELATED_WORDS_H
#define TX_TOKENIZER_RELATED_WORDS_H

#include <stdbool.h>

#include "core/slice.h"

/** Whether `paragraph` offers another story: "Lea también: La red cierra"; `*ret_alone`: it only
 * announces what is below it. */
bool tx_related_opens(telex_slice paragraph, bool *ret_alone);

#endif
