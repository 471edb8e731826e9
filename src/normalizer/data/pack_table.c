/* Reading the tables of text, and the packer's errors and memory. */
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "core/ascii.h"
#include "normalizer/data/pack.h"

#define PATH_MAX_BYTES 4096

void pack_fail(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	fputs("pack: ", stderr);
	vfprintf(stderr, format, args);
	fputc('\n', stderr);
	va_end(args);
	exit(EXIT_FAILURE);
}

void *pack_alloc(struct tx_arena *arena, size_t size)
{
	void *memory = tx_arena_alloc(arena, size);

	if (memory == NULL)
		pack_fail("out of memory");
	return memory;
}

static telex_slice read_file(const char *path, struct tx_arena *arena)
{
	struct tx_buffer bytes = {0};
	char chunk[65536];
	size_t len;
	FILE *file = fopen(path, "rb");

	if (file == NULL)
		pack_fail("cannot open '%s': %s", path, strerror(errno));
	while ((len = fread(chunk, 1, sizeof(chunk), file)) > 0)
		tx_buffer_append(&bytes, chunk, len);
	if (ferror(file) || bytes.failed)
		pack_fail("cannot read '%s'", path);
	fclose(file);
	telex_slice text = tx_arena_copy(arena, tx_slice(bytes.data, bytes.len));
	tx_buffer_done(&bytes);
	if (text.ptr == NULL)
		pack_fail("out of memory");
	return text;
}

static size_t split(telex_slice line, telex_slice *fields, const char *name)
{
	size_t count = 0;
	struct tx_cut cut = {.tail = line, .found = true};

	while (cut.found) {
		if (count == PACK_COLUMNS)
			pack_fail("%s: more than %d columns", name, PACK_COLUMNS);
		cut = tx_cut(cut.tail, '\t');
		fields[count++] = cut.head;
	}
	return count;
}

static telex_slice take_line(struct pack_table *table)
{
	struct tx_cut cut = tx_cut(table->rest, '\n');

	table->rest = cut.tail;
	table->line++;
	return cut.head;
}

void pack_table_open(struct pack_table *table, const char *folder, const char *name,
		     struct tx_arena *arena)
{
	char path[PATH_MAX_BYTES];
	int len = snprintf(path, sizeof(path), "%s/%s", folder, name);

	if (len < 0 || (size_t)len >= sizeof(path))
		pack_fail("path of '%s' is too long", name);
	*table = (struct pack_table){.name = name, .rest = read_file(path, arena)};
	table->column_count = split(take_line(table), table->columns, name);
}

bool pack_table_next(struct pack_table *table)
{
	if (table->rest.len == 0)
		return false;
	size_t count = split(take_line(table), table->fields, table->name);
	if (count != table->column_count)
		pack_fail("%s:%zu: %zu fields, not %zu", table->name, table->line, count,
			  table->column_count);
	return true;
}

telex_slice pack_field(const struct pack_table *table, const char *column)
{
	for (size_t i = 0; i < table->column_count; i++) {
		if (tx_slice_is(table->columns[i], column))
			return table->fields[i];
	}
	pack_fail("%s: no column '%s'", table->name, column);
}

uint32_t pack_number(const struct pack_table *table, const char *column)
{
	telex_slice field = pack_field(table, column);
	uint32_t value = 0;

	for (size_t i = 0; i < field.len; i++) {
		if (!tx_is_digit(field.ptr[i]) || value > (UINT32_MAX - 9) / 10)
			pack_fail("%s:%zu: %s is not a number", table->name, table->line, column);
		value = value * 10 + (uint32_t)(field.ptr[i] - '0');
	}
	return value;
}
