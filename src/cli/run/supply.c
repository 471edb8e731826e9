/* The queue of filled batches.  The sources are not under the lock but under the flag `filling`:
 * one worker has them, who may wait in them for as long as a list of names lets it wait. */
#include "cli/run/supply.h"

#include <pthread.h>
#include <stdlib.h>

#include "cli/run/stop.h"

#define BYTES_PER_ITEM ((uint64_t)64 << 10) /* before anything is known */
#define LOADS_AHEAD    4                    /* for each worker */
#define LOADS_MAX      32

struct supply {
	struct sources *sources;
	struct turns *turns;
	struct checkpoint resumed;
	bool is_another;
	pthread_mutex_t lock; /* of what follows */
	pthread_cond_t changed;
	bool filling; /* somebody has the sources */
	bool over;    /* there is nothing more in them */
	size_t ready, least, most;
	struct load *first, *last; /* the ready ones */
	struct load *empty;
	uint64_t items, bytes; /* converted so far */
	struct load loads[];
};

/* One worker alone needs nothing in advance. */
static size_t loads_ahead(unsigned workers)
{
	size_t loads = workers == 1 ? 1 : (size_t)workers * LOADS_AHEAD;

	return loads < LOADS_MAX ? loads : LOADS_MAX;
}

struct supply *supply_new(struct sources *sources, struct turns *turns,
			  const struct checkpoint *resumed, unsigned workers)
{
	size_t most = loads_ahead(workers), count = most + workers;
	struct supply *supply = calloc(1, sizeof(*supply) + count * sizeof(supply->loads[0]));

	if (supply == NULL)
		return NULL;
	supply->sources = sources;
	supply->turns = turns;
	supply->resumed = *resumed;
	supply->most = most;
	supply->least = workers < most ? workers : most;
	for (size_t i = 0; i < count; i++) {
		supply->loads[i].next = supply->empty;
		supply->empty = &supply->loads[i];
	}
	pthread_mutex_init(&supply->lock, NULL);
	pthread_cond_init(&supply->changed, NULL);
	return supply;
}

static void free_loads(struct load *load)
{
	for (; load != NULL; load = load->next)
		batch_done(&load->batch);
}

void supply_free(struct supply *supply)
{
	if (supply == NULL)
		return;
	free_loads(supply->first);
	free_loads(supply->empty);
	pthread_mutex_destroy(&supply->lock);
	pthread_cond_destroy(&supply->changed);
	free(supply);
}

/* Whether the items left out are those that the earlier run has done. */
static bool goes_on(struct supply *supply)
{
	if (supply->resumed.items == 0)
		return true;
	supply->is_another = !sources_are_short(supply->sources) &&
			     (sources_chain(supply->sources) != supply->resumed.chain ||
			      sources_count(supply->sources) < supply->resumed.items);
	supply->resumed.items = 0;
	return !supply->is_another;
}

static bool is_wanted(const struct supply *supply)
{
	return stop_signal() == 0 && !turns_are_over(supply->turns);
}

/* Fill a batch; false: nothing is left, or nothing is wanted. */
static bool fill(struct supply *supply, struct load *load, uint64_t bytes_per_item)
{
	struct batch *batch = &load->batch;

	load->turn = turns_take(supply->turns);
	if (!is_wanted(supply))
		return false;
	bool filled = sources_fill(supply->sources, batch, bytes_per_item);
	filled = goes_on(supply) && filled;
	load->holds_sources = filled && batch->items[batch->count - 1].kind == ITEM_MEMBER;
	return filled;
}

static void append(struct supply *supply, struct load *load)
{
	load->next = NULL;
	if (supply->first == NULL)
		supply->first = load;
	else
		supply->last->next = load;
	supply->last = load;
	supply->ready++;
}

/* Fill one batch.  The lock is held, but not while the sources are read. */
static void fill_next(struct supply *supply)
{
	uint64_t per_item = supply->items == 0 ? BYTES_PER_ITEM : supply->bytes / supply->items;
	struct load *load = supply->empty;

	supply->empty = load->next;
	pthread_mutex_unlock(&supply->lock);
	bool filled = fill(supply, load, per_item);
	pthread_mutex_lock(&supply->lock);
	if (filled) {
		append(supply, load);
		supply->filling = load->holds_sources;
		return;
	}
	load->next = supply->empty;
	supply->empty = load;
	supply->over = true;
	supply->filling = false;
}

/* Fill batches until there are enough, or the last one keeps the sources. */
static void fill_enough(struct supply *supply)
{
	do {
		supply->filling = true;
		fill_next(supply);
		pthread_cond_broadcast(&supply->changed);
	} while (!supply->filling && !supply->over && supply->ready < supply->most);
}

static struct load *take_first(struct supply *supply)
{
	struct load *load = supply->first;

	supply->first = load->next;
	supply->ready--;
	return load;
}

struct load *supply_take(struct supply *supply)
{
	struct load *load = NULL;

	pthread_mutex_lock(&supply->lock);
	for (;;) {
		if (!supply->filling && !supply->over && supply->ready < supply->least)
			fill_enough(supply);
		if (supply->ready > 0 || supply->over)
			break;
		pthread_cond_wait(&supply->changed, &supply->lock);
	}
	/* What is ready and not wanted any more has later turns than all that are converted. */
	if (supply->ready > 0 && is_wanted(supply))
		load = take_first(supply);
	pthread_mutex_unlock(&supply->lock);
	return load;
}

void supply_give_back(struct supply *supply, struct load *load, uint64_t items, uint64_t bytes)
{
	pthread_mutex_lock(&supply->lock);
	supply->items += items;
	supply->bytes += bytes;
	if (load->holds_sources)
		supply->filling = false;
	load->next = supply->empty;
	supply->empty = load;
	pthread_cond_broadcast(&supply->changed);
	pthread_mutex_unlock(&supply->lock);
}

bool supply_is_another(const struct supply *supply)
{
	return supply->is_another;
}
