/* A folder of outputs that mirrors the sources: for each source one file, named as the source with
 * ".json" behind it where it holds one record, ".ndjson" where it holds several. */
#ifndef TELEX_CLI_OUTPUT_MIRROR_H
#define TELEX_CLI_OUTPUT_MIRROR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/buffer.h"
#include "telex/telex.h"

/** One worker's hand in the folder.  Zero-initialise it, then set `root` and the kind. */
struct mirror {
	const char *root;        /* the folder, with its '/' */
	bool is_text;            /* not JSON: ".txt" */
	bool is_lines;           /* several objects even of one dispatch */
	struct tx_buffer name;   /* of the output in hand, without its ending */
	struct tx_buffer path;   /* of the file being written */
	struct tx_buffer target; /* what it becomes */
	struct tx_buffer kept;   /* not yet written */
	size_t records;
	int fd; /* -1: not open yet */
	int error;
};

void mirror_done(struct mirror *mirror);

/** Whether the output of this source is there as a whole. */
bool mirror_has(struct mirror *mirror, const char *path, const char *member);

/** Begin the output of a source; `number` is its place in the run. */
void mirror_begin(struct mirror *mirror, const char *path, const char *member, uint64_t number);

/** Write a portion of it. */
void mirror_write(struct mirror *mirror, telex_slice bytes);

/** One record is whole. */
void mirror_count(struct mirror *mirror);

/** End it: the file gets its name, unless there is no record or it is not to be kept.  Returns 0 or
 * errno; the name is then in `mirror->target`. */
int mirror_end(struct mirror *mirror, bool keep);

#endif
