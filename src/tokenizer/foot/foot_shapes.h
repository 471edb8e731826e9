/* Lines of the foot that are known by their shape alone. */
#ifndef TX_TOKENIZER_FOOT_SHAPES_H
#define TX_TOKENIZER_FOOT_SHAPES_H

#include <stdbool.h>

#include "core/slice.h"

/** Whether a line is several words without a figure: no stamp, mark or sign-off, as most last
 * lines. */
bool tx_foot_is_sentence(telex_slice s);

/** Whether it is the number of a dispatch, "1010168". */
bool tx_foot_is_number(telex_slice s);

/** Whether it is codes of desks and lines, "51 77 03 CRO01 1113 APE4800". */
bool tx_foot_is_routing(telex_slice s);

#endif
