/* A frame that is too large is left out by itself: what is before it and what follows it are
 * read, the error says what is missing, and neither depends on the portions that bytes come in. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>

#include "api/parser.h"

#define LIMIT 4096
#define LARGE 20000 /* bytes of the frame that is too large */

/* A stream: `before`, then `open` and LARGE times `fill` and `close`, then `after`. */
struct row {
	const char *name;
	const char *before, *open, *fill, *close, *after;
	size_t start;     /* of the frame that is too large, after `before` */
	size_t records;   /* all in all */
	const char *last; /* headline or first paragraph of the last one */
};

#define NITF(headline)                                                                             \
	"<nitf><body><body.head><hedline><hl1>" headline "</hl1></hedline></body.head>"            \
	"<body.content><p>Text.</p></body.content></body></nitf>\n"
#define NITF_OPEN "<nitf><body><body.content><p>"
#define ITEM(headline)                                                                             \
	"{\"uri\":\"u\",\"type\":\"text\",\"headline\":\"" headline "\",\"body_text\":\"Text.\"}"  \
	"\n"
#define ITEM_OPEN "{\"uri\":\"u\",\"type\":\"text\",\"headline\":\"h\",\"body_text\":\""
#define MAIL(subject)                                                                              \
	"From a@b.example Mon Jan  5 10:22:01 2026\nFrom: a@b.example\nSubject: " subject          \
	"\n\nText of the mail.\n\n"
#define DOC(headline)                                                                              \
	"<DOC>\n<DOCNO>A-1</DOCNO>\n<HEADLINE>" headline                                           \
	"</HEADLINE>\n<TEXT>\nText.\n</TEXT>\n</DOC>\n"
#define DOC_OPEN   "<DOC>\n<DOCNO>A-2</DOCNO>\n<TEXT>\n"
#define ZCZC(text) "ZCZC a1\n" text "\n\nMadrid, 3 oct (EFE).- Uno.\nNNNN\n"
#define IPTC_OPEN  "\001eca0045 4 pl 12 x\r\n\002"
#define IPTC(text) IPTC_OPEN text "\n\nMadrid, 3 oct (EFE).- Uno.\r\n\003t\r\n\004"
#define ANPA(text)                                                                                 \
	"\026\026\001a0001\037afx-\r\nr i BC-X 03-03 0100\r\n\002^" text                           \
	"<\r\n   LISBON (AP) _ Text.\r\n\003\r\n\004"
#define STRIPPED(text)                                                                             \
	"SPF001 3 RES 0070 F BELGA-0001\n" text "\n\nParis, 3 oct (Belga).- Un.\n./.\n"

#define TEXT_OPEN "\nCierre\n\nMadrid, 3 oct (EFE).- Uno.\n\n"
#define TEXT(headline)                                                                             \
	"\n" headline "\n\nMadrid, 3 oct (EFE).- El consejo abre.\n\nEntra. EFE\n\nab/cd\n"

static const struct row rows[] = {
	{"text", TEXT("one"), TEXT_OPEN, "x y\n", "Fin. EFE\n\nab/cd\n", TEXT("two") TEXT("three"),
	 1, 3, "three"},
	{"text, one line", TEXT("one"), TEXT_OPEN, "x ", "\n---\n", TEXT("two") TEXT("three"), 1, 3,
	 "three"},
	{"mbox", MAIL("one"), MAIL("large"), "x y\n", "", "\n" MAIL("two") MAIL("three"), 0, 3,
	 "three"},
	{"lines", ITEM("one"), ITEM_OPEN, "x ", "\"}\n", ITEM("two") ITEM("three"), 0, 3, "three"},
	{"line, no end of its string", ITEM("one"), ITEM_OPEN, "x ", "\n", ITEM("two"), 0, 2,
	 "two"},
	{"json", ITEM("one"), ITEM_OPEN, "x ", "\"}", ITEM("two"), 0, 2, "two"},
	{"json, no end", ITEM("one"), ITEM_OPEN, "x ", "\n", ITEM("two") ITEM("three"), 0, 3,
	 "three"},
	{"json, no end, not in a string", ITEM("one"), "{\"n\":[1", ",{\n\"a\":[\n{}]}", "\n",
	 ITEM("two"), 0, 2, "two"},
	{"xml", NITF("one"), NITF_OPEN, "x ", "</p></body.content></body></nitf>\n",
	 NITF("two") NITF("three"), 0, 3, "three"},
	{"xml, no end", NITF("one"), NITF_OPEN, "x ", "\n", NITF("two") NITF("three"), 0, 3,
	 "three"},
	{"xml, no end of a comment", NITF("one"), NITF_OPEN "<!--", "x ", "\n",
	 "<?xml version=\"1.0\"?>\n" NITF("two"), 0, 2, "two"},
	{"xml, no end of a value", NITF("one"), "<nitf a=\"", "x ", "\n", NITF("two"), 0, 2, "two"},
	{"sgml", DOC("one"), DOC_OPEN, "x ", "</TEXT>\n</DOC>\n", DOC("two") DOC("three"), 0, 3,
	 "three"},
	{"sgml, no end", DOC("one"), DOC_OPEN, "x ", "\n", DOC("two") DOC("three"), 0, 3, "three"},
	{"zczc", ZCZC("one"), "ZCZC a2\n", "x\n", "NNNN\n", ZCZC("two") ZCZC("three"), 0, 3,
	 "three"},
	{"zczc, no end", ZCZC("one"), "ZCZC a2\n", "x ", "\n", ZCZC("two"), 0, 2, "two"},
	{"7901", IPTC("one"), IPTC_OPEN, "x\n", "\003\004", IPTC("two"), 0, 2, "two"},
	{"7901, no end", IPTC("one"), IPTC_OPEN, "x\n", "", IPTC("two") IPTC("three"), 0, 3,
	 "three"},
	{"anpa", ANPA("one"), "\026\026\001a0002\037afx-\r\nr i BC-Y 03-03 0100\r\n\002", "x\r\n",
	 "\003\r\n\004", ANPA("two"), 0, 2, "two"},
	{"stripped", STRIPPED("one"), "SPF002 3 RES 0070 F BELGA-0002\n", "x\n", "./.\n",
	 STRIPPED("two"), 0, 2, "two"},
	{"junk", ZCZC("one"), "RYRY", "x\n", "", ZCZC("two"), 0, 2, "two"},
	{"blanks in front", ITEM("one"), " \n\n" ITEM_OPEN, "x ", "\"}\n", ITEM("two"), 3, 2,
	 "two"},
};

