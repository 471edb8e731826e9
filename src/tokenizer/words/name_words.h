/* Words that speak for or against a person's name: given names that are known as such, and words of
 * headlines. */
#ifndef TX_TOKENIZER_NAME_WORDS_H
#define TX_TOKENIZER_NAME_WORDS_H

#include <stdbool.h>

#include "core/slice.h"

/** Whether `word` is a common given name, in any case, with or without accents; of a name with a
 * hyphen the part before it counts. */
bool tx_name_is_given(telex_slice word);

/** Whether `word` is a verb or a common noun as headlines have them, and no frequent surname. */
bool tx_name_is_headline_word(telex_slice word);

/** Whether `word` is one or more initials: "A.", "J.R.". */
bool tx_name_is_initial(telex_slice word);

#endif
