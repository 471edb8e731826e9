/* The journal of a file being written: after how many bytes of it how many items are whole. */
#ifndef TELEX_CLI_OUTPUT_JOURNAL_H
#define TELEX_CLI_OUTPUT_JOURNAL_H

#include "cli/output/output.h"

struct journal_start {
	int part;                   /* the file being written */
	struct XXH64_state_s *hash; /* gets the hash of what stays of it */
	const struct resumption *resumption;
};

/** Open the journal.  When a resumption is wanted, the last entry that the file's bytes bear out
 * goes to
 * `*ret_done` and its bytes to `*ret_bytes`, and the journal goes on; else zeros, and it begins.
 * Returns the descriptor, or -1 with errno. */
int journal_open(const char *path, const struct journal_start *start, struct checkpoint *ret_done,
		 uint64_t *ret_bytes);

/** Add an entry.  False when it cannot be written. */
bool journal_add(int journal, const struct checkpoint *done, uint64_t bytes, uint64_t hash);

/** Whether there is an entry to resume from. */
bool journal_holds_something(int journal);

#endif
