/* Text of unknown origin, shown so that no byte of it can pass for another line or for a command of
 * the terminal. */
#ifndef TELEX_CLI_SHOWN_H
#define TELEX_CLI_SHOWN_H

#include "core/buffer.h"

/** Where the text goes to, and so what must be escaped there: besides control characters, invalid
 * UTF-8 and marks that turn the direction of text, which become \xNN everywhere. */
enum shown_in {
	SHOWN_IN_MESSAGE, /* nothing */
	SHOWN_AS_NAME,    /* '\', so that different names look different */
	SHOWN_IN_COMMAND, /* GitHub's workflow command: '%', CR and LF, as %XX */
	SHOWN_AS_PROPERTY /* property of such a command: also ':' and ',' */
};

/** Append `text` as it may be shown. */
void shown_append(struct tx_buffer *out, telex_slice text, enum shown_in where);

#endif
