/* Sixteen bytes at a time: where a machine has SSE2, by its instructions, else by two words.
 * Questions mark the bytes of a block for which the answer is yes; marks are joined, and read as
 * masks of sixteen bits, the first byte's lowest. */
#ifndef TX_CORE_BLOCK_H
#define TX_CORE_BLOCK_H

#include <stdint.h>

#include "core/word.h"

#define TX_BLOCK 16

#if defined(__SSE2__) && !defined(TX_NO_SIMD)

#include <emmintrin.h>

typedef __m128i tx_block;

static inline tx_block tx_block_load(const char *p)
{
	return _mm_loadu_si128((const __m128i *)(const void *)p);
}

static inline void tx_block_store(char *p, tx_block block)
{
	_mm_storeu_si128((__m128i *)(void *)p, block);
}

static inline tx_block tx_mark_equal(tx_block block, char byte)
{
	return _mm_cmpeq_epi8(block, _mm_set1_epi8(byte));
}

/** Bytes below 0x20. */
static inline tx_block tx_mark_control(tx_block block)
{
	return _mm_cmpeq_epi8(_mm_min_epu8(block, _mm_set1_epi8(0x1f)), block);
}

/** Bytes from `byte` on, which is 0x80 or more. */
static inline tx_block tx_mark_from(tx_block block, unsigned char byte)
{
	return _mm_cmpeq_epi8(_mm_max_epu8(block, _mm_set1_epi8((char)byte)), block);
}

static inline tx_block tx_mark_or(tx_block a, tx_block b)
{
	return _mm_or_si128(a, b);
}

static inline tx_block tx_mark_and(tx_block a, tx_block b)
{
	return _mm_and_si128(a, b);
}

/** Those of `a` that are not in `b`. */
static inline tx_block tx_mark_without(tx_block a, tx_block b)
{
	return _mm_andnot_si128(b, a);
}

static inline unsigned tx_mark_bits(tx_block marks)
{
	return (unsigned)_mm_movemask_epi8(marks);
}

/** Marks counted for each byte of the blocks: never more than TX_COUNTS_MAX blocks. */
static inline tx_block tx_counts_add(tx_block counts, tx_block marks)
{
	return _mm_sub_epi8(counts, marks);
}

static inline unsigned tx_counts_sum(tx_block counts)
{
	__m128i sums = _mm_sad_epu8(counts, _mm_setzero_si128());

	return (unsigned)_mm_cvtsi128_si32(sums) + (unsigned)_mm_extract_epi16(sums, 4);
}

static inline tx_block tx_counts_zero(void)
{
	return _mm_setzero_si128();
}

#else

typedef struct tx_block {
	uint64_t low, high;
} tx_block;

static inline tx_block tx_block_load(const char *p)
{
	return (tx_block){tx_word_load(p), tx_word_load(p + 8)};
}

static inline void tx_block_store(char *p, tx_block block)
{
	memcpy(p, &block.low, 8);
	memcpy(p + 8, &block.high, 8);
}

/** A mask of bytes as a mask of bits; memory order, whatever the machine's. */
static inline unsigned tx_word_bits(uint64_t mask)
{
	unsigned char bytes[8];
	unsigned bits = 0;

	if (mask == 0)
		return 0;
	memcpy(bytes, &mask, 8);
	for (unsigned i = 0; i < 8; i++)
		bits |= (unsigned)(bytes[i] >> 7) << i;
	return bits;
}

static inline tx_block tx_mark_equal(tx_block block, char byte)
{
	return (tx_block){tx_word_equal(block.low, (unsigned char)byte),
			  tx_word_equal(block.high, (unsigned char)byte)};
}

/** Bytes below 0x20. */
static inline tx_block tx_mark_control(tx_block block)
{
	return (tx_block){~(((block.low & TX_WORD_LOWS) + TX_WORD_ONES * 0x60) | block.low),
			  ~(((block.high & TX_WORD_LOWS) + TX_WORD_ONES * 0x60) | block.high)};
}

/** Bytes from `byte` on, which is 0x80 or more. */
static inline tx_block tx_mark_from(tx_block block, unsigned char byte)
{
	uint64_t distance = TX_WORD_ONES * (0x80U - (byte & 0x7fU));

	return (tx_block){((block.low & TX_WORD_LOWS) + distance) & block.low & TX_WORD_HIGHS,
			  ((block.high & TX_WORD_LOWS) + distance) & block.high & TX_WORD_HIGHS};
}

static inline tx_block tx_mark_or(tx_block a, tx_block b)
{
	return (tx_block){a.low | b.low, a.high | b.high};
}

static inline tx_block tx_mark_and(tx_block a, tx_block b)
{
	return (tx_block){a.low & b.low, a.high & b.high};
}

/** Those of `a` that are not in `b`. */
static inline tx_block tx_mark_without(tx_block a, tx_block b)
{
	return (tx_block){a.low & ~b.low, a.high & ~b.high};
}

static inline unsigned tx_mark_bits(tx_block marks)
{
	return tx_word_bits(marks.low & TX_WORD_HIGHS) | tx_word_bits(marks.high & TX_WORD_HIGHS)
								 << 8;
}

/** Marks counted for each byte of the blocks: never more than TX_COUNTS_MAX blocks. */
static inline tx_block tx_counts_add(tx_block counts, tx_block marks)
{
	return (tx_block){counts.low + (marks.low >> 7), counts.high + (marks.high >> 7)};
}

static inline unsigned tx_counts_sum(tx_block counts)
{
	return (unsigned)(counts.low * TX_WORD_ONES >> 56) +
	       (unsigned)(counts.high * TX_WORD_ONES >> 56);
}

static inline tx_block tx_counts_zero(void)
{
	return (tx_block){0, 0};
}

#endif

/** So many that no sum of eight bytes' counts is more than a byte holds. */
#define TX_COUNTS_MAX 31

static inline unsigned tx_block_equal(tx_block block, char byte)
{
	return tx_mark_bits(tx_mark_equal(block, byte));
}

/** Bytes from 0x80 on. */
static inline unsigned tx_block_high(tx_block block)
{
	return tx_mark_bits(block);
}

/** Position of the first set bit; `mask` is not 0. */
static inline unsigned tx_mask_first(unsigned mask)
{
#if defined(__GNUC__)
	return (unsigned)__builtin_ctz(mask);
#else
	unsigned at = 0;

	while ((mask >> at & 1) == 0)
		at++;
	return at;
#endif
}

/** How often `byte` occurs in `s`. */
static inline size_t tx_count_byte(telex_slice s, char byte)
{
	size_t count = 0, at = 0;

	while (s.len - at >= TX_BLOCK) {
		size_t blocks = (s.len - at) / TX_BLOCK;
		tx_block counts = tx_counts_zero();
		for (size_t i = 0; i < blocks && i < TX_COUNTS_MAX; i++, at += TX_BLOCK)
			counts = tx_counts_add(counts,
					       tx_mark_equal(tx_block_load(s.ptr + at), byte));
		count += tx_counts_sum(counts);
	}
	for (; at < s.len; at++)
		count += s.ptr[at] == byte;
	return count;
}

#endif
