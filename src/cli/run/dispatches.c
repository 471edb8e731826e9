/* From a source's bytes to results: its dispatches are written as soon as they are whole; whatever
 * is wrong with one is reported and the run goes on. */
#include "cli/run/dispatches.h"

#include <errno.h>
#include <string.h>

#include "api/parser.h"
#include "cli/report/findings.h"
#include "cli/report/report.h"
#include "cli/run/failures.h"
#include "cli/run/long_source.h"
#include "cli/run/memory.h"
#include "cli/run/result.h"
#include "cli/run/stop.h"
#include "cli/run/stretch.h"

#define LONG_SOURCE ((size_t)1 << 20)   /* bytes after which others help */
#define HELD_MIN    ((size_t)256 << 10) /* results written at once when they are next */
#define HELD_MAX    ((size_t)1 << 20)   /* and held until it comes */

void dispatches_hold_or_write(struct worker *worker)
{
	struct results *results = &worker->results;
	size_t held = results->records.len + results->messages.len + results->errors.len;

	if (worker->stretch != NULL)
		return;
	if (held >= HELD_MAX || (held >= HELD_MIN && sequencer_is_next(worker->context->sequencer,
								       worker->job->sequence)))
		sequencer_write(worker->context->sequencer, worker->job->sequence, results);
}

static const telex_error out_of_memory = {.status = TELEX_ERR_MEMORY, .message = "out of memory"};

static void report_memory(struct worker *worker)
{
	worker->is_cut = true;
	failures_report(worker, &out_of_memory);
}

void dispatches_cut(struct worker *worker, const char *problem, int error)
{
	dispatches_settle(worker);
	worker->is_cut = true;
	failures_report_problem(worker, problem, error);
}

static void report_findings(struct worker *worker, const telex_record *record)
{
	const struct options *options = worker->context->options;
	struct results *results = &worker->results;
	const struct findings to = {.out = options->check ? &results->records : &results->messages,
				    .errors = &results->errors,
				    .stats = &worker->stats,
				    .options = options};

	if (findings_report(&to, worker->item->path, worker->member, record))
		results->flags |= RESULT_FOUND;
}

/* A stretch is written when it is handed in. */
static bool writes_tree(const struct worker *worker)
{
	return worker_has_tree(worker) && worker->stretch == NULL;
}

static void take_portion(void *user, telex_slice bytes)
{
	struct worker *worker = user;

	worker->is_lost |= memory_was_short();
	if (worker->is_lost)
		return;
	worker->is_begun = true;
	if (writes_tree(worker)) {
		output_tree_write(&worker->tree, bytes);
		return;
	}
	tx_buffer_slice(&worker->results.records, bytes);
	worker->record_len += bytes.len;
	/* What follows after a gap is not a record. */
	if (!worker->results.records.failed)
		dispatches_hold_or_write(worker);
}

/* A record that memory is too short for; with a portion of it the output is not whole. */
static void report_lost(struct worker *worker)
{
	worker->results.records.failed |= worker->is_begun && !worker_has_tree(worker);
	report_memory(worker);
}

static void count_for_overview(struct worker *worker, const telex_record *record)
{
	struct overview_place place = {.path = worker->item->path, .member = worker->member};

	place.index = record->fields.source.index;
	place.item = worker->stretch != NULL
			     ? worker->stretch->source->number
			     : worker->job->batch.items_before + worker_item_index(worker);
	overview_count(worker->overview, record, &place);
}

static void convert_record(struct worker *worker, const telex_record *record)
{
	const struct options *options = worker->context->options;
	telex_error error;

	if (worker->stretch == NULL)
		failures_report_held(worker);
	worker->has_results = true;
	if (options->summary != SUMMARY_NONE)
		run_stats_record(&worker->stats, record);
	report_findings(worker, record);
	if (worker->overview != NULL)
		count_for_overview(worker, record);
	if (worker->stretch != NULL)
		worker->stretch->records++;
	if (options->check)
		return;
	worker->is_begun = worker->is_lost = false;
	worker->record_len = 0;
	telex_status status =
		telex_record_send(record, worker->context->to, worker->context->write_flags,
				  take_portion, worker, &error);
	if (status != TELEX_OK || worker->is_lost)
		report_lost(worker);
	else if (writes_tree(worker))
		output_tree_count(&worker->tree);
	else if (worker->context->selection != NULL)
		selection_note(options, record, worker->record_len, worker->results.records.len,
			       &worker->results.notes);
}

/* What was read of a stream is converted: it cannot be read again. */
static bool is_to_stop(const struct worker *worker)
{
	return stop_signal() != 0 && !worker->is_stream;
}

/* A dispatch for which a parser had no memory is not what it gives. */
static telex_status next_record(struct worker *worker, const telex_record **ret_record,
				telex_error *reterr)
{
	/* What was short before is not this dispatch's. */
	(void)memory_was_short();
	telex_status status = telex_parser_next(worker->parser, ret_record, reterr);

	if (!memory_was_short() || status == TELEX_ERR_MEMORY)
		return status;
	*reterr = out_of_memory;
	return TELEX_ERR_MEMORY;
}

