/* Frames that one reader finds and another reads give what one reader gives alone: records with
 * spans, errors, and the counts that the frames after them go on from. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "api/parser.h"

#define LIMIT   1024 /* of a dispatch */
#define PORTION 300
#define GROUP   3 /* frames that are handed over at once */

#define ZCZC(text) "ZCZC a1\n" text "\n\nMadrid, 3 oct (EFE).- Uno.\nNNNN\n"
#define TEXT(headline)                                                                             \
	"\n" headline "\n\nMadrid, 3 oct (EFE).- El consejo abre.\n\nEntra. EFE\n\nab/cd\n"
#define MAIL(subject)                                                                              \
	"From a@b.example Mon Jan  5 10:22:01 2026\nFrom: a@b.example\nSubject: " subject          \
	"\n\nText of the mail.\n\n"
#define DOC(headline)                                                                              \
	"<DOC>\n<DOCNO>A-1</DOCNO>\n<HEADLINE>" headline                                           \
	"</HEADLINE>\n<TEXT>\nText.\n</TEXT>\n</DOC>\n"
#define LINE(text) "{\"id\":\"1\",\"text\":\"" text "\"}\n"
#define IPTC(text)                                                                                 \
	"\001eca0045 4 pl 12 x\r\n\002" text "\n\nMadrid, 3 oct (EFE).- Uno.\r\n\003t\r\n\004"
#define PAGE                                                                                       \
	"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/b\r\n"               \
	"Content-Type: application/http; msgtype=response\r\nContent-Length: 54\r\n\r\n"           \
	"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>Text.\r\n\r\n\r\n"
#define X10    "x yz abcd "
#define X100   X10 X10 X10 X10 X10 X10 X10 X10 X10 X10
#define LARGE  X100 X100 X100 X100 X100 X100 X100 X100 X100 X100 X100 X100
#define DIGEST "ZCZC a1\\nUno\\nNNNN\\nZCZC a2\\nDos\\nNNNN\\n"

struct row {
	const char *name;
	const char *part; /* of the source, several times */
	size_t gives;     /* a part's frames, read or not */
	const char *charset, *text_key;
};

static const struct row rows[] = {
	{"envelopes", ZCZC("Uno"), 1, NULL, NULL},
	{"fillers between envelopes", "\r\n\r\n\177\177" ZCZC("Uno") "\r\n\r\n", 1, NULL, NULL},
	{"text between envelopes", ZCZC("Uno") "What is this?\n", 2, NULL, NULL},
	{"envelopes of a charset", ZCZC("A\361o de n\372meros"), 1, NULL, NULL},
	{"envelopes of a charset that is named", ZCZC("A\361o"), 1, "windows-1252", NULL},
	{"control characters", IPTC("A\361o"), 1, NULL, NULL},
	{"an envelope that is too large", ZCZC("Uno") "ZCZC a2\n" LARGE "\nNNNN\n", 2, NULL, NULL},
	{"plain text", TEXT("A\303\261o"), 1, NULL, NULL},
	{"plain text of a charset", TEXT("A\361o"), 1, NULL, NULL},
	{"mails", MAIL("A\303\261o"), 1, NULL, NULL},
	{"mails, CR LF", "From a@b.example Mon Jan  5 10:22:01 2026\r\nSubject: x\r\n\r\nText.\r\n",
	 1, NULL, NULL},
	{"documents", DOC("A\303\261o"), 1, NULL, NULL},
	{"documents without text", DOC("x") "<DOC>\n<DOCNO>A-2</DOCNO>\n</DOC>\n", 2, NULL, NULL},
	{"lines", LINE("Uno") "\n{broken\n", 2, NULL, NULL},
	{"lines of several dispatches", LINE(DIGEST), 2, NULL, NULL},
	{"lines whose key has text", LINE("Uno") "{\"id\":\"2\"}\n", 2, NULL, "text"},
	{"a line that is too large", LINE("Uno") "{\"text\":\"" LARGE "\"}\n", 2, NULL, "text"},
	{"a crawl", PAGE, 1, NULL, NULL},
};

static void take_all(telex_parser *parser, struct tx_buffer *said)
{
	const telex_record *record;
	telex_error error;
	telex_status status;
	telex_slice text;

	while ((status = telex_parser_next(parser, &record, &error)) != TELEX_END) {
		if (status != TELEX_OK) {
			tx_buffer_printf(said, "%s %u %llu\n", error.message, error.line,
					 (unsigned long long)error.offset);
			continue;
		}
		assert_int_equal(
			telex_record_write(record, TELEX_TO_RECORD, TELEX_WRITE_SPANS, &text, NULL),
			TELEX_OK);
		tx_buffer_slice(said, text);
	}
}

/* What the frames found since are, and what the source has given. */
struct group {
	struct tx_found items[GROUP];
	size_t count;
	struct tx_buffer bytes;
};

