/* The parts of the programs that pack the tables of this folder; build tools: they stop at the
 * first error. */
#ifndef TX_PACK_H
#define TX_PACK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/arena.h"
#include "core/buffer.h"
#include "core/slice.h"
#include "normalizer/places/place_format.h"

#define PACK_COLUMNS 24

/** Say why on stderr and exit. */
_Noreturn void pack_fail(const char *format, ...) __attribute__((format(printf, 1, 2)));

/** Memory that lives until the program's end. */
void *pack_alloc(struct tx_arena *arena, size_t size);

/* A table of text: first line the columns' names, fields divided by tabs, no quoting. */
struct pack_table {
	const char *name;
	telex_slice rest;
	telex_slice columns[PACK_COLUMNS];
	telex_slice fields[PACK_COLUMNS];
	size_t column_count;
	size_t line;
};

void pack_table_open(struct pack_table *table, const char *folder, const char *name,
		     struct tx_arena *arena);

/** Read the next row into `fields`; false at the end. */
bool pack_table_next(struct pack_table *table);

/** Field of the current row. */
telex_slice pack_field(const struct pack_table *table, const char *column);

/** Field as a whole number, 0 when empty. */
uint32_t pack_number(const struct pack_table *table, const char *column);

/** Write a file of the build. */
void pack_write_file(const char *path, const struct tx_buffer *bytes);

/** Bytes as an array of C, after its declaration. */
void pack_put_bytes(struct tx_buffer *out, const char *declaration, const struct tx_buffer *bytes);

/** Add a text with its length before it; its offset. */
uint32_t pack_put_string(struct tx_buffer *texts, telex_slice text);

/* Texts to numbers. */
struct pack_map_slot {
	telex_slice text;
	uint32_t number;
};

struct pack_map {
	struct pack_map_slot *slots;
	size_t size; /* a power of two */
	size_t count;
};

void pack_map_init(struct pack_map *map, size_t size, struct tx_arena *arena);

/** The number of `text`; when it is new it gets `number` first, and `*ret_new` says so. */
uint32_t pack_map_put(struct pack_map *map, telex_slice text, uint32_t number, bool *ret_new);

/** The number of `text`, or `TX_PLACE_NONE`. */
uint32_t pack_map_get(const struct pack_map *map, telex_slice text);

/* Keys with their postings, in the order they come. */
struct pack_entry {
	telex_slice key;
	enum tx_place_kind kind;
	uint32_t index;
};

struct pack_keys {
	struct tx_arena *arena;
	struct pack_entry *entries;
	size_t count;
	size_t cap;
};

/** Add the key of a name as written; a name without a key is left out. */
void pack_keys_add(struct pack_keys *keys, telex_slice name, enum tx_place_kind kind,
		   uint32_t index);

/* The sections that find a key. */
struct pack_index {
	struct tx_buffer blocks, groups, keys;
	uint32_t block_count, group_count;
};

/** Sort, and write the index. */
void pack_keys_write(struct pack_keys *keys, struct pack_index *index);

/** Append `value` in `bytes` little-endian bytes. */
void pack_put(struct tx_buffer *out, uint32_t value, unsigned bytes);

struct pack {
	struct tx_arena arena;
	const char *folder;
	struct pack_keys keys;
	struct pack_map record_of;  /* GeoNames id */
	struct pack_map area_of;    /* "ES.51.CA" */
	struct pack_map country_of; /* "ES" */
	struct pack_map zone_of;
	struct pack_map canonical_of; /* GeoNames id to offset in texts */
	struct pack_map text_of;      /* offset in texts */
	uint32_t record_count;
	struct tx_buffer records, areas, countries, zones, texts;
};

/** Offset of a text in the section of texts. */
uint32_t pack_put_text(struct pack *pack, telex_slice text);

/** Number of an admin area by GeoNames' code ("ES.51.CA"); a new one is added, with those above it.
 */
uint32_t pack_put_area(struct pack *pack, telex_slice code, telex_slice iso);

/** Say which record is a country's capital, unless that is known. */
void pack_set_capital(struct pack *pack, telex_slice country, uint32_t record);

/** Each name of "a|b|c" as a key. */
void pack_add_list(struct pack *pack, telex_slice list, enum tx_place_kind kind, uint32_t index);

/** Name column number `index` of admin.tsv and places.tsv, or NULL after the last. */
const char *pack_language_column(size_t index);

/** Admin areas, countries, and the forms in which wires write them. */
void pack_areas(struct pack *pack);

/** Places, exonyms, AP's list. */
void pack_places(struct pack *pack);

/** The whole blob from its sections. */
void pack_put_blob(struct pack *pack, struct tx_buffer *out);

/** The blob as a C array. */
void pack_put_array(struct tx_buffer *out, const struct tx_buffer *blob);

#endif
