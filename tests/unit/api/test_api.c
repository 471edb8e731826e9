/* telex.h as a stranger uses it. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdbool.h>
#include <string.h>

#include "telex/jansson.h"
#include "telex/telex.h"

#define LIT(literal) ((telex_slice){(literal), sizeof(literal) - 1})

static const telex_slice dispatch =
	LIT("REYES-LA RIOJA (Previsi\xc3\xb3n)\n"
	    "Los Reyes visitan una exposici\xc3\xb3n\n"
	    "Por Emilio Oliva y Ana Ruiz\n"
	    "(Con fotograf\xc3\xad"
	    "a)\n\n"
	    "Calahorra (La Rioja), 22 may (EFE).- Los Reyes visitaron hoy la muestra.\n\n"
	    "La muestra sigue abierta. EFE\n"
	    "eoo/fv\n");

static bool is(telex_slice text, const char *want)
{
	return text.ptr != NULL && text.len == strlen(want) &&
	       memcmp(text.ptr, want, text.len) == 0;
}

#define SIZE .size = sizeof(telex_options)

static telex_parser *start(const telex_options *options)
{
	telex_parser *parser;

	assert_int_equal(telex_parser_new(options, &parser, NULL), TELEX_OK);
	return parser;
}

static void paths_that_lead_nowhere(void **state)
{
	static const char *const nowhere[] = {
		"no.such.key", "",           ".",          "agency",        "agency.code.x",
		"body",        "language.x", "word_count", "dateline.date", "byline.authors.name",
	};
	telex_parser *parser = start(NULL);
	const telex_record *record;

	(void)state;
	telex_parser_feed(parser, dispatch, TELEX_FEED_LAST, NULL);
	assert_int_equal(telex_parser_next(parser, &record, NULL), TELEX_OK);
	for (size_t i = 0; i < sizeof(nowhere) / sizeof(nowhere[0]); i++) {
		if (telex_record_text(record, nowhere[i]).ptr != NULL)
			fail_msg("'%s' has a text", nowhere[i]);
	}
	assert_null(telex_record_item(record, "byline.authors", 0).ptr);
	assert_null(telex_record_item(record, "body.text", 0).ptr);
	assert_null(telex_record_item(record, "byline.authors.shoe", 0).ptr);
	assert_null(telex_record_item(record, "headline", 0).ptr);
	telex_parser_free(parser);
}

static void the_keys_are_listed(void **state)
{
	telex_slice name;
	size_t count = 0, bodies = 0;

	(void)state;
	for (; telex_key(count, &name) != 0; count++)
		bodies += is(name, "body");
	assert_true(count > 40);
	assert_int_equal(bodies, 1);
	assert_int_equal(telex_key(0, &name), 1);
	assert_true(is(name, "source"));
}

static void a_record_is_read_by_its_keys(void **state)
{
	static const char *const texts[][2] = {
		{"agency.code", "EFE"},
		{"slug", "REYES-LA RIOJA (Previsi\xc3\xb3n)"},
		{"headline", "Los Reyes visitan una exposici\xc3\xb3n"},
		{"byline.text", "Por Emilio Oliva y Ana Ruiz"},
		{"dateline.text", "Calahorra (La Rioja), 22 may (EFE).-"},
		{"language", "es"},
		{"end_mark", "EFE"},
	};
	static const struct {
		const char *key;
		size_t count;
		const char *first;
	} lists[] = {
		{"body", 2, "Los Reyes visitaron hoy la muestra."},
		{"byline.authors.name", 2, "Emilio Oliva"},
		{"dateline.places.name", 1, "Calahorra"},
		{"dateline.places.country", 1, "ES"},
		{"dateline.agencies", 1, "EFE"},
		{"signoff", 2, "eoo"},
		{"notes.kind", 1, "media"},
		{"notes.text", 1,
		 "(Con fotograf\xc3\xad"
		 "a)"},
		{"crossheads", 0, NULL},
		{"no.such.key", 0, NULL},
	};
	telex_parser *parser = start(NULL);
	const telex_record *record;

	(void)state;
	assert_int_equal(telex_parser_feed(parser, dispatch, TELEX_FEED_LAST, NULL), TELEX_OK);
	assert_int_equal(telex_parser_next(parser, &record, NULL), TELEX_OK);
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		if (!is(telex_record_text(record, texts[i][0]), texts[i][1]))
			fail_msg("%s", texts[i][0]);
	}
	assert_null(telex_record_text(record, "subheadline").ptr);
	for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++) {
		assert_int_equal(telex_record_count(record, lists[i].key), lists[i].count);
		assert_null(telex_record_item(record, lists[i].key, lists[i].count).ptr);
		if (lists[i].count > 0)
			assert_true(is(telex_record_item(record, lists[i].key, 0), lists[i].first));
	}
	assert_int_equal(telex_parser_next(parser, &record, NULL), TELEX_END);
	telex_parser_free(parser);
}

static void portions_make_no_difference(void **state)
{
	telex_parser *parser = start(NULL);
	const telex_record *record;
	char whole[4096];
	telex_slice json;

	(void)state;
	telex_parser_feed(parser, dispatch, TELEX_FEED_LAST, NULL);
	assert_int_equal(telex_parser_next(parser, &record, NULL), TELEX_OK);
	assert_int_equal(telex_record_write(record, TELEX_TO_RECORD, 0, &json, NULL), TELEX_OK);
	assert_true(json.len < sizeof(whole));
	size_t len = json.len;
	memcpy(whole, json.ptr, len);
	for (size_t portion = 1; portion < dispatch.len; portion += 7) {
		telex_parser_restart(parser, NULL, NULL);
		for (size_t at = 0; at < dispatch.len; at += portion) {
			size_t rest = dispatch.len - at;
			telex_slice part = {dispatch.ptr + at, rest < portion ? rest : portion};
			assert_int_equal(telex_parser_feed(parser, part, 0, NULL), TELEX_OK);
			assert_int_equal(telex_parser_next(parser, &record, NULL), TELEX_END);
		}
		assert_int_equal(telex_parser_feed(parser, LIT(""), TELEX_FEED_LAST, NULL),
				 TELEX_OK);
		assert_int_equal(telex_parser_next(parser, &record, NULL), TELEX_OK);
		assert_int_equal(telex_record_write(record, TELEX_TO_RECORD, 0, &json, NULL),
				 TELEX_OK);
		assert_int_equal(json.len, len);
		assert_memory_equal(json.ptr, whole, len);
	}
	telex_parser_free(parser);
}

static void wrong_options_are_refused(void **state)
{
	static const telex_options wrong[] = {
		{SIZE, .from = "paper"},
		{SIZE, .charset = "no-such-set"},
		{SIZE, .agency = "NONE"},
		{SIZE, .reference_date = "yesterday"},
		{SIZE, .reference_date = "2024-02-30"},
		{SIZE, .fields = "headline,shoe"},
		{SIZE, .flags = (telex_parse_flags)TELEX_WRITE_PRETTY},
		{SIZE, .flags = (telex_parse_flags)TELEX_FEED_LAST},
		{.size = 0},
		{.size = 3},
		{.size = SIZE_MAX},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		telex_parser *parser = (telex_parser *)(uintptr_t)1;
		telex_error error;
		assert_int_equal(telex_parser_new(&wrong[i], &parser, &error), TELEX_ERR_USAGE);
		assert_ptr_equal(parser, (telex_parser *)(uintptr_t)1);
		assert_true(strlen(error.message) > 5);
	}
}

/* An error is one dispatch's; the next call goes on after it. */
static void the_parser_goes_on_after_errors(void **state)
{
	telex_options options = {.size = sizeof(options), .path = "feed", .max_bytes = 80};
	telex_parser *parser = start(&options);
	const telex_record *record;
	telex_error error;

	(void)state;
	telex_parser_feed(parser,
			  LIT("ZCZC\nRoma, 1 oct (EFE).- Uno.\nNNNN\n"
			      "ZCZC\nRoma, 2 oct (EFE).- Un despacho que es m\xc3\xa1s largo de lo "
			      "que cabe en ochenta bytes.\nNNNN\n"
			      "ZCZC\nRoma, 3 oct (EFE).- Tres.\nNNNN\n"),
			  TELEX_FEED_LAST, NULL);
	assert_int_equal(telex_parser_next(parser, &record, &error), TELEX_OK);
	assert_true(is(telex_record_item(record, "body", 0), "Uno."));
	assert_int_equal(telex_parser_next(parser, &record, &error), TELEX_ERR_TOO_BIG);
	assert_string_equal(error.path, "feed");
	assert_int_equal(error.line, 4);
	assert_int_equal(telex_parser_next(parser, &record, &error), TELEX_OK);
	assert_true(is(telex_record_item(record, "body", 0), "Tres."));
	assert_int_equal(telex_parser_next(parser, &record, &error), TELEX_END);
	assert_int_equal(telex_parser_feed(parser, LIT("x"), 0, &error), TELEX_ERR_USAGE);
	telex_parser_free(parser);
}

