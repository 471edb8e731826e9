/* The file that a source gets of its own in a folder of outputs. */
#ifndef TELEX_CLI_RUN_RESULT_H
#define TELEX_CLI_RUN_RESULT_H

#include "cli/run/worker.h"

enum result_status {
	RESULT_BEGUN,
	RESULT_THERE, /* of an earlier run */
	RESULT_NO_MEMORY
};

/** Begin the file of the current source, or of its member; `number` is its place in the run. */
enum result_status result_begin(struct worker *worker, const char *member, uint64_t number);

/** End it: it gets its name, or is not kept.  What keeps it from its name has been reported. False:
 * nothing more can be written. */
bool result_end(struct worker *worker, bool keep);

/** Those that have ended and have no name yet get theirs; what keeps one from it has been reported.
 */
void result_settle(struct worker *worker);

/** The current source is an archive, as is found only now: its members get names.  False: out of
 * memory. */
bool result_begin_archive(struct worker *worker);
void result_end_archive(struct worker *worker);

#endif