static void add_failure(struct worker *worker, const telex_error *error)
{
	if (worker->stretch == NULL) {
		failures_add(worker, error);
		return;
	}
	worker->is_spent |= error->status == TELEX_ERR_MEMORY;
	stretch_add_error(worker->stretch, &worker->results, error);
}

bool dispatches_are_wanted(const struct worker *worker)
{
	return !is_to_stop(worker) && !sequencer_is_over(worker->context->sequencer);
}

bool dispatches_convert(struct worker *worker)
{
	const telex_record *record;
	telex_error error;
	telex_status status;

	while (!is_to_stop(worker) &&
	       (status = next_record(worker, &record, &error)) != TELEX_END) {
		if (status == TELEX_OK)
			convert_record(worker, record);
		else
			add_failure(worker, &error);
		bool ends = status == TELEX_ERR_MEMORY || status == TELEX_ERR_USAGE;
		worker->is_cut |= ends;
		if (ends || sequencer_is_over(worker->context->sequencer))
			return false;
		dispatches_hold_or_write(worker);
	}
	return !is_to_stop(worker);
}

void dispatches_settle(struct worker *worker)
{
	if (long_source_is_on(worker))
		(void)long_source_settle(worker);
}

/* What has been fed.  False: nothing more of this source. */
static bool convert_fed(struct worker *worker)
{
	if (long_source_is_on(worker) ||
	    (worker->source_bytes >= LONG_SOURCE && long_source_begin(worker)))
		return long_source_convert(worker);
	return dispatches_convert(worker);
}

bool dispatches_feed(struct worker *worker, telex_slice bytes, bool last)
{
	telex_error error;

	worker->bytes += bytes.len;
	worker->source_bytes += bytes.len;
	worker->stats.bytes += bytes.len;
	sequencer_show_progress(worker->context->sequencer, worker->job->sequence, worker->bytes);
	if (telex_parser_feed(worker->parser, bytes, last ? TELEX_FEED_LAST : TELEX_FEED_MORE,
			      &error) != TELEX_OK) {
		dispatches_settle(worker);
		failures_report(worker, &error);
		worker->is_cut = true;
		return false;
	}
	return convert_fed(worker);
}

void dispatches_stop(struct worker *worker)
{
	const telex_record *record;
	telex_error error = {.status = TELEX_OK};

	if (!worker->is_stream || stop_signal() == 0)
		return;
	dispatches_settle(worker);
	if (telex_parser_feed(worker->parser, tx_slice(NULL, 0), TELEX_FEED_LAST, &error) ==
	    TELEX_OK)
		error.status = telex_parser_next(worker->parser, &record, &error);
	if (error.status == TELEX_END || error.status == TELEX_ERR_EMPTY)
		return;
	bool has_results = worker->has_results;
	failures_report_problem(worker, "stopped inside a dispatch, which is left out", 0);
	worker->has_results = has_results;
}

bool dispatches_renew_parser(struct worker *worker)
{
	telex_parser *parser;
	telex_error error;

	if (!worker->is_spent)
		return true;
	if (telex_parser_new(&worker->context->parser, &parser, &error) != TELEX_OK) {
		failures_report(worker, &error);
		return false;
	}
	telex_parser_free(worker->parser);
	worker->parser = parser;
	worker->is_spent = false;
	return true;
}

void dispatches_restart_parser(struct worker *worker)
{
	const char *path = worker->item->path;

	telex_parser_restart(worker->parser, strcmp(path, "-") == 0 ? NULL : path, worker->member);
}

/* Begin the file of a source; false: it is not to be converted. */
static bool begin_file(struct worker *worker, const char *member)
{
	uint64_t number = worker->job->batch.items_before + worker_item_index(worker);
	enum result_status status = result_begin(worker, member, number);

	if (status == RESULT_NO_MEMORY)
		failures_report_problem(worker, "cannot read", ENOMEM);
	return status == RESULT_BEGUN;
}

bool dispatches_begin(struct worker *worker, const char *member)
{
	worker->member = member;
	worker->is_cut = worker->has_results = false;
	worker->source_bytes = 0;
	worker->stats.sources++;
	if (!dispatches_renew_parser(worker))
		return false;
	if (worker_has_tree(worker) && !begin_file(worker, member))
		return false;
	dispatches_restart_parser(worker);
	return true;
}

bool dispatches_end(struct worker *worker)
{
	bool stopped = stop_signal() != 0 || sequencer_is_over(worker->context->sequencer);
	bool is_live = stopped && worker->is_stream && worker->has_results;
	bool keep = (!stopped || is_live) && !worker->is_cut;

	long_source_end(worker);
	worker->stats.passed_over += telex_parser_passed_over(worker->parser);
	failures_report_held(worker);
	bool goes_on = !worker_has_tree(worker) || result_end(worker, keep);

	worker->results.is_live |= is_live && !worker_has_tree(worker);
	worker->results.cut_off |= stopped;
	return !stopped && goes_on;
}
