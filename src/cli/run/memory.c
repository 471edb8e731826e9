/* The memory of jansson and libxml2, watched.  The two do not always report that it is short:
 * libxml2 leaves out a piece of HTML (2.9.14), which is noted here; jansson loses a byte of a text
 * or writes where it may not (2.14), so that the process ends before it can.  A program may give
 * both of them functions of its own, a library may not. */
#include "cli/run/memory.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <jansson.h>
#include <libxml/xmlmemory.h>

#include "cli/run/run.h"
#include "cli/report/messages.h"

static _Thread_local bool is_short;

static void *note(void *ptr)
{
	is_short |= ptr == NULL;
	return ptr;
}

static void *allocate(size_t size)
{
	return note(malloc(size));
}

static void *reallocate(void *ptr, size_t size)
{
	return note(realloc(ptr, size));
}

static char *duplicate(const char *string)
{
	return note(strdup(string));
}

/* As after a kill, complete output is in the file being written, and no name has been given. */
static void *allocate_or_end(size_t size)
{
	void *ptr = malloc(size);

	if (ptr == NULL) {
		message("out of memory for JSON; --resume goes on with what is whole");
		_exit(EXIT_OUTPUT);
	}
	return ptr;
}

void memory_watch(void)
{
	json_set_alloc_funcs(allocate_or_end, free);
	(void)xmlMemSetup(free, allocate, reallocate, duplicate);
}

bool memory_was_short(void)
{
	bool was_short = is_short;

	is_short = false;
	return was_short;
}
