/* What becomes of the versions of stories: references and their chains, topics, numbers that are not
 * said, kills, takes; and the same for more stories than memory is to hold. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "cli/versions/order.h"
#include "cli/versions/stories.h"

#define S VERSION_SAYS_SO
#define C (VERSION_SAYS_SO | VERSION_CORRECTION)
#define K (VERSION_SAYS_SO | VERSION_KILL)
#define I VERSION_BY_ID
#define A VERSION_ALONE

/* A version of story `story`, of headline `title`; its place in the input is that in the list. */
struct row {
	uint64_t story, title;
	unsigned flags;
	uint64_t number;
	int64_t time; /* 0: unknown */
	uint32_t take, last_take;
	uint64_t own_reference, reference;
	int32_t day;
	uint64_t file;
};

#define ROWS_MAX 8

/* The decisions, a word for each: the place of the record and, after a sign, that of the version:
 * "0" kept, "!" killed, "?" a kill alone, "0+1" joined, "0-1" replaced, "0*2" take 2 is missing. */
static const struct {
	struct row rows[ROWS_MAX];
	size_t count;
	const char *decisions;
} cases[] = {
	/* one version each; two of one story by number, by time, by order */
	{{{.story = 1, .title = 1}, {.story = 2, .title = 1}}, 2, "0 1"},
	{{{.story = 1, .title = 1, .flags = S, .number = 2},
	  {.story = 1, .title = 2, .flags = S, .number = 1}},
	 2,
	 "0 0-1"},
	{{{.story = 1, .title = 1, .flags = I, .time = 20},
	  {.story = 1, .title = 2, .flags = I, .time = 10}},
	 2,
	 "0 0-1"},
	{{{.story = 1, .title = 1}, {.story = 1, .title = 1}}, 2, "1 1-0"},
	/* two headlines that do not say that they are versions: a topic, and its versions by headline */
	{{{.story = 1, .title = 1}, {.story = 1, .title = 2}}, 2, "0 1"},
	{{{.story = 1, .title = 1},
	  {.story = 1, .title = 2},
	  {.story = 1, .title = 1, .flags = S, .number = 1},
	  {.story = 1, .title = 3, .flags = S, .number = 1}},
	 4,
	 "1 2 2-0 3"},
	{{{.story = 1, .title = 1},
	  {.story = 1, .title = 2, .flags = S, .number = 1},
	  {.story = 1, .title = 3, .flags = S, .number = 2}},
	 3,
	 "2 2-0 2-1"},
	{{{.story = 1, .title = 1, .flags = S, .number = 1},
	  {.story = 1, .title = 2, .flags = S, .number = 2}},
	 2,
	 "1 1-0"},
	{{{.story = 1, .title = 1, .flags = I}, {.story = 1, .title = 2, .flags = I}}, 2, "1 1-0"},
	/* a version without a number has that of the last one before it, by time */
	{{{.story = 1, .title = 1, .time = 10},
	  {.story = 1, .title = 1, .flags = S, .number = 2, .time = 20},
	  {.story = 1, .title = 1, .flags = C, .time = 30}},
	 3,
	 "2 2-0 2-1"},
	{{{.story = 1, .title = 1, .time = 10},
	  {.story = 1, .title = 1, .flags = C, .time = 15},
	  {.story = 1, .title = 1, .flags = S, .number = 2, .time = 20}},
	 3,
	 "2 2-0 2-1"},
	{{{.story = 1, .title = 1},
	  {.story = 1, .title = 1, .flags = S, .number = 1},
	  {.story = 1, .title = 1}},
	 3,
	 "1 1-0 1-2"},
	/* kills: of all, of what is before, of nothing, several */
	{{{.story = 1, .title = 1},
	  {.story = 1, .title = 1, .flags = S, .number = 1},
	  {.story = 1, .title = 1, .flags = K}},
	 3,
	 "!0 !1 !2"},
	{{{.story = 1, .title = 1, .time = 10},
	  {.story = 1, .title = 1, .flags = K, .time = 20},
	  {.story = 1, .title = 1, .flags = S, .time = 30}},
	 3,
	 "!0 !1 2"},
	{{{.story = 1, .title = 1, .flags = K, .time = 10}, {.story = 1, .title = 1, .time = 20}},
	 2,
	 "!0 1"},
	{{{.story = 1, .title = 1, .flags = K}, {.story = 2, .title = 1}}, 2, "?0 1"},
	{{{.story = 1, .title = 1, .flags = K}, {.story = 1, .title = 1, .flags = K}}, 2, "?1 1-0"},
	{{{.story = 1, .title = 1, .time = 5},
	  {.story = 1, .title = 1, .flags = K, .time = 10},
	  {.story = 1, .title = 1, .flags = K, .time = 20}},
	 3,
	 "!0 !2 2-1"},
	{{{.story = 1, .title = 1}, {.story = 1, .title = 2}, {.story = 1, .title = 3, .flags = K}},
	 3,
	 "0 1 ?2"},
	/* takes: in order, twice, missing, superseded, after an earlier run */
	{{{.story = 1, .title = 1, .flags = S, .take = 3, .file = 1},
	  {.story = 1, .title = 1, .file = 2},
	  {.story = 1, .title = 1, .flags = S, .take = 2}},
	 3,
	 "1 1+2 1+0"},
	{{{.story = 1, .title = 1, .flags = S, .take = 3},
	  {.story = 1, .title = 1},
	  {.story = 1, .title = 1, .flags = S, .take = 2}},
	 3,
	 "1 1+2 1-0"},
	{{{.story = 1, .title = 1},
	  {.story = 1, .title = 1, .flags = S, .take = 2},
	  {.story = 1, .title = 1, .flags = S, .take = 2}},
	 3,
	 "0 0+2 0-1"},
	{{{.story = 1, .title = 1}, {.story = 1, .title = 1, .flags = S, .take = 4}},
	 2,
	 "0 0*2 0+1"},
	{{{.story = 1, .title = 1, .flags = S, .take = 2}}, 1, "0 0*1"},
	{{{.story = 1, .title = 1, .flags = S, .time = 10, .take = 2},
	  {.story = 1, .title = 1, .flags = S, .number = 1, .time = 20}},
	 2,
	 "1 1-0"},
	{{{.story = 1, .title = 1, .flags = S, .time = 30, .take = 2},
	  {.story = 1, .title = 1, .flags = S, .number = 1, .time = 20}},
	 2,
	 "1 1+0"},
	{{{.story = 1, .title = 1, .flags = S, .number = 1, .take = 1},
	  {.story = 1, .title = 1, .flags = S, .number = 1, .take = 2}},
	 2,
	 "0 0+1"},
	{{{.story = 1, .title = 1, .last_take = 3},
	  {.story = 1, .title = 1, .flags = S, .take = 4},
	  {.story = 1, .title = 1, .flags = S, .take = 2}},
	 3,
	 "0 0+1 2"},
	/* references: to a story, to one of no name, in a chain, and not too far back */
	{{{.story = 1, .title = 1, .own_reference = 7},
	  {.story = 2, .title = 2, .flags = C, .reference = 7}},
	 2,
	 "1 1-0"},
	{{{.story = 0, .title = 1, .flags = A, .own_reference = 7},
	  {.story = 0, .title = 2, .flags = C | A, .reference = 7}},
	 2,
	 "1 1-0"},
	{{{.story = 1, .title = 1, .flags = I, .number = 1, .own_reference = 7},
	  {.story = 2, .title = 2, .flags = C, .reference = 7}},
	 2,
	 "1 1-0"},
	{{{.story = 1, .title = 1, .own_reference = 7},
	  {.story = 2, .title = 2, .flags = C, .own_reference = 8, .reference = 7},
	  {.story = 3, .title = 3, .flags = C, .own_reference = 9, .reference = 8},
	  {.story = 4, .title = 4, .flags = K, .reference = 9}},
	 4,
	 "!0 !1 !2 !3"},
	{{{.story = 1, .title = 1, .own_reference = 7, .day = 1},
	  {.story = 2, .title = 2, .flags = C, .reference = 7, .day = 3}},
	 2,
	 "1 1-0"},
	{{{.story = 1, .title = 1, .own_reference = 7, .day = 1},
	  {.story = 2, .title = 2, .flags = C, .reference = 7, .day = 4}},
	 2,
	 "0 1"},
	{{{.story = 1, .title = 1, .own_reference = 7, .day = 5},
	  {.story = 2, .title = 2, .flags = C, .reference = 7, .day = 4}},
	 2,
	 "0 1"},
	{{{.story = 1, .title = 1, .own_reference = 7, .day = 1},
	  {.story = 2, .title = 1, .own_reference = 7, .day = 2},
	  {.story = 3, .title = 2, .flags = C, .reference = 7, .day = 2}},
	 3,
	 "0 2 2-1"},
	{{{.story = 1, .title = 1, .own_reference = 7, .day = VERSION_NO_DAY},
	  {.story = 2, .title = 2, .flags = C, .reference = 7, .day = VERSION_NO_DAY}},
	 2,
	 "0 1"},
	{{{.story = 1, .title = 1, .own_reference = 7},
	  {.story = 2, .title = 2, .flags = C, .reference = 8}},
	 2,
	 "0 1"},
	/* what refers to one of several stories of a topic is of that one */
	{{{.story = 1, .title = 1, .own_reference = 7},
	  {.story = 1, .title = 2, .own_reference = 8},
	  {.story = 2, .title = 3, .flags = C, .reference = 7}},
	 3,
	 "1 2 2-0"},
};

