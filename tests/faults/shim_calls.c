/* The calls of the system that the shim has in the place of libc's. */
#define _GNU_SOURCE
#include "shim.h"

#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <stdarg.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static mode_t mode_of(int flags, va_list args)
{
	return (flags & O_CREAT) != 0 ? va_arg(args, mode_t) : 0;
}

#define DEFINE_OPEN(function)                                                                      \
	int function(const char *path, int flags, ...)                                             \
	{                                                                                          \
		va_list args;                                                                      \
		va_start(args, flags);                                                             \
		mode_t mode = mode_of(flags, args);                                                \
		va_end(args);                                                                      \
		return shim_fails(OPEN) ? -1                                                       \
					: (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);   \
	}

#define DEFINE_OPENAT(function)                                                                    \
	int function(int folder, const char *path, int flags, ...)                                 \
	{                                                                                          \
		va_list args;                                                                      \
		va_start(args, flags);                                                             \
		mode_t mode = mode_of(flags, args);                                                \
		va_end(args);                                                                      \
		return shim_fails(OPEN) ? -1                                                       \
					: (int)syscall(SYS_openat, folder, path, flags, mode);     \
	}

DEFINE_OPEN(open)
DEFINE_OPEN(open64)
DEFINE_OPEN(__open_2)
DEFINE_OPENAT(openat)
DEFINE_OPENAT(openat64)
DEFINE_OPENAT(__openat_2)

ssize_t read(int fd, void *bytes, size_t size)
{
	ssize_t some = shim_portion(READ, size);

	/* Half of a portion may be more than there is: one byte is always short. */
	if (some >= 0 && (size_t)some != size)
		some = 1;
	return some < 0 ? -1 : syscall(SYS_read, fd, bytes, (size_t)some);
}

ssize_t __read_chk(int fd, void *bytes, size_t size, size_t room)
{
	return size > room ? -1 : read(fd, bytes, size);
}

ssize_t pread(int fd, void *bytes, size_t size, off_t at)
{
	ssize_t some = shim_portion(PREAD, size);

	return some < 0 ? -1 : syscall(SYS_pread64, fd, bytes, (size_t)some, at);
}

ssize_t pread64(int fd, void *bytes, size_t size, off64_t at)
{
	return pread(fd, bytes, size, at);
}

ssize_t __pread_chk(int fd, void *bytes, size_t size, off_t at, size_t room)
{
	return size > room ? -1 : pread(fd, bytes, size, at);
}

ssize_t write(int fd, const void *bytes, size_t size)
{
	ssize_t some = shim_portion(fd == STDERR_FILENO ? SAY : WRITE, size);

	ssize_t done = some < 0 ? -1 : syscall(SYS_write, fd, bytes, (size_t)some);
	if (done > 0 && shim_cuts())
		shim_disk_write(fd);
	return done;
}

ssize_t pwrite(int fd, const void *bytes, size_t size, off_t at)
{
	ssize_t some = shim_portion(WRITE, size);

	ssize_t done = some < 0 ? -1 : syscall(SYS_pwrite64, fd, bytes, (size_t)some, at);
	if (done > 0 && shim_cuts())
		shim_disk_write(fd);
	return done;
}

/* Nothing here outlives the machine: what is synced is only counted. */
int fsync(int fd)
{
	if (shim_fails(FSYNC))
		return -1;
	if (shim_cuts())
		shim_disk_sync(fd);
	return 0;
}

int syncfs(int fd)
{
	(void)fd;
	if (shim_fails(FSYNC))
		return -1;
	if (shim_cuts())
		shim_disk_sync(-1);
	return 0;
}

int fdatasync(int fd)
{
	return fsync(fd);
}

int sync_file_range(int fd, off64_t from, off64_t bytes, unsigned flags)
{
	(void)fd, (void)from, (void)bytes, (void)flags;
	return 0;
}

int rename(const char *from, const char *to)
{
	return shim_fails(RENAME) ? -1 : (int)syscall(SYS_rename, from, to);
}

int renameat(int from_folder, const char *from, int to_folder, const char *to)
{
	return shim_fails(RENAME) ? -1
				  : (int)syscall(SYS_renameat, from_folder, from, to_folder, to);
}

int renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned flags)
{
	return shim_fails(RENAME)
		       ? -1
		       : (int)syscall(SYS_renameat2, from_folder, from, to_folder, to, flags);
}

int link(const char *from, const char *to)
{
	return shim_fails(LINK) ? -1 : (int)syscall(SYS_link, from, to);
}

int linkat(int from_folder, const char *from, int to_folder, const char *to, int flags)
{
	return shim_fails(LINK) ? -1
				: (int)syscall(SYS_linkat, from_folder, from, to_folder, to, flags);
}

