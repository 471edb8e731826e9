/* The memory of jansson and libxml2, noted when it is short.  The two cannot always tell: jansson
 * takes a text for broken then, or loses a byte of it (2.14), libxml2 leaves out a piece of HTML
 * (2.9.14).  A program may give both of them functions of its own, a library may not. */
#include "cli/run/memory.h"

#include <stdlib.h>
#include <string.h>

#include <jansson.h>
#include <libxml/xmlmemory.h>

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

void memory_watch(void)
{
	json_set_alloc_funcs(allocate, free);
	(void)xmlMemSetup(free, allocate, reallocate, duplicate);
}

bool memory_was_short(void)
{
	bool was_short = is_short;

	is_short = false;
	return was_short;
}
