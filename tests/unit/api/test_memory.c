/* Memory: every allocation made to fail in turn, and none at all in a steady run.
 *
 * The linker sends the library's malloc(), calloc() and realloc() here (--wrap), jansson and
 * libxml2 are given the same functions.  Out of reach are what libc allocates inside iconv_open(),
 * and the own memory of parsers that cannot tell when it is short: jansson's takes the text for
 * broken or loses a byte of it, libxml2's for HTML does not come back, and the one for declarations
 * of entities leaks (2.14, 2.9.14). */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>
#include <libxml/parser.h>
#include <libxml/xmlmemory.h>

#include "core/buffer.h"
#include "core/slice.h"
#include "telex/telex.h"

#define ROUNDS_WARM   3
#define ROUNDS_STEADY 1000
#define PORTION       700 /* bytes: dispatches are cut and several come at once */

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *ptr, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *ptr, size_t size);

/* Allocations are counted while `counting`; the one of number `failing` fails (0: none). */
static struct {
	bool counting;
	bool sparing; /* those of other libraries are not */
	size_t count;
	size_t failing;
} heap;

static bool fails(void)
{
	return heap.counting && ++heap.count == heap.failing;
}

void *__wrap_malloc(size_t size)
{
	return fails() ? NULL : __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size)
{
	return fails() ? NULL : __real_calloc(count, size);
}

void *__wrap_realloc(void *ptr, size_t size)
{
	return fails() ? NULL : __real_realloc(ptr, size);
}

static void *foreign_malloc(size_t size)
{
	return heap.sparing ? __real_malloc(size) : __wrap_malloc(size);
}

static void *foreign_realloc(void *ptr, size_t size)
{
	return heap.sparing ? __real_realloc(ptr, size) : __wrap_realloc(ptr, size);
}

static char *foreign_strdup(const char *string)
{
	size_t size = strlen(string) + 1;
	char *copy = foreign_malloc(size);

	return copy == NULL ? NULL : memcpy(copy, string, size);
}

#define SIZE .size = sizeof(telex_options)

struct source {
	const char *fixture;
	telex_options options;
};

/* Plain text, by every way through the reader, and what each allocates besides. */
static const struct source sources[] = {
	{"efe/urgente.txt", {SIZE, .path = "2025/04/19/urgente.txt"}},
	{"efe/two-places.txt", {SIZE, .language = "es", .reference_date = "2025-04-19"}},
	{"layout/table-in-body.txt", {SIZE, .agency = "EFE"}},
	{"charset/windows-1252.txt", {SIZE, .charset = "WINDOWS-1252"}},
	{"charset/windows-1252.txt", {SIZE, .path = NULL}},
	{"charset/utf-16le-bom.txt", {SIZE, .path = NULL}},
	{"charset/utf-8-one-broken-byte.txt", {SIZE, .path = NULL}},
	{"stream/zczc-several.txt", {SIZE, .path = "zczc"}},
	{"stream/iptc7901-several.txt", {SIZE, .flags = TELEX_PARSE_NO_PLACES}},
	{"stream/junk-between-frames.txt", {SIZE, .max_bytes = 200}},
	{"stream/iptc7901-clock-of-the-house.txt", {SIZE, .path = NULL}},
	{"note/efe-embargo-named-place.txt", {SIZE, .path = NULL}},
	{"efe/byline-initials.txt", {SIZE, .path = NULL}},
	{"bad/empty.txt", {SIZE, .path = NULL}},
	{"bad/binary-jpeg-like.txt", {SIZE, .path = NULL}},
	{"bad/nul-bytes.txt", {SIZE, .path = NULL}},
	{"bad/one-very-long-line.txt", {SIZE, .path = NULL}},
};

#define SOURCES (sizeof sources / sizeof sources[0])

