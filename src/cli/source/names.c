/* Naming.  A name is the source's path as it was given or found, without "." and a leading '/',
 * and then the member's.  ".." becomes "%2E%2E", so that nothing leaves the folder.  Whatever else
 * would make two names one is written so that it does not: a part that is "%2E%2E" itself gets
 * "25" after its '%', one that ends as a repeat does, or a folder's that ends as a result does,
 * "~1".  Then only a source that comes twice has a name twice, and the Nth gets "~N".  Where
 * absolute paths and others begin with one part, that of those that come second gets "~0".
 *
 * What was given is kept as hashes: a name that is taken for a repeat by mistake is a name too. */
#include "cli/source/names.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <xxhash.h>

#include "core/ascii.h"
#include "core/slice.h"
#include "core/scan.h"

#define SEED_NAME     0
#define SEED_ABSOLUTE 1
#define SEED_RELATIVE 2
#define ROOM_MIN      64

struct given {
	uint64_t key; /* 0: free */
	uint64_t count;
};

struct names {
	bool folds_case;
	struct given *given;
	size_t count, room; /* a power of two */
	struct tx_buffer folded;
};

struct names *names_new(bool folds_case)
{
	struct names *names = calloc(1, sizeof(*names));

	if (names != NULL)
		names->folds_case = folds_case;
	return names;
}

void names_free(struct names *names)
{
	if (names == NULL)
		return;
	free(names->given);
	tx_buffer_done(&names->folded);
	free(names);
}

static struct given *place_of(struct given *given, size_t room, uint64_t key)
{
	size_t at = (size_t)key & (room - 1);

	while (given[at].key != 0 && given[at].key != key)
		at = (at + 1) & (room - 1);
	return &given[at];
}

static bool grow(struct names *names)
{
	size_t room = names->room == 0 ? ROOM_MIN : names->room * 2;
	struct given *given = calloc(room, sizeof(*given));

	if (given == NULL)
		return false;
	for (size_t i = 0; i < names->room; i++) {
		if (names->given[i].key != 0)
			*place_of(given, room, names->given[i].key) = names->given[i];
	}
	free(names->given);
	names->given = given;
	names->room = room;
	return true;
}

static uint64_t key_of(struct names *names, telex_slice name, uint64_t seed)
{
	struct tx_buffer *folded = &names->folded;

	if (names->folds_case) {
		folded->len = 0;
		for (size_t i = 0; i < name.len; i++)
			tx_buffer_byte(folded, tx_lower(name.ptr[i]));
		name = tx_slice(folded->data, folded->len);
	}
	uint64_t key = XXH64(name.ptr, name.len, seed);
	return key == 0 ? 1 : key;
}

/* The place of a key, which is made.  NULL: out of memory. */
static struct given *place_for(struct names *names, uint64_t key)
{
	if (names->count * 4 >= names->room * 3 && !grow(names))
		return NULL;
	struct given *given = place_of(names->given, names->room, key);
	names->count += given->key == 0;
	given->key = key;
	return given;
}

/* "~" and a number at the end. */
static bool ends_as_repeat(telex_slice part)
{
	size_t len = part.len;

	while (len > 0 && tx_is_digit(part.ptr[len - 1]))
		len--;
	return len > 0 && len < part.len && part.ptr[len - 1] == '~';
}

bool names_are_of_results(telex_slice part)
{
	static const char *const endings[] = {".json", ".ndjson", ".txt", ".csv", ".tsv", ".html"};

	for (size_t i = 0; i < TX_COUNT(endings); i++) {
		telex_slice ending = tx_slice_of(endings[i]);
		if (part.len >= ending.len &&
		    tx_slice_eq_nocase(tx_slice_skip(part, part.len - ending.len), ending))
			return true;
	}
	return false;
}

/* "%2E%2E", or one that was written so that it is not. */
static bool is_escape(telex_slice part)
{
	if (!tx_slice_starts(part, TX_LIT("%")))
		return false;
	part = tx_slice_skip(part, 1);
	while (tx_slice_starts(part, TX_LIT("25")))
		part = tx_slice_skip(part, 2);
	return tx_slice_eq_nocase(part, TX_LIT("2E%2E"));
}

