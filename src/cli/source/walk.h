/* The files of a folder, one after the other, in one order on every machine: each folder's names
 * by their bytes, a folder's files where its name stands. */
#ifndef TELEX_CLI_SOURCE_WALK_H
#define TELEX_CLI_SOURCE_WALK_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/** What a walk leaves out: the output's own folder, and its files beside the input. */
struct walk_exclusion {
	bool folder;       /* the whole folder; else only the files below */
	dev_t dev;         /* of the folder */
	ino_t ino;         /* ... */
	const char *names; /* files in it: this name, and any that begins with it and ".part" */
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

/** The next file or problem.  False at the end. */
bool walk_next(struct walk *walk, struct walk_entry *ret_entry);

#endif
