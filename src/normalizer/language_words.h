/* The table behind normalizer/language.h. */
#ifndef TX_NORMALIZER_LANGUAGE_WORDS_H
#define TX_NORMALIZER_LANGUAGE_WORDS_H

#include <stddef.h>
#include <stdint.h>

enum tx_language_bit {
	TX_LANGUAGE_ES = 1 << 0,
	TX_LANGUAGE_EN = 1 << 1,
	TX_LANGUAGE_PT = 1 << 2,
	TX_LANGUAGE_CA = 1 << 3,
	TX_LANGUAGE_GL = 1 << 4,
	TX_LANGUAGE_EU = 1 << 5,
	TX_LANGUAGE_FR = 1 << 6,
	TX_LANGUAGE_DE = 1 << 7,
	TX_LANGUAGE_IT = 1 << 8,
	TX_LANGUAGE_NL = 1 << 9,
	TX_LANGUAGE_CS = 1 << 10,
	TX_LANGUAGE_PL = 1 << 11,
	TX_LANGUAGE_DA = 1 << 12,
	TX_LANGUAGE_NO = 1 << 13,
	TX_LANGUAGE_SV = 1 << 14
};

#define TX_LANGUAGE_COUNT 15

/* Bytes of a word that count. */
#define TX_LANGUAGE_KEY_BYTES 8

struct tx_language_word {
	char word[TX_LANGUAGE_KEY_BYTES + 1]; /* padded with NUL */
	uint16_t languages;                   /* enum tx_language_bit */
};

struct tx_language_list {
	const struct tx_language_word *words; /* sorted by bytes */
	size_t count;
};

/* Lists of the words that begin with a to z, then of those that begin with another letter. */
#define TX_LANGUAGE_LISTS 27
extern const struct tx_language_list tx_language_lists[TX_LANGUAGE_LISTS];

#endif
