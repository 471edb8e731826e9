/* Which files telex has written.  A record names its source in its key "source"; of results that
 * do not say it (views, tokens, ninjs, records without that key) a file ".telex" in the folder
 * keeps hashes. */
#ifndef TELEX_CLI_OUTPUT_WRITTEN_H
#define TELEX_CLI_OUTPUT_WRITTEN_H

#include <stdbool.h>
#include <stdint.h>

struct written;

/** What the folder's ".telex" records.  `folder` ends with a slash and is borrowed.  NULL with
 * errno; EEXIST: such a file is there and is not telex's. */
struct written *written_open(const char *folder);
void written_close(struct written *written);

/** Whether the file system of the folder takes "A" and "a" for one name.  First asked by one
 * thread.
 */
bool written_folds_case(struct written *written);

/** Whether the open file was written as the result of this source under this name. */
bool written_for(struct written *written, int fd, const char *name, const char *path,
		 const char *member);

/** Whether it was written here at all. */
bool written_here(struct written *written, int fd);

/** Whether two open files hold the same bytes. */
bool written_alike(int fd, int other);

/** Note that it is going to have this name, unless it names its source itself.  False with errno.
 */
bool written_note(struct written *written, int fd, const char *name, const char *path,
		  const char *member);

#endif
