/* Each failure is a message, an object for --errors and a number of the summary.  A source of a
 * million bad dispatches is counted in full and reported in a few lines. */
#include "cli/run/failures.h"

#include <errno.h>

#include "cli/report/report.h"

static void count(struct worker *worker, const telex_error *error)
{
	worker->results.flags |= RESULT_FAILED;
	if (error->status == TELEX_ERR_MEMORY) {
		worker->results.flags |= RESULT_MEMORY;
		worker->is_spent = true;
	}
	if (error->status == TELEX_ERR_USAGE)
		worker->results.flags |= RESULT_USAGE;
	worker->has_results = true;
	run_stats_error(&worker->stats);
}

/* `more`: how many errors like it this one represents; 0: itself. */
static void say(struct worker *worker, const telex_error *error, uint64_t more)
{
	const struct options *options = worker->context->options;
	struct results *results = &worker->results;
	const char *path = worker->item->path;

	if (options->errors_path != NULL)
		report_repeats(&results->errors, REPORT_JSON, path, worker->member, error, more);
	if (!options->quiet)
		report_repeats(&results->messages, options->report_form, path, worker->member,
			       error, more);
}

void failures_report(struct worker *worker, const telex_error *error)
{
	count(worker, error);
	say(worker, error, 0);
}

void failures_report_problem(struct worker *worker, const char *problem, int error)
{
	telex_error failure = report_system_error(problem, error);

	if (error == ENOMEM)
		worker->results.flags |= RESULT_MEMORY;
	failures_report(worker, &failure);
}

void failures_add(struct worker *worker, const telex_error *error)
{
	if (!repeats_is_alike(&worker->repeats, error))
		failures_report_held(worker);
	count(worker, error);
	if (!repeats_hold(&worker->repeats, error))
		say(worker, error, 0);
}

void failures_report_held(struct worker *worker)
{
	telex_error error;
	uint64_t held = repeats_take(&worker->repeats, &error);

	if (held > 0)
		say(worker, &error, held);
}
