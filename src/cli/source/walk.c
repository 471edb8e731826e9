/* Walking a folder.  A folder is read as a whole, sorted and closed before its first file is given,
 * so that a walk holds no descriptor, however deep it is.  Hidden names are left out, links are
 * followed, a link that leads back into a folder above is a problem that is reported; how deep
 * a walk goes is limited by the length of a path only.  Left out: pipes, sockets and devices, which
 * only wait. */
#include "cli/source/walk.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/buffer.h"

#define UP_MAX 3072 /* bytes of "../" and so on: 1,024 folders above one */

/* What precedes a name in a level's list. */
enum kind { KIND_FILE = 'f', KIND_FOLDER = 'd', KIND_NONE = '-' };

struct level {
	struct tx_buffer names; /* a kind and a name each, NUL-terminated */
	const char **sorted;    /* into names */
	size_t count, next;
	size_t path_len; /* of the folder's own path, with its '/' */
	dev_t dev;
	ino_t ino;
	bool among_results; /* in the folder of outputs */
};

struct walk {
	const struct walk_exclusion *exclusion;
	struct level *levels;
	size_t depth, room;
	struct tx_buffer path;
	uint64_t hidden;
	const char *problem; /* of a folder that was to be entered */
	int error;
};

struct walk *walk_new(const struct walk_exclusion *exclusion)
{
	struct walk *walk = calloc(1, sizeof(*walk));

	if (walk != NULL)
		walk->exclusion = exclusion;
	return walk;
}

static void leave(struct walk *walk)
{
	struct level *level = &walk->levels[--walk->depth];

	tx_buffer_done(&level->names);
	free(level->sorted);
}

void walk_free(struct walk *walk)
{
	if (walk == NULL)
		return;
	while (walk->depth > 0)
		leave(walk);
	free(walk->levels);
	tx_buffer_done(&walk->path);
	free(walk);
}

static enum kind kind_of_mode(mode_t mode)
{
	if (S_ISDIR(mode))
		return KIND_FOLDER;
	return S_ISREG(mode) ? KIND_FILE : KIND_NONE;
}

/* A link is what it leads to; one that leads nowhere is a file, which then cannot be opened. */
static enum kind kind_of(int folder, const struct dirent *entry)
{
	struct stat info;

#ifdef DT_REG
	if (entry->d_type == DT_REG)
		return KIND_FILE;
	if (entry->d_type == DT_DIR)
		return KIND_FOLDER;
#endif
	return fstatat(folder, entry->d_name, &info, 0) == 0 ? kind_of_mode(info.st_mode)
							     : KIND_FILE;
}

/* One of the files that the run writes. */
static bool is_written(const struct walk *walk, const struct level *level, const char *name)
{
	const struct walk_exclusion *out = walk->exclusion;

	for (size_t i = 0; out != NULL && i < out->count; i++) {
		const struct walk_file *file = &out->files[i];
		if (file->name != NULL && file->is_left_out && file->dev == level->dev &&
		    file->ino == level->ino && strcmp(file->name, name) == 0)
			return true;
	}
	return false;
}

/* A result of this run or an earlier one; a link to one is a source like any. */
static bool is_result(const struct walk_exclusion *exclusion, int folder, const char *name)
{
	int fd = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
	bool own = fd >= 0 && exclusion->is_own(exclusion->user, fd);

	if (fd >= 0)
		close(fd);
	return own;
}

static int compare(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a + 1, *(const char *const *)b + 1);
}

static bool sort_names(struct level *level)
{
	const char *name = level->names.data;

	level->sorted = malloc((level->count + 1) * sizeof(*level->sorted));
	if (level->sorted == NULL || level->names.failed)
		return false;
	for (size_t i = 0; i < level->count; i++) {
		level->sorted[i] = name;
		name += strlen(name) + 1;
	}
	if (level->count > 0)
		qsort(level->sorted, level->count, sizeof(*level->sorted), compare);
	return true;
}

static bool is_hidden(const char *name)
{
	return name[0] == '.' && strcmp(name, ".") != 0 && strcmp(name, "..") != 0 &&
	       strncmp(name, ".telex", 6) != 0;
}

static bool read_names(struct walk *walk, struct level *level, DIR *folder)
{
	const struct dirent *entry;

	while (errno = 0, (entry = readdir(folder)) != NULL) {
		enum kind kind;
		walk->hidden += is_hidden(entry->d_name);
		if (entry->d_name[0] == '.' || is_written(walk, level, entry->d_name) ||
		    (kind = kind_of(dirfd(folder), entry)) == KIND_NONE ||
		    (kind == KIND_FILE && level->among_results &&
		     is_result(walk->exclusion, dirfd(folder), entry->d_name)))
			continue;
		tx_buffer_byte(&level->names, (char)kind);
		tx_buffer_append(&level->names, entry->d_name, strlen(entry->d_name) + 1);
		level->count++;
	}
	if (errno == 0 && !sort_names(level))
		errno = ENOMEM;
	return errno == 0;
}

static bool is_inside_itself(const struct walk *walk, const struct level *level)
{
	for (size_t i = 0; i < walk->depth; i++) {
		if (walk->levels[i].dev == level->dev && walk->levels[i].ino == level->ino)
			return true;
	}
	return false;
}

