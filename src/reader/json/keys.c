/* Keys of the objects that are open: a table of chains, of which the newest key is always the
 * head, so that an object's keys go as they came. */
#include "reader/json/check.h"

#define CAP_MIN 64
#define CAP_MAX (1 << 16) /* of one document at a time */

static uint32_t hash_of(telex_slice text)
{
	uint32_t hash = 2166136261u;

	for (size_t i = 0; i < text.len; i++)
		hash = (hash ^ (unsigned char)text.ptr[i]) * 16777619u;
	return hash ^ hash >> 15;
}

static void link_key(struct tx_json_keys *keys, size_t at)
{
	struct tx_json_key *key = &keys->items[at];
	uint32_t *bucket = &keys->buckets[key->hash & (keys->cap - 1)];

	key->next = *bucket;
	*bucket = (uint32_t)at + 1;
}

/* Room for one more key; false: there are too many, or memory is short. */
static bool have_room(struct tx_json_keys *keys, struct tx_arena *arena)
{
	size_t cap = keys->cap == 0 ? CAP_MIN : 2 * keys->cap;

	if (keys->count < keys->cap)
		return true;
	if (cap > CAP_MAX) {
		keys->full = true;
		return false;
	}
	struct tx_json_key *items = tx_arena_alloc(arena, cap * sizeof(*items));
	uint32_t *buckets = tx_arena_calloc(arena, cap, sizeof(*buckets));
	if (items == NULL || buckets == NULL)
		return false;
	if (keys->count > 0)
		memcpy(items, keys->items, keys->count * sizeof(*items));
	keys->items = items;
	keys->buckets = buckets;
	keys->cap = cap;
	for (size_t i = 0; i < keys->count; i++)
		link_key(keys, i);
	return true;
}

struct tx_json_key *tx_json_keys_add(struct tx_json_keys *keys, struct tx_arena *arena,
				     telex_slice text, size_t at, size_t first)
{
	uint32_t hash = hash_of(text);

	if (keys->cap > 0) {
		uint32_t next = keys->buckets[hash & (keys->cap - 1)];
		for (; next > first; next = keys->items[next - 1].next) {
			struct tx_json_key *key = &keys->items[next - 1];
			if (key->hash == hash && tx_slice_eq(key->text, text))
				return key;
		}
	}
	if (!have_room(keys, arena))
		return NULL;
	keys->items[keys->count] = (struct tx_json_key){text, at, hash, 0};
	link_key(keys, keys->count++);
	return NULL;
}

void tx_json_keys_drop(struct tx_json_keys *keys, size_t first)
{
	while (keys->count > first) {
		const struct tx_json_key *key = &keys->items[--keys->count];
		keys->buckets[key->hash & (keys->cap - 1)] = key->next;
	}
}
