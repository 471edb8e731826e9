/* The words of language_words.h as the program looks them up: a perfect hash, made at build time
 * by data/pack_words.c. */
#ifndef TX_NORMALIZER_LANGUAGE_TABLE_H
#define TX_NORMALIZER_LANGUAGE_TABLE_H

#include <stdint.h>

/** A word by its key: its bytes as language_words.h has them, the first one highest. */
struct tx_language_entry {
	uint64_t key;
	uint16_t languages; /* enum tx_language_bit */
	uint16_t count;     /* of languages */
};

#define TX_LANGUAGE_ENTRY_BITS 12
#define TX_LANGUAGE_ENTRIES    (1U << TX_LANGUAGE_ENTRY_BITS)
#define TX_LANGUAGE_GROUP_BITS 10
#define TX_LANGUAGE_GROUPS     (1U << TX_LANGUAGE_GROUP_BITS)

/** A perfect hash: words fall into groups, each with a factor that sends all its words to entries
 * of their own.  Free entries are all zero. */
extern const struct tx_language_entry tx_language_entries[TX_LANGUAGE_ENTRIES];
extern const uint16_t tx_language_factors[TX_LANGUAGE_GROUPS];

static inline uint64_t tx_language_hash(uint64_t key)
{
	return key * UINT64_C(0x9e3779b97f4a7c15);
}

static inline uint32_t tx_language_group(uint64_t hash)
{
	return (uint32_t)(hash >> (64 - TX_LANGUAGE_GROUP_BITS));
}

/** Number of the entry that a word of a group with this factor has. */
static inline uint32_t tx_language_place(uint64_t hash, uint16_t factor)
{
	return (uint32_t)(hash * (2U * factor + 1U) >> (64 - TX_LANGUAGE_ENTRY_BITS));
}

#endif
