/* The conversion run: one source after the other. */
#ifndef TELEX_CLI_RUN_H
#define TELEX_CLI_RUN_H

#include "cli/options.h"

/** How telex ends; the numbers are documented. */
enum exit_code {
	EXIT_ALL_CONVERTED = 0,
	EXIT_SOME_FAILED = 1, /* or --check or --strict found something */
	EXIT_USAGE = 2,
	EXIT_OUTPUT = 3
};

/** Convert all sources. */
enum exit_code run(const struct options *options);

#endif
