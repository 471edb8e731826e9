/* How many files a run will meet and how many bytes they have, counted beside the run, for the line
 * that says how much is left. */
#ifndef TELEX_CLI_SOURCE_SCAN_TOTALS_H
#define TELEX_CLI_SOURCE_SCAN_TOTALS_H

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#include "cli/options/options.h"
#include "cli/source/walk.h"

/** Totals; 0 while they are not known, or where they cannot be: of lists, and of archives, whose
 * members nobody has counted. */
struct scan_totals {
	atomic_uint_fast64_t files, bytes;
	const struct options *options;
	const struct walk_exclusion *exclusion;
	atomic_bool stop;
	bool started;
	pthread_t thread;
};

/** Begin to count; the arguments are borrowed until census_stop(). */
void scan_totals_start(struct scan_totals *totals, const struct options *options,
		       const struct walk_exclusion *exclusion);

void scan_totals_stop(struct scan_totals *totals);

#endif
