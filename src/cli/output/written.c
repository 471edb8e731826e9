/* The signs that a file is telex's.  ".telex" is text: a first line "telex results 1", then for
 * each file that does not name its source two lines, each a hash in hexadecimal: of its name and
 * bytes, and of its bytes alone.  Lines are only added, before the file gets its name: what a kill
 * or a loss of power leaves out is at worst a file that telex does not take for its own. */
#include "cli/output/written.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <xxhash.h>

#include "cli/output/origin.h"
#include "core/buffer.h"

#define NOTES     ".telex"
#define FIRST     "telex results 1\n"
#define FIRST_LEN (sizeof(FIRST) - 1)
#define LINE      17 /* bytes of a hash and its line end */
#define PORTION   ((size_t)64 << 10)
#define ROOM_MIN  64

struct written {
	const char *folder;
	int notes; /* -1: not counted yet */
	enum { CASE_UNKNOWN, CASE_COUNTS, CASE_FOLDS } case_rule;
	pthread_mutex_t lock; /* of what follows */
	uint64_t *keys;       /* 0: free */
	size_t count, room;
};

static bool has_key(const struct written *written, uint64_t key)
{
	if (written->room == 0)
		return false;
	for (size_t at = (size_t)key & (written->room - 1); written->keys[at] != 0;
	     at = (at + 1) & (written->room - 1)) {
		if (written->keys[at] == key)
			return true;
	}
	return false;
}

static void put_key(uint64_t *keys, size_t room, uint64_t key)
{
	size_t at = (size_t)key & (room - 1);

	while (keys[at] != 0)
		at = (at + 1) & (room - 1);
	keys[at] = key;
}

static bool add_key(struct written *written, uint64_t key)
{
	if (written->count * 4 >= written->room * 3) {
		size_t room = written->room == 0 ? ROOM_MIN : written->room * 2;
		uint64_t *keys = calloc(room, sizeof(*keys));
		if (keys == NULL)
			return false;
		for (size_t i = 0; i < written->room; i++) {
			if (written->keys[i] != 0)
				put_key(keys, room, written->keys[i]);
		}
		free(written->keys);
		written->keys = keys;
		written->room = room;
	}
	put_key(written->keys, written->room, key);
	written->count++;
	return true;
}

/* Torn lines are no hashes: they are passed over. */
static bool read_notes(struct written *written)
{
	char line[64];
	FILE *file = fdopen(dup(written->notes), "r");
	bool good =
		file != NULL && fgets(line, sizeof(line), file) != NULL && strcmp(line, FIRST) == 0;

	if (file != NULL && !good)
		errno = EEXIST;
	while (good && fgets(line, sizeof(line), file) != NULL) {
		char *end;
		uint64_t key = strtoull(line, &end, 16);
		if (end == line + LINE - 1 && *end == '\n' && key != 0 && !has_key(written, key))
			good = add_key(written, key);
	}
	int error = good ? 0 : errno;
	if (file != NULL)
		fclose(file);
	errno = error;
	return good;
}

static int open_notes(const char *folder, int flags)
{
	struct tx_buffer path = {0};
	int fd = -1;

	tx_buffer_printf(&path, "%s" NOTES, folder);
	tx_buffer_byte(&path, '\0');
	if (path.failed)
		errno = ENOMEM;
	else
		fd = open(path.data,
			  flags | O_APPEND | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY, 0666);
	int error = fd < 0 && errno == ELOOP ? EEXIST : errno;
	tx_buffer_done(&path);
	errno = error;
	return fd;
}

struct written *written_open(const char *folder)
{
	struct written *written = calloc(1, sizeof(*written));
	struct stat info;

	if (written == NULL)
		return NULL;
	written->folder = folder;
	pthread_mutex_init(&written->lock, NULL);
	written->notes = open_notes(folder, O_RDWR);
	bool good = written->notes >= 0 ? fstat(written->notes, &info) == 0 : errno == ENOENT;
	if (good && written->notes >= 0 && !S_ISREG(info.st_mode)) {
		errno = EEXIST;
		good = false;
	}
	if (good && written->notes >= 0)
		good = info.st_size == 0 || read_notes(written);
	if (good)
		return written;
	int error = errno;
	written_close(written);
	errno = error;
	return NULL;
}

void written_close(struct written *written)
{
	if (written == NULL)
		return;
	if (written->notes >= 0) {
		(void)fsync(written->notes);
		close(written->notes);
	}
	pthread_mutex_destroy(&written->lock);
	free(written->keys);
	free(written);
}

