/* The source that a file's first record names. */
#ifndef TELEX_CLI_OUTPUT_ORIGIN_H
#define TELEX_CLI_OUTPUT_ORIGIN_H

#include <stdbool.h>

/** Whether the open file begins with a record of this source; of `./a` and `a//b` as of `a` and
 * `a/b`. */
bool origin_is(int fd, const char *path, const char *member);

/** Whether it begins with a record that names its source. */
bool origin_is_said(int fd);

#endif
