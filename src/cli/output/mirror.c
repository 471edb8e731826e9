/* Mirroring.  A result is written under a hidden name beside its place and then gets its name, if
 * nothing has that name; what has it is replaced only when telex wrote it as the result of the same
 * source.  What an earlier run wrote for the source under the other ending is removed. */
#include "cli/output/mirror.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/output/aside.h"
#include "cli/output/written.h"
#include "core/slice.h"

#define ATTEMPTS 100               /* names for a file that is written aside */
#define KEPT_MAX ((size_t)1 << 20) /* smaller outputs are written at once */

void mirror_done(struct mirror *mirror)
{
	tx_buffer_done(&mirror->name);
	tx_buffer_done(&mirror->path);
	tx_buffer_done(&mirror->target);
	tx_buffer_done(&mirror->kept);
}

static const char *ending(const struct mirror *mirror, bool several)
{
	if (mirror->is_text)
		return ".txt";
	return several || mirror->is_lines ? ".ndjson" : ".json";
}

static const char *set_target(struct mirror *mirror, bool several)
{
	struct tx_buffer *target = &mirror->target;
	const char *end = ending(mirror, several);

	target->len = 0;
	tx_buffer_append(target, mirror->name.data, mirror->name.len);
	tx_buffer_append(target, end, strlen(end) + 1);
	return target->failed ? "" : target->data;
}

/* "FOLDER/.telex.NUMBER.PROCESS.TRY.part": the length does not depend on the name. */
static void set_path(struct mirror *mirror, unsigned attempt)
{
	struct tx_buffer *path = &mirror->path;
	size_t folder = mirror->name.len;

	while (folder > 0 && mirror->name.data[folder - 1] != '/')
		folder--;
	path->len = 0;
	tx_buffer_append(path, mirror->name.data, folder);
	tx_buffer_printf(path, ".telex.%llu.%ld.%u.part", (unsigned long long)mirror->number,
			 (long)getpid(), attempt);
	tx_buffer_byte(path, '\0');
	if (path->failed)
		mirror->error = ENOMEM;
}

void mirror_begin(struct mirror *mirror, const char *name, const char *path, const char *member,
		  uint64_t number)
{
	mirror->source = path;
	mirror->member = member;
	mirror->number = number;
	mirror->name.len = 0;
	tx_buffer_slice(&mirror->name, tx_slice_of(mirror->root));
	tx_buffer_slice(&mirror->name, tx_slice_of(name));
	mirror->kept.len = 0;
	mirror->records = 0;
	mirror->fd = -1;
	mirror->error = mirror->name.failed ? ENOMEM : 0;
}

/* Open the file that has the name of the target.  -1 with errno, EEXIST where it is none. */
static int open_target(const struct mirror *mirror)
{
	struct stat info;
	int fd = open(mirror->target.data,
		      O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);

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

/* The target's name inside the folder. */
static const char *target_name(const struct mirror *mirror)
{
	return mirror->target.data + strlen(mirror->root);
}

static bool is_own(const struct mirror *mirror, int fd)
{
	return written_for(mirror->written, fd, target_name(mirror), mirror->source,
			   mirror->member);
}

static bool has_target(struct mirror *mirror, bool several)
{
	int fd = *set_target(mirror, several) == '\0' ? -1 : open_target(mirror);
	bool own = fd >= 0 && is_own(mirror, fd);

	if (fd >= 0)
		close(fd);
	return own;
}

bool mirror_has(struct mirror *mirror)
{
	return has_target(mirror, false) || (!mirror->is_text && has_target(mirror, true));
}

/* Make the folders in which `path` is to lie. */
static bool make_folders(char *path)
{
	for (char *slash = strchr(path + 1, '/'); slash != NULL; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		int made = mkdir(path, 0777);
		*slash = '/';
		if (made != 0 && errno != EEXIST)
			return false;
	}
	return true;
}

static bool open_part(struct mirror *mirror)
{
	for (unsigned attempt = 0; attempt < ATTEMPTS && mirror->fd < 0; attempt++) {
		set_path(mirror, attempt);
		if (mirror->error != 0)
			return false;
		mirror->fd = aside_create(mirror->path.data);
		if (mirror->fd < 0 && errno == ENOENT && make_folders(mirror->path.data))
			mirror->fd = aside_create(mirror->path.data);
		if (mirror->fd < 0 && errno != EEXIST)
			break;
	}
	if (mirror->fd < 0)
		mirror->error = errno;
	return mirror->error == 0;
}

static void write_kept(struct mirror *mirror)
{
	telex_slice bytes = {mirror->kept.data, mirror->kept.len};

	mirror->kept.len = 0;
	if (mirror->kept.failed)
		mirror->error = ENOMEM;
	if (mirror->error != 0 || (mirror->fd < 0 && !open_part(mirror)))
		return;
	while (bytes.len > 0) {
		ssize_t done = write(mirror->fd, bytes.ptr, bytes.len);
		if (done < 0 && errno == EINTR)
			continue;
		if (done < 0) {
			mirror->error = errno;
			return;
		}
		bytes = tx_slice_skip(bytes, (size_t)done);
	}
}

void mirror_write(struct mirror *mirror, telex_slice bytes)
{
	tx_buffer_slice(&mirror->kept, bytes);
	if (mirror->kept.len >= KEPT_MAX)
		write_kept(mirror);
}

void mirror_count(struct mirror *mirror)
{
	mirror->records++;
}

static void drop(struct mirror *mirror)
{
	if (mirror->fd < 0)
		return;
	unlink(mirror->path.data);
	close(mirror->fd);
	mirror->fd = -1;
}

/* Whether a file that has the name gives way to the new one, or is the same. */
static bool replace(struct mirror *mirror)
{
	int fd = open_target(mirror);
	bool replaced = false;

	if (fd < 0)
		return false;
	if (is_own(mirror, fd))
		replaced = rename(mirror->path.data, mirror->target.data) == 0;
	else if (written_alike(fd, mirror->fd))
		replaced = unlink(mirror->path.data) == 0;
	else
		errno = EEXIST;
	int error = errno;
	close(fd);
	errno = error;
	return replaced;
}

static bool publish(struct mirror *mirror)
{
	if (*set_target(mirror, mirror->records > 1) == '\0') {
		errno = ENOMEM;
		return false;
	}
	if ((fsync(mirror->fd) != 0 && errno != EINVAL) ||
	    !written_note(mirror->written, mirror->fd, target_name(mirror), mirror->source,
			  mirror->member))
		return false;
	return aside_rename_new(mirror->path.data, mirror->target.data) ||
	       (errno == EEXIST && replace(mirror));
}

static void finish(struct mirror *mirror)
{
	bool several = mirror->records > 1;

	if (!publish(mirror)) {
		mirror->error = errno;
		drop(mirror);
		return;
	}
	if (close(mirror->fd) != 0 && errno != EINTR)
		mirror->error = errno;
	mirror->fd = -1;
	if (!mirror->is_text && !mirror->is_lines && has_target(mirror, !several))
		unlink(mirror->target.data);
}

int mirror_end(struct mirror *mirror, bool keep)
{
	keep = keep && mirror->records > 0;
	if (keep)
		write_kept(mirror);
	if (keep && mirror->error == 0)
		finish(mirror);
	else
		drop(mirror);
	set_target(mirror, mirror->records > 1);
	return keep ? mirror->error : 0;
}
