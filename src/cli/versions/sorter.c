/* External merge sort (Knuth, The Art of Computer Programming, volume 3, 5.4.1).  A run is as many
 * items as memory holds.  While there are more runs than can be merged at once, as many as can are
 * merged into a longer one; the items of the last merge are given out one by one.  The run with the
 * least item is found by a heap. */
#include "cli/versions/sorter.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "cli/versions/temporary.h"

#define RUNS_MAX  64 /* merged at once */
#define ITEMS_MIN 4  /* of a run, and read of it at once */

/* Items [next, end) of a file. */
struct run {
	uint64_t next, end;
};

/* A run that is being merged, and its items that are in memory. */
struct reading {
	struct run run;
	char *items;
	size_t count, at;
};

struct sorter {
	size_t size, room; /* of an item; items in memory */
	sorter_order *order;
	char *items; /* and after them one that is merged */
	size_t count;
	struct temporary files[2]; /* of the runs, and of those they are merged into */
	unsigned file;             /* that the runs are in */
	struct tx_buffer runs;     /* struct run */
	bool is_merging;
	int error;
	struct reading readings[RUNS_MAX];
	struct reading *heap[RUNS_MAX];
	size_t heap_count;
};

struct sorter *sorter_new(size_t size, sorter_order *order, size_t memory)
{
	struct sorter *sorter = calloc(1, sizeof(*sorter));
	size_t least = ITEMS_MIN * RUNS_MAX;

	if (sorter == NULL)
		return NULL;
	sorter->size = size;
	sorter->order = order;
	sorter->room = memory / size > least ? memory / size : least;
	sorter->items = malloc((sorter->room + 1) * size);
	temporary_begin(&sorter->files[0]);
	temporary_begin(&sorter->files[1]);
	if (sorter->items != NULL)
		return sorter;
	free(sorter);
	return NULL;
}

void sorter_free(struct sorter *sorter)
{
	if (sorter == NULL)
		return;
	temporary_end(&sorter->files[0]);
	temporary_end(&sorter->files[1]);
	tx_buffer_done(&sorter->runs);
	free(sorter->items);
	free(sorter);
}

int sorter_error(const struct sorter *sorter)
{
	return sorter->error;
}

static bool fail(struct sorter *sorter, int error)
{
	sorter->error = error;
	return false;
}

static size_t run_count(const struct sorter *sorter)
{
	return sorter->runs.len / sizeof(struct run);
}

static bool note_run(struct sorter *sorter, uint64_t start, uint64_t end)
{
	struct run run = {start, end};

	tx_buffer_append(&sorter->runs, (const char *)&run, sizeof(run));
	return !sorter->runs.failed || fail(sorter, ENOMEM);
}

static void sort_items(struct sorter *sorter)
{
	qsort(sorter->items, sorter->count, sorter->size, sorter->order);
}

/* Write the items in memory as a run. */
static bool write_run(struct sorter *sorter)
{
	struct temporary *file = &sorter->files[sorter->file];
	uint64_t start = file->len / sorter->size;

	sort_items(sorter);
	if (!temporary_append(file, sorter->items, sorter->count * sorter->size))
		return fail(sorter, file->error);
	uint64_t end = start + sorter->count;
	sorter->count = 0;
	return note_run(sorter, start, end);
}

bool sorter_add(struct sorter *sorter, const void *item)
{
	if (sorter->error != 0 || (sorter->count == sorter->room && !write_run(sorter)))
		return false;
	memcpy(sorter->items + sorter->count * sorter->size, item, sorter->size);
	sorter->count++;
	return true;
}

/* The next items of a run into memory; false: there are none, or an error. */
static bool fill(struct sorter *sorter, struct reading *reading, size_t room)
{
	uint64_t left = reading->run.end - reading->run.next;
	struct temporary *file = &sorter->files[sorter->file];

	reading->at = 0;
	reading->count = left < room ? (size_t)left : room;
	if (reading->count == 0)
		return false;
	if (!temporary_read(file, reading->run.next * sorter->size, reading->items,
			    reading->count * sorter->size))
		return fail(sorter, file->error);
	reading->run.next += reading->count;
	return true;
}

static const char *item_of(const struct sorter *sorter, const struct reading *reading)
{
	return reading->items + reading->at * sorter->size;
}

