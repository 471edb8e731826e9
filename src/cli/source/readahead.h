/* Files that are read from the disk ahead of time.  An archive that is not in memory is read at the
 * pace of one file's way from the disk after the other's, unless the next ones are on their way
 * while one is converted.  Once a file had to be waited for, the next ones are opened and asked
 * for. */
#ifndef TELEX_CLI_SOURCE_READAHEAD_H
#define TELEX_CLI_SOURCE_READAHEAD_H

#include <time.h>

#include "cli/source/sources.h"

/** One worker's, for the current batch; zero before the first one. */
struct readahead {
	struct readahead_file {
		int fd;
		bool open;
	} files[BATCH_ITEMS_MAX];
	size_t asked; /* the items before this one need not be asked for */
	struct timespec begun;
};

/** Begin with a batch; what was open of the last one is closed. */
void readahead_begin(struct readahead *readahead);

/** Open a file of the batch, or take it over if it is open already.  -1 with errno.  The
 * caller closes it. */
int readahead_open(struct readahead *readahead, const struct batch *batch, size_t index);

/** The file that was opened last has given its first bytes: if that took long, ask for the next
 * ones. */
void readahead_note_read(struct readahead *readahead, const struct batch *batch, size_t index);

#endif
