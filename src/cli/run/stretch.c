/* Converting a stretch is what converting a source is, but that errors are kept as they are: how
 * often one like it came before is known only when all before it has been handed in. */
#include "cli/run/stretch.h"

#include "api/parser.h"
#include "cli/run/dispatches.h"
#include "cli/run/failures.h"
#include "cli/run/worker.h"

static void reset(struct stretch *stretch)
{
	struct results *results = &stretch->results;

	results->records.len = results->messages.len = results->errors.len = 0;
	results->records.failed = results->messages.failed = results->errors.failed = false;
	results->notes.len = 0;
	results->notes.failed = false;
	results->flags = 0;
	run_stats_reset(&stretch->stats);
	stretch->records = stretch->error_count = 0;
	stretch->is_cut = stretch->ends = false;
}

void stretch_done(struct stretch *stretch)
{
	tx_buffer_done(&stretch->own_bytes);
	results_done(&stretch->results);
	run_stats_done(&stretch->stats);
}

static void swap_results(struct worker *worker, struct stretch *stretch)
{
	struct results results = worker->results;
	struct run_stats stats = worker->stats;

	worker->results = stretch->results;
	worker->stats = stretch->stats;
	stretch->results = results;
	stretch->stats = stats;
}

void stretch_convert(struct worker *worker, struct stretch *stretch)
{
	const struct stretch_source *source = stretch->source;
	struct tx_frames frames = {stretch->found, stretch->count, stretch->bytes};

	reset(stretch);
	swap_results(worker, stretch);
	worker->stretch = stretch;
	worker->item = source->item;
	worker->member = source->member;
	worker->is_stream = source->is_stream;
	worker->is_cut = false;
	stretch->ends = !dispatches_renew_parser(worker);
	if (!stretch->ends) {
		dispatches_restart_parser(worker);
		tx_frames_give(&worker->parser->reader, &source->kind, &stretch->before, &frames);
		stretch->ends = !dispatches_convert(worker);
		stretch->after = worker->parser->reader.counts;
	}
	stretch->is_cut = worker->is_cut;
	worker->stretch = NULL;
	swap_results(worker, stretch);
}

void stretch_add_error(struct stretch *stretch, const struct results *results,
		       const telex_error *error)
{
	stretch->errors[stretch->error_count++] =
		(struct stretch_error){.error = *error,
				       .records = stretch->records,
				       .record_bytes = results->records.len,
				       .message_bytes = results->messages.len,
				       .error_bytes = results->errors.len};
}

static telex_slice part_of(const struct tx_buffer *buffer, size_t from, size_t to)
{
	return tx_slice(buffer->data + from, to - from);
}

/* What is between two errors. */
static void hand_in_part(struct worker *worker, const struct stretch *stretch,
			 const struct stretch_error *from, const struct stretch_error *to)
{
	const struct results *part = &stretch->results;
	struct results *results = &worker->results;
	telex_slice records = part_of(&part->records, from->record_bytes, to->record_bytes);

	if (to->records > from->records) {
		failures_report_held(worker);
		worker->has_results = true;
	}
	tx_buffer_slice(&results->messages,
			part_of(&part->messages, from->message_bytes, to->message_bytes));
	tx_buffer_slice(&results->errors,
			part_of(&part->errors, from->error_bytes, to->error_bytes));
	if (worker_has_tree(worker))
		output_tree_write(&worker->tree, records);
	else
		tx_buffer_slice(&results->records, records);
	for (size_t i = from->records; i < to->records && worker_has_tree(worker); i++)
		output_tree_count(&worker->tree);
}

bool stretch_hand_in(struct worker *worker, struct stretch *stretch)
{
	const struct results *part = &stretch->results;
	struct stretch_error start = {.records = 0};
	const struct stretch_error *from = &start;
	struct stretch_error end = {.records = stretch->records,
				    .record_bytes = part->records.len,
				    .message_bytes = part->messages.len,
				    .error_bytes = part->errors.len};

	selection_move_notes(&part->notes, worker->results.records.len, &worker->results.notes);
	for (size_t i = 0; i < stretch->error_count; i++) {
		hand_in_part(worker, stretch, from, &stretch->errors[i]);
		from = &stretch->errors[i];
		failures_add(worker, &from->error);
	}
	hand_in_part(worker, stretch, from, &end);
	worker->results.records.failed |= part->records.failed;
	worker->results.messages.failed |= part->messages.failed;
	worker->results.errors.failed |= part->errors.failed;
	worker->results.flags |= part->flags;
	worker->is_cut |= stretch->is_cut;
	run_stats_merge(&worker->stats, &stretch->stats);
	return !stretch->ends;
}
