/* What a run has done, in numbers.  Each worker has counts of its own; they are added up at
 * the end.  Counting allocates only when a table meets many new names. */
#ifndef TELEX_CLI_RUN_STATS_H
#define TELEX_CLI_RUN_STATS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/buffer.h"

enum summary { SUMMARY_NONE, SUMMARY_TEXT, SUMMARY_JSON };

#define STATS_NAME_MAX 39

/** How often a name came; a longer one counts by its first bytes. */
struct stats_entry {
	uint64_t count; /* 0: the place is free */
	uint8_t len;
	char name[STATS_NAME_MAX];
};

/** Names and counts, open-addressed. */
struct stats_table {
	struct stats_entry *entries;
	size_t cap; /* a power of two, or 0 */
	size_t used;
	uint64_t rest; /* of names for which there was no room */
};

enum run_stats_by {
	STATS_FORMAT,
	STATS_AGENCY,
	STATS_LANGUAGE,
	STATS_WARNING,
	STATS_HOST,
	STATS_TABLES
};

/** What --latest and --dedupe have done with the records. */
struct selected {
	bool is_wanted;
	uint64_t written;
	uint64_t replaced; /* by a later version */
	uint64_t joined;   /* takes */
	uint64_t killed;   /* with the kill */
	uint64_t repeated;
};

/** An all-zero struct run_stats is an empty one. */
struct run_stats {
	uint64_t sources;
	uint64_t records;
	uint64_t failures;
	uint64_t skipped; /* files in folders and archives that are hidden or plainly not text */
	uint64_t passed_over; /* pages of crawls without a dispatch */
	uint64_t bytes;       /* of the sources, as read */
	struct selected selected;
	struct stats_table tables[STATS_TABLES];
};

/** Count a record by format, agency and language. */
void run_stats_record(struct run_stats *stats, const telex_record *record);

/** Count a warning. */
void run_stats_warning(struct run_stats *stats, const char *code);

/** Count a failure: a source or a dispatch that could not be converted, a warning that counts as
 * one. */
void run_stats_error(struct run_stats *stats);

/** Add what `from` has counted. */
void run_stats_merge(struct run_stats *into, const struct run_stats *from);

/** Append the summary of a run that took `nanoseconds`. */
void run_stats_write(struct tx_buffer *out, const struct run_stats *stats, enum summary form,
		     uint64_t nanoseconds);

/** Set all counts to zero; the memory is kept. */
void run_stats_reset(struct run_stats *stats);

/** Release the memory; the counts are zero. */
void run_stats_done(struct run_stats *stats);

#endif
