/* A worker's round: a turn and a batch, the batch's items, the turn's end. */
#include "cli/run/worker.h"

#include <stdlib.h>
#include <string.h>

#include "cli/run/stop.h"

#define BYTES_PER_ITEM ((uint64_t)64 << 10) /* before anything is known */

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
	batch_done(&worker->batch);
	results_done(&worker->results);
	mirror_done(&worker->mirror);
	tally_done(&worker->tally);
	free(worker);
}

/* Whether the items left out are those that the earlier run has done. */
static bool goes_on(struct crew *crew)
{
	if (crew->resumed.items == 0)
		return true;
	crew->other_sources = sources_chain(crew->sources) != crew->resumed.chain ||
			      sources_count(crew->sources) < crew->resumed.items;
	crew->resumed.items = 0;
	return !crew->other_sources;
}

/* Take a turn and a batch; the sources stay locked when the batch's last item goes on in them. */
static bool take_batch(struct worker *worker)
{
	struct crew *crew = worker->crew;
	bool taken;

	pthread_mutex_lock(&crew->lock);
	crew->items += worker->items;
	crew->bytes += worker->bytes;
	worker->items = worker->bytes = 0;
	worker->turn = turns_take(crew->turns);
	taken = !turns_are_over(crew->turns) && !crew->other_sources && stop_signal() == 0 &&
		sources_fill(crew->sources, &worker->batch,
			     crew->items == 0 ? BYTES_PER_ITEM : crew->bytes / crew->items);
	taken = goes_on(crew) && taken;
	if (!taken || worker->batch.items[worker->batch.count - 1].kind != ITEM_MEMBER)
		pthread_mutex_unlock(&crew->lock);
	return taken;
}

static void convert_batch(struct worker *worker)
{
	struct batch *batch = &worker->batch;
	bool holds_sources = batch->items[batch->count - 1].kind == ITEM_MEMBER;
	size_t i = 0;

	worker->results.done = (struct checkpoint){.items = batch->items_before + batch->count,
						   .chain = batch->chain};
	worker->results.cut_off = false;
	ahead_begin(&worker->ahead);
	while (i < batch->count && convert_item(worker, &batch->items[i]))
		i++;
	if (holds_sources)
		pthread_mutex_unlock(&worker->crew->lock);
	worker->results.cut_off |= i < batch->count;
	worker->items = i;
	worker->results.items = i;
	worker->results.bytes = worker->bytes;
}

void *worker_run(void *user)
{
	struct worker *worker = user;

	while (take_batch(worker)) {
		convert_batch(worker);
		turns_end(worker->crew->turns, worker->turn, &worker->results);
	}
	return NULL;
}
