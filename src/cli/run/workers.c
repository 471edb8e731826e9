/* Threads cost more than a short source, so for one source the others wait until it is long. */
#include "cli/run/workers.h"

#include <signal.h>
#include <stdlib.h>

#include <pthread.h>

#include "cli/report/messages.h"
#include "cli/run/run.h"

struct workers {
	struct run_context *context;
	unsigned count;
	bool later;   /* all but the first */
	bool started; /* all that can be had */
	struct {
		struct worker *worker;
		pthread_t thread;
		bool has_thread;
	} items[];
};

struct workers *workers_new(unsigned count, bool later)
{
	struct workers *workers = calloc(1, sizeof(*workers) + count * sizeof(workers->items[0]));

	if (workers == NULL)
		return NULL;
	workers->count = count;
	workers->later = later;
	return workers;
}

unsigned workers_count(const struct workers *workers)
{
	return workers->count;
}

int workers_make(struct workers *workers, struct run_context *context)
{
	telex_error error;

	workers->context = context;
	for (unsigned i = 0; i < (workers->later ? 1 : workers->count); i++) {
		workers->items[i].worker = worker_new(context, &error);
		if (workers->items[i].worker != NULL)
			continue;
		message("%s", error.message);
		return error.status == TELEX_ERR_USAGE ? EXIT_USAGE : EXIT_SOME_FAILED;
	}
	return EXIT_ALL_CONVERTED;
}

/* Signals are the first thread's. */
static bool start_thread(pthread_t *thread, struct worker *worker)
{
	sigset_t all, before;

	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	bool started = pthread_create(thread, NULL, worker_run, worker) == 0;
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	return started;
}

void workers_start(struct workers *workers)
{
	telex_error error;

	if (workers->started)
		return;
	workers->started = true;
	for (unsigned i = 1; i < workers->count; i++) {
		if (workers->items[i].worker == NULL)
			workers->items[i].worker = worker_new(workers->context, &error);
		if (workers->items[i].worker != NULL)
			workers->items[i].has_thread =
				start_thread(&workers->items[i].thread, workers->items[i].worker);
	}
}

void workers_run(struct workers *workers)
{
	if (!workers->later)
		workers_start(workers);
	worker_run(workers->items[0].worker);
	for (unsigned i = 1; i < workers->count; i++) {
		if (workers->items[i].has_thread)
			pthread_join(workers->items[i].thread, NULL);
	}
}

void workers_report(struct workers *workers)
{
	for (unsigned i = 0; i < workers->count; i++) {
		struct worker *worker = workers->items[i].worker;
		if (worker == NULL)
			continue;
		sequencer_add_flags(workers->context->sequencer, worker->late_flags);
		message_send(&worker->results.messages);
	}
}

struct run_stats *workers_sum(struct workers *workers)
{
	struct run_stats *sum = &workers->items[0].worker->stats;

	for (unsigned i = 1; i < workers->count; i++) {
		if (workers->items[i].worker != NULL)
			run_stats_merge(sum, &workers->items[i].worker->stats);
	}
	return sum;
}

struct overview *workers_overview(struct workers *workers)
{
	struct overview *sum = workers->items[0].worker->overview;

	for (unsigned i = 1; sum != NULL && i < workers->count; i++) {
		if (workers->items[i].worker != NULL)
			overview_merge(sum, workers->items[i].worker->overview);
	}
	return sum;
}

void workers_free(struct workers *workers)
{
	if (workers == NULL)
		return;
	for (unsigned i = 0; i < workers->count; i++)
		worker_free(workers->items[i].worker);
	free(workers);
}
