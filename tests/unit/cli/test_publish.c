/* Results that wait for their names: what becomes of them when the names are given, or were taken
 * meanwhile, or the disk fails. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/output/atomic_file.h"
#include "cli/output/publish.h"
#include "cli/output/written.h"

#define RECORD(source) "{\"telex\":\"1.0\",\"source\":{\"path\":\"" source "\",\"index\":0}}\n"

static char folder[32];
static struct publisher publisher;
static int sync_error, file_sync_error; /* 0: it works */
static size_t syncs, file_syncs;
static int last_error;
static char failed_target[64];

int __wrap_syncfs(int fd);
int __wrap_fsync(int fd);

int __wrap_syncfs(int fd)
{
	assert_int_equal(fd, publisher.folder);
	syncs++;
	errno = sync_error;
	return sync_error == 0 ? 0 : -1;
}

int __wrap_fsync(int fd)
{
	(void)fd;
	file_syncs++;
	errno = file_sync_error;
	return file_sync_error == 0 ? 0 : -1;
}

static int begin(void **state)
{
	(void)state;
	sync_error = file_sync_error = 0;
	syncs = file_syncs = 0;
	last_error = 0;
	failed_target[0] = '\0';
	strcpy(folder, "/tmp/telex-publish-XXXXXX");
	if (mkdtemp(folder) == NULL)
		return -1;
	strcat(folder, "/");
	memset(&publisher, 0, sizeof(publisher));
	publisher.root = folder;
	publisher.written = written_open(folder);
	publish_begin(&publisher);
	return publisher.written == NULL;
}

static int end(void **state)
{
	static const char *const names[] = {"a.part", "a.json", "a.ndjson",
					    "b.part", "b.json", ".telex"};
	char path[64];

	(void)state;
	publish_done(&publisher);
	written_close(publisher.written);
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		snprintf(path, sizeof(path), "%s%s", folder, names[i]);
		unlink(path);
	}
	return rmdir(folder);
}

static const char *path_of(char path[64], const char *name)
{
	snprintf(path, 64, "%s%s", folder, name);
	return path;
}

static void write_file(const char *name, const char *text)
{
	char path[64];
	FILE *file = fopen(path_of(path, name), "wb");

	assert_non_null(file);
	assert_int_equal(fputs(text, file) < 0, 0);
	assert_int_equal(fclose(file), 0);
}

/* Whether the file holds this text; NULL: it is not there. */
static bool holds(const char *name, const char *text)
{
	char path[64], bytes[256];
	FILE *file = fopen(path_of(path, name), "rb");

	if (file == NULL)
		return text == NULL;
	size_t len = fread(bytes, 1, sizeof(bytes), file);
	fclose(file);
	return text != NULL && len == strlen(text) && memcmp(bytes, text, len) == 0;
}

static int add(const char *letter, const char *text)
{
	char part[64], target[64], other[64], names[3][16];

	snprintf(names[0], sizeof(names[0]), "%s.part", letter);
	snprintf(names[1], sizeof(names[1]), "%s.json", letter);
	snprintf(names[2], sizeof(names[2]), "%s.ndjson", letter);
	struct publish_file file = {.part = path_of(part, names[0]),
				    .target = path_of(target, names[1]),
				    .other = path_of(other, names[2]),
				    .source = letter};
	int fd = atomic_file_create(file.part);
	assert_true(fd >= 0);
	assert_int_equal(write(fd, text, strlen(text)), (ssize_t)strlen(text));
	return publish_add(&publisher, fd, &file);
}

static void note_failure(void *user, const struct publish_file *file, int error)
{
	assert_ptr_equal(user, &publisher);
	last_error = error;
	snprintf(failed_target, sizeof(failed_target), "%s", file->target + strlen(folder));
}

static void settle(void)
{
	publish_settle(&publisher, note_failure, &publisher);
	assert_int_equal(publisher.count, 0);
}

static void skip_without_syncfs(void)
{
	if (publisher.folder < 0)
		skip();
}

static void names_come_after_one_sync(void **state)
{
	(void)state;
	skip_without_syncfs();
	write_file("a.ndjson", RECORD("a"));
	assert_int_equal(add("a", RECORD("a")), 0);
	assert_int_equal(add("b", RECORD("b")), 0);
	assert_true(holds("a.json", NULL) && holds("b.json", NULL));
	settle();
	assert_int_equal(syncs, 1);
	assert_int_equal(file_syncs, 0);
	assert_true(holds("a.json", RECORD("a")) && holds("b.json", RECORD("b")));
	assert_true(holds("a.ndjson", NULL) && holds("a.part", NULL) && holds("b.part", NULL));
	assert_int_equal(last_error, 0);
	settle();
	assert_int_equal(syncs, 1);
}

