/* The vocabulary of envelopes: the record's key for each field, by the tables of the record's keys.
 */
#include "core/field.h"

static const char *const keys[TX_FIELD__COUNT] = {
/* clang-format off */
#define TABLE(table, owner)
#define KEY(table, key, kind, member, aux, keys, span, ...) __VA_ARGS__
#define END(table)
#define COPIED(field, key) [TX_FIELD_##field] = #key,
#define READ(field, key)   [TX_FIELD_##field] = #key,
#define READ_BOTH(field, other, key) READ(field, key) READ(other, key)
#define UNSTATED
#define NOTE(kind, name)      [TX_FIELD_NOTE_##kind] = "notes",
#define TEXT_NOTE(kind, name)
#include "core/note_kinds.def"
#include "core/record_keys.def"
	/* clang-format on */
};

const char *tx_field_key(enum tx_field field)
{
	return keys[field];
}
