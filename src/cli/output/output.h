/* Where records go: standard output, or one file that is written under a temporary name and gets
 * its own when it is whole. */
#ifndef TELEX_CLI_OUTPUT_OUTPUT_H
#define TELEX_CLI_OUTPUT_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "cli/output/atomic_file.h"
#include "telex/telex.h"

struct XXH64_state_s;

struct output {
	int fd;
	const char *path;                 /* NULL: standard output */
	char *part;                       /* name of the file being written, own; NULL: none is */
	struct XXH64_state_s *hash;       /* of what was written, own */
	uint64_t bytes;                   /* written */
	uint64_t syncing;                 /* of these, on their way to the disk */
	struct atomic_file_before before; /* what had the name when it was opened */
	bool failed;                      /* something could not be written; it has been reported */
	bool closed_pipe;                 /* nobody reads any more */
};

/** Open `path` (NULL: standard output).  A file that an earlier run has left is as it was left.
 * False when it cannot be: it has been reported. */
bool output_open(struct output *output, const char *path);

/** Begin to write after the first `bytes` of the file; the rest of it is dropped.  False with
 * errno. */
bool output_go_on(struct output *output);

/** Write; after a failure nothing is written any more. */
void output_write(struct output *output, telex_slice text);

/** Say that it cannot be written, and why (an errno), and write nothing more. */
void output_fail(struct output *output, int error);

/** Sync what was written.  False when that failed: it has been reported. */
bool output_sync(struct output *output);

/** Whether nothing is in the file being written. */
bool output_is_empty(const struct output *output);

/** End it without a file: what was written goes. */
void output_discard(struct output *output);

/** End it: the file gets its name, for good; without `whole` it stays as it is.  True: nothing
 * failed. */
bool output_close(struct output *output, bool whole);

#endif
