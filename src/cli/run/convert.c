/* Converting an item.  A source is read in portions, its dispatches written as soon as they are
 * whole; whatever is wrong with one is said and the run goes on. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/say/findings.h"
#include "cli/say/report.h"
#include "cli/run/stop.h"
#include "cli/run/worker.h"

#define HELD_MIN ((size_t)256 << 10) /* results written at once when their turn has come */
#define HELD_MAX ((size_t)1 << 20)   /* and held until it comes */

static bool is_mirrored(const struct worker *worker)
{
	return worker->mirror.root != NULL;
}

static void hold_or_write(struct worker *worker)
{
	struct results *results = &worker->results;
	size_t held = results->records.len + results->messages.len + results->errors.len;

	if (held >= HELD_MAX ||
	    (held >= HELD_MIN && turns_is_next(worker->crew->turns, worker->load->turn)))
		turns_write(worker->crew->turns, worker->load->turn, results);
}

static void report_failure(struct worker *worker, const telex_error *error)
{
	const struct options *options = worker->crew->options;
	struct results *results = &worker->results;
	const char *path = worker->item->path;

	results->done.flags |= RESULT_FAILED;
	tally_error(&worker->tally);
	if (options->errors_path != NULL)
		report_error(&results->errors, REPORT_JSON, path, worker->member, error);
	if (!options->quiet)
		report_error(&results->messages, options->report_form, path, worker->member, error);
}

static void report_problem(struct worker *worker, const char *problem, int error)
{
	telex_error failure = report_system_error(problem, error);

	report_failure(worker, &failure);
}

/* What ends a source before its end, perhaps in the middle of a dispatch. */
static void report_cut(struct worker *worker, const char *problem, int error)
{
	worker->is_cut = true;
	report_problem(worker, problem, error);
}

static void report_findings(struct worker *worker, const telex_record *record)
{
	const struct options *options = worker->crew->options;
	struct results *results = &worker->results;

	if (findings_report(options->check ? &results->records : &results->messages, &worker->tally,
			    options, worker->item->path, worker->member, record))
		results->done.flags |= RESULT_FOUND;
}

static void take_portion(void *user, telex_slice bytes)
{
	struct worker *worker = user;

	if (is_mirrored(worker)) {
		mirror_write(&worker->mirror, bytes);
		return;
	}
	tx_buffer_slice(&worker->results.records, bytes);
	hold_or_write(worker);
}

static void convert_record(struct worker *worker, const telex_record *record)
{
	const struct options *options = worker->crew->options;
	telex_error error;

	if (options->summary != SUMMARY_NONE)
		tally_record(&worker->tally, record);
	report_findings(worker, record);
	if (options->check)
		return;
	if (telex_record_send(record, options->to, worker->crew->write_flags, take_portion, worker,
			      &error) != TELEX_OK) {
		worker->is_cut = true; /* half a record may be written */
		report_failure(worker, &error);
	} else if (is_mirrored(worker)) {
		mirror_count(&worker->mirror);
	}
}

/* Everything that is whole now.  False: nothing more of this source. */
static bool convert_whole(struct worker *worker)
{
	const telex_record *record;
	telex_error error;
	telex_status status;

	while (stop_signal() == 0 &&
	       (status = telex_parser_next(worker->parser, &record, &error)) != TELEX_END) {
		if (status == TELEX_OK)
			convert_record(worker, record);
		else
			report_failure(worker, &error);
		worker->is_cut |= status == TELEX_ERR_MEMORY;
		if (status == TELEX_ERR_MEMORY || turns_are_over(worker->crew->turns))
			return false;
		hold_or_write(worker);
	}
	return stop_signal() == 0;
}

static bool feed(struct worker *worker, telex_slice bytes, bool last)
{
	telex_error error;

	worker->bytes += bytes.len;
	worker->tally.bytes += bytes.len;
	turns_show_progress(worker->crew->turns, worker->load->turn, worker->bytes);
	if (telex_parser_feed(worker->parser, bytes, last ? TELEX_LAST : 0, &error) != TELEX_OK) {
		report_failure(worker, &error);
		worker->is_cut = true;
		return false;
	}
	return convert_whole(worker);
}

/* The place of the item in hand in its batch. */
static size_t index_of(const struct worker *worker)
{
	return (size_t)(worker->item - worker->load->batch.items);
}

/* Begin a source; false: an earlier run has converted it. */
static bool begin(struct worker *worker, const char *member)
{
	const char *path = worker->item->path;
	uint64_t number = worker->load->batch.items_before + index_of(worker);

	worker->member = member;
	worker->is_cut = false;
	worker->tally.sources++;
	if (is_mirrored(worker)) {
		if (worker->crew->options->resume && mirror_has(&worker->mirror, path, member))
			return false;
		mirror_begin(&worker->mirror, path, member, number);
	}
	telex_parser_restart(worker->parser, strcmp(path, "-") == 0 ? NULL : path, member);
	return true;
}

/* Some errors are this file's own; the others are those of the whole folder. */
static bool is_of_one_file(int error)
{
	static const int errors[] = {EACCES, EBUSY, EISDIR, ENAMETOOLONG, ENOTDIR};

	for (size_t i = 0; i < sizeof(errors) / sizeof(errors[0]); i++) {
		if (error == errors[i])
			return true;
	}
	return false;
}

