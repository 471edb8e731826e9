/* The tables of the record's keys, and how they are searched. */
#include "core/schema.h"

/* clang-format off */
#define TABLE(table, owner) \
	typedef struct tx_##owner table##_owner; \
	static const struct tx_key table##_items[] = {
#define KEY(table, key, kind, member, aux, keys, span, ...) \
	{{"\"" #key "\":", sizeof("\"" #key "\":") - 1}, TX_KIND_##kind, span, \
	 offsetof(table##_owner, member), offsetof(table##_owner, aux), keys},
#define END(table) \
	}; \
	static const struct tx_keys table##_keys = { \
		table##_items, TX_COUNT(table##_items), sizeof(table##_owner)};
#define KEYS(table) &table##_keys
#define NO_KEYS NULL
#define ONE(member) {TX_SPAN_ONE, offsetof(struct tx_record, member)}
#define EACH(owner, member) {TX_SPAN_EACH, offsetof(struct tx_##owner, member)}
#define NO_SPAN {TX_SPAN_NONE, 0}
#include "core/scan.h"
#include "core/record_keys.def"
/* clang-format on */

#define BITS 64

const struct tx_keys *const tx_record_keys = &record_keys;

_Static_assert(TX_COUNT(record_items) <= BITS, "a bit for each key");

/* A member that is a pointer, of whatever type. */
static const void *pointer_at(const void *at)
{
	const void *pointer;

	memcpy(&pointer, at, sizeof(pointer));
	return pointer;
}

const void *tx_key_object(const struct tx_key *key, const void *base)
{
	const void *at = tx_member(base, key->at);

	if (key->kind == TX_KIND_MEMBERS)
		return base;
	return key->kind == TX_KIND_OBJECT_AT ? pointer_at(at) : at;
}

struct tx_entries tx_key_entries(const struct tx_key *key, const void *base)
{
	const void *at = tx_member(base, key->at);
	size_t size = key->kind == TX_KIND_SLICES  ? sizeof(telex_slice)
		      : key->kind == TX_KIND_TEXTS ? sizeof(struct tx_text)
						   : key->keys->size;

	if (key->kind != TX_KIND_OBJECTS_HERE)
		at = pointer_at(at);
	return (struct tx_entries){at, *(const size_t *)tx_member(base, key->aux), size};
}

size_t tx_key_find(const struct tx_keys *keys, telex_slice name)
{
	size_t i = 0;

	while (i < keys->count && !tx_slice_eq(tx_key_name(&keys->items[i]), name))
		i++;
	return i;
}

bool tx_keys_omitted(telex_slice list, uint64_t *ret_omitted, telex_slice *ret_unknown)
{
	bool omits = list.len > 0 && list.ptr[0] == '-';

	*ret_omitted = omits ? 0 : UINT64_MAX;
	for (struct tx_cut cut = {.tail = list, .found = true}; cut.found;) {
		cut = tx_cut(cut.tail, ',');
		telex_slice name = omits && cut.head.len > 0 && cut.head.ptr[0] == '-'
					   ? tx_slice_skip(cut.head, 1)
					   : cut.head;
		size_t bit = tx_key_find(tx_record_keys, name);
		if (bit == tx_record_keys->count || (omits && name.len == cut.head.len)) {
			*ret_unknown = cut.head;
			return false;
		}
		if (omits)
			*ret_omitted |= UINT64_C(1) << bit;
		else
			*ret_omitted &= ~(UINT64_C(1) << bit);
	}
	return true;
}
