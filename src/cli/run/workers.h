/* The workers of a run: the first works in the thread of the run, each other in a thread of its
 * own. */
#ifndef TELEX_CLI_RUN_WORKERS_H
#define TELEX_CLI_RUN_WORKERS_H

#include "cli/run/worker.h"

#define WORKERS_MAX 256

struct workers;

/** How many there are to be; of `later` ones only the first is made now, and the others when a
 * source is long.  NULL: out of memory. */
struct workers *workers_new(unsigned count, bool later);

/** Make them.  Returns an exit code: all are there, or why not, which has been reported. */
int workers_make(struct workers *workers, struct run_context *context);

/** How many there are to be. */
unsigned workers_count(const struct workers *workers);

/** Let them work until nothing is left. */
void workers_run(struct workers *workers);

/** Say what is left to say after that. */
void workers_report(struct workers *workers);

/** Make and start those that have not been; a worker that cannot be had is done without.  By the
 * first worker, or when they all have been started. */
void workers_start(struct workers *workers);

/** What all of them have counted, in the counts of the first. */
struct run_stats *workers_sum(struct workers *workers);

/** Likewise for --report; NULL: it is not wanted. */
struct overview *workers_overview(struct workers *workers);

void workers_free(struct workers *workers);

#endif
