/* Reading ahead by posix_fadvise() (POSIX.1-2008, Advisory Information).  Nothing is asked for
 * while files come at once, as they do from memory: that would be two system calls for nothing. */
#include "cli/source/ahead.h"

#include <fcntl.h>
#include <unistd.h>

#define FILES_AHEAD 16
#define FD_MAX      512   /* open files that leave enough for whatever else is to be opened */
#define WAITED_NS   20000 /* longer than a file in memory takes, shorter than any disk */

void ahead_begin(struct ahead *ahead)
{
	for (size_t i = 0; i < ahead->asked; i++) {
		if (ahead->files[i].open)
			close(ahead->files[i].fd);
		ahead->files[i].open = false;
	}
	ahead->asked = 0;
}

static int open_file(const char *path)
{
	return open(path, O_RDONLY | O_NOCTTY | O_CLOEXEC);
}

int ahead_open(struct ahead *ahead, const struct batch *batch, size_t index)
{
	struct file_ahead *file = &ahead->files[index];

	clock_gettime(CLOCK_MONOTONIC, &ahead->begun);
	if (!file->open)
		return open_file(batch->items[index].path);
	file->open = false;
	return file->fd;
}

/* A pipe or a device must not be opened before its turn: it is its batch's last. */
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

static void ask_for(struct ahead *ahead, const struct batch *batch, size_t index)
{
	struct file_ahead *file = &ahead->files[index];

	if (!may_be_asked_for(&batch->items[index]))
		return;
	/* What is wrong with it is said in its turn. */
	file->fd = open_file(batch->items[index].path);
	file->open = file->fd >= 0 && advise(file->fd);
	if (file->fd >= 0 && !file->open)
		close(file->fd);
}

static bool was_waited_for(const struct ahead *ahead)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec - ahead->begun.tv_sec > 1 ||
	       (now.tv_sec - ahead->begun.tv_sec) * 1000000000L + now.tv_nsec -
			       ahead->begun.tv_nsec >
		       WAITED_NS;
}

void ahead_was_read(struct ahead *ahead, const struct batch *batch, size_t index)
{
	size_t end = index + 1 + FILES_AHEAD;

	if (!was_waited_for(ahead))
		return;
	if (ahead->asked <= index)
		ahead->asked = index + 1;
	for (; ahead->asked < end && ahead->asked < batch->count; ahead->asked++)
		ask_for(ahead, batch, ahead->asked);
}
