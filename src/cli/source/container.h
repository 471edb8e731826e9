/* Members of archives, and what compressed files hold, as they stream by. */
#ifndef TELEX_CLI_SOURCE_CONTAINER_H
#define TELEX_CLI_SOURCE_CONTAINER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "cli/options/options.h"
#include "cli/source/unpack.h"

/** Whether a file is named as one: its name ends in .gz, .tar, .tgz, .zip … */
bool container_is_named(const char *path);

/** How much an archive may become. */
struct container_limits {
	uint64_t expanded_bytes; /* in all */
	uint64_t ratio;          /* expanded to compressed, once 64 MiB are expanded */
};

/** How much an archive may become, by the options. */
struct container_limits container_limits_of(const struct options *options);

struct container;

/** Read the archive that `input` begins; what the input borrows, and `limits`, stay until
 * archive_close().  NULL when memory is short. */
struct container *container_open(const struct input *input, const struct container_limits *limits);
void container_close(struct container *container);

/** After ARCHIVE_PROBLEM there may be more members. */
enum container_step { CONTAINER_MEMBER, CONTAINER_OVER, CONTAINER_PROBLEM };

/** Go to the next member that is a file and not hidden.  `*ret_name` is valid until the next call;
 * NULL for the one content of a compressed file. */
enum container_step container_next(struct container *container, const char **ret_name);

/** The next bytes of the member, at most `size` and that at least MAGIC_HEAD; 0 at its end, -1 at a
 * problem, which is that of the member's rest: archive_next() may go on. */
ssize_t container_read_member(struct container *container, char *bytes, size_t size);

/** What the problem is, in words. */
const char *container_problem(const struct container *container);

#endif
