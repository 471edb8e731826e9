/* What a worker could not convert: counted, said, and noted for --errors. */
#ifndef TELEX_CLI_RUN_FAILURES_H
#define TELEX_CLI_RUN_FAILURES_H

#include "cli/run/worker.h"

/** An error about the source in hand. */
void failures_say(struct worker *worker, const telex_error *error);

/** An error of the system: `problem` ("cannot open"), and errno's value or 0. */
void failures_say_problem(struct worker *worker, const char *problem, int error);

/** An error about a dispatch of the source in hand.  Many that are alike are said together: see
 * failures_say_held(). */
void failures_add(struct worker *worker, const telex_error *error);

/** Say what failures_add() has held: before something else is said or written of the source, and at
 * its end. */
void failures_say_held(struct worker *worker);

#endif
