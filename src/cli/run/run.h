/* The conversion run: all sources that the options name. */
#ifndef TELEX_CLI_RUN_RUN_H
#define TELEX_CLI_RUN_RUN_H

#include "cli/options/options.h"

/** How telex ends; the numbers are documented. */
enum exit_code {
	EXIT_ALL_CONVERTED = 0,
	EXIT_SOME_FAILED = 1, /* or --check or --strict found something */
	EXIT_USAGE = 2,
	EXIT_OUTPUT = 3,
	EXIT_SIGNAL = 128 /* and the number of the signal that asked to stop */
};

/** Convert everything; returns an exit code. */
int run(const struct options *options);

#endif
