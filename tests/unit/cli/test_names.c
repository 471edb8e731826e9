/* Names of results: one for each source. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "cli/source/names.h"

struct row {
	const char *path, *member, *name;
};

static void check(bool folds_case, const struct row *rows, size_t count)
{
	struct names *names = names_new(folds_case);
	struct tx_buffer name = {0};

	assert_non_null(names);
	for (size_t i = 0; i < count; i++) {
		assert_true(names_give(names, rows[i].path, rows[i].member, &name));
		assert_string_equal(name.data, rows[i].name);
	}
	tx_buffer_done(&name);
	names_free(names);
}

#define CHECK(folds_case, rows) check(folds_case, rows, sizeof(rows) / sizeof((rows)[0]))

static void test_plain(void **state)
{
	static const struct row rows[] = {
		{"a", NULL, "a"},
		{"./x//y/./a", NULL, "x/y/a"},
		{"-", NULL, "stdin"},
		{"../a", NULL, "%2E%2E/a"},
		{"/etc/../a", NULL, "etc/%2E%2E/a"},
		{"w.tar", "./b/c", "w.tar/b/c"},
		{"w.tar", "../../b", "w.tar/%2E%2E/%2E%2E/b"},
		{"50%", NULL, "50%"},
		{"a~b", NULL, "a~b"},
		{"a~", NULL, "a~"},
		{"feed.json", NULL, "feed.json"},
	};

	(void)state;
	CHECK(false, rows);
}

static void test_repeats(void **state)
{
	static const struct row rows[] = {
		{"a", NULL, "a"},          {"./a", NULL, "a~2"},
		{"a~2", NULL, "a~2~1"},    {"a~2~1", NULL, "a~2~1~1"},
		{"a", NULL, "a~3"},        {"/a", NULL, "a~0"},
		{"//a", NULL, "a~0~2"},    {"a~0", NULL, "a~0~1"},
		{"x/a", NULL, "x/a"},      {"/x/a", NULL, "x~0/a"},
		{"/x/b", NULL, "x~0/b"},   {"x/b", NULL, "x/b"},
		{"/y/a", NULL, "y/a"},     {"y/a", NULL, "y~0/a"},
		{"w.tar", "a", "w.tar/a"}, {"w.tar", "/a", "w.tar/a~2"},
		{"stdin", NULL, "stdin"},  {"-", NULL, "stdin~2"},
	};

	(void)state;
	CHECK(false, rows);
}

static void test_escapes(void **state)
{
	static const struct row rows[] = {
		{"%2E%2E/a", NULL, "%252E%2E/a"},
		{"%2e%2e/a", NULL, "%252e%2e/a"},
		{"%252E%2E/a", NULL, "%25252E%2E/a"},
		{"%252E", NULL, "%252E"},
		{"x.json/a", NULL, "x.json~1/a"},
		{"x.NDJSON/a", NULL, "x.NDJSON~1/a"},
		{"x.txt/a", NULL, "x.txt~1/a"},
		{"x.txt~1/a", NULL, "x.txt~1~1/a"},
		{"y.txt", "b.json/c.json", "y.txt~1/b.json~1/c.json"},
	};

	(void)state;
	CHECK(false, rows);
}

static void test_case(void **state)
{
	static const struct row counts[] = {{"A", NULL, "A"}, {"a", NULL, "a"}};
	static const struct row folds[] = {{"A", NULL, "A"},
					   {"a", NULL, "a~2"},
					   {"X/b", NULL, "X/b"},
					   {"x/B", NULL, "x/B~2"},
					   {"/x/c", NULL, "x~0/c"}};

	(void)state;
	CHECK(false, counts);
	CHECK(true, folds);
}

/* An archive that only its bytes say to be one. */
static void test_archive(void **state)
{
	struct names *names = names_new(false);
	struct tx_buffer name = {0};

	(void)state;
	assert_true(names_give_member(names, "x/w~2", "a", &name));
	assert_string_equal(name.data, "x/w~2/a");
	assert_true(names_give_member(names, "x/w~2", "./a", &name));
	assert_string_equal(name.data, "x/w~2/a~2");
	assert_true(names_give_member(names, "x/w.json", "a", &name));
	assert_string_equal(name.data, "x/w.json~1/a");
	tx_buffer_done(&name);
	names_free(names);
}

/* As many as there are: none is another's. */
static void test_many(void **state)
{
	struct names *names = names_new(false);
	struct tx_buffer name = {0};
	char path[32], wanted[32];

	(void)state;
	for (int i = 0; i < 100000; i++) {
		snprintf(path, sizeof(path), "x/%d", i / 2);
		snprintf(wanted, sizeof(wanted), i % 2 == 0 ? "x/%d" : "x/%d~2", i / 2);
		assert_true(names_give(names, path, NULL, &name));
		assert_string_equal(name.data, wanted);
	}
	tx_buffer_done(&name);
	names_free(names);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_plain),   cmocka_unit_test(test_repeats),
		cmocka_unit_test(test_escapes), cmocka_unit_test(test_case),
		cmocka_unit_test(test_archive), cmocka_unit_test(test_many),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
