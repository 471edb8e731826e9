/* A temporary file without a name: bytes are appended, and read at any place.  It is gone when it is
 * closed, and when telex ends, however it ends. */
#ifndef TELEX_CLI_VERSIONS_TEMPORARY_H
#define TELEX_CLI_VERSIONS_TEMPORARY_H

#include <stdbool.h>
#include <stdint.h>

#include "core/buffer.h"

struct temporary {
	int fd;           /* -1: none yet */
	int error;        /* of errno, the first one; 0: none */
	uint64_t len;     /* bytes appended */
	uint64_t written; /* of these, those that are in the file */
	struct tx_buffer pending;
};

/** The folder of temporary files: $TMPDIR, else /tmp. */
const char *temporary_folder(void);

/** An empty one; its file is made when there is more than memory is to hold. */
void temporary_begin(struct temporary *temporary);

/** Append.  False: `error` says why, and nothing more is appended. */
bool temporary_append(struct temporary *temporary, const void *bytes, size_t len);

/** Read `len` bytes at `offset`, all of which have been appended.  False: `error`. */
bool temporary_read(struct temporary *temporary, uint64_t offset, void *bytes, size_t len);

/** Close it; it is empty and usable again. */
void temporary_end(struct temporary *temporary);

#endif
