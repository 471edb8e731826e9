/* Files written under a temporary name: what there is when they cannot be, and what has a name
 * already. */
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

static char folder[32], part[48], name[48];
static int lock_error; /* 0: locks are given */

int __wrap_fcntl(int fd, int command, ...);

int __wrap_fcntl(int fd, int command, ...)
{
	(void)fd;
	assert_int_equal(command, F_SETLK);
	errno = lock_error;
	return lock_error == 0 ? 0 : -1;
}

static int make_folder(void **state)
{
	(void)state;
	lock_error = 0;
	strcpy(folder, "/tmp/telex-aside-XXXXXX");
	if (mkdtemp(folder) == NULL)
		return -1;
	snprintf(part, sizeof(part), "%s/a.part", folder);
	snprintf(name, sizeof(name), "%s/a", folder);
	return 0;
}

static int remove_folder(void **state)
{
	(void)state;
	unlink(part);
	unlink(name);
	return rmdir(folder);
}

static void put(const char *path, const char *text)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	fputs(text, file);
	fclose(file);
}

static void holds(const char *path, const char *text)
{
	char bytes[16] = "";
	FILE *file = fopen(path, "r");

	assert_non_null(file);
	assert_true(fread(bytes, 1, sizeof(bytes) - 1, file) == strlen(text));
	assert_string_equal(bytes, text);
	fclose(file);
}

static void test_no_lock(void **state)
{
	(void)state;
	lock_error = ENOLCK;
	assert_int_equal(atomic_file_open(part), -1);
	assert_int_equal(errno, ENOLCK);
	assert_int_not_equal(access(part, F_OK), 0);
	put(part, "kept");
	assert_int_equal(atomic_file_open(part), -1);
	holds(part, "kept");
	/* A lock that another run has: the file is that run's by now, if it was not before. */
	unlink(part);
	lock_error = EAGAIN;
	assert_int_equal(atomic_file_open(part), -1);
	assert_int_equal(errno, EBUSY);
	assert_int_equal(access(part, F_OK), 0);
}

static void test_no_link(void **state)
{
	(void)state;
	put(name, "source");
	assert_int_equal(symlink(name, part), 0);
	assert_int_equal(atomic_file_open(part), -1);
	assert_int_equal(errno, ELOOP);
	holds(name, "source");
}

static void test_new_name(void **state)
{
	(void)state;
	int fd = atomic_file_create(part);

	assert_true(fd >= 0);
	assert_int_equal(write(fd, "new", 3), 3);
	close(fd);
	assert_int_equal(atomic_file_create(part), -1);
	assert_int_equal(errno, EEXIST);
	put(name, "old");
	assert_false(atomic_file_rename_new(part, name));
	assert_int_equal(errno, EEXIST);
	holds(name, "old");
	holds(part, "new");
	unlink(name);
	assert_true(atomic_file_rename_new(part, name));
	holds(name, "new");
	assert_int_not_equal(access(part, F_OK), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_no_lock, make_folder, remove_folder),
		cmocka_unit_test_setup_teardown(test_no_link, make_folder, remove_folder),
		cmocka_unit_test_setup_teardown(test_new_name, make_folder, remove_folder),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
