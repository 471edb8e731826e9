/* Results in the order of the input, whoever of many workers has them ready first.
 *
 * A worker takes a turn before it takes a batch, and ends it when the batch is converted.  Results
 * of the turn whose turn it is are written by whoever brings them; others wait in a ring, and a
 * worker that is too far ahead waits for room in it: so what is held is bounded. */
#ifndef TELEX_CLI_RUN_TURNS_H
#define TELEX_CLI_RUN_TURNS_H

#include <stdbool.h>
#include <stdint.h>

#include "cli/output/output.h"
#include "cli/say/progress.h"
#include "cli/source/census.h"
#include "core/buffer.h"

/** What a batch came to. */
struct results {
	struct tx_buffer records;  /* for the output */
	struct tx_buffer messages; /* for standard error */
	struct tx_buffer errors;   /* for --errors */
	struct checkpoint done;    /* after the batch; flags: RESULT_… */
	uint64_t items, bytes;     /* converted */
	bool cut_off;              /* the batch was not converted to its end */
};

/** Flags of results: something could not be converted, was found, or its own file not written. */
enum { RESULT_FAILED = 1, RESULT_FOUND = 2, RESULT_UNWRITTEN = 4 };

void results_done(struct results *results);

/** What shows how far the run is, and the totals for it. */
struct meter {
	struct progress progress;
	struct census census;
};

struct turns;

/** Where results go; `errors` may be NULL.  For `workers` workers.  NULL: out of memory. */
struct turns *turns_new(struct output *output, struct output *errors, struct meter *meter,
			unsigned workers);
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

/** All flags of the results that were written; and those of an earlier run, before the first turn.
 */
void turns_add_flags(struct turns *turns, unsigned flags);
unsigned turns_flags(struct turns *turns);

#endif
