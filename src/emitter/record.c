/* The record as JSON (docs/record.md), by the table of its keys: one function for each kind of
 * value.  A value that is unknown is not written. */

#include "emitter/emitter.h"

#include "core/schema.h"
#include "emitter/hash.h"
#include "emitter/json.h"
#include "emitter/position.h"
#include "emitter/value.h"

struct writer {
	struct tx_json json;
	const struct tx_object *object;
	struct tx_position position; /* of the warning written last */
};

static void write_keys(struct writer *w, const struct tx_keys *keys, const void *base);

static void write_object(struct writer *w, const struct tx_key *key, const void *base)
{
	const void *object = tx_key_object(key, base);

	if (object == NULL)
		return;
	size_t mark = tx_json_open_some(&w->json, key->json);
	write_keys(w, key->keys, object);
	tx_json_close_some(&w->json, mark);
}

static bool has_entries(const struct tx_key *key, const void *base)
{
	return *(const size_t *)tx_member(base, key->aux) > 0;
}

static void write_objects(struct writer *w, const struct tx_key *key, const void *base)
{
	if (!has_entries(key, base))
		return;
	struct tx_entries entries = tx_key_entries(key, base);
	tx_json_open_member(&w->json, key->json, '[');
	for (size_t i = 0; i < entries.count; i++) {
		tx_json_open_item(&w->json, '{');
		write_keys(w, key->keys, entries.first + i * entries.size);
		tx_json_close(&w->json, '}');
	}
	tx_json_close(&w->json, ']');
}

static void write_slice(struct writer *w, const struct tx_key *key, const void *base)
{
	const telex_slice *value = tx_member(base, key->at);

	if (value->ptr != NULL)
		tx_json_text(&w->json, key->json, *value);
}

static void write_bytes(struct writer *w, const struct tx_key *key, const void *base)
{
	tx_json_bytes(&w->json, key->json, *(const telex_slice *)tx_member(base, key->at));
}

static void write_string(struct writer *w, const struct tx_key *key, const void *base)
{
	const char *const *value = tx_member(base, key->at);

	tx_json_text(&w->json, key->json, tx_slice_of(*value));
}

/* A struct tx_text begins with its slice. */
static void write_text(struct writer *w, const struct tx_key *key, const void *base)
{
	write_slice(w, key, base);
}

/* Of entries of either kind. */
static void write_texts(struct writer *w, const struct tx_key *key, const void *base)
{
	if (!has_entries(key, base))
		return;
	struct tx_entries entries = tx_key_entries(key, base);
	tx_json_open_member(&w->json, key->json, '[');
	for (size_t i = 0; i < entries.count; i++)
		tx_json_item(&w->json,
			     *(const telex_slice *)tx_member(entries.first, i * entries.size));
	tx_json_close(&w->json, ']');
}

static void write_country(struct writer *w, const struct tx_key *key, const void *base)
{
	const char *country = tx_member(base, key->at);

	if (country[0] != '\0')
		tx_json_text(&w->json, key->json, tx_slice_of(country));
}

static void write_flag(struct writer *w, const struct tx_key *key, const void *base)
{
	tx_json_flag(&w->json, key->json, *(const bool *)tx_member(base, key->at));
}

static void write_u64(struct writer *w, const struct tx_key *key, const void *base)
{
	tx_json_number(&w->json, key->json, *(const uint64_t *)tx_member(base, key->at));
}

static void write_u32(struct writer *w, const struct tx_key *key, const void *base)
{
	tx_json_number(&w->json, key->json, *(const uint32_t *)tx_member(base, key->at));
}

static void write_size(struct writer *w, const struct tx_key *key, const void *base)
{
	tx_json_number(&w->json, key->json, *(const size_t *)tx_member(base, key->at));
}

static void write_u32_some(struct writer *w, const struct tx_key *key, const void *base)
{
	if (*(const uint32_t *)tx_member(base, key->at) != 0)
		write_u32(w, key, base);
}

static void write_u8_some(struct writer *w, const struct tx_key *key, const void *base)
{
	uint8_t value = *(const uint8_t *)tx_member(base, key->at);

	if (value != 0)
		tx_json_number(&w->json, key->json, value);
}

static void write_u32_known(struct writer *w, const struct tx_key *key, const void *base)
{
	if (*(const bool *)tx_member(base, key->aux))
		write_u32(w, key, base);
}

static void write_degrees(struct writer *w, const struct tx_key *key, const void *base)
{
	if (*(const uint32_t *)tx_member(base, key->aux) != 0)
		tx_json_degrees(&w->json, key->json, *(const double *)tx_member(base, key->at));
}

