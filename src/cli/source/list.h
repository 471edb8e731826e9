/* Names from a file or a pipe, each behind the other with a separator.  A list may be written while
 * it is read ("inotifywait … | telex --files-from -"): its reader need not wait for more names
 * while it has some to go on with. */
#ifndef TELEX_CLI_SOURCE_LIST_H
#define TELEX_CLI_SOURCE_LIST_H

#include <stdbool.h>

#include "core/buffer.h"

enum list_step {
	LIST_NAME,
	LIST_PAUSE,  /* no name has come yet */
	LIST_OVER,   /* or nothing more is wanted */
	LIST_PROBLEM /* errno says which */
};

struct list {
	int fd;
	char separator;
	bool ended;                    /* nothing more can be read */
	bool (*wait_readable)(int fd); /* false: nothing more is wanted */
	struct tx_buffer bytes;
	size_t at; /* of the next name */
};

/** Open a list, "-" is standard input.  False: errno says why. */
bool list_open(struct list *list, const char *path, char separator, bool (*wait_readable)(int fd));
void list_close(struct list *list);

/** The next name that is not empty, valid until the next call; a `patient` caller waits for it. */
enum list_step list_next(struct list *list, bool patient, const char **ret_name);

#endif
