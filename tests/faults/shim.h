/* What the parts of the shim share. */
#ifndef TELEX_FAULTS_SHIM_H
#define TELEX_FAULTS_SHIM_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

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

/** Count a call.  True: it is the one that fails; errno is set. */
bool shim_fails(enum class class);

/** Likewise of an allocation in this function; some callers are spared. */
bool shim_lacks(const void *caller);

/** Nothing is counted in this thread. */
void shim_spare(bool spare);

/** What is done of `size` bytes; -1: nothing. */
ssize_t shim_portion(enum class class, size_t size);

/** With the fault "cut": a file was written; it was synced (-1: all were); what was not is lost. */
void shim_disk_write(int fd);
void shim_disk_sync(int fd);
void shim_disk_lose(void);

/** Whether the fault is "cut". */
bool shim_cuts(void);

/** The errno of the fault. */
int shim_error(void);

/** The function that would have been called; looked up at its first call. */
#define REAL(type, function, ...)                                                                  \
	static type (*real)(__VA_ARGS__);                                                          \
	if (real == NULL)                                                                          \
	*(void **)&real = dlsym(RTLD_NEXT, function)

#endif
