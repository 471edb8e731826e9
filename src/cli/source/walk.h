/* The files of a folder, one after the other, in one order on every machine: each folder's names
 * by their bytes, a folder's files in the place of its name. */
#ifndef TELEX_CLI_SOURCE_WALK_H
#define TELEX_CLI_SOURCE_WALK_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "cli/options/globs.h"

/** A file that the run writes, in a folder that may be walked. */
struct walk_file {
	dev_t dev; /* of the folder */
	ino_t ino; /* ... */
	const char *name;
	bool is_left_out;    /* else it is a source like any */
	atomic_bool was_met; /* the folder was walked */
};

/** What a walk leaves out: what telex has written into the folder of outputs, and the files that
 * the run writes. */
struct walk_exclusion {
	struct walk_file *files; /* without a name: none */
	size_t count;
	const struct globs *globs;          /* --include, --exclude; NULL: none */
	bool folder;                        /* there is a folder of outputs */
	dev_t dev;                          /* of it */
	ino_t ino;                          /* ... */
	bool (*is_own)(void *user, int fd); /* asked of each file in it and below */
	void *user;
};

struct walk;

/** What was found.  The path is valid until the next call. */
struct walk_entry {
	const char *path;
	const char *problem; /* NULL: a file; else what cannot be done with this path */
	int error;           /* errno of the problem, or 0 */
};

/** NULL when memory is short.  `exclusion` is borrowed; NULL: none. */
struct walk *walk_new(const struct walk_exclusion *exclusion);
void walk_free(struct walk *walk);

/** Begin with the folder `root`; a walk is over when this is called. */
void walk_begin(struct walk *walk, const char *root);

/** Whether the path, which no walk has found, is a file that telex has written into the folder of
 * outputs; a link to one is not. */
bool walk_is_result(const struct walk_exclusion *exclusion, const char *path);

/** How many hidden names were left out so far, those of telex itself not counted. */
uint64_t walk_hidden(const struct walk *walk);

/** The next file or problem.  False at the end. */
bool walk_next(struct walk *walk, struct walk_entry *ret_entry);

#endif