/* As Linux does it, the descriptor is closed all the same. */
int close(int fd)
{
	bool failing = shim_fails(CLOSE);
	int error = errno;
	int done = (int)syscall(SYS_close, fd);

	if (!failing)
		return done;
	errno = error;
	return -1;
}

void *mmap(void *at, size_t len, int protection, int flags, int fd, off_t offset)
{
	REAL(void *, "mmap", void *, size_t, int, int, int, off_t);
	return shim_fails(MMAP) ? MAP_FAILED : real(at, len, protection, flags, fd, offset);
}

#define DEFINE_STAT(function, type)                                                                \
	int function(const char *path, type *info)                                                 \
	{                                                                                          \
		REAL(int, #function, const char *, type *);                                        \
		return shim_fails(STAT) ? -1 : real(path, info);                                   \
	}

#define DEFINE_FSTAT(function, type)                                                               \
	int function(int fd, type *info)                                                           \
	{                                                                                          \
		REAL(int, #function, int, type *);                                                 \
		return shim_fails(STAT) ? -1 : real(fd, info);                                     \
	}

#define DEFINE_FSTATAT(function, type)                                                             \
	int function(int folder, const char *path, type *info, int flags)                          \
	{                                                                                          \
		REAL(int, #function, int, const char *, type *, int);                              \
		return shim_fails(STAT) ? -1 : real(folder, path, info, flags);                    \
	}

DEFINE_STAT(stat, struct stat)
DEFINE_STAT(stat64, struct stat64)
DEFINE_STAT(lstat, struct stat)
DEFINE_STAT(lstat64, struct stat64)
DEFINE_FSTAT(fstat, struct stat)
DEFINE_FSTAT(fstat64, struct stat64)
DEFINE_FSTATAT(fstatat, struct stat)
DEFINE_FSTATAT(fstatat64, struct stat64)

DIR *opendir(const char *path)
{
	REAL(DIR *, "opendir", const char *);
	return shim_fails(OPENDIR) ? NULL : real(path);
}

DIR *fdopendir(int fd)
{
	REAL(DIR *, "fdopendir", int);
	return shim_fails(OPENDIR) ? NULL : real(fd);
}

struct dirent *readdir(DIR *folder)
{
	REAL(struct dirent *, "readdir", DIR *);
	return shim_fails(READDIR) ? NULL : real(folder);
}

struct dirent64 *readdir64(DIR *folder)
{
	REAL(struct dirent64 *, "readdir64", DIR *);
	return shim_fails(READDIR) ? NULL : real(folder);
}

int pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*begin)(void *),
		   void *user)
{
	REAL(int, "pthread_create", pthread_t *, const pthread_attr_t *, void *(*)(void *), void *);
	return shim_fails(THREAD) ? shim_error() : real(thread, attributes, begin, user);
}

int ftruncate(int fd, off_t len)
{
	return shim_fails(FTRUNCATE) ? -1 : (int)syscall(SYS_ftruncate, fd, len);
}

off_t lseek(int fd, off_t offset, int whence)
{
	return shim_fails(LSEEK) ? -1 : syscall(SYS_lseek, fd, offset, whence);
}

int unlink(const char *path)
{
	return shim_fails(UNLINK) ? -1 : (int)syscall(SYS_unlink, path);
}

int unlinkat(int folder, const char *path, int flags)
{
	return shim_fails(UNLINK) ? -1 : (int)syscall(SYS_unlinkat, folder, path, flags);
}

int mkdir(const char *path, mode_t mode)
{
	return shim_fails(MKDIR) ? -1 : (int)syscall(SYS_mkdir, path, mode);
}

int mkdirat(int folder, const char *path, mode_t mode)
{
	return shim_fails(MKDIR) ? -1 : (int)syscall(SYS_mkdirat, folder, path, mode);
}

int fcntl(int fd, int command, ...)
{
	va_list args;

	va_start(args, command);
	void *argument = va_arg(args, void *);
	va_end(args);
	return shim_fails(FCNTL) ? -1 : (int)syscall(SYS_fcntl, fd, command, argument);
}

int poll(struct pollfd *waits, nfds_t count, int timeout)
{
	REAL(int, "poll", struct pollfd *, nfds_t, int);
	return shim_fails(POLL) ? -1 : real(waits, count, timeout);
}

int pipe(int ends[2])
{
	return shim_fails(PIPE) ? -1 : (int)syscall(SYS_pipe2, ends, 0);
}

int pipe2(int ends[2], int flags)
{
	return shim_fails(PIPE) ? -1 : (int)syscall(SYS_pipe2, ends, flags);
}
