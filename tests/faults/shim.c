/* A library to be preloaded (LD_PRELOAD) that makes one call of a process fail, or ends the process
 * before it.  It follows glibc on Linux: the process's calls go through symbols that an earlier
 * library may define, and glibc's allocator has a second name for each function.
 *
 *     TELEX_FAULT=CLASS:NUMBER:HOW[:on]   what fails: call NUMBER of the class, from 1; with "on"
 *                                         all calls after it too
 *     TELEX_FAULT_COUNTS=FILE             gets the number of calls of each class, one a line
 *
 * HOW is the name of an errno, "short" (less is read or written), or "kill" or "term" (the signal
 * is raised before the call).  The class "any" is all calls but those of memory.  Counted is what
 * happens inside main().  Writing to standard error has a class of its own, "say".  Left out: what
 * libc calls by itself (stdio's writing, the files of iconv), what it allocates for iconv_open(),
 * which then takes a charset for unknown, and what libraries allocate that do not survive without
 * it: libxml2 the variables of a thread (2.9.14 calls itself without end), libarchive anything
 * (3.6.2 uses what it did not get, or ends the process). */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <iconv.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum class {
	OPEN,
	READ,
	PREAD,
	WRITE,
	SAY,
	FSYNC,
	RENAME,
	CLOSE,
	MMAP,
	STAT,
	OPENDIR,
	READDIR,
	THREAD,
	FTRUNCATE,
	LSEEK,
	UNLINK,
	LINK,
	MKDIR,
	FCNTL,
	POLL,
	PIPE,
	MALLOC,
	ANY,
	CLASSES
};

static const char *const names[CLASSES] = {
	"open", "read",  "pread",   "write",   "say",    "fsync",     "rename", "close",
	"mmap", "stat",  "opendir", "readdir", "thread", "ftruncate", "lseek",  "unlink",
	"link", "mkdir", "fcntl",   "poll",    "pipe",   "malloc",    "any"};

enum how { FAIL, SHORT, KILL, TERM };

static const struct {
	const char *name;
	enum how how;
	int error;
} hows[] = {{"short", SHORT, 0},      {"kill", KILL, 0},        {"term", TERM, 0},
	    {"EIO", FAIL, EIO},       {"EINTR", FAIL, EINTR},   {"ENOSPC", FAIL, ENOSPC},
	    {"EMFILE", FAIL, EMFILE}, {"EACCES", FAIL, EACCES}, {"ENOLCK", FAIL, ENOLCK},
	    {"EAGAIN", FAIL, EAGAIN}, {"ENOMEM", FAIL, ENOMEM}, {"EPIPE", FAIL, EPIPE}};

static struct {
	atomic_bool armed;
	enum class class;
	unsigned long number; /* 0: nothing fails */
	enum how how;
	int error;
	bool on;
	const char *counts;
} fault;

static atomic_ulong counts[CLASSES];
static _Thread_local bool spared;

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *ptr, size_t size);
extern void *__libc_memalign(size_t alignment, size_t size);

static bool is_due(enum class class)
{
	unsigned long number = atomic_fetch_add(&counts[class], 1) + 1;

	return fault.number != 0 && class == fault.class &&
	       (number == fault.number || (fault.on && number > fault.number));
}

/* Whether the call comes from where nothing goes on without memory. */
static bool is_spared(const void *caller)
{
	Dl_info info;

	if (dladdr(caller, &info) == 0)
		return false;
	return (info.dli_sname != NULL && strcmp(info.dli_sname, "xmlGetGlobalState") == 0) ||
	       (info.dli_fname != NULL && strstr(info.dli_fname, "libarchive.so") != NULL);
}

static void raise_signal(void)
{
	if (fault.how == KILL)
		syscall(SYS_kill, getpid(), SIGKILL);
	if (fault.how == TERM)
		syscall(SYS_kill, getpid(), SIGTERM);
}

/* Count a call.  True: it is the one; errno is set. */
static bool fails(enum class class)
{
	if (!fault.armed || spared)
		return false;
	bool due = is_due(class);
	bool due_among_all = class != MALLOC && is_due(ANY);
	if (!due && !due_among_all)
		return false;
	raise_signal();
	if (fault.how != FAIL && fault.how != SHORT)
		return false;
	errno = fault.error;
	return true;
}

static bool lacks(const void *caller)
{
	return fails(MALLOC) && !is_spared(caller);
}

static void set_how(const char *name)
{
	for (size_t i = 0; i < sizeof(hows) / sizeof(hows[0]); i++) {
		if (strcmp(name, hows[i].name) == 0) {
			fault.how = hows[i].how;
			fault.error = hows[i].error;
			return;
		}
	}
	fprintf(stderr, "shim: unknown way to fail: %s\n", name);
	_exit(99);
}