static void write_date(struct writer *w, const struct tx_key *key, const void *base)
{
	const struct tx_date *date = tx_member(base, key->at);

	if (tx_date_is_whole(*date))
		tx_json_date(&w->json, key->json, date->year, date->month, date->day);
}

static void write_year_from(struct writer *w, const struct tx_key *key, const void *base)
{
	const enum tx_year_from *from = tx_member(base, key->at);

	if (tx_date_is_whole(*(const struct tx_date *)tx_member(base, key->aux)))
		tx_json_text(&w->json, key->json, tx_slice_of(tx_year_from_name(*from)));
}

static void write_note_kind(struct writer *w, const struct tx_key *key, const void *base)
{
	const enum tx_note_kind *kind = tx_member(base, key->at);

	tx_json_text(&w->json, key->json, tx_slice_of(tx_note_kind_name(*kind)));
}

static void write_warning(struct writer *w, const struct tx_key *key, const void *base)
{
	const enum tx_warning_code *code = tx_member(base, key->at);

	tx_json_text(&w->json, key->json, tx_slice_of(tx_warning_name(*code)));
}

static void write_line(struct writer *w, const struct tx_key *key, const void *warning)
{
	tx_json_number(&w->json, key->json, tx_position_of(&w->position, warning));
}

static void write_hash(struct writer *w, const struct tx_key *key, const void *base)
{
	telex_slice hash = *(const telex_slice *)tx_member(base, key->at);
	char computed[TX_HASH_DIGITS + 1];

	if ((w->object->flags & TELEX_WRITE_HASH) != 0) {
		tx_record_hash(w->object->record, computed);
		hash = tx_slice_of(computed);
	}
	tx_json_text(&w->json, key->json, hash);
}

static void write_json(struct writer *w, const struct tx_key *key, const void *base)
{
	telex_slice value = *(const telex_slice *)tx_member(base, key->at);

	if (value.len > 0)
		tx_json_value(&w->json, key->json, value);
}

typedef void write_function(struct writer *w, const struct tx_key *key, const void *base);

static write_function *const writers[TX_KIND__COUNT] = {
	[TX_KIND_OBJECT] = write_object,
	[TX_KIND_OBJECT_AT] = write_object,
	[TX_KIND_MEMBERS] = write_object,
	[TX_KIND_OBJECTS] = write_objects,
	[TX_KIND_OBJECTS_HERE] = write_objects,
	[TX_KIND_SLICE] = write_slice,
	[TX_KIND_BYTES] = write_bytes,
	[TX_KIND_STRING] = write_string,
	[TX_KIND_TEXT] = write_text,
	[TX_KIND_SLICES] = write_texts,
	[TX_KIND_TEXTS] = write_texts,
	[TX_KIND_COUNTRY] = write_country,
	[TX_KIND_FLAG] = write_flag,
	[TX_KIND_U64] = write_u64,
	[TX_KIND_U32] = write_u32,
	[TX_KIND_SIZE] = write_size,
	[TX_KIND_U32_SOME] = write_u32_some,
	[TX_KIND_U8_SOME] = write_u8_some,
	[TX_KIND_U32_KNOWN] = write_u32_known,
	[TX_KIND_DEGREES] = write_degrees,
	[TX_KIND_DATE] = write_date,
	[TX_KIND_YEAR_FROM] = write_year_from,
	[TX_KIND_NOTE_KIND] = write_note_kind,
	[TX_KIND_WARNING] = write_warning,
	[TX_KIND_LINE] = write_line,
	[TX_KIND_HASH] = write_hash,
	[TX_KIND_JSON] = write_json,
};

static void write_keys(struct writer *w, const struct tx_keys *keys, const void *base)
{
	for (size_t i = 0; i < keys->count; i++)
		writers[keys->items[i].kind](w, &keys->items[i], base);
}

static bool is_written(const struct writer *w, size_t index)
{
	return ((w->object->omitted | w->object->record->absent) >> index & 1) == 0;
}

static void write_pair(struct tx_json *json, const struct tx_span *span)
{
	tx_json_number_item(json, span->start);
	tx_json_number_item(json, span->end);
	tx_json_close(json, ']');
}

static void write_span_of_each(struct tx_json *json, const struct tx_key *key, const void *record)
{
	if (!has_entries(key, record))
		return;
	struct tx_entries entries = tx_key_entries(key, record);
	tx_json_open_member(json, key->json, '[');
	for (size_t i = 0; i < entries.count; i++) {
		tx_json_open_item(json, '[');
		write_pair(json, tx_member(entries.first, i * entries.size + key->span.at));
	}
	tx_json_close(json, ']');
}

