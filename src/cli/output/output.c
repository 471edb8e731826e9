/* Checked writing.  Every byte is accounted for: a short write goes on, a full disk is an error, a
 * reader that went away ends the run quietly. */
#include "cli/output/output.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <fcntl.h>
#include <unistd.h>

#include <xxhash.h>

#include "cli/report/messages.h"
#include "core/scan.h"

#define SYNC_AHEAD ((uint64_t)8 << 20)

void output_fail(struct output *output, int error)
{
	if (output->failed)
		return;
	output->failed = true;
	errno = error;
	if (error == EPIPE)
		output->closed_pipe = true;
	else
		message_errno(output->path == NULL ? "standard output" : output->path,
			      "cannot write");
}

static char *join(const char *path, const char *ending)
{
	size_t size = strlen(path) + strlen(ending) + 1;
	char *joined = malloc(size);

	if (joined != NULL)
		snprintf(joined, size, "%s%s", path, ending);
	return joined;
}

/* Standard output or error under another name, such as /dev/stdout; -1: the path is neither.  Where
 * it is a file, that file must not be replaced, and the link to it neither. */
static int stream_of(const char *path)
{
	static const int streams[] = {STDOUT_FILENO, STDERR_FILENO};
	struct stat link, named, stream;

	if (lstat(path, &link) != 0 || !S_ISLNK(link.st_mode) || stat(path, &named) != 0)
		return -1;
	for (size_t i = 0; i < TX_COUNT(streams); i++) {
		if (fstat(streams[i], &stream) == 0 && stream.st_dev == named.st_dev &&
		    stream.st_ino == named.st_ino)
			return streams[i];
	}
	return -1;
}

/* A stream, a device or a pipe is written as it is. */
static bool is_special(const char *path)
{
	struct stat info;

	return stat(path, &info) == 0 && (!S_ISREG(info.st_mode) || stream_of(path) >= 0);
}

static bool open_special(struct output *output)
{
	int stream = stream_of(output->path);

	output->fd = stream >= 0 ? fcntl(stream, F_DUPFD_CLOEXEC, 3)
				 : open(output->path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
	return output->fd >= 0;
}

static bool open_atomic(struct output *output)
{
	output->before = atomic_file_look(output->path);
	output->part = join(output->path, ".part");
	output->hash = XXH64_createState();
	if (output->part == NULL || output->hash == NULL) {
		errno = ENOMEM;
		return false;
	}
	XXH64_reset(output->hash, 0);
	output->fd = atomic_file_open(output->part);
	return output->fd >= 0;
}

static void release(struct output *output)
{
	XXH64_freeState(output->hash);
	free(output->part);
	output->part = NULL;
	output->hash = NULL;
}

bool output_open(struct output *output, const char *path)
{
	*output = (struct output){.fd = STDOUT_FILENO, .path = path};
	if (path == NULL || (is_special(path) ? open_special(output) : open_atomic(output)))
		return true;
	if (errno == EBUSY)
		message("%s: another run is writing it", path);
	else
		message_errno(path, "cannot write");
	release(output);
	return false;
}

bool output_go_on(struct output *output)
{
	return output->part == NULL || (ftruncate(output->fd, (off_t)output->bytes) == 0 &&
					lseek(output->fd, (off_t)output->bytes, SEEK_SET) >= 0);
}

/* The disk works while telex does. */
static void begin_sync(struct output *output)
{
	if (output->part == NULL || output->bytes - output->syncing < SYNC_AHEAD)
		return;
	atomic_file_begin_sync(output->fd, output->syncing, output->bytes - output->syncing);
	output->syncing = output->bytes;
}

void output_write(struct output *output, telex_slice text)
{
	if (output->hash != NULL && !output->failed && text.len > 0)
		XXH64_update(output->hash, text.ptr, text.len);
	while (text.len > 0 && !output->failed) {
		ssize_t done = write(output->fd, text.ptr, text.len);
		if (done >= 0) {
			text.ptr += done;
			text.len -= (size_t)done;
			output->bytes += (uint64_t)done;
		} else if (errno != EINTR) {
			output_fail(output, errno);
		}
	}
	begin_sync(output);
}

bool output_sync(struct output *output)
{
	if (output->part != NULL && !output->failed && fsync(output->fd) != 0 && errno != EINVAL)
		output_fail(output, errno);
	return !output->failed;
}

bool output_is_empty(const struct output *output)
{
	struct stat info;

	return fstat(output->fd, &info) == 0 && info.st_size == 0;
}

/* Another program has made or changed a file of this name during the run. */
static void refuse(struct output *output)
{
	output->failed = true;
	message("%s: not replaced, it was made or changed during the run; what was written is in "
		"%s",
		output->path, output->part);
}

static void close_part(struct output *output, bool whole)
{
	if (!whole || output->failed)
		close(output->fd);
	else if (atomic_file_finish(output->fd, output->part, output->path, &output->before))
		atomic_file_sync_folder(output->path);
	else if (errno == EEXIST)
		refuse(output);
	else
		output_fail(output, errno);
}

void output_discard(struct output *output)
{
	if (output->part != NULL)
		unlink(output->part);
	output_close(output, false);
}

bool output_close(struct output *output, bool whole)
{
	if (output->part != NULL)
		close_part(output, whole);
	else if (!output->failed && close(output->fd) != 0 && errno != EINTR)
		output_fail(output, errno);
	release(output);
	return !output->failed || output->closed_pipe;
}