/* Documents: what a reader makes of one is built anew each time. */
static const struct source documents[] = {
	{"nitf/efe.xml", {SIZE, .flags = TELEX_PARSE_LEFTOVERS}},
	{"nitf/pa-latin1.xml", {SIZE, .path = NULL}},
	{"newsml1/belga-two-languages.xml", {SIZE, .path = NULL}},
	{"newsmlg2/message-of-several.xml", {SIZE, .flags = TELEX_PARSE_LEFTOVERS}},
	{"rcv1/item.xml", {SIZE, .path = NULL}},
	{"broken/cut-off-then-whole.xml", {SIZE, .path = NULL}},
	{"broken/unbalanced.xml", {SIZE, .path = NULL}},
	{"broken/unknown-charset-label.xml", {SIZE, .path = NULL}},
	{"broken/wrong-charset-label.xml", {SIZE, .path = NULL}},
	{"broken/no-dispatch.xml", {SIZE, .path = NULL}},
	{"sgml/reuters21578.sgm", {SIZE, .flags = TELEX_PARSE_LEFTOVERS}},
	{"sgml/trec-efe.sgml", {SIZE, .path = NULL}},
	{"sgml/trec-ap.sgml", {SIZE, .path = NULL}},
	{"sgml/gigaword.sgml", {SIZE, .path = NULL}},
	{"anpa/writethru-wrapped.anpa", {SIZE, .flags = TELEX_PARSE_LEFTOVERS}},
	{"anpa/table.anpa", {SIZE, .path = NULL}},
	{"zczc/field-tags.txt", {SIZE, .path = NULL}},
	{"mail/iptc7901.eml", {SIZE, .path = NULL}},
	{"mail/latin1.eml", {SIZE, .path = NULL}},
	{"mail/nitf-inside.eml", {SIZE, .path = NULL}},
	{"mail/two-more.mbox", {SIZE, .path = NULL}},
};

#define DOCUMENTS (sizeof documents / sizeof documents[0])

/* Documents that these parsers read. */
static const struct source foreign_documents[] = {
	{"broken/billion-laughs.xml", {SIZE, .path = NULL}},
	{"newsml1/ats-internal-subset.xml", {SIZE, .path = NULL}},
	{"broken/json-cut-off.ninjs", {SIZE, .from = "jsonl", .text_key = "text"}},
	{"ninjs/version-2.ninjs", {SIZE, .from = "jsonl", .text_key = "language"}},
	{"ninjs/version-1.ninjs", {SIZE, .from = "jsonl"}},
	{"newsml1/roles-and-cdata.xml", {SIZE, .flags = TELEX_PARSE_LEFTOVERS}},
	{"newsmlg2/reuters-lines.xml", {SIZE, .path = NULL}},
	{"rbnews/flash.xml", {SIZE, .path = NULL}},
	{"feeds/rss.xml", {SIZE, .path = NULL}},
	{"feeds/atom.xml", {SIZE, .path = NULL}},
	{"page/efe-portal.html", {SIZE, .path = NULL}},
	{"page/article-body-guides.html", {SIZE, .path = NULL}},
	{"page/live-blog.html", {SIZE, .path = NULL}},
	{"warc/encoded-bodies.warc", {SIZE, .path = NULL}},
	{"ninjs/version-1.ninjs", {SIZE, .flags = TELEX_PARSE_LEFTOVERS}},
	{"ninjs/version-2.ninjs", {SIZE, .path = NULL}},
	{"ninjs/version-3-array.ninjs", {SIZE, .path = NULL}},
	{"record/lines.ndjson", {SIZE, .path = NULL}},
	{"record/array.ndjson", {SIZE, .path = NULL}},
	{"record/broken.ndjson", {SIZE, .flags = TELEX_PARSE_LEFTOVERS}},
	{"mail/alternative.eml", {SIZE, .flags = TELEX_PARSE_LEFTOVERS}},
	{"mail/html.eml", {SIZE, .path = NULL}},
};

#define FOREIGN_DOCUMENTS (sizeof foreign_documents / sizeof foreign_documents[0])

static const struct {
	telex_output output;
	unsigned flags;
} outputs[] = {
	{TELEX_TO_RECORD, TELEX_WRITE_SPANS},
	{TELEX_TO_TOKENS, 0},
	{TELEX_TO_VIEW, TELEX_WRITE_COLOR},
	{TELEX_TO_RECORD, TELEX_WRITE_PRETTY},
};

#define OUTPUTS (sizeof outputs / sizeof outputs[0])
/* The view and the indented record are for people: they build something for each record. */
#define OUTPUTS_STEADY 2

/* What a run has written; read with the heap uncounted, so that it has no part in the test. */
static void keep(struct tx_buffer *written, telex_slice text)
{
	bool counting = heap.counting;

	heap.counting = false;
	tx_buffer_slice(written, text);
	heap.counting = counting;
}

