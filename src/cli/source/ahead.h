/* Files that are asked for before their turn.  An archive that is not in memory is read at the pace
 * of one file's way from the disk after the other's, unless the next ones are on their way while
 * one is converted.  Once a file had to be waited for, those behind it are opened and asked for. */
#ifndef TELEX_CLI_SOURCE_AHEAD_H
#define TELEX_CLI_SOURCE_AHEAD_H

#include <time.h>

#include "cli/source/sources.h"

/** One worker's, for the batch in hand; zero before the first one. */
struct ahead {
	struct file_ahead {
		int fd;
		bool open;
	} files[BATCH_ITEMS_MAX];
	size_t asked; /* the items before this one need not be asked for */
	struct timespec begun;
};

/** Begin with a batch; what was open of the last one is closed. */
void ahead_begin(struct ahead *ahead);

/** Open a file of the batch, or take it over if it is open already.  -1: errno says why.  The
 * caller closes it. */
int ahead_open(struct ahead *ahead, const struct batch *batch, size_t index);

/** The file that was opened last has given its first bytes: if that took long, ask for the next
 * ones. */
void ahead_was_read(struct ahead *ahead, const struct batch *batch, size_t index);

#endif
