/* Values of a record in JSON (docs/record.md), each read by the kind of its key: what
 * emitter/record.c writes.  A key that is not known, or whose value is of another type, is reported
 * and left over. */
#include "reader/json/record_values.h"

#include "core/ascii.h"
#include "core/utf8.h"
#include "reader/json/values.h"
#include "core/scan.h"

#define DIGITS_MAX   18 /* that 64 bits always hold */
#define EXACT_DIGITS 15 /* that a double always holds */
#define NAME_SHOWN   80 /* bytes of a key in a message */

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

void tx_reading_leave(struct tx_reading *r, telex_slice name, struct tx_json_value value)
{
	char message[160];
	struct tx_buffer text = {0};

	tx_json_write(value, &text);
	tx_utf8_printf(message, sizeof(message), "the record's '%.*s' cannot be read: left out",
		       (int)tx_slice_take(name, NAME_SHOWN).len, name.ptr);
	tx_story_alert(r->story, TX_WARN_VALUE_UNREADABLE, r->story->line, tx_slice_of(message));
	if (!text.failed)
		tx_story_leave_over(r->story, name, tx_slice(text.data, text.len));
	r->failed |= text.failed;
	tx_buffer_done(&text);
}

typedef bool read_function(struct tx_reading *r, const struct tx_key *key, void *base,
			   struct tx_json_value value);

static read_function *const readers[TX_KIND__COUNT];

bool tx_reading_value(struct tx_reading *r, const struct tx_key *key, void *base,
		      struct tx_json_value value)
{
	return readers[key->kind](r, key, base, value);
}

/* The members of an object.  False when it is not one. */
static bool read_keys(struct tx_reading *r, const struct tx_keys *keys, void *base,
		      struct tx_json_value object)
{
	struct tx_json_walk walk = tx_json_begin(object);

	while (tx_json_step(&walk)) {
		size_t index = tx_key_find(keys, walk.key);
		if (index == keys->count ||
		    !tx_reading_value(r, &keys->items[index], base, walk.value))
			tx_reading_leave(r, walk.key, walk.value);
	}
	return tx_json_opens(object, '{');
}

static bool read_object(struct tx_reading *r, const struct tx_key *key, void *base,
			struct tx_json_value value)
{
	return read_keys(r, key->keys, member(base, key->at), value);
}

static bool read_members(struct tx_reading *r, const struct tx_key *key, void *base,
			 struct tx_json_value value)
{
	return read_keys(r, key->keys, base, value);
}

static bool read_object_at(struct tx_reading *r, const struct tx_key *key, void *base,
			   struct tx_json_value value)
{
	void *object = allocate(r, 1, key->keys->size);

	if (object == NULL)
		return true;
	memcpy(member(base, key->at), &object, sizeof(object));
	return read_keys(r, key->keys, object, value);
}

/* Room for the entries of a list, which is noted as the key's. */
static char *begin_list(struct tx_reading *r, const struct tx_key *key, void *base,
			struct tx_json_value list, size_t size)
{
	size_t count = tx_json_count(list);
	char *items = allocate(r, count, size);

	if (items == NULL || count == 0)
		return NULL;
	memcpy(member(base, key->at), &items, sizeof(items));
	memcpy(member(base, key->aux), &count, sizeof(count));
	return items;
}

/* A list with an entry that cannot be read is not one. */
static bool drop_list(const struct tx_key *key, void *base)
{
	memset(member(base, key->aux), 0, sizeof(size_t));
	return false;
}

static bool read_objects(struct tx_reading *r, const struct tx_key *key, void *base,
			 struct tx_json_value value)
{
	struct tx_json_walk walk = tx_json_begin(value);

	if (!tx_json_opens(value, '['))
		return false;
	char *item = begin_list(r, key, base, value, key->keys->size);
	for (; item != NULL && tx_json_step(&walk); item += key->keys->size) {
		if (!read_keys(r, key->keys, item, walk.value))
			return drop_list(key, base);
	}
	return true;
}

/* The warnings, for which the record has room of its own. */
static bool read_objects_here(struct tx_reading *r, const struct tx_key *key, void *base,
			      struct tx_json_value value)
{
	size_t most = TX_COUNT(r->record->warnings), count = 0;
	struct tx_json_walk walk = tx_json_begin(value);

	if (!tx_json_opens(value, '['))
		return false;
	for (; count < most && tx_json_step(&walk); count++) {
		if (!read_keys(r, key->keys, member(base, key->at + count * key->keys->size),
			       walk.value))
			return false;
	}
	memcpy(member(base, key->aux), &count, sizeof(count));
	return count == tx_json_count(value);
}

/* Slices and texts, each of which begins with its slice. */
static bool read_strings(struct tx_reading *r, const struct tx_key *key, void *base,
			 struct tx_json_value value)
{
	size_t size = key->kind == TX_KIND_TEXTS ? sizeof(struct tx_text) : sizeof(telex_slice);
	struct tx_json_walk walk = tx_json_begin(value);

	if (!tx_json_opens(value, '['))
		return false;
	char *item = begin_list(r, key, base, value, size);
	for (; item != NULL && tx_json_step(&walk); item += size) {
		if (!tx_json_opens(walk.value, '"'))
			return drop_list(key, base);
		*(telex_slice *)member(item, 0) = copy(r, tx_json_text_of(walk.value));
	}
	return true;
}

static bool read_slice(struct tx_reading *r, const struct tx_key *key, void *base,
		       struct tx_json_value value)
{
	if (!tx_json_opens(value, '"'))
		return false;
	*(telex_slice *)member(base, key->at) = copy(r, tx_json_text_of(value));
	return true;
}

