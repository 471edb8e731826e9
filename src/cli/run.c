/* The conversion run.  A source is read in portions, its dispatches written as soon as they are
 * whole; whatever is wrong with one is said and the run goes on. */
#include "cli/run.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/amount.h"
#include "cli/findings.h"
#include "cli/messages.h"
#include "cli/output.h"
#include "cli/progress.h"

#define PORTION ((size_t)128 << 10) /* bytes read at once */

struct run {
	const struct options *options;
	telex_parser *parser;
	struct output *output;
	struct output *errors;  /* of --errors, NULL without it */
	struct tx_buffer lines; /* what is said of a record */
	struct tally tally;
	struct progress progress;
	uint64_t bytes_known; /* size of a source that is the only one */
	unsigned write_flags;
	bool failed; /* a dispatch or a source could not be converted */
	bool found;  /* --check, --strict or --deny found something */
	char portion[PORTION];
};

static bool is_stdin(const char *path)
{
	return strcmp(path, "-") == 0;
}

/* What is in `lines`, to standard error. */
static void say(struct run *run)
{
	if (run->lines.len > 0)
		progress_hide(&run->progress);
	message_send(&run->lines);
}

/* What is in `lines`, to an output that must be whole. */
static void write_lines(struct run *run, struct output *output)
{
	if (run->lines.failed) {
		message("out of memory");
		output->failed = true;
		return;
	}
	output_write(output, tx_slice(run->lines.data, run->lines.len));
	run->lines.len = 0;
}

static void report_warnings(struct run *run, const char *path, const telex_record *record)
{
	const struct options *options = run->options;

	if (findings_report(&run->lines, &run->tally, options, path, NULL, record))
		run->found = true;
	if (options->check)
		write_lines(run, run->output);
	else
		say(run);
}

/* One line more for --errors. */
static void keep_failure(struct run *run, const char *path, const telex_error *error)
{
	report_error(&run->lines, REPORT_JSON, path, NULL, error);
	write_lines(run, run->errors);
}

static void report_failure(struct run *run, const char *path, const telex_error *error)
{
	run->failed = true;
	tally_error(&run->tally);
	if (run->errors != NULL)
		keep_failure(run, path, error);
	if (run->options->quiet)
		return;
	report_error(&run->lines, run->options->report_form, path, NULL, error);
	say(run);
}

static void report_errno(struct run *run, const char *path, const char *what)
{
	telex_error error = report_system_error(what, errno);

	report_failure(run, path, &error);
}

/* What a record is written by; `user` is the run's output. */
static void write_portion(void *user, telex_slice bytes)
{
	output_write(user, bytes);
}

static void convert_record(struct run *run, const char *path, const telex_record *record)
{
	telex_error error;

	tally_record(&run->tally, record);
	report_warnings(run, path, record);
	if (run->options->check)
		return;
	if (telex_record_send(record, run->options->to, run->write_flags, write_portion,
			      run->output, &error) != TELEX_OK)
		report_failure(run, path, &error);
}

/* Everything that is whole now. */
static bool convert_whole(struct run *run, const char *path)
{
	const telex_record *record;
	telex_error error;
	telex_status status;

	while ((status = telex_parser_next(run->parser, &record, &error)) != TELEX_END) {
		if (status == TELEX_OK)
			convert_record(run, path, record);
		else
			report_failure(run, path, &error);
		if (status == TELEX_ERR_MEMORY || run->output->failed)
			return false;
	}
	return true;
}

static ssize_t read_portion(int fd, char *portion)
{
	ssize_t len;

	do
		len = read(fd, portion, PORTION);
	while (len < 0 && errno == EINTR);
	return len;
}

/* The source that is being read is not done yet. */
static void show_progress(struct run *run)
{
	progress_tick(&run->progress, run->tally.sources - 1, (uint64_t)run->options->source_count,
		      run->tally.bytes, run->bytes_known);
}

