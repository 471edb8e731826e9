/* The journal of a run's outputs: after how many bytes of each of them how many items are whole.
 * One entry speaks for all of them, so that they are resumed, and get their names, together. */
#ifndef TELEX_CLI_OUTPUT_JOURNAL_H
#define TELEX_CLI_OUTPUT_JOURNAL_H

#include "cli/output/output.h"

#define JOURNAL_PARTS 2

/** How far a run has come. */
struct checkpoint {
	uint64_t items; /* converted, and their records in the output */
	uint64_t chain; /* hash of their names */
	unsigned flags; /* what the run will have to say about them in the end */
};

/** Zero-initialise it with `fd` -1. */
struct journal {
	int fd;                              /* -1: none */
	char *path;                          /* own */
	struct output *parts[JOURNAL_PARTS]; /* the files being written, NULL where none is */
	struct checkpoint last;              /* of the last entry */
	bool has_entries;
};

enum journal_status {
	JOURNAL_OPEN,
	JOURNAL_OTHER, /* it is of a run with other options, and was left alone */
	JOURNAL_FAILED /* see errno */
};

/** What stays of a run that was cut off. */
struct resumption {
	bool wanted;
	uint64_t fingerprint; /* of the options that shape the outputs */
};

/** Open the journal of `parts`, which are open.  When a resumption is wanted, the last entry that
 * their bytes bear out goes to `*ret_done`, `bytes` and `hash` of each part are set to it, and the
 * journal goes on; else these are zero, and it begins anew. */
enum journal_status journal_open(struct journal *journal, const struct resumption *resumption,
				 struct checkpoint *ret_done);

/** Add an entry: the items are whole in what the parts hold now.  False when it cannot be written:
 * the journal then ends before it. */
bool journal_add(struct journal *journal, const struct checkpoint *done);

/** Add an entry that the run is over and its outputs are about to get their names, and
 * sync it.  Without it they get their names as well; a run that is killed in between then begins
 * anew. */
void journal_finish(struct journal *journal);

/** Close it; the file stays. */
void journal_close(struct journal *journal);

#endif
