/* A line on the terminal that shows how far a long run is.  All calls come from one thread. */
#ifndef TELEX_CLI_PROGRESS_H
#define TELEX_CLI_PROGRESS_H

#include "cli/options/options.h"

/** How far the run is; a total that is not known is 0. */
struct progress_state {
	uint64_t files_done, files_known;
	uint64_t bytes_done, bytes_known;
};

struct progress {
	bool on;
	bool with_color;
	bool is_drawn;    /* the line is on the terminal */
	uint64_t started; /* nanoseconds, of amount_now() */
	uint64_t due;     /* when it may be drawn again */
};

/** Begin; whether anything will be drawn follows from the options, the environment and whether
 * standard error is a terminal. */
void progress_start(struct progress *progress, const struct options *options);

/** Say how far the run is: draws when it is time to.  Cheap otherwise. */
void progress_tick(struct progress *progress, uint64_t files_done, uint64_t files_known,
		   uint64_t bytes_done, uint64_t bytes_known);

/** Erase the line: before other output, and at the end. */
void progress_hide(struct progress *progress);

/** Append the line for a terminal of `width` columns, a run of `elapsed` nanoseconds. */
void progress_line(struct tx_buffer *out, const struct progress_state *state, uint64_t elapsed,
		   unsigned width, bool with_color);

#endif
