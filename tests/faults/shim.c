/* A library to be preloaded (LD_PRELOAD) that makes one call of a process fail, or ends the process
 * before it.  It follows glibc on Linux: the process's calls go through symbols that an earlier
 * library may define, and glibc's allocator has a second name for each function.
 *
 *     TELEX_FAULT=CLASS:NUMBER:HOW[:on]   what fails: call NUMBER of the class, from 1; with "on"
 *                                         all calls after it too
 *     TELEX_FAULT_COUNTS=FILE             gets the number of calls of each class, one a line
 *
 * HOW is the name of an errno, "short" (less is read or written), "kill" or "term" (the signal
 * is raised before the call), or "cut" (as "kill", and what was not synced is lost).  The class "any" is all calls but those of memory.  Counted is what
 * happens inside main().  Writing to standard error has a class of its own, "say".  Left out: what
 * libc calls by itself (stdio's writing, the files of iconv), what it allocates for iconv_open(),
 * which then takes a charset for unknown, and what libraries allocate that do not survive without
 * it: libxml2 the variables of a thread (2.9.14 calls itself without end), libarchive anything
 * (3.6.2 uses what it did not get, or ends the process). */
#define _GNU_SOURCE
#include "shim.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static const char *const names[CLASSES] = {
	"open", "read",  "pread",   "write",   "say",    "fsync",     "rename", "close",
	"mmap", "stat",  "opendir", "readdir", "thread", "ftruncate", "lseek",  "unlink",
	"link", "mkdir", "fcntl",   "poll",    "pipe",   "malloc",    "any"};

enum how { FAIL, SHORT, KILL, TERM, CUT };

static const struct {
	const char *name;
	enum how how;
	int error;
} hows[] = {{"short", SHORT, 0},      {"kill", KILL, 0},        {"term", TERM, 0},
	    {"cut", CUT, 0},          {"EIO", FAIL, EIO},       {"EINTR", FAIL, EINTR},
	    {"ENOSPC", FAIL, ENOSPC}, {"EMFILE", FAIL, EMFILE}, {"EACCES", FAIL, EACCES},
	    {"ENOLCK", FAIL, ENOLCK}, {"EAGAIN", FAIL, EAGAIN}, {"ENOMEM", FAIL, ENOMEM},
	    {"EPIPE", FAIL, EPIPE}};

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
	if (fault.how == CUT)
		shim_disk_lose();
	if (fault.how == KILL || fault.how == CUT)
		syscall(SYS_kill, getpid(), SIGKILL);
	if (fault.how == TERM)
		syscall(SYS_kill, getpid(), SIGTERM);
}

/* Count a call.  True: it is the one; errno is set. */
bool shim_fails(enum class class)
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

bool shim_lacks(const void *caller)
{
	return shim_fails(MALLOC) && !is_spared(caller);
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

/* What is done of `size` bytes; -1: nothing. */
ssize_t shim_portion(enum class class, size_t size)
{
	if (!shim_fails(class))
		return (ssize_t)size;
	if (fault.how == SHORT)
		return size > 1 ? (ssize_t)(size / 2) : (ssize_t)size;
	return -1;
}

void shim_spare(bool spare)
{
	spared = spare;
}

bool shim_cuts(void)
{
	return fault.armed && fault.how == CUT;
}

int shim_error(void)
{
	return fault.error;
}