static void sources_without_a_dispatch(void **state)
{
	static const struct {
		telex_slice bytes;
		telex_status status;
	} rows[] = {
		{{"", 0}, TELEX_ERR_EMPTY},
		{{" \n\t\n", 4}, TELEX_ERR_EMPTY},
		{{"\x89PNG\r\n", 6}, TELEX_ERR_BINARY},
	};
	telex_parser *parser = start(NULL);

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		const telex_record *record = NULL;
		telex_parser_restart(parser, "a", NULL);
		assert_int_equal(telex_parser_feed(parser, rows[i].bytes, TELEX_FEED_LAST, NULL),
				 TELEX_OK);
		assert_int_equal(telex_parser_next(parser, &record, NULL), rows[i].status);
		assert_null(record);
		assert_int_equal(telex_parser_next(parser, &record, NULL), TELEX_END);
	}
	telex_parser_free(parser);
}

static void warnings_say_where(void **state)
{
	telex_options options = {.size = sizeof(options), .reference_date = "2024-10-03"};
	telex_parser *parser = start(&options);
	const telex_record *record;
	telex_warning warning;

	(void)state;
	telex_parser_feed(parser,
			  LIT("Titular\n\nRoma, 3 oct (EFE).- El papa habl\xc3\xb3 hoy, viernes, "
			      "en la plaza.\n"),
			  TELEX_FEED_LAST, NULL);
	assert_int_equal(telex_parser_next(parser, &record, NULL), TELEX_OK);
	assert_true(telex_record_warning(record, 0, &warning));
	assert_string_equal(warning.code, "weekday-mismatch");
	assert_int_equal(warning.line, 3);
	assert_int_equal(warning.column, 21);
	assert_false(telex_record_warning(record, 1, &warning));
	telex_parser_free(parser);
}

