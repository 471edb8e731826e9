/* Converting an item.  A source is read in portions, its dispatches written as soon as they are
 * whole; whatever is wrong with one is reported and the run goes on. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/run/failures.h"
#include "cli/run/memory.h"
#include "cli/run/result.h"
#include "cli/run/stop.h"
#include "cli/run/worker.h"
#include "cli/report/findings.h"
#include "cli/report/report.h"
#include "cli/source/magic.h"

#define HELD_MIN ((size_t)256 << 10) /* results written at once when they are next */
#define HELD_MAX ((size_t)1 << 20)   /* and held until it comes */

static bool is_in_tree(const struct worker *worker)
{
	return worker->tree.root != NULL;
}

static void hold_or_write(struct worker *worker)
{
	struct results *results = &worker->results;
	size_t held = results->records.len + results->messages.len + results->errors.len;

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

/* What ends a source before its end, perhaps in the middle of a dispatch. */
static void report_cut(struct worker *worker, const char *problem, int error)
{
	worker->is_cut = true;
	failures_report_problem(worker, problem, error);
}

static void report_findings(struct worker *worker, const telex_record *record)
{
	const struct options *options = worker->context->options;
	struct results *results = &worker->results;

	if (findings_report(options->check ? &results->records : &results->messages,
			    &results->errors, &worker->stats, options, worker->item->path,
			    worker->member, record))
		results->flags |= RESULT_FOUND;
}

static void take_portion(void *user, telex_slice bytes)
{
	struct worker *worker = user;

	worker->is_lost |= memory_was_short();
	if (worker->is_lost)
		return;
	worker->is_begun = true;
	if (is_in_tree(worker)) {
		output_tree_write(&worker->tree, bytes);
		return;
	}
	tx_buffer_slice(&worker->results.records, bytes);
	/* What follows after a gap is not a record. */
	if (!worker->results.records.failed)
		hold_or_write(worker);
}

/* A record that memory is too short for; with a portion of it the output is not whole. */
static void report_lost(struct worker *worker)
{
	worker->results.records.failed |= worker->is_begun && !is_in_tree(worker);
	report_memory(worker);
}

static void convert_record(struct worker *worker, const telex_record *record)
{
	const struct options *options = worker->context->options;
	telex_error error;

	failures_report_held(worker);
	worker->has_results = true;
	if (options->summary != SUMMARY_NONE)
		run_stats_record(&worker->stats, record);
	report_findings(worker, record);
	if (options->check)
		return;
	worker->is_begun = worker->is_lost = false;
	telex_status status = telex_record_send(record, options->to, worker->context->write_flags,
						take_portion, worker, &error);
	if (status != TELEX_OK || worker->is_lost)
		report_lost(worker);
	else if (is_in_tree(worker))
		output_tree_count(&worker->tree);
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

/* Everything that is whole now.  False: nothing more of this source. */
static bool convert_whole(struct worker *worker)
{
	const telex_record *record;
	telex_error error;
	telex_status status;

	while (!is_to_stop(worker) &&
	       (status = next_record(worker, &record, &error)) != TELEX_END) {
		if (status == TELEX_OK)
			convert_record(worker, record);
		else
			failures_add(worker, &error);
		worker->is_cut |= status == TELEX_ERR_MEMORY;
		if (status == TELEX_ERR_MEMORY || sequencer_is_over(worker->context->sequencer))
			return false;
		hold_or_write(worker);
	}
	return !is_to_stop(worker);
}

static bool feed(struct worker *worker, telex_slice bytes, bool last)
{
	telex_error error;

	worker->bytes += bytes.len;
	worker->stats.bytes += bytes.len;
	sequencer_show_progress(worker->context->sequencer, worker->job->sequence, worker->bytes);
	if (telex_parser_feed(worker->parser, bytes, last ? TELEX_LAST : 0, &error) != TELEX_OK) {
		failures_report(worker, &error);
		worker->is_cut = true;
		return false;
	}
	return convert_whole(worker);
}

/* The place of the current item in its batch. */
static size_t index_of(const struct worker *worker)
{
	return (size_t)(worker->item - worker->job->batch.items);
}

/* The run was stopped in the middle of a source; of one that cannot be read again, a dispatch that
 * is not whole is reported. */
static void leave_stopped(struct worker *worker)
{
	const telex_record *record;
	telex_error error = {.status = TELEX_OK};

	if (!worker->is_stream || stop_signal() == 0)
		return;
	if (telex_parser_feed(worker->parser, tx_slice(NULL, 0), TELEX_LAST, &error) == TELEX_OK)
		error.status = telex_parser_next(worker->parser, &record, &error);
	if (error.status == TELEX_END || error.status == TELEX_ERR_EMPTY)
		return;
	bool has_results = worker->has_results;
	failures_report_problem(worker, "stopped inside a dispatch, which is left out", 0);
	worker->has_results = has_results;
}

/* A parser that was short of memory is of no more use. */
static bool renew_parser(struct worker *worker)
{
	telex_parser *parser;
	telex_error error;

	if (!worker->is_spent)
		return true;
	if (telex_parser_new(&worker->context->options->parser, &parser, &error) != TELEX_OK) {
		failures_report(worker, &error);
		return false;
	}
	telex_parser_free(worker->parser);
	worker->parser = parser;
	worker->is_spent = false;
	return true;
}

/* Begin the file of a source; false: it is not to be converted. */
static bool begin_file(struct worker *worker, const char *member)
{
	uint64_t number = worker->job->batch.items_before + index_of(worker);
	enum result_status status = result_begin(worker, member, number);

	if (status == RESULT_NO_MEMORY)
		failures_report_problem(worker, "cannot read", ENOMEM);
	return status == RESULT_BEGUN;
}

/* Begin a source; false: it is not to be converted, or cannot be. */
static bool begin(struct worker *worker, const char *member)
{
	const char *path = worker->item->path;

	worker->member = member;
	worker->is_cut = worker->has_results = false;
	worker->stats.sources++;
	if (!renew_parser(worker))
		return false;
	if (is_in_tree(worker) && !begin_file(worker, member))
		return false;
	telex_parser_restart(worker->parser, strcmp(path, "-") == 0 ? NULL : path, member);
	return true;
}

/* End a source; what is not whole gets no file of its own.  False: the run is to stop. */
static bool end(struct worker *worker)
{
	bool stopped = stop_signal() != 0 || sequencer_is_over(worker->context->sequencer);
	bool is_live = stopped && worker->is_stream && worker->has_results;
	bool keep = (!stopped || is_live) && !worker->is_cut;

	worker->stats.passed_over += telex_parser_passed_over(worker->parser);
	failures_report_held(worker);
	bool goes_on = !is_in_tree(worker) || result_end(worker, keep);

	worker->results.is_live |= is_live && !is_in_tree(worker);
	worker->results.cut_off |= stopped;
	return !stopped && goes_on;
}

static ssize_t read_portion(int fd, char *portion, size_t size)
{
	ssize_t len;

	do
		len = read(fd, portion, size);
	while (len < 0 && errno == EINTR);
	return len;
}

/* The rest of the current member, read portion by portion. */
static bool feed_member(struct worker *worker, struct container *container)
{
	const char *problem = NULL;
	bool goes_on;
	ssize_t len;

	do {
		len = container != NULL ? container_read_member(container, worker->portion, PORTION)
					: sources_read(worker->context->sources, worker->portion,
						       PORTION, &problem);
		bool is_stopped = len < 0 && stop_signal() != 0;
		if (len < 0 && !is_stopped)
			report_cut(worker,
				   container != NULL ? container_problem(container) : problem, 0);
		goes_on =
			is_stopped ||
			(len >= 0 &&
			 feed(worker, tx_slice(worker->portion, (size_t)len), len == 0) && len > 0);
	} while (goes_on && stop_signal() == 0);
	if (goes_on)
		leave_stopped(worker);
	return end(worker);
}

/* A source that may let us wait: what is whole goes out first. */
static bool wait_readable(void *user, int fd)
{
	struct worker *worker = user;

	if (sequencer_is_next(worker->context->sequencer, worker->job->sequence))
		sequencer_write(worker->context->sequencer, worker->job->sequence,
				&worker->results);
	return stop_wait_readable(fd);
}

/* An archive whose name does not say that it is one, or on a pipe: `head` of it has been read. */
static bool convert_archive(struct worker *worker, int fd, telex_slice head, bool may_wait)
{
	struct container_limits limits = container_limits_of(worker->context->options);
	struct input input = {.fd = fd, .wait = may_wait ? wait_readable : NULL, .user = worker};
	char *start = malloc(head.len);
	struct container *container = NULL;
	const char *member = NULL;
	enum container_step step;
	bool goes_on = true;

	if (start != NULL && (!is_in_tree(worker) || result_begin_archive(worker))) {
		input.head = tx_slice(memcpy(start, head.ptr, head.len), head.len);
		container = container_open(&input, &limits);
	}
	if (container == NULL)
		failures_report_problem(worker, "cannot read", ENOMEM);
	while (goes_on && container != NULL &&
	       (step = container_next(container, &member)) != CONTAINER_OVER) {
		if (step == CONTAINER_MEMBER)
			goes_on = !begin(worker, member) || feed_member(worker, container);
		else if (stop_signal() == 0)
			failures_report_problem(worker, container_problem(container), 0);
		else
			goes_on = false;
	}
	container_close(container);
	result_end_archive(worker);
	free(start);
	return goes_on;
}

/* The start of a stream: as much as it takes to know what it is. */
struct start {
	telex_slice bytes;
	enum magic magic;
	bool is_over;   /* that is all of it */
	bool is_wanted; /* no request to stop has come */
	int error;      /* what ended it */
};

static struct start read_start(struct worker *worker, int fd, const struct stat *info)
{
	struct start start = {
		.bytes = {worker->portion, 0}, .magic = MAGIC_UNDECIDED, .is_wanted = true};
	bool may_wait = !S_ISREG(info->st_mode);
	size_t *len = &start.bytes.len;

	while (start.magic == MAGIC_UNDECIDED) {
		start.is_wanted = !may_wait || wait_readable(worker, fd);
		if (!start.is_wanted)
			break;
		ssize_t more = read_portion(fd, worker->portion + *len, PORTION - *len);
		if (more < 0)
			start.error = errno;
		*len += more > 0 ? (size_t)more : 0;
		start.is_over = more <= 0 || (!may_wait && (off_t)*len == info->st_size);
		start.magic = magic_of(start.bytes, start.is_over);
	}
	return start;
}

/* The rest of a source, whose start has been fed.  True: a request to stop came before its end. */
static bool feed_rest(struct worker *worker, int fd, bool may_wait)
{
	while (!may_wait || wait_readable(worker, fd)) {
		ssize_t len = read_portion(fd, worker->portion, PORTION);
		if (len < 0)
			report_cut(worker, "cannot read", errno);
		if (len < 0 || !feed(worker, tx_slice(worker->portion, (size_t)len), len == 0) ||
		    len == 0)
			return false;
	}
	return true;
}

/* The source is a file that the run writes: it would feed itself without end, or be lost.  False:
 * the run is to stop. */
static bool refuse(struct worker *worker, const struct own_file *own)
{
	telex_error failure = {.status = TELEX_ERR_IO,
			       .message = "the input file is the output file"};

	worker->member = NULL;
	worker->stats.sources++;
	failures_report(worker, &failure);
	if (own->is_target) {
		worker->results.flags |= RESULT_REFUSED | RESULT_UNWRITTEN;
		worker->results.cut_off = true;
	}
	return !own->is_target;
}

static bool convert_stream(struct worker *worker, int fd, const struct stat *info)
{
	bool may_wait = !S_ISREG(info->st_mode);
	const struct own_file *own = own_files_find(&worker->context->own->files, info);

	if (own != NULL)
		return refuse(worker, own);
	struct start start = read_start(worker, fd, info);
	worker->is_stream = may_wait;
	if (!start.is_wanted && start.bytes.len == 0)
		return false;
	if (!may_wait)
		readahead_note_read(&worker->readahead, &worker->job->batch, index_of(worker));
	if (start.error != 0 && start.bytes.len == 0) {
		failures_report_problem(worker, "cannot read", start.error);
		return true;
	}
	if (start.magic > MAGIC_UNDECIDED)
		return convert_archive(worker, fd, start.bytes, may_wait);
	if (!begin(worker, NULL))
		return true;
	if (start.error != 0)
		report_cut(worker, "cannot read", start.error);
	bool goes_on =
		feed(worker, start.bytes, start.is_over && start.error == 0) && !start.is_over;
	if (goes_on && feed_rest(worker, fd, may_wait))
		leave_stopped(worker);
	return end(worker);
}

/* Opening a pipe waits for its writer, or for a request to stop. */
static int open_item(struct worker *worker)
{
	int fd;

	do
		fd = readahead_open(&worker->readahead, &worker->job->batch, index_of(worker));
	while (fd < 0 && errno == EINTR && stop_signal() == 0);
	return fd;
}

static bool convert_file(struct worker *worker)
{
	struct stat info;
	int fd = open_item(worker);
	bool goes_on = true;

	if (fd < 0 && errno == EINTR)
		return false;
	if (fd < 0 || fstat(fd, &info) != 0)
		failures_report_problem(worker, "cannot open", errno);
	else
		goes_on = convert_stream(worker, fd, &info);
	if (fd >= 0)
		close(fd);
	return goes_on;
}

static bool convert_stdin(struct worker *worker)
{
	struct stat info;

	if (fstat(STDIN_FILENO, &info) == 0)
		return convert_stream(worker, STDIN_FILENO, &info);
	failures_report_problem(worker, "cannot read", errno);
	return true;
}

static bool convert_bytes(struct worker *worker, const struct item *item)
{
	const struct tx_buffer *bytes = &worker->job->batch.bytes;

	if (!begin(worker, item->member))
		return true;
	if (item->problem != NULL)
		report_cut(worker, item->problem, item->error);
	feed(worker, tx_slice(bytes->data + item->start, item->len), item->problem == NULL);
	return end(worker);
}

static bool convert_member(struct worker *worker, const struct item *item)
{
	const struct tx_buffer *bytes = &worker->job->batch.bytes;

	if (!begin(worker, item->member))
		return true;
	if (!feed(worker, tx_slice(bytes->data + item->start, item->len), false))
		return end(worker);
	return feed_member(worker, NULL);
}

bool convert_item(struct worker *worker, const struct item *item)
{
	worker->item = item;
	worker->member = item->member;
	worker->is_stream = false;
	switch (item->kind) {
	case ITEM_FILE:
		return convert_file(worker);
	case ITEM_STDIN:
		return convert_stdin(worker);
	case ITEM_BYTES:
		return convert_bytes(worker, item);
	case ITEM_MEMBER:
		return convert_member(worker, item);
	case ITEM_PROBLEM:
		worker->stats.sources++;
		failures_report_problem(worker, item->problem, item->error);
		break;
	}
	return true;
}
