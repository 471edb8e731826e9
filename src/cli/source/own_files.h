/* Files that a run writes itself, by whatever name or link a source leads to them. */
#ifndef TELEX_CLI_SOURCE_OWN_FILES_H
#define TELEX_CLI_SOURCE_OWN_FILES_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/stat.h>

#define OWN_FILES_MAX 6 /* standard output and error, and two of each of -o and --errors */

struct own_files {
	struct own_file {
		dev_t dev;
		ino_t ino;
		bool is_target; /* there before the run, which replaces it */
	} files[OWN_FILES_MAX];
	size_t count;
};

/** Add a regular file that is open for writing; others are passed over. */
void own_files_add_open(struct own_files *own, int fd);

/** Add the file that has now the name of an output, if there is one. */
void own_files_add_target(struct own_files *own, const char *path);

/** The one that a source is, or NULL. */
const struct own_file *own_files_find(const struct own_files *own, const struct stat *source);

#endif
