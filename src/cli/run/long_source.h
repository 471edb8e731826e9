/* A long source is converted by several workers: the one that has it finds its frames, which is a
 * small part of the work, and hands stretches of them to the one that has nothing to do; what they come
 * to is put together in order.  The result is the same as one worker's. */
#ifndef TELEX_CLI_RUN_LONG_SOURCE_H
#define TELEX_CLI_RUN_LONG_SOURCE_H

#include "cli/run/worker.h"

struct long_source;

/** Begin with the current source of `worker`, whose parser has given all that it can, where that is
 * possible.  False: go on with that parser. */
bool long_source_begin(struct worker *worker);

/** Whether the current source is being converted so. */
bool long_source_is_on(const struct worker *worker);

/** Go on with what the parser has been fed.  False: nothing more of the source is to be read. */
bool long_source_convert(struct worker *worker);

/** Convert all frames that are whole; their results are the worker's then.  False: as above. */
bool long_source_settle(struct worker *worker);

/** End the source; what has not been settled is not wanted. */
void long_source_end(struct worker *worker);

void long_source_free(struct long_source *source);

#endif
