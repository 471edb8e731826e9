/* Results in a folder.  One is written under a hidden name beside its place and then gets its name,
 * if nothing has that name; what has it is replaced only when telex wrote it as the result of the
 * same source.  What an earlier run wrote for the source under the other ending is removed. */
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
	tx_buffer_append(path, tree->name.data, folder);
	tx_buffer_printf(path, ".telex.%llu.%ld.%u.part", (unsigned long long)tree->number,
			 (long)getpid(), attempt);
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
	tx_buffer_slice(&tree->name, tx_slice_of(tree->root));
	tx_buffer_slice(&tree->name, tx_slice_of(name));
	tree->kept.len = 0;
	tx_buffer_slice(&tree->kept, tree->header);
	tree->records = 0;
	tree->fd = -1;
	tree->error = tree->name.failed ? ENOMEM : 0;
}

bool output_tree_is_reserved(const struct output_tree *tree)
{
	bool folds_case = written_folds_case(tree->written);

	for (size_t i = 0; i < TX_COUNT(tree->reserved); i++) {
		if (tree->reserved[i] != NULL &&
		    atomic_file_is_one_name(tree->target.data, tree->reserved[i], folds_case))
			return true;
	}
	return false;
}

/* Open the file that has the name of the target.  -1 with errno, EEXIST where it is not a file. */
static int open_target(const struct output_tree *tree)
{
	const int flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY;
	struct stat info;

	if (output_tree_is_reserved(tree)) {
		errno = EEXIST;
		return -1;
	}
	int fd = open(tree->target.data, flags);
	if (fd < 0) {
		errno = errno == ELOOP || errno == ENXIO ? EEXIST : errno;
		return -1;
	}
	if (fstat(fd, &info) == 0 && S_ISREG(info.st_mode))
		return fd;
	close(fd);
	errno = S_ISDIR(info.st_mode) ? EISDIR : EEXIST;
	return -1;
}

/* The target's name inside the folder. */
static const char *target_name(const struct output_tree *tree)
{
	return tree->target.data + strlen(tree->root);
}

static bool is_own(const struct output_tree *tree, int fd)
{
	return written_for(tree->written, fd, target_name(tree), tree->source, tree->member);
}

static bool has_target(struct output_tree *tree, bool several)
{
	int fd = *set_target(tree, several) == '\0' ? -1 : open_target(tree);
	bool own = fd >= 0 && is_own(tree, fd);

	if (fd >= 0)
		close(fd);
	return own;
}

bool output_tree_has(struct output_tree *tree)
{
	return has_target(tree, false) || (tree->ending == NULL && has_target(tree, true));
}

/* Make the folders in which `path` is to lie. */
static bool make_folders(char *path)
{
	for (char *slash = strchr(path + 1, '/'); slash != NULL; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		int made = mkdir(path, 0777);
		*slash = '/';
		if (made != 0 && errno != EEXIST)
			return false;
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
		if (tree->fd < 0 && errno == ENOENT && make_folders(tree->path.data))
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

/* Whether a file that has the name gives way to the new one, or is the same. */
static bool replace(struct output_tree *tree)
{
	int fd = open_target(tree);
	bool replaced = false;

	if (fd < 0)
		return false;
	if (is_own(tree, fd))
		replaced = rename(tree->path.data, tree->target.data) == 0;
	else if (written_alike(fd, tree->fd))
		replaced = unlink(tree->path.data) == 0;
	else
		errno = EEXIST;
	int error = errno;
	close(fd);
	errno = error;
	return replaced;
}

static bool publish(struct output_tree *tree)
{
	if (*set_target(tree, tree->records > 1) == '\0') {
		errno = ENOMEM;
		return false;
	}
	if (output_tree_is_reserved(tree)) {
		errno = EEXIST;
		return false;
	}
	if ((fsync(tree->fd) != 0 && errno != EINVAL) ||
	    !written_note(tree->written, tree->fd, target_name(tree), tree->source, tree->member))
		return false;
	return atomic_file_rename_new(tree->path.data, tree->target.data) ||
	       (errno == EEXIST && replace(tree));
}

static void finish(struct output_tree *tree)
{
	bool several = tree->records > 1;

	if (!publish(tree)) {
		tree->error = errno;
		drop(tree);
		return;
	}
	if (close(tree->fd) != 0 && errno != EINTR)
		tree->error = errno;
	tree->fd = -1;
	if (tree->ending == NULL && !tree->is_lines && has_target(tree, !several))
		unlink(tree->target.data);
}

int output_tree_end(struct output_tree *tree, bool keep)
{
	keep = keep && tree->records > 0;
	if (keep)
		write_kept(tree);
	if (keep && tree->error == 0)
		finish(tree);
	else
		drop(tree);
	set_target(tree, tree->records > 1);
	return keep ? tree->error : 0;
}
