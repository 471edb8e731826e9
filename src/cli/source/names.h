/* The names of a run's results in a folder of outputs: one for each source, no two alike. */
#ifndef TELEX_CLI_SOURCE_NAMES_H
#define TELEX_CLI_SOURCE_NAMES_H

#include <stdbool.h>

#include "core/buffer.h"

struct names;

/** `folds_case`: the file system takes "A" and "a" for one name.  NULL: out of memory. */
struct names *names_new(bool folds_case);
void names_free(struct names *names);

/** The name of a source, without an ending and NUL-terminated, in `ret_name`.  The one that asks for all
 * sources of a run in their order gets the same names each time.  False: out of memory. */
bool names_give(struct names *names, const char *path, const char *member,
		struct tx_buffer *ret_name);

/** The name of a member of an archive, whose own name was given already. */
bool names_give_member(struct names *names, const char *container, const char *member,
		       struct tx_buffer *ret_name);

/** Whether a name ends as those of results do: ".json", ".ndjson", ".txt", ".csv", ".tsv",
 * ".html". */
bool names_are_of_results(telex_slice name);

#endif
