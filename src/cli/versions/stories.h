/* From all versions of the input to what becomes of each. */
#ifndef TELEX_CLI_VERSIONS_STORIES_H
#define TELEX_CLI_VERSIONS_STORIES_H

#include "cli/versions/sorter.h"
#include "cli/versions/version.h"

#define STORIES_MEMORY ((size_t)8 << 20) /* of a sorter; six at most are in use at once */

/** What a dispatch is for the record at whose place it is. */
enum decision_kind {
	DECISION_KEPT,       /* it is that record */
	DECISION_KILL_ALONE, /* likewise: a kill whose story is not in the input */
	DECISION_KILLED,     /* it is dropped, and there is no record */
	DECISION_JOINED,     /* a take: its text is put after that of those before it */
	DECISION_MISSING,    /* no dispatch, but takes that are not there */
	DECISION_REPLACED    /* it is named */
};

/** A plain structure, which is sorted and written as it is. */
struct decision {
	uint64_t owner;          /* position of the dispatch at whose place the record is */
	uint64_t order;          /* among those of the owner, which is the first */
	uint64_t offset, length; /* of the record, where it is kept */
	uint32_t kind;
	uint32_t first_take,
		last_take; /* that are missing; the first is that of one to be joined */
	uint32_t unused;
};

/** A record that is written if nothing equal is before it. */
struct unrepeated {
	uint64_t hash[2];
	uint64_t position;
};

/** By owner and order; by hash and position; by position. */
int order_decisions(const void *a, const void *b);
int order_hashes(const void *a, const void *b);
int order_unrepeated(const void *a, const void *b);

/** Where the decisions go, and the hashes of the records that they make (NULL: nowhere). */
struct verdicts {
	struct sorter *decisions, *hashes;
};

/** Decide on the versions, which are added to `versions` by their order in the input.  Returns 0 or
 * a value of errno. */
int stories_decide(struct sorter *versions, bool has_references, const struct verdicts *verdicts);

/** Keep all of them. */
int stories_keep(struct sorter *versions, const struct verdicts *verdicts);

#endif
