/* Batches for the workers of a run, in the order of the sources.  The one that finds too few of them
 * fills some, alone with the sources, while the others convert: who unpacks an archive goes on with
 * it as long as the others keep up, and has its unpacker's memory near. */
#ifndef TELEX_CLI_RUN_BATCH_QUEUE_H
#define TELEX_CLI_RUN_BATCH_QUEUE_H

#include "cli/run/sequencer.h"
#include "cli/source/sources.h"

/** A filled batch. */
struct batch_job {
	struct batch batch;
	uint64_t sequence;
	bool holds_sources; /* its last item goes on in them: they are its converter's until then */
	struct batch_job *next;
};

struct batch_queue;
struct stretch;
struct stretch_source;

/** For `workers` workers; `resumed`: what an earlier run has done.  All is borrowed.  NULL: out of
 * memory. */
struct batch_queue *batch_queue_new(struct sources *sources, struct sequencer *sequencer,
				    const struct checkpoint *resumed, unsigned workers);
void batch_queue_free(struct batch_queue *queue);

/** Wait for the next work: a stretch of a long source, or a batch with its sequence number; the
 * other is NULL.  Both are when the wait may be long, and `settled` is false: some results are not
 * where they are to be.  False: nothing is left, or nothing is wanted. */
bool batch_queue_take(struct batch_queue *queue, bool settled, struct batch_job **ret_job,
		      struct stretch **ret_stretch);

/** Give a batch back, of which so many items and bytes were converted. */
void batch_queue_give_back(struct batch_queue *queue, struct batch_job *job, uint64_t items,
			   uint64_t bytes);

/** Offer a stretch to all workers; it is theirs until it has ended. */
void batch_queue_offer(struct batch_queue *queue, struct stretch *stretch);

/** Take the first stretch of this source that nobody has taken; NULL: none. */
struct stretch *batch_queue_take_back(struct batch_queue *queue,
				      const struct stretch_source *source);

/** A stretch that was taken is converted, or not wanted any more. */
void batch_queue_end_stretch(struct batch_queue *queue, struct stretch *stretch);
bool batch_queue_has_ended(struct batch_queue *queue, const struct stretch *stretch);
void batch_queue_await(struct batch_queue *queue, const struct stretch *stretch);

/** Whether the sources are others than those of the earlier run. */
bool batch_queue_has_other_run(const struct batch_queue *queue);

#endif
