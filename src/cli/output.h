/* Where records go: standard output, or a file that is written aside and renamed when it is whole.
 */
#ifndef TELEX_CLI_OUTPUT_H
#define TELEX_CLI_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>

#include "telex/telex.h"

#define OUTPUT_BUFFER ((size_t)256 << 10)

struct output {
	int fd;
	const char *path; /* NULL: standard output */
	char *aside;      /* name of the file being written, own */
	size_t used;
	bool failed;      /* something could not be written; it has been said */
	bool closed_pipe; /* nobody reads any more */
	char buffer[OUTPUT_BUFFER];
};

/** Open for `path` (NULL: standard output).  False when it cannot be: it has been said. */
bool output_open(struct output *output, const char *path);

/** Write; after a failure nothing is written any more. */
void output_write(struct output *output, telex_slice text);

/** Hand everything to the system now. */
void output_flush(struct output *output);

/** Finish: flush, sync and rename a file.  False when the output is not whole. */
bool output_close(struct output *output);

#endif
