/* Character classes by table, for bytes: no locale, no <ctype.h>.
 * Bytes from 0x80 on are TX_CHAR_HIGH and nothing else. */
#ifndef TX_CORE_ASCII_H
#define TX_CORE_ASCII_H

#include <stdbool.h>
#include <stdint.h>

enum tx_char_class {
	TX_CHAR_UPPER = 1,
	TX_CHAR_LOWER = 2,
	TX_CHAR_DIGIT = 4,
	TX_CHAR_BLANK = 8,    /* space and tab */
	TX_CHAR_NEWLINE = 16, /* CR and LF */
	TX_CHAR_CONTROL = 32, /* every other C0 control, and DEL */
	TX_CHAR_PUNCT = 64,
	TX_CHAR_HIGH = 128
};

extern const uint8_t tx_char_classes[256];

static inline bool tx_char_is(char c, unsigned classes)
{
	return (tx_char_classes[(unsigned char)c] & classes) != 0;
}

static inline bool tx_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static inline bool tx_is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

static inline bool tx_is_lower(char c)
{
	return c >= 'a' && c <= 'z';
}

static inline bool tx_is_alpha(char c)
{
	return tx_is_upper(c) || tx_is_lower(c);
}

static inline char tx_lower(char c)
{
	return tx_is_upper(c) ? (char)(c + ('a' - 'A')) : c;
}

#endif
