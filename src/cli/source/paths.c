/* Names, in the order in which the user gave them.  A folder's files come where it is named; what
 * cannot be read is a path with a problem. */
#include "cli/source/paths.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "cli/source/names.h"
#include "core/slice.h"

bool paths_begin(struct paths *paths, const struct options *options,
		 const struct walk_exclusion *exclusion, bool (*wait_readable)(int fd))
{
	paths->options = options;
	paths->wait_readable = wait_readable;
	paths->exclusion = exclusion;
	paths->walk = walk_new(exclusion);
	return paths->walk != NULL;
}

void paths_done(struct paths *paths)
{
	walk_free(paths->walk);
	if (paths->list_is_open)
		list_close(&paths->list);
}

static bool open_list(struct paths *paths)
{
	const struct options *options = paths->options;

	paths->list_is_open =
		list_open(&paths->list, options->files_from, options->null_separated ? '\0' : '\n',
			  paths->wait_readable);
	return paths->list_is_open;
}

/* The next name of the list; false at its end, and where it lets wait. */
static bool read_list(struct paths *paths, bool patient, struct found *ret_found)
{
	*ret_found = (struct found){.path = paths->options->files_from};
	if (paths->options->files_from == NULL || paths->list_is_over)
		return false;
	if (!paths->list_is_open && !open_list(paths)) {
		ret_found->problem = "cannot open";
		ret_found->error = errno;
		return paths->list_is_over = true;
	}
	switch (list_next(&paths->list, patient, &ret_found->path)) {
	case LIST_NAME:
		return true;
	case LIST_PAUSE:
		return false;
	case LIST_LONG:
	case LIST_PROBLEM:
		ret_found->path = paths->options->files_from;
		ret_found->problem = paths->list.problem;
		ret_found->error = paths->list.error;
		paths->list_is_over = paths->list.error != 0;
		return true;
	case LIST_OVER:
		break;
	}
	paths->list_is_over = true;
	return false;
}

/* The next name that the user gave. */
static bool next_name(struct paths *paths, bool patient, struct found *ret_found)
{
	const struct options *options = paths->options;

	if (paths->next_argument < options->source_count) {
		const char *name = options->sources[paths->next_argument++];
		*ret_found = (struct found){.path = name, .is_stdin = strcmp(name, "-") == 0};
		return true;
	}
	if (options->source_count == 0 && options->files_from == NULL &&
	    paths->next_argument == 0) {
		paths->next_argument = 1;
		*ret_found = (struct found){.path = "-", .is_stdin = true};
		return true;
	}
	return read_list(paths, patient, ret_found);
}

/* A file that "telex -o ./ wire/..." wrote is named by the same pattern of the shell again. */
static bool is_result(const struct paths *paths, const char *path)
{
	return names_are_of_results(tx_slice_of(path)) && walk_is_result(paths->exclusion, path);
}

bool paths_next(struct paths *paths, bool patient, struct found *ret_found)
{
	struct walk_entry entry;
	struct stat info;

	for (;;) {
		if (paths->walking && walk_next(paths->walk, &entry)) {
			*ret_found = (struct found){.path = entry.path,
						    .in_folder = true,
						    .problem = entry.problem,
						    .error = entry.error};
			return true;
		}
		paths->walking = false;
		if (!next_name(paths, patient, ret_found))
			return false;
		if (ret_found->is_stdin || ret_found->problem != NULL)
			return true;
		if (stat(ret_found->path, &info) != 0) {
			/* It is reported when it is opened. */
			ret_found->error = errno;
			return true;
		}
		ret_found->may_wait = !S_ISREG(info.st_mode);
		if (S_ISREG(info.st_mode) && is_result(paths, ret_found->path)) {
			paths->results++;
			continue;
		}
		if (!S_ISDIR(info.st_mode))
			return true;
		walk_begin(paths->walk, ret_found->path);
		paths->walking = true;
	}
}

uint64_t paths_hidden(const struct paths *paths)
{
	return walk_hidden(paths->walk);
}

bool paths_are_over(const struct paths *paths)
{
	return paths->next_argument >= paths->options->source_count &&
	       (paths->options->files_from == NULL || paths->list_is_over);
}
