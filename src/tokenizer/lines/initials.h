/* First letters of names, as sign-offs have them. */
#ifndef TX_TOKENIZER_INITIALS_H
#define TX_TOKENIZER_INITIALS_H

#include <stdbool.h>
#include <stddef.h>

#include "core/slice.h"

#define TX_INITIALS_MAX 12

/** First letters of a name's words, folded. */
struct tx_initials {
	char all[TX_INITIALS_MAX], plain[TX_INITIALS_MAX]; /* `plain`: without particles */
	size_t all_count, plain_count;
};

/** Read the letters of a name; false when it is too long. */
bool tx_initials_read(telex_slice name, struct tx_initials *ret_letters);

/** Whether a group of a sign-off has these letters, or one more or less at its end. */
bool tx_initials_agree(telex_slice initials, const struct tx_initials *letters);

#endif
