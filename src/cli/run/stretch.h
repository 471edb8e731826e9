/* A stretch of a long source: some of its frames, which the worker that has the source finds and
 * any worker converts.  What they come to is kept until all before it is written. */
#ifndef TELEX_CLI_RUN_STRETCH_H
#define TELEX_CLI_RUN_STRETCH_H

#include "cli/report/run_stats.h"
#include "cli/run/sequencer.h"
#include "cli/source/batch.h"
#include "core/buffer.h"
#include "reader/frames.h"

#define STRETCH_BYTES  ((size_t)256 << 10) /* aimed at */
#define STRETCH_FRAMES 512

struct worker;

/** What is known of a long source, the same for all its stretches. */
struct stretch_source {
	struct tx_source_kind kind;
	const struct item *item;
	const char *member;
	uint64_t number; /* of the item among all of the run */
	bool is_stream;  /* it cannot be read again */
};

/** An error, and what was written before it. */
struct stretch_error {
	telex_error error;
	size_t records; /* so many of them, in so many bytes */
	size_t record_bytes, message_bytes, error_bytes;
};

enum stretch_state {
	STRETCH_FREE,
	STRETCH_WAITING,
	STRETCH_TAKEN, /* by a worker, who converts it */
	STRETCH_DONE
};

struct stretch {
	enum stretch_state state; /* under the lock of the queue */
	struct stretch *next;     /* in the queue */

	const struct stretch_source *source;
	struct tx_found found[STRETCH_FRAMES];
	size_t count;
	struct tx_buffer own_bytes;
	telex_slice bytes; /* of the frames: own_bytes, or borrowed */

	struct tx_counts before, after; /* what the source has given then */
	struct results results;
	struct run_stats stats;
	size_t records; /* in its results */
	struct stretch_error errors[STRETCH_FRAMES];
	size_t error_count;
	bool is_cut; /* memory was short */
	bool ends;   /* nothing more of the source is to be read */
};

/** Convert it by a worker that is at no source. */
void stretch_convert(struct worker *worker, struct stretch *stretch);

/** Note an error that comes after `results`. */
void stretch_add_error(struct stretch *stretch, const struct results *results,
		       const telex_error *error);

/** Add what it came to to what `worker`, who has the source, has; it is empty then.  False: nothing
 * more of the source is to be read. */
bool stretch_hand_in(struct worker *worker, struct stretch *stretch);

void stretch_done(struct stretch *stretch);

#endif