static void tokens_tile(void **state)
{
	telex_parser *parser = start(NULL);
	const telex_record *record;
	telex_token token;
	size_t at = 0;

	(void)state;
	telex_parser_feed(parser, dispatch, TELEX_FEED_LAST, NULL);
	assert_int_equal(telex_parser_next(parser, &record, NULL), TELEX_OK);
	for (size_t i = 0; telex_record_token(record, i, &token); i++) {
		assert_int_equal(token.offset, at);
		assert_memory_equal(token.text.ptr, dispatch.ptr + at, token.text.len);
		at += token.text.len;
	}
	assert_int_equal(at, dispatch.len);
	telex_parser_free(parser);
}

/* Offsets count in the source, also after a document of which nothing is read. */
static void offsets_after_an_error(void **state)
{
	static const char source[] =
		"<unknown><a/></unknown>\n<nitf><body><body.content><p>VIGO (AP) - One.</p>"
		"</body.content></body></nitf>\n";
	telex_parser *parser = start(NULL);
	const telex_record *record;
	telex_token token;

	(void)state;
	telex_parser_feed(parser, (telex_slice){source, sizeof(source) - 1}, TELEX_FEED_LAST, NULL);
	assert_int_equal(telex_parser_next(parser, &record, NULL), TELEX_ERR_SYNTAX);
	assert_int_equal(telex_parser_next(parser, &record, NULL), TELEX_OK);
	assert_true(telex_record_token(record, 0, &token));
	assert_int_equal(token.offset, strchr(source, '\n') + 1 - source);
	telex_parser_free(parser);
}

