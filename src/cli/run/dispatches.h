/* The dispatches of one source, as its bytes are fed. */
#ifndef TELEX_CLI_RUN_DISPATCHES_H
#define TELEX_CLI_RUN_DISPATCHES_H

#include "cli/run/worker.h"

/** Begin a source; false: it is not to be converted, or cannot be. */
bool dispatches_begin(struct worker *worker, const char *member);

/** Convert what these bytes make whole; `last`: nothing follows.  False: nothing more of this
 * source. */
bool dispatches_feed(struct worker *worker, telex_slice bytes, bool last);

/** Convert everything that the parser has now.  False: nothing more of this source. */
bool dispatches_convert(struct worker *worker);

/** Convert now what has been fed and is whole, since the next bytes may be long in coming. */
void dispatches_settle(struct worker *worker);

/** Hold the results until there are enough of them, or write them. */
void dispatches_hold_or_write(struct worker *worker);

/** Whether more of the source is wanted. */
bool dispatches_are_wanted(const struct worker *worker);

/** Replace a parser that was short of memory.  False: memory is short for it, which has been
 * reported. */
bool dispatches_renew_parser(struct worker *worker);

/** Have the parser begin with the current source. */
void dispatches_restart_parser(struct worker *worker);

/** What ends a source before its end, perhaps in the middle of a dispatch. */
void dispatches_cut(struct worker *worker, const char *problem, int error);

/** The run was stopped in the middle of a source; of one that cannot be read again, a dispatch that
 * is not whole is reported. */
void dispatches_stop(struct worker *worker);

/** End a source; what is not whole gets no file of its own.  False: the run is to stop. */
bool dispatches_end(struct worker *worker);

#endif
