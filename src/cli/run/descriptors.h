/* The three descriptors that every program is given, or is not. */
#ifndef TELEX_CLI_RUN_DESCRIPTORS_H
#define TELEX_CLI_RUN_DESCRIPTORS_H

#include <stdbool.h>

/** Make each of 0, 1 and 2 that is closed a descriptor that cannot be read or written, so that no
 * file of the run gets its number.  False when that cannot be. */
bool descriptors_fill(void);

#endif
