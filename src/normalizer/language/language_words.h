/* The tables after normalizer/language/language.h, as they are written; the words are looked up in
 * language_table.h. */
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

/* Bytes of a word's key: the word in small letters, or of a longer one its first seven bytes and a
 * '*'. */
#define TX_LANGUAGE_KEY_BYTES 8

struct tx_language_word {
	char word[TX_LANGUAGE_KEY_BYTES + 1]; /* padded with NUL */
	uint16_t languages;                   /* enum tx_language_bit */
};

struct tx_language_list {
	const struct tx_language_word *words; /* sorted by bytes */
	size_t count;
};

/* Lists of the words that begin with a to l, with m to z, and with another letter. */
#define TX_LANGUAGE_LISTS_A_L 12
#define TX_LANGUAGE_LISTS_M_Z 15
extern const struct tx_language_list tx_language_words_a_l[TX_LANGUAGE_LISTS_A_L];
extern const struct tx_language_list tx_language_words_m_z[TX_LANGUAGE_LISTS_M_Z];

struct tx_language_ending {
	uint8_t len;
	char text[8];
	uint16_t languages;
};

struct tx_language_endings {
	const struct tx_language_ending *endings; /* longer ones first */
	size_t count;
};

/* Lists of the endings in a to z, and in another letter. */
#define TX_LANGUAGE_LISTS 27
extern const struct tx_language_endings tx_language_endings[TX_LANGUAGE_LISTS];

#endif
