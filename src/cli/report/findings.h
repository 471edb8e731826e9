/* What the warnings of a record mean for the run. */
#ifndef TELEX_CLI_FINDINGS_H
#define TELEX_CLI_FINDINGS_H

#include "cli/options/options.h"

/** Report a record's warnings as --check, --strict and --verbose ask for, and with --verbose what
 * no key took; the lines are appended to `out`, which belongs to standard output with --check and
 * else to standard error.  Each warning that is not allowed is counted in `stats`; one that
 * --strict or
 * --deny makes a failure is also counted as one, is an error in `out`, and a line in `errors` when
 * --errors asks for it.  Returns whether the run's exit status is to be 1. */
bool findings_report(struct tx_buffer *out, struct tx_buffer *errors, struct run_stats *stats,
		     const struct options *options, const char *path, const char *member,
		     const telex_record *record);

#endif