static void write_span(struct tx_json *json, const struct tx_key *key, const void *record)
{
	const struct tx_span *span = tx_member(record, key->span.at);

	if (key->span.kind == TX_SPAN_EACH) {
		write_span_of_each(json, key, record);
	} else if (key->span.kind == TX_SPAN_ONE && span->end != 0) {
		tx_json_open_member(json, key->json, '[');
		write_pair(json, span);
	}
}

static void write_spans(struct writer *w)
{
	tx_json_open_member(&w->json, TX_KEY("spans"), '{');
	for (size_t i = 0; i < tx_record_keys->count; i++) {
		if (is_written(w, i))
			write_span(&w->json, &tx_record_keys->items[i], w->object->record);
	}
	tx_json_close(&w->json, '}');
}

void tx_emit_record(struct tx_buffer *out, const struct tx_object *object)
{
	struct writer w = {
		.json = {.out = out, .indented = (object->flags & TELEX_WRITE_PRETTY) != 0},
		.object = object};

	tx_position_start(&w.position, object->text, object->record->source.line);
	tx_json_open(&w.json, '{');
	tx_json_text(&w.json, TX_KEY("telex"), TX_LIT(TELEX_RECORD_VERSION));
	for (size_t i = 0; i < tx_record_keys->count; i++) {
		const struct tx_key *key = &tx_record_keys->items[i];
		if (is_written(&w, i))
			writers[key->kind](&w, key, object->record);
	}
	if ((object->flags & TELEX_WRITE_SPANS) != 0 || object->record->has_spans)
		write_spans(&w);
	tx_json_close(&w.json, '}');
	tx_json_end(&w.json);
}

/* Of a control character as tx_json_string() writes it: \u00XY. */
static char control_of(char high, char low)
{
	int digit = low <= '9' ? low - '0' : (low | 0x20) - 'a' + 10;

	return (char)((high - '0') * 16 + digit);
}

/* A string of tx_json_string() as its text. */
static void append_unescaped(struct tx_buffer *out, telex_slice s)
{
	static const char from[] = "bfnrt", to[] = "\b\f\n\r\t";

	for (size_t i = 0; i < s.len; i++) {
		if (s.ptr[i] != '\\' || i + 1 == s.len) {
			tx_buffer_byte(out, s.ptr[i]);
			continue;
		}
		const char *letter = memchr(from, s.ptr[++i], sizeof(from) - 1);
		if (s.ptr[i] == 'u' && i + 4 < s.len) {
			tx_buffer_byte(out, control_of(s.ptr[i + 3], s.ptr[i + 4]));
			i += 4;
		} else {
			tx_buffer_byte(out, letter == NULL ? s.ptr[i] : to[letter - from]);
		}
	}
}

void tx_value_write(struct tx_buffer *out, const struct tx_object *object, const struct tx_key *key,
		    const void *base)
{
	struct tx_buffer json = {0};
	struct writer w = {.json = {.out = &json}, .object = object};

	tx_position_start(&w.position, object->text, object->record->source.line);
	writers[key->kind](&w, key, base);
	/* After the key, and without the comma. */
	telex_slice value = tx_slice_skip(tx_slice(json.data, json.len), key->json.len);
	value = tx_slice_take(value, value.len > 0 ? value.len - 1 : 0);
	if (value.len >= 2 && value.ptr[0] == '"')
		append_unescaped(out, tx_slice(value.ptr + 1, value.len - 2));
	else
		tx_buffer_slice(out, value);
	out->failed |= json.failed;
	tx_buffer_done(&json);
}

void tx_value_object(struct tx_buffer *out, const struct tx_object *object,
		     const struct tx_keys *keys, const void *base)
{
	struct tx_buffer text = {0};
	struct writer w = {.json = {.out = &text}, .object = object};

	tx_position_start(&w.position, object->text, object->record->source.line);
	tx_json_open(&w.json, '{');
	write_keys(&w, keys, base);
	tx_json_close(&w.json, '}');
	/* A member of something, as far as the writer knows. */
	telex_slice value = tx_slice(text.data, text.len);
	if (value.len > 0 && value.ptr[value.len - 1] == ',')
		value.len--;
	tx_buffer_slice(out, value);
	out->failed |= text.failed;
	tx_buffer_done(&text);
}
