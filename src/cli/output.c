/* Checked writing.  Every byte is accounted for: a short write goes on, a full disk is an error, a
 * reader that went away ends the run quietly. */
#include "cli/output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/messages.h"

#define FILE_MODE 0666

static const char *name_of(const struct output *output)
{
	return output->path == NULL ? "standard output" : output->path;
}

static void fail(struct output *output, const char *what)
{
	output->failed = true;
	if (errno == EPIPE)
		output->closed_pipe = true;
	else
		message_errno(name_of(output), what);
}

static void write_all(struct output *output, const char *bytes, size_t len)
{
	while (len > 0 && !output->failed) {
		ssize_t done = write(output->fd, bytes, len);
		if (done >= 0) {
			bytes += done;
			len -= (size_t)done;
		} else if (errno != EINTR) {
			fail(output, "cannot write");
		}
	}
}

bool output_open(struct output *output, const char *path)
{
	output->fd = STDOUT_FILENO;
	output->path = path;
	output->aside = NULL;
	output->used = 0;
	output->failed = output->closed_pipe = false;
	if (path == NULL)
		return true;
	size_t size = strlen(path) + sizeof(".XXXXXX.part");
	output->aside = malloc(size);
	if (output->aside == NULL) {
		message("out of memory");
		return false;
	}
	snprintf(output->aside, size, "%s.XXXXXX", path);
	output->fd = mkstemp(output->aside);
	if (output->fd < 0) {
		message_errno(path, "cannot write");
		free(output->aside);
		output->aside = NULL;
		return false;
	}
	mode_t mask = umask(0);
	umask(mask);
	if (fchmod(output->fd, FILE_MODE & ~mask) != 0)
		message_errno(path, "cannot set its mode");
	return true;
}

void output_flush(struct output *output)
{
	write_all(output, output->buffer, output->used);
	output->used = 0;
}

void output_write(struct output *output, telex_slice text)
{
	if (text.len > OUTPUT_BUFFER - output->used)
		output_flush(output);
	if (text.len > OUTPUT_BUFFER) {
		write_all(output, text.ptr, text.len);
		return;
	}
	memcpy(output->buffer + output->used, text.ptr, text.len);
	output->used += text.len;
}

static void finish_file(struct output *output)
{
	if (!output->failed && fsync(output->fd) != 0)
		fail(output, "cannot write");
	if (close(output->fd) != 0 && !output->failed)
		fail(output, "cannot write");
	if (!output->failed && rename(output->aside, output->path) != 0)
		fail(output, "cannot rename");
	if (output->failed)
		unlink(output->aside);
	free(output->aside);
	output->aside = NULL;
}

bool output_close(struct output *output)
{
	output_flush(output);
	if (output->aside != NULL)
		finish_file(output);
	else if (!output->failed && close(output->fd) != 0 && errno != EINTR)
		fail(output, "cannot write");
	return !output->failed || output->closed_pipe;
}
