/* The words of language_words.h as the program looks them up: a hash table, made at build time by
 * data/pack_words.c. */
#ifndef TX_NORMALIZER_LANGUAGE_TABLE_H
#define TX_NORMALIZER_LANGUAGE_TABLE_H

#include <stdint.h>

/** A word by its key: its bytes as language_words.h has them, the first one highest. */
struct tx_language_entry {
	uint64_t key;
	uint16_t languages; /* enum tx_language_bit */
	uint16_t count;     /* of languages */
};

#define TX_LANGUAGE_SLOT_BITS 13
#define TX_LANGUAGE_SLOTS     (1U << TX_LANGUAGE_SLOT_BITS)

/** Numbers of entries, from 1; 0: a free slot.  A word is in its own slot or, when that is taken,
 * in one of those behind it, before the next free one. */
extern const uint16_t tx_language_slots[TX_LANGUAGE_SLOTS];
extern const struct tx_language_entry tx_language_entries[];

/** A word's own slot. */
static inline uint32_t tx_language_slot(uint64_t key)
{
	return (uint32_t)(key * UINT64_C(0x9e3779b97f4a7c15) >> (64 - TX_LANGUAGE_SLOT_BITS));
}

static inline uint32_t tx_language_next_slot(uint32_t slot)
{
	return (slot + 1) % TX_LANGUAGE_SLOTS;
}

#endif
