/* The key under which names of places are kept and looked up: letters a-z and digits in words. */
#ifndef TX_NORMALIZER_PLACE_KEY_H
#define TX_NORMALIZER_PLACE_KEY_H

#include <stdbool.h>
#include <stddef.h>

#include "core/slice.h"

#define TX_PLACE_KEY_MAX 96

struct tx_place_key {
	char text[TX_PLACE_KEY_MAX];
	size_t len;
};

/** The key of a name as written: folded, apostrophes dropped, every other sign a space, and words
 * that are written in two ways ("Saint", "St.") in one.  False when nothing is left or the name is
 * too long. */
bool tx_place_key(telex_slice name, struct tx_place_key *ret_key);

#endif
