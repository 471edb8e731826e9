/* Names from a file or a pipe, one after the other with a separator.  A list may be written while
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
	LIST_LONG,   /* a name that no file can have; it is passed over */
	LIST_PROBLEM /* nothing more can be read */
};

#define LIST_NAME_MAX 4096 /* bytes */

struct list {
	int fd;
	char separator;
	bool ended;                    /* nothing more can be read */
	bool (*wait_readable)(int fd); /* false: nothing more is wanted */
	struct tx_buffer bytes;
	size_t at;        /* of the next name */
	uint64_t offset;  /* in the list, of bytes.data[0] */
	uint64_t start;   /* in the list, of the name that is too long */
	bool is_long;     /* the name at `at` is too long, and some of it is gone */
	char problem[64]; /* of LIST_LONG and LIST_PROBLEM, in words */
	int error;        /* errno of a LIST_PROBLEM, or 0 */
};

/** Open a list, "-" is standard input.  False with errno. */
bool list_open(struct list *list, const char *path, char separator, bool (*wait_readable)(int fd));
void list_close(struct list *list);

/** The next name that is not empty, valid until the next call; a `patient` caller waits for it. */
enum list_step list_next(struct list *list, bool patient, const char **ret_name);

#endif
