/* Sorts more items than memory is to hold: sorted runs in a temporary file, which are merged.  Items
 * are plain structures of one size. */
#ifndef TELEX_CLI_VERSIONS_SORTER_H
#define TELEX_CLI_VERSIONS_SORTER_H

#include <stdbool.h>
#include <stddef.h>

/** As qsort(3)'s; no two items of a sorter are equal. */
typedef int sorter_order(const void *a, const void *b);

struct sorter;

/** A sorter of items of `size` bytes that takes about `memory` bytes.  NULL: out of memory. */
struct sorter *sorter_new(size_t size, sorter_order *order, size_t memory);

void sorter_free(struct sorter *sorter);

/** Copy an item in.  False: sorter_error() says why. */
bool sorter_add(struct sorter *sorter, const void *item);

/** Copy the next item in order out; the first call ends the adding.  False: no item is left, or
 * sorter_error() is not 0. */
bool sorter_next(struct sorter *sorter, void *ret_item);

/** The value of errno that ended it; 0: none has. */
int sorter_error(const struct sorter *sorter);

#endif
