/* The command line: values, what goes together, the hint at a misspelled word. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <getopt.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/options/hint.h"
#include "cli/options/option_table.h"

#define ARGS_MAX 16
#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

/* Parse the words of `line`, which one space separates; they stay until the next call. */
static bool parse(const char *line, struct options *ret_options)
{
	static char copy[256], *argv[ARGS_MAX];
	char *p = copy;
	int argc = 1;

	memset(argv, 0, sizeof(argv));
	argv[0] = copy;
	snprintf(copy, sizeof(copy), "telex%s%s", *line == '\0' ? "" : " ", line);
	while ((p = strchr(p, ' ')) != NULL && argc < ARGS_MAX - 1) {
		*p++ = '\0';
		argv[argc++] = p;
	}
	optind = 1;
	return options_parse(argc, argv, ret_options);
}

static void test_wrong_lines(void **state)
{
	static const char *const lines[] = {"--jobs 0",
					    "--jobs 257",
					    "-j 4x",
					    "-j -1",
					    "--shard 0/2",
					    "--shard 3/2",
					    "--shard 1",
					    "--shard 1/100001",
					    "--shard 1/2/3",
					    "--max-expanded 0",
					    "--max-expanded 16777216T",
					    "--max-expanded 1x",
					    "--max-expanded 1MM",
					    "--max-ratio 0",
					    "--max-ratio 1k",
					    "--max-size 4G",
					    "--max-size 99999999999999999999",
					    "--resume",
					    "--resume -o -",
					    "--errors -",
					    "--errors a/",
					    "--errors a -o a",
					    "--summary=paper",
					    "--progress=often",
					    "--allow no-such-code",
					    "--deny dateline",
					    "--format-errors xml",
					    "--completion csh",
					    "--from NITF",
					    "--agency NONE"};
	struct options options;

	(void)state;
	for (size_t i = 0; i < COUNT(lines); i++) {
		if (parse(lines[i], &options))
			fail_msg("taken: %s", lines[i]);
	}
}

static void test_defaults(void **state)
{
	struct options o;

	(void)state;
	assert_true(parse("a b", &o));
	assert_int_equal(o.source_count, 2);
	assert_string_equal(o.sources[1], "b");
	assert_int_equal(o.action, ACTION_CONVERT);
	assert_int_equal(o.jobs, 0);
	assert_int_equal(o.shard_count, 0);
	assert_int_equal(o.summary, SUMMARY_NONE);
	assert_int_equal(o.progress, WHEN_AUTO);
	assert_int_equal(o.report_form, REPORT_TEXT);
	assert_null(o.output_path);
	assert_false(o.output_is_folder);
	assert_int_equal(o.max_expanded, 0);
}

static void test_values(void **state)
{
	struct options o;

	(void)state;
	assert_true(parse("-j 256 --shard 2/3 -0 --files-from - --max-ratio 7", &o));
	assert_int_equal(o.jobs, 256);
	assert_int_equal(o.shard_index, 2);
	assert_int_equal(o.shard_count, 3);
	assert_true(o.null_separated);
	assert_string_equal(o.files_from, "-");
	assert_int_equal(o.max_ratio, 7);
	assert_true(parse("-o out/ --resume --max-expanded 5T --errors e", &o));
	assert_string_equal(o.output_path, "out/");
	assert_true(o.output_is_folder);
	assert_true(o.resume);
	assert_true(o.max_expanded == UINT64_C(5) << 40);
	assert_string_equal(o.errors_path, "e");
	assert_true(parse("--summary --progress --format-errors github -o out", &o));
	assert_int_equal(o.summary, SUMMARY_TEXT);
	assert_int_equal(o.progress, WHEN_ALWAYS);
	assert_int_equal(o.report_form, REPORT_GITHUB);
	assert_false(o.output_is_folder);
	assert_true(parse("--summary=json --progress=never --agency reuters -v", &o));
	assert_int_equal(o.summary, SUMMARY_JSON);
	assert_int_equal(o.progress, WHEN_NEVER);
	assert_string_equal(o.parser.agency, "reuters");
	assert_true(o.verbose);
	assert_int_equal(o.parser.flags, TELEX_PARSE_LEFTOVERS);
	assert_true(parse("--pretty --spans --no-places --max-size 4k", &o));
	assert_int_equal(o.write_flags, TELEX_WRITE_PRETTY | TELEX_WRITE_SPANS);
	assert_int_equal(o.parser.flags, TELEX_PARSE_NO_PLACES);
	assert_int_equal(o.parser.max_bytes, 4096);
}