static struct version version_of_row(const struct row *row, uint64_t position)
{
	struct version version = {.story = {9, row->story},
				  .title = row->title,
				  .flags = row->flags | VERSION_HAS_BODY,
				  .number = row->number,
				  .rank = row->number,
				  .time = row->time,
				  .take = row->take,
				  .last_take = row->last_take,
				  .own_reference = row->own_reference,
				  .reference = row->reference,
				  .day = row->day,
				  .source = row->file,
				  .hash = {row->story, row->title}};

	if (row->time != 0)
		version.flags |= VERSION_HAS_TIME;
	/* Where each decision is about is its offset. */
	version_place(&version, position, position);
	return version;
}

static void append_decision(char *out, size_t size, const struct decision *decision)
{
	static const char signs[] = {
		[DECISION_KEPT] = ' ',   [DECISION_KILL_ALONE] = '?', [DECISION_KILLED] = '!',
		[DECISION_JOINED] = '+', [DECISION_MISSING] = '*',    [DECISION_REPLACED] = '-'};
	size_t len = strlen(out);
	const char *gap = len == 0 ? "" : " ";
	char sign = signs[decision->kind];

	if (sign == ' ')
		snprintf(out + len, size - len, "%s%d", gap, (int)decision->owner);
	else if (sign == '?' || sign == '!')
		snprintf(out + len, size - len, "%s%c%d", gap, sign, (int)decision->owner);
	else
		snprintf(out + len, size - len, "%s%d%c%d", gap, (int)decision->owner, sign,
			 (int)(sign == '*' ? decision->first_take : decision->offset));
}