static bool read_string(struct tx_reading *r, const struct tx_key *key, void *base,
			struct tx_json_value value)
{
	telex_slice text = tx_json_text_of(value);

	if (!tx_json_opens(value, '"'))
		return false;
	char *string = allocate(r, text.len + 1, 1);
	if (string != NULL && text.len > 0)
		memcpy(string, text.ptr, text.len);
	*(const char **)member(base, key->at) = string;
	return true;
}

static bool read_country(struct tx_reading *r, const struct tx_key *key, void *base,
			 struct tx_json_value value)
{
	telex_slice code = tx_json_text_of(value);

	(void)r;
	if (code.len != 2)
		return false;
	memcpy(member(base, key->at), code.ptr, code.len);
	return true;
}

static bool read_flag(struct tx_reading *r, const struct tx_key *key, void *base,
		      struct tx_json_value value)
{
	bool is_true = tx_slice_is(value.text, "true");

	(void)r;
	*(bool *)member(base, key->at) = is_true;
	return is_true;
}

/* A whole number from 0 to `most`. */
static bool number_of(struct tx_json_value value, uint64_t most, uint64_t *ret_number)
{
	uint64_t number = 0;
	size_t at = 0;

	for (; at < value.text.len && at < DIGITS_MAX && tx_is_digit(value.text.ptr[at]); at++)
		number = number * 10 + (uint64_t)(value.text.ptr[at] - '0');
	if (at == 0 || at < value.text.len || number > most)
		return false;
	*ret_number = number;
	return true;
}

static bool read_u64(struct tx_reading *r, const struct tx_key *key, void *base,
		     struct tx_json_value value)
{
	(void)r;
	return number_of(value, UINT64_MAX, member(base, key->at));
}

static bool read_u32(struct tx_reading *r, const struct tx_key *key, void *base,
		     struct tx_json_value value)
{
	uint64_t number;

	(void)r;
	if (!number_of(value, UINT32_MAX, &number))
		return false;
	*(uint32_t *)member(base, key->at) = (uint32_t)number;
	return true;
}

static bool read_u32_known(struct tx_reading *r, const struct tx_key *key, void *base,
			   struct tx_json_value value)
{
	bool known = read_u32(r, key, base, value);

	*(bool *)member(base, key->aux) = known;
	return known;
}

static bool read_size(struct tx_reading *r, const struct tx_key *key, void *base,
		      struct tx_json_value value)
{
	uint64_t number;

	(void)r;
	if (!number_of(value, SIZE_MAX, &number))
		return false;
	*(size_t *)member(base, key->at) = (size_t)number;
	return true;
}

static bool read_u8(struct tx_reading *r, const struct tx_key *key, void *base,
		    struct tx_json_value value)
{
	uint64_t number;

	(void)r;
	if (!number_of(value, UINT8_MAX, &number))
		return false;
	*(uint8_t *)member(base, key->at) = (uint8_t)number;
	return true;
}

static bool read_degrees(struct tx_reading *r, const struct tx_key *key, void *base,
			 struct tx_json_value value)
{
	struct tx_cut cut = tx_cut(value.text, '.');
	bool negative = tx_slice_opens(cut.head, "-");
	telex_slice whole = tx_slice_skip(cut.head, negative);
	uint64_t number = 0, scale = 1;

	(void)r;
	if (!tx_json_is_number(value) || whole.len + cut.tail.len > EXACT_DIGITS)
		return false;
	for (size_t i = 0; i < whole.len + cut.tail.len; i++) {
		bool is_part = i >= whole.len;
		char c = is_part ? cut.tail.ptr[i - whole.len] : whole.ptr[i];
		if (!tx_is_digit(c))
			return false;
		number = number * 10 + (uint64_t)(c - '0');
		scale *= is_part ? 10 : 1;
	}
	double degrees = (double)number / (double)scale;
	*(double *)member(base, key->at) = negative ? -degrees : degrees;
	return degrees <= 180;
}

static bool read_date(struct tx_reading *r, const struct tx_key *key, void *base,
		      struct tx_json_value value)
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
			   struct tx_json_value value)
{
	unsigned from = find_name(tx_json_text_of(value), year_name, TX_YEAR__COUNT);

	(void)r;
	if (from < TX_YEAR__COUNT)
		*(enum tx_year_from *)member(base, key->at) = (enum tx_year_from)from;
	return from < TX_YEAR__COUNT;
}

static bool read_note_kind(struct tx_reading *r, const struct tx_key *key, void *base,
			   struct tx_json_value value)
{
	unsigned kind = find_name(tx_json_text_of(value), note_name, TX_NOTE__COUNT);

	(void)r;
	if (kind < TX_NOTE__COUNT)
		*(enum tx_note_kind *)member(base, key->at) = (enum tx_note_kind)kind;
	return kind < TX_NOTE__COUNT;
}

static bool read_warning(struct tx_reading *r, const struct tx_key *key, void *base,
			 struct tx_json_value value)
{
	unsigned code = find_name(tx_json_text_of(value), warning_name, TX_WARN__COUNT);

	(void)r;
	if (code < TX_WARN__COUNT)
		*(enum tx_warning_code *)member(base, key->at) = (enum tx_warning_code)code;
	return code < TX_WARN__COUNT;
}

/* What came beside a text is carried along as it was written. */
static bool read_json(struct tx_reading *r, const struct tx_key *key, void *base,
		      struct tx_json_value value)
{
	struct tx_buffer text = {0};

	tx_json_write(value, &text);
	r->failed |= text.failed;
	if (!text.failed)
		*(telex_slice *)member(base, key->at) = copy(r, tx_slice(text.data, text.len));
	tx_buffer_done(&text);
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
