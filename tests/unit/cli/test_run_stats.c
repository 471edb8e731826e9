/* Counting, adding up, and the two forms of the summary. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "cli/report/format_units.h"
#include "cli/report/run_stats.h"
#include "core/slice.h"

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))
#define DISPATCH "Madrid, 3 oct (EFE).- El consejo aprobó hoy la ley de pesca. EFE\n"

static void count_dispatches(struct run_stats *stats, unsigned times)
{
	telex_slice text = {DISPATCH, sizeof(DISPATCH) - 1};
	const telex_record *record;
	telex_parser *parser;

	assert_int_equal(telex_parser_new(NULL, &parser, NULL), TELEX_OK);
	telex_parser_feed(parser, text, TELEX_FEED_LAST, NULL);
	assert_int_equal(telex_parser_next(parser, &record, NULL), TELEX_OK);
	while (times-- > 0)
		run_stats_record(stats, record);
	telex_parser_free(parser);
}

static void assert_written(const struct run_stats *stats, enum summary form, const char *want)
{
	struct tx_buffer out = {0};

	run_stats_write(&out, stats, form, UINT64_C(1500000000));
	tx_buffer_byte(&out, '\0');
	assert_string_equal(out.data, want);
	tx_buffer_done(&out);
}

static void test_summaries(void **state)
{
	struct run_stats stats = {.sources = 2, .bytes = 3000000}, other = {.sources = 1};

	(void)state;
	count_dispatches(&stats, 2);
	run_stats_warning(&stats, "frame-open");
	run_stats_error(&other);
	run_stats_warning(&other, "frame-junk");
	run_stats_warning(&other, "body-missing");
	run_stats_warning(&other, "frame-junk");
	other.records = 1;
	run_stats_merge(&stats, &other);
	assert_written(&stats, SUMMARY_JSON,
		       "{\"sources\":3,\"records\":3,\"failures\":1,\"bytes\":3000000,"
		       "\"seconds\":1.500,\"mb_per_second\":2.000,\"formats\":{\"text\":2},"
		       "\"agencies\":{\"EFE\":2},\"languages\":{\"es\":2},\"warnings\":"
		       "{\"frame-junk\":2,\"body-missing\":1,\"frame-open\":1}}\n");
	assert_written(&stats, SUMMARY_TEXT,
		       "sources                                    3\n"
		       "records                                    3\n"
		       "failures                                   1\n"
		       "bytes                                3000000\n"
		       "formats     text                           2\n"
		       "            (unknown)                      1\n"
		       "agencies    EFE                            2\n"
		       "            (unknown)                      1\n"
		       "languages   es                             2\n"
		       "            (unknown)                      1\n"
		       "warnings    frame-junk                     2\n"
		       "            body-missing                   1\n"
		       "            frame-open                     1\n"
		       "time                                   1.500 s\n"
		       "speed                                    2.0 MB/s\n");
	assert_written(&stats, SUMMARY_NONE, "");
	run_stats_done(&stats);
	run_stats_done(&other);
}

static void test_nothing(void **state)
{
	struct run_stats stats = {0};
	struct tx_buffer out = {0};

	(void)state;
	run_stats_write(&out, &stats, SUMMARY_JSON, 0);
	tx_buffer_byte(&out, '\0');
	assert_string_equal(out.data, "{\"sources\":0,\"records\":0,\"failures\":0,\"bytes\":0,"
				      "\"seconds\":0.000,\"mb_per_second\":0.000,\"formats\":{},"
				      "\"agencies\":{},\"languages\":{},\"warnings\":{}}\n");
	tx_buffer_done(&out);
}

/* Many names: the table grows, then stops; nothing is lost of the numbers. */
static void test_many_names(void **state)
{
	struct run_stats stats = {0}, sum = {0};
	uint64_t counted = 0;
	char name[64];

	(void)state;
	for (unsigned i = 0; i < 5000; i++) {
		snprintf(name, sizeof(name), "name-%u", i % 2500);
		run_stats_warning(&stats, name);
	}
	run_stats_merge(&sum, &stats);
	run_stats_merge(&sum, &stats);
	const struct stats_table *table = &sum.tables[STATS_WARNING];
	assert_int_equal(table->used, 1024);
	for (size_t i = 0; i < table->cap; i++) {
		assert_true(table->entries[i].count == 0 || table->entries[i].count == 4);
		counted += table->entries[i].count;
	}
	assert_int_equal(counted, 4 * 1024);
	assert_int_equal(counted + table->rest, 10000);
	/* What has no name of its own is in both forms all the same. */
	struct tx_buffer out = {0};
	run_stats_write(&out, &sum, SUMMARY_JSON, 1);
	run_stats_write(&out, &sum, SUMMARY_TEXT, 1);
	tx_buffer_byte(&out, '\0');
	assert_non_null(strstr(out.data, "\"(others)\":5904}"));
	assert_non_null(strstr(out.data, "            (others)                    5904\n"));
	tx_buffer_done(&out);
	run_stats_done(&stats);
	run_stats_done(&sum);
}

/* A name that is empty, and no name, are not counted. */
static void test_no_name(void **state)
{
	struct run_stats stats = {0};

	(void)state;
	run_stats_warning(&stats, "");
	assert_int_equal(stats.tables[STATS_WARNING].used, 0);
	run_stats_done(&stats);
}

static void test_long_name(void **state)
{
	struct run_stats stats = {0};

	(void)state;
	run_stats_warning(&stats, "a-name-that-is-longer-than-what-a-table-keeps-of-it-1");
	run_stats_warning(&stats, "a-name-that-is-longer-than-what-a-table-keeps-of-it-2");
	assert_int_equal(stats.tables[STATS_WARNING].used, 1);
	run_stats_done(&stats);
}

static void test_amounts(void **state)
{
	static const struct {
		double bytes;
		uint64_t seconds;
		const char *want;
	} cases[] = {
		{0, 0, "0 B 0:00"},
		{999, 59, "999 B 0:59"},
		{1000, 60, "1.0 kB 1:00"},
		{999940, 3599, "999.9 kB 59:59"},
		{999960, 3600, "1.0 MB 1:00:00"},
		{2.5e9, 90061, "2.5 GB 25:01:01"},
		{3e15, 1, "3000.0 TB 0:01"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct tx_buffer out = {0};
		format_bytes(&out, cases[i].bytes);
		tx_buffer_byte(&out, ' ');
		format_duration(&out, cases[i].seconds);
		tx_buffer_byte(&out, '\0');
		assert_string_equal(out.data, cases[i].want);
		tx_buffer_done(&out);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_summaries),  cmocka_unit_test(test_nothing),
		cmocka_unit_test(test_many_names), cmocka_unit_test(test_no_name),
		cmocka_unit_test(test_long_name),  cmocka_unit_test(test_amounts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
