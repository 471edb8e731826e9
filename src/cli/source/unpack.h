/* The content of a compressed file as it streams by: one layer is removed, whatever the content
 * looks like.  A file that is not compressed is its own content. */
#ifndef TELEX_CLI_SOURCE_UNPACK_H
#define TELEX_CLI_SOURCE_UNPACK_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "telex/telex.h"

/** A file whose first bytes have been read already. */
struct input {
	int fd;           /* stays the caller's */
	telex_slice head; /* those bytes, borrowed */
	/** Waits until a pipe can be read; false: the run is to stop.  NULL for a file. */
	bool (*wait)(void *user, int fd);
	void *user;
};

struct unpack;

/** NULL when memory is short. */
struct unpack *unpack_open(const struct input *input);
void unpack_close(struct unpack *unpack);

/** Whether the file is compressed. */
bool unpack_is_compressed(const struct unpack *unpack);

/** The next bytes of the content, valid until the next call; 0 at its end, -1 at a problem, and
 * then always.  What is damaged is found at the latest at the end. */
ssize_t unpack_read(struct unpack *unpack, const char **ret_bytes);

/** What the problem is, in words; empty: none. */
const char *unpack_problem(const struct unpack *unpack);

/** How many zeros end a stream that ended in `before` of them and goes on by `bytes`. */
uint64_t unpack_zeros_at_end(uint64_t before, telex_slice bytes);

/** Bytes of the file read so far. */
uint64_t unpack_file_bytes(const struct unpack *unpack);

#endif
