/* Reading ahead by posix_fadvise() (POSIX.1-2008, Advisory Information).  Nothing is asked for
 * while files come at once, as they do from memory: that would be two system calls for nothing. */
#include "cli/source/readahead.h"

#include <fcntl.h>
#include <unistd.h>

#define FILES_AHEAD 16
#define FD_MAX      512   /* open files that leave enough for whatever else is to be opened */
#define WAITED_NS   20000 /* longer than a file in memory takes, shorter than any disk */

void readahead_begin(struct readahead *readahead)
{
	for (size_t i = 0; i < readahead->asked; i++) {
		if (readahead->files[i].open)
			close(readahead->files[i].fd);
		readahead->files[i].open = false;
	}
	readahead->asked = 0;
}

static int open_file(const char *path)
{
	return open(path, O_RDONLY | O_NOCTTY | O_CLOEXEC);
}

int readahead_open(struct readahead *readahead, const struct batch *batch, size_t index)
{
	struct readahead_file *file = &readahead->files[index];

	clock_gettime(CLOCK_MONOTONIC, &readahead->begun);
	if (!file->open)
		return open_file(batch->items[index].path);
	file->open = false;
	return file->fd;
}

/* A pipe or a device must not be opened ahead of time: it is its batch's last. */
static bool may_be_asked_for(const struct item *item)
{
	return item->kind == ITEM_FILE && !item->last;
}

static bool advise(int fd)
{
#ifdef POSIX_FADV_WILLNEED
	return fd < FD_MAX && posix_fadvise(fd, 0, 0, POSIX_FADV_WILLNEED) == 0;
#else
	(void)fd;
	return false;
#endif
}

static void ask_for(struct readahead *readahead, const struct batch *batch, size_t index)
{
	struct readahead_file *file = &readahead->files[index];

	if (!may_be_asked_for(&batch->items[index]))
		return;
	/* What is wrong with it is reported when it is converted. */
	file->fd = open_file(batch->items[index].path);
	file->open = file->fd >= 0 && advise(file->fd);
	if (file->fd >= 0 && !file->open)
		close(file->fd);
}

static bool was_waited_for(const struct readahead *readahead)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec - readahead->begun.tv_sec > 1 ||
	       (now.tv_sec - readahead->begun.tv_sec) * 1000000000L + now.tv_nsec -
			       readahead->begun.tv_nsec >
		       WAITED_NS;
}

void readahead_note_read(struct readahead *readahead, const struct batch *batch, size_t index)
{
	size_t end = index + 1 + FILES_AHEAD;

	if (!was_waited_for(readahead))
		return;
	if (readahead->asked <= index)
		readahead->asked = index + 1;
	for (; readahead->asked < end && readahead->asked < batch->count; readahead->asked++)
		ask_for(readahead, batch, readahead->asked);
}
