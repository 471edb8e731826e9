/* What the record's keys are: tables made of core/record_keys.def, for those that write, read or
 * look up a record by its keys. */
#ifndef TX_CORE_SCHEMA_H
#define TX_CORE_SCHEMA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/record.h"
#include "core/slice.h"

/** The type of a key's member, and what JSON has for it.  A value that is unknown is not written.
 */
enum tx_kind {
	TX_KIND_OBJECT,       /* a struct of its own */
	TX_KIND_OBJECT_AT,    /* a pointer to one; unknown: NULL */
	TX_KIND_MEMBERS,      /* an object of members of the same struct */
	TX_KIND_OBJECTS,      /* a pointer to structs, `aux` of them */
	TX_KIND_OBJECTS_HERE, /* an array of structs, `aux` of them */
	TX_KIND_SLICE,        /* telex_slice: a string */
	TX_KIND_BYTES,        /* telex_slice that need not be UTF-8 */
	TX_KIND_STRING,       /* const char * */
	TX_KIND_TEXT,         /* struct tx_text */
	TX_KIND_SLICES,       /* a pointer to telex_slice, `aux` of them */
	TX_KIND_TEXTS,        /* a pointer to struct tx_text, `aux` of them */
	TX_KIND_COUNTRY,      /* char[3]; unknown: "" */
	TX_KIND_FLAG,         /* bool: true or not written */
	TX_KIND_U64,          /* always known */
	TX_KIND_U32,          /* always known */
	TX_KIND_SIZE,         /* always known */
	TX_KIND_U32_SOME,     /* unknown: 0 */
	TX_KIND_U8_SOME,      /* unknown: 0 */
	TX_KIND_U32_KNOWN,    /* known: the bool `aux` */
	TX_KIND_DEGREES,      /* double; unknown: the uint32_t `aux` is 0 */
	TX_KIND_DATE,         /* struct tx_date: known when it is whole */
	TX_KIND_YEAR_FROM,    /* enum tx_year_from: known when the struct tx_date `aux` is whole */
	TX_KIND_NOTE_KIND,    /* enum tx_note_kind: its name */
	TX_KIND_WARNING,      /* enum tx_warning_code: its name */
	TX_KIND_LINE,         /* of a warning */
	TX_KIND_HASH,         /* of the source */
	TX_KIND_JSON,         /* telex_slice that is JSON */
	TX_KIND__COUNT
};

enum tx_span_kind {
	TX_SPAN_NONE,
	TX_SPAN_ONE, /* of the value */
	TX_SPAN_EACH /* of each entry of a list */
};

/** Where the struct tx_span of a key is: TX_SPAN_ONE: in the record; TX_SPAN_EACH: in an entry. */
struct tx_key_span {
	enum tx_span_kind kind;
	size_t at;
};

struct tx_keys;

/** A key of an object. */
struct tx_key {
	telex_slice json; /* "\"name\":" */
	enum tx_kind kind;
	struct tx_key_span span;
	size_t at, aux;             /* offsets in the struct with the object's values */
	const struct tx_keys *keys; /* of an object or of a list's objects; else NULL */
};

/** The keys of an object in their order. */
struct tx_keys {
	const struct tx_key *items;
	size_t count;
	size_t size; /* of the struct with the values */
};

/** The entries of a list. */
struct tx_entries {
	const char *first;
	size_t count, size; /* size of one, in bytes */
};

/** The record's keys but `telex` and `spans`. */
extern const struct tx_keys *const tx_record_keys;

/** The name of a key without JSON's marks. */
static inline telex_slice tx_key_name(const struct tx_key *key)
{
	return tx_slice(key->json.ptr + 1, key->json.len - 3);
}

/** The member at `offset` of the struct `base`. */
static inline const void *tx_member(const void *base, size_t offset)
{
	return (const char *)base + offset;
}

/** The struct with the values of an object (TX_KIND_OBJECT, TX_KIND_OBJECT_AT, TX_KIND_MEMBERS) in
 * the struct `base`; NULL: unknown. */
const void *tx_key_object(const struct tx_key *key, const void *base);

/** The entries of a list (TX_KIND_OBJECTS, TX_KIND_OBJECTS_HERE, TX_KIND_SLICES, TX_KIND_TEXTS) in
 * the struct `base`. */
struct tx_entries tx_key_entries(const struct tx_key *key, const void *base);

/** The index of the key with that name; `keys->count` when none is found. */
size_t tx_key_find(const struct tx_keys *keys, telex_slice name);

/** Which of the record's keys a list omits, bit I for key I: "headline,body" all others,
 * "-body,-notes" these.  False when it names one that is not a key: `*ret_unknown`. */
bool tx_keys_omitted(telex_slice list, uint64_t *ret_omitted, telex_slice *ret_unknown);

#endif
