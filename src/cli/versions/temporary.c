/* A file whose name is removed as soon as it is made (mkstemp(3)).  What is appended is held until
 * it is a portion worth writing. */
#include "cli/versions/temporary.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define NAME    "/telex-XXXXXX"
#define PORTION ((size_t)1 << 20)

const char *temporary_folder(void)
{
	const char *folder = getenv("TMPDIR");

	return folder == NULL || folder[0] == '\0' ? "/tmp" : folder;
}

void temporary_begin(struct temporary *temporary)
{
	*temporary = (struct temporary){.fd = -1};
}

static bool fail(struct temporary *temporary, int error)
{
	if (temporary->error == 0)
		temporary->error = error;
	return false;
}

static bool make_file(struct temporary *temporary)
{
	const char *folder = temporary_folder();
	size_t size = strlen(folder) + sizeof(NAME);
	char *path = malloc(size);

	if (path == NULL)
		return fail(temporary, ENOMEM);
	snprintf(path, size, "%s" NAME, folder);
	temporary->fd = mkstemp(path);
	if (temporary->fd < 0)
		fail(temporary, errno);
	else if (unlink(path) != 0 || fcntl(temporary->fd, F_SETFD, FD_CLOEXEC) != 0)
		fail(temporary, errno);
	free(path);
	return temporary->error == 0;
}

static bool write_pending(struct temporary *temporary)
{
	const char *bytes = temporary->pending.data;
	size_t len = temporary->pending.len;

	if (temporary->fd < 0 && !make_file(temporary))
		return false;
	while (len > 0) {
		ssize_t done = pwrite(temporary->fd, bytes, len, (off_t)temporary->written);
		if (done < 0 && errno != EINTR)
			return fail(temporary, errno);
		if (done <= 0)
			continue;
		bytes += done;
		len -= (size_t)done;
		temporary->written += (uint64_t)done;
	}
	temporary->pending.len = 0;
	return true;
}

bool temporary_append(struct temporary *temporary, const void *bytes, size_t len)
{
	if (temporary->error != 0)
		return false;
	tx_buffer_append(&temporary->pending, bytes, len);
	if (temporary->pending.failed)
		return fail(temporary, ENOMEM);
	temporary->len += len;
	return temporary->pending.len < PORTION || write_pending(temporary);
}

static bool read_file(struct temporary *temporary, uint64_t offset, char *bytes, size_t len)
{
	while (len > 0) {
		ssize_t done = pread(temporary->fd, bytes, len, (off_t)offset);
		if (done == 0)
			return fail(temporary, EIO);
		if (done < 0 && errno != EINTR)
			return fail(temporary, errno);
		if (done < 0)
			continue;
		bytes += done;
		len -= (size_t)done;
		offset += (uint64_t)done;
	}
	return true;
}

bool temporary_read(struct temporary *temporary, uint64_t offset, void *bytes, size_t len)
{
	uint64_t in_file = offset < temporary->written ? temporary->written - offset : 0;
	size_t first = in_file < len ? (size_t)in_file : len;

	if (temporary->error != 0)
		return false;
	if (first > 0 && !read_file(temporary, offset, bytes, first))
		return false;
	if (len > first)
		memcpy((char *)bytes + first,
		       temporary->pending.data + (offset + first - temporary->written),
		       len - first);
	return true;
}

void temporary_end(struct temporary *temporary)
{
	if (temporary->fd >= 0)
		close(temporary->fd);
	tx_buffer_done(&temporary->pending);
	temporary_begin(temporary);
}
