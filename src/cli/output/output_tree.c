/* Results in a folder.  One is written under a hidden name beside its place and then gets its name
 * (publish.h).  What an earlier run wrote for the source under the other ending is removed. */
#include "cli/output/output_tree.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/output/atomic_file.h"
#include "cli/output/written.h"
#include "core/slice.h"
#include "core/scan.h"

#define ATTEMPTS 100               /* temporary names to try */
#define KEPT_MAX ((size_t)1 << 20) /* smaller outputs are written at once */

void output_tree_done(struct output_tree *tree)
{
	tx_buffer_done(&tree->name);
	tx_buffer_done(&tree->path);
	tx_buffer_done(&tree->target);
	tx_buffer_done(&tree->kept);
	tx_buffer_done(&tree->made);
	publish_done(&tree->publisher);
}

static const char *ending(const struct output_tree *tree, bool several)
{
	if (tree->ending != NULL)
		return tree->ending;
	return several || tree->is_lines ? ".ndjson" : ".json";
}

static const char *set_target(struct output_tree *tree, bool several)
{
	struct tx_buffer *target = &tree->target;
	const char *end = ending(tree, several);

	target->len = 0;
	tx_buffer_append(target, tree->name.data, tree->name.len);
	tx_buffer_append(target, end, strlen(end) + 1);
	return target->failed ? "" : target->data;
}

/* "FOLDER/.telex.NUMBER.PROCESS.TRY.part": the length does not depend on the name. */
static void set_path(struct output_tree *tree, unsigned attempt)
{
	struct tx_buffer *path = &tree->path;
	size_t folder = tree->name.len;

	while (folder > 0 && tree->name.data[folder - 1] != '/')
		folder--;
	path->len = 0;
	if (tree->process == 0)
		tree->process = (long)getpid();
	tx_buffer_append(path, tree->name.data, folder);
	tx_buffer_printf(path, ".telex.%llu.%ld.%u.part", (unsigned long long)tree->number,
			 tree->process, attempt);
	tx_buffer_byte(path, '\0');
	if (path->failed)
		tree->error = ENOMEM;
}

void output_tree_begin(struct output_tree *tree, const char *name, const char *path,
		       const char *member, uint64_t number)
{
	tree->source = path;
	tree->member = member;
	tree->number = number;
	tree->name.len = 0;
	tx_buffer_slice(&tree->name, tx_slice_of(tree->publisher.root));
	tx_buffer_slice(&tree->name, tx_slice_of(name));
	tree->kept.len = 0;
	tx_buffer_slice(&tree->kept, tree->header);
	tree->records = 0;
	tree->fd = -1;
	tree->error = tree->name.failed ? ENOMEM : 0;
}

bool output_tree_is_reserved(const struct output_tree *tree)
{
	bool folds_case = written_folds_case(tree->publisher.written);

	for (size_t i = 0; i < TX_COUNT(tree->reserved); i++) {
		if (tree->reserved[i] != NULL &&
		    atomic_file_is_one_name(tree->target.data, tree->reserved[i], folds_case))
			return true;
	}
	return false;
}

static bool has_target(struct output_tree *tree, bool several)
{
	return *set_target(tree, several) != '\0' && !output_tree_is_reserved(tree) &&
	       publish_has(&tree->publisher, tree->target.data, tree->source, tree->member);
}

bool output_tree_has(struct output_tree *tree)
{
	return has_target(tree, false) || (tree->ending == NULL && has_target(tree, true));
}

/* Make the folders in which the part is to lie. */
static bool make_folders(struct output_tree *tree)
{
	char *path = tree->path.data;

	tree->made.len = 0;
	for (char *slash = strchr(path + 1, '/'); slash != NULL; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		int made = mkdir(path, 0777);
		*slash = '/';
		if (made != 0 && errno != EEXIST)
			return false;
		tree->made.len = 0;
		if (made == 0)
			tx_buffer_append(&tree->made, path, (size_t)(slash - path) + 1);
	}
	return true;
}

static bool open_part(struct output_tree *tree)
{
	for (unsigned attempt = 0; attempt < ATTEMPTS && tree->fd < 0; attempt++) {
		set_path(tree, attempt);
		if (tree->error != 0)
			return false;
		tree->fd = atomic_file_create(tree->path.data);
		if (tree->fd < 0 && errno == ENOENT && make_folders(tree))
			tree->fd = atomic_file_create(tree->path.data);
		if (tree->fd < 0 && errno != EEXIST)
			break;
	}
	if (tree->fd < 0)
		tree->error = errno;
	return tree->error == 0;
}

static void write_kept(struct output_tree *tree)
{
	telex_slice bytes = {tree->kept.data, tree->kept.len};

	tree->kept.len = 0;
	if (tree->kept.failed)
		tree->error = ENOMEM;
	if (tree->error != 0 || (tree->fd < 0 && !open_part(tree)))
		return;
	while (bytes.len > 0) {
		ssize_t done = write(tree->fd, bytes.ptr, bytes.len);
		if (done < 0 && errno == EINTR)
			continue;
		if (done < 0) {
			tree->error = errno;
			return;
		}
		bytes = tx_slice_skip(bytes, (size_t)done);
	}
}

void output_tree_write(struct output_tree *tree, telex_slice bytes)
{
	tx_buffer_slice(&tree->kept, bytes);
	if (tree->kept.len >= KEPT_MAX)
		write_kept(tree);
}

void output_tree_count(struct output_tree *tree)
{
	tree->records++;
}

static void drop(struct output_tree *tree)
{
	if (tree->fd < 0)
		return;
	unlink(tree->path.data);
	close(tree->fd);
	tree->fd = -1;
}

/* Whether the run has made the folder of the current output, with nothing in it. */
static bool is_in_new_folder(const struct output_tree *tree)
{
	telex_slice made = {tree->made.data, tree->made.len};
	telex_slice name = {tree->name.data, tree->name.len};

	return made.len > 0 && tx_slice_starts(name, made) &&
	       memchr(name.ptr + made.len, '/', name.len - made.len) == NULL;
}

/* The file is closed, or gone. */
static int publish(struct output_tree *tree)
{
	bool several = tree->records > 1;
	struct tx_buffer other = {0};

	if (*set_target(tree, several) == '\0')
		return ENOMEM;
	if (output_tree_is_reserved(tree))
		return EEXIST;
	if (tree->ending == NULL && !tree->is_lines && !is_in_new_folder(tree)) {
		tx_buffer_append(&other, tree->name.data, tree->name.len);
		const char *end = ending(tree, !several);
		tx_buffer_append(&other, end, strlen(end) + 1);
	}
	struct publish_file file = {.part = tree->path.data,
				    .target = tree->target.data,
				    .other = other.len > 0 ? other.data : NULL,
				    .source = tree->source,
				    .member = tree->member,
				    .in_new_folder = is_in_new_folder(tree)};
	int error = other.failed ? ENOMEM : 0;
	if (error == 0) {
		error = publish_add(&tree->publisher, tree->fd, &file);
		tree->fd = -1;
	}
	tx_buffer_done(&other);
	return error;
}

int output_tree_end(struct output_tree *tree, bool keep)
{
	keep = keep && tree->records > 0;
	if (keep)
		write_kept(tree);
	if (keep && tree->error == 0)
		tree->error = publish(tree);
	drop(tree);
	set_target(tree, tree->records > 1);
	return keep ? tree->error : 0;
}
