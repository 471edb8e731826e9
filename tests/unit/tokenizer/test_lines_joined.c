/* Lines of a large text: kept apart as long as there is room for them, then joined, except at its
 * ends. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/buffer.h"
#include "tokenizer/lines/lines.h"

#define LARGE ((size_t)4 << 20)

static struct tx_lines lines;

static telex_slice fill(struct tx_buffer *text, const char *unit, size_t size)
{
	text->len = 0;
	while (text->len < size)
		tx_buffer_slice(text, tx_slice_of(unit));
	return tx_slice(text->data, text->len);
}

/* They cover the text in order, and are as large as their table may be. */
static void check(telex_slice text)
{
	size_t end = 0;

	for (size_t i = 0; i < lines.count; i++) {
		assert_true(lines.items[i].start >= end);
		assert_true(lines.items[i].end >= lines.items[i].start);
		end = lines.items[i].end;
	}
	assert_true(end <= text.len);
	assert_int_equal(lines.items[lines.count].start, text.len);
}

static void lines_are_joined_when_they_are_too_many(void **state)
{
	static const struct {
		const char *unit;
		bool joined;
	} rows[] = {
		{"a line of an ordinary length, set by an ordinary machine\n", false},
		{"Short one.\n\n", false},
		{"Short one.\r\n\r\n", false},
		{"twelve bytes\n", false},
		{"a\n", true},
		{"\n", true},
		{"a\n\n", true},
		{"a\r", true},
		{"ab.\r\n\r\n", true},
	};
	struct tx_buffer buffer = {0};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		telex_slice text = fill(&buffer, rows[i].unit, LARGE);
		assert_true(tx_lines_split(&lines, text, 0, text.len));
		assert_int_equal(lines.joined, rows[i].joined);
		check(text);
		assert_true(lines.count * sizeof(struct tx_line) < 4 * text.len);
		if (!rows[i].joined)
			continue;
		/* The first and the last lines are there as they are. */
		size_t len = strlen(rows[i].unit), first = strcspn(rows[i].unit, "\r\n");
		first += rows[i].unit[first] == '\r' && rows[i].unit[first + 1] == '\n' ? 2 : 1;
		assert_int_equal(lines.items[1].start, first);
		assert_true(text.len - lines.items[lines.count - 1].start <= len);
		/* A text that is not large is not joined again. */
		text = tx_slice_take(text, 1000);
		assert_true(tx_lines_split(&lines, text, 0, text.len));
		assert_false(lines.joined);
	}
	tx_buffer_done(&buffer);
	free(lines.items);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_are_joined_when_they_are_too_many),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
