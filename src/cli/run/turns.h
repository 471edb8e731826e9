/* Results in the order of the input, whoever of many workers has them ready first.
 *
 * A worker takes a turn before it takes a batch, and ends it when the batch is converted.  Results
 * of the turn whose turn it is are written by whoever brings them; others wait in a ring, and a
 * worker that is too far ahead waits for room in it: so what is held is bounded. */
#ifndef TELEX_CLI_RUN_TURNS_H
#define TELEX_CLI_RUN_TURNS_H

#include <stdbool.h>
#include <stdint.h>

#include "cli/output/outputs.h"
#include "cli/say/progress.h"
#include "cli/source/census.h"
#include "core/buffer.h"

/** What a batch came to. */
struct results {
	struct tx_buffer records;  /* for the output */
	struct tx_buffer messages; /* for standard error */
	struct tx_buffer errors;   /* for --errors */
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
	RESULT_REFUSED = 16
};

/** All that is in the results belongs to whole items, with which the run has come so far. */
void results_mark(struct results *results, uint64_t items, uint64_t chain);

void results_done(struct results *results);

/** What shows how far the run is, and the totals for it. */
struct meter {
	struct progress progress;
	struct census census;
};

struct turns;

/** Where results go; for `workers` workers.  NULL: out of memory. */
struct turns *turns_new(struct outputs *outputs, struct meter *meter, unsigned workers);
void turns_free(struct turns *turns);

/** Take the next turn, when there is room.  One caller at a time. */
uint64_t turns_take(struct turns *turns);

/** Whether results of this turn are written at once, without waiting. */
bool turns_is_next(struct turns *turns, uint64_t turn);

/** Write what there is now, in the middle of a turn; waits until it is its turn. */
void turns_write(struct turns *turns, uint64_t turn, struct results *results);

/** End a turn.  The results are handed over, and empty ones given back. */
void turns_end(struct turns *turns, uint64_t turn, struct results *results);

/** In the middle of a turn of which so many bytes are converted. */
void turns_show_progress(struct turns *turns, uint64_t turn, uint64_t bytes);

/** Nothing more is wanted: an output has failed, or a turn was cut off. */
bool turns_are_over(struct turns *turns);

/** Whether one was not converted to its end, though an output could be written. */
bool turns_were_cut_off(struct turns *turns);

/** Whether results were written, after the last whole item, of a source that cannot be read again.
 */
bool turns_are_live(struct turns *turns);

/** All flags of the results that were written; and those of an earlier run, before the first turn.
 */
void turns_add_flags(struct turns *turns, unsigned flags);
unsigned turns_flags(struct turns *turns);

#endif
