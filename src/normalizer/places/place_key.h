/* The key under which names of places are kept and looked up: letters a-z and digits in words. */
#ifndef TX_NORMALIZER_PLACE_KEY_H
#define TX_NORMALIZER_PLACE_KEY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

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

/* Signs of a key: the blank (or the key's end), digits, letters. */
#define TX_PLACE_KEY_SIGNS 37
#define TX_PLACE_GROUPS    (TX_PLACE_KEY_SIGNS * TX_PLACE_KEY_SIGNS * TX_PLACE_KEY_SIGNS)

/** Number of the group of keys with the same first three signs; groups are in the keys' order. */
static inline uint32_t tx_place_group(telex_slice key)
{
	uint32_t group = 0;

	for (size_t i = 0; i < 3; i++) {
		char c = i < key.len ? key.ptr[i] : ' ';
		uint32_t sign = c == ' '   ? 0
				: c <= '9' ? (uint32_t)(c - '0') + 1
					   : (uint32_t)(c - 'a') + 11;
		group = group * TX_PLACE_KEY_SIGNS + sign;
	}
	return group;
}

#endif