static void read_environment(void)
{
	const char *wanted = getenv("TELEX_FAULT");
	char class[16], how[16], on[4] = "";
	unsigned long number;

	fault.counts = getenv("TELEX_FAULT_COUNTS");
	if (wanted == NULL)
		return;
	if (sscanf(wanted, "%15[a-z]:%lu:%15[A-Za-z]:%3s", class, &number, how, on) < 3) {
		fprintf(stderr, "shim: wrong TELEX_FAULT: %s\n", wanted);
		_exit(99);
	}
	while (fault.class < CLASSES && strcmp(names[fault.class], class) != 0)
		fault.class ++;
	set_how(how);
	fault.number = number;
	fault.on = strcmp(on, "on") == 0;
}

static void write_counts(void)
{
	char line[64];

	if (fault.counts == NULL)
		return;
	int fd = (int)syscall(SYS_openat, AT_FDCWD, fault.counts, O_WRONLY | O_CREAT | O_TRUNC,
			      0666);
	for (int i = 0; i < CLASSES; i++) {
		int len = snprintf(line, sizeof(line), "%s %lu\n", names[i], counts[i]);
		(void)!syscall(SYS_write, fd, line, (size_t)len);
	}
	syscall(SYS_close, fd);
}

static int (*real_main)(int, char **, char **);

static int armed_main(int argc, char **argv, char **environment)
{
	read_environment();
	fault.armed = true;
	int code = real_main(argc, argv, environment);
	fault.armed = false;
	write_counts();
	return code;
}

int __libc_start_main(int (*main)(int, char **, char **), int argc, char **argv, void (*init)(void),
		      void (*fini)(void), void (*rtld_fini)(void), void *stack_end)
{
	int (*real)(int (*)(int, char **, char **), int, char **, void (*)(void), void (*)(void),
		    void (*)(void), void *) = dlsym(RTLD_NEXT, "__libc_start_main");

	real_main = main;
	return real(armed_main, argc, argv, init, fini, rtld_fini, stack_end);
}

/* The function that would have been called; looked up at its first call. */
#define REAL(type, function, ...)                                                                  \
	static type (*real)(__VA_ARGS__);                                                          \
	if (real == NULL)                                                                          \
	*(void **)&real = dlsym(RTLD_NEXT, function)

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
		return fails(OPEN) ? -1 : (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);   \
	}

#define DEFINE_OPENAT(function)                                                                    \
	int function(int folder, const char *path, int flags, ...)                                 \
	{                                                                                          \
		va_list args;                                                                      \
		va_start(args, flags);                                                             \
		mode_t mode = mode_of(flags, args);                                                \
		va_end(args);                                                                      \
		return fails(OPEN) ? -1 : (int)syscall(SYS_openat, folder, path, flags, mode);     \
	}

DEFINE_OPEN(open)
DEFINE_OPEN(open64)
DEFINE_OPEN(__open_2)
DEFINE_OPENAT(openat)
DEFINE_OPENAT(openat64)
DEFINE_OPENAT(__openat_2)

/* What is done of `size` bytes; -1: nothing. */
static ssize_t portion(enum class class, size_t size)
{
	if (!fails(class))
		return (ssize_t)size;
	if (fault.how == SHORT)
		return size > 1 ? (ssize_t)(size / 2) : (ssize_t)size;
	return -1;
}

ssize_t read(int fd, void *bytes, size_t size)
{
	ssize_t some = portion(READ, size);

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
	ssize_t some = portion(PREAD, size);

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
	ssize_t some = portion(fd == STDERR_FILENO ? SAY : WRITE, size);

	return some < 0 ? -1 : syscall(SYS_write, fd, bytes, (size_t)some);
}

ssize_t pwrite(int fd, const void *bytes, size_t size, off_t at)
{
	ssize_t some = portion(WRITE, size);

	return some < 0 ? -1 : syscall(SYS_pwrite64, fd, bytes, (size_t)some, at);
}

/* Nothing here outlives the machine: what is synced is only counted. */
int fsync(int fd)
{
	(void)fd;
	return fails(FSYNC) ? -1 : 0;
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
	return fails(RENAME) ? -1 : (int)syscall(SYS_rename, from, to);
}

int renameat(int from_folder, const char *from, int to_folder, const char *to)
{
	return fails(RENAME) ? -1 : (int)syscall(SYS_renameat, from_folder, from, to_folder, to);
}

int renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned flags)
{
	return fails(RENAME) ? -1
			     : (int)syscall(SYS_renameat2, from_folder, from, to_folder, to, flags);
}

int link(const char *from, const char *to)
{
	return fails(LINK) ? -1 : (int)syscall(SYS_link, from, to);
}