static void read_group(telex_parser *other, telex_parser *finder, struct group *group,
		       struct tx_buffer *said)
{
	struct tx_frames frames = {group->items, group->count,
				   tx_slice(group->bytes.data, group->bytes.len)};
	struct tx_source_kind kind;

	assert_true(tx_frames_are_many(&finder->reader, &kind));
	telex_parser_restart(other, NULL, NULL);
	tx_frames_give(&other->reader, &kind, &finder->reader.counts, &frames);
	take_all(other, said);
	finder->reader.counts = other->reader.counts;
	group->count = group->bytes.len = 0;
}

static void find_all(telex_parser *other, telex_parser *finder, struct group *group,
		     struct tx_buffer *said)
{
	telex_slice bytes;

	while (tx_frames_next(&finder->reader, &group->items[group->count], &bytes) ==
	       TX_FRAME_FOUND) {
		tx_buffer_slice(&group->bytes, bytes);
		if (++group->count == GROUP)
			read_group(other, finder, group, said);
	}
}

static telex_parser *new_parser(const struct row *row)
{
	telex_options options = {.size = sizeof(options),
				 .max_bytes = LIMIT,
				 .charset = row->charset,
				 .text_key = row->text_key};
	telex_parser *parser;

	assert_int_equal(telex_parser_new(&options, &parser, NULL), TELEX_OK);
	return parser;
}

/* Feed a source; `other` reads its frames, or, where that is NULL, the parser itself does. */
static void read_source(const struct row *row, telex_slice source, telex_parser *other,
			struct tx_buffer *said)
{
	telex_parser *parser = new_parser(row);
	struct group group = {.count = 0};

	for (size_t at = 0; at < source.len; at += PORTION) {
		telex_slice bytes = tx_slice_take(tx_slice_skip(source, at), PORTION);
		unsigned flags = at + PORTION >= source.len ? TELEX_FEED_LAST : 0;
		assert_int_equal(telex_parser_feed(parser, bytes, flags, NULL), TELEX_OK);
		if (other != NULL)
			find_all(other, parser, &group, said);
		else
			take_all(parser, said);
	}
	if (group.count > 0)
		read_group(other, parser, &group, said);
	take_all(parser, said);
	tx_buffer_printf(said, "index %llu, passed over %llu, text %llu\n",
			 (unsigned long long)parser->reader.counts.index,
			 (unsigned long long)parser->reader.counts.passed_over,
			 (unsigned long long)parser->reader.counts.text_offset);
	tx_buffer_done(&group.bytes);
	telex_parser_free(parser);
}

static void check_row(const struct row *row, size_t parts)
{
	struct tx_buffer source = {0}, alone = {0}, shared = {0};
	telex_parser *other = new_parser(row);

	for (size_t i = 0; i < parts; i++)
		tx_buffer_slice(&source, tx_slice_of(row->part));
	telex_slice bytes = tx_slice(source.data, source.len);
	read_source(row, bytes, NULL, &alone);
	read_source(row, bytes, other, &shared);
	char index[32];
	snprintf(index, sizeof(index), "index %zu,", row->gives * parts);
	tx_buffer_byte(&alone, '\0');
	tx_buffer_byte(&shared, '\0');
	if (strstr(alone.data, index) == NULL || strcmp(alone.data, shared.data) != 0)
		fail_msg("%s: %s\nalone:\n%s\nshared:\n%s", row->name, index, alone.data,
			 shared.data);
	telex_parser_free(other);
	tx_buffer_done(&source);
	tx_buffer_done(&alone);
	tx_buffer_done(&shared);
}

static void another_reader_gives_the_same(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		check_row(&rows[i], 1);
		check_row(&rows[i], 20);
	}
}

/* Whose items may be read before their ends are found, or that are one dispatch. */
static void documents_have_one_reader(void **state)
{
	static const char *const sources[] = {
		"<nitf><body><body.content><p>Text.</p></body.content></body></nitf>",
		"{\"uri\":\"u\",\n\"headline\":\"h\",\"body_text\":\"Text.\"}",
		"From: a@b.example\nSubject: x\n\nText.\n",
		"<!DOCTYPE html><html><body><p>Text.</p></body></html>",
	};
	struct tx_source_kind kind;

	(void)state;
	for (size_t i = 0; i < sizeof(sources) / sizeof(sources[0]); i++) {
		telex_parser *parser = new_parser(&rows[0]);
		struct tx_buffer said = {0};
		assert_false(tx_frames_are_many(&parser->reader, &kind));
		assert_int_equal(
			telex_parser_feed(parser, tx_slice_of(sources[i]), TELEX_FEED_LAST, NULL),
			TELEX_OK);
		take_all(parser, &said);
		assert_int_equal(parser->reader.counts.index, 1);
		assert_false(tx_frames_are_many(&parser->reader, &kind));
		tx_buffer_done(&said);
		telex_parser_free(parser);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(another_reader_gives_the_same),
		cmocka_unit_test(documents_have_one_reader),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