static void read_fixture(const char *name, struct tx_buffer *bytes)
{
	char path[1024], block[4096];
	size_t len;

	snprintf(path, sizeof path, "%s/%s", TELEX_FIXTURES, name);
	FILE *file = fopen(path, "rb");
	if (file == NULL)
		fail_msg("cannot open %s", path);
	while ((len = fread(block, 1, sizeof block, file)) > 0)
		tx_buffer_append(bytes, block, len);
	fclose(file);
	assert_false(bytes->failed);
}

static telex_status write_all(const telex_record *record, size_t output_count,
			      struct tx_buffer *written)
{
	telex_slice text;
	telex_error error;

	for (size_t i = 0; i < output_count; i++) {
		telex_status status = telex_record_write(record, outputs[i].output,
							 outputs[i].flags, &text, &error);
		if (status != TELEX_OK) {
			assert_int_equal(error.status, status);
			return status;
		}
		keep(written, text);
	}
	return TELEX_OK;
}

/* All dispatches that the parser has; the first lack of memory ends it. */
static telex_status take_all(telex_parser *parser, struct tx_buffer *written)
{
	const telex_record *record;
	telex_error error;

	for (;;) {
		telex_status status = telex_parser_next(parser, &record, &error);
		if (status == TELEX_END)
			return TELEX_OK;
		if (status == TELEX_OK)
			status = write_all(record, OUTPUTS, written);
		else
			keep(written, tx_slice_of(error.message));
		if (status == TELEX_ERR_MEMORY)
			return status;
	}
}

/* A parser's whole life over a source. */
static telex_status live(const telex_options *options, telex_slice source,
			 struct tx_buffer *written)
{
	telex_parser *parser = NULL;
	telex_error error;
	telex_status status = telex_parser_new(options, &parser, &error);
	size_t half = source.len / 2;

	if (status != TELEX_OK) {
		assert_null(parser);
		assert_int_equal(error.status, status);
		return status;
	}
	status = telex_parser_feed(parser, tx_slice_take(source, half), 0, &error);
	if (status == TELEX_OK)
		status = take_all(parser, written);
	if (status == TELEX_OK)
		status = telex_parser_feed(parser, tx_slice_skip(source, half), TELEX_FEED_LAST,
					   &error);
	if (status == TELEX_OK)
		status = take_all(parser, written);
	telex_parser_free(parser);
	return status;
}

/* Allocation `failing` of a source fails: a clean error, or nothing that can be seen.  False when
 * there is no such allocation any more; `*faults` counts what is neither. */
static bool fail_one(const struct source *source, telex_slice bytes, size_t failing,
		     telex_slice wanted, size_t *faults)
{
	struct tx_buffer written = {0};

	heap.count = 0;
	heap.failing = failing;
	heap.counting = true;
	telex_status status = live(&source->options, bytes, &written);
	heap.counting = false;
	bool reached = heap.count >= failing;
	bool same = tx_slice_eq(tx_slice(written.data, written.len), wanted);
	if (status == TELEX_OK ? !same : status != TELEX_ERR_MEMORY || !reached) {
		print_error("%s: allocation %zu failed: status %d%s\n", source->fixture, failing,
			    (int)status, same ? "" : ", and the output is another");
		++*faults;
	}
	tx_buffer_done(&written);
	return reached;
}

static size_t fail_each(const struct source *source)
{
	struct tx_buffer bytes = {0}, wanted = {0};
	size_t failing = 1, faults = 0;

	read_fixture(source->fixture, &bytes);
	assert_int_equal(live(&source->options, tx_slice(bytes.data, bytes.len), &wanted),
			 TELEX_OK);
	while (fail_one(source, tx_slice(bytes.data, bytes.len), failing,
			tx_slice(wanted.data, wanted.len), &faults))
		failing++;
	assert_true(failing > 2);
	tx_buffer_done(&bytes);
	tx_buffer_done(&wanted);
	return faults;
}

static void fail_all(const struct source *first, size_t count)
{
	size_t faults = 0;

	for (size_t i = 0; i < count; i++)
		faults += fail_each(&first[i]);
	assert_int_equal(faults, 0);
}

static void test_every_failure(void **state)
{
	(void)state;
	fail_all(sources, SOURCES);
}

static void test_every_failure_of_documents(void **state)
{
	(void)state;
	fail_all(documents, DOCUMENTS);
}

