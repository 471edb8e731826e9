/* The queue of filled batches.  The sources are not under the lock but under the flag `filling`:
 * one worker has them, who may wait in them for as long as a list of names lets it wait. */
#include "cli/run/batch_queue.h"

#include <pthread.h>
#include <stdlib.h>

#include "cli/run/stop.h"
#include "cli/run/stretch.h"

#define BYTES_PER_ITEM ((uint64_t)64 << 10) /* before anything is known */
#define JOBS_AHEAD     4                    /* for each worker */
#define JOBS_MAX       32

struct batch_queue {
	struct sources *sources;
	struct sequencer *sequencer;
	struct checkpoint resumed;
	bool is_another;
	pthread_mutex_t lock; /* of what follows */
	pthread_cond_t changed;
	bool filling;  /* somebody has the sources */
	bool over;     /* there is nothing more in them */
	bool may_wait; /* the next item may be long in coming */
	size_t ready, least, most;
	struct batch_job *first, *last; /* the ready ones */
	struct batch_job *empty;
	size_t taken;                  /* batches that are being converted */
	struct stretch *first_stretch; /* those that nobody has taken */
	uint64_t items, bytes;         /* converted so far */
	struct batch_job jobs[];
};

/* One worker alone needs nothing in advance. */
static size_t jobs_ahead(unsigned workers)
{
	size_t jobs = workers == 1 ? 1 : (size_t)workers * JOBS_AHEAD;

	return jobs < JOBS_MAX ? jobs : JOBS_MAX;
}

struct batch_queue *batch_queue_new(struct sources *sources, struct sequencer *sequencer,
				    const struct checkpoint *resumed, unsigned workers)
{
	size_t most = jobs_ahead(workers), count = most + workers;
	struct batch_queue *queue = calloc(1, sizeof(*queue) + count * sizeof(queue->jobs[0]));

	if (queue == NULL)
		return NULL;
	queue->sources = sources;
	queue->sequencer = sequencer;
	queue->resumed = *resumed;
	queue->most = most;
	queue->least = workers < most ? workers : most;
	for (size_t i = 0; i < count; i++) {
		queue->jobs[i].next = queue->empty;
		queue->empty = &queue->jobs[i];
	}
	pthread_mutex_init(&queue->lock, NULL);
	pthread_cond_init(&queue->changed, NULL);
	return queue;
}

static void free_jobs(struct batch_job *job)
{
	for (; job != NULL; job = job->next)
		batch_done(&job->batch);
}

void batch_queue_free(struct batch_queue *queue)
{
	if (queue == NULL)
		return;
	free_jobs(queue->first);
	free_jobs(queue->empty);
	pthread_mutex_destroy(&queue->lock);
	pthread_cond_destroy(&queue->changed);
	free(queue);
}

/* Whether the items left out are those that the earlier run has done. */
static bool goes_on(struct batch_queue *queue)
{
	if (queue->resumed.items == 0)
		return true;
	queue->is_another = !sources_are_short(queue->sources) &&
			    (sources_chain(queue->sources) != queue->resumed.chain ||
			     sources_count(queue->sources) < queue->resumed.items);
	queue->resumed.items = 0;
	return !queue->is_another;
}

static bool is_wanted(const struct batch_queue *queue)
{
	return stop_signal() == 0 && !sequencer_is_over(queue->sequencer);
}

/* Fill a batch; false: nothing is left, or nothing is wanted. */
static bool fill(struct batch_queue *queue, struct batch_job *job, uint64_t bytes_per_item)
{
	struct batch *batch = &job->batch;

	job->sequence = sequencer_take(queue->sequencer);
	if (!is_wanted(queue))
		return false;
	bool filled = sources_fill(queue->sources, batch, bytes_per_item);
	filled = goes_on(queue) && filled;
	job->holds_sources = filled && batch->items[batch->count - 1].kind == ITEM_MEMBER;
	return filled;
}

static void append(struct batch_queue *queue, struct batch_job *job)
{
	job->next = NULL;
	if (queue->first == NULL)
		queue->first = job;
	else
		queue->last->next = job;
	queue->last = job;
	queue->ready++;
}

/* Fill one batch.  The lock is held, but not while the sources are read. */
static void fill_next(struct batch_queue *queue)
{
	uint64_t per_item = queue->items == 0 ? BYTES_PER_ITEM : queue->bytes / queue->items;
	struct batch_job *job = queue->empty;

	queue->empty = job->next;
	pthread_mutex_unlock(&queue->lock);
	bool filled = fill(queue, job, per_item);
	pthread_mutex_lock(&queue->lock);
	queue->may_wait = filled && (job->batch.items[job->batch.count - 1].last ||
				     sources_may_wait(queue->sources));
	if (filled) {
		append(queue, job);
		queue->filling = job->holds_sources;
		return;
	}
	job->next = queue->empty;
	queue->empty = job;
	queue->over = true;
	queue->filling = false;
}

