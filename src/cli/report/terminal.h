/* What the terminal can show. */
#ifndef TELEX_CLI_TERMINAL_H
#define TELEX_CLI_TERMINAL_H

#include <stdbool.h>

/** Whether a descriptor is a terminal that shows colours, and they are wanted (NO_COLOR, TERM). */
bool terminal_has_color(int fd);

/** Its columns; `otherwise` when it is not a terminal or does not say. */
unsigned terminal_columns(int fd, unsigned otherwise);

/** Whether a variable of the environment is set and not empty. */
bool terminal_is_set(const char *variable);

#endif