/* What a source gives: a line for each record or error. */
struct run {
	struct tx_buffer said;
	size_t records, errors;
	telex_error error;
	char last[32];
};

static void take_all(telex_parser *parser, struct run *run)
{
	const telex_record *record;
	telex_error error;
	telex_status status;

	while ((status = telex_parser_next(parser, &record, &error)) != TELEX_END) {
		telex_slice text;
		if (status != TELEX_OK) {
			run->errors++;
			run->error = error;
			tx_buffer_printf(&run->said, "%s %u %llu\n", error.message, error.line,
					 (unsigned long long)error.offset);
			continue;
		}
		assert_int_equal(
			telex_record_write(record, TELEX_TO_RECORD, TELEX_WRITE_SPANS, &text, NULL),
			TELEX_OK);
		tx_buffer_slice(&run->said, text);
		text = telex_record_text(record, "headline");
		snprintf(run->last, sizeof(run->last), "%.*s", (int)text.len,
			 text.len > 0 ? text.ptr : "");
		run->records++;
	}
}

static void run_source(const char *from, telex_slice source, size_t portion, struct run *run)
{
	telex_options options = {.size = sizeof(options), .from = from, .max_bytes = LIMIT};
	telex_parser *parser;
	size_t most = 0;

	assert_int_equal(telex_parser_new(&options, &parser, NULL), TELEX_OK);
	for (size_t at = 0; at < source.len; at += portion) {
		telex_slice bytes = tx_slice_take(tx_slice_skip(source, at), portion);
		unsigned flags = at + portion >= source.len ? TELEX_FEED_LAST : 0;
		assert_int_equal(telex_parser_feed(parser, bytes, flags, NULL), TELEX_OK);
		most = parser->reader.input.bytes.cap > most ? parser->reader.input.bytes.cap
							     : most;
		take_all(parser, run);
	}
	/* Two limits and two portions, which a buffer that doubles holds in four. */
	if (portion <= LIMIT)
		assert_true(most <= (size_t)8 * LIMIT);
	telex_parser_free(parser);
}

static void build(const struct row *row, struct tx_buffer *source, size_t *ret_start,
		  size_t *ret_end)
{
	tx_buffer_slice(source, tx_slice_of(row->before));
	*ret_start = source->len + row->start;
	tx_buffer_slice(source, tx_slice_of(row->open));
	for (size_t end = source->len + LARGE; source->len < end;)
		tx_buffer_slice(source, tx_slice_of(row->fill));
	tx_buffer_slice(source, tx_slice_of(row->close));
	*ret_end = source->len;
	tx_buffer_slice(source, tx_slice_of(row->after));
}

