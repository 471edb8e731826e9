/* What a dispatch says of its story: which one it is, which version or take of it, and when it was
 * sent.  docs/versions.md says how. */
#ifndef TELEX_CLI_VERSIONS_VERSION_H
#define TELEX_CLI_VERSIONS_VERSION_H

#include <stdbool.h>
#include <stdint.h>

#include "telex/telex.h"

enum {
	VERSION_KILL = 1,       /* the story is withdrawn */
	VERSION_CORRECTION = 2, /* something in an earlier version was wrong */
	VERSION_SAYS_SO = 4,    /* it says that it is a version or a take */
	VERSION_BY_ID = 8,      /* an identifier names the story */
	VERSION_ALONE = 16,     /* nothing names it: it is its own story */
	VERSION_HAS_BODY = 32,
	VERSION_HAS_TIME = 64
};

#define VERSION_NO_DAY INT32_MIN

/** A plain structure, which is sorted and written as it is. */
struct version {
	uint64_t story[2]; /* of what names the story; of one alone its position */
	uint64_t title;    /* of its headline; 0 where the story has versions with several */
	uint64_t hash[2];  /* of headline and body */
	uint64_t source;   /* of path and member */
	uint64_t own_reference,
		reference;       /* its own, and that of another one to which it refers; 0 */
	uint64_t number;         /* of the version; 0: none */
	uint64_t rank;           /* the number by which it is ordered */
	int64_t time;            /* seconds since 1970; with VERSION_HAS_TIME */
	uint64_t position;       /* among all dispatches of the input, from 0 */
	uint64_t offset, length; /* of its record, where it is kept */
	int32_t day;             /* since 1970-01-01, or VERSION_NO_DAY */
	uint32_t take;           /* part of the story, from 1; 0: it does not say */
	uint32_t flags;
	uint32_t last_take; /* of those that an earlier run has joined; 0: none */
};

/** Fill all but `position`, `offset` and `length`. */
void version_of(const telex_record *record, struct version *ret_version);

/** The same for a run that does not look at stories: only the hash. */
void version_hash(const telex_record *record, struct version *ret_version);

/** Note where the record is; the story of one that is alone is its position. */
void version_place(struct version *version, uint64_t position, uint64_t offset);

#endif
