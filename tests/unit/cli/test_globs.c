/* Patterns of --include and --exclude. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "cli/options/globs.h"

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

static void test_matches(void **state)
{
	static const struct {
		const char *glob, *path;
		bool want;
	} rows[] = {
		{"*.txt", "a.txt", true},
		{"*.txt", "x/y/a.txt", true},
		{"*.txt", "a.txt/b", false},
		{"a*b*c", "axxbyyc", true},
		{"a*b*c", "axxbyyd", false},
		{"a?c", "abc", true},
		{"a?c",
		 "a\xc3\xb1"
		 "c",
		 true},
		{"a?c", "a/c", false},
		{"a?c", "ac", false},
		{"[a-c]x", "bx", true},
		{"[a-c]x", "dx", false},
		{"[!a-c]x", "dx", true},
		{"[^a-c]x", "ax", false},
		{"[]]x", "]x", true},
		{"[a]", "/", false},
		{"[ab", "[ab", false},
		{"x[\\]]y", "x]y", true},
		{"\\*", "*", true},
		{"\\*", "a", false},
		{"{a,b}.txt", "b.txt", true},
		{"{a,b}.txt", "c.txt", false},
		{"x{,y}", "x", true},
		{"{a,b{c,d}}", "bd", true},
		{"{a,b{c,d}}", "ad", false},
		{"2024/*.txt", "2024/a.txt", true},
		{"2024/*.txt", "2024/03/a.txt", false},
		{"2024/*.txt", "x/2024/a.txt", false},
		{"/a.txt", "a.txt", true},
		{"/a.txt", "x/a.txt", false},
		{"**/a", "a", true},
		{"**/a", "x/y/a", true},
		{"x/**/a", "x/a", true},
		{"x/**/a", "x/1/2/a", true},
		{"x/**/a", "x/1/2/b", false},
		{"x/**/*b/c", "x/1/ab/2/b/c", true},
		{"x/**", "x/1/2", true},
		{"x/**", "x", false},
		{"**", "a/b", true},
		{"a**b", "axb", true},
		{"a**b", "a/b", false},
		{"a", "", false},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		if (glob_matches(rows[i].glob, rows[i].path) != rows[i].want)
			fail_msg("'%s' and '%s'", rows[i].glob, rows[i].path);
	}
}

static void test_time(void **state)
{
	char path[4096];

	(void)state;
	memset(path, 'a', sizeof(path) - 1);
	path[sizeof(path) - 1] = '\0';
	assert_false(glob_matches("*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b", path));
	for (size_t i = 1; i < sizeof(path); i += 2)
		path[i] = i + 1 < sizeof(path) ? '/' : '\0';
	assert_false(glob_matches("**/a/**/a/**/a/**/a/**/a/**/a/**/a/**/b", path));
}

static void test_wrong_patterns(void **state)
{
	static const char *const wrong[] = {"",   "[a",     "a[!]",           "{a",
					    "a}", "{a,{b}", "{a}{b}{c}{d}{e}"};
	struct globs globs = {.include_count = 0};
	char longest[300];

	(void)state;
	for (size_t i = 0; i < COUNT(wrong); i++)
		assert_false(globs_include(&globs, wrong[i]));
	memset(longest, 'a', sizeof(longest));
	longest[253] = '\0';
	assert_true(globs_include(&globs, longest));
	longest[253] = 'a';
	longest[254] = '\0';
	assert_false(globs_exclude(&globs, longest));
	for (size_t i = 0; i < GLOBS_MAX; i++)
		assert_true(globs_exclude(&globs, "a"));
	assert_false(globs_exclude(&globs, "a"));
}

static void test_wants(void **state)
{
	struct globs globs = {.include_count = 0};

	(void)state;
	assert_true(globs_want(&globs, "a.jpg"));
	globs_exclude(&globs, "old");
	globs_exclude(&globs, "drafts/");
	assert_false(globs_want(&globs, "x/old/a.txt"));
	assert_false(globs_want(&globs, "old"));
	assert_false(globs_want(&globs, "drafts/a.txt"));
	assert_true(globs_want(&globs, "drafts"));
	globs_include(&globs, "*.txt");
	globs_include(&globs, "2024/");
	assert_true(globs_want(&globs, "x/a.txt"));
	assert_true(globs_want(&globs, "2024/03/a.xml"));
	assert_false(globs_want(&globs, "2023/03/a.xml"));
	assert_false(globs_want(&globs, "2024/old/a.txt"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_matches),
		cmocka_unit_test(test_time),
		cmocka_unit_test(test_wrong_patterns),
		cmocka_unit_test(test_wants),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
