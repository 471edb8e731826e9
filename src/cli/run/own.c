/* The outputs seen from the sources.  One file as an output replaces what has its name, as the
 * output of any command does, unless that is a source: by its name or a link to it, in a folder
 * that is read, or as standard input.  Its part and its journal are continued only from a run that
 * was cut off, and from nothing else. */
#include "cli/run/own.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/output/origin.h"
#include "cli/overview/overview.h"
#include "cli/run/run.h"
#include "cli/report/messages.h"
#include "core/scan.h"

#define JOURNAL_SIGN "telex journal "
#define ERRORS_SIGN  "{\"kind\":\"error\""

static const char *const endings[OWN_NAMES] = {"", ".part", ".part.journal"};

static char *join(const char *path, const char *ending)
{
	size_t size = strlen(path) + strlen(ending) + 1;
	char *joined = malloc(size);

	if (joined != NULL)
		snprintf(joined, size, "%s%s", path, ending);
	return joined;
}

/* The path's folder with a slash, own; and its name there. */
static char *folder_of(const char *path, const char **ret_name)
{
	const char *slash = strrchr(path, '/');

	*ret_name = slash == NULL ? path : slash + 1;
	if (slash == NULL)
		return join("./", "");
	char *folder = join(path, "");
	if (folder != NULL)
		folder[slash - path + 1] = '\0';
	return folder;
}

/* The first bytes of a file, as many as there are up to `size`; -1 with errno. */
static ssize_t read_start(int fd, char *bytes, size_t size)
{
	size_t have = 0;

	while (have < size) {
		ssize_t len = pread(fd, bytes + have, size - have, (off_t)have);
		if (len < 0 && errno == EINTR)
			continue;
		if (len < 0)
			return -1;
		if (len == 0)
			break;
		have += (size_t)len;
	}
	return (ssize_t)have;
}

static bool is_page(int fd)
{
	char bytes[OVERVIEW_SIGN_MAX];
	ssize_t len = read_start(fd, bytes, sizeof(bytes));

	return len > 0 && overview_is_page(tx_slice(bytes, (size_t)len));
}

/* Whether what has the name of an output now is one of an earlier run: empty, a record, a page of
 * --report, or noted. */
static bool is_earlier(const char *path)
{
	struct stat info;
	const char *name;
	int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
	bool earlier = fd >= 0 && fstat(fd, &info) == 0 && S_ISREG(info.st_mode) &&
		       (info.st_size == 0 || origin_is_said(fd) || is_page(fd));
	char *folder = fd < 0 || earlier ? NULL : folder_of(path, &name);
	struct written *written = folder == NULL ? NULL : written_open(folder);

	earlier = earlier || (written != NULL && written_here(written, fd));
	written_close(written);
	free(folder);
	if (fd >= 0)
		close(fd);
	return earlier;
}

static bool begins_as_journal(const char *path)
{
	char bytes[sizeof(JOURNAL_SIGN) - 1];
	int fd = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
	ssize_t len = fd < 0 ? -1 : read_start(fd, bytes, sizeof(bytes));

	if (fd >= 0)
		close(fd);
	return len == 0 ||
	       (len == (ssize_t)sizeof(bytes) && memcmp(bytes, JOURNAL_SIGN, sizeof(bytes)) == 0);
}

/* Whether a part's bytes say that they are telex's: a record, or what --errors writes. */
static bool begins_as_output(const char *path)
{
	char bytes[sizeof(ERRORS_SIGN) - 1];
	int fd = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
	bool begins = fd >= 0 && (origin_is_said(fd) ||
				  (read_start(fd, bytes, sizeof(bytes)) == (ssize_t)sizeof(bytes) &&
				   memcmp(bytes, ERRORS_SIGN, sizeof(bytes)) == 0));

	if (fd >= 0)
		close(fd);
	return begins;
}

/* A part that is not empty has a journal beside it, or its own sign where nothing was whole yet or
 * the journal is that of the other output. */
static bool is_left_over(const char *path, const char *journal)
{
	struct stat info;

	if (lstat(path, &info) != 0)
		return true;
	if (!S_ISREG(info.st_mode) || info.st_nlink > 1)
		return false;
	if (begins_as_journal(journal))
		return true;
	return path != journal && (info.st_size == 0 || begins_as_output(path));
}

static bool check_parts(char *const paths[OWN_NAMES])
{
	for (size_t i = 1; i < OWN_NAMES; i++) {
		if (is_left_over(paths[i], paths[OWN_NAMES - 1]))
			continue;
		message("%s: is in the way, and not what a run of telex has left", paths[i]);
		return false;
	}
	return true;
}