int linkat(int from_folder, const char *from, int to_folder, const char *to, int flags)
{
	return fails(LINK) ? -1 : (int)syscall(SYS_linkat, from_folder, from, to_folder, to, flags);
}

/* As Linux does it, the descriptor is closed all the same. */
int close(int fd)
{
	bool failing = fails(CLOSE);
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
	return fails(MMAP) ? MAP_FAILED : real(at, len, protection, flags, fd, offset);
}

#define DEFINE_STAT(function, type)                                                                \
	int function(const char *path, type *info)                                                 \
	{                                                                                          \
		REAL(int, #function, const char *, type *);                                        \
		return fails(STAT) ? -1 : real(path, info);                                        \
	}

#define DEFINE_FSTAT(function, type)                                                               \
	int function(int fd, type *info)                                                           \
	{                                                                                          \
		REAL(int, #function, int, type *);                                                 \
		return fails(STAT) ? -1 : real(fd, info);                                          \
	}

#define DEFINE_FSTATAT(function, type)                                                             \
	int function(int folder, const char *path, type *info, int flags)                          \
	{                                                                                          \
		REAL(int, #function, int, const char *, type *, int);                              \
		return fails(STAT) ? -1 : real(folder, path, info, flags);                         \
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
	return fails(OPENDIR) ? NULL : real(path);
}

DIR *fdopendir(int fd)
{
	REAL(DIR *, "fdopendir", int);
	return fails(OPENDIR) ? NULL : real(fd);
}

struct dirent *readdir(DIR *folder)
{
	REAL(struct dirent *, "readdir", DIR *);
	return fails(READDIR) ? NULL : real(folder);
}

struct dirent64 *readdir64(DIR *folder)
{
	REAL(struct dirent64 *, "readdir64", DIR *);
	return fails(READDIR) ? NULL : real(folder);
}

int pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*begin)(void *),
		   void *user)
{
	REAL(int, "pthread_create", pthread_t *, const pthread_attr_t *, void *(*)(void *), void *);
	return fails(THREAD) ? fault.error : real(thread, attributes, begin, user);
}

int ftruncate(int fd, off_t len)
{
	return fails(FTRUNCATE) ? -1 : (int)syscall(SYS_ftruncate, fd, len);
}

off_t lseek(int fd, off_t offset, int whence)
{
	return fails(LSEEK) ? -1 : syscall(SYS_lseek, fd, offset, whence);
}

int unlink(const char *path)
{
	return fails(UNLINK) ? -1 : (int)syscall(SYS_unlink, path);
}

int unlinkat(int folder, const char *path, int flags)
{
	return fails(UNLINK) ? -1 : (int)syscall(SYS_unlinkat, folder, path, flags);
}

int mkdir(const char *path, mode_t mode)
{
	return fails(MKDIR) ? -1 : (int)syscall(SYS_mkdir, path, mode);
}

int mkdirat(int folder, const char *path, mode_t mode)
{
	return fails(MKDIR) ? -1 : (int)syscall(SYS_mkdirat, folder, path, mode);
}

int fcntl(int fd, int command, ...)
{
	va_list args;

	va_start(args, command);
	void *argument = va_arg(args, void *);
	va_end(args);
	return fails(FCNTL) ? -1 : (int)syscall(SYS_fcntl, fd, command, argument);
}

int poll(struct pollfd *waits, nfds_t count, int timeout)
{
	REAL(int, "poll", struct pollfd *, nfds_t, int);
	return fails(POLL) ? -1 : real(waits, count, timeout);
}

int pipe(int ends[2])
{
	return fails(PIPE) ? -1 : (int)syscall(SYS_pipe2, ends, 0);
}

int pipe2(int ends[2], int flags)
{
	return fails(PIPE) ? -1 : (int)syscall(SYS_pipe2, ends, flags);
}

iconv_t iconv_open(const char *to, const char *from)
{
	REAL(iconv_t, "iconv_open", const char *, const char *);
	spared = true;
	iconv_t converter = real(to, from);
	spared = false;
	return converter;
}

void *malloc(size_t size)
{
	return lacks(__builtin_return_address(0)) ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
	return lacks(__builtin_return_address(0)) ? NULL : __libc_calloc(count, size);
}

void *realloc(void *ptr, size_t size)
{
	return lacks(__builtin_return_address(0)) ? NULL : __libc_realloc(ptr, size);
}

void *aligned_alloc(size_t alignment, size_t size)
{
	return lacks(__builtin_return_address(0)) ? NULL : __libc_memalign(alignment, size);
}

int posix_memalign(void **ret_ptr, size_t alignment, size_t size)
{
	void *ptr = lacks(__builtin_return_address(0)) ? NULL : __libc_memalign(alignment, size);

	if (ptr == NULL)
		return ENOMEM;
	*ret_ptr = ptr;
	return 0;
}
