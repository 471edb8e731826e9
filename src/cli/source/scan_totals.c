/* Counting in a thread of its own.  The numbers are given when all is counted: a total that grows
 * would make a bar that runs backwards. */
#include "cli/source/scan_totals.h"

#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/source/container.h"
#include "cli/source/shard.h"
#include "cli/source/sources.h"

struct count {
	uint64_t files, bytes;
	bool has_archives, has_streams;
};

static void count_file(struct count *count, const char *path, const struct stat *info)
{
	count->files++;
	count->has_archives |= container_is_named(path);
	if (S_ISREG(info->st_mode))
		count->bytes += (uint64_t)info->st_size;
	else
		count->has_streams = true;
}

static void count_folder(const struct scan_totals *totals, struct walk *walk, const char *root,
			 struct count *count)
{
	struct walk_entry entry;
	struct stat info;

	walk_begin(walk, root);
	while (!totals->stop && walk_next(walk, &entry)) {
		if (entry.problem == NULL &&
		    shard_has(totals->options, shard_hash(entry.path, NULL)) &&
		    stat(entry.path, &info) == 0)
			count_file(count, entry.path, &info);
	}
}

static void *count_all(void *user)
{
	struct scan_totals *totals = user;
	const struct options *options = totals->options;
	struct walk *walk = walk_new(totals->exclusion);
	struct count count = {0};

	for (int i = 0; walk != NULL && i < options->source_count && !totals->stop; i++) {
		const char *path = options->sources[i];
		struct stat info;
		bool is_stdin = strcmp(path, "-") == 0;
		if (is_stdin ? fstat(STDIN_FILENO, &info) != 0 : stat(path, &info) != 0)
			continue;
		if (S_ISDIR(info.st_mode))
			count_folder(totals, walk, path, &count);
		else if (shard_has(options, shard_hash(path, NULL)))
			count_file(&count, path, &info);
	}
	walk_free(walk);
	if (!totals->stop && !count.has_archives) {
		totals->files = count.files;
		totals->bytes = count.has_streams ? 0 : count.bytes;
	}
	return NULL;
}

void scan_totals_start(struct scan_totals *totals, const struct options *options,
		       const struct walk_exclusion *exclusion)
{
	sigset_t all, before;

	totals->options = options;
	totals->exclusion = exclusion;
	if (options->files_from != NULL || options->source_count == 0)
		return;
	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	totals->started = pthread_create(&totals->thread, NULL, count_all, totals) == 0;
	pthread_sigmask(SIG_SETMASK, &before, NULL);
}

void scan_totals_stop(struct scan_totals *totals)
{
	totals->stop = true;
	if (totals->started)
		pthread_join(totals->thread, NULL);
	totals->started = false;
}
