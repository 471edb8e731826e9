/* One region of memory per dispatch: allocations are bumps, released all at once by
 * tx_arena_reset(). After a reset the region is one block as large as everything the last dispatch
 * needed, so that a steady run of dispatches allocates nothing. */
#ifndef TX_CORE_ARENA_H
#define TX_CORE_ARENA_H

#include <stdbool.h>
#include <stddef.h>

#include "core/slice.h"

struct tx_arena_block;

struct tx_arena {
	struct tx_arena_block *blocks; /* newest first */
	char *next;                    /* first free byte of the newest block */
	char *end;
	bool failed; /* memory was short for an allocation since the last reset */
};

/* An all-zero struct tx_arena is an empty arena. */

/** `size` bytes aligned for any type, not cleared; NULL when memory is short. */
void *tx_arena_alloc(struct tx_arena *arena, size_t size);

/** As tx_arena_alloc(), cleared, `count * size` checked for overflow. */
void *tx_arena_calloc(struct tx_arena *arena, size_t count, size_t size);

/** A copy of `s` in the arena; `.ptr` is NULL when memory is short. */
telex_slice tx_arena_copy(struct tx_arena *arena, telex_slice s);

/** Give the unused tail of the newest allocation back: it began at `ptr` and keeps `used` bytes. */
void tx_arena_trim(struct tx_arena *arena, void *ptr, size_t used);

/** Forget all allocations, keep the memory (at most `keep_max` bytes of it). */
void tx_arena_reset(struct tx_arena *arena, size_t keep_max);

/** Release everything. */
void tx_arena_done(struct tx_arena *arena);

#endif
