/* The run: sources, workers and output put together. */
#include "cli/run/run.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/report/format_units.h"
#include "cli/output/written.h"
#include "cli/report/messages.h"
#include "cli/report/terminal.h"
#include "cli/run/processors.h"
#include "cli/run/stop.h"
#include "cli/run/workers.h"
#include "cli/source/names.h"
#include "emitter/columns.h"
#include "emitter/text.h"

static bool wants_color(const struct options *options)
{
	if (options->color != WHEN_AUTO)
		return options->color == WHEN_ALWAYS;
	return options->output_path == NULL && terminal_has_color(STDOUT_FILENO);
}

/* One source, and no folder or archive. */
static bool has_one_source(const struct options *options)
{
	struct stat info;

	return options->files_from == NULL &&
	       (options->source_count == 0 ||
		(options->source_count == 1 && !container_is_named(options->sources[0]) &&
		 (stat(options->sources[0], &info) != 0 || !S_ISDIR(info.st_mode))));
}

static unsigned count_workers(const struct options *options)
{
	unsigned count = options->jobs != 0 ? options->jobs : processors_count();

	return count < WORKERS_MAX ? count : WORKERS_MAX;
}

/* The folder of outputs, and what is telex's in it.  False: it has been reported. */
static bool open_folder(const char *path, struct written **ret_written)
{
	struct stat info;

	if (mkdir(path, 0777) == 0 || (stat(path, &info) == 0 && S_ISDIR(info.st_mode))) {
		*ret_written = written_open(path);
		if (*ret_written != NULL)
			return true;
		if (errno == EEXIST)
			message("%s.telex: not a file of telex's", path);
	}
	if (errno != EEXIST)
		message_errno(path, "cannot write");
	return false;
}

static void report_other_sources(const struct run_context *context)
{
	int error;
	const char *unreadable = sources_unreadable(context->sources, &error);

	if (unreadable != NULL) {
		errno = error;
		message_errno(unreadable, "cannot read");
	}
	message("these are not the sources of the run that was cut off; "
		"without --resume it begins anew");
}

static int exit_code_of(const struct run_context *context, const struct output *output, bool whole,
			int signal)
{
	unsigned flags = sequencer_flags(context->sequencer);

	if (!whole || (flags & RESULT_UNWRITTEN) != 0)
		return EXIT_OUTPUT;
	if (output->closed_pipe)
		return EXIT_ALL_CONVERTED;
	if (batch_queue_has_other_run(context->queue)) {
		report_other_sources(context);
		return EXIT_USAGE;
	}
	if (signal != 0)
		return EXIT_SIGNAL + signal;
	if ((flags & RESULT_USAGE) != 0)
		return EXIT_USAGE;
	return (flags & (RESULT_FAILED | RESULT_FOUND)) != 0 ? EXIT_SOME_FAILED
							     : EXIT_ALL_CONVERTED;
}

/* Returns an exit code: all are open, or why not. */
static int open_outputs(const struct options *options, struct outputs *outputs,
			struct checkpoint *ret_done)
{
	const struct resumption resumption = {.wanted = options->resume,
					      .fingerprint = options->fingerprint};
	const struct output_paths paths = {
		.records = options->output_is_folder ? NULL : options->output_path,
		.errors = options->errors_path};

	switch (outputs_open(outputs, &paths, &resumption, ret_done)) {
	case JOURNAL_OPEN:
		return EXIT_ALL_CONVERTED;
	case JOURNAL_OTHER:
		return EXIT_USAGE;
	case JOURNAL_FAILED:
		break;
	}
	return EXIT_OUTPUT;
}

static void add_open_outputs(struct own *own, const struct outputs *outputs)
{
	own_files_add_open(&own->files, STDERR_FILENO);
	if (!own->options->output_is_folder)
		own_files_add_open(&own->files, outputs->records.fd);
	if (outputs->has_errors)
		own_files_add_open(&own->files, outputs->errors.fd);
}

/* The run did not come to its end, and is to be done again. */
static bool is_cut_off(const struct run_context *context, int signal)
{
	return signal != 0 || sequencer_was_cut_off(context->sequencer) ||
	       (sequencer_flags(context->sequencer) & RESULT_MEMORY) != 0;
}

/* What comes of the outputs.  Records of a source that cannot be read again are published as far as
 * they are whole when the run is stopped. */
static bool close_outputs(struct run_context *context, struct outputs *outputs, int signal)
{
	if ((sequencer_flags(context->sequencer) & RESULT_REFUSED) != 0)
		return outputs_close(outputs,
				     context->options->resume ? OUTPUTS_LEFT : OUTPUTS_GONE);
	if (batch_queue_has_other_run(context->queue))
		return outputs_close(outputs, OUTPUTS_LEFT);
	if (!is_cut_off(context, signal)) {
		bool whole = outputs_close(outputs, OUTPUTS_WHOLE);
		if (whole)
			own_note(context->own);
		return whole;
	}
	if (context->options->output_is_folder)
		message("%s: not finished; --resume goes on", context->options->output_path);
	if (!sequencer_is_live(context->sequencer))
		return outputs_close(outputs, OUTPUTS_KEPT);
	bool is_file = outputs->records.part != NULL;
	if (!outputs_close(outputs, OUTPUTS_WHOLE))
		return false;
	if (is_file)
		message("%s: stopped; it holds what was whole", outputs->records.path);
	return true;
}

