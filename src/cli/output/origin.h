/* What a record in a file says of the source it is of. */
#ifndef TELEX_CLI_OUTPUT_ORIGIN_H
#define TELEX_CLI_OUTPUT_ORIGIN_H

#include <stdbool.h>

/** Whether the open file begins with a record of this source; of `./a` and `a//b` as of `a` and
 * `a/b`. */
bool origin_is(int fd, const char *path, const char *member);

/** Whether it begins with a record that says what it is of. */
bool origin_is_said(int fd);

#endif
