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

#include "cli/say/messages.h"
#include "cli/output/aside.h"
#include "cli/output/journal.h"

#define SYNC_AHEAD ((uint64_t)8 << 20)

static void fail(struct output *output, const char *what)
{
	output->failed = true;
	if (errno == EPIPE)
		output->closed_pipe = true;
	else
		message_errno(output->path == NULL ? "standard output" : output->path, what);
}

static char *join(const char *path, const char *ending)
{
	size_t size = strlen(path) + strlen(ending) + 1;
	char *joined = malloc(size);

	if (joined != NULL)
		snprintf(joined, size, "%s%s", path, ending);
	return joined;
}

/* A device or a pipe is written as it is. */
static bool is_special(const char *path)
{
	struct stat info;

	return stat(path, &info) == 0 && !S_ISREG(info.st_mode);
}

static bool open_special(struct output *output)
{
	output->fd = open(output->path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
	if (output->fd < 0)
		message_errno(output->path, "cannot write");
	return output->fd >= 0;
}

/* Go on behind what an earlier run has written, or begin anew. */
static bool open_journal(struct output *output, const struct resumption *resumption,
			 struct checkpoint *ret_done)
{
	struct journal_start start = {
		.part = output->fd, .hash = output->hash, .resumption = resumption};

	output->journal = journal_open(output->journal_path, &start, ret_done, &output->bytes);
	return output->journal >= 0 && ftruncate(output->fd, (off_t)output->bytes) == 0 &&
	       lseek(output->fd, (off_t)output->bytes, SEEK_SET) >= 0;
}

static bool open_aside(struct output *output, const struct resumption *resumption,
		       struct checkpoint *ret_done)
{
	output->part = join(output->path, ".part");
	output->journal_path = join(output->path, ".part.journal");
	output->hash = XXH64_createState();
	if (output->part == NULL || output->journal_path == NULL || output->hash == NULL) {
		message("out of memory");
		return false;
	}
	XXH64_reset(output->hash, 0);
	output->fd = aside_open(output->part);
	if (output->fd < 0 && errno == EBUSY)
		message("%s: another run is writing it", output->path);
	else if (output->fd < 0 || !open_journal(output, resumption, ret_done))
		message_errno(output->path, "cannot write");
	else
		return true;
	return false;
}

static void release(struct output *output)
{
	if (output->journal >= 0)
		close(output->journal);
	XXH64_freeState(output->hash);
	free(output->part);
	free(output->journal_path);
	output->part = output->journal_path = NULL;
	output->hash = NULL;
	output->journal = -1;
}

bool output_open(struct output *output, const char *path, const struct resumption *resumption,
		 struct checkpoint *ret_done)
{
	*output = (struct output){.fd = STDOUT_FILENO, .path = path, .journal = -1};
	*ret_done = (struct checkpoint){0};
	if (path == NULL)
		return true;
	if (is_special(path))
		return open_special(output);
	if (open_aside(output, resumption, ret_done))
		return true;
	if (output->fd >= 0)
		close(output->fd);
	release(output);
	return false;
}

/* The disk works while telex does. */
static void begin_sync(struct output *output)
{
	if (output->part == NULL || output->bytes - output->syncing < SYNC_AHEAD)
		return;
	aside_begin_sync(output->fd, output->syncing, output->bytes - output->syncing);
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
			fail(output, "cannot write");
		}
	}
	begin_sync(output);
}

void output_checkpoint(struct output *output, const struct checkpoint *done)
{
	if (output->journal < 0 || output->failed)
		return;
	/* Without a journal the output is as good, only not to be resumed from here. */
	if (!journal_add(output->journal, done, output->bytes, XXH64_digest(output->hash))) {
		close(output->journal);
		output->journal = -1;
	}
}

static void finish_part(struct output *output, bool cut_off)
{
	if (output->failed || cut_off) {
		close(output->fd);
		if (!journal_holds_something(output->journal)) {
			unlink(output->part);
			unlink(output->journal_path);
		}
		return;
	}
	if (!aside_finish(output->fd, output->part, output->path)) {
		fail(output, "cannot write");
		return;
	}
	unlink(output->journal_path);
	aside_sync_folder(output->path);
}

bool output_close(struct output *output, bool cut_off)
{
	if (output->part != NULL)
		finish_part(output, cut_off);
	else if (!output->failed && close(output->fd) != 0 && errno != EINTR)
		fail(output, "cannot write");
	release(output);
	return !output->failed || output->closed_pipe;
}