static void add_part(struct tx_buffer *name, telex_slice part, bool is_folder)
{
	if (name->len > 0)
		tx_buffer_byte(name, '/');
	if (tx_slice_eq(part, TX_LIT(".."))) {
		tx_buffer_lit(name, "%2E%2E");
		return;
	}
	if (is_escape(part)) {
		tx_buffer_lit(name, "%25");
		part = tx_slice_skip(part, 1);
	}
	tx_buffer_slice(name, part);
	if (ends_as_repeat(part) || (is_folder && names_are_of_results(part)))
		tx_buffer_lit(name, "~1");
}

/* The next part that is neither "" nor "."; empty at the end. */
static telex_slice next_part(telex_slice *rest)
{
	while (rest->len > 0) {
		struct tx_cut cut = tx_cut(*rest, '/');
		*rest = cut.tail;
		if (cut.head.len > 0 && !tx_slice_eq(cut.head, TX_LIT(".")))
			return cut.head;
	}
	return *rest;
}

/* Absolute paths and others may begin with one part: who comes second gets another one. */
static bool add_first(struct names *names, struct tx_buffer *name, bool is_absolute)
{
	telex_slice part = tx_slice(name->data, name->len);
	uint64_t seed = is_absolute ? SEED_ABSOLUTE : SEED_RELATIVE;
	uint64_t other = key_of(names, part, SEED_ABSOLUTE + SEED_RELATIVE - seed);
	struct given *given = place_for(names, key_of(names, part, seed));

	if (given == NULL)
		return false;
	if (given->count == 0)
		given->count = place_of(names->given, names->room, other)->count == 1 ? 2 : 1;
	if (given->count == 2)
		tx_buffer_lit(name, "~0");
	return true;
}

static bool add_path(struct names *names, struct tx_buffer *name, const char *path,
		     bool has_members)
{
	telex_slice rest = tx_slice_of(path), part = next_part(&rest);

	while (part.len > 0) {
		telex_slice next = next_part(&rest);
		bool is_first = name->len == 0;
		add_part(name, part, next.len > 0 || has_members);
		if (name->failed || (is_first && !add_first(names, name, path[0] == '/')))
			return false;
		part = next;
	}
	return true;
}

static bool end_name(struct names *names, struct tx_buffer *name)
{
	struct given *given =
		place_for(names, key_of(names, tx_slice(name->data, name->len), SEED_NAME));

	if (given == NULL)
		return false;
	if (++given->count > 1)
		tx_buffer_printf(name, "~%llu", (unsigned long long)given->count);
	tx_buffer_byte(name, '\0');
	return !name->failed && !names->folded.failed;
}

bool names_give(struct names *names, const char *path, const char *member,
		struct tx_buffer *ret_name)
{
	ret_name->len = 0;
	if (!add_path(names, ret_name, strcmp(path, "-") == 0 ? "stdin" : path, member != NULL))
		return false;
	return member == NULL ? end_name(names, ret_name)
			      : names_give_member(names, NULL, member, ret_name);
}

/* An archive that was found to be one only now has no name of a folder yet. */
static void begin_in_archive(struct tx_buffer *name, const char *container)
{
	const char *slash = strrchr(container, '/');

	name->len = 0;
	tx_buffer_slice(name, tx_slice_of(container));
	if (names_are_of_results(tx_slice_of(slash == NULL ? container : slash + 1)))
		tx_buffer_lit(name, "~1");
}

bool names_give_member(struct names *names, const char *container, const char *member,
		       struct tx_buffer *ret_name)
{
	telex_slice rest = tx_slice_of(member), part = next_part(&rest);

	if (container != NULL)
		begin_in_archive(ret_name, container);
	while (part.len > 0) {
		telex_slice next = next_part(&rest);
		add_part(ret_name, part, next.len > 0);
		part = next;
	}
	return end_name(names, ret_name);
}
