/* The paths of a run: the names of the command line, those of a list, and a folder's files in its
 * place. */
#ifndef TELEX_CLI_SOURCE_PATHS_H
#define TELEX_CLI_SOURCE_PATHS_H

#include "cli/options/options.h"
#include "cli/source/list.h"
#include "cli/source/walk.h"

/** Zero-initialise it. */
struct paths {
	const struct options *options;
	struct walk *walk;
	bool walking;
	int next_argument;
	struct list list; /* of --files-from */
	bool list_is_open, list_is_over;
	const struct walk_exclusion *exclusion;
	uint64_t results; /* named, though telex wrote them into the folder of outputs */
	bool (*wait_readable)(int fd); /* for a list's next names; false: none is wanted */
};

/** Begin; the arguments are borrowed.  False: out of memory. */
bool paths_begin(struct paths *paths, const struct options *options,
		 const struct walk_exclusion *exclusion, bool (*wait_readable)(int fd));
void paths_done(struct paths *paths);

/** A path to convert, or a problem with one. */
struct found {
	const char *path; /* valid until the next one */
	bool is_stdin;
	bool in_folder; /* found, not named */
	bool may_wait;  /* a pipe or a device */
	const char *problem;
	int error;
};

/** The next path that is neither a folder nor a result of telex in the folder of outputs.  False at
 * the end, and where a list has no more names yet and the caller is not patient. */
bool paths_next(struct paths *paths, bool patient, struct found *ret_found);

/** Hidden names that were left out. */
uint64_t paths_hidden(const struct paths *paths);

/** Whether no name is left of the command line and the list. */
bool paths_are_over(const struct paths *paths);

#endif
