/* Eight bytes at a time: the questions that the hot loops ask of a machine word, without any
 * instruction set's own types. A mask has 0x80 in each byte for which the answer is yes. */
#ifndef TX_CORE_WORD_H
#define TX_CORE_WORD_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "core/slice.h"

#define TX_WORD_ONES  UINT64_C(0x0101010101010101)
#define TX_WORD_HIGHS UINT64_C(0x8080808080808080)
#define TX_WORD_LOWS  UINT64_C(0x7f7f7f7f7f7f7f7f)

static inline uint64_t tx_word_load(const char *p)
{
	uint64_t x;

	memcpy(&x, p, sizeof(x));
	return x;
}

/** The bytes of `x` that equal `byte`, exactly. */
static inline uint64_t tx_word_equal(uint64_t x, unsigned char byte)
{
	uint64_t t = x ^ (TX_WORD_ONES * byte);

	return ~(((t & TX_WORD_LOWS) + TX_WORD_LOWS) | t | TX_WORD_LOWS);
}

/** Not 0 when a byte of `x` is below `limit` (at most 0x80); which one it is, is not exact. */
static inline uint64_t tx_word_below(uint64_t x, unsigned char limit)
{
	return (x - TX_WORD_ONES * limit) & ~x & TX_WORD_HIGHS;
}

#endif
