/* The dispatches of one source, as its bytes are fed. */
#ifndef TELEX_CLI_RUN_DISPATCHES_H
#define TELEX_CLI_RUN_DISPATCHES_H

#include "cli/run/worker.h"

/** Begin a source; false: it is not to be converted, or cannot be. */
bool dispatches_begin(struct worker *worker, const char *member);

/** Convert what these bytes make whole; `last`: nothing follows.  False: nothing more of this
 * source. */
bool dispatches_feed(struct worker *worker, telex_slice bytes, bool last);

/** What ends a source before its end, perhaps in the middle of a dispatch. */
void dispatches_cut(struct worker *worker, const char *problem, int error);

/** The run was stopped in the middle of a source; of one that cannot be read again, a dispatch that
 * is not whole is reported. */
void dispatches_stop(struct worker *worker);

/** End a source; what is not whole gets no file of its own.  False: the run is to stop. */
bool dispatches_end(struct worker *worker);

#endif
