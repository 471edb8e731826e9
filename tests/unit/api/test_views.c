/* telex.h: a record by types, and a source in one call. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "api/parser.h"
#include "telex/telex.h"

static bool is(telex_slice text, const char *want)
{
	return want == NULL ? text.ptr == NULL
			    : text.len == strlen(want) && memcmp(text.ptr, want, text.len) == 0;
}

/* A NITF document with all that has a type. */
static const char document[] =
	"<?xml version=\"1.0\"?><nitf><head><docdata>"
	"<doc-id id-string=\"a1\"/><urgency ed-urg=\"4\"/>"
	"<date.issue norm=\"20250419T100000+0200\"/><date.release norm=\"20250420T000000Z\"/>"
	"<date.expire norm=\"20250519\"/></docdata>"
	"<pubdata type=\"print\" item-length=\"300\" "
	"unit-of-measure=\"word\"/></head><body><body.head>"
	"<hedline><hl1>La r\xc3\xad"
	"a amanece en calma</hl1></hedline>"
	"<byline>Por Ana Ruiz</byline>"
	"</body.head><body.content>"
	"<p>Vigo (Espa\xc3\xb1"
	"a), 10 mar (EFE).- Texto de la primera frase.</p>"
	"<hl2>Un ladillo</hl2><table><tr><td>a</td><td>1</td></tr></table><p>Segundo "
	"p\xc3\xa1rrafo del texto.</p>"
	"<media media-type=\"image\"><media-reference mime-type=\"image/jpeg\" "
	"source=\"https://example.org/a.jpg\"/><media-caption>La r\xc3\xad"
	"a</media-caption></media>"
	"</body.content></body></nitf>";

static telex_parser *begin(const char *text, const telex_record **ret_record)
{
	telex_parser *parser;

	assert_int_equal(telex_parser_new(NULL, &parser, NULL), TELEX_OK);
	assert_int_equal(
		telex_parser_feed(parser, (telex_slice){text, strlen(text)}, TELEX_FEED_LAST, NULL),
		TELEX_OK);
	assert_int_equal(telex_parser_next(parser, ret_record, NULL), TELEX_OK);
	return parser;
}

static void parts_have_types(void **state)
{
	const telex_record *record;
	telex_parser *parser = begin(document, &record);
	telex_author author;
	telex_dateline dateline;
	telex_place place;
	telex_media media;
	uint32_t words = 0;

	(void)state;
	assert_int_equal(telex_record_author(record, 0, &author), 1);
	assert_true(is(author.name, "Ana Ruiz") && is(author.role, NULL));
	assert_int_equal(telex_record_author(record, 1, &author), 0);
	assert_int_equal(telex_record_dateline(record, &dateline), 1);
	assert_true(is(dateline.text, "Vigo (Espa\xc3\xb1"
				      "a), 10 mar (EFE).-"));
	assert_int_equal(dateline.month, 3);
	assert_int_equal(dateline.day, 10);
	assert_int_equal(dateline.year, 2025);
	assert_string_equal(dateline.year_from, "envelope");
	assert_int_equal(telex_record_place(record, 0, &place), 1);
	assert_true(is(place.name, "Vigo") && is(place.country, "ES"));
	assert_true(is(place.qualifier, "Espa\xc3\xb1"
					"a"));
	assert_true(is(place.timezone, "Europe/Madrid") && place.ambiguous == 0);
	assert_true(place.latitude > 42.2 && place.latitude < 42.3 && place.longitude < -8.7);
	assert_int_equal(telex_record_place(record, 1, &place), 0);
	assert_int_equal(telex_record_urgency(record), 4);
	assert_true(telex_record_word_count(record) > 5);
	assert_int_equal(telex_record_stated_word_count(record, &words), 1);
	assert_int_equal(words, 300);
	assert_int_equal(telex_record_media(record, 0, &media), 1);
	assert_true(is(media.type, "picture") && is(media.href, "https://example.org/a.jpg"));
	assert_int_equal(telex_record_media(record, 1, &media), 0);
	telex_parser_free(parser);
}

