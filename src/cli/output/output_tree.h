/* A folder of outputs with the layout of the sources: for each source one file, with its name
 * (names.h) and ".json" after it where it holds one record, ".ndjson" where it holds several.  A
 * file that is there and was not written as the result of this source is not replaced. */
#ifndef TELEX_CLI_OUTPUT_OUTPUT_TREE_H
#define TELEX_CLI_OUTPUT_OUTPUT_TREE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "cli/output/publish.h"
#include "core/buffer.h"
#include "telex/telex.h"

/** One worker's part in the folder.  Zero-initialise it, then set the folder of `publisher` and the
 * kind. */
struct output_tree {
	struct publisher publisher;
	const char *reserved[2];     /* paths of other outputs of the run, or NULL */
	const char *ending;          /* of what is not JSON, ".txt"; NULL: it is JSON */
	telex_slice header;          /* of each file; borrowed */
	bool is_lines;               /* several objects even of one dispatch */
	const char *source, *member; /* the current ones; borrowed */
	struct tx_buffer name;       /* of the current output, without its ending */
	struct tx_buffer path;       /* of the file being written */
	struct tx_buffer target;     /* what it becomes */
	struct tx_buffer kept;       /* not yet written */
	struct tx_buffer made;       /* the folder that was made last, with its '/' */
	long process;                /* of this run; 0: not asked for yet */
	uint64_t number;
	size_t records;
	int fd; /* -1: not open yet */
	int error;
};

void output_tree_done(struct output_tree *tree);

/** Begin the output of a source, which gets this name; the strings are borrowed until its end.
 * `number` is its place in the run. */
void output_tree_begin(struct output_tree *tree, const char *name, const char *path,
		       const char *member, uint64_t number);

/** Whether the output of this source is there already. */
bool output_tree_has(struct output_tree *tree);

/** Whether `target` is the path of another output of the run. */
bool output_tree_is_reserved(const struct output_tree *tree);

/** Write a portion of it. */
void output_tree_write(struct output_tree *tree, telex_slice bytes);

/** One record is whole. */
void output_tree_count(struct output_tree *tree);

/** End it: the file gets its name, now or by publish_settle(), unless there is no record or it is not
 * to be kept.  Returns 0 or
 * errno, EEXIST: there is such a file and it is not this source's; the name is then in
 * `tree->target`. */
int output_tree_end(struct output_tree *tree, bool keep);

#endif
