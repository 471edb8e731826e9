/* Writes the workers' results in input order.
 *
 * Each batch has a sequence number.  The worker that holds the next number writes its results
 * directly; the results of later ones wait in a ring, and a worker that is too far ahead waits for
 * room in it, so memory is bounded. */
#ifndef TELEX_CLI_RUN_SEQUENCER_H
#define TELEX_CLI_RUN_SEQUENCER_H

#include <stdbool.h>
#include <stdint.h>

#include "cli/output/outputs.h"
#include "cli/report/progress.h"
#include "cli/source/scan_totals.h"
#include "cli/versions/selection.h"
#include "core/buffer.h"

/** What a batch came to. */
struct results {
	struct tx_buffer records;  /* for the output */
	struct tx_buffer messages; /* for standard error */
	struct tx_buffer errors;   /* for --errors */
	struct tx_buffer notes;    /* of the records, for --latest and --dedupe */
	struct {
		size_t records, errors; /* bytes of these up to the end of an item */
		struct checkpoint done; /* after that item */
		bool is_new;            /* not written yet */
	} whole;
	unsigned flags;        /* RESULT_… */
	uint64_t items, bytes; /* converted */
	bool cut_off;          /* the batch was not converted to its end */
	bool is_live;          /* but what there is came from a source that cannot be read again */
};

/** Flags of results: something could not be converted, was found, its own file not written; memory
 * was short: with more of it a run that resumes does it again; the output would replace a source.
 */
enum {
	RESULT_FAILED = 1,
	RESULT_FOUND = 2,
	RESULT_UNWRITTEN = 4,
	RESULT_MEMORY = 8,
	RESULT_REFUSED = 16,
	RESULT_USAGE = 32 /* an option does not fit a source */
};

/** All that is in the results belongs to whole items, with which the run has come so far. */
void results_mark(struct results *results, uint64_t items, uint64_t chain);

void results_done(struct results *results);

/** What shows how far the run is, and the totals for it. */
struct run_progress {
	struct progress progress;
	struct scan_totals totals;
};

struct sequencer;

/** Where results go; for `workers` workers.  NULL: out of memory. */
struct sequencer *sequencer_new(struct outputs *outputs, struct run_progress *progress,
				unsigned workers);
void sequencer_free(struct sequencer *sequencer);

/** From now on records go to the selection, and not to the output. */
void sequencer_select(struct sequencer *sequencer, struct selection *selection);

/** Take the next sequence number, when there is room.  One caller at a time. */
uint64_t sequencer_take(struct sequencer *sequencer);

/** Whether results of this number are written at once, without waiting. */
bool sequencer_is_next(struct sequencer *sequencer, uint64_t sequence);

/** Write what there is now, in the middle of a batch; waits until its number is next. */
void sequencer_write(struct sequencer *sequencer, uint64_t sequence, struct results *results);

/** End a batch.  The results are handed over, and empty ones given back. */
void sequencer_end(struct sequencer *sequencer, uint64_t sequence, struct results *results);

/** In the middle of a batch of which so many bytes are converted. */
void sequencer_show_progress(struct sequencer *sequencer, uint64_t sequence, uint64_t bytes);

/** Nothing more is wanted: an output has failed, or a batch was cut off. */
bool sequencer_is_over(struct sequencer *sequencer);

/** Whether one was not converted to its end, though an output could be written. */
bool sequencer_was_cut_off(struct sequencer *sequencer);

/** Whether results were written, after the last whole item, of a source that cannot be read again.
 */
bool sequencer_is_live(struct sequencer *sequencer);

/** All flags of the results that were written; and those of an earlier run, before the first batch.
 */
void sequencer_add_flags(struct sequencer *sequencer, unsigned flags);
unsigned sequencer_flags(struct sequencer *sequencer);

#endif
