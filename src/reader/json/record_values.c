/* Values of a record in JSON (docs/record.md), each read by the kind of its key: what
 * emitter/record.c writes.  A key that is not known, or whose value is of another type, is reported
 * and left over. */
#include "reader/json/record_values.h"

#include <stdlib.h>

#include "core/ascii.h"
#include "core/utf8.h"
#include "reader/json/json.h"
#include "reader/json/values.h"

static void *member(void *base, size_t offset)
{
	return (char *)base + offset;
}

static telex_slice copy(struct tx_reading *r, telex_slice text)
{
	telex_slice copied = tx_arena_copy(r->story->arena, text);

	r->failed |= copied.ptr == NULL;
	return copied;
}

static void *allocate(struct tx_reading *r, size_t count, size_t size)
{
	void *items = tx_arena_calloc(r->story->arena, count, size);

	r->failed |= items == NULL;
	return items;
}

void tx_reading_leave(struct tx_reading *r, const char *name, json_t *value)
{
	char message[160];
	char *text = json_dumps(value, JSON_COMPACT | JSON_ENCODE_ANY);

	tx_utf8_printf(message, sizeof(message), "the record's '%.80s' cannot be read: left out",
		       name);
	tx_story_alert(r->story, TX_WARN_VALUE_UNREADABLE, r->story->line, tx_slice_of(message));
	if (text == NULL)
		r->failed = true;
	else
		tx_story_leave_over(r->story, tx_slice_of(name), tx_slice_of(text));
	free(text);
}

typedef bool read_function(struct tx_reading *r, const struct tx_key *key, void *base,
			   json_t *value);

static read_function *const readers[TX_KIND__COUNT];

bool tx_reading_value(struct tx_reading *r, const struct tx_key *key, void *base, json_t *value)
{
	return readers[key->kind](r, key, base, value);
}

/* The members of an object.  False when it is not one. */
static bool read_keys(struct tx_reading *r, const struct tx_keys *keys, void *base, json_t *object)
{
	const char *name;
	json_t *value;

	if (!json_is_object(object))
		return false;
	json_object_foreach(object, name, value)
	{
		size_t index = tx_key_find(keys, tx_slice_of(name));
		if (index == keys->count || !tx_reading_value(r, &keys->items[index], base, value))
			tx_reading_leave(r, name, value);
	}
	return true;
}

static bool read_object(struct tx_reading *r, const struct tx_key *key, void *base, json_t *value)
{
	return read_keys(r, key->keys, member(base, key->at), value);
}

static bool read_members(struct tx_reading *r, const struct tx_key *key, void *base, json_t *value)
{
	return read_keys(r, key->keys, base, value);
}

static bool read_object_at(struct tx_reading *r, const struct tx_key *key, void *base,
			   json_t *value)
{
	void *object = allocate(r, 1, key->keys->size);

	if (object == NULL)
		return true;
	memcpy(member(base, key->at), &object, sizeof(object));
	return read_keys(r, key->keys, object, value);
}

/* Room for the entries of a list, which is noted as the key's. */
static char *begin_list(struct tx_reading *r, const struct tx_key *key, void *base, json_t *list,
			size_t size)
{
	size_t count = json_array_size(list);
	char *items = allocate(r, count, size);

	if (items == NULL || count == 0)
		return NULL;
	memcpy(member(base, key->at), &items, sizeof(items));
	memcpy(member(base, key->aux), &count, sizeof(count));
	return items;
}

/* A list with an entry that cannot be read is none. */
static bool drop_list(const struct tx_key *key, void *base)
{
	memset(member(base, key->aux), 0, sizeof(size_t));
	return false;
}

static bool read_objects(struct tx_reading *r, const struct tx_key *key, void *base, json_t *value)
{
	size_t i;
	json_t *entry;

	if (!json_is_array(value))
		return false;
	char *items = begin_list(r, key, base, value, key->keys->size);
	if (items == NULL)
		return true;
	json_array_foreach(value, i, entry)
	{
		if (!read_keys(r, key->keys, items + i * key->keys->size, entry))
			return drop_list(key, base);
	}
	return true;
}

/* The warnings, for which the record has room of its own. */
static bool read_objects_here(struct tx_reading *r, const struct tx_key *key, void *base,
			      json_t *value)
{
	size_t most = sizeof(r->record->warnings) / sizeof(r->record->warnings[0]), count;

	if (!json_is_array(value))
		return false;
	for (count = 0; count < json_array_size(value) && count < most; count++)
		if (!read_keys(r, key->keys, member(base, key->at + count * key->keys->size),
			       json_array_get(value, count)))
			return false;
	memcpy(member(base, key->aux), &count, sizeof(count));
	return count == json_array_size(value);
}

