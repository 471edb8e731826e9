/* What a run has done, in numbers.  Each worker counts in a tally of its own; they are added up at
 * the end.  Counting allocates only when a table meets many new names. */
#ifndef TELEX_CLI_TALLY_H
#define TELEX_CLI_TALLY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/buffer.h"

enum summary { SUMMARY_NONE, SUMMARY_TEXT, SUMMARY_JSON };

#define TALLY_NAME_MAX 39

/** How often a name came; a longer one counts by its first bytes. */
struct tally_entry {
	uint64_t count; /* 0: the place is free */
	uint8_t len;
	char name[TALLY_NAME_MAX];
};

/** Names and counts, open-addressed. */
struct tally_table {
	struct tally_entry *entries;
	size_t cap; /* a power of two, or 0 */
	size_t used;
	uint64_t rest; /* of names for which there was no room */
};

enum tally_by { TALLY_FORMAT, TALLY_AGENCY, TALLY_LANGUAGE, TALLY_WARNING, TALLY_TABLES };

/** An all-zero struct tally is an empty one. */
struct tally {
	uint64_t sources;
	uint64_t records;
	uint64_t failures;
	uint64_t bytes; /* of the sources, as read */
	struct tally_table tables[TALLY_TABLES];
};

/** Count a record by format, agency and language. */
void tally_record(struct tally *tally, const telex_record *record);

/** Count a warning. */
void tally_warning(struct tally *tally, const char *code);

/** Count a failure: a source or a dispatch that could not be converted, a warning that counts as
 * one. */
void tally_error(struct tally *tally);

/** Add what `from` has counted. */
void tally_merge(struct tally *into, const struct tally *from);

/** Append the summary of a run that took `nanoseconds`. */
void tally_write(struct tx_buffer *out, const struct tally *tally, enum summary form,
		 uint64_t nanoseconds);

/** Release the memory; the tally is empty. */
void tally_done(struct tally *tally);

#endif
