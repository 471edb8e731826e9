/* The class of each byte. */
#include "core/ascii.h"

#define CTL TX_CHAR_CONTROL
#define BLK TX_CHAR_BLANK
#define NWL TX_CHAR_NEWLINE
#define PUN TX_CHAR_PUNCT
#define DIG TX_CHAR_DIGIT
#define UPP TX_CHAR_UPPER
#define LOW TX_CHAR_LOWER

#define TWO(c)     c, c
#define FOUR(c)    TWO(c), TWO(c)
#define EIGHT(c)   FOUR(c), FOUR(c)
#define SIXTEEN(c) EIGHT(c), EIGHT(c)
#define LETTERS(c) SIXTEEN(c), EIGHT(c), TWO(c)

const uint8_t tx_char_classes[256] = {
	EIGHT(CTL),
	CTL,
	BLK,
	NWL,
	TWO(CTL),
	NWL,
	TWO(CTL),     /* 00-0F */
	SIXTEEN(CTL), /* 10-1F */
	BLK,
	EIGHT(PUN),
	FOUR(PUN),
	TWO(PUN),
	PUN, /* 20-2F */
	EIGHT(DIG),
	TWO(DIG),
	FOUR(PUN),
	TWO(PUN), /* 30-3F */
	PUN,
	LETTERS(UPP),
	FOUR(PUN),
	PUN, /* 40-5F */
	PUN,
	LETTERS(LOW),
	FOUR(PUN),
	CTL, /* 60-7F */
	SIXTEEN(TX_CHAR_HIGH),
	SIXTEEN(TX_CHAR_HIGH),
	SIXTEEN(TX_CHAR_HIGH),
	SIXTEEN(TX_CHAR_HIGH),
	SIXTEEN(TX_CHAR_HIGH),
	SIXTEEN(TX_CHAR_HIGH),
	SIXTEEN(TX_CHAR_HIGH),
	SIXTEEN(TX_CHAR_HIGH),
};