static void test_every_failure_around_foreign_parsers(void **state)
{
	(void)state;
	heap.sparing = true;
	fail_all(foreign_documents, FOREIGN_DOCUMENTS);
	heap.sparing = false;
}

/* One more round of the stream through a parser that never sees its end. */
static size_t feed_round(telex_parser *parser, telex_slice stream)
{
	const telex_record *record;
	telex_slice text;
	size_t records = 0;

	while (stream.len > 0) {
		telex_slice portion = tx_slice_take(stream, PORTION);
		stream = tx_slice_skip(stream, portion.len);
		assert_int_equal(telex_parser_feed(parser, portion, 0, NULL), TELEX_OK);
		while (telex_parser_next(parser, &record, NULL) == TELEX_OK) {
			records++;
			for (size_t i = 0; i < OUTPUTS_STEADY; i++)
				assert_int_equal(telex_record_write(record, outputs[i].output,
								    outputs[i].flags, &text, NULL),
						 TELEX_OK);
		}
	}
	return records;
}

static void test_steady_stream(void **state)
{
	struct tx_buffer stream = {0};
	telex_parser *parser;
	size_t records = 0;

	(void)state;
	read_fixture("stream/zczc-several.txt", &stream);
	heap.count = heap.failing = 0;
	heap.counting = true;
	assert_int_equal(telex_parser_new(NULL, &parser, NULL), TELEX_OK);
	assert_true(heap.count > 0);
	heap.counting = false;
	for (size_t i = 0; i < ROUNDS_WARM; i++)
		feed_round(parser, tx_slice(stream.data, stream.len));
	heap.count = heap.failing = 0;
	heap.counting = true;
	for (size_t i = 0; i < ROUNDS_STEADY; i++)
		records += feed_round(parser, tx_slice(stream.data, stream.len));
	heap.counting = false;
	assert_true(records >= 2000);
	assert_int_equal(heap.count, 0);
	telex_parser_free(parser);
	tx_buffer_done(&stream);
}

/* The same parser for one source after the other. */
static void restart_round(telex_parser *parser, const struct tx_buffer *bytes)
{
	for (size_t i = 0; i < SOURCES; i++) {
		const telex_record *record;
		telex_slice text;
		telex_status status;

		if (strstr(sources[i].fixture, "utf-16") != NULL)
			continue; /* a converter is opened for each source that needs one */
		telex_parser_restart(parser, sources[i].fixture, NULL);
		assert_int_equal(telex_parser_feed(parser, tx_slice(bytes[i].data, bytes[i].len),
						   TELEX_FEED_LAST, NULL),
				 TELEX_OK);
		while ((status = telex_parser_next(parser, &record, NULL)) != TELEX_END) {
			for (size_t j = 0; status == TELEX_OK && j < OUTPUTS_STEADY; j++)
				assert_int_equal(telex_record_write(record, outputs[j].output,
								    outputs[j].flags, &text, NULL),
						 TELEX_OK);
		}
	}
}

static void test_steady_sources(void **state)
{
	struct tx_buffer bytes[SOURCES] = {{0}};
	telex_parser *parser;

	(void)state;
	for (size_t i = 0; i < SOURCES; i++)
		read_fixture(sources[i].fixture, &bytes[i]);
	assert_int_equal(telex_parser_new(NULL, &parser, NULL), TELEX_OK);
	for (size_t i = 0; i < ROUNDS_WARM; i++)
		restart_round(parser, bytes);
	heap.count = heap.failing = 0;
	heap.counting = true;
	for (size_t i = 0; i < ROUNDS_STEADY / 20; i++)
		restart_round(parser, bytes);
	heap.counting = false;
	assert_int_equal(heap.count, 0);
	telex_parser_free(parser);
	for (size_t i = 0; i < SOURCES; i++)
		tx_buffer_done(&bytes[i]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_failure),
		cmocka_unit_test(test_every_failure_of_documents),
		cmocka_unit_test(test_every_failure_around_foreign_parsers),
		cmocka_unit_test(test_steady_stream),
		cmocka_unit_test(test_steady_sources),
	};

	json_set_alloc_funcs(foreign_malloc, free);
	assert_int_equal(xmlMemSetup(free, foreign_malloc, foreign_realloc, foreign_strdup), 0);
	xmlInitParser();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
