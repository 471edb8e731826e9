/* The ring of results.  Writing itself happens outside the lock: only the holder of the next turn
 * writes, and nobody else becomes it before it is done. */
#include "cli/run/turns.h"

#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

#include "cli/say/messages.h"

#define ROOM_PER_WORKER 8

struct place {
	struct results results;
	bool ready;
};

struct turns {
	struct outputs *outputs;
	struct meter *meter;   /* shown by the holder of the next turn */
	uint64_t items, bytes; /* of the turns that are over */
	pthread_mutex_t lock;
	pthread_cond_t moved; /* the next turn is another one, or it is over */
	uint64_t taken;
	atomic_uint_fast64_t next; /* changed under the lock */
	unsigned flags;
	bool was_cut_off, is_live;
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

void results_mark(struct results *results, uint64_t items, uint64_t chain)
{
	/* What memory was short for is missing. */
	if (results->records.failed || results->errors.failed)
		return;
	results->whole.records = results->records.len;
	results->whole.errors = results->errors.len;
	results->whole.done =
		(struct checkpoint){.items = items, .chain = chain, .flags = results->flags};
	results->whole.is_new = true;
}

struct turns *turns_new(struct outputs *outputs, struct meter *meter, unsigned workers)
{
	size_t room = workers == 1 ? 1 : (size_t)workers * ROOM_PER_WORKER;
	struct turns *turns = calloc(1, sizeof(*turns) + room * sizeof(turns->places[0]));

	if (turns == NULL)
		return NULL;
	turns->outputs = outputs;
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
static void write_messages(struct turns *turns, struct results *results)
{
	telex_slice text = {results->messages.data, results->messages.len};

	if (text.len > 0 || results->messages.failed)
		progress_hide(&turns->meter->progress);
	message_write(text);
	if (!results->messages.failed)
		return;
	message("out of memory: messages are missing");
	turns->flags |= RESULT_FAILED | RESULT_MEMORY;
	tx_buffer_done(&results->messages);
}

static void write_part(struct output *output, const struct tx_buffer *buffer, size_t from,
		       size_t to)
{
	if (to > from)
		output_write(output, (telex_slice){buffer->data + from, to - from});
}

/* Up to the end of the last whole item, which is noted, or what comes after it. */
static void write_whole(struct turns *turns, const struct results *results)
{
	struct outputs *outputs = turns->outputs;
	struct checkpoint done = results->whole.done;

	write_part(&outputs->records, &results->records, 0, results->whole.records);
	if (outputs->has_errors)
		write_part(&outputs->errors, &results->errors, 0, results->whole.errors);
	done.flags |= turns->flags;
	if (results->whole.is_new && (done.flags & RESULT_MEMORY) == 0)
		outputs_checkpoint(outputs, &done);
}

/* What memory was short for is missing after that: the output is not whole any more. */
static void write_rest(struct turns *turns, const struct results *results)
{
	struct outputs *outputs = turns->outputs;

	write_part(&outputs->records, &results->records, results->whole.records,
		   results->records.len);
	if (outputs->has_errors)
		write_part(&outputs->errors, &results->errors, results->whole.errors,
			   results->errors.len);
	if (results->records.failed)
		output_fail(&outputs->records, ENOMEM);
	if (results->errors.failed)
		output_fail(&outputs->errors, ENOMEM);
}

/* By the holder of the next turn only. */
static void write_results(struct turns *turns, struct results *results, bool over)
{
	if (!over) {
		write_whole(turns, results);
		write_rest(turns, results);
		write_messages(turns, results);
	}
	results->records.len = results->errors.len = results->messages.len = 0;
	results->whole.records = results->whole.errors = 0;
	results->whole.is_new = false;
}

static bool has_failed(const struct turns *turns)
{
	return outputs_have_failed(turns->outputs);
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

/* Write a turn that is next; the lock is held, but not while it writes.  What cannot be read again
 * is written even when nothing more is wanted. */
static void finish_next(struct turns *turns, struct results *results)
{
	bool over = turns->over && !(results->is_live && !has_failed(turns));

	/* Items before these may be missing: no run can go on after them. */
	if (turns->over)
		results->whole.is_new = false;
	pthread_mutex_unlock(&turns->lock);
	write_results(turns, results, over);
	turns->flags |= results->flags;
	turns->is_live |= results->is_live && !over;
	turns->was_cut_off |= results->cut_off && !has_failed(turns);
	turns->items += results->items;
	turns->bytes += results->bytes;
	show(turns, 0);
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

bool turns_were_cut_off(struct turns *turns)
{
	return turns->was_cut_off;
}

bool turns_are_live(struct turns *turns)
{
	return turns->is_live;
}

unsigned turns_flags(struct turns *turns)
{
	return turns->flags;
}