static void test_hints(void **state)
{
	static const struct {
		option_values *values;
		const char *word;
		const char *want;
	} cases[] = {
		{telex_format, "nift", "nitf"},
		{telex_format, "newsmlg", "newsml1"},
		{telex_format, "qqqqqqqq", NULL},
		{telex_format, "", NULL},
		{telex_agency, "reutrs", "REUTERS"},
		{telex_warning_code, "datline-mising", "dateline-missing"},
		{telex_warning_code, "missing", NULL},
		{values_of_to, "veiw", "view"},
		{values_of_to, "a-word-that-is-longer-than-any-name-of-an-option", NULL},
		{values_of_error_format, "gihtub", "github"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		const char *found = hint_value(cases[i].values, cases[i].word);
		if ((found == NULL) != (cases[i].want == NULL) ||
		    (found != NULL && strcmp(found, cases[i].want) != 0))
			fail_msg("'%s' gives '%s'", cases[i].word, found == NULL ? "" : found);
	}
}

/* Names and letters are unique, and the help fits its line. */
static void test_table(void **state)
{
	const struct option_row *row, *other;

	(void)state;
	for (size_t i = 0; (row = option_row_at(i)) != NULL; i++) {
		assert_true(i < 60);
		if (option_is_title(row))
			continue;
		assert_true(strlen(row->help) > 0);
		for (size_t j = 0; j < i; j++) {
			other = option_row_at(j);
			assert_string_not_equal(row->name, other->name);
			assert_true(row->letter == 0 || row->letter != other->letter);
		}
	}
}

/* Options on which neither the output nor the exit status depends, and those whose value is one of
 * the others'.  All others shape what is written. */
static bool shapes_nothing(const char *name)
{
	static const char *const names[] = {
		"output",        "resume",        "files-from",   "null",
		"jobs",          "summary",       "report",       "progress",
		"quiet",         "verbose",       "list-formats", "completion",
		"list-agencies", "list-warnings", "help",         "version"};

	for (size_t i = 0; i < COUNT(names); i++) {
		if (strcmp(name, names[i]) == 0)
			return true;
	}
	return false;
}

/* An argument that an option takes; a new option needs one here. */
static const char *sample_of(const struct option_row *row)
{
	static const struct {
		const char *argument, *sample;
	} samples[] = {
		{"PATH", "a"},       {"HOST", "a"},    {"FILE", "a"},  {"LIST", "body"},
		{"KEY", "a"},        {"N", "2"},       {"I/N", "1/2"}, {"DATE", "2025-01-01"},
		{"BYTES", "4k"},     {"NAME", "a"},    {"TAG", "es"},  {"[=WHEN]", "never"},
		{"[=FORM]", "json"}, {"HOW", "never"}, {"CODE", NULL}, {"GLOB", "a"},
		{"FORM", NULL},      {"FORMAT", NULL}, {"SHELL", NULL}};
	const char *name = NULL, *meaning;

	for (size_t i = 0; i < COUNT(samples); i++) {
		if (strcmp(samples[i].argument, row->argument) != 0)
			continue;
		if (samples[i].sample == NULL)
			assert_true(row->values(0, &name, &meaning));
		return samples[i].sample == NULL ? name : samples[i].sample;
	}
	fail_msg("no sample for --%s", row->name);
	return "";
}

static uint64_t fingerprint_of(const char *line)
{
	struct options options;

	if (!parse(line, &options))
		fail_msg("not taken: %s", line);
	return options.fingerprint;
}

/* Whether a run may go on with another value of an option, each of them. */
static void test_fingerprint(void **state)
{
	const struct option_row *row;
	char line[128];

	(void)state;
	for (size_t i = 0; (row = option_row_at(i)) != NULL; i++) {
		if (option_is_title(row))
			continue;
		assert_int_not_equal(row->effect, EFFECT_UNSTATED);
		snprintf(line, sizeof(line), "-o b --%s%s%s", row->name,
			 row->argument == NULL ? "" : "=",
			 row->argument == NULL ? "" : sample_of(row));
		if ((fingerprint_of(line) == fingerprint_of("")) != shapes_nothing(row->name))
			fail_msg("%s", line);
	}
}

static void test_fingerprint_of_values(void **state)
{
	(void)state;
	assert_true(fingerprint_of("--fields id") != fingerprint_of("--fields body"));
	assert_true(fingerprint_of("-t view -t ninjs") == fingerprint_of("-t ninjs"));
	assert_true(fingerprint_of("-p --spans") == fingerprint_of("--spans --pretty"));
	assert_true(fingerprint_of("--text-key p") != fingerprint_of("--charset p"));
	assert_true(fingerprint_of("--allow charset-mixed --deny charset-mixed") !=
		    fingerprint_of("--deny charset-mixed --allow charset-mixed"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_wrong_lines),
		cmocka_unit_test(test_defaults),
		cmocka_unit_test(test_values),
		cmocka_unit_test(test_hints),
		cmocka_unit_test(test_table),
		cmocka_unit_test(test_fingerprint),
		cmocka_unit_test(test_fingerprint_of_values),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
