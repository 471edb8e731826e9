/* Files that are written under a temporary name.  The lock keeps a second run away; it is one of
 * POSIX's record locks, which the system drops with the process, so that nothing is left locked by
 * a run that was killed. */
#include "cli/output/atomic_file.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <sys/utsname.h>
#include <unistd.h>

static bool lock(int fd)
{
	struct flock whole = {.l_type = F_WRLCK, .l_whence = SEEK_SET};

	if (fcntl(fd, F_SETLK, &whole) == 0)
		return true;
	if (errno == EACCES || errno == EAGAIN)
		errno = EBUSY;
	return false;
}

/* Whether the name still leads to the file: the run that had it may have renamed it. */
static bool is_still(int fd, const char *path)
{
	struct stat opened, named;

	return fstat(fd, &opened) == 0 && stat(path, &named) == 0 &&
	       opened.st_dev == named.st_dev && opened.st_ino == named.st_ino;
}

static bool fail(int fd)
{
	int error = errno;

	close(fd);
	errno = error;
	return false;
}

static void remove_quietly(const char *path)
{
	int error = errno;

	unlink(path);
	errno = error;
}

/* A link is not followed: the file it leads to is another's. */
static int open_or_create(const char *path, bool *ret_created)
{
	const int flags = O_RDWR | O_NOFOLLOW | O_CLOEXEC | O_NOCTTY;
	int fd;

	do {
		*ret_created = false;
		fd = open(path, flags);
		if (fd >= 0 || errno != ENOENT)
			return fd;
		*ret_created = true;
		fd = open(path, flags | O_CREAT | O_EXCL, 0666);
	} while (fd < 0 && errno == EEXIST);
	return fd;
}

int atomic_file_open(const char *path)
{
	for (;;) {
		bool created;
		int fd = open_or_create(path, &created);
		if (fd < 0)
			return -1;
		if (!lock(fd)) {
			if (created && errno != EBUSY)
				remove_quietly(path);
			(void)fail(fd);
			return -1;
		}
		if (is_still(fd, path))
			return fd;
		close(fd);
	}
}

void atomic_file_begin_sync(int fd, uint64_t from, uint64_t bytes)
{
#ifdef SYNC_FILE_RANGE_WRITE
	(void)sync_file_range(fd, (off_t)from, (off_t)bytes, SYNC_FILE_RANGE_WRITE);
#else
	(void)fd, (void)from, (void)bytes;
#endif
}

int atomic_file_create(const char *path)
{
	return open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOCTTY, 0666);
}

/* Where there are no links either, there is a moment in which another file may get the name. */
static bool rename_by_link(const char *path, const char *name)
{
	struct stat info;

	if (link(path, name) == 0)
		return unlink(path) == 0;
	if (errno == EEXIST)
		return false;
	if (lstat(name, &info) == 0) {
		errno = EEXIST;
		return false;
	}
	return rename(path, name) == 0;
}

bool atomic_file_rename_new(const char *path, const char *name)
{
#ifdef RENAME_NOREPLACE
	if (renameat2(AT_FDCWD, path, AT_FDCWD, name, RENAME_NOREPLACE) == 0)
		return true;
	if (errno != EINVAL && errno != ENOSYS)
		return false;
#endif
	return rename_by_link(path, name);
}

struct atomic_file_before atomic_file_look(const char *name)
{
	struct stat info;

	if (lstat(name, &info) != 0)
		return (struct atomic_file_before){.is_there = false};
	return (struct atomic_file_before){
		.is_there = true, .dev = info.st_dev, .ino = info.st_ino, .changed = info.st_ctim};
}

static bool is_same(const struct atomic_file_before *a, const struct atomic_file_before *b)
{
	return a->is_there && b->is_there && a->dev == b->dev && a->ino == b->ino &&
	       a->changed.tv_sec == b->changed.tv_sec && a->changed.tv_nsec == b->changed.tv_nsec;
}

static bool give_name(const char *path, const char *name, const struct atomic_file_before *before)
{
	struct atomic_file_before now = atomic_file_look(name);

	if (is_same(before, &now))
		return rename(path, name) == 0;
	return atomic_file_rename_new(path, name);
}

bool atomic_file_finish(int fd, const char *path, const char *name,
			const struct atomic_file_before *before)
{
	/* Renamed before it is closed, while the lock is held. */
	if ((fsync(fd) != 0 && errno != EINVAL) || !give_name(path, name, before))
		return fail(fd);
	return close(fd) == 0;
}

static bool stat_folder(const char *path, struct stat *ret_info)
{
	char *copy = strdup(path);
	bool known = copy != NULL && stat(dirname(copy), ret_info) == 0;

	free(copy);
	return known;
}

static const char *last_part(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash == NULL ? path : slash + 1;
}

bool atomic_file_is_one_name(const char *path, const char *other, bool folds_case)
{
	const char *name = last_part(path), *other_name = last_part(other);
	struct stat info, other_info;

	if (folds_case ? strcasecmp(name, other_name) != 0 : strcmp(name, other_name) != 0)
		return false;
	return stat_folder(path, &info) && stat_folder(other, &other_info) &&
	       info.st_dev == other_info.st_dev && info.st_ino == other_info.st_ino;
}

#ifdef __linux__
static bool reports_errors(void)
{
	struct utsname system;
	unsigned major, minor;

	return uname(&system) == 0 && sscanf(system.release, "%u.%u", &major, &minor) == 2 &&
	       (major > 5 || (major == 5 && minor >= 8));
}

int atomic_file_open_system(const char *folder)
{
	return reports_errors() ? open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
}

bool atomic_file_sync_system(int folder)
{
	return syncfs(folder) == 0;
}
#else
int atomic_file_open_system(const char *folder)
{
	(void)folder;
	return -1;
}

bool atomic_file_sync_system(int folder)
{
	(void)folder;
	return false;
}
#endif

int atomic_file_sync(const char *path)
{
	int fd = open(path, O_RDWR | O_NOFOLLOW | O_CLOEXEC | O_NOCTTY);
	int error = fd < 0 || (fsync(fd) != 0 && errno != EINVAL) ? errno : 0;

	if (fd >= 0)
		close(fd);
	return error;
}

void atomic_file_sync_folder(const char *name)
{
	char *copy = strdup(name);
	int fd = copy == NULL ? -1 : open(dirname(copy), O_RDONLY | O_CLOEXEC);

	if (fd >= 0) {
		(void)fsync(fd);
		close(fd);
	}
	free(copy);
}
