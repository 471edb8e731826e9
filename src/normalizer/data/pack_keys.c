/* The index of names: keys sorted and front-coded in blocks, each with what it means. */
#include <stdlib.h>

#include "core/scan.h"
#include "normalizer/data/pack.h"
#include "normalizer/places/place_key.h"

enum domain { PLACES, COUNTRIES, AREAS };

static enum domain domain_of(enum tx_place_kind kind)
{
	if (kind <= TX_PLACE_ALTERNATE)
		return PLACES;
	return kind <= TX_PLACE_COUNTRY_WEAK ? COUNTRIES : AREAS;
}

void pack_put(struct tx_buffer *out, uint32_t value, unsigned bytes)
{
	for (unsigned i = 0; i < bytes; i++)
		tx_buffer_byte(out, (char)(value >> 8 * i & 0xff));
}

static void put_base128(struct tx_buffer *out, uint32_t value)
{
	for (; value >= 0x80; value >>= 7)
		tx_buffer_byte(out, (char)((value & 0x7f) | 0x80));
	tx_buffer_byte(out, (char)value);
}

void pack_keys_add(struct pack_keys *keys, telex_slice name, enum tx_place_kind kind,
		   uint32_t index)
{
	struct tx_place_key key;

	if (!tx_place_key(name, &key))
		return;
	if (keys->count == keys->cap) {
		keys->cap = keys->cap == 0 ? 1 << 16 : 2 * keys->cap;
		keys->entries = realloc(keys->entries, keys->cap * sizeof(keys->entries[0]));
		if (keys->entries == NULL)
			pack_fail("out of memory");
	}
	telex_slice text = tx_arena_copy(keys->arena, tx_slice(key.text, key.len));
	if (text.ptr == NULL)
		pack_fail("out of memory");
	keys->entries[keys->count++] = (struct pack_entry){text, kind, index};
}

static int compare_keys(telex_slice a, telex_slice b)
{
	int order = memcmp(a.ptr, b.ptr, a.len < b.len ? a.len : b.len);

	return order != 0 ? order : (a.len > b.len) - (a.len < b.len);
}

static int compare_numbers(uint32_t a, uint32_t b)
{
	return (a > b) - (a < b);
}

static int compare_entries(const void *first, const void *second)
{
	const struct pack_entry *a = first, *b = second;
	int order = compare_keys(a->key, b->key);

	if (order == 0)
		order = compare_numbers(domain_of(a->kind), domain_of(b->kind));
	if (order == 0)
		order = compare_numbers(a->index, b->index);
	return order != 0 ? order : compare_numbers(a->kind, b->kind);
}

/* What `a` says is said already, as strongly, by `b` before it. */
static bool is_repeat(const struct pack_entry *a, const struct pack_entry *b)
{
	return tx_slice_eq(a->key, b->key) && domain_of(a->kind) == domain_of(b->kind) &&
	       a->index == b->index;
}

static void drop_repeats(struct pack_keys *keys)
{
	size_t kept = 0;

	for (size_t i = 0; i < keys->count; i++) {
		if (kept == 0 || !is_repeat(&keys->entries[i], &keys->entries[kept - 1]))
			keys->entries[kept++] = keys->entries[i];
	}
	keys->count = kept;
}

static size_t shared_bytes(telex_slice a, telex_slice b)
{
	size_t len = 0;

	while (len < a.len && len < b.len && a.ptr[len] == b.ptr[len])
		len++;
	return len;
}

static void write_key(telex_slice key, telex_slice before, const struct tx_buffer *postings,
		      struct tx_buffer *out)
{
	size_t shared = shared_bytes(key, before);

	pack_put(out, (uint32_t)shared, 1);
	pack_put(out, (uint32_t)(key.len - shared), 1);
	tx_buffer_slice(out, tx_slice_skip(key, shared));
	put_base128(out, (uint32_t)postings->len);
	tx_buffer_append(out, postings->data, postings->len);
}

/* Groups up to `group` have so many blocks before them as there are now. */
static void fill_groups(struct pack_index *index, uint32_t group)
{
	for (; index->group_count <= group; index->group_count++)
		pack_put(&index->groups, index->block_count, 2);
}

static void begin_block(struct pack_index *index, telex_slice first_key)
{
	fill_groups(index, tx_place_group(first_key));
	pack_put(&index->blocks, (uint32_t)index->keys.len, 4);
	index->block_count++;
}

void pack_keys_write(struct pack_keys *keys, struct pack_index *index)
{
	struct tx_buffer postings = {0};
	telex_slice before = TX_SLICE("");
	size_t written = 0;

	qsort(keys->entries, keys->count, sizeof(keys->entries[0]), compare_entries);
	drop_repeats(keys);
	for (size_t i = 0; i < keys->count;) {
		telex_slice key = keys->entries[i].key;
		postings.len = 0;
		for (; i < keys->count && tx_slice_eq(keys->entries[i].key, key); i++)
			put_base128(&postings, keys->entries[i].index << TX_PLACE_KIND_BITS |
						       (uint32_t)keys->entries[i].kind);
		if (written++ % TX_PLACE_BLOCK == 0) {
			begin_block(index, key);
			before.len = 0;
		}
		write_key(key, before, &postings, &index->keys);
		before = key;
	}
	fill_groups(index, TX_PLACE_GROUPS);
	tx_buffer_done(&postings);
	free(keys->entries);
	*keys = (struct pack_keys){.arena = keys->arena};
}
