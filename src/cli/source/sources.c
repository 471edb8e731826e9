/* The order of a run's items: the names of the command line, then those of the list; a folder's
 * files where the folder is named, an archive's members in its place.  A file is recognised
 * to be an archive by its name and its first bytes: to look into every file would cost an opening
 * each; one whose name does not say so is found by the worker that opens it. */
#include "cli/source/sources.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <xxhash.h>

#include "cli/source/shard.h"
#include "cli/source/magic.h"
#include "cli/source/names.h"
#include "cli/source/own_files.h"
#include "cli/source/paths.h"

#define MEMBER_WHOLE ((size_t)256 << 10) /* a larger member is read as it is parsed */
#define MEMBER_READ  ((size_t)32 << 10)

struct sources {
	const struct options *options;
	struct container_limits limits;
	struct paths paths;
	struct container *container; /* the current one */
	int archive_fd;
	char *archive_path;
	char head_bytes[MAGIC_HEAD];
	const struct own_files *own;
	struct names *names;   /* NULL: none are wanted */
	struct tx_buffer name; /* of the current item */
	bool has_name;
	uint64_t count, skip, chain, skipped_chain;
	bool may_wait;  /* the last batch ends where a list has no more names yet */
	bool is_short;  /* of memory */
	bool has_found; /* an item, of whatever shard */
	char *unreadable;
	int unreadable_error;
};

struct sources *sources_new(const struct options *options, const struct walk_exclusion *exclusion,
			    bool (*wait_readable)(int fd))
{
	struct sources *sources = calloc(1, sizeof(*sources));

	if (sources == NULL)
		return NULL;
	sources->options = options;
	sources->limits = container_limits_of(options);
	sources->archive_fd = -1;
	if (!paths_begin(&sources->paths, options, exclusion, wait_readable)) {
		free(sources);
		return NULL;
	}
	return sources;
}

static void close_archive(struct sources *sources)
{
	container_close(sources->container);
	sources->container = NULL;
	if (sources->archive_fd >= 0)
		close(sources->archive_fd);
	sources->archive_fd = -1;
	free(sources->archive_path);
	sources->archive_path = NULL;
}

void sources_free(struct sources *sources)
{
	if (sources == NULL)
		return;
	close_archive(sources);
	paths_done(&sources->paths);
	tx_buffer_done(&sources->name);
	free(sources->unreadable);
	free(sources);
}

void sources_want_names(struct sources *sources, struct names *names)
{
	sources->names = names;
}

void sources_set_own(struct sources *sources, const struct own_files *own)
{
	sources->own = own;
}

void sources_skip(struct sources *sources, uint64_t items)
{
	sources->skip = items;
}

uint64_t sources_chain(const struct sources *sources)
{
	return sources->skipped_chain;
}

uint64_t sources_count(const struct sources *sources)
{
	return sources->count;
}

/* Count an item of this shard; false when an earlier run has converted it. */
static bool count_item(struct sources *sources, uint64_t hash)
{
	sources->chain = XXH64(&hash, sizeof(hash), sources->chain);
	if (sources->count++ >= sources->skip)
		return true;
	sources->skipped_chain = sources->chain;
	return false;
}

/* Count an item; false when it is another shard's, or an earlier run has converted it. */
static bool is_wanted(struct sources *sources, const char *path, const char *member)
{
	uint64_t hash = shard_hash(path, member);

	sources->has_found = true;
	/* Also of what is another's: a name follows from all names before it. */
	sources->has_name =
		sources->names != NULL && names_give(sources->names, path, member, &sources->name);
	return shard_has(sources->options, hash) && count_item(sources, hash);
}

static ssize_t read_head(int fd, char *bytes, size_t size)
{
	size_t len = 0;

	while (len < size) {
		ssize_t more = read(fd, bytes + len, size - len);
		if (more < 0 && errno == EINTR)
			continue;
		if (more < 0)
			return -1;
		if (more == 0)
			break;
		len += (size_t)more;
	}
	return (ssize_t)len;
}

/* Whether the path is an archive; it is then open.  A pipe may not be looked into: what was
 * read is gone. */
static bool open_archive(struct sources *sources, const char *path)
{
	struct stat info;

	if (!container_is_named(path))
		return false;
	sources->archive_fd = open(path, O_RDONLY | O_NOCTTY | O_CLOEXEC);
	if (sources->archive_fd < 0 || fstat(sources->archive_fd, &info) != 0 ||
	    !S_ISREG(info.st_mode) || own_files_find(sources->own, &info) != NULL) {
		close_archive(sources);
		return false;
	}
	ssize_t len = read_head(sources->archive_fd, sources->head_bytes, MAGIC_HEAD);
	struct input input = {.fd = sources->archive_fd,
			      .head = tx_slice(sources->head_bytes, len > 0 ? (size_t)len : 0)};
	if (magic_of(input.head, true) != MAGIC_NONE || magic_is_cut(input.head)) {
		sources->archive_path = strdup(path);
		sources->container = container_open(&input, &sources->limits);
	}
	if (sources->container != NULL && sources->archive_path != NULL)
		return true;
	close_archive(sources);
	return false;
}

