/* Files that are written get their names.  Waiting for the disk takes most of the time that many
 * small files take, so they are synced many at once where the system can do that. */
#ifndef TELEX_CLI_OUTPUT_PUBLISH_H
#define TELEX_CLI_OUTPUT_PUBLISH_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "core/buffer.h"

#define PUBLISH_MAX 512 /* files that are synced at once */

struct written;

/** A file that has a temporary name. */
struct publish_file {
	const char *part;   /* this one */
	const char *target; /* the name that it is to get */
	const char *other;  /* what its source may have had before; removed.  NULL: nothing */
	const char *source, *member;
	bool in_new_folder; /* that this run has made: nothing was in it */
};

/** Zero-initialise it, then set the first group. */
struct publisher {
	const char *root;        /* the folder, with its '/' */
	struct written *written; /* what is telex's in it */

	int folder; /* -1: each file is synced by itself */
	dev_t device;
	struct tx_buffer names; /* of the files that wait, each ended by a NUL */
	struct {
		size_t part, target, other, source, member; /* in `names` */
		bool has_other, has_member;
	} files[PUBLISH_MAX];
	size_t count;
};

/** Begin, before anything is written in the folder. */
void publish_begin(struct publisher *publisher);
void publish_done(struct publisher *publisher);

/** Whether `target` is there already, as the result of this source. */
bool publish_has(const struct publisher *publisher, const char *target, const char *source,
		 const char *member);

/** Close `fd`, all of whose bytes are written, and give the file its name, now or by
 * publish_settle().  Returns 0, or an errno; the file is gone then.  EEXIST: a file has that name
 * that is not the source's. */
int publish_add(struct publisher *publisher, int fd, const struct publish_file *file);

/** Whether there is room for one more. */
bool publish_is_full(const struct publisher *publisher);

/** Sync all that wait and give them their names.  `failed` is called for each that could not be had;
 * it is gone then. */
void publish_settle(struct publisher *publisher,
		    void (*failed)(void *user, const struct publish_file *file, int error),
		    void *user);

#endif