static void jansson_has_the_written_record(void **state)
{
	telex_parser *parser = start(NULL);
	const telex_record *record;
	telex_slice json;

	(void)state;
	telex_parser_feed(parser, dispatch, TELEX_FEED_LAST, NULL);
	assert_int_equal(telex_parser_next(parser, &record, NULL), TELEX_OK);
	for (unsigned flags = 0; flags <= TELEX_WRITE_SPANS; flags += TELEX_WRITE_SPANS) {
		json_t *object = telex_record_json(record, flags);
		assert_int_equal(telex_record_write(record, TELEX_TO_RECORD, flags, &json, NULL),
				 TELEX_OK);
		json_t *line = json_loadb(json.ptr, json.len, JSON_REJECT_DUPLICATES, NULL);
		assert_int_equal(telex_record_write(record, TELEX_TO_RECORD,
						    flags | TELEX_WRITE_PRETTY, &json, NULL),
				 TELEX_OK);
		json_t *pretty = json_loadb(json.ptr, json.len, JSON_REJECT_DUPLICATES, NULL);
		assert_true(json_equal(object, line) && json_equal(object, pretty));
		json_decref(object);
		json_decref(line);
		json_decref(pretty);
	}
	telex_parser_free(parser);
}

/* Portions of a record, put together again. */
struct collected {
	char bytes[8 << 20];
	size_t len, portions;
};

static void collect(void *user, telex_slice bytes)
{
	struct collected *collected = user;

	assert_true(bytes.len <= sizeof(collected->bytes) - collected->len);
	memcpy(collected->bytes + collected->len, bytes.ptr, bytes.len);
	collected->len += bytes.len;
	collected->portions++;
}

static void sent_portions_are_the_written_record(void **state)
{
	static struct collected collected;
	static char text[300000] = "Roma, 3 oct (EFE).- Uno.";
	static const struct {
		telex_output output;
		unsigned flags;
		size_t least; /* portions; memory that is there is used */
	} rows[] = {
		{TELEX_TO_RECORD, 0, 2},
		{TELEX_TO_RECORD, TELEX_WRITE_SPANS, 1},
		{TELEX_TO_RECORD, TELEX_WRITE_PRETTY, 1},
		{TELEX_TO_TOKENS, 0, 1},
		{TELEX_TO_VIEW, 0, 1},
	};
	telex_parser *parser = start(NULL);
	const telex_record *record;
	telex_slice whole;
	size_t len = strlen(text);

	(void)state;
	while (len + 20 < sizeof(text)) {
		memcpy(text + len, "\n\nUno \"dos\" tres.", 18);
		len += 18;
	}
	telex_parser_feed(parser, (telex_slice){text, len}, TELEX_FEED_LAST, NULL);
	assert_int_equal(telex_parser_next(parser, &record, NULL), TELEX_OK);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		collected.len = collected.portions = 0;
		assert_int_equal(telex_record_send(record, rows[i].output, rows[i].flags, collect,
						   &collected, NULL),
				 TELEX_OK);
		assert_int_equal(
			telex_record_write(record, rows[i].output, rows[i].flags, &whole, NULL),
			TELEX_OK);
		assert_true(collected.portions >= rows[i].least);
		assert_int_equal(collected.len, whole.len);
		assert_memory_equal(collected.bytes, whole.ptr, whole.len);
	}
	telex_parser_free(parser);
}

