/* The records that are kept, written to the output. */
#ifndef TELEX_CLI_VERSIONS_WRITING_H
#define TELEX_CLI_VERSIONS_WRITING_H

#include "cli/output/output.h"
#include "cli/report/findings.h"
#include "cli/versions/sorter.h"
#include "cli/versions/temporary.h"

/** What is written, and where. */
struct writing {
	struct temporary *records;
	struct sorter *decisions; /* struct decision */
	struct sorter *repeated;  /* struct unrepeated: records that are not written; NULL: none */
	struct output *output;
	const struct findings *findings;
	telex_write_flags flags;
	bool may_stop; /* a request to stop ends it */
	bool found;    /* set: findings make the exit status 1 */
};

/** Returns 0, ECANCELED when it was stopped, or another value of errno.  That the output fails is not
 * an error here. */
int writing_run(struct writing *writing);

#endif
