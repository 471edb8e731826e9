/* The profiles' signs, sorted by kind and first letter: constants written by index_signs.c at build
 * time. */
#ifndef TX_AGENCY_SIGN_INDEX_H
#define TX_AGENCY_SIGN_INDEX_H

#include <stdint.h>

#include "agency/profile.h"
#include "core/ascii.h"

/** Initials: a-z, '*' (any), and everything else. */
enum { TX_SIGN_ANY = 26, TX_SIGN_OTHER = 27, TX_SIGN_INITIALS = 28 };

/** One sign: tx_profiles[profile]->signs[kind][sign], and what rejects most texts before it is
 * looked at. */
struct tx_sign_entry {
	uint8_t profile;
	uint8_t sign;
	uint8_t len;    /* bytes without a '*' at its end */
	uint8_t star;   /* 1 with one */
	uint8_t second; /* second byte in lower case; 0 = any */
};

extern const struct tx_sign_entry tx_sign_entries[];

/** Where in tx_sign_entries the signs of a kind with an initial start; the next one's start is
 * their end. */
extern const uint16_t tx_sign_starts[TX_SIGN__COUNT][TX_SIGN_INITIALS + 1];

/** The agencies by the initials of their codes and names, likewise: indices of tx_profiles. */
extern const uint8_t tx_house_entries[];
extern const uint8_t tx_house_starts[TX_SIGN_INITIALS + 1];

static inline unsigned tx_sign_initial(char c)
{
	if (c == '*')
		return TX_SIGN_ANY;
	return tx_is_alpha(c) ? (unsigned)(tx_lower(c) - 'a') : (unsigned)TX_SIGN_OTHER;
}

/** The bit of a third byte: a letter, or anything else. */
static inline uint32_t tx_third_bit(char c)
{
	return UINT32_C(1) << (tx_is_alpha(c) ? tx_lower(c) - 'a' : 26);
}

/** By the first two letters of what names an agency, the bits of its third byte. */
extern const uint32_t tx_agency_thirds[26][26];

#endif