/* All that was found is pictures and the like; of a shard others may hold the dispatches. */
static bool has_only_skipped(const struct run_context *context, const struct run_stats *sum)
{
	return sum->skipped > 0 && sum->sources == 0 && sum->failures == 0 &&
	       context->resumed.items == 0 && context->options->shard_count == 0 &&
	       stop_signal() == 0;
}

/* The page of --report, of a run that is whole.  False: it has been reported. */
static bool write_page(struct run_context *context, const struct run_stats *sum, bool is_whole,
		       uint64_t nanoseconds)
{
	struct overview_run run = {.stats = sum,
				   .nanoseconds = nanoseconds,
				   .items_before = context->resumed.items,
				   .page_path = context->options->page_path};
	struct tx_buffer page = {0};

	if (context->options->page_path == NULL)
		return true;
	if (!is_whole) {
		message("%s: not written, since the run was cut off", run.page_path);
		output_discard(&context->page);
		return true;
	}
	overview_write(&page, workers_overview(context->workers), &run);
	if (page.failed)
		output_fail(&context->page, ENOMEM);
	else
		output_write(&context->page, tx_slice(page.data, page.len));
	tx_buffer_done(&page);
	return output_close(&context->page, true);
}

/* False: memory is short for it, or nothing was converted and should have been. */
static bool summarize(const struct run_context *context, const struct run_stats *sum,
		      uint64_t nanoseconds, bool found)
{
	struct tx_buffer lines = {0};

	if (!found)
		message("nothing to read was found: none of the %llu files is text",
			(unsigned long long)sum->skipped);
	run_stats_write(&lines, sum, context->options->summary, nanoseconds);
	bool whole = !lines.failed && found;
	message_send(&lines);
	return whole;
}

/* What was left out though it was named, and what was not read. */
static void report_sources(const struct run_context *context)
{
	const struct options *options = context->options;
	uint64_t results = sources_results(context->sources);

	if (results > 0 && !options->quiet)
		message("%s: left out: %llu of the sources named are results of telex in it",
			options->output_path, (unsigned long long)results);
	if (!sources_are_short(context->sources))
		return;
	message("out of memory: not all sources were read");
	sequencer_add_flags(context->sequencer, RESULT_FAILED | RESULT_MEMORY);
}

/* What an output begins with, before the first record.  False: memory is short. */
static bool make_header(struct run_context *context)
{
	const struct options *options = context->options;
	const char *columns = options->parser.columns;

	if (options->check)
		return true;
	if (options->to == TELEX_TO_CSV || options->to == TELEX_TO_TSV)
		tx_emit_header(&context->header,
			       tx_slice_of(columns != NULL ? columns : TX_COLUMNS_USUAL),
			       options->to);
	else if (options->to == TELEX_TO_HTML)
		tx_emit_html_start(&context->header);
	return !context->header.failed;
}

/* A run that goes on has written it. */
static void write_header(const struct run_context *context, struct outputs *outputs)
{
	if (!context->options->output_is_folder && context->resumed.items == 0)
		output_write(&outputs->records,
			     tx_slice(context->header.data, context->header.len));
}

/* Write the records that --latest and --dedupe keep, if all was read, or all there is of a stream.
 * Returns the signal that stopped the run, or 0. */
static int write_selected(struct run_context *context, struct outputs *outputs, int signal)
{
	struct tx_buffer messages = {0}, errors = {0};
	const struct findings findings = {.out = &messages,
					  .errors = &errors,
					  .stats = &context->selected,
					  .options = context->options};
	struct writing writing = {.output = &outputs->records,
				  .findings = &findings,
				  .flags = context->output_flags,
				  .may_stop = signal == 0};
	bool is_wanted = !is_cut_off(context, signal) || sequencer_is_live(context->sequencer);

	context->selected.selected.is_wanted = true;
	if (!is_wanted || outputs_have_failed(outputs) ||
	    (sequencer_flags(context->sequencer) & RESULT_REFUSED) != 0)
		return signal;
	enum selection_end end = selection_write(context->selection, &writing);
	outputs->records.failed |= end == SELECTION_FAILED;
	if (writing.found)
		sequencer_add_flags(context->sequencer, RESULT_FOUND);
	if (outputs->has_errors)
		output_write(&outputs->errors, tx_slice(errors.data, errors.len));
	message_send(&messages);
	tx_buffer_done(&errors);
	return end == SELECTION_STOPPED ? stop_signal() : signal;
}

static int run_workers(struct run_context *context, struct outputs *outputs,
		       struct run_progress *progress)
{
	int code = workers_make(context->workers, context);

