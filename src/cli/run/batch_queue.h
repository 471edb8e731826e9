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

/** For `workers` workers; `resumed`: what an earlier run has done.  All is borrowed.  NULL: out of
 * memory. */
struct batch_queue *batch_queue_new(struct sources *sources, struct sequencer *sequencer,
				    const struct checkpoint *resumed, unsigned workers);
void batch_queue_free(struct batch_queue *queue);

/** The next batch, with its sequence number.  NULL: nothing is left, or nothing is wanted. */
struct batch_job *batch_queue_take(struct batch_queue *queue);

/** Give a batch back, of which so many items and bytes were converted. */
void batch_queue_give_back(struct batch_queue *queue, struct batch_job *job, uint64_t items,
			   uint64_t bytes);

/** Whether the sources are others than those of the earlier run. */
bool batch_queue_has_other_run(const struct batch_queue *queue);

#endif
