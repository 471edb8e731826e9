/* Sorting more than fits: runs, passes of merges, and disks that fail.  pread and pwrite are this
 * test's own: they read and write a part, and fail when they are to. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <errno.h>
#include <stdlib.h>
#include <sys/types.h>

#include "cli/versions/sorter.h"
#include "cli/versions/temporary.h"

static int calls_left; /* before one fails; negative: none does */
static int error;

ssize_t __real_pread(int fd, void *bytes, size_t len, off_t offset);
ssize_t __real_pwrite(int fd, const void *bytes, size_t len, off_t offset);
ssize_t __wrap_pread(int fd, void *bytes, size_t len, off_t offset);
ssize_t __wrap_pwrite(int fd, const void *bytes, size_t len, off_t offset);

static bool fails(void)
{
	static unsigned calls;

	if (++calls % 7 == 0) {
		errno = EINTR;
		return true;
	}
	if (calls_left == 0) {
		errno = error;
		return true;
	}
	calls_left -= calls_left > 0;
	return false;
}

ssize_t __wrap_pread(int fd, void *bytes, size_t len, off_t offset)
{
	return fails() ? -1 : __real_pread(fd, bytes, len > 100 ? len / 2 : len, offset);
}

ssize_t __wrap_pwrite(int fd, const void *bytes, size_t len, off_t offset)
{
	return fails() ? -1 : __real_pwrite(fd, bytes, len > 100 ? len / 2 : len, offset);
}

struct item {
	uint64_t key, number;
	char rest[24];
};

static int order(const void *first, const void *second)
{
	const struct item *a = first, *b = second;

	if (a->key != b->key)
		return a->key < b->key ? -1 : 1;
	return (a->number > b->number) - (a->number < b->number);
}

/* Keys that come again, in no order. */
static struct item item_of(uint64_t number)
{
	struct item item = {.key = number * 2654435761U % 1009, .number = number};

	for (size_t i = 0; i < sizeof(item.rest); i++)
		item.rest[i] = (char)(number + i);
	return item;
}

static int sort(uint64_t count, size_t memory)
{
	struct sorter *sorter = sorter_new(sizeof(struct item), order, memory);
	struct item item, before = {.key = 0};
	uint64_t got = 0;

	assert_non_null(sorter);
	for (uint64_t i = 0; i < count; i++) {
		item = item_of(i);
		if (!sorter_add(sorter, &item))
			break;
	}
	while (sorter_next(sorter, &item)) {
		struct item wanted = item_of(item.number);
		assert_memory_equal(&item, &wanted, sizeof(item));
		assert_true(got == 0 || order(&before, &item) < 0);
		before = item;
		got++;
	}
	int failed = sorter_error(sorter);
	if (failed == 0) {
		assert_int_equal(got, count);
		assert_false(sorter_next(sorter, &item));
	}
	sorter_free(sorter);
	return failed;
}

/* None, one, as many as fit, one more; several runs; more runs than are merged at once, and more than
 * these can be in one more pass. */
static void items_come_in_order(void **state)
{
	static const uint64_t counts[] = {0, 1, 255, 256, 257, 1000, 16384, 16385, 70000};

	(void)state;
	calls_left = -1;
	for (size_t i = 0; i < sizeof(counts) / sizeof(counts[0]); i++)
		assert_int_equal(sort(counts[i], 1), 0);
	assert_int_equal(sort(300000, 1000 * sizeof(struct item)), 0);
}

/* At each call. */
static void errors_are_said(void **state)
{
	int calls = 0;

	(void)state;
	error = ENOSPC;
	for (int failed = ENOSPC; failed != 0; calls += 1 + calls / 4) {
		calls_left = calls;
		failed = sort(60000, 1);
		assert_true(failed == 0 || failed == ENOSPC);
	}
	assert_true(calls > 100);
	calls_left = -1;
}

static void folders_that_are_not_there(void **state)
{
	(void)state;
	setenv("TMPDIR", "/nowhere/at/all", 1);
	assert_string_equal(temporary_folder(), "/nowhere/at/all");
	assert_int_equal(sort(200, 1), 0);
	assert_int_equal(sort(30000, 1), ENOENT);
	setenv("TMPDIR", "", 1);
	assert_string_equal(temporary_folder(), "/tmp");
	unsetenv("TMPDIR");
	assert_string_equal(temporary_folder(), "/tmp");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(items_come_in_order),
		cmocka_unit_test(errors_are_said),
		cmocka_unit_test(folders_that_are_not_there),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
