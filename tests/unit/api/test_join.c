/* Records joined: what the first keeps, what it takes of the parts, what it names; and that it says
 * when memory is short. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "api/join.h"

#define HEAD                                                                                       \
	"{\"telex\":\"1.0\",\"source\":{\"path\":\"a.txt\",\"index\":0,\"offset\":0,\"length\":9}" \
	","                                                                                        \
	"\"slug\":\"FERRY\",\"crossheads\":[{\"before\":1,\"text\":\"Later\"}],"                   \
	"\"body\":[\"One.\",\"Two.\"],\"end_mark\":\"EFE\",\"signoff\":[\"abc\"],\"more\":true,"   \
	"\"word_count\":2,\"stated_word_count\":90,"                                               \
	"\"spans\":{\"body\":[[1,2],[3,4]],\"crossheads\":[[5,6]]}}\n"
#define PART                                                                                       \
	"{\"telex\":\"1.0\",\"source\":{\"path\":\"b.zip\",\"member\":\"b.txt\",\"index\":7,"      \
	"\"offset\":0,\"length\":9},\"id\":\"b\",\"version\":\"3\",\"status\":\"withheld\","       \
	"\"replaces\":[{\"path\":\"c.txt\",\"index\":1},"                                          \
	"{\"path\":\"d.txt\",\"index\":2,\"take\":4}],"                                            \
	"\"embargo\":\"2024-03-03T10:00:00Z\",\"expires\":\"2024-03-04T10:00:00Z\","               \
	"\"notes\":[{\"kind\":\"update\",\"text\":\"1st Add\"},"                                   \
	"{\"kind\":\"media\",\"text\":\"AP Photo\"}],\"body\":[\"Three.\"],"                       \
	"\"crossheads\":[{\"before\":0,\"text\":\"More\"}],"                                       \
	"\"tables\":[{\"before\":1,\"text\":\"x\\t1\"}],\"end_mark\":\"END\","                     \
	"\"signoff\":[\"de\",\"fg\"],\"word_count\":1,\"media\":[{\"id\":\"m\"}],"                 \
	"\"unparsed\":[\"??\"]}\n"

static const telex_record *read(telex_parser *parser, const char *line)
{
	const telex_record *record;

	telex_parser_restart(parser, NULL, NULL);
	assert_int_equal(telex_parser_feed(parser, tx_slice_of(line), TELEX_FEED_LAST, NULL),
			 TELEX_OK);
	assert_int_equal(telex_parser_next(parser, &record, NULL), TELEX_OK);
	return record;
}

static void expect(const telex_record *record, telex_output to, telex_write_flags flags,
		   const char *wanted)
{
	telex_slice text;

	assert_int_equal(telex_record_write(record, to, flags, &text, NULL), TELEX_OK);
	if (!tx_slice_is(text, wanted))
		fail_msg("wanted %s\ngot %.*s", wanted, (int)text.len, text.ptr);
}

static telex_parser *new_parser(void)
{
	telex_parser *parser;

	assert_int_equal(telex_parser_new(NULL, &parser, NULL), TELEX_OK);
	return parser;
}

static void parts_are_appended(void **state)
{
	telex_parser *head = new_parser(), *other = new_parser();
	struct tx_join join = {0};
	const telex_record *record = read(head, HEAD);

	(void)state;
	tx_join_begin(&join, head);
	tx_join_part(&join, read(other, PART), 3);
	/* What the part's parser holds is not the record's any more. */
	read(other, HEAD);
	assert_true(tx_join_warn(&join, TX_WARN_TAKE_MISSING, "take 2 is missing"));
	assert_false(tx_join_warn(&join, TX_WARN_TAKE_MISSING, "take 2 is missing"));
	assert_true(tx_join_end(&join));
	expect(record, TELEX_TO_RECORD, TELEX_WRITE_DEFAULT,
	       "{\"telex\":\"1.0\",\"source\":{\"path\":\"a.txt\",\"index\":0,\"offset\":0,"
	       "\"length\":9},\"status\":\"withheld\",\"replaces\":[{\"path\":\"b.zip\","
	       "\"member\":\"b.txt\",\"index\":7,\"id\":\"b\",\"version\":\"3\",\"take\":3},"
	       "{\"path\":\"c.txt\",\"index\":1},{\"path\":\"d.txt\",\"index\":2,\"take\":4}],"
	       "\"slug\":\"FERRY\",\"embargo\":\"2024-03-03T10:00:00Z\","
	       "\"expires\":\"2024-03-04T10:00:00Z\","
	       "\"notes\":[{\"kind\":\"media\",\"text\":\"AP Photo\"}],"
	       "\"body\":[\"One.\",\"Two.\",\"Three.\"],"
	       "\"crossheads\":[{\"before\":1,\"text\":\"Later\"},{\"before\":2,\"text\":\"More\"}]"
	       ","
	       "\"tables\":[{\"before\":3,\"text\":\"x\\t1\"}],\"end_mark\":\"END\","
	       "\"signoff\":[\"de\",\"fg\"],\"word_count\":3,\"media\":[{\"id\":\"m\"}],"
	       "\"unparsed\":[\"??\"],"
	       "\"warnings\":[{\"code\":\"take-missing\",\"message\":\"take 2 is missing\","
	       "\"line\":1}],"
	       "\"spans\":{\"notes\":[[0,0]],\"body\":[[1,2],[3,4],[0,0]],"
	       "\"crossheads\":[[5,6],[0,0]],\"tables\":[[0,0]],\"unparsed\":[[0,0]]}}\n");
	expect(record, TELEX_TO_TEXT, TELEX_WRITE_DEFAULT,
	       "One.\n\nLater\n\nTwo.\n\nMore\n\nThree.\n\nx\t1\n\n\n");
	tx_join_done(&join);
	telex_parser_free(head);
	telex_parser_free(other);
}

/* The record itself is as it was. */
static void replaced_ones_are_named(void **state)
{
	telex_parser *head = new_parser(), *other = new_parser();
	struct tx_join join = {0};
	const telex_record *record = read(head, "{\"telex\":\"1.0\",\"body\":[\"One.\"]}\n");

	(void)state;
	tx_join_begin(&join, head);
	tx_join_replace(&join, read(other, PART));
	assert_true(tx_join_end(&join));
	expect(record, TELEX_TO_RECORD, TELEX_WRITE_DEFAULT,
	       "{\"telex\":\"1.0\",\"replaces\":[{\"path\":\"b.zip\",\"member\":\"b.txt\","
	       "\"index\":7,\"id\":\"b\",\"version\":\"3\"},{\"path\":\"c.txt\",\"index\":1},"
	       "{\"path\":\"d.txt\",\"index\":2}],\"body\":[\"One.\"]}\n");
	tx_join_done(&join);
	telex_parser_free(head);
	telex_parser_free(other);
}

static void short_memory_is_said(void **state)
{
	telex_parser *head = new_parser(), *other = new_parser();
	struct tx_join join = {0};

	(void)state;
	read(head, HEAD);
	tx_join_begin(&join, head);
	join.body.failed = true;
	tx_join_part(&join, read(other, PART), 3);
	assert_false(tx_join_end(&join));
	tx_join_done(&join);
	telex_parser_free(head);
	telex_parser_free(other);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(parts_are_appended),
		cmocka_unit_test(replaced_ones_are_named),
		cmocka_unit_test(short_memory_is_said),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
