/* The table holds the names whose hash is below a limit; when it is full the limit is halved.  So
 * what is kept depends on the set of names alone. */
#include "cli/overview/tally.h"

#include <stdlib.h>
#include <string.h>

#include <xxhash.h>

#include "core/utf8.h"

#define FIRST_CAP 64

static bool is_kept(const struct tally *tally, uint64_t hash)
{
	return tally->below == 0 || hash < tally->below;
}

/* The place of a hash, or the free one where it belongs. */
static size_t find(const struct tally *tally, uint64_t hash)
{
	size_t at = (size_t)(hash * 0x9e3779b97f4a7c15U >> 32) & (tally->cap - 1);

	while (tally->hashes[at] != 0 && tally->hashes[at] != hash)
		at = (at + 1) & (tally->cap - 1);
	return at;
}

static bool allocate(struct tally *tally)
{
	tally->hashes = calloc(tally->cap, sizeof(*tally->hashes));
	tally->counts = calloc(tally->cap, sizeof(*tally->counts));
	tally->names = tally->is_labeled ? calloc(tally->cap, sizeof(*tally->names)) : NULL;
	return tally->hashes != NULL && tally->counts != NULL &&
	       (!tally->is_labeled || tally->names != NULL);
}

/* Move what is kept to a table of `cap` places. */
static bool rebuild(struct tally *tally, size_t cap)
{
	struct tally moved = *tally;

	moved.cap = cap;
	moved.used = 0;
	if (!allocate(&moved)) {
		tally_done(&moved);
		return false;
	}
	for (size_t i = 0; i < tally->cap; i++) {
		if (tally->hashes[i] == 0 || !is_kept(tally, tally->hashes[i]))
			continue;
		size_t at = find(&moved, tally->hashes[i]);
		moved.hashes[at] = tally->hashes[i];
		moved.counts[at] = tally->counts[i];
		if (tally->is_labeled)
			moved.names[at] = tally->names[i];
		moved.used++;
	}
	free(tally->hashes);
	free(tally->counts);
	free(tally->names);
	*tally = moved;
	return true;
}

/* Room for one name more, of this hash: a larger table, or fewer names in it. */
static bool make_room(struct tally *tally, uint64_t hash)
{
	if (tally->cap == 0)
		return rebuild(tally, FIRST_CAP);
	if (2 * (tally->used + 1) > tally->cap && tally->cap < 2 * tally->most)
		return rebuild(tally, 2 * tally->cap);
	while (2 * (tally->used + 1) > tally->cap && is_kept(tally, hash)) {
		tally->below = tally->below == 0 ? (uint64_t)1 << 63 : tally->below / 2;
		if (!rebuild(tally, tally->cap))
			return false;
	}
	return true;
}

static void add_new(struct tally *tally, uint64_t hash, const struct tally_name *label,
		    uint64_t times)
{
	if (!make_room(tally, hash)) {
		tally->failed = true;
		return;
	}
	if (!is_kept(tally, hash))
		return;
	size_t at = find(tally, hash);
	tally->used++;
	tally->hashes[at] = hash;
	tally->counts[at] = times;
	if (tally->is_labeled)
		tally->names[at] = *label;
}

void tally_add_hash(struct tally *tally, uint64_t hash, const struct tally_name *label,
		    uint64_t times)
{
	hash = hash == 0 ? 1 : hash;
	tally->total += times;
	if (!is_kept(tally, hash))
		return;
	size_t at = tally->cap == 0 ? 0 : find(tally, hash);
	if (tally->cap > 0 && tally->hashes[at] == hash)
		tally->counts[at] += times;
	else
		add_new(tally, hash, label, times);
}

void tally_add(struct tally *tally, telex_slice name, const struct tally_name *label,
	       uint64_t times)
{
	if (name.len > 0)
		tally_add_hash(tally, XXH3_64bits(name.ptr, name.len), label, times);
}

void tally_merge(struct tally *into, const struct tally *from)
{
	uint64_t total = into->total + from->total;

	if (from->below != 0 && (into->below == 0 || from->below < into->below)) {
		into->below = from->below;
		into->failed |= into->cap > 0 && !rebuild(into, into->cap);
	}
	for (size_t i = 0; i < from->cap; i++) {
		if (from->hashes[i] != 0)
			tally_add_hash(into, from->hashes[i],
				       from->is_labeled ? &from->names[i] : NULL, from->counts[i]);
	}
	into->total = total;
	into->failed |= from->failed;
}

/* Whether entry `a` comes before entry `b`. */
static bool is_before(const struct tally *tally, size_t a, size_t b)
{
	if (tally->counts[a] != tally->counts[b])
		return tally->counts[a] > tally->counts[b];
	const struct tally_name *x = &tally->names[a], *y = &tally->names[b];
	size_t len = x->len < y->len ? x->len : y->len;
	int order = memcmp(x->text, y->text, len);
	if (order != 0 || x->len != y->len)
		return order < 0 || (order == 0 && x->len < y->len);
	return tally->hashes[a] < tally->hashes[b];
}

size_t *tally_top(const struct tally *tally, size_t most, size_t *ret_count)
{
	size_t *top = most == 0 ? NULL : calloc(most, sizeof(*top)), count = 0;

	*ret_count = 0;
	if (top == NULL)
		return NULL;
	for (size_t i = 0; i < tally->cap; i++) {
		size_t at = count;
		if (tally->hashes[i] == 0)
			continue;
		while (at > 0 && is_before(tally, i, top[at - 1]))
			at--;
		if (at == most)
			continue;
		count += count < most;
		memmove(top + at + 1, top + at, (count - at - 1) * sizeof(*top));
		top[at] = i;
	}
	*ret_count = count;
	return top;
}

struct tally_name tally_label(telex_slice text)
{
	struct tally_name name = {.len = 0};

	text = tx_utf8_take(text, TALLY_LABEL_MAX);
	name.len = (uint8_t)text.len;
	if (text.len > 0)
		memcpy(name.text, text.ptr, text.len);
	return name;
}

void tally_done(struct tally *tally)
{
	free(tally->hashes);
	free(tally->counts);
	free(tally->names);
	tally->hashes = tally->counts = NULL;
	tally->names = NULL;
	tally->cap = tally->used = 0;
}
