/* A worker's round: a batch and its turn, the batch's items, the turn's end. */
#include "cli/run/worker.h"

#include <stdlib.h>

struct worker *worker_new(struct crew *crew, telex_error *reterr)
{
	struct worker *worker = calloc(1, sizeof(*worker));

	if (worker == NULL) {
		*reterr = (telex_error){.status = TELEX_ERR_MEMORY, .message = "out of memory"};
		return NULL;
	}
	worker->crew = crew;
	worker->mirror.is_text = crew->options->to == TELEX_TO_VIEW;
	worker->mirror.is_lines = crew->options->to == TELEX_TO_TOKENS;
	if (crew->options->output_is_folder)
		worker->mirror.root = crew->options->output_path;
	worker->mirror.written = crew->written;
	if (telex_parser_new(&crew->options->parser, &worker->parser, reterr) == TELEX_OK)
		return worker;
	free(worker);
	return NULL;
}

void worker_free(struct worker *worker)
{
	if (worker == NULL)
		return;
	telex_parser_free(worker->parser);
	ahead_begin(&worker->ahead);
	results_done(&worker->results);
	mirror_done(&worker->mirror);
	tx_buffer_done(&worker->name);
	tally_done(&worker->tally);
	free(worker);
}

static void convert_batch(struct worker *worker)
{
	struct batch *batch = &worker->load->batch;
	struct results *results = &worker->results;
	size_t i = 0;

	results->flags = 0;
	results->cut_off = results->is_live = false;
	worker->bytes = 0;
	ahead_begin(&worker->ahead);
	while (i < batch->count && convert_item(worker, &batch->items[i])) {
		results_mark(results, batch->items_before + i + 1, batch->items[i].chain);
		i++;
	}
	results->cut_off |= i < batch->count;
	results->items = i;
	results->bytes = worker->bytes;
}

void *worker_run(void *user)
{
	struct worker *worker = user;
	struct crew *crew = worker->crew;

	while ((worker->load = supply_take(crew->supply)) != NULL) {
		uint64_t turn = worker->load->turn;
		convert_batch(worker);
		supply_give_back(crew->supply, worker->load, worker->results.items, worker->bytes);
		turns_end(crew->turns, turn, &worker->results);
	}
	return NULL;
}
