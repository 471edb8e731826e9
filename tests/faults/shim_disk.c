/* A disk that loses what was not synced when the power goes: files that were written are kept open
 * and cut to what had been synced.  Names are taken to be on the disk at once, which is the worst
 * that may become of a file that gets its name too early. */
#define _GNU_SOURCE
#include "shim.h"

#include <fcntl.h>
#include <pthread.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#define FILES_MAX 512
#define KEPT_FROM 400 /* the numbers of descriptors that are kept */

static struct {
	dev_t device;
	ino_t number;
	int fd;
	off_t synced;
	bool whole; /* all of it is */
} files[FILES_MAX];
static size_t count;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static off_t size_of(int fd)
{
	struct stat info;

	return syscall(SYS_fstat, fd, &info) == 0 ? info.st_size : 0;
}

static void note_written(int fd, const struct stat *info)
{
	size_t i = 0;

	while (i < count && (files[i].device != info->st_dev || files[i].number != info->st_ino))
		i++;
	if (i == FILES_MAX)
		_exit(98);
	if (i == count) {
		count++;
		files[i].device = info->st_dev;
		files[i].number = info->st_ino;
		files[i].fd = (int)syscall(SYS_fcntl, fd, F_DUPFD_CLOEXEC, KEPT_FROM);
		files[i].synced = 0;
	}
	files[i].whole = false;
}

void shim_disk_write(int fd)
{
	struct stat info;

	if (syscall(SYS_fstat, fd, &info) != 0 || !S_ISREG(info.st_mode))
		return;
	pthread_mutex_lock(&lock);
	note_written(fd, &info);
	pthread_mutex_unlock(&lock);
}

void shim_disk_sync(int fd)
{
	struct stat info = {.st_ino = 0};

	if (fd >= 0 && syscall(SYS_fstat, fd, &info) != 0)
		return;
	pthread_mutex_lock(&lock);
	for (size_t i = 0; i < count; i++) {
		if (fd >= 0 && (files[i].device != info.st_dev || files[i].number != info.st_ino))
			continue;
		files[i].synced = size_of(files[i].fd);
		files[i].whole = true;
	}
	pthread_mutex_unlock(&lock);
}

void shim_disk_lose(void)
{
	pthread_mutex_lock(&lock);
	for (size_t i = 0; i < count; i++) {
		if (!files[i].whole)
			syscall(SYS_ftruncate, files[i].fd, files[i].synced);
	}
}