/* Asked of a name that is there, as others may be one only for some letters. */
static bool folds_case(const char *folder)
{
	struct tx_buffer path = {0};
	struct stat info;
	int probe;

	tx_buffer_printf(&path, "%s.telex.%ld.part", folder, (long)getpid());
	tx_buffer_byte(&path, '\0');
	probe = path.failed ? -1 : open(path.data, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
	bool folds = false;
	if (probe >= 0) {
		path.data[path.len - 2] = 'T';
		folds = stat(path.data, &info) == 0;
		path.data[path.len - 2] = 't';
		unlink(path.data);
		close(probe);
	}
	tx_buffer_done(&path);
	return folds;
}

bool written_folds_case(struct written *written)
{
	if (written->case_rule == CASE_UNKNOWN)
		written->case_rule = folds_case(written->folder) ? CASE_FOLDS : CASE_COUNTS;
	return written->case_rule == CASE_FOLDS;
}

/* Hash of the whole file. */
static bool hash_file(int fd, uint64_t *ret_hash)
{
	XXH64_state_t *state = XXH64_createState();
	char *portion = malloc(PORTION);
	off_t at = 0;
	ssize_t len = -1;

	if (state != NULL && portion != NULL) {
		XXH64_reset(state, 0);
		while ((len = pread(fd, portion, PORTION, at)) > 0 || (len < 0 && errno == EINTR)) {
			XXH64_update(state, portion, len > 0 ? (size_t)len : 0);
			at += len > 0 ? len : 0;
		}
		*ret_hash = XXH64_digest(state);
	}
	XXH64_freeState(state);
	free(portion);
	return len == 0;
}

bool written_alike(int fd, int other)
{
	struct stat info, other_info;
	uint64_t hash, other_hash;

	return fstat(fd, &info) == 0 && fstat(other, &other_info) == 0 &&
	       info.st_size == other_info.st_size && hash_file(fd, &hash) &&
	       hash_file(other, &other_hash) && hash == other_hash;
}

/* `path` matters as far as it begins with a slash: a name does not say that. */
static uint64_t key_of(uint64_t hash, const char *name, const char *path)
{
	if (name != NULL)
		hash = XXH64(name, strlen(name), path[0] == '/' ? ~hash : hash);
	return hash == 0 ? 1 : hash;
}

static bool is_noted(struct written *written, int fd, const char *name, const char *path)
{
	uint64_t hash;

	pthread_mutex_lock(&written->lock);
	bool noted = written->count > 0;
	pthread_mutex_unlock(&written->lock);
	if (!noted || !hash_file(fd, &hash))
		return false;
	pthread_mutex_lock(&written->lock);
	noted = has_key(written, key_of(hash, name, path));
	pthread_mutex_unlock(&written->lock);
	return noted;
}

bool written_for(struct written *written, int fd, const char *name, const char *path,
		 const char *member)
{
	return origin_is(fd, path, member) || is_noted(written, fd, name, path);
}

bool written_here(struct written *written, int fd)
{
	return origin_is_said(fd) || is_noted(written, fd, NULL, NULL);
}

/* The lock is held.  One write, so that what several runs add does not mix. */
static bool add_lines(struct written *written, const uint64_t keys[2])
{
	char lines[FIRST_LEN + 2 * LINE + 1];
	struct stat info;

	if (written->notes < 0)
		written->notes = open_notes(written->folder, O_RDWR | O_CREAT);
	if (written->notes < 0 || fstat(written->notes, &info) != 0)
		return false;
	int len = snprintf(lines, sizeof(lines), "%s%016" PRIx64 "\n%016" PRIx64 "\n",
			   info.st_size == 0 ? FIRST : "", keys[0], keys[1]);
	ssize_t done = write(written->notes, lines, (size_t)len);
	if (done >= 0 && done < len) {
		/* A line that is cut off must not be the beginning of the next one. */
		(void)!write(written->notes, "\n", 1);
		errno = ENOSPC;
	}
	return done == len && add_key(written, keys[0]) && add_key(written, keys[1]);
}

bool written_note(struct written *written, int fd, const char *name, const char *path,
		  const char *member)
{
	uint64_t hash;

	if (origin_is(fd, path, member))
		return true;
	if (!hash_file(fd, &hash))
		return false;
	uint64_t keys[2] = {key_of(hash, name, path), key_of(hash, NULL, NULL)};
	pthread_mutex_lock(&written->lock);
	bool good = has_key(written, keys[0]) || add_lines(written, keys);
	pthread_mutex_unlock(&written->lock);
	return good;
}