static void options_outlive_a_restart(void **state)
{
	telex_options options = {.size = sizeof(options),
				 .language = "gl",
				 .agency = "lusa",
				 .charset = "ISO-8859-1"};
	telex_parser *parser = start(&options);
	const telex_record *record;

	(void)state;
	for (int i = 0; i < 2; i++) {
		telex_parser_restart(parser, "a", "b");
		telex_parser_feed(parser, LIT("Lugo, 3 out (EFE).- A\xf1o.\n"), TELEX_FEED_LAST,
				  NULL);
		assert_int_equal(telex_parser_next(parser, &record, NULL), TELEX_OK);
		assert_true(is(telex_record_text(record, "language"), "gl"));
		assert_true(is(telex_record_text(record, "agency.code"), "LUSA"));
		assert_true(is(telex_record_text(record, "source.member"), "b"));
		assert_true(is(telex_record_item(record, "body", 0), "A\xc3\xb1o."));
	}
	telex_parser_free(parser);
}

/* Times, subjects and authors with what telex adds to them. */
static void standard_values_are_read(void **state)
{
	static const char document[] =
		"<nitf><head><tobject><tobject.subject tobject.subject.refnum=\"02001000\"/>"
		"<tobject.subject tobject.subject.refnum=\"F02\" tobject.subject.ipr=\"EFE\"/>"
		"</tobject></head><body><body.content><p>x</p></body.content></body></nitf>";
	telex_parser *parser = start(NULL);
	const telex_record *record;

	(void)state;
	telex_parser_feed(parser,
			  LIT("Por Ana Ruiz\n\nVigo, 3 oct (EFE).- Uno.\n\nDos. EFE\n\narv/fv\n"
			      "03/10/09-47/94\n"),
			  TELEX_FEED_LAST, NULL);
	assert_int_equal(telex_parser_next(parser, &record, NULL), TELEX_OK);
	assert_true(is(telex_record_text(record, "issued"), "1994-10-03T09:47:00+01:00"));
	assert_true(is(telex_record_text(record, "zone_from.issued"), "place"));
	assert_null(telex_record_text(record, "zone_from.created").ptr);
	assert_true(is(telex_record_item(record, "byline.authors.initials", 0), "arv"));
	telex_parser_restart(parser, NULL, NULL);
	telex_parser_feed(parser, LIT(document), TELEX_FEED_LAST, NULL);
	assert_int_equal(telex_parser_next(parser, &record, NULL), TELEX_OK);
	assert_int_equal(telex_record_count(record, "subjects"), 2);
	assert_true(is(telex_record_item(record, "subjects.name", 0), "crime"));
	assert_true(is(telex_record_item(record, "subjects.scheme", 0), "iptc-subject-code"));
	assert_null(telex_record_item(record, "subjects.name", 1).ptr);
	assert_true(is(telex_record_item(record, "subjects.scheme", 1), "EFE"));
	telex_parser_free(parser);
}

static void lists_end(void **state)
{
	const char *name, *meaning;
	size_t agencies = 0, warnings = 0, formats = 0;

	(void)state;
	while (telex_agency(agencies, &name, &meaning))
		agencies++;
	while (telex_warning_code(warnings, &name, &meaning))
		warnings++;
	while (telex_format(formats, &name, &meaning))
		formats++;
	assert_true(agencies >= 36 && warnings >= 9 && formats >= 2);
	assert_true(strlen(telex_version()) >= 5 && strstr(telex_credits(), "GeoNames") != NULL);
	for (int status = TELEX_OK; status <= TELEX_ERR_IO; status++)
		assert_true(strlen(telex_status_text((telex_status)status)) > 3);
	telex_parser_free(NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_record_is_read_by_its_keys),
		cmocka_unit_test(paths_that_lead_nowhere),
		cmocka_unit_test(the_keys_are_listed),
		cmocka_unit_test(portions_make_no_difference),
		cmocka_unit_test(wrong_options_are_refused),
		cmocka_unit_test(the_parser_goes_on_after_errors),
		cmocka_unit_test(sources_without_a_dispatch),
		cmocka_unit_test(warnings_say_where),
		cmocka_unit_test(tokens_tile),
		cmocka_unit_test(offsets_after_an_error),
		cmocka_unit_test(jansson_has_the_written_record),
		cmocka_unit_test(sent_portions_are_the_written_record),
		cmocka_unit_test(options_outlive_a_restart),
		cmocka_unit_test(lists_end),
		cmocka_unit_test(standard_values_are_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
