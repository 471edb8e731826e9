/* Mirroring.  A source's path under the folder is its path as it was given or found, without "."
 * and a leading '/'; ".." is written "%2E%2E", so that nothing leaves the folder.  What an earlier
 * run wrote for the source under the other ending is taken away. */
#include "cli/output/mirror.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/output/aside.h"
#include "core/slice.h"

#define KEPT_MAX ((size_t)1 << 20) /* smaller outputs are written at once */

void mirror_done(struct mirror *mirror)
{
	tx_buffer_done(&mirror->name);
	tx_buffer_done(&mirror->path);
	tx_buffer_done(&mirror->target);
	tx_buffer_done(&mirror->kept);
}

static void add_path(struct tx_buffer *name, const char *path)
{
	telex_slice rest = tx_slice_of(path);

	while (rest.len > 0) {
		struct tx_cut cut = tx_cut(rest, '/');
		rest = cut.tail;
		if (cut.head.len == 0 || tx_slice_eq(cut.head, TX_LIT(".")))
			continue;
		if (name->len > 0 && name->data[name->len - 1] != '/')
			tx_buffer_byte(name, '/');
		if (tx_slice_eq(cut.head, TX_LIT("..")))
			tx_buffer_lit(name, "%2E%2E");
		else
			tx_buffer_slice(name, cut.head);
	}
}

static void set_name(struct mirror *mirror, const char *path, const char *member)
{
	struct tx_buffer *name = &mirror->name;

	name->len = 0;
	tx_buffer_slice(name, tx_slice_of(mirror->root));
	add_path(name, strcmp(path, "-") == 0 ? "stdin" : path);
	if (member != NULL)
		add_path(name, member);
}

static const char *ending(const struct mirror *mirror, bool several)
{
	if (mirror->is_text)
		return ".txt";
	return several || mirror->is_lines ? ".ndjson" : ".json";
}

static const char *set_target(struct mirror *mirror, bool several)
{
	struct tx_buffer *target = &mirror->target;
	const char *end = ending(mirror, several);

	target->len = 0;
	tx_buffer_append(target, mirror->name.data, mirror->name.len);
	tx_buffer_append(target, end, strlen(end) + 1);
	return target->failed ? "" : target->data;
}

bool mirror_has(struct mirror *mirror, const char *path, const char *member)
{
	struct stat info;

	set_name(mirror, path, member);
	return stat(set_target(mirror, false), &info) == 0 ||
	       (!mirror->is_text && stat(set_target(mirror, true), &info) == 0);
}

/* "FOLDER/.NAME.NUMBER.part" */
static void set_path(struct mirror *mirror, uint64_t number)
{
	struct tx_buffer *path = &mirror->path;
	size_t folder = mirror->name.len;

	while (folder > 0 && mirror->name.data[folder - 1] != '/')
		folder--;
	path->len = 0;
	tx_buffer_append(path, mirror->name.data, folder);
	tx_buffer_byte(path, '.');
	tx_buffer_append(path, mirror->name.data + folder, mirror->name.len - folder);
	tx_buffer_printf(path, ".%llu.part", (unsigned long long)number);
	tx_buffer_byte(path, '\0');
}

void mirror_begin(struct mirror *mirror, const char *path, const char *member, uint64_t number)
{
	set_name(mirror, path, member);
	set_path(mirror, number);
	mirror->kept.len = 0;
	mirror->records = 0;
	mirror->fd = -1;
	mirror->error = mirror->name.failed || mirror->path.failed ? ENOMEM : 0;
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

static bool open_part(struct mirror *mirror)
{
	mirror->fd = aside_open(mirror->path.data);
	if (mirror->fd < 0 && errno == ENOENT && make_folders(mirror->path.data))
		mirror->fd = aside_open(mirror->path.data);
	if (mirror->fd < 0 || ftruncate(mirror->fd, 0) != 0)
		mirror->error = errno;
	return mirror->error == 0;
}

static void write_kept(struct mirror *mirror)
{
	telex_slice bytes = {mirror->kept.data, mirror->kept.len};

	mirror->kept.len = 0;
	if (mirror->kept.failed)
		mirror->error = ENOMEM;
	if (mirror->error != 0 || (mirror->fd < 0 && !open_part(mirror)))
		return;
	while (bytes.len > 0) {
		ssize_t done = write(mirror->fd, bytes.ptr, bytes.len);
		if (done < 0 && errno == EINTR)
			continue;
		if (done < 0) {
			mirror->error = errno;
			return;
		}
		bytes = tx_slice_skip(bytes, (size_t)done);
	}
}

void mirror_write(struct mirror *mirror, telex_slice bytes)
{
	tx_buffer_slice(&mirror->kept, bytes);
	if (mirror->kept.len >= KEPT_MAX)
		write_kept(mirror);
}

void mirror_count(struct mirror *mirror)
{
	mirror->records++;
}

static void drop(struct mirror *mirror)
{
	if (mirror->fd < 0)
		return;
	unlink(mirror->path.data);
	close(mirror->fd);
	mirror->fd = -1;
}

static void finish(struct mirror *mirror)
{
	bool several = mirror->records > 1;

	set_target(mirror, several);
	if (!aside_finish(mirror->fd, mirror->path.data, mirror->target.data)) {
		mirror->error = errno;
		unlink(mirror->path.data);
		return;
	}
	if (!mirror->is_text && !mirror->is_lines)
		unlink(set_target(mirror, !several));
}

int mirror_end(struct mirror *mirror, bool keep)
{
	keep = keep && mirror->records > 0;
	if (keep)
		write_kept(mirror);
	if (keep && mirror->error == 0)
		finish(mirror);
	else
		drop(mirror);
	set_target(mirror, mirror->records > 1);
	return keep ? mirror->error : 0;
}
