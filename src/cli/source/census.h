/* How many files a run will meet and how many bytes they have, counted beside the run, for the line
 * that says how much is left. */
#ifndef TELEX_CLI_SOURCE_CENSUS_H
#define TELEX_CLI_SOURCE_CENSUS_H

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#include "cli/options/options.h"
#include "cli/source/walk.h"

/** Totals; 0 while they are not known, or where they cannot be: of lists, and of archives, whose
 * members nobody has counted. */
struct census {
	atomic_uint_fast64_t files, bytes;
	const struct options *options;
	const struct walk_exclusion *exclusion;
	atomic_bool stop;
	bool started;
	pthread_t thread;
};

/** Begin to count; the arguments are borrowed until census_stop(). */
void census_start(struct census *census, const struct options *options,
		  const struct walk_exclusion *exclusion);

void census_stop(struct census *census);

#endif
