/* The arena: a chain of blocks, each twice as large as the one before, that a reset melts into one.
 */
#include "core/arena.h"

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#define BLOCK_MIN ((size_t)64 << 10)
#define ALIGNMENT _Alignof(max_align_t)

struct tx_arena_block {
	struct tx_arena_block *older;
	size_t size;
	max_align_t data[];
};

static size_t round_up(size_t size)
{
	return (size + ALIGNMENT - 1) & ~(ALIGNMENT - 1);
}

static bool add_block(struct tx_arena *arena, size_t size)
{
	size_t want = arena->blocks == NULL ? BLOCK_MIN : arena->blocks->size * 2;

	if (want < size)
		want = size;
	if (want > SIZE_MAX - sizeof(struct tx_arena_block))
		return false;
	struct tx_arena_block *block = malloc(sizeof(*block) + want);
	if (block == NULL)
		return false;
	block->older = arena->blocks;
	block->size = want;
	arena->blocks = block;
	arena->next = (char *)block->data;
	arena->end = arena->next + want;
	return true;
}

void *tx_arena_alloc(struct tx_arena *arena, size_t size)
{
	bool fits = size <= SIZE_MAX - ALIGNMENT;

	size = fits ? round_up(size) : 0;
	if (fits && (arena->blocks == NULL || size > (size_t)(arena->end - arena->next)))
		fits = add_block(arena, size);
	if (!fits) {
		arena->failed = true;
		return NULL;
	}
	void *ptr = arena->next;
	arena->next += size;
	return ptr;
}

void *tx_arena_calloc(struct tx_arena *arena, size_t count, size_t size)
{
	bool fits = size == 0 || count <= SIZE_MAX / size;
	void *ptr = tx_arena_alloc(arena, fits ? count * size : SIZE_MAX);

	return ptr == NULL ? NULL : memset(ptr, 0, count * size);
}

telex_slice tx_arena_copy(struct tx_arena *arena, telex_slice s)
{
	char *copy = tx_arena_alloc(arena, s.len + 1);

	if (copy == NULL)
		return tx_slice(NULL, 0);
	if (s.len > 0)
		memcpy(copy, s.ptr, s.len);
	return tx_slice(copy, s.len);
}

void tx_arena_trim(struct tx_arena *arena, void *ptr, size_t used)
{
	arena->next = (char *)ptr + round_up(used);
}

static void free_blocks(struct tx_arena_block *block)
{
	while (block != NULL) {
		struct tx_arena_block *older = block->older;
		free(block);
		block = older;
	}
}

static size_t total(const struct tx_arena *arena)
{
	size_t size = 0;

	for (const struct tx_arena_block *block = arena->blocks; block != NULL;
	     block = block->older)
		size += block->size;
	return size;
}

void tx_arena_reset(struct tx_arena *arena, size_t keep_max)
{
	size_t size = total(arena);

	arena->failed = false;
	if (arena->blocks == NULL)
		return;
	if (arena->blocks->older == NULL && size <= keep_max) {
		arena->next = (char *)arena->blocks->data;
		return;
	}
	free_blocks(arena->blocks);
	*arena = (struct tx_arena){0};
	/* Without memory for one large block now, the next allocation starts small again. */
	(void)add_block(arena, size < keep_max ? size : keep_max);
}

void tx_arena_done(struct tx_arena *arena)
{
	free_blocks(arena->blocks);
	*arena = (struct tx_arena){0};
}