/* The member's bytes, if they are few; else it goes on in the archive. */
static void read_member(struct sources *sources, struct batch *batch, struct item *item)
{
	struct tx_buffer *bytes = &batch->bytes;

	item->start = bytes->len;
	while (item->kind == ITEM_BYTES) {
		if (!tx_buffer_reserve(bytes, MEMBER_READ)) {
			item->problem = "cannot read";
			item->error = ENOMEM;
			return;
		}
		ssize_t len = container_read_member(sources->container, bytes->data + bytes->len,
						    MEMBER_READ);
		bytes->len += len > 0 ? (size_t)len : 0;
		item->len = bytes->len - item->start;
		if (len < 0)
			batch_set_problem(batch, item, container_problem(sources->container));
		if (len <= 0)
			return;
		if (item->len >= MEMBER_WHOLE)
			item->kind = ITEM_MEMBER;
	}
}

static void add_members(struct sources *sources, struct batch *batch)
{
	const char *member = NULL;

	switch (container_next(sources->container, &member)) {
	case CONTAINER_MEMBER:
		if ((member == NULL || globs_want(&sources->options->globs, member)) &&
		    is_wanted(sources, sources->archive_path, member))
			read_member(sources, batch,
				    batch_add(batch, ITEM_BYTES, sources->archive_path, member));
		return;
	case CONTAINER_PROBLEM:
		if (is_wanted(sources, sources->archive_path, NULL))
			batch_add_problem(batch, sources->archive_path, NULL,
					  container_problem(sources->container), 0);
		return;
	case CONTAINER_OVER:
		close_archive(sources);
	}
}

/* An earlier run has read it, or was not given it under this name. */
static void note_unreadable(struct sources *sources, const struct found *found)
{
	if (found->error == 0 || sources->unreadable != NULL)
		return;
	sources->unreadable = strdup(found->path);
	sources->unreadable_error = found->error;
}

static void add_file(struct batch *batch, const struct found *found)
{
	enum item_kind kind = found->is_stdin ? ITEM_STDIN : ITEM_FILE;
	struct item *item = batch_add(batch, kind, found->path, NULL);

	item->is_found = found->in_folder;
	item->last = found->is_stdin || found->may_wait;
}

static void add_found(struct sources *sources, struct batch *batch, const struct found *found)
{
	if (found->problem == NULL && !found->is_stdin && open_archive(sources, found->path))
		return;
	if (found->problem != NULL && found->error == ENOMEM) {
		sources->is_short = true;
		return;
	}
	if (!is_wanted(sources, found->path, NULL)) {
		note_unreadable(sources, found);
		return;
	}
	if (found->problem != NULL)
		batch_add_problem(batch, found->path, NULL, found->problem, found->error);
	else
		add_file(batch, found);
}

/* Folders without a file, a list without a name: an error of each shard. */
static void add_nothing_found(struct sources *sources, struct batch *batch)
{
	const struct options *options = sources->options;
	const char *first = options->source_count > 0 ? options->sources[0] : options->files_from;
	bool several = options->source_count + (options->files_from != NULL) > 1;

	sources->has_found = true;
	if (count_item(sources, shard_hash(first, NULL)))
		batch_add_problem(batch, first, NULL,
				  several ? "nothing to read is in it, nor in the other sources"
					  : "nothing to read is in it",
				  0);
}

/* An item whose name there was no memory for is not given, nor is anything after it. */
static bool is_named(struct sources *sources, struct batch *batch)
{
	struct item *item = &batch->items[batch->count - 1];

	item->chain = sources->chain;
	if (sources->has_name)
		item->name = batch_copy(batch, sources->name.data);
	if (item->path != NULL && (item->member != NULL || !item->is_member) &&
	    (item->name != NULL || sources->names == NULL || item->kind == ITEM_PROBLEM))
		return true;
	batch->count--;
	sources->count--;
	sources->is_short = true;
	return false;
}

/* One step, which gives an item or none.  False: there is nothing more. */
static bool take_step(struct sources *sources, struct batch *batch)
{
	size_t before = batch->count;
	struct found found;

	if (sources->container != NULL)
		add_members(sources, batch);
	else if (paths_next(&sources->paths, batch->count == 0, &found))
		add_found(sources, batch, &found);
	else if (paths_are_over(&sources->paths) && !sources->has_found)
		add_nothing_found(sources, batch);
	else
		return false;
	return batch->count == before || is_named(sources, batch);
}

bool sources_fill(struct sources *sources, struct batch *batch, uint64_t bytes_per_item)
{
	uint64_t items = BATCH_BYTES / (bytes_per_item + 1) + 1;

	batch_reset(batch);
	sources->may_wait = false;
	while (!sources->is_short &&
	       !batch_is_full(batch, items < BATCH_ITEMS_MAX ? (size_t)items : BATCH_ITEMS_MAX)) {
		if (!take_step(sources, batch)) {
			sources->may_wait = !paths_are_over(&sources->paths);
			break;
		}
	}
	batch->items_before = sources->count - batch->count;
	return batch->count > 0;
}

bool sources_may_wait(const struct sources *sources)
{
	return sources->may_wait;
}

const char *sources_unreadable(const struct sources *sources, int *ret_error)
{
	*ret_error = sources->unreadable_error;
	return sources->unreadable;
}

uint64_t sources_results(const struct sources *sources)
{
	return sources->paths.results;
}

uint64_t sources_hidden(const struct sources *sources)
{
	return paths_hidden(&sources->paths);
}

bool sources_are_short(const struct sources *sources)
{
	return sources->is_short;
}

ssize_t sources_read(struct sources *sources, char *bytes, size_t size, const char **ret_problem)
{
	ssize_t len = container_read_member(sources->container, bytes, size);

	if (len < 0)
		*ret_problem = container_problem(sources->container);
	return len;
}