static void each_case(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct sorter *versions =
			sorter_new(sizeof(struct version), order_positions, STORIES_MEMORY);
		struct sorter *decisions =
			sorter_new(sizeof(struct decision), order_decisions, STORIES_MEMORY);
		const struct verdicts verdicts = {.decisions = decisions};
		struct decision decision;
		char got[200] = "";
		for (size_t j = 0; j < cases[i].count; j++) {
			struct version version = version_of_row(&cases[i].rows[j], j);
			assert_true(sorter_add(versions, &version));
		}
		assert_int_equal(stories_decide(versions, true, &verdicts), 0);
		while (sorter_next(decisions, &decision))
			append_decision(got, sizeof(got), &decision);
		sorter_free(decisions);
		if (strcmp(got, cases[i].decisions) != 0)
			fail_msg("case %zu: '%s' instead of '%s'", i, got, cases[i].decisions);
	}
}

#define STORIES 100000

/* Version J of story I is at place J * STORIES + I; all but the last refer to nothing, and the last to
 * the first by a reference. */
static void stories_beyond_memory(void **state)
{
	struct sorter *versions =
		sorter_new(sizeof(struct version), order_positions, STORIES_MEMORY);
	struct sorter *decisions =
		sorter_new(sizeof(struct decision), order_decisions, STORIES_MEMORY);
	struct sorter *hashes = sorter_new(sizeof(struct unrepeated), order_hashes, STORIES_MEMORY);
	const struct verdicts verdicts = {.decisions = decisions, .hashes = hashes};
	struct decision decision;
	struct unrepeated record;
	uint64_t count = 0;

	(void)state;
	for (uint64_t i = 0; i < 3 * (uint64_t)STORIES; i++) {
		struct row row = {.story = 1 + i % STORIES,
				  .title = 1,
				  .flags = i < STORIES ? 0 : S,
				  .number = i / STORIES};
		if (i < STORIES)
			row.own_reference = row.story;
		if (i >= 2 * STORIES) {
			row.reference = row.story;
			row.story += STORIES;
		}
		struct version version = version_of_row(&row, i);
		assert_true(sorter_add(versions, &version));
	}
	assert_int_equal(stories_decide(versions, true, &verdicts), 0);
	for (; sorter_next(decisions, &decision); count++) {
		assert_int_equal(decision.owner, 2 * STORIES + count / 3);
		assert_int_equal(decision.kind, count % 3 == 0 ? DECISION_KEPT : DECISION_REPLACED);
		assert_int_equal(decision.offset, count / 3 + (count % 3 == 0   ? 2 * STORIES
							       : count % 3 == 2 ? STORIES
										: 0));
	}
	assert_int_equal(count, 3 * STORIES);
	for (count = 0; sorter_next(hashes, &record); count++)
		assert_true(record.position >= 2 * STORIES);
	assert_int_equal(count, STORIES);
	sorter_free(decisions);
	sorter_free(hashes);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_case),
		cmocka_unit_test(stories_beyond_memory),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
