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

#include "cli/messages.h"
#include "cli/output.h"

#define PORTION     ((size_t)128 << 10) /* bytes read at once */
#define STDIN_SHOWN "<stdin>"
#define FINDING_MAX 4096

struct run {
	const struct options *options;
	telex_parser *parser;
	struct output *output;
	unsigned write_flags;
	bool failed; /* a dispatch or a source could not be converted */
	bool found;  /* --check or --strict found something */
	char portion[PORTION];
};

static bool is_stdin(const char *path)
{
	return strcmp(path, "-") == 0;
}

static const char *shown(const char *path)
{
	return is_stdin(path) ? STDIN_SHOWN : path;
}

/* "path:line:column: warning: message [code]" on `stream`. */
static void print_finding(FILE *stream, const char *path, const telex_warning *warning)
{
	message_path(stream, shown(path));
	fprintf(stream, ":%lu:%lu: warning: %.*s [%s]\n", (unsigned long)warning->line,
		(unsigned long)warning->column, (int)warning->message.len, warning->message.ptr,
		warning->code);
}

/* The same through the checked output. */
static void write_finding(struct run *run, const char *path, const telex_warning *warning)
{
	char line[FINDING_MAX];
	FILE *stream = fmemopen(line, sizeof(line), "w");

	if (stream == NULL) {
		run->failed = true;
		return;
	}
	print_finding(stream, path, warning);
	long len = ftell(stream);
	fclose(stream);
	output_write(run->output, (telex_slice){line, len < 0 ? 0 : (size_t)len});
}

/* With --verbose nothing that an envelope states goes silently. */
static void report_leftovers(const char *path, const telex_record *record)
{
	telex_slice name, text;

	for (size_t i = 0; telex_record_leftover(record, i, &name, &text); i++) {
		message_path(stderr, shown(path));
		fprintf(stderr, ": note: not taken: %.*s = %.*s\n", (int)name.len, name.ptr,
			(int)(text.len < 200 ? text.len : 200), text.ptr);
	}
}

static void report_warnings(struct run *run, const char *path, const telex_record *record)
{
	const struct options *options = run->options;
	telex_warning warning;

	for (size_t i = 0; telex_record_warning(record, i, &warning); i++) {
		run->found |= options->check || options->strict;
		if (options->check)
			write_finding(run, path, &warning);
		else if ((options->verbose || options->strict) && !options->quiet)
			print_finding(stderr, path, &warning);
	}
}

/* What a record is written by; `user` is the run's output. */
static void write_portion(void *user, telex_slice bytes)
{
	output_write(user, bytes);
}

static void convert_record(struct run *run, const char *path, const telex_record *record)
{
	telex_error error;

	report_warnings(run, path, record);
	if (run->options->verbose && !run->options->check)
		report_leftovers(path, record);
	if (run->options->check)
		return;
	if (telex_record_send(record, run->options->to, run->write_flags, write_portion,
			      run->output, &error) != TELEX_OK) {
		message_error(shown(path), &error);
		run->failed = true;
	}
}

static void report_failure(struct run *run, const char *path, const telex_error *error)
{
	run->failed = true;
	if (!run->options->quiet)
		message_error(shown(path), error);
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

static void convert_stream(struct run *run, const char *path, int fd)
{
	struct stat info;
	bool may_wait = fstat(fd, &info) != 0 || !S_ISREG(info.st_mode);
	telex_error error;
	ssize_t len;

	telex_parser_restart(run->parser, is_stdin(path) ? NULL : path, NULL);
	do {
		/* A reader waits for what is whole while this waits for more. */
		if (may_wait)
			output_flush(run->output);
		len = read_portion(fd, run->portion);
		if (len < 0) {
			message_errno(shown(path), "cannot read");
			run->failed = true;
			len = 0;
		}
		telex_slice bytes = {run->portion, (size_t)len};
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
		message_errno(path, "cannot open");
		run->failed = true;
	} else if (S_ISDIR(info.st_mode)) {
		errno = EISDIR;
		message_errno(path, "cannot read");
		run->failed = true;
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

enum exit_code run(const struct options *options)
{
	struct run *run = calloc(1, sizeof(*run));
	struct output *output = calloc(1, sizeof(*output));
	enum exit_code code = EXIT_SOME_FAILED;
	telex_error error;

	if (run == NULL || output == NULL) {
		message("out of memory");
		goto out;
	}
	*run = (struct run){.options = options, .output = output};
	run->write_flags = options->write_flags | (wants_color(options) ? TELEX_COLOR : 0U);
	if (telex_parser_new(&options->parser, &run->parser, &error) != TELEX_OK) {
		message("%s", error.message);
		code = error.status == TELEX_ERR_USAGE ? EXIT_USAGE : EXIT_SOME_FAILED;
		goto out;
	}
	if (!output_open(output, options->output_path)) {
		code = EXIT_OUTPUT;
		goto out;
	}
	convert_all(run);
	code = finish(run, output_close(output));
out:
	if (run != NULL)
		telex_parser_free(run->parser);
	free(run);
	free(output);
	return code;
}