static void times_are_numbers(void **state)
{
	static const struct {
		const char *text;
		telex_time want;
		int known;
	} rows[] = {
		{"1970-01-01T00:00:00Z", {0, 0, 1, 1}, 1},
		{"2025-04-19T10:00:00+02:00", {1745049600, 120, 1, 1}, 1},
		{"2025-04-19T10:00:05-03:30", {1745069405, -210, 1, 1}, 1},
		{"2025-04-19T10:00", {1745056800, 0, 0, 1}, 1},
		{"2025-04-19T10:00:05.25Z", {1745056805, 0, 1, 1}, 1},
		{"2025-04-19", {1745020800, 0, 0, 0}, 1},
		{"1969-12-31T23:59:59Z", {-1, 0, 1, 1}, 1},
		{NULL, {0, 0, 0, 0}, 0},
		{"soon", {0, 0, 0, 0}, 0},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct telex_record record = {.fields = {.embargo = tx_slice_of(rows[i].text)}};
		telex_time time = {0};
		assert_int_equal(telex_record_time(&record, TELEX_TIME_EMBARGO, &time),
				 rows[i].known);
		assert_int_equal(time.seconds, rows[i].want.seconds);
		assert_int_equal(time.offset, rows[i].want.offset);
		assert_int_equal(time.has_offset, rows[i].want.has_offset);
		assert_int_equal(time.has_clock, rows[i].want.has_clock);
		assert_int_equal(telex_record_time(&record, TELEX_TIME_ISSUED, &time), 0);
		assert_int_equal(telex_record_time(&record, (telex_time_key)9, &time), 0);
	}
}

/* The blocks of a record as letters: p, c and t with the text's number. */
static void check_blocks(const struct telex_record *record, const char *want)
{
	static const char letters[] = "pct";
	telex_block block;
	char got[64] = "";
	size_t len = 0;

	for (size_t i = 0; telex_record_block(record, i, &block) != 0; i++) {
		got[len++] = letters[block.kind];
		got[len++] = block.text.ptr[0];
		assert_int_equal(block.span.start, block.text.ptr[0]);
	}
	assert_string_equal(got, want);
}

#define PART(digit)                                                                                \
	{                                                                                          \
		{(digit), 1},                                                                      \
		{                                                                                  \
			(unsigned char)(digit)[0], 100                                             \
		}                                                                                  \
	}

