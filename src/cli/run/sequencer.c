/* The ring of results.  Writing itself happens outside the lock: only the holder of the next number
 * writes, and nobody else becomes it before it is done. */
#include "cli/run/sequencer.h"

#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

#include "cli/report/messages.h"

#define ROOM_PER_WORKER 8

struct place {
	struct results results;
	bool ready;
};

struct sequencer {
	struct outputs *outputs;
	struct selection *selection;   /* NULL: the records go to the output */
	struct run_progress *progress; /* shown by the holder of the next number */
	uint64_t items, bytes;         /* of the batches that are over */
	pthread_mutex_t lock;
	pthread_cond_t moved; /* the next number is another one, or it is over */
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
	tx_buffer_done(&results->notes);
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

struct sequencer *sequencer_new(struct outputs *outputs, struct run_progress *progress,
				unsigned workers)
{
	size_t room = workers == 1 ? 1 : (size_t)workers * ROOM_PER_WORKER;
	struct sequencer *sequencer =
		calloc(1, sizeof(*sequencer) + room * sizeof(sequencer->places[0]));

	if (sequencer == NULL)
		return NULL;
	sequencer->outputs = outputs;
	sequencer->progress = progress;
	sequencer->room = room;
	pthread_mutex_init(&sequencer->lock, NULL);
	pthread_cond_init(&sequencer->moved, NULL);
	return sequencer;
}

void sequencer_free(struct sequencer *sequencer)
{
	if (sequencer == NULL)
		return;
	for (size_t i = 0; i < sequencer->room; i++)
		results_done(&sequencer->places[i].results);
	pthread_mutex_destroy(&sequencer->lock);
	pthread_cond_destroy(&sequencer->moved);
	free(sequencer);
}

void sequencer_select(struct sequencer *sequencer, struct selection *selection)
{
	sequencer->selection = selection;
}

uint64_t sequencer_take(struct sequencer *sequencer)
{
	pthread_mutex_lock(&sequencer->lock);
	while (sequencer->taken - sequencer->next >= sequencer->room && !sequencer->over)
		pthread_cond_wait(&sequencer->moved, &sequencer->lock);
	uint64_t sequence = sequencer->taken++;
	pthread_mutex_unlock(&sequencer->lock);
	return sequence;
}

bool sequencer_is_next(struct sequencer *sequencer, uint64_t sequence)
{
	return sequencer->next == sequence || sequencer->over;
}

/* There is nowhere to report that standard error fails. */
static void write_messages(struct sequencer *sequencer, struct results *results)
{
	telex_slice text = {results->messages.data, results->messages.len};

	if (text.len > 0 || results->messages.failed)
		progress_hide(&sequencer->progress->progress);
	message_write(text);
	if (!results->messages.failed)
		return;
	message("out of memory: messages are missing");
	sequencer->flags |= RESULT_FAILED | RESULT_MEMORY;
	tx_buffer_done(&results->messages);
}

static void write_part(struct output *output, const struct tx_buffer *buffer, size_t from,
		       size_t to)
{
	if (to > from)
		output_write(output, (telex_slice){buffer->data + from, to - from});
}

/* Up to the end of the last whole item, which is noted, or what comes after it. */
static void write_whole(struct sequencer *sequencer, const struct results *results)
{
	struct outputs *outputs = sequencer->outputs;
	struct checkpoint done = results->whole.done;

	write_part(&outputs->records, &results->records, 0, results->whole.records);
	if (outputs->has_errors)
		write_part(&outputs->errors, &results->errors, 0, results->whole.errors);
	done.flags |= sequencer->flags;
	if (results->whole.is_new && (done.flags & RESULT_MEMORY) == 0)
		outputs_checkpoint(outputs, &done);
}

/* What memory was short for is missing after that: the output is not whole any more. */
static void write_rest(struct sequencer *sequencer, const struct results *results)
{
	struct outputs *outputs = sequencer->outputs;

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

/* No run can go on with what is only in the selection: nothing is noted. */
static void write_selected(struct sequencer *sequencer, const struct results *results)
{
	struct outputs *outputs = sequencer->outputs;

	if (outputs->has_errors)
		write_part(&outputs->errors, &results->errors, 0, results->errors.len);
	if (results->errors.failed)
		output_fail(&outputs->errors, ENOMEM);
	if (results->records.failed || results->notes.failed)
		output_fail(&outputs->records, ENOMEM);
	if (!outputs->records.failed &&
	    !selection_add(sequencer->selection,
			   tx_slice(results->records.data, results->records.len),
			   tx_slice(results->notes.data, results->notes.len)))
		outputs->records.failed = true;
}

/* By the holder of the next number only. */
static void write_results(struct sequencer *sequencer, struct results *results, bool over)
{
	if (!over && sequencer->selection != NULL) {
		write_selected(sequencer, results);
	} else if (!over) {
		write_whole(sequencer, results);
		write_rest(sequencer, results);
	}
	if (!over)
		write_messages(sequencer, results);
	results->records.len = results->errors.len = results->messages.len = 0;
	results->notes.len = 0;
	results->whole.records = results->whole.errors = 0;
	results->whole.is_new = false;
}

static bool has_failed(const struct sequencer *sequencer)
{
	return outputs_have_failed(sequencer->outputs);
}

void sequencer_write(struct sequencer *sequencer, uint64_t sequence, struct results *results)
{
	pthread_mutex_lock(&sequencer->lock);
	while (sequencer->next != sequence && !sequencer->over)
		pthread_cond_wait(&sequencer->moved, &sequencer->lock);
	bool over = sequencer->over;
	pthread_mutex_unlock(&sequencer->lock);
	write_results(sequencer, results, over);
	if (has_failed(sequencer)) {
		pthread_mutex_lock(&sequencer->lock);
		sequencer->over = true;
		pthread_cond_broadcast(&sequencer->moved);
		pthread_mutex_unlock(&sequencer->lock);
	}
}

static void show(struct sequencer *sequencer, uint64_t bytes)
{
	struct run_progress *progress = sequencer->progress;

	progress_tick(&progress->progress, sequencer->items, progress->totals.files,
		      sequencer->bytes + bytes, progress->totals.bytes);
}

/* Write the results that are next; the lock is held, but not while it writes.  What cannot be read
 * again is written even when nothing more is wanted. */
static void finish_next(struct sequencer *sequencer, struct results *results)
{
	bool over = sequencer->over && !(results->is_live && !has_failed(sequencer));

	/* Items before these may be missing: no run can go on after them. */
	if (sequencer->over)
		results->whole.is_new = false;
	pthread_mutex_unlock(&sequencer->lock);
	write_results(sequencer, results, over);
	sequencer->flags |= results->flags;
	sequencer->is_live |= results->is_live && !over;
	sequencer->was_cut_off |= results->cut_off && !has_failed(sequencer);
	sequencer->items += results->items;
	sequencer->bytes += results->bytes;
	show(sequencer, 0);
	pthread_mutex_lock(&sequencer->lock);
	if (results->cut_off || has_failed(sequencer))
		sequencer->over = true;
	sequencer->next++;
}

void sequencer_end(struct sequencer *sequencer, uint64_t sequence, struct results *results)
{
	pthread_mutex_lock(&sequencer->lock);
	struct place *place = &sequencer->places[sequence % sequencer->room];
	if (sequencer->next != sequence) {
		struct results empty = place->results;
		place->results = *results;
		*results = empty;
		place->ready = true;
		pthread_mutex_unlock(&sequencer->lock);
		return;
	}
	finish_next(sequencer, results);
	for (;;) {
		place = &sequencer->places[sequencer->next % sequencer->room];
		if (!place->ready)
			break;
		place->ready = false;
		finish_next(sequencer, &place->results);
	}
	pthread_cond_broadcast(&sequencer->moved);
	pthread_mutex_unlock(&sequencer->lock);
}

void sequencer_show_progress(struct sequencer *sequencer, uint64_t sequence, uint64_t bytes)
{
	if (sequencer->next == sequence)
		show(sequencer, bytes);
}

bool sequencer_is_over(struct sequencer *sequencer)
{
	return sequencer->over;
}

void sequencer_add_flags(struct sequencer *sequencer, unsigned flags)
{
	sequencer->flags |= flags;
}

bool sequencer_was_cut_off(struct sequencer *sequencer)
{
	return sequencer->was_cut_off;
}

bool sequencer_is_live(struct sequencer *sequencer)
{
	return sequencer->is_live;
}

unsigned sequencer_flags(struct sequencer *sequencer)
{
	return sequencer->flags;
}
