/* What telex says to people: all of it goes through here, to standard error. */
#ifndef TELEX_CLI_MESSAGES_H
#define TELEX_CLI_MESSAGES_H

#include <stdio.h>

#include "telex/telex.h"

/** Print a path so that no byte of it can pass for another line or a terminal's command. */
void message_path(FILE *stream, const char *path);

/** "telex: what went wrong". */
void message(const char *format, ...) __attribute__((format(printf, 1, 2)));

/** "telex: path:line:column: what went wrong". */
void message_error(const char *path, const telex_error *error);

/** "telex: path: what the system says". */
void message_errno(const char *path, const char *what);

#endif