static void blocks_are_in_one_order(void **state)
{
	static struct tx_text body[] = {PART("0"), PART("1"), PART("2")};
	static struct tx_placed crossheads[] = {
		{0, PART("3")}, {2, PART("4")}, {2, PART("5")}, {3, PART("6")}};
	static struct tx_placed tables[] = {{0, PART("7")}, {1, PART("8")}, {3, PART("9")}};
	static const struct {
		size_t paragraphs, crossheads, tables;
		const char *want;
	} rows[] = {
		{3, 4, 3, "c3t7p0t8p1c4c5p2c6t9"},
		{3, 0, 0, "p0p1p2"},
		{0, 0, 0, ""},
		{0, 0, 3, "t7t8t9"},
		{0, 4, 0, "c3c4c5c6"},
		{3, 3, 0, "c3p0p1c4c5p2"},
		{1, 2, 2, "c3t7p0c4t8"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct telex_record record = {.fields = {.body = body,
							 .body_count = rows[i].paragraphs,
							 .crossheads = crossheads,
							 .crosshead_count = rows[i].crossheads,
							 .tables = tables,
							 .table_count = rows[i].tables}};
		check_blocks(&record, rows[i].want);
	}
}

static void notes_and_terms(void **state)
{
	static struct tx_note notes[] = {{TX_NOTE_KILL, PART("1")}, {TX_NOTE_REFERENCE, PART("2")}};
	static const struct tx_medtop medtop = {{"11000000", 8}, {"politics", 8}, {NULL, 0}};
	static struct tx_term subjects[] = {
		{.code = {"11003000", 8}, .level = {"Subject", 7}, .medtop = &medtop}};
	static struct tx_term people[] = {{.name = {"Ana", 3}}, {.name = {"Luis", 4}}};
	struct telex_record record = {.fields = {.notes = notes,
						 .note_count = 2,
						 .subjects = subjects,
						 .subject_count = 1,
						 .people = people,
						 .person_count = 2,
						 .stated_word_count = 7}};
	telex_note note;
	telex_term term;
	uint32_t words = 1;

	(void)state;
	assert_int_equal(telex_record_note(&record, 0, &note), 1);
	assert_int_equal(note.kind, TELEX_NOTE_KILL);
	assert_string_equal(note.kind_name, "kill");
	assert_true(is(note.text, "1") && note.span.end == 100);
	assert_int_equal(telex_record_note(&record, 1, &note), 1);
	assert_int_equal(note.kind, TELEX_NOTE_REFERENCE);
	assert_int_equal(telex_record_note(&record, 2, &note), 0);
	assert_int_equal(telex_record_term(&record, TELEX_TERMS_SUBJECTS, 0, &term), 1);
	assert_true(is(term.code, "11003000") && is(term.medtop_code, "11000000") &&
		    is(term.medtop_name, "politics") && is(term.level, "Subject"));
	assert_int_equal(telex_record_term(&record, TELEX_TERMS_PEOPLE, 1, &term), 1);
	assert_true(is(term.name, "Luis") && is(term.code, NULL) && is(term.medtop_code, NULL));
	assert_int_equal(telex_record_term(&record, TELEX_TERMS_PEOPLE, 2, &term), 0);
	assert_int_equal(telex_record_term(&record, TELEX_TERMS_PLACES, 0, &term), 0);
	assert_int_equal(telex_record_term(&record, (telex_term_list)9, 0, &term), 0);
	assert_int_equal(telex_record_stated_word_count(&record, &words), 0);
	record.fields.has_stated_word_count = true;
	assert_int_equal(telex_record_stated_word_count(&record, &words), 1);
	assert_int_equal(words, 7);
}

/* What a sink was given. */
struct given {
	unsigned records, errors, stop_after;
	telex_status status;
};

static int take(void *user, const telex_record *record, const telex_error *error)
{
	struct given *given = user;

	assert_true((record == NULL) != (error == NULL));
	given->records += record != NULL;
	given->errors += error != NULL;
	given->status = error != NULL ? error->status : given->status;
	return given->records == given->stop_after && given->stop_after > 0;
}

static void a_source_in_one_call(void **state)
{
	static const char source[] =
		"ZCZC 1\nVigo, 10 mar (EFE).- Uno.\nNNNN\n"
		"ZCZC 2\nVigo, 10 mar (EFE).- Dos, que es un texto demasiado largo para el "
		"l\xc3\xad"
		"mite que las opciones ponen a cada uno de los despachos de la fuente.\nNNNN\n"
		"ZCZC 3\nVigo, 10 mar (EFE).- Tres.\nNNNN\n";
	telex_options options = {.size = sizeof(options), .max_bytes = 80};
	telex_error error = {.status = TELEX_OK};
	struct given given = {0};

	(void)state;
	assert_int_equal(telex_parse(source, sizeof(source) - 1, &options, take, &given, &error),
			 TELEX_ERR_TOO_BIG);
	assert_int_equal(given.records, 2);
	assert_int_equal(given.errors, 1);
	assert_int_equal(given.status, TELEX_ERR_TOO_BIG);
	assert_int_equal(error.status, TELEX_ERR_TOO_BIG);
	assert_int_equal(error.line, 4);
	given = (struct given){0};
	assert_int_equal(telex_parse(source, sizeof(source) - 1, NULL, take, &given, NULL),
			 TELEX_OK);
	assert_int_equal(given.records, 3);
	given = (struct given){.stop_after = 1};
	assert_int_equal(telex_parse(source, sizeof(source) - 1, &options, take, &given, &error),
			 TELEX_OK);
	assert_int_equal(given.records, 1);
	given = (struct given){0};
	assert_int_equal(telex_parse(NULL, 0, NULL, take, &given, &error), TELEX_ERR_EMPTY);
	assert_int_equal(given.errors, 1);
	options.agency = "NONE";
	assert_int_equal(telex_parse(source, 1, &options, take, &given, &error), TELEX_ERR_USAGE);
	assert_int_equal(given.errors, 1);
}

/* The strings of the options may go once the parser is there. */
static void the_member_is_copied(void **state)
{
	char *member = strdup("wire/a.txt");
	telex_options options = {.size = sizeof(options), .member = member};
	const telex_record *record;
	telex_parser *parser;

	(void)state;
	assert_non_null(member);
	assert_int_equal(telex_parser_new(&options, &parser, NULL), TELEX_OK);
	memset(member, 'x', strlen(member));
	free(member);
	assert_int_equal(
		telex_parser_feed(parser, (telex_slice){"Hola.\n", 6}, TELEX_FEED_LAST, NULL),
		TELEX_OK);
	assert_int_equal(telex_parser_next(parser, &record, NULL), TELEX_OK);
	assert_true(is(telex_record_text(record, "source.member"), "wire/a.txt"));
	telex_parser_free(parser);
}

/* Options of an older program are shorter; of a newer one, longer, and nothing unknown is set. */
static void options_of_other_versions(void **state)
{
	struct {
		telex_options options;
		char later[16];
	} newer = {.options = {.size = sizeof(newer), .language = "gl"}};
	telex_options older = {.size = offsetof(telex_options, max_bytes), .max_bytes = 1};
	telex_parser *parser;
	telex_error error;

	(void)state;
	assert_int_equal(telex_parser_new(&newer.options, &parser, &error), TELEX_OK);
	telex_parser_free(parser);
	newer.later[3] = 1;
	assert_int_equal(telex_parser_new(&newer.options, &parser, &error), TELEX_ERR_USAGE);
	assert_non_null(strstr(error.message, "later version"));
	assert_int_equal(telex_parser_new(&older, &parser, &error), TELEX_OK);
	assert_int_equal(parser->reader.max_bytes, (size_t)16 << 20);
	telex_parser_free(parser);
}

static void flags_of_another_function_are_refused(void **state)
{
	const telex_record *record;
	telex_parser *parser = begin(document, &record);
	telex_slice text;
	telex_error error;

	(void)state;
	assert_int_equal(telex_record_write(record, TELEX_TO_RECORD,
					    (telex_write_flags)TELEX_FEED_LAST, &text, &error),
			 TELEX_ERR_USAGE);
	assert_int_equal(error.status, TELEX_ERR_USAGE);
	assert_int_equal(telex_record_write(record, TELEX_TO_RECORD,
					    (telex_write_flags)TELEX_PARSE_NO_PLACES, &text, NULL),
			 TELEX_ERR_USAGE);
	telex_parser_restart(parser, NULL, NULL);
	assert_int_equal(telex_parser_feed(parser, (telex_slice){"a", 1},
					   (telex_feed_flags)TELEX_WRITE_PRETTY, &error),
			 TELEX_ERR_USAGE);
	telex_parser_free(parser);
}

static void the_version_is_a_number(void **state)
{
	char text[32];

	(void)state;
	snprintf(text, sizeof(text), "%d.%d.%d", TELEX_VERSION_MAJOR, TELEX_VERSION_MINOR,
		 TELEX_VERSION_PATCH);
	assert_string_equal(text, telex_version());
	assert_string_equal(text, PROJECT_VERSION);
	assert_int_equal(TELEX_VERSION_NUMBER, 10000 * TELEX_VERSION_MAJOR +
						       100 * TELEX_VERSION_MINOR +
						       TELEX_VERSION_PATCH);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(parts_have_types),
		cmocka_unit_test(times_are_numbers),
		cmocka_unit_test(blocks_are_in_one_order),
		cmocka_unit_test(notes_and_terms),
		cmocka_unit_test(a_source_in_one_call),
		cmocka_unit_test(the_member_is_copied),
		cmocka_unit_test(options_of_other_versions),
		cmocka_unit_test(flags_of_another_function_are_refused),
		cmocka_unit_test(the_version_is_a_number),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