/* Slices and texts, each of which begins with its slice. */
static bool read_strings(struct tx_reading *r, const struct tx_key *key, void *base, json_t *value)
{
	size_t size = key->kind == TX_KIND_TEXTS ? sizeof(struct tx_text) : sizeof(telex_slice), i;
	json_t *entry;

	if (!json_is_array(value))
		return false;
	char *items = begin_list(r, key, base, value, size);
	if (items == NULL)
		return true;
	json_array_foreach(value, i, entry)
	{
		if (!json_is_string(entry))
			return drop_list(key, base);
		*(telex_slice *)member(items, i * size) = copy(r, tx_json_text_of(entry));
	}
	return true;
}

static bool read_slice(struct tx_reading *r, const struct tx_key *key, void *base, json_t *value)
{
	if (!json_is_string(value))
		return false;
	*(telex_slice *)member(base, key->at) = copy(r, tx_json_text_of(value));
	return true;
}

static bool read_string(struct tx_reading *r, const struct tx_key *key, void *base, json_t *value)
{
	telex_slice text = tx_json_text_of(value);

	if (!json_is_string(value))
		return false;
	char *string = allocate(r, text.len + 1, 1);
	if (string != NULL && text.len > 0)
		memcpy(string, text.ptr, text.len);
	*(const char **)member(base, key->at) = string;
	return true;
}

static bool read_country(struct tx_reading *r, const struct tx_key *key, void *base, json_t *value)
{
	telex_slice code = tx_json_text_of(value);

	(void)r;
	if (code.len != 2)
		return false;
	memcpy(member(base, key->at), code.ptr, code.len);
	return true;
}

static bool read_flag(struct tx_reading *r, const struct tx_key *key, void *base, json_t *value)
{
	(void)r;
	*(bool *)member(base, key->at) = json_is_true(value);
	return json_is_true(value);
}

/* A whole number from 0 to `most`. */
static bool number_of(json_t *value, uint64_t most, uint64_t *ret_number)
{
	json_int_t number = json_integer_value(value);

	if (!json_is_integer(value) || number < 0 || (uint64_t)number > most)
		return false;
	*ret_number = (uint64_t)number;
	return true;
}

static bool read_u64(struct tx_reading *r, const struct tx_key *key, void *base, json_t *value)
{
	(void)r;
	return number_of(value, UINT64_MAX, member(base, key->at));
}

static bool read_u32(struct tx_reading *r, const struct tx_key *key, void *base, json_t *value)
{
	uint64_t number;

	(void)r;
	if (!number_of(value, UINT32_MAX, &number))
		return false;
	*(uint32_t *)member(base, key->at) = (uint32_t)number;
	return true;
}

static bool read_u32_known(struct tx_reading *r, const struct tx_key *key, void *base,
			   json_t *value)
{
	bool known = read_u32(r, key, base, value);

	*(bool *)member(base, key->aux) = known;
	return known;
}

static bool read_size(struct tx_reading *r, const struct tx_key *key, void *base, json_t *value)
{
	uint64_t number;

	(void)r;
	if (!number_of(value, SIZE_MAX, &number))
		return false;
	*(size_t *)member(base, key->at) = (size_t)number;
	return true;
}

static bool read_u8(struct tx_reading *r, const struct tx_key *key, void *base, json_t *value)
{
	uint64_t number;

	(void)r;
	if (!number_of(value, UINT8_MAX, &number))
		return false;
	*(uint8_t *)member(base, key->at) = (uint8_t)number;
	return true;
}

static bool read_degrees(struct tx_reading *r, const struct tx_key *key, void *base, json_t *value)
{
	double degrees = json_number_value(value);

	(void)r;
	if (!json_is_number(value) || !(degrees >= -180 && degrees <= 180))
		return false;
	*(double *)member(base, key->at) = degrees;
	return true;
}

static bool read_date(struct tx_reading *r, const struct tx_key *key, void *base, json_t *value)
{
	(void)r;
	return tx_date_parse_iso(tx_json_text_of(value), member(base, key->at));
}

/* The value of an enumeration that has this name; `count` when none has. */
static unsigned find_name(telex_slice name, const char *(*name_of)(unsigned), unsigned count)
{
	unsigned value = 0;

	while (value < count && (name_of(value) == NULL || !tx_slice_is(name, name_of(value))))
		value++;
	return value;
}

