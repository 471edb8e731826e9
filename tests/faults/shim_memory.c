/* The functions of memory that the shim has in the place of libc's. */
#define _GNU_SOURCE
#include "shim.h"

#include <dlfcn.h>
#include <errno.h>
#include <iconv.h>
#include <stdlib.h>

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *ptr, size_t size);
extern void *__libc_memalign(size_t alignment, size_t size);

iconv_t iconv_open(const char *to, const char *from)
{
	REAL(iconv_t, "iconv_open", const char *, const char *);
	shim_spare(true);
	iconv_t converter = real(to, from);
	shim_spare(false);
	return converter;
}

void *malloc(size_t size)
{
	return shim_lacks(__builtin_return_address(0)) ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
	return shim_lacks(__builtin_return_address(0)) ? NULL : __libc_calloc(count, size);
}

void *realloc(void *ptr, size_t size)
{
	return shim_lacks(__builtin_return_address(0)) ? NULL : __libc_realloc(ptr, size);
}

void *aligned_alloc(size_t alignment, size_t size)
{
	return shim_lacks(__builtin_return_address(0)) ? NULL : __libc_memalign(alignment, size);
}

int posix_memalign(void **ret_ptr, size_t alignment, size_t size)
{
	void *ptr =
		shim_lacks(__builtin_return_address(0)) ? NULL : __libc_memalign(alignment, size);

	if (ptr == NULL)
		return ENOMEM;
	*ret_ptr = ptr;
	return 0;
}
