/* Text of unknown origin, shown so that no byte of it can pass for another line or for a command of
 * the terminal. */
#ifndef TELEX_CLI_ESCAPE_H
#define TELEX_CLI_ESCAPE_H

#include "core/buffer.h"

/** Where the text goes to, and so what must be escaped there: besides control characters, invalid
 * UTF-8 and marks that turn the direction of text, which become \xNN everywhere. */
enum escape_for {
	ESCAPE_FOR_MESSAGE, /* nothing */
	ESCAPE_FOR_NAME,    /* '\', so that different names look different */
	ESCAPE_FOR_COMMAND, /* GitHub's workflow command: '%', CR and LF, as %XX */
	ESCAPE_FOR_PROPERTY /* property of such a command: also ':' and ',' */
};

/** Append `text` as it may be shown. */
void escape_append(struct tx_buffer *out, telex_slice text, enum escape_for where);

#endif
