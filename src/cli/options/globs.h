/* Patterns of --include and --exclude, as ripgrep's: "*" and "?" do not match a slash, "**" matches
 * folders, "[a-z]" one character, "{a,b}" either.  A pattern without a slash matches the name, in
 * whatever folder; one with a slash the path below the folder that was named. */
#ifndef TELEX_CLI_GLOBS_H
#define TELEX_CLI_GLOBS_H

#include <stdbool.h>
#include <stddef.h>

#define GLOBS_MAX 64

/** The patterns of a run, borrowed; all zero: everything is wanted. */
struct globs {
	const char *included[GLOBS_MAX], *excluded[GLOBS_MAX];
	size_t include_count, exclude_count;
};

/** Add a pattern.  False: it is not one, or there are too many. */
bool globs_include(struct globs *globs, const char *glob);
bool globs_exclude(struct globs *globs, const char *glob);

/** Whether a pattern matches a path. */
bool glob_matches(const char *glob, const char *path);

/** Whether a file is wanted: a pattern includes it, or there is none, and neither it nor a folder
 * that it is in is excluded.  `path` is that below the folder or the archive that was named. */
bool globs_want(const struct globs *globs, const char *path);

/** Whether a folder is excluded, with all that is in it. */
bool globs_exclude_folder(const struct globs *globs, const char *path);

#endif