/* Fill batches until there are enough, or the last one keeps the sources. */
static void fill_enough(struct batch_queue *queue)
{
	do {
		queue->filling = true;
		fill_next(queue);
		pthread_cond_broadcast(&queue->changed);
	} while (!queue->filling && !queue->over && queue->ready < queue->most);
}

static struct batch_job *take_first(struct batch_queue *queue)
{
	struct batch_job *job = queue->first;

	queue->first = job->next;
	queue->ready--;
	queue->taken++;
	return job;
}

/* The first stretch of a source, or, where that is NULL, of any. */
static struct stretch *take_stretch(struct batch_queue *queue, const struct stretch_source *source)
{
	struct stretch **at = &queue->first_stretch;

	while (*at != NULL && source != NULL && (*at)->source != source)
		at = &(*at)->next;
	struct stretch *stretch = *at;
	if (stretch != NULL) {
		*at = stretch->next;
		stretch->state = STRETCH_TAKEN;
	}
	return stretch;
}

bool batch_queue_take(struct batch_queue *queue, bool settled, struct batch_job **ret_job,
		      struct stretch **ret_stretch)
{
	bool may_wait = false;

	*ret_job = NULL;
	pthread_mutex_lock(&queue->lock);
	/* Stretches come first: they are of batches that are being converted. */
	while ((*ret_stretch = take_stretch(queue, NULL)) == NULL) {
		may_wait = !settled && queue->ready == 0 && (queue->may_wait || queue->over);
		if (may_wait)
			break;
		if (!queue->filling && !queue->over && queue->ready < queue->least)
			fill_enough(queue);
		/* Any batch may have a source that becomes long. */
		if (queue->ready > 0 || (queue->over && queue->taken == 0))
			break;
		pthread_cond_wait(&queue->changed, &queue->lock);
	}
	/* What is ready and not wanted any more has later numbers than all that are converted. */
	if (*ret_stretch == NULL && queue->ready > 0 && is_wanted(queue))
		*ret_job = take_first(queue);
	pthread_mutex_unlock(&queue->lock);
	return *ret_job != NULL || *ret_stretch != NULL || may_wait;
}

void batch_queue_offer(struct batch_queue *queue, struct stretch *stretch)
{
	struct stretch **at;

	pthread_mutex_lock(&queue->lock);
	for (at = &queue->first_stretch; *at != NULL;)
		at = &(*at)->next;
	*at = stretch;
	stretch->next = NULL;
	stretch->state = STRETCH_WAITING;
	pthread_cond_broadcast(&queue->changed);
	pthread_mutex_unlock(&queue->lock);
}

struct stretch *batch_queue_take_back(struct batch_queue *queue,
				      const struct stretch_source *source)
{
	pthread_mutex_lock(&queue->lock);
	struct stretch *stretch = take_stretch(queue, source);
	pthread_mutex_unlock(&queue->lock);
	return stretch;
}

void batch_queue_end_stretch(struct batch_queue *queue, struct stretch *stretch)
{
	pthread_mutex_lock(&queue->lock);
	stretch->state = STRETCH_DONE;
	pthread_cond_broadcast(&queue->changed);
	pthread_mutex_unlock(&queue->lock);
}

bool batch_queue_has_ended(struct batch_queue *queue, const struct stretch *stretch)
{
	pthread_mutex_lock(&queue->lock);
	bool has_ended = stretch->state == STRETCH_DONE;
	pthread_mutex_unlock(&queue->lock);
	return has_ended;
}

void batch_queue_await(struct batch_queue *queue, const struct stretch *stretch)
{
	pthread_mutex_lock(&queue->lock);
	while (stretch->state != STRETCH_DONE)
		pthread_cond_wait(&queue->changed, &queue->lock);
	pthread_mutex_unlock(&queue->lock);
}

void batch_queue_give_back(struct batch_queue *queue, struct batch_job *job, uint64_t items,
			   uint64_t bytes)
{
	pthread_mutex_lock(&queue->lock);
	queue->items += items;
	queue->bytes += bytes;
	queue->taken--;
	if (job->holds_sources)
		queue->filling = false;
	job->next = queue->empty;
	queue->empty = job;
	pthread_cond_broadcast(&queue->changed);
	pthread_mutex_unlock(&queue->lock);
}

bool batch_queue_has_other_run(const struct batch_queue *queue)
{
	return queue->is_another;
}
