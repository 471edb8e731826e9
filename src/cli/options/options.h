/* The command line: one table of options that getopt_long(), --help, the completion files and the
 * hint at a misspelled one are made from. */
#ifndef TELEX_CLI_OPTIONS_H
#define TELEX_CLI_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "cli/options/globs.h"
#include "cli/options/policy.h"
#include "cli/report/report.h"
#include "cli/report/run_stats.h"
#include "telex/telex.h"

/** What the command is asked to do when it is not to convert. */
enum action {
	ACTION_CONVERT,
	ACTION_HELP,
	ACTION_VERSION,
	ACTION_LIST_FORMATS,
	ACTION_LIST_AGENCIES,
	ACTION_LIST_WARNINGS,
	ACTION_COMPLETION
};

enum when { WHEN_AUTO, WHEN_ALWAYS, WHEN_NEVER };

enum shell { SHELL_BASH, SHELL_ZSH, SHELL_FISH };

struct options {
	enum action action;
	enum shell shell;     /* of ACTION_COMPLETION */
	telex_options parser; /* path and member are set for each source */
	telex_output to;
	telex_write_flags write_flags;
	enum when color;
	bool latest; /* of a story the last version */
	bool dedupe; /* no repeats */
	bool check;  /* findings instead of records */
	bool strict; /* a warning is a failure */
	bool quiet;
	bool verbose;
	struct policy policy; /* --allow, --deny, --only */
	enum report_form report_form;
	const char *errors_path; /* NULL: failures are only printed */
	const char *page_path;   /* of --report; NULL: none */
	enum summary summary;
	enum when progress;
	const char *output_path; /* NULL: standard output */
	bool output_is_folder;   /* output_path ends with a slash */
	bool resume;
	unsigned jobs;          /* 0: as many as there are processors */
	const char *files_from; /* NULL: no list; "-": standard input */
	bool null_separated;    /* the list's names end with NUL */
	unsigned shard_index;   /* from 1; 0: no shards */
	unsigned shard_count;
	uint64_t max_expanded; /* bytes of what is unpacked; 0: the default */
	uint64_t max_ratio;    /* of what is unpacked to what is read; 0: the default */
	struct globs globs;    /* --include, --exclude */
	char **sources;
	int source_count;     /* 0: standard input */
	uint64_t fingerprint; /* of telex and of the options that shape the output */
};

/** Read the command line.  False when it is wrong: the reason is on standard error. */
bool options_parse(int argc, char **argv, struct options *ret_options);

/** Print the help on standard output. */
void options_help(void);

#endif
