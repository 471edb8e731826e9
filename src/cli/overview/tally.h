/* How often each of many names came, in bounded memory, and the same for any order in which they
 * come: of names that are too many, those with the smallest hashes are kept, with their exact
 * counts, and the others are counted together. */
#ifndef TELEX_CLI_OVERVIEW_TALLY_H
#define TELEX_CLI_OVERVIEW_TALLY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/slice.h"

#define TALLY_LABEL_MAX 55

struct tally_name {
	uint8_t len;
	char text[TALLY_LABEL_MAX];
	float latitude, longitude; /* of a place */
};

/** Zero with `most` set: an empty one. */
struct tally {
	size_t most;      /* names that are kept; a power of two */
	bool is_labeled;  /* names have a text; without it they are only hashes */
	uint64_t *hashes; /* open-addressed; 0: free */
	uint64_t *counts;
	struct tally_name *names;
	size_t cap, used;
	uint64_t below; /* only hashes below are kept; 0: all */
	uint64_t total;
	bool failed; /* memory was short: some are not counted */
};

/** Count `name` so many times; one that is empty does not count.  The label of a new one is copied
 * from `label`, cut where it is too long. */
void tally_add(struct tally *tally, telex_slice name, const struct tally_name *label,
	       uint64_t times);

/** Likewise, of a name by its hash. */
void tally_add_hash(struct tally *tally, uint64_t hash, const struct tally_name *label,
		    uint64_t times);

/** Add what `from` has counted. */
void tally_merge(struct tally *into, const struct tally *from);

/** The numbers of the `most` entries that came most often, by count and then by label, own (free());
 * `*ret_count` of them.  NULL: none, or memory is short. */
size_t *tally_top(const struct tally *tally, size_t most, size_t *ret_count);

/** A label, cut between characters. */
struct tally_name tally_label(telex_slice text);

void tally_done(struct tally *tally);

#endif
