/* Counting in a thread of its own.  The numbers are given when all is counted: a total that grows
 * would make a bar that runs backwards. */
#include "cli/source/census.h"

#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/source/archive.h"
#include "cli/source/shard.h"
#include "cli/source/sources.h"

struct count {
	uint64_t files, bytes;
	bool has_archives, has_streams;
};

static void count_file(struct count *count, const char *path, const struct stat *info)
{
	count->files++;
	count->has_archives |= archive_is_named(path);
	if (S_ISREG(info->st_mode))
		count->bytes += (uint64_t)info->st_size;
	else
		count->has_streams = true;
}

static void count_folder(const struct census *census, struct walk *walk, const char *root,
			 struct count *count)
{
	struct walk_entry entry;
	struct stat info;

	walk_begin(walk, root);
	while (!census->stop && walk_next(walk, &entry)) {
		if (entry.problem == NULL &&
		    shard_has(census->options, shard_hash(entry.path, NULL)) &&
		    stat(entry.path, &info) == 0)
			count_file(count, entry.path, &info);
	}
}

static void *count_all(void *user)
{
	struct census *census = user;
	const struct options *options = census->options;
	struct walk *walk = walk_new(census->exclusion);
	struct count count = {0};

	for (int i = 0; walk != NULL && i < options->source_count && !census->stop; i++) {
		const char *path = options->sources[i];
		struct stat info;
		bool is_stdin = strcmp(path, "-") == 0;
		if (is_stdin ? fstat(STDIN_FILENO, &info) != 0 : stat(path, &info) != 0)
			continue;
		if (S_ISDIR(info.st_mode))
			count_folder(census, walk, path, &count);
		else if (shard_has(options, shard_hash(path, NULL)))
			count_file(&count, path, &info);
	}
	walk_free(walk);
	if (!census->stop && !count.has_archives) {
		census->files = count.files;
		census->bytes = count.has_streams ? 0 : count.bytes;
	}
	return NULL;
}

void census_start(struct census *census, const struct options *options,
		  const struct walk_exclusion *exclusion)
{
	sigset_t all, before;

	census->options = options;
	census->exclusion = exclusion;
	if (options->files_from != NULL || options->source_count == 0)
		return;
	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	census->started = pthread_create(&census->thread, NULL, count_all, census) == 0;
	pthread_sigmask(SIG_SETMASK, &before, NULL);
}

void census_stop(struct census *census)
{
	census->stop = true;
	if (census->started)
		pthread_join(census->thread, NULL);
	census->started = false;
}
