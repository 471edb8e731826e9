/* Which warnings are findings: every option that has a say, on one record with one warning. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "cli/report/findings.h"

#define CODE     "dateline-missing"
#define DISPATCH "Titular\n\nUn texto cualquiera que no dice de nada.\n"
#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

struct fixture {
	telex_parser *parser;
	const telex_record *record;
};

static int parse(void **state)
{
	static struct fixture fixture;
	telex_slice text = {DISPATCH, sizeof(DISPATCH) - 1};

	*state = &fixture;
	if (telex_parser_new(NULL, &fixture.parser, NULL) != TELEX_OK)
		return -1;
	telex_parser_feed(fixture.parser, text, TELEX_FEED_LAST, NULL);
	return telex_parser_next(fixture.parser, &fixture.record, NULL) == TELEX_OK ? 0 : -1;
}

static int done(void **state)
{
	struct fixture *fixture = *state;

	telex_parser_free(fixture->parser);
	return 0;
}

static void test_findings(void **state)
{
	static const struct {
		bool check, strict, quiet, verbose;
		enum verdict verdict;
		bool found, said;
		unsigned counted;
	} cases[] = {
		{false, false, false, false, VERDICT_USUAL, false, false, 1},
		{false, false, false, true, VERDICT_USUAL, false, true, 1},
		{false, true, false, false, VERDICT_USUAL, true, true, 1},
		{false, true, true, false, VERDICT_USUAL, true, false, 1},
		{true, false, false, false, VERDICT_USUAL, true, true, 1},
		{true, false, true, false, VERDICT_USUAL, true, true, 1},
		{false, false, false, true, VERDICT_ALLOWED, false, false, 0},
		{true, false, false, false, VERDICT_ALLOWED, false, false, 0},
		{false, true, false, false, VERDICT_ALLOWED, false, false, 0},
		{false, false, false, false, VERDICT_DENIED, true, true, 1},
		{false, false, true, false, VERDICT_DENIED, true, false, 1},
		{true, false, false, false, VERDICT_DENIED, true, true, 1},
	};
	const struct fixture *fixture = *state;

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct options options = {.check = cases[i].check,
					  .strict = cases[i].strict,
					  .quiet = cases[i].quiet,
					  .verbose = cases[i].verbose,
					  .errors_path = "e"};
		struct tx_buffer out = {0}, errors = {0};
		bool fails = cases[i].verdict == VERDICT_DENIED ||
			     (cases[i].strict && cases[i].verdict == VERDICT_USUAL);
		struct run_stats stats = {0};

		assert_true(policy_set(&options.policy, CODE, cases[i].verdict));
		const struct findings to = {&out, &errors, &stats, &options};
		bool found = findings_report(&to, "a", NULL, fixture->record);
		if (found != cases[i].found || (out.len > 0) != cases[i].said ||
		    stats.tables[STATS_WARNING].used != cases[i].counted)
			fail_msg("case %zu: found %d, said %zu bytes", i, found, out.len);
		assert_int_equal(stats.failures, fails);
		assert_int_equal(errors.len > 0, fails);
		if (out.len > 0)
			assert_int_equal(out.len > sizeof("a:1:1: error") &&
						 memcmp(out.data, "a:1:1: error", 12) == 0,
					 fails);
		tx_buffer_done(&out);
		tx_buffer_done(&errors);
		run_stats_done(&stats);
	}
}

static void test_verdicts(void **state)
{
	struct policy policy = {.denied = 0};

	(void)state;
	assert_false(policy_set(&policy, "no-such-code", VERDICT_DENIED));
	assert_int_equal(policy_judge(&policy, CODE), VERDICT_USUAL);
	assert_true(policy_set(&policy, CODE, VERDICT_DENIED));
	assert_int_equal(policy_judge(&policy, CODE), VERDICT_DENIED);
	assert_int_equal(policy_judge(&policy, "frame-open"), VERDICT_USUAL);
	assert_true(policy_set(&policy, CODE, VERDICT_ALLOWED));
	assert_int_equal(policy_judge(&policy, CODE), VERDICT_ALLOWED);
	assert_int_equal(policy_judge(&policy, "no-such-code"), VERDICT_USUAL);
}

static void test_only(void **state)
{
	struct policy policy = {.denied = 0};

	(void)state;
	assert_false(policy_only(&policy, "no-such-code"));
	assert_true(policy_only(&policy, CODE));
	assert_int_equal(policy_judge(&policy, CODE), VERDICT_USUAL);
	assert_int_equal(policy_judge(&policy, "frame-open"), VERDICT_ALLOWED);
	assert_true(policy_only(&policy, "frame-open"));
	assert_int_equal(policy_judge(&policy, "frame-open"), VERDICT_USUAL);
	assert_true(policy_set(&policy, CODE, VERDICT_DENIED));
	assert_int_equal(policy_judge(&policy, CODE), VERDICT_DENIED);
}

/* There are no more codes than a policy has bits. */
static void test_every_code(void **state)
{
	const char *code, *meaning;

	(void)state;
	for (size_t i = 0; telex_warning_code(i, &code, &meaning); i++) {
		struct policy policy = {.denied = 0};
		assert_true(policy_set(&policy, code, VERDICT_DENIED));
		assert_int_equal(policy_judge(&policy, code), VERDICT_DENIED);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_findings, parse, done),
		cmocka_unit_test(test_verdicts),
		cmocka_unit_test(test_only),
		cmocka_unit_test(test_every_code),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
