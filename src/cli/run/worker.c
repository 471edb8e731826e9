/* A worker's loop: take a batch, convert its items, hand over the results. */
#include "cli/run/worker.h"
#include "core/scan.h"

#include <stdlib.h>

#include "cli/run/long_source.h"
#include "cli/run/result.h"
#include "cli/run/stretch.h"

/* Of a file that is not JSON; NULL: it is. */
static const char *ending_of(telex_output to)
{
	static const char *const endings[] = {[TELEX_TO_VIEW] = ".txt",
					      [TELEX_TO_CSV] = ".csv",
					      [TELEX_TO_TSV] = ".tsv",
					      [TELEX_TO_TEXT] = ".txt",
					      [TELEX_TO_HTML] = ".html"};

	return (size_t)to < TX_COUNT(endings) ? endings[to] : NULL;
}

static const telex_error out_of_memory = {.status = TELEX_ERR_MEMORY, .message = "out of memory"};

struct worker *worker_new(struct run_context *context, telex_error *reterr)
{
	struct worker *worker = calloc(1, sizeof(*worker));

	if (worker == NULL) {
		*reterr = out_of_memory;
		return NULL;
	}
	worker->context = context;
	worker->tree.ending = ending_of(context->options->to);
	worker->tree.header = tx_slice(context->header.data, context->header.len);
	worker->tree.is_lines = context->options->to == TELEX_TO_TOKENS;
	worker->tree.publisher.folder = -1;
	worker->tree.publisher.written = context->written;
	worker->tree.reserved[0] = context->options->errors_path;
	worker->tree.reserved[1] = context->options->page_path;
	if (context->options->output_is_folder) {
		worker->tree.publisher.root = context->options->output_path;
		publish_begin(&worker->tree.publisher);
	}
	if (context->options->page_path != NULL) {
		worker->overview = overview_new();
		if (worker->overview == NULL) {
			output_tree_done(&worker->tree);
			free(worker);
			*reterr = out_of_memory;
			return NULL;
		}
	}
	if (telex_parser_new(&context->parser, &worker->parser, reterr) == TELEX_OK)
		return worker;
	overview_free(worker->overview);
	output_tree_done(&worker->tree);
	free(worker);
	return NULL;
}

void worker_free(struct worker *worker)
{
	if (worker == NULL)
		return;
	long_source_free(worker->long_source);
	telex_parser_free(worker->parser);
	readahead_begin(&worker->readahead);
	results_done(&worker->results);
	output_tree_done(&worker->tree);
	tx_buffer_done(&worker->name);
	run_stats_done(&worker->stats);
	overview_free(worker->overview);
	free(worker);
}

/* What the journal of --errors says is done has its name.  `flags` are those of the first `count`
 * items. */
static void mark_settled(struct worker *worker, size_t count, unsigned flags)
{
	const struct batch *batch = &worker->job->batch;
	struct results *results = &worker->results;
	unsigned all = results->flags;

	results->flags = flags;
	result_settle(worker);
	if (count > 0 && results->flags == flags)
		results_mark(results, batch->items_before + count, batch->items[count - 1].chain);
	results->flags |= all;
}

static void convert_batch(struct worker *worker)
{
	bool has_journal = worker->context->options->errors_path != NULL;
	bool marks_at_end = worker_has_tree(worker) && has_journal;
	struct batch *batch = &worker->job->batch;
	struct results *results = &worker->results;
	unsigned whole_flags = worker->late_flags;
	size_t i = 0;

	results->flags = worker->late_flags;
	worker->late_flags = 0;
	results->cut_off = results->is_live = false;
	worker->bytes = 0;
	readahead_begin(&worker->readahead);
	while (i < batch->count && convert_item(worker, &batch->items[i])) {
		if (!marks_at_end)
			results_mark(results, batch->items_before + i + 1, batch->items[i].chain);
		whole_flags = results->flags;
		i++;
	}
	if (marks_at_end)
		mark_settled(worker, i, whole_flags);
	results->cut_off |= i < batch->count;
	results->items = i;
	results->bytes = worker->bytes;
}

/* Between batches: what is said then goes with the next one, or is left at the end. */
static void settle_results(struct worker *worker)
{
	worker->results.flags = 0;
	result_settle(worker);
	worker->late_flags |= worker->results.flags;
}

void *worker_run(void *user)
{
	struct worker *worker = user;
	struct run_context *context = worker->context;
	struct stretch *stretch;

	while (batch_queue_take(context->queue, worker->tree.publisher.count == 0, &worker->job,
				&stretch)) {
		if (stretch == NULL && worker->job == NULL) {
			settle_results(worker);
			continue;
		}
		if (stretch != NULL) {
			stretch_convert(worker, stretch);
			batch_queue_end_stretch(context->queue, stretch);
			continue;
		}
		uint64_t sequence = worker->job->sequence;
		convert_batch(worker);
		batch_queue_give_back(context->queue, worker->job, worker->results.items,
				      worker->bytes);
		sequencer_end(context->sequencer, sequence, &worker->results);
	}
	settle_results(worker);
	return NULL;
}