/* Whether the folder is that of the outputs or is in it, by whatever path it was reached. */
static bool is_among_results(const struct walk_exclusion *out, int folder)
{
	struct stat above, below;
	char up[UP_MAX];

	if (out == NULL || !out->folder || fstat(folder, &above) != 0)
		return false;
	for (size_t len = 0; len + 4 < sizeof(up); len += 3) {
		if (above.st_dev == out->dev && above.st_ino == out->ino)
			return true;
		memcpy(up + len, "../", 4);
		below = above;
		if (fstatat(folder, up, &above, 0) != 0 ||
		    (above.st_dev == below.st_dev && above.st_ino == below.st_ino))
			return false;
	}
	return false;
}

bool walk_is_result(const struct walk_exclusion *exclusion, const char *path)
{
	const char *slash = strrchr(path, '/');
	char *folder = slash == NULL ? strdup(".") : strndup(path, (size_t)(slash - path) + 1);
	int fd = -1;

	if (folder != NULL && exclusion != NULL && exclusion->folder)
		fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	bool result = fd >= 0 && is_among_results(exclusion, fd) &&
		      is_result(exclusion, fd, slash == NULL ? path : slash + 1);
	if (fd >= 0)
		close(fd);
	free(folder);
	return result;
}

static void note_meeting(const struct walk *walk, const struct level *level)
{
	const struct walk_exclusion *out = walk->exclusion;

	for (size_t i = 0; out != NULL && i < out->count; i++) {
		if (out->files[i].dev == level->dev && out->files[i].ino == level->ino)
			out->files[i].was_met = true;
	}
}

static bool push(struct walk *walk, const struct level *level)
{
	if (walk->depth == walk->room) {
		size_t room = walk->room * 2 + 16;
		struct level *levels = realloc(walk->levels, room * sizeof(*levels));
		if (levels == NULL)
			return false;
		walk->levels = levels;
		walk->room = room;
	}
	walk->levels[walk->depth++] = *level;
	return true;
}

static void set_problem(struct walk *walk, const char *problem, int error)
{
	walk->problem = problem;
	walk->error = error;
}

static void end_path(struct walk *walk)
{
	tx_buffer_byte(&walk->path, '\0');
	walk->path.len -= !walk->path.failed;
}

static void read_level(struct walk *walk, struct level *level, DIR *folder)
{
	struct stat info;

	if (fstat(dirfd(folder), &info) != 0) {
		set_problem(walk, "cannot read", errno);
		return;
	}
	level->dev = info.st_dev;
	level->ino = info.st_ino;
	level->among_results = is_among_results(walk->exclusion, dirfd(folder));
	note_meeting(walk, level);
	if (is_inside_itself(walk, level)) {
		set_problem(walk, "a loop of symbolic links", 0);
		return;
	}
	if (walk->path.len > 0 && walk->path.data[walk->path.len - 1] != '/')
		tx_buffer_byte(&walk->path, '/');
	level->path_len = walk->path.len;
	if (read_names(walk, level, folder) && push(walk, level))
		return;
	set_problem(walk, "cannot read", errno);
	end_path(walk);
	tx_buffer_done(&level->names);
	free(level->sorted);
}

/* Enter the folder that `walk->path` names; what goes wrong is the walk's problem. */
static void enter(struct walk *walk)
{
	struct level level = {0};
	DIR *folder = walk->path.failed ? NULL : opendir(walk->path.data);

	if (folder == NULL) {
		set_problem(walk, "cannot read", walk->path.failed ? ENOMEM : errno);
		return;
	}
	read_level(walk, &level, folder);
	closedir(folder);
}

void walk_begin(struct walk *walk, const char *root)
{
	walk->problem = NULL;
	walk->path.len = 0;
	tx_buffer_append(&walk->path, root, strlen(root));
	end_path(walk);
	enter(walk);
}

static bool take_problem(struct walk *walk, struct walk_entry *ret_entry)
{
	if (walk->problem == NULL)
		return false;
	*ret_entry = (struct walk_entry){.path = walk->path.failed ? "" : walk->path.data,
					 .problem = walk->problem,
					 .error = walk->error};
	walk->problem = NULL;
	return true;
}

uint64_t walk_hidden(const struct walk *walk)
{
	return walk->hidden;
}

/* The name is of a file or a folder; only files are to be included. */
static bool is_excluded(const struct walk *walk, bool is_folder)
{
	const struct globs *globs = walk->exclusion == NULL ? NULL : walk->exclusion->globs;

	if (globs == NULL || walk->path.failed || walk->depth == 0)
		return false;
	const char *path = walk->path.data + walk->levels[0].path_len;
	return is_folder ? globs_exclude_folder(globs, path) : !globs_want(globs, path);
}

bool walk_next(struct walk *walk, struct walk_entry *ret_entry)
{
	while (!take_problem(walk, ret_entry)) {
		if (walk->depth == 0)
			return false;
		struct level *level = &walk->levels[walk->depth - 1];
		if (level->next == level->count) {
			leave(walk);
			continue;
		}
		const char *name = level->sorted[level->next++];
		walk->path.len = level->path_len;
		tx_buffer_append(&walk->path, name + 1, strlen(name + 1));
		end_path(walk);
		if (is_excluded(walk, name[0] == KIND_FOLDER))
			continue;
		if (name[0] == KIND_FOLDER) {
			enter(walk);
		} else if (!walk->path.failed) {
			*ret_entry = (struct walk_entry){.path = walk->path.data};
			return true;
		} else {
			set_problem(walk, "cannot read", ENOMEM);
		}
	}
	return true;
}