static const char *year_name(unsigned value)
{
	return tx_year_from_name((enum tx_year_from)value);
}

static const char *note_name(unsigned value)
{
	return tx_note_kind_name((enum tx_note_kind)value);
}

static const char *warning_name(unsigned value)
{
	return tx_warning_name((enum tx_warning_code)value);
}

static bool read_year_from(struct tx_reading *r, const struct tx_key *key, void *base,
			   json_t *value)
{
	unsigned from = find_name(tx_json_text_of(value), year_name, TX_YEAR__COUNT);

	(void)r;
	if (from < TX_YEAR__COUNT)
		*(enum tx_year_from *)member(base, key->at) = (enum tx_year_from)from;
	return from < TX_YEAR__COUNT;
}

static bool read_note_kind(struct tx_reading *r, const struct tx_key *key, void *base,
			   json_t *value)
{
	unsigned kind = find_name(tx_json_text_of(value), note_name, TX_NOTE__COUNT);

	(void)r;
	if (kind < TX_NOTE__COUNT)
		*(enum tx_note_kind *)member(base, key->at) = (enum tx_note_kind)kind;
	return kind < TX_NOTE__COUNT;
}

static bool read_warning(struct tx_reading *r, const struct tx_key *key, void *base, json_t *value)
{
	unsigned code = find_name(tx_json_text_of(value), warning_name, TX_WARN__COUNT);

	(void)r;
	if (code < TX_WARN__COUNT)
		*(enum tx_warning_code *)member(base, key->at) = (enum tx_warning_code)code;
	return code < TX_WARN__COUNT;
}

/* A value of JSON without the blanks between its tokens. */
static telex_slice compact(struct tx_reading *r, telex_slice value)
{
	char *out = allocate(r, value.len + 1, 1);
	bool in_string = false, is_escaped = false;
	size_t len = 0;

	for (size_t i = 0; out != NULL && i < value.len; i++) {
		char c = value.ptr[i];
		if (!in_string && tx_char_is(c, TX_CHAR_BLANK | TX_CHAR_NEWLINE))
			continue;
		out[len++] = c;
		if (c == '"' && !is_escaped)
			in_string = !in_string;
		is_escaped = in_string && c == '\\' && !is_escaped;
	}
	return tx_slice(out, len);
}

/* What came beside a text is carried along as it was written. */
static bool read_json(struct tx_reading *r, const struct tx_key *key, void *base, json_t *value)
{
	struct tx_json_walk walk = {.rest = r->text};
	telex_slice name = tx_slice_take(key->json, key->json.len - 1);

	(void)value;
	while (tx_json_step(&walk)) {
		if (tx_slice_eq(walk.key, name))
			*(telex_slice *)member(base, key->at) = compact(r, walk.value);
	}
	return true;
}

static read_function *const readers[TX_KIND__COUNT] = {
	[TX_KIND_OBJECT] = read_object,
	[TX_KIND_OBJECT_AT] = read_object_at,
	[TX_KIND_MEMBERS] = read_members,
	[TX_KIND_OBJECTS] = read_objects,
	[TX_KIND_OBJECTS_HERE] = read_objects_here,
	[TX_KIND_SLICE] = read_slice,
	[TX_KIND_BYTES] = read_slice,
	[TX_KIND_STRING] = read_string,
	[TX_KIND_TEXT] = read_slice,
	[TX_KIND_SLICES] = read_strings,
	[TX_KIND_TEXTS] = read_strings,
	[TX_KIND_COUNTRY] = read_country,
	[TX_KIND_FLAG] = read_flag,
	[TX_KIND_U64] = read_u64,
	[TX_KIND_U32] = read_u32,
	[TX_KIND_SIZE] = read_size,
	[TX_KIND_U32_SOME] = read_u32,
	[TX_KIND_U8_SOME] = read_u8,
	[TX_KIND_U32_KNOWN] = read_u32_known,
	[TX_KIND_DEGREES] = read_degrees,
	[TX_KIND_DATE] = read_date,
	[TX_KIND_YEAR_FROM] = read_year_from,
	[TX_KIND_NOTE_KIND] = read_note_kind,
	[TX_KIND_WARNING] = read_warning,
	[TX_KIND_LINE] = read_u64,
	[TX_KIND_HASH] = read_slice,
	[TX_KIND_JSON] = read_json,
};
