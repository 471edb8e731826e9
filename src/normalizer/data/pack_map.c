/* Texts to numbers: open addressing, FNV-1a, a size that is known beforehand. */
#include "normalizer/data/pack.h"

static size_t find_slot(const struct pack_map *map, telex_slice text)
{
	uint32_t hash = 2166136261U;

	for (size_t i = 0; i < text.len; i++)
		hash = (hash ^ (unsigned char)text.ptr[i]) * 16777619U;
	size_t at = hash & (map->size - 1);
	while (map->slots[at].text.ptr != NULL && !tx_slice_eq(map->slots[at].text, text))
		at = (at + 1) & (map->size - 1);
	return at;
}

void pack_map_init(struct pack_map *map, size_t size, struct tx_arena *arena)
{
	size_t bytes = size * sizeof(map->slots[0]);

	*map = (struct pack_map){.slots = pack_alloc(arena, bytes), .size = size};
	memset(map->slots, 0, bytes);
}

uint32_t pack_map_put(struct pack_map *map, telex_slice text, uint32_t number, bool *ret_new)
{
	struct pack_map_slot *slot = &map->slots[find_slot(map, text)];

	*ret_new = slot->text.ptr == NULL;
	if (!*ret_new)
		return slot->number;
	if (++map->count > map->size / 2)
		pack_fail("more than %zu texts: make the map larger", map->size / 2);
	*slot = (struct pack_map_slot){text, number};
	return number;
}

uint32_t pack_map_get(const struct pack_map *map, telex_slice text)
{
	const struct pack_map_slot *slot = &map->slots[find_slot(map, text)];

	return slot->text.ptr == NULL ? TX_PLACE_NONE : slot->number;
}