/* Add the names of one file as an output; `names` is where. */
static int add_output(struct own *own, const char *path, size_t at)
{
	struct walk_file *file = &own->names[at];
	struct stat info = {0};
	const char *name;
	char *folder = folder_of(path, &name);
	bool has_folder = folder != NULL && stat(folder, &info) == 0;

	free(folder);
	for (size_t i = 0; i < OWN_NAMES; i++) {
		own->paths[at + i] = join(path, endings[i]);
		if (own->paths[at + i] == NULL) {
			message("out of memory");
			return EXIT_SOME_FAILED;
		}
		file[i].name = own->paths[at + i] + (name - path);
		file[i].dev = info.st_dev;
		file[i].ino = info.st_ino;
		file[i].is_left_out = has_folder && (i > 0 || is_earlier(path));
		file[i].was_met = false;
	}
	own_files_add_target(&own->files, path);
	return stat(path, &info) == 0 && !S_ISREG(info.st_mode) ? EXIT_ALL_CONVERTED
	       : check_parts(&own->paths[at])                   ? EXIT_ALL_CONVERTED
								: EXIT_OUTPUT;
}

/* A file of --errors or --report among results must not be one of them. */
static int add_beside(struct own *own, const char *path, const char *what, size_t at)
{
	const struct options *options = own->options;
	int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
	bool is_result = options->output_is_folder && fd >= 0 && origin_is_said(fd);

	if (fd >= 0)
		close(fd);
	if (!is_result)
		return add_output(own, path, at);
	message("%s: not replaced by %s, it holds a record", path, what);
	return EXIT_OUTPUT;
}

/* A source that is named, as far as it can be seen now. */
static bool is_target(const struct own *own, const char *path)
{
	struct stat info;
	bool is_stdin = strcmp(path, "-") == 0;
	const struct own_file *file = NULL;

	if (is_stdin ? fstat(STDIN_FILENO, &info) == 0 : stat(path, &info) == 0)
		file = own_files_find(&own->files, &info);
	return file != NULL && file->is_target;
}

static int check_sources(const struct own *own)
{
	const struct options *options = own->options;
	bool reads_stdin = options->source_count == 0 && options->files_from == NULL;

	for (int i = 0; i < options->source_count + reads_stdin; i++) {
		const char *path = reads_stdin ? "-" : options->sources[i];
		if (!is_target(own, path))
			continue;
		message("%s: the input file is the output file", reads_stdin ? "<stdin>" : path);
		return EXIT_USAGE;
	}
	return EXIT_ALL_CONVERTED;
}

/* Two outputs, or a part of one, under one name. */
static int check_outputs(const struct own *own)
{
	for (size_t i = 0; i < TX_COUNT(own->names); i++) {
		for (size_t j = (i / OWN_NAMES + 1) * OWN_NAMES; j < TX_COUNT(own->names); j++) {
			const struct walk_file *a = &own->names[i], *b = &own->names[j];
			if (a->name == NULL || b->name == NULL || a->dev != b->dev ||
			    a->ino != b->ino || strcmp(a->name, b->name) != 0)
				continue;
			message("%s: two outputs in one file", own->paths[i]);
			return EXIT_USAGE;
		}
	}
	return EXIT_ALL_CONVERTED;
}

static bool is_written_here(void *user, int fd)
{
	return written_here(user, fd);
}

static void set_exclusion(struct own *own, struct written *written)
{
	struct walk_exclusion *out = &own->exclusion;
	struct stat info;

	*out = (struct walk_exclusion){
		.globs = &own->options->globs, .files = own->names, .count = TX_COUNT(own->names)};
	if (written == NULL || stat(own->options->output_path, &info) != 0)
		return;
	out->folder = true;
	out->dev = info.st_dev;
	out->ino = info.st_ino;
	out->is_own = is_written_here;
	out->user = written;
}

int own_begin(struct own *own, const struct options *options, struct written *written)
{
	int code = EXIT_ALL_CONVERTED;

	*own = (struct own){.options = options};
	set_exclusion(own, written);
	if (options->output_path != NULL && !options->output_is_folder)
		code = add_output(own, options->output_path, 0);
	if (code == EXIT_ALL_CONVERTED && options->errors_path != NULL)
		code = add_beside(own, options->errors_path, "errors", OWN_NAMES);
	if (code == EXIT_ALL_CONVERTED && options->page_path != NULL)
		code = add_beside(own, options->page_path, "a report", (size_t)2 * OWN_NAMES);
	if (code == EXIT_ALL_CONVERTED)
		code = check_outputs(own);
	return code == EXIT_ALL_CONVERTED ? check_sources(own) : code;
}

static void note(const char *path)
{
	const char *name;
	char *folder = folder_of(path, &name);
	int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
	struct written *written = folder == NULL || fd < 0 ? NULL : written_open(folder);

	/* Without the note the next run refuses to replace the file. */
	if (written != NULL && !origin_is_said(fd))
		(void)written_note(written, fd, name, "", NULL);
	written_close(written);
	if (fd >= 0)
		close(fd);
	free(folder);
}

void own_note(const struct own *own)
{
	for (size_t i = 0; i < TX_COUNT(own->names); i += OWN_NAMES) {
		if (own->names[i].was_met)
			note(own->paths[i]);
	}
}

void own_done(struct own *own)
{
	for (size_t i = 0; i < TX_COUNT(own->paths); i++)
		free(own->paths[i]);
}