/* Each file is synced by itself then, which shows whose bytes are lost. */
static void a_sync_that_fails(void **state)
{
	(void)state;
	skip_without_syncfs();
	sync_error = EIO;
	assert_int_equal(add("a", RECORD("a")), 0);
	settle();
	assert_int_equal(file_syncs, 1);
	assert_true(holds("a.json", RECORD("a")));
	assert_int_equal(last_error, 0);
	file_sync_error = EIO;
	assert_int_equal(add("b", RECORD("b")), 0);
	settle();
	assert_int_equal(last_error, EIO);
	assert_string_equal(failed_target, "b.json");
	assert_true(holds("b.json", NULL) && holds("b.part", NULL));
}

static void a_name_that_was_taken_meanwhile(void **state)
{
	(void)state;
	skip_without_syncfs();
	assert_int_equal(add("a", RECORD("a")), 0);
	assert_int_equal(add("b", RECORD("b") "2"), 0);
	write_file("a.json", "foreign");
	write_file("b.json", RECORD("b") "1");
	settle();
	assert_int_equal(last_error, EEXIST);
	assert_string_equal(failed_target, "a.json");
	assert_true(holds("a.json", "foreign") && holds("a.part", NULL));
	assert_true(holds("b.json", RECORD("b") "2"));
}

static void the_same_bytes_are_no_failure(void **state)
{
	(void)state;
	skip_without_syncfs();
	write_file("a.json", "the same");
	assert_int_equal(add("a", "the same"), 0);
	assert_int_equal(publisher.count, 0);
	assert_int_equal(add("b", "the same"), 0);
	write_file("b.json", "the same");
	settle();
	assert_int_equal(last_error, 0);
	assert_true(holds("a.part", NULL) && holds("b.part", NULL));
}

static void a_name_that_is_taken_before(void **state)
{
	(void)state;
	write_file("a.json", "foreign");
	assert_int_equal(add("a", RECORD("a")), EEXIST);
	assert_true(holds("a.json", "foreign") && holds("a.part", NULL));
	char path[64];
	assert_int_equal(mkdir(path_of(path, "b.json"), 0777), 0);
	assert_int_equal(add("b", RECORD("b")), EISDIR);
	assert_int_equal(rmdir(path), 0);
}

static void a_part_that_is_gone(void **state)
{
	char path[64];

	(void)state;
	skip_without_syncfs();
	assert_int_equal(add("a", RECORD("a")), 0);
	assert_int_equal(unlink(path_of(path, "a.part")), 0);
	settle();
	assert_int_equal(last_error, ENOENT);
	assert_true(holds("a.json", NULL));
}

/* Where the system cannot sync many at once. */
static void each_by_itself(void **state)
{
	(void)state;
	if (publisher.folder >= 0)
		close(publisher.folder);
	publisher.folder = -1;
	assert_int_equal(add("a", RECORD("a")), 0);
	assert_int_equal(file_syncs, 1);
	assert_true(holds("a.json", RECORD("a")));
	file_sync_error = ENOSPC;
	assert_int_equal(add("b", RECORD("b")), ENOSPC);
	assert_true(holds("b.json", NULL) && holds("b.part", NULL));
	/* A device that cannot be synced is no failure. */
	file_sync_error = EINVAL;
	assert_int_equal(add("b", RECORD("b")), 0);
	settle();
	assert_int_equal(syncs, 0);
}

static void one_more_than_there_is_room_for(void **state)
{
	(void)state;
	skip_without_syncfs();
	publisher.count = PUBLISH_MAX;
	assert_true(publish_is_full(&publisher));
	assert_int_equal(add("a", RECORD("a")), 0);
	assert_int_equal(file_syncs, 1);
	assert_true(holds("a.json", RECORD("a")));
	publisher.count = 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(names_come_after_one_sync, begin, end),
		cmocka_unit_test_setup_teardown(a_sync_that_fails, begin, end),
		cmocka_unit_test_setup_teardown(a_name_that_was_taken_meanwhile, begin, end),
		cmocka_unit_test_setup_teardown(the_same_bytes_are_no_failure, begin, end),
		cmocka_unit_test_setup_teardown(a_name_that_is_taken_before, begin, end),
		cmocka_unit_test_setup_teardown(a_part_that_is_gone, begin, end),
		cmocka_unit_test_setup_teardown(each_by_itself, begin, end),
		cmocka_unit_test_setup_teardown(one_more_than_there_is_room_for, begin, end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