	if (code == EXIT_ALL_CONVERTED) {
		write_header(context, outputs);
		workers_run(context->workers);
		progress_hide(&progress->progress);
		workers_report(context->workers);
		report_sources(context);
		/* One that comes later finds everything done. */
		int signal = stop_signal();
		if (context->selection != NULL)
			signal = write_selected(context, outputs, signal);
		bool whole = close_outputs(context, outputs, signal);
		code = exit_code_of(context, &outputs->records, whole, signal);
		uint64_t nanoseconds = clock_now() - progress->progress.started;
		bool is_cut = signal != 0 || sequencer_was_cut_off(context->sequencer);
		struct run_stats *sum = workers_sum(context->workers);
		run_stats_merge(sum, &context->selected);
		bool found = !has_only_skipped(context, sum);
		sum->skipped += sources_hidden(context->sources);
		if (!summarize(context, sum, nanoseconds, found) && code == EXIT_ALL_CONVERTED)
			code = EXIT_SOME_FAILED;
		if (!write_page(context, sum, whole && !is_cut, nanoseconds))
			code = EXIT_OUTPUT;
	} else {
		outputs_close(outputs, OUTPUTS_LEFT);
		if (context->options->page_path != NULL)
			output_discard(&context->page);
	}
	return code;
}

static int run_into(struct run_context *context, struct outputs *outputs,
		    struct run_progress *progress)
{
	const struct options *options = context->options;
	bool is_one = has_one_source(options);
	unsigned count = count_workers(options), readers = is_one ? 1 : count;
	const struct walk_exclusion *exclusion = &context->own->exclusion;
	struct names *names = NULL;
	int code = EXIT_SOME_FAILED;

	bool has_header = make_header(context);
	if (progress->progress.on)
		scan_totals_start(&progress->totals, options, exclusion);
	context->sources = sources_new(options, exclusion, stop_wait_readable);
	context->sequencer = sequencer_new(outputs, progress, readers);
	if (context->sequencer != NULL)
		sequencer_select(context->sequencer, context->selection);
	if (context->written != NULL)
		names = names_new(written_folds_case(context->written));
	context->workers = workers_new(count, is_one);
	context->queue = !has_header || context->workers == NULL || context->sources == NULL ||
					 context->sequencer == NULL ||
					 (context->written != NULL && names == NULL)
				 ? NULL
				 : batch_queue_new(context->sources, context->sequencer,
						   &context->resumed, readers);
	if (context->queue != NULL) {
		sources_skip(context->sources, context->resumed.items);
		sources_set_own(context->sources, &context->own->files);
		sources_want_names(context->sources, names);
		sequencer_add_flags(context->sequencer, context->resumed.flags);
		code = run_workers(context, outputs, progress);
	} else {
		message("out of memory");
		outputs_close(outputs, OUTPUTS_LEFT);
	}
	scan_totals_stop(&progress->totals);
	workers_free(context->workers);
	batch_queue_free(context->queue);
	sequencer_free(context->sequencer);
	sources_free(context->sources);
	names_free(names);
	return code;
}

/* Who types telex and sees nothing happen. */
static void greet(const struct options *options)
{
	bool reads_stdin = options->source_count == 0 && options->files_from == NULL;

	if (reads_stdin && !options->quiet && isatty(STDIN_FILENO) && isatty(STDERR_FILENO))
		message("reading a dispatch from the terminal; end with Ctrl-D, or see telex "
			"--help");
}

/* What the workers write: the output, or records of which it is made when all are there. */
static bool select_records(struct run_context *context)
{
	const struct options *options = context->options;

	context->parser = options->parser;
	context->to = selection_kept_as(options);
	context->write_flags = selection_kept_flags(options, context->output_flags);
	if (options->latest)
		context->parser.fields = NULL;
	if (!options->latest && !options->dedupe)
		return true;
	context->selection = selection_new(options);
	if (context->selection == NULL)
		message("out of memory");
	return context->selection != NULL;
}

int run(const struct options *options)
{
	struct own own;
	struct run_context context = {
		.options = options, .output_flags = options->write_flags, .own = &own};
	struct outputs outputs;
	struct run_progress progress = {.totals = {.started = false}};

	greet(options);
	stop_listen();
	progress_start(&progress.progress, options);
	context.output_flags |= wants_color(options) ? TELEX_WRITE_COLOR : TELEX_WRITE_DEFAULT;
	if (!select_records(&context))
		return EXIT_SOME_FAILED;
	if (options->output_path == NULL)
		context.parser.view_columns = terminal_columns(STDOUT_FILENO, 0);
	if (options->output_is_folder && !open_folder(options->output_path, &context.written))
		return EXIT_OUTPUT;
	int code = own_begin(&own, options, context.written);
	if (code == EXIT_ALL_CONVERTED && options->page_path != NULL &&
	    !output_open(&context.page, options->page_path))
		code = EXIT_OUTPUT;
	if (code == EXIT_ALL_CONVERTED)
		code = open_outputs(options, &outputs, &context.resumed);
	if (code == EXIT_ALL_CONVERTED) {
		add_open_outputs(&own, &outputs);
		code = run_into(&context, &outputs, &progress);
	}
	own_done(&own);
	written_close(context.written);
	selection_free(context.selection);
	run_stats_done(&context.selected);
	tx_buffer_done(&context.header);
	return code;
}
