/* The outputs of a run, records and --errors, opened so that both go back to the same item, and
 * closed so that both get their names or both are resumed. */
#ifndef TELEX_CLI_OUTPUT_OUTPUTS_H
#define TELEX_CLI_OUTPUT_OUTPUTS_H

#include "cli/output/journal.h"

struct outputs {
	struct output records, errors;
	bool has_errors;
	struct journal journal;
};

/** What to write to: NULL for standard output, and for no errors. */
struct output_paths {
	const char *records, *errors;
};

enum outputs_ending {
	OUTPUTS_WHOLE, /* they get their names */
	OUTPUTS_KEPT,  /* complete output stays for a run that resumes; a message names it */
	OUTPUTS_LEFT,  /* the same, without a message */
	OUTPUTS_GONE   /* nothing stays: they must not get their names */
};

/** `*ret_done` says how far what stays of an earlier run goes (zeros: nothing does).  Anything but
 * JOURNAL_OPEN has been reported. */
enum journal_status outputs_open(struct outputs *outputs, const struct output_paths *paths,
				 const struct resumption *resumption, struct checkpoint *ret_done);

/** All records and errors of these items are written. */
void outputs_checkpoint(struct outputs *outputs, const struct checkpoint *done);

bool outputs_have_failed(const struct outputs *outputs);

/** False when one of them is not whole. */
bool outputs_close(struct outputs *outputs, enum outputs_ending ending);

#endif
