/* The ring of results.  Writing itself happens outside the lock: only the holder of the next turn
 * writes, and nobody else becomes it before it is done. */
#include "cli/run/turns.h"

#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <unistd.h>

#define ROOM_PER_WORKER 8

struct place {
	struct results results;
	bool ready;
};

struct turns {
	struct output *output, *errors;
	struct meter *meter;   /* shown by the holder of the next turn */
	uint64_t items, bytes; /* of the turns that are over */
	pthread_mutex_t lock;
	pthread_cond_t moved; /* the next turn is another one, or it is over */
	uint64_t taken;
	atomic_uint_fast64_t next; /* changed under the lock */
	unsigned flags;
	atomic_bool over; /* changed under the lock */
	size_t room;
	struct place places[];
};

void results_done(struct results *results)
{
	tx_buffer_done(&results->records);
	tx_buffer_done(&results->messages);
	tx_buffer_done(&results->errors);
}

struct turns *turns_new(struct output *output, struct output *errors, struct meter *meter,
			unsigned workers)
{
	size_t room = workers == 1 ? 1 : (size_t)workers * ROOM_PER_WORKER;
	struct turns *turns = calloc(1, sizeof(*turns) + room * sizeof(turns->places[0]));

	if (turns == NULL)
		return NULL;
	turns->output = output;
	turns->errors = errors;
	turns->meter = meter;
	turns->room = room;
	pthread_mutex_init(&turns->lock, NULL);
	pthread_cond_init(&turns->moved, NULL);
	return turns;
}

void turns_free(struct turns *turns)
{
	if (turns == NULL)
		return;
	for (size_t i = 0; i < turns->room; i++)
		results_done(&turns->places[i].results);
	pthread_mutex_destroy(&turns->lock);
	pthread_cond_destroy(&turns->moved);
	free(turns);
}

uint64_t turns_take(struct turns *turns)
{
	pthread_mutex_lock(&turns->lock);
	while (turns->taken - turns->next >= turns->room && !turns->over)
		pthread_cond_wait(&turns->moved, &turns->lock);
	uint64_t turn = turns->taken++;
	pthread_mutex_unlock(&turns->lock);
	return turn;
}

bool turns_is_next(struct turns *turns, uint64_t turn)
{
	return turns->next == turn || turns->over;
}

/* Standard error has nobody to tell when it fails. */
static void write_messages(struct progress *progress, telex_slice text)
{
	if (text.len > 0)
		progress_hide(progress);
	while (text.len > 0) {
		ssize_t done = write(STDERR_FILENO, text.ptr, text.len);
		if (done < 0 && errno == EINTR)
			continue;
		if (done <= 0)
			return;
		text.ptr += done;
		text.len -= (size_t)done;
	}
}

static void write_buffer(struct output *output, struct tx_buffer *buffer)
{
	if (output != NULL && buffer->len > 0)
		output_write(output, (telex_slice){buffer->data, buffer->len});
	buffer->len = 0;
}

/* By the holder of the next turn only. */
static void write_results(struct turns *turns, struct results *results, bool over)
{
	if (!over) {
		write_buffer(turns->output, &results->records);
		write_buffer(turns->errors, &results->errors);
		write_messages(&turns->meter->progress,
			       (telex_slice){results->messages.data, results->messages.len});
	}
	results->records.len = results->errors.len = results->messages.len = 0;
}

static bool has_failed(const struct turns *turns)
{
	return turns->output->failed || (turns->errors != NULL && turns->errors->failed);
}

void turns_write(struct turns *turns, uint64_t turn, struct results *results)
{
	pthread_mutex_lock(&turns->lock);
	while (turns->next != turn && !turns->over)
		pthread_cond_wait(&turns->moved, &turns->lock);
	bool over = turns->over;
	pthread_mutex_unlock(&turns->lock);
	write_results(turns, results, over);
	if (has_failed(turns)) {
		pthread_mutex_lock(&turns->lock);
		turns->over = true;
		pthread_cond_broadcast(&turns->moved);
		pthread_mutex_unlock(&turns->lock);
	}
}

static void show(struct turns *turns, uint64_t bytes)
{
	struct meter *meter = turns->meter;

	progress_tick(&meter->progress, turns->items, meter->census.files, turns->bytes + bytes,
		      meter->census.bytes);
}

/* Write a turn that is next; the lock is held, but not while it writes. */
static void finish_next(struct turns *turns, struct results *results)
{
	bool over = turns->over;

	pthread_mutex_unlock(&turns->lock);
	write_results(turns, results, over);
	turns->flags |= results->done.flags;
	turns->items += results->items;
	turns->bytes += results->bytes;
	show(turns, 0);
	results->done.flags = turns->flags;
	if (!over && !results->cut_off) {
		output_checkpoint(turns->output, &results->done);
		if (turns->errors != NULL)
			output_checkpoint(turns->errors, &results->done);
	}
	pthread_mutex_lock(&turns->lock);
	if (results->cut_off || has_failed(turns))
		turns->over = true;
	turns->next++;
}

void turns_end(struct turns *turns, uint64_t turn, struct results *results)
{
	pthread_mutex_lock(&turns->lock);
	struct place *place = &turns->places[turn % turns->room];
	if (turns->next != turn) {
		struct results empty = place->results;
		place->results = *results;
		*results = empty;
		place->ready = true;
		pthread_mutex_unlock(&turns->lock);
		return;
	}
	finish_next(turns, results);
	for (;;) {
		place = &turns->places[turns->next % turns->room];
		if (!place->ready)
			break;
		place->ready = false;
		finish_next(turns, &place->results);
	}
	pthread_cond_broadcast(&turns->moved);
	pthread_mutex_unlock(&turns->lock);
}

void turns_show_progress(struct turns *turns, uint64_t turn, uint64_t bytes)
{
	if (turns->next == turn)
		show(turns, bytes);
}

bool turns_are_over(struct turns *turns)
{
	return turns->over;
}

void turns_add_flags(struct turns *turns, unsigned flags)
{
	turns->flags |= flags;
}

unsigned turns_flags(struct turns *turns)
{
	return turns->flags;
}
