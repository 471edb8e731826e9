/* What is in a dateline where a place would. */
#ifndef TX_NORMALIZER_NO_PLACE_H
#define TX_NORMALIZER_NO_PLACE_H

#include <stdbool.h>

#include "core/slice.h"

/** Whether words in the place's stead name none: a desk, a ship, "undated". */
bool tx_is_no_place(telex_slice name);

#endif