static bool is_less(const struct sorter *sorter, size_t a, size_t b)
{
	return sorter->order(item_of(sorter, sorter->heap[a]), item_of(sorter, sorter->heap[b])) <
	       0;
}

static void swap(struct sorter *sorter, size_t a, size_t b)
{
	struct reading *reading = sorter->heap[a];

	sorter->heap[a] = sorter->heap[b];
	sorter->heap[b] = reading;
}

static void sift_down(struct sorter *sorter, size_t at)
{
	for (size_t least = at;; at = least) {
		for (size_t child = 2 * at + 1; child <= 2 * at + 2; child++) {
			if (child < sorter->heap_count && is_less(sorter, child, least))
				least = child;
		}
		if (least == at)
			return;
		swap(sorter, at, least);
	}
}

/* Begin to merge the first `count` runs. */
static bool begin_merge(struct sorter *sorter, size_t count)
{
	size_t room = sorter->room / (count == 0 ? 1 : count);

	sorter->heap_count = 0;
	for (size_t i = 0; i < count; i++) {
		struct reading *reading = &sorter->readings[i];
		memcpy(&reading->run, sorter->runs.data + i * sizeof(struct run),
		       sizeof(struct run));
		reading->items = sorter->items + i * room * sorter->size;
		if (fill(sorter, reading, room))
			sorter->heap[sorter->heap_count++] = reading;
	}
	for (size_t i = sorter->heap_count; i-- > 0;)
		sift_down(sorter, i);
	return sorter->error == 0;
}

/* The least item of the runs that are merged. */
static bool merge_next(struct sorter *sorter, size_t room, void *ret_item)
{
	if (sorter->error != 0 || sorter->heap_count == 0)
		return false;
	struct reading *reading = sorter->heap[0];
	memcpy(ret_item, item_of(sorter, reading), sorter->size);
	if (++reading->at == reading->count && !fill(sorter, reading, room))
		sorter->heap[0] = sorter->heap[--sorter->heap_count];
	sift_down(sorter, 0);
	return true;
}

/* Merge the first `count` runs into one run of the other file. */
static bool merge_some(struct sorter *sorter, size_t count)
{
	struct temporary *into = &sorter->files[!sorter->file];
	uint64_t start = into->len / sorter->size;
	char *item = sorter->items + sorter->room * sorter->size;

	if (!begin_merge(sorter, count))
		return false;
	while (merge_next(sorter, sorter->room / count, item)) {
		if (!temporary_append(into, item, sorter->size))
			return fail(sorter, into->error);
	}
	size_t gone = count * sizeof(struct run);
	sorter->runs.len -= gone;
	memmove(sorter->runs.data, sorter->runs.data + gone, sorter->runs.len);
	return sorter->error == 0 && note_run(sorter, start, into->len / sorter->size);
}

/* Merge all runs of a file, RUNS_MAX at once, into the other. */
static bool merge_pass(struct sorter *sorter)
{
	size_t left = run_count(sorter);

	while (left > 0) {
		size_t count = left < RUNS_MAX ? left : RUNS_MAX;
		if (!merge_some(sorter, count))
			return false;
		left -= count;
	}
	temporary_end(&sorter->files[sorter->file]);
	sorter->file = !sorter->file;
	return true;
}

static bool end_adding(struct sorter *sorter)
{
	sorter->is_merging = true;
	if (run_count(sorter) == 0) {
		/* All of them are in memory: one run that needs no file. */
		sort_items(sorter);
		sorter->readings[0] =
			(struct reading){.items = sorter->items, .count = sorter->count};
		sorter->heap[0] = &sorter->readings[0];
		sorter->heap_count = sorter->count > 0;
		return true;
	}
	if (sorter->count > 0 && !write_run(sorter))
		return false;
	while (run_count(sorter) > RUNS_MAX) {
		if (!merge_pass(sorter))
			return false;
	}
	return begin_merge(sorter, run_count(sorter));
}

bool sorter_next(struct sorter *sorter, void *ret_item)
{
	if (!sorter->is_merging && (sorter->error != 0 || !end_adding(sorter)))
		return false;
	size_t runs = run_count(sorter);
	return merge_next(sorter, sorter->room / (runs == 0 ? 1 : runs), ret_item);
}