static void check_row(const struct row *row)
{
	static const size_t portions[] = {1, 7, 100, 4096, SIZE_MAX / 2};
	const char *from = strncmp(row->name, "line", 4) == 0 ? "jsonl" : NULL;
	struct tx_buffer source = {0};
	struct run first = {0};
	size_t start, end;

	build(row, &source, &start, &end);
	for (size_t i = 0; i < sizeof(portions) / sizeof(portions[0]); i++) {
		struct run run = {0};
		run_source(from, tx_slice(source.data, source.len), portions[i], &run);
		if (run.records != row->records || run.errors != 1 ||
		    strcmp(run.last, row->last) != 0 || run.error.status != TELEX_ERR_TOO_BIG)
			fail_msg("%s, portions of %zu: %zu records, %zu errors\n%.*s", row->name,
				 portions[i], run.records, run.errors, (int)run.said.len,
				 run.said.data);
		if (i == 0)
			first = run;
		else if (!tx_slice_eq(tx_slice(run.said.data, run.said.len),
				      tx_slice(first.said.data, first.said.len)))
			fail_msg("%s, portions of %zu:\n%.*s\nof one:\n%.*s", row->name,
				 portions[i], (int)run.said.len, run.said.data, (int)first.said.len,
				 first.said.data);
		if (i > 0)
			tx_buffer_done(&run.said);
	}
	char left_out[96];
	snprintf(left_out, sizeof(left_out), "index 1, offset %zu, ", start);
	const char *found = strstr(first.error.message, left_out);
	if (found == NULL)
		fail_msg("%s: %s", row->name, first.error.message);
	size_t bytes = (size_t)strtoull(found + strlen(left_out), NULL, 10);
	assert_true(start + bytes >= end - 2 && start + bytes <= end + 2);
	tx_buffer_done(&first.said);
	tx_buffer_done(&source);
}

static void a_large_frame_is_left_out_alone(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		check_row(&rows[i]);
}

/* A frame as large as the limit is read, one byte more is not. */
static void the_limit_itself_is_allowed(void **state)
{
	static const char head[] = ITEM_OPEN, tail[] = "\"}";
	(void)state;
	for (size_t len = LIMIT - 2; len <= LIMIT + 2; len++) {
		struct tx_buffer source = {0};
		struct run run = {0};
		tx_buffer_slice(&source, tx_slice_of(head));
		while (source.len < len - strlen(tail))
			tx_buffer_byte(&source, 'x');
		tx_buffer_slice(&source, tx_slice_of(tail));
		tx_buffer_slice(&source, tx_slice_of(ITEM("two")));
		run_source(NULL, tx_slice(source.data, source.len), 64, &run);
		assert_int_equal(run.errors, len > LIMIT);
		assert_int_equal(run.records, len > LIMIT ? 1 : 2);
		tx_buffer_done(&source);
		tx_buffer_done(&run.said);
	}
}

/* Plain text and a mail have no next one: all of the rest is left out, once. */
static void what_has_no_next_is_left_out_to_its_end(void **state)
{
	static const char *const heads[] = {"Madrid, 3 oct (EFE).- ",
					    "From: a@b.example\nSubject: s\n\n"};

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		struct tx_buffer source = {0};
		struct run run = {0};
		char want[64];
		tx_buffer_slice(&source, tx_slice_of(heads[i]));
		while (source.len < LARGE)
			tx_buffer_lit(&source, "Text and text.\n");
		run_source(NULL, tx_slice(source.data, source.len), 100, &run);
		assert_int_equal(run.errors, 1);
		assert_int_equal(run.records, 0);
		snprintf(want, sizeof(want), "index 0, offset 0, %zu bytes", source.len);
		assert_non_null(strstr(run.error.message, want));
		tx_buffer_done(&source);
		tx_buffer_done(&run.said);
	}
}

/* A text of more than the limit whose dispatches are all under it, the largest just so. */
static void text_of_many_dispatches(void **state)
{
	static const size_t portions[] = {1, 7, 4096, SIZE_MAX / 2};
	struct tx_buffer source = {0};

	(void)state;
	for (int i = 0; i < 60; i++)
		tx_buffer_slice(&source, TX_LIT(TEXT("one")));
	tx_buffer_slice(&source, TX_LIT(TEXT_OPEN));
	for (size_t end = source.len + LIMIT - sizeof(TEXT_OPEN) - 13; source.len < end;)
		tx_buffer_slice(&source, TX_LIT("y"));
	tx_buffer_slice(&source, TX_LIT(". EFE\nab/cd\n" TEXT("last")));
	for (size_t i = 0; i < sizeof(portions) / sizeof(portions[0]); i++) {
		struct run run = {0};
		run_source(NULL, tx_slice(source.data, source.len), portions[i], &run);
		if (run.errors > 0)
			fail_msg("portions of %zu: %s", portions[i], run.error.message);
		assert_int_equal(run.records, 62);
		assert_string_equal(run.last, "last");
		tx_buffer_done(&run.said);
	}
	tx_buffer_done(&source);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_of_many_dispatches),
		cmocka_unit_test(a_large_frame_is_left_out_alone),
		cmocka_unit_test(the_limit_itself_is_allowed),
		cmocka_unit_test(what_has_no_next_is_left_out_to_its_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
