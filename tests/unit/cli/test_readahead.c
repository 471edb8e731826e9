/* Reading ahead: which files are open ahead of time, shown by taking their names away. */
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
#include <unistd.h>

#include "cli/source/readahead.h"

#define FILES 24
#define AHEAD 16 /* files asked for after one that was waited for */
#define LATE  5  /* seconds: longer than any file takes here */

static char names[FILES][64];

struct files {
	char folder[32];
	struct batch batch;
	struct readahead readahead;
};

static void remove_names(void)
{
	for (size_t i = 0; i < FILES; i++)
		unlink(names[i]);
}

static int make_files(void **state)
{
	struct files *files = calloc(1, sizeof(*files));

	strcpy(files->folder, "/tmp/telex-ahead-XXXXXX");
	if (mkdtemp(files->folder) == NULL)
		return -1;
	for (size_t i = 0; i < FILES; i++) {
		snprintf(names[i], sizeof(names[i]), "%s/%zu", files->folder, i);
		FILE *file = fopen(names[i], "w");
		fprintf(file, "%zu", i);
		fclose(file);
		files->batch.items[i] = (struct item){.kind = ITEM_FILE, .path = names[i]};
	}
	files->batch.count = FILES;
	*state = files;
	return 0;
}

static int free_files(void **state)
{
	struct files *files = *state;

	remove_names();
	rmdir(files->folder);
	readahead_begin(&files->readahead);
	free(files);
	return 0;
}

/* Open and read a file; `waited`: seconds that it is to seem to have taken. */
static void read_file(struct files *files, size_t index, int waited)
{
	char text[8] = "", want[8];
	int fd = readahead_open(&files->readahead, &files->batch, index);

	assert_true(fd >= 0);
	assert_true(read(fd, text, sizeof(text) - 1) > 0);
	snprintf(want, sizeof(want), "%zu", index);
	assert_string_equal(text, want);
	files->readahead.begun.tv_sec -= waited;
	readahead_note_read(&files->readahead, &files->batch, index);
	close(fd);
}

static void assert_gone(struct files *files, size_t index)
{
	assert_int_equal(readahead_open(&files->readahead, &files->batch, index), -1);
	assert_int_equal(errno, ENOENT);
}

static void files_are_asked_for(void **state)
{
	struct files *files = *state;

	read_file(files, 0, LATE);
	remove_names();
	for (size_t i = 1; i <= AHEAD; i++)
		read_file(files, i, -LATE);
	assert_gone(files, AHEAD + 1);
}

/* What comes at once needs no help. */
static void files_in_memory_are_not(void **state)
{
	struct files *files = *state;

	read_file(files, 0, -LATE);
	read_file(files, 1, -LATE);
	remove_names();
	assert_gone(files, 2);
}

static void asking_goes_on(void **state)
{
	struct files *files = *state;

	read_file(files, 0, LATE);
	read_file(files, 1, -LATE);
	read_file(files, 2, LATE);
	remove_names();
	for (size_t i = 3; i <= 2 + AHEAD; i++)
		read_file(files, i, -LATE);
	assert_gone(files, 2 + AHEAD + 1);
}

/* A pipe gives way to its writer when it is opened: it is opened last. */
static void pipes_are_not_opened(void **state)
{
	struct files *files = *state;

	files->batch.items[1].last = true;
	files->batch.items[2].kind = ITEM_PROBLEM;
	read_file(files, 0, LATE);
	remove_names();
	assert_gone(files, 1);
	read_file(files, 3, -LATE);
}

static void what_is_not_read_is_closed(void **state)
{
	struct files *files = *state;

	read_file(files, 0, LATE);
	assert_true(files->readahead.files[3].open);
	int fd = files->readahead.files[3].fd;
	readahead_begin(&files->readahead);
	assert_int_equal(fcntl(fd, F_GETFD), -1);
	assert_int_equal(errno, EBADF);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(files_are_asked_for, make_files, free_files),
		cmocka_unit_test_setup_teardown(files_in_memory_are_not, make_files, free_files),
		cmocka_unit_test_setup_teardown(asking_goes_on, make_files, free_files),
		cmocka_unit_test_setup_teardown(pipes_are_not_opened, make_files, free_files),
		cmocka_unit_test_setup_teardown(what_is_not_read_is_closed, make_files, free_files),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
