/* Where records go: standard output, or one file that is written aside and gets its name when it is
 * whole.  A journal beside that file says how far it holds whole items, so that a run that was cut
 * off can go on. */
#ifndef TELEX_CLI_OUTPUT_OUTPUT_H
#define TELEX_CLI_OUTPUT_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "telex/telex.h"

struct XXH64_state_s;

/** How far a run has come. */
struct checkpoint {
	uint64_t items; /* converted, and their records in the output */
	uint64_t chain; /* hash of their names */
	unsigned flags; /* what the run will have to say about them in the end */
};

struct output {
	int fd;
	const char *path;           /* NULL: standard output */
	char *part;                 /* name of the file being written, own; NULL: none is */
	char *journal_path;         /* own */
	int journal;                /* -1: none */
	struct XXH64_state_s *hash; /* of what was written, own */
	uint64_t bytes;             /* written */
	uint64_t syncing;           /* of these, on their way to the disk */
	bool failed;                /* something could not be written; it has been said */
	bool closed_pipe;           /* nobody reads any more */
};

/** What stays of a run that was cut off. */
struct resumption {
	bool wanted;
	uint64_t fingerprint; /* of the options that the bytes depend on: another one keeps nothing
			       */
	uint64_t items_max;   /* at most what so many items gave */
};

/** Open `path` (NULL: standard output); `*ret_done` says how far what stays goes (zeros: nothing
 * does).  False when it cannot be: it has been said. */
bool output_open(struct output *output, const char *path, const struct resumption *resumption,
		 struct checkpoint *ret_done);

/** Write; after a failure nothing is written any more. */
void output_write(struct output *output, telex_slice text);

/** All records of these items are written. */
void output_checkpoint(struct output *output, const struct checkpoint *done);

/** Finish: sync the file and give it its name.  With `cut_off` the name is not given, and file and
 * journal stay for a run that resumes.  False when the output is not whole. */
bool output_close(struct output *output, bool cut_off);

#endif
