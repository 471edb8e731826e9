/* A file gets its name when all of its bytes are on the disk, if nothing has that name; what has it
 * is replaced only when telex wrote it as the result of the same source.  Bytes of many files are
 * synced by syncfs(), which knows one file system: a file on another one is synced by itself. */
#include "cli/output/publish.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/output/atomic_file.h"
#include "cli/output/written.h"

void publish_begin(struct publisher *publisher)
{
	struct stat info;

	publisher->folder = atomic_file_open_system(publisher->root);
	if (publisher->folder >= 0 && fstat(publisher->folder, &info) == 0)
		publisher->device = info.st_dev;
	else
		publish_done(publisher);
}

void publish_done(struct publisher *publisher)
{
	if (publisher->folder >= 0)
		close(publisher->folder);
	publisher->folder = -1;
	tx_buffer_done(&publisher->names);
}

/* Open the file that has this name.  -1 with errno, EEXIST where it is not a file. */
static int open_target(const char *target)
{
	const int flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY;
	struct stat info;
	int fd = open(target, flags);

	if (fd < 0) {
		errno = errno == ELOOP || errno == ENXIO ? EEXIST : errno;
		return -1;
	}
	if (fstat(fd, &info) == 0 && S_ISREG(info.st_mode))
		return fd;
	close(fd);
	errno = S_ISDIR(info.st_mode) ? EISDIR : EEXIST;
	return -1;
}

static bool is_own(const struct publisher *publisher, int fd, const char *target,
		   const char *source, const char *member)
{
	return written_for(publisher->written, fd, target + strlen(publisher->root), source,
			   member);
}

bool publish_has(const struct publisher *publisher, const char *target, const char *source,
		 const char *member)
{
	int fd = open_target(target);
	bool own = fd >= 0 && is_own(publisher, fd, target, source, member);

	if (fd >= 0)
		close(fd);
	return own;
}

static int remove_part(const char *part, int error)
{
	unlink(part);
	return error;
}

/* What a file that has the name is to the new one. */
enum before { BEFORE_NONE, BEFORE_OWN, BEFORE_SAME, BEFORE_FOREIGN };

static enum before look(const struct publisher *publisher, int part,
			const struct publish_file *file, int *ret_error)
{
	int fd = open_target(file->target);

	*ret_error = errno;
	if (fd < 0)
		return *ret_error == ENOENT ? BEFORE_NONE : BEFORE_FOREIGN;
	*ret_error = EEXIST;
	enum before before = is_own(publisher, fd, file->target, file->source, file->member)
				     ? BEFORE_OWN
			     : written_alike(fd, part) ? BEFORE_SAME
						       : BEFORE_FOREIGN;
	close(fd);
	return before;
}

/* A file that has the name gives way to the new one, or is the same. */
static int replace(const struct publisher *publisher, const struct publish_file *file)
{
	int error, part = open(file->part, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NOCTTY);
	enum before before = part < 0 ? BEFORE_FOREIGN : look(publisher, part, file, &error);

	if (part < 0)
		return errno;
	close(part);
	if (before == BEFORE_SAME)
		return unlink(file->part) == 0 ? 0 : errno;
	if (before != BEFORE_OWN)
		return error;
	return rename(file->part, file->target) == 0 ? 0 : errno;
}

/* The bytes are on the disk. */
static int give_name(const struct publisher *publisher, const struct publish_file *file)
{
	int error = 0;

	if (!atomic_file_rename_new(file->part, file->target)) {
		error = errno;
		if (error == EEXIST)
			error = replace(publisher, file);
	}
	if (error != 0)
		return remove_part(file->part, error);
	if (file->other != NULL && publish_has(publisher, file->other, file->source, file->member))
		unlink(file->other);
	return 0;
}

static bool add_name(struct publisher *publisher, const char *name, size_t *ret_at)
{
	*ret_at = publisher->names.len;
	if (name != NULL)
		tx_buffer_append(&publisher->names, name, strlen(name) + 1);
	return name != NULL;
}

/* False when memory is short. */
static bool add(struct publisher *publisher, const struct publish_file *file)
{
	size_t before = publisher->names.len, at = publisher->count;

	add_name(publisher, file->part, &publisher->files[at].part);
	add_name(publisher, file->target, &publisher->files[at].target);
	add_name(publisher, file->source, &publisher->files[at].source);
	publisher->files[at].has_other =
		add_name(publisher, file->other, &publisher->files[at].other);
	publisher->files[at].has_member =
		add_name(publisher, file->member, &publisher->files[at].member);
	publisher->count += !publisher->names.failed;
	if (!publisher->names.failed)
		return true;
	publisher->names.failed = false;
	publisher->names.len = before;
	return false;
}

static bool sync_file(int fd)
{
	return fsync(fd) == 0 || errno == EINVAL;
}

static bool is_synced_with_others(const struct publisher *publisher, int fd)
{
	struct stat info;

	return publisher->folder >= 0 && !publish_is_full(publisher) && fstat(fd, &info) == 0 &&
	       info.st_dev == publisher->device;
}

int publish_add(struct publisher *publisher, int fd, const struct publish_file *file)
{
	int error = 0;
	enum before before = file->in_new_folder ? BEFORE_NONE : look(publisher, fd, file, &error);

	if (before == BEFORE_SAME || before == BEFORE_FOREIGN) {
		close(fd);
		return remove_part(file->part, before == BEFORE_SAME ? 0 : error);
	}
	bool waits = is_synced_with_others(publisher, fd);
	error = (waits || sync_file(fd)) && written_note(publisher->written, fd,
							 file->target + strlen(publisher->root),
							 file->source, file->member)
			? 0
			: errno;
	if (close(fd) != 0 && errno != EINTR && error == 0)
		error = errno;
	if (error != 0)
		return remove_part(file->part, error);
	if (waits && add(publisher, file))
		return 0;
	error = waits ? atomic_file_sync(file->part) : 0;
	return error != 0 ? remove_part(file->part, error) : give_name(publisher, file);
}

bool publish_is_full(const struct publisher *publisher)
{
	return publisher->count == PUBLISH_MAX;
}

static struct publish_file file_at(const struct publisher *publisher, size_t i)
{
	const char *names = publisher->names.data;

	return (struct publish_file){
		.part = names + publisher->files[i].part,
		.target = names + publisher->files[i].target,
		.other = publisher->files[i].has_other ? names + publisher->files[i].other : NULL,
		.source = names + publisher->files[i].source,
		.member =
			publisher->files[i].has_member ? names + publisher->files[i].member : NULL};
}

void publish_settle(struct publisher *publisher,
		    void (*failed)(void *user, const struct publish_file *file, int error),
		    void *user)
{
	if (publisher->count == 0)
		return;
	/* Which file a failure belongs to shows when each is synced by itself. */
	bool synced = atomic_file_sync_system(publisher->folder);
	for (size_t i = 0; i < publisher->count; i++) {
		struct publish_file file = file_at(publisher, i);
		int error = synced ? 0 : atomic_file_sync(file.part);
		error = error != 0 ? remove_part(file.part, error) : give_name(publisher, &file);
		if (error != 0)
			failed(user, &file, error);
	}
	publisher->count = publisher->names.len = 0;
}
