/* What the warnings of a record mean for the run. */
#ifndef TELEX_CLI_FINDINGS_H
#define TELEX_CLI_FINDINGS_H

#include "cli/options/options.h"

/** Where findings go. */
struct findings {
	struct tx_buffer *out;    /* of standard output with --check, else of standard error */
	struct tx_buffer *errors; /* of --errors */
	struct run_stats *stats;
	const struct options *options;
};

/** Report a record's warnings as --check, --strict and --verbose ask for, and with --verbose what
 * no key took.  Each warning that is not allowed is counted; one that --strict or --deny makes a
 * failure is also counted as one, is an error in `out`, and a line in `errors` when --errors asks
 * for it.  Returns whether the run's exit status is to be 1. */
bool findings_report(const struct findings *to, const char *path, const char *member,
		     const telex_record *record);

/** The same for one warning. */
bool findings_report_one(const struct findings *to, const char *path, const char *member,
			 const telex_warning *warning);

#endif
