/* What a run converts: named files, folders, lists of names, archives' members, standard input; one
 * item after the other in one order, in batches that a worker takes at once. */
#ifndef TELEX_CLI_SOURCE_SOURCES_H
#define TELEX_CLI_SOURCE_SOURCES_H

#include <stdbool.h>
#include <stdint.h>

#include "cli/options/options.h"
#include "cli/source/batch.h"
#include "cli/source/container.h"
#include "cli/source/walk.h"

struct sources;
struct names;
struct own_files;

/** The sources that the options name; what the options say is borrowed.  `wait_readable` waits for
 * a list's next names; false: none is wanted.  NULL: out of memory. */
struct sources *sources_new(const struct options *options, const struct walk_exclusion *exclusion,
			    bool (*wait_readable)(int fd));
void sources_free(struct sources *sources);

/** Give each item the name of its result; `names` is borrowed. */
void sources_want_names(struct sources *sources, struct names *names);

/** Do not look for archives among the files that the run writes; `own` is borrowed. */
void sources_set_own(struct sources *sources, const struct own_files *own);

/** Leave out the first `items`, which an earlier run has converted. */
void sources_skip(struct sources *sources, uint64_t items);

/** Fill the batch with the next items: few when the files so far were large, or a list has no more
 * names yet.  False: none is left. */
bool sources_fill(struct sources *sources, struct batch *batch, uint64_t bytes_per_item);

/** Whether the next item may be long in coming: a list has no more names yet. */
bool sources_may_wait(const struct sources *sources);

/** The path of the first item that was skipped though it cannot be read now, and why (an errno);
 * NULL: none.  Borrowed. */
const char *sources_unreadable(const struct sources *sources, int *ret_error);

/** How many sources were named that are results of telex in the folder of outputs. */
uint64_t sources_results(const struct sources *sources);

/** How many hidden files and folders were left out of the folders. */
uint64_t sources_hidden(const struct sources *sources);

/** Whether memory was short for the name of a source: there are more of them. */
bool sources_are_short(const struct sources *sources);

/** More bytes of the ITEM_MEMBER at a batch's end, at most `size`; 0 at its end, -1 at a problem,
 * which goes to `*ret_problem`.  No batch is filled until it has been read to one of these. */
ssize_t sources_read(struct sources *sources, char *bytes, size_t size, const char **ret_problem);

/** Hash of the names of all items that were skipped. */
uint64_t sources_chain(const struct sources *sources);

/** Items given so far, the skipped ones among them. */
uint64_t sources_count(const struct sources *sources);

#endif