static void convert_stream(struct run *run, const char *path, int fd)
{
	struct stat info;
	bool may_wait = fstat(fd, &info) != 0 || !S_ISREG(info.st_mode);
	bool is_only_one = run->options->source_count <= 1;
	telex_error error;
	ssize_t len;

	run->tally.sources++;
	run->bytes_known = is_only_one && !may_wait ? (uint64_t)info.st_size : 0;
	telex_parser_restart(run->parser, is_stdin(path) ? NULL : path, NULL);
	do {
		/* A reader waits for what is whole while this waits for more. */
		if (may_wait)
			output_flush(run->output);
		len = read_portion(fd, run->portion);
		if (len < 0) {
			report_errno(run, path, "cannot read");
			len = 0;
		}
		telex_slice bytes = {run->portion, (size_t)len};
		run->tally.bytes += bytes.len;
		show_progress(run);
		if (telex_parser_feed(run->parser, bytes, len == 0 ? TELEX_LAST : 0, &error) !=
		    TELEX_OK) {
			report_failure(run, path, &error);
			return;
		}
	} while (convert_whole(run, path) && len > 0);
}

static void convert_file(struct run *run, const char *path)
{
	struct stat info;
	int fd = open(path, O_RDONLY | O_NOCTTY);

	if (fd < 0 || fstat(fd, &info) != 0) {
		run->tally.sources++;
		report_errno(run, path, "cannot open");
	} else if (S_ISDIR(info.st_mode)) {
		errno = EISDIR;
		run->tally.sources++;
		report_errno(run, path, "cannot read");
	} else {
		convert_stream(run, path, fd);
	}
	if (fd >= 0)
		close(fd);
}

static void convert_all(struct run *run)
{
	const struct options *options = run->options;

	if (options->source_count == 0)
		convert_stream(run, "-", STDIN_FILENO);
	for (int i = 0; i < options->source_count && !run->output->failed; i++) {
		if (is_stdin(options->sources[i]))
			convert_stream(run, "-", STDIN_FILENO);
		else
			convert_file(run, options->sources[i]);
	}
}

static bool wants_color(const struct options *options)
{
	const char *no_color = getenv("NO_COLOR");

	if (options->color != WHEN_AUTO)
		return options->color == WHEN_ALWAYS;
	return options->output_path == NULL && isatty(STDOUT_FILENO) &&
	       (no_color == NULL || no_color[0] == '\0');
}

static enum exit_code finish(const struct run *run, bool whole)
{
	if (!whole)
		return EXIT_OUTPUT;
	if (run->output->closed_pipe)
		return EXIT_ALL_CONVERTED;
	return run->failed || run->found ? EXIT_SOME_FAILED : EXIT_ALL_CONVERTED;
}

static void summarize(struct run *run)
{
	tally_write(&run->lines, &run->tally, run->options->summary,
		    amount_now() - run->progress.started);
	say(run);
}

/* Open the outputs, convert, close them. */
static enum exit_code run_into_outputs(struct run *run)
{
	const struct options *options = run->options;
	bool whole;

	if (!output_open(run->output, options->output_path))
		return EXIT_OUTPUT;
	if (run->errors != NULL && !output_open(run->errors, options->errors_path)) {
		run->output->failed = true;
		(void)output_close(run->output);
		return EXIT_OUTPUT;
	}
	convert_all(run);
	progress_hide(&run->progress);
	whole = output_close(run->output);
	whole = (run->errors == NULL || output_close(run->errors)) && whole;
	summarize(run);
	return finish(run, whole);
}

static enum exit_code start(struct run *run)
{
	const struct options *options = run->options;
	telex_error error;

	run->output = calloc(1, sizeof(*run->output));
	run->errors = options->errors_path == NULL ? NULL : calloc(1, sizeof(*run->errors));
	if (run->output == NULL || (options->errors_path != NULL && run->errors == NULL)) {
		message("out of memory");
		return EXIT_SOME_FAILED;
	}
	if (telex_parser_new(&options->parser, &run->parser, &error) != TELEX_OK) {
		message("%s", error.message);
		return error.status == TELEX_ERR_USAGE ? EXIT_USAGE : EXIT_SOME_FAILED;
	}
	return run_into_outputs(run);
}

enum exit_code run(const struct options *options)
{
	struct run *run = calloc(1, sizeof(*run));

	if (run == NULL) {
		message("out of memory");
		return EXIT_SOME_FAILED;
	}
	run->options = options;
	progress_start(&run->progress, options);
	run->write_flags = options->write_flags | (wants_color(options) ? TELEX_COLOR : 0U);
	enum exit_code code = start(run);
	telex_parser_free(run->parser);
	tally_done(&run->tally);
	tx_buffer_done(&run->lines);
	free(run->output);
	free(run->errors);
	free(run);
	return code;
}
