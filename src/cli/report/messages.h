/* All messages to people go through here, to standard error. */
#ifndef TELEX_CLI_MESSAGES_H
#define TELEX_CLI_MESSAGES_H

#include "core/buffer.h"

/** Print whole lines. */
void message_write(telex_slice lines);

/** Print whole lines, and that some are missing when memory was short; releases the buffer. */
void message_send(struct tx_buffer *lines);

/** "telex: what went wrong". */
void message(const char *format, ...) __attribute__((format(printf, 1, 2)));

/** "telex: path:line:column: what went wrong". */
void message_error(const char *path, const telex_error *error);

/** "telex: path: what the system says". */
void message_errno(const char *path, const char *what);

#endif
