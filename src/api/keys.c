/* telex.h: values of a record by the names of their keys, which the tables of core/schema.h lead
 * to. */
#include "api/parser.h"
#include "core/schema.h"

/* Where a path of keys ends: at a value, or at a list with the rest of the path. */
struct place {
	const struct tx_key *key; /* NULL: nowhere */
	const void *base;
	telex_slice rest;
};

static bool is_list(const struct tx_key *key)
{
	return key->kind == TX_KIND_OBJECTS || key->kind == TX_KIND_OBJECTS_HERE ||
	       key->kind == TX_KIND_SLICES || key->kind == TX_KIND_TEXTS;
}

static struct place follow(const struct tx_keys *keys, const void *base, telex_slice path)
{
	while (keys != NULL && base != NULL) {
		struct tx_cut cut = tx_cut(path, '.');
		size_t index = tx_key_find(keys, cut.head);
		if (index == keys->count)
			break;
		const struct tx_key *key = &keys->items[index];
		if (is_list(key) || !cut.found)
			return (struct place){key, base, cut.tail};
		base = key->keys == NULL ? NULL : tx_key_object(key, base);
		keys = key->keys;
		path = cut.tail;
	}
	return (struct place){0};
}

static telex_slice text_at(const struct place *place)
{
	const telex_slice none = {NULL, 0};
	const void *at;

	if (place->key == NULL)
		return none;
	at = tx_member(place->base, place->key->at);
	switch ((int)place->key->kind) {
	case TX_KIND_SLICE:
	case TX_KIND_BYTES:
	case TX_KIND_TEXT: /* begins with its slice */
	case TX_KIND_HASH:
	case TX_KIND_JSON:
		return *(const telex_slice *)at;
	case TX_KIND_STRING:
		return tx_slice_of(*(const char *const *)at);
	case TX_KIND_COUNTRY:
		return *(const char *)at == '\0' ? none : tx_slice_of(at);
	case TX_KIND_NOTE_KIND:
		return tx_slice_of(tx_note_kind_name(*(const enum tx_note_kind *)at));
	case TX_KIND_WARNING:
		return tx_slice_of(tx_warning_name(*(const enum tx_warning_code *)at));
	case TX_KIND_YEAR_FROM:
		return tx_slice_of(tx_year_from_name(*(const enum tx_year_from *)at));
	default:
		return none;
	}
}

telex_slice telex_record_text(const telex_record *record, const char *key)
{
	struct place place = follow(tx_record_keys, &record->fields, tx_slice_of(key));

	return text_at(&place);
}

size_t telex_record_count(const telex_record *record, const char *key)
{
	struct place place = follow(tx_record_keys, &record->fields, tx_slice_of(key));

	if (place.key == NULL || !is_list(place.key))
		return 0;
	return tx_key_entries(place.key, place.base).count;
}

telex_slice telex_record_item(const telex_record *record, const char *key, size_t index)
{
	struct place list = follow(tx_record_keys, &record->fields, tx_slice_of(key));
	const telex_slice none = {NULL, 0};

	if (list.key == NULL || !is_list(list.key))
		return none;
	struct tx_entries entries = tx_key_entries(list.key, list.base);
	if (index >= entries.count)
		return none;
	const void *entry = entries.first + index * entries.size;
	if (list.key->keys == NULL)
		return list.rest.len > 0 ? none : *(const telex_slice *)entry;
	struct place place = follow(list.key->keys, entry, list.rest);
	return text_at(&place);
}

int telex_key(size_t index, telex_slice *ret_name)
{
	if (index >= tx_record_keys->count)
		return 0;
	*ret_name = tx_key_name(&tx_record_keys->items[index]);
	return 1;
}