static void report_unwritten(struct worker *worker, int error)
{
	const struct mirror *mirror = &worker->mirror;
	const char *path = mirror->target.failed ? worker->item->path : mirror->target.data;
	telex_error failure = error == EBUSY ? report_system_error("another run is writing it", 0)
					     : report_system_error("cannot write", error);

	worker->results.done.flags |= RESULT_UNWRITTEN;
	report_error(&worker->results.messages, worker->crew->options->report_form, path, NULL,
		     &failure);
}

/* End a source; what is not whole gets no file of its own.  False: the run is to stop. */
static bool end(struct worker *worker)
{
	bool stopped = stop_signal() != 0 || turns_are_over(worker->crew->turns);
	int error =
		is_mirrored(worker) ? mirror_end(&worker->mirror, !stopped && !worker->is_cut) : 0;

	if (error != 0)
		report_unwritten(worker, error);
	worker->results.cut_off |= stopped;
	return !stopped && (error == 0 || is_of_one_file(error));
}

static ssize_t read_portion(int fd, char *portion, size_t size)
{
	ssize_t len;

	do
		len = read(fd, portion, size);
	while (len < 0 && errno == EINTR);
	return len;
}

/* The rest of the member in hand, read portion by portion. */
static bool feed_member(struct worker *worker, struct archive_source *archive)
{
	const char *problem = NULL;
	ssize_t len;

	do {
		len = archive != NULL ? archive_read_member(archive, worker->portion, PORTION)
				      : sources_read(worker->crew->sources, worker->portion,
						     PORTION, &problem);
		if (len < 0)
			report_cut(worker, archive != NULL ? archive_problem(archive) : problem, 0);
	} while (len >= 0 && feed(worker, tx_slice(worker->portion, (size_t)len), len == 0) &&
		 len > 0);
	return end(worker);
}

/* An archive whose name does not say that it is one: `head` of it has been read. */
static bool convert_archive(struct worker *worker, int fd, telex_slice head)
{
	struct archive_limits limits = archive_limits_of(worker->crew->options);
	char *start = malloc(head.len);
	struct archive_source *archive = NULL;
	const char *member = NULL;
	enum archive_step step;
	bool goes_on = true;

	if (start != NULL)
		archive = archive_open(fd, tx_slice(memcpy(start, head.ptr, head.len), head.len),
				       &limits);
	if (archive == NULL)
		report_problem(worker, "cannot read", ENOMEM);
	while (goes_on && archive != NULL &&
	       (step = archive_next(archive, &member)) != ARCHIVE_OVER) {
		if (step == ARCHIVE_PROBLEM)
			report_problem(worker, archive_problem(archive), 0);
		else if (begin(worker, member))
			goes_on = feed_member(worker, archive);
	}
	archive_close(archive);
	free(start);
	return goes_on;
}

/* A source that may let us wait: what is whole goes out first. */
static bool wait_readable(struct worker *worker, int fd)
{
	if (turns_is_next(worker->crew->turns, worker->load->turn))
		turns_write(worker->crew->turns, worker->load->turn, &worker->results);
	return stop_wait_readable(fd);
}

static bool convert_stream(struct worker *worker, int fd, const struct stat *info)
{
	bool may_wait = !S_ISREG(info->st_mode), first = true, goes_on = true;

	while (goes_on && (!may_wait || wait_readable(worker, fd))) {
		ssize_t len = read_portion(fd, worker->portion, PORTION);
		if (len < 0)
			report_cut(worker, "cannot read", errno);
		if (len < 0)
			return first || end(worker);
		if (first && !may_wait)
			ahead_was_read(&worker->ahead, &worker->load->batch, index_of(worker));
		telex_slice bytes = tx_slice(worker->portion, (size_t)len);
		if (first && archive_is(bytes))
			return convert_archive(worker, fd, bytes);
		if (first && !begin(worker, NULL))
			return true;
		bool whole = first && !may_wait && len == info->st_size;
		goes_on = feed(worker, bytes, len == 0 || whole) && len > 0 && !whole;
		first = false;
	}
	return first ? stop_signal() == 0 : end(worker);
}

static bool convert_file(struct worker *worker)
{
	struct stat info;
	int fd = ahead_open(&worker->ahead, &worker->load->batch, index_of(worker));
	bool goes_on = true;

	if (fd < 0 || fstat(fd, &info) != 0)
		report_problem(worker, "cannot open", errno);
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
	report_problem(worker, "cannot read", errno);
	return true;
}

static bool convert_bytes(struct worker *worker, const struct item *item)
{
	const struct tx_buffer *bytes = &worker->load->batch.bytes;

	if (!begin(worker, item->member))
		return true;
	if (item->problem != NULL)
		report_cut(worker, item->problem, item->error);
	feed(worker, tx_slice(bytes->data + item->start, item->len), item->problem == NULL);
	return end(worker);
}

static bool convert_member(struct worker *worker, const struct item *item)
{
	const struct tx_buffer *bytes = &worker->load->batch.bytes;

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
		worker->tally.sources++;
		report_problem(worker, item->problem, item->error);
		break;
	}
	return true;
}
