/* Converting an item: a file, a stream, a member of an archive is read in portions.  What is
 * plainly not text is passed over where nobody has named it. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/run/dispatches.h"
#include "cli/run/failures.h"
#include "cli/run/long_source.h"
#include "cli/run/result.h"
#include "cli/run/stop.h"
#include "cli/run/worker.h"
#include "cli/source/foreign.h"
#include "cli/source/magic.h"
#include "core/utf8.h"

static ssize_t read_portion(int fd, char *portion, size_t size)
{
	ssize_t len;

	do
		len = read(fd, portion, size);
	while (len < 0 && errno == EINTR);
	return len;
}

static ssize_t read_member(struct worker *worker, struct container *container,
			   const char **ret_problem)
{
	if (container == NULL)
		return sources_read(worker->context->sources, worker->portion, PORTION,
				    ret_problem);
	ssize_t len = container_read_member(container, worker->portion, PORTION);
	if (len < 0)
		*ret_problem = container_problem(container);
	return len;
}

/* The current member from its portion of `len` bytes on; -1: that could not be read. */
static bool feed_member(struct worker *worker, struct container *container, ssize_t len,
			const char *problem)
{
	bool goes_on;

	for (;;) {
		bool is_stopped = len < 0 && stop_signal() != 0;
		if (len < 0 && !is_stopped)
			dispatches_cut(worker, problem, 0);
		goes_on = is_stopped ||
			  (len >= 0 &&
			   dispatches_feed(worker, tx_slice(worker->portion, (size_t)len),
					   len == 0) &&
			   len > 0);
		if (!goes_on || stop_signal() != 0)
			break;
		len = read_member(worker, container, &problem);
	}
	if (goes_on)
		dispatches_stop(worker);
	return dispatches_end(worker);
}

/* A picture or the like among the files of a folder or an archive is passed over and counted. */
static bool is_passed_over(struct worker *worker, telex_slice head)
{
	bool is_foreign = foreign_kind(head) != NULL;

	worker->stats.skipped += is_foreign;
	return is_foreign;
}

static bool convert_found_member(struct worker *worker, struct container *container,
				 const char *member)
{
	const char *problem = NULL;

	if (member != NULL && !globs_want(&worker->context->options->globs, member))
		return true;
	ssize_t len = read_member(worker, container, &problem);
	if (member != NULL && len > 0 &&
	    is_passed_over(worker, tx_slice(worker->portion, (size_t)len)))
		return true;
	return !dispatches_begin(worker, member) || feed_member(worker, container, len, problem);
}

/* A source that may let us wait: complete output goes out first. */
static bool wait_readable(void *user, int fd)
{
	struct worker *worker = user;

	if ((long_source_is_on(worker) || worker->tree.publisher.count > 0) &&
	    !stop_is_readable(fd)) {
		result_settle(worker);
		dispatches_settle(worker);
	}
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

	if (start != NULL && (!worker_has_tree(worker) || result_begin_archive(worker))) {
		input.head = tx_slice(memcpy(start, head.ptr, head.len), head.len);
		container = container_open(&input, &limits);
	}
	if (container == NULL)
		failures_report_problem(worker, "cannot read", ENOMEM);
	while (goes_on && container != NULL &&
	       (step = container_next(container, &member)) != CONTAINER_OVER) {
		if (step == CONTAINER_MEMBER)
			goes_on = convert_found_member(worker, container, member);
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
			dispatches_cut(worker, "cannot read", errno);
		if (len < 0 ||
		    !dispatches_feed(worker, tx_slice(worker->portion, (size_t)len), len == 0) ||
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

static bool refuse_document(struct worker *worker, const char *kind)
{
	telex_error failure = {.status = TELEX_ERR_BINARY};

	tx_utf8_printf(failure.message, sizeof(failure.message), "not text but %s", kind);
	worker->member = NULL;
	worker->stats.sources++;
	failures_report(worker, &failure);
	return true;
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
		readahead_note_read(&worker->readahead, &worker->job->batch,
				    worker_item_index(worker));
	if (start.error != 0 && start.bytes.len == 0) {
		failures_report_problem(worker, "cannot read", start.error);
		return true;
	}
	if (worker->item->is_found && is_passed_over(worker, start.bytes))
		return true;
	/* Not an archive of dispatches; other kinds are found by the parser. */
	if (start.magic == MAGIC_ZIP && foreign_kind(start.bytes) != NULL)
		return refuse_document(worker, foreign_kind(start.bytes));
	if (start.magic > MAGIC_UNDECIDED)
		return convert_archive(worker, fd, start.bytes, may_wait);
	if (!dispatches_begin(worker, NULL))
		return true;
	if (start.error != 0)
		dispatches_cut(worker, "cannot read", start.error);
	bool goes_on = dispatches_feed(worker, start.bytes, start.is_over && start.error == 0) &&
		       !start.is_over;
	if (goes_on && feed_rest(worker, fd, may_wait))
		dispatches_stop(worker);
	return dispatches_end(worker);
}

/* Opening a pipe waits for its writer, or for a request to stop. */
static int open_item(struct worker *worker)
{
	int fd;

	do
		fd = readahead_open(&worker->readahead, &worker->job->batch,
				    worker_item_index(worker));
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

static telex_slice bytes_of(const struct worker *worker, const struct item *item)
{
	return tx_slice(worker->job->batch.bytes.data + item->start, item->len);
}

static bool convert_bytes(struct worker *worker, const struct item *item)
{
	telex_slice bytes = bytes_of(worker, item);

	if ((item->member != NULL && is_passed_over(worker, bytes)) ||
	    !dispatches_begin(worker, item->member))
		return true;
	if (item->problem != NULL)
		dispatches_cut(worker, item->problem, item->error);
	dispatches_feed(worker, bytes, item->problem == NULL);
	return dispatches_end(worker);
}

static bool convert_member(struct worker *worker, const struct item *item)
{
	telex_slice bytes = bytes_of(worker, item);
	const char *problem = NULL;

	if ((item->member != NULL && is_passed_over(worker, bytes)) ||
	    !dispatches_begin(worker, item->member))
		return true;
	if (!dispatches_feed(worker, bytes, false))
		return dispatches_end(worker);
	ssize_t len = read_member(worker, NULL, &problem);
	return feed_member(worker, NULL, len, problem);
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
