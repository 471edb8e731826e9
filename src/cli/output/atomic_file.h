/* A file that is written beside the one it becomes. */
#ifndef TELEX_CLI_OUTPUT_ATOMIC_FILE_H
#define TELEX_CLI_OUTPUT_ATOMIC_FILE_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>
#include <time.h>

/** Open `path` for reading and writing, made if it is not there, and lock it for this process.
 * Returns the descriptor, or -1 with errno; EBUSY: another run has it. */
int atomic_file_open(const char *path);

/** Let the system begin to write these bytes to the disk, so that aside_finish() finds little left
 * to do. */
void atomic_file_begin_sync(int fd, uint64_t from, uint64_t bytes);

/** The file that has a name before it is given to another one. */
struct atomic_file_before {
	bool is_there;
	dev_t dev;
	ino_t ino;
	struct timespec changed; /* a number is soon given to another file */
};

struct atomic_file_before atomic_file_look(const char *name);

/** Sync what was written, close, and give it its name, for good.  Only the file that had the name
 * `before` is replaced.  False with errno; EEXIST: the name is another file's since, or the file
 * was changed. */
bool atomic_file_finish(int fd, const char *path, const char *name,
			const struct atomic_file_before *before);

/** Whether two paths are one name in one folder; `folds_case`: "A" and "a" are one name there. */
bool atomic_file_is_one_name(const char *path, const char *other, bool folds_case);

/** Make a file of this name for reading and writing.  -1 with errno; EEXIST: there is one. */
int atomic_file_create(const char *path);

/** As rename(), but what has the name already is left alone.  False with errno, EEXIST then. */
bool atomic_file_rename_new(const char *path, const char *name);

/** A folder whose whole file system atomic_file_sync_system() syncs: everything written from now on,
 * with its errors.  -1: the system cannot do that, or does not report errors (before Linux 5.8). */
int atomic_file_open_system(const char *folder);
bool atomic_file_sync_system(int folder);

/** Sync a file that is written and closed.  Returns 0 or errno. */
int atomic_file_sync(const char *path);

/** Sync the folder that holds `name`, so that the name itself survives a loss of power. */
void atomic_file_sync_folder(const char *name);

#endif
