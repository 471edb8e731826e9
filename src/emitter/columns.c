/* Columns by paths of keys, "dateline.places.0.country": a number takes one entry of a list,
 * without one all entries count.  A value is what the record has in JSON: a string as its text, an
 * object or a list inside a list as JSON.  CSV follows RFC 4180; TSV has \t, \n, \r and \\ for what
 * would end a value or a row. */
#include "emitter/columns.h"

#include <string.h>

#include "core/ascii.h"
#include "core/schema.h"
#include "emitter/value.h"

/* Where the values of one column go. */
struct column {
	struct tx_buffer *out;
	const struct tx_object *object;
	const char *between; /* two values */
	size_t count;
};

static bool is_list(const struct tx_key *key)
{
	return key->kind == TX_KIND_OBJECTS || key->kind == TX_KIND_OBJECTS_HERE ||
	       key->kind == TX_KIND_SLICES || key->kind == TX_KIND_TEXTS;
}

/* A number at the path's start, which is then after it; false: none. */
static bool take_number(telex_slice *path, size_t *ret_number)
{
	struct tx_cut cut = tx_cut(*path, '.');
	size_t number = 0;

	if (cut.head.len == 0 || cut.head.len > 9)
		return false;
	for (size_t i = 0; i < cut.head.len; i++) {
		if (!tx_is_digit(cut.head.ptr[i]))
			return false;
		number = number * 10 + (size_t)(cut.head.ptr[i] - '0');
	}
	*path = cut.tail;
	*ret_number = number;
	return true;
}

static bool leads_somewhere(const struct tx_keys *keys, telex_slice path)
{
	size_t number;

	for (;;) {
		struct tx_cut cut = tx_cut(path, '.');
		size_t index = tx_key_find(keys, cut.head);
		if (index == keys->count)
			return false;
		const struct tx_key *key = &keys->items[index];
		path = cut.tail;
		if (is_list(key))
			(void)take_number(&path, &number);
		if (path.len == 0)
			return true;
		if (key->keys == NULL)
			return false;
		keys = key->keys;
	}
}

bool tx_columns_check(telex_slice paths, telex_slice *ret_unknown)
{
	for (struct tx_cut cut = {.tail = paths, .found = true}; cut.found;) {
		cut = tx_cut(cut.tail, ',');
		*ret_unknown = cut.head;
		if (!leads_somewhere(tx_record_keys, cut.head))
			return false;
	}
	return true;
}

static void begin_value(struct column *column)
{
	if (column->count++ > 0)
		tx_buffer_append(column->out, column->between, strlen(column->between));
}

static void put_value(struct column *column, const struct tx_key *key, const void *base)
{
	struct tx_buffer value = {0};

	tx_value_write(&value, column->object, key, base);
	if (value.failed)
		column->out->failed = true;
	else if (value.len > 0) {
		begin_value(column);
		tx_buffer_append(column->out, value.data, value.len);
	}
	tx_buffer_done(&value);
}

static void put(struct column *column, const struct tx_keys *keys, const void *base,
		telex_slice path);

static void put_list(struct column *column, const struct tx_key *key, const void *base,
		     telex_slice path)
{
	if (*(const size_t *)tx_member(base, key->aux) == 0)
		return;
	struct tx_entries entries = tx_key_entries(key, base);
	size_t only = SIZE_MAX;
	bool has_number = take_number(&path, &only);

	for (size_t i = 0; i < entries.count; i++) {
		const char *entry = entries.first + i * entries.size;
		if (has_number && i != only)
			continue;
		if (key->keys != NULL && path.len > 0) {
			put(column, key->keys, entry, path);
		} else if (key->keys != NULL) {
			begin_value(column);
			tx_value_object(column->out, column->object, key->keys, entry);
		} else {
			begin_value(column);
			tx_buffer_slice(column->out, *(const telex_slice *)(const void *)entry);
		}
	}
}

static void put(struct column *column, const struct tx_keys *keys, const void *base,
		telex_slice path)
{
	while (base != NULL && keys != NULL) {
		struct tx_cut cut = tx_cut(path, '.');
		size_t index = tx_key_find(keys, cut.head);
		if (index == keys->count)
			return;
		const struct tx_key *key = &keys->items[index];
		if (is_list(key)) {
			put_list(column, key, base, cut.tail);
			return;
		}
		if (!cut.found) {
			put_value(column, key, base);
			return;
		}
		base = key->keys == NULL ? NULL : tx_key_object(key, base);
		keys = key->keys;
		path = cut.tail;
	}
}

static void append_csv(struct tx_buffer *out, telex_slice value)
{
	bool quoted = false;

	for (size_t i = 0; i < value.len && !quoted; i++)
		quoted = memchr(",\"\r\n", value.ptr[i], 4) != NULL;
	if (!quoted) {
		tx_buffer_slice(out, value);
		return;
	}
	tx_buffer_byte(out, '"');
	for (struct tx_cut cut = {.tail = value, .found = true}; cut.found;) {
		cut = tx_cut(cut.tail, '"');
		tx_buffer_slice(out, cut.head);
		if (cut.found)
			tx_buffer_lit(out, "\"\"");
	}
	tx_buffer_byte(out, '"');
}

static void append_tsv(struct tx_buffer *out, telex_slice value)
{
	static const char from[] = "\t\n\r\\", to[] = "tnr\\";

	for (size_t i = 0; i < value.len; i++) {
		const char *found = memchr(from, value.ptr[i], sizeof(from) - 1);
		if (found != NULL)
			tx_buffer_byte(out, '\\');
		tx_buffer_byte(out, found != NULL ? to[found - from] : value.ptr[i]);
	}
}

static void append_cell(struct tx_buffer *out, telex_slice value, telex_output output, bool is_last)
{
	if (output == TELEX_TO_CSV)
		append_csv(out, value);
	else
		append_tsv(out, value);
	if (!is_last)
		tx_buffer_byte(out, output == TELEX_TO_CSV ? ',' : '\t');
	else if (output == TELEX_TO_CSV)
		tx_buffer_lit(out, "\r\n");
	else
		tx_buffer_byte(out, '\n');
}

void tx_emit_header(struct tx_buffer *out, telex_slice paths, telex_output output)
{
	for (struct tx_cut cut = {.tail = paths, .found = true}; cut.found;) {
		cut = tx_cut(cut.tail, ',');
		append_cell(out, cut.head, output, !cut.found);
	}
}

void tx_emit_row(struct tx_buffer *out, const struct tx_object *object, telex_slice paths)
{
	struct tx_buffer cell = {0};

	for (struct tx_cut cut = {.tail = paths, .found = true}; cut.found;) {
		struct column column = {&cell, object, TX_COLUMNS_BETWEEN, 0};
		cut = tx_cut(cut.tail, ',');
		cell.len = 0;
		put(&column, tx_record_keys, object->record, cut.head);
		append_cell(out, tx_slice(cell.data, cell.len), object->output, !cut.found);
	}
	out->failed |= cell.failed;
	tx_buffer_done(&cell);
}

void tx_emit_values(struct tx_buffer *out, const struct tx_object *object, telex_slice paths)
{
	for (struct tx_cut cut = {.tail = paths, .found = true}; cut.found;) {
		struct column column = {out, object, "\n", 0};
		cut = tx_cut(cut.tail, ',');
		put(&column, tx_record_keys, object->record, cut.head);
		tx_buffer_byte(out, '\n');
	}
}
