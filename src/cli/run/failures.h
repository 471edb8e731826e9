/* What a worker could not convert: counted, reported, and noted for --errors. */
#ifndef TELEX_CLI_RUN_FAILURES_H
#define TELEX_CLI_RUN_FAILURES_H

#include "cli/run/worker.h"

/** An error about the current source. */
void failures_report(struct worker *worker, const telex_error *error);

/** An error of the system: `problem` ("cannot open"), and errno's value or 0. */
void failures_report_problem(struct worker *worker, const char *problem, int error);

/** An error about a dispatch of the current source.  Many that are alike are reported together: see
 * failures_report_held(). */
void failures_add(struct worker *worker, const telex_error *error);

/** Report what failures_add() has held: before anything else of the source is reported or written,
 * and at its end. */
void failures_report_held(struct worker *worker);

#endif
