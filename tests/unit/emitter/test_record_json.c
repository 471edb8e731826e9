/* The record as JSON, byte for byte: every key in its order, absent keys, spans; the forms by
 * jansson. */

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <jansson.h>

#include "emitter/emitter.h"

#define SLICE(literal)                                                                             \
	{                                                                                          \
		literal, sizeof(literal) - 1                                                       \
	}
#define TEXT(literal, start, end)                                                                  \
	{                                                                                          \
		SLICE(literal),                                                                    \
		{                                                                                  \
			start, end                                                                 \
		}                                                                                  \
	}

static const char text_of_all[] = "one\ntwo\r\nthree\rfour";

static struct tx_text keywords[] = {TEXT("IRAN", 0, 0), TEXT("EE.UU.", 8, 14)};
static struct tx_author authors[] = {
	{SLICE("Jaime León"), SLICE("enviado especial"), SLICE("Roma"), SLICE("jlr")},
	{.name = SLICE("Ana Ruiz")},
};
static struct tx_place places[] = {
	{SLICE("Teherán"), SLICE("Irán"), SLICE("Tehran"), "IR", SLICE("IR-23"),
	 SLICE("Asia/Tehran"), 112931, 35.69439, 51.42151, true},
	{.name = SLICE("Villarriba")},
};
static telex_slice agencies[] = {SLICE("AFP"), SLICE("EFE")};
static struct tx_note notes[] = {{TX_NOTE_CORRECTION, TEXT("(Corrige el año)", 20, 37)},
				 {TX_NOTE_REFERENCE, TEXT("ref", 0, 0)}};
static struct tx_text body[] = {TEXT("Uno \"dos\".", 40, 50), TEXT("Tres.", 51, 56)};
static struct tx_placed crossheads[] = {{1, TEXT("LADILLO", 57, 64)}};
static struct tx_placed tables[] = {{2, TEXT("a\t1\nb\t2", 65, 72)}};
static const struct tx_medtop medtop = {SLICE("11000000"), SLICE("politics"), SLICE("Política")};
static struct tx_term subjects[] = {{SLICE("11003000"), SLICE("election"),
				     SLICE("iptc-subject-code"), SLICE("SubjectMatter"), &medtop},
				    {.code = SLICE("F1"), .scheme = SLICE("EFE")}};
static struct tx_replaced replaces[] = {
	{SLICE("c.zip"), SLICE("c.txt"), 4, SLICE("i0"), SLICE("1"), 2}, {.index = 0}};
static telex_slice signoff[] = {SLICE("ash"), SLICE("jlr")};
static struct tx_text unparsed[] = {TEXT("??", 80, 82)};

/* A record with every key. */
static const struct tx_record all = {
	.source = {.path = SLICE("a/b.txt"),
		   .member = SLICE("m.txt"),
		   .index = 3,
		   .offset = 1000,
		   .length = 200,
		   .line = 10,
		   .format = "iptc7901",
		   .charset = "UTF-8"},
	.id = SLICE("i1"),
	.version = SLICE("2"),
	.status = SLICE("usable"),
	.replaces = replaces,
	.replaced_count = 2,
	.agency_code = SLICE("EFE"),
	.agency_name = SLICE("Agencia EFE"),
	.service = SLICE("efs"),
	.sequence = SLICE("0042"),
	.category_code = SLICE("POL"),
	.category_name = SLICE("Política"),
	.urgency = 4,
	.priority = SLICE("R"),
	.genre = SLICE("Crónica"),
	.language = SLICE("es"),
	.language_inferred = true,
	.slug = TEXT("IRAN-EEUU", 1, 10),
	.keywords = keywords,
	.keyword_count = 2,
	.headline = TEXT("Titular", 11, 18),
	.subheadline = TEXT("Sub", 19, 22),
	.abstract = TEXT("Resumen", 23, 30),
	.byline = TEXT("Por Jaime León y Ana Ruiz", 31, 57),
	.authors = authors,
	.author_count = 2,
	.credit = TEXT("EFE", 58, 61),
	.dateline = {true,
		     TEXT("Teherán, 19 abr (AFP/EFE).-", 62, 90),
		     places,
		     2,
		     {2025, 4, 19},
		     TX_YEAR_PATH,
		     agencies,
		     2},
	.created = SLICE("2025-04-19T10:00:00Z"),
	.updated = SLICE("2025-04-19T11:00:00Z"),
	.issued = SLICE("2025-04-19T12:00:00"),
	.embargo = SLICE("2025-04-20T00:00:00+02:00"),
	.expires = SLICE("2025-05-19T00:00:00Z"),
	.zone_from = {[TX_TIME_ISSUED] = SLICE("place"), [TX_TIME_EMBARGO] = SLICE("place")},
	.notes = notes,
	.note_count = 2,
	.body = body,
	.body_count = 2,
	.crossheads = crossheads,
	.crosshead_count = 1,
	.tables = tables,
	.table_count = 1,
	.end_mark = TEXT("EFE", 73, 76),
	.signoff = signoff,
	.signoff_count = 2,
	.signoff_span = {77, 84},
	.more = true,
	.word_count = 3,
	.has_stated_word_count = true,
	.stated_word_count = 300,
	.subjects = subjects,
	.subject_count = 2,
	.copyright = SLICE("(c) EFE"),
	.unparsed = unparsed,
	.unparsed_count = 1,
	.warnings = {{TX_WARN_FRAME_OPEN, SLICE("no end"), 99, 0},
		     {TX_WARN_WEEKDAY_MISMATCH, SLICE("it was a Friday"), 4, 0},
		     {TX_WARN_CHARSET_MIXED, SLICE("1 byte"), 9, 0}},
	.warning_count = 3,
};

static const char want_all[] =
	"{\"telex\":\"1.0\","
	"\"source\":{\"path\":\"a/b.txt\",\"member\":\"m.txt\",\"index\":3,\"offset\":1000,"
	"\"length\":200,\"format\":\"iptc7901\",\"charset\":\"UTF-8\"},"
	"\"id\":\"i1\",\"version\":\"2\",\"status\":\"usable\","
	"\"replaces\":[{\"path\":\"c.zip\",\"member\":\"c.txt\",\"index\":4,\"id\":\"i0\","
	"\"version\":\"1\",\"take\":2},{\"index\":0}],"
	"\"agency\":{\"code\":\"EFE\",\"name\":\"Agencia EFE\"},"
	"\"service\":\"efs\",\"sequence\":\"0042\","
	"\"category\":{\"code\":\"POL\",\"name\":\"Política\"},"
	"\"urgency\":4,\"priority\":\"R\",\"genre\":\"Crónica\","
	"\"language\":\"es\",\"language_inferred\":true,"
	"\"slug\":\"IRAN-EEUU\",\"keywords\":[\"IRAN\",\"EE.UU.\"],"
	"\"headline\":\"Titular\",\"subheadline\":\"Sub\",\"abstract\":\"Resumen\","
	"\"byline\":{\"text\":\"Por Jaime León y Ana Ruiz\",\"authors\":["
	"{\"name\":\"Jaime León\",\"role\":\"enviado "
	"especial\",\"place\":\"Roma\",\"initials\":\"jlr\"},"
	"{\"name\":\"Ana Ruiz\"}]},"
	"\"credit\":\"EFE\","
	"\"dateline\":{\"text\":\"Teherán, 19 abr (AFP/EFE).-\",\"places\":["
	"{\"name\":\"Teherán\",\"qualifier\":\"Irán\",\"canonical\":\"Tehran\",\"country\":\"IR\","
	"\"region\":\"IR-23\",\"geonames_id\":112931,\"lat\":35.69439,\"lon\":51.42151,"
	"\"timezone\":\"Asia/Tehran\",\"ambiguous\":true},{\"name\":\"Villarriba\"}],"
	"\"date\":\"2025-04-19\",\"month\":4,\"day\":19,\"year_from\":\"path\","
	"\"agencies\":[\"AFP\",\"EFE\"]},"
	"\"created\":\"2025-04-19T10:00:00Z\",\"updated\":\"2025-04-19T11:00:00Z\","
	"\"issued\":\"2025-04-19T12:00:00\",\"embargo\":\"2025-04-20T00:00:00+02:00\","
	"\"expires\":\"2025-05-19T00:00:00Z\","
	"\"zone_from\":{\"issued\":\"place\",\"embargo\":\"place\"},"
	"\"notes\":[{\"kind\":\"correction\",\"text\":\"(Corrige el año)\"},"
	"{\"kind\":\"reference\",\"text\":\"ref\"}],"
	"\"body\":[\"Uno \\\"dos\\\".\",\"Tres.\"],"
	"\"crossheads\":[{\"before\":1,\"text\":\"LADILLO\"}],"
	"\"tables\":[{\"before\":2,\"text\":\"a\\t1\\nb\\t2\"}],"
	"\"end_mark\":\"EFE\",\"signoff\":[\"ash\",\"jlr\"],\"more\":true,"
	"\"word_count\":3,\"stated_word_count\":300,"
	"\"subjects\":[{\"code\":\"11003000\",\"name\":\"election\","
	"\"scheme\":\"iptc-subject-code\",\"level\":\"SubjectMatter\","
	"\"medtop\":{\"code\":\"11000000\",\"name\":\"politics\",\"name_es\":\"Política\"}},"
	"{\"code\":\"F1\",\"scheme\":\"EFE\"}],"
	"\"copyright\":\"(c) EFE\","
	"\"unparsed\":[\"??\"],"
	"\"warnings\":[{\"code\":\"frame-open\",\"message\":\"no end\",\"line\":13},"
	"{\"code\":\"weekday-mismatch\",\"message\":\"it was a Friday\",\"line\":11},"
	"{\"code\":\"charset-mixed\",\"message\":\"1 byte\",\"line\":12}]";

static const char want_spans[] =
	",\"spans\":{\"slug\":[1,10],\"keywords\":[[0,0],[8,14]],\"headline\":[11,18],"
	"\"subheadline\":[19,22],\"abstract\":[23,30],\"byline\":[31,57],\"credit\":[58,61],"
	"\"dateline\":[62,90],\"notes\":[[20,37],[0,0]],\"body\":[[40,50],[51,56]],"
	"\"crossheads\":[[57,64]],\"tables\":[[65,72]],\"end_mark\":[73,76],\"signoff\":[77,84],"
	"\"unparsed\":[[80,82]]}";

/** The record written is `want` and `want_tail`, a brace and a newline, and jansson can read it. */
static void check_record(const struct tx_record *record, telex_slice text, bool spans,
			 const char *want, const char *want_tail)
{
	struct tx_buffer out = {0}, expected = {0};
	json_error_t error;
	json_t *json;

	tx_emit_record(&out, &(struct tx_object){record, text, TELEX_TO_RECORD,
						 spans ? TELEX_WRITE_SPANS : 0, 0});
	assert_false(out.failed);
	tx_buffer_slice(&expected, tx_slice_of(want));
	tx_buffer_slice(&expected, tx_slice_of(want_tail));
	tx_buffer_lit(&expected, "}\n");
	json = json_loadb(out.data, out.len, JSON_REJECT_DUPLICATES, &error);
	if (json == NULL)
		fail_msg("%s at %d", error.text, error.position);
	json_decref(json);
	tx_buffer_byte(&out, '\0');
	tx_buffer_byte(&expected, '\0');
	assert_string_equal(out.data, expected.data);
	tx_buffer_done(&out);
	tx_buffer_done(&expected);
}

static void test_every_key(void **state)
{
	(void)state;
	check_record(&all, TX_LIT(text_of_all), false, want_all, "");
	check_record(&all, TX_LIT(text_of_all), true, want_all, want_spans);
}

static void fill_nothing(struct tx_record *record)
{
	(void)record;
}

static void fill_category_code(struct tx_record *record)
{
	record->category_code = TX_LIT("POL");
}

static void fill_author_without_byline(struct tx_record *record)
{
	static struct tx_author author = {.name = SLICE("Ana Ruiz")};

	record->authors = &author;
	record->author_count = 1;
}

static void fill_date_without_year(struct tx_record *record)
{
	record->dateline.present = true;
	record->dateline.text.text = TX_LIT("Lima, 5 may");
	record->dateline.date = (struct tx_date){0, 5, 5};
}

static void fill_date_without_day(struct tx_record *record)
{
	record->dateline.present = true;
	record->dateline.date = (struct tx_date){1995, 2, 0};
	record->dateline.year_from = TX_YEAR_STATED;
}

static void fill_strange_path(struct tx_record *record)
{
	record->source.path = TX_LIT("a\nb\xF1.txt");
}

static void fill_empty_text(struct tx_record *record)
{
	record->slug.text = TX_LIT("");
}

#define HEAD "{\"telex\":\"1.0\",\"source\":{\"index\":0,\"offset\":0,\"length\":0}"
#define FOOT ",\"word_count\":0"

static void test_absent_keys(void **state)
{
	static const struct {
		void (*fill)(struct tx_record *record);
		const char *want;
	} cases[] = {
		{fill_nothing, HEAD FOOT},
		{fill_category_code, HEAD ",\"category\":{\"code\":\"POL\"}" FOOT},
		{fill_author_without_byline,
		 HEAD ",\"byline\":{\"authors\":[{\"name\":\"Ana Ruiz\"}]}" FOOT},
		{fill_date_without_year,
		 HEAD ",\"dateline\":{\"text\":\"Lima, 5 may\",\"month\":5,\"day\":5}" FOOT},
		{fill_date_without_day, HEAD ",\"dateline\":{\"month\":2}" FOOT},
		{fill_strange_path,
		 "{\"telex\":\"1.0\",\"source\":{\"path\":\"a\\nb\xEF\xBF\xBD.txt\",\"index\":0,"
		 "\"offset\":0,\"length\":0}" FOOT},
		{fill_empty_text, HEAD ",\"slug\":\"\"" FOOT},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct tx_record record = {0};

		cases[i].fill(&record);
		check_record(&record, (telex_slice){0}, false, cases[i].want, "");
		check_record(&record, (telex_slice){0}, true, cases[i].want, ",\"spans\":{}");
	}
}

/** A record whose dateline has one place, there. */
static void fill_degrees(struct tx_record *record, struct tx_place *place, double latitude,
			 double longitude)
{
	*place = (struct tx_place){.name = TX_LIT("X"),
				   .geonames_id = 1,
				   .latitude = latitude,
				   .longitude = longitude};
	*record = (struct tx_record){
		.dateline = {.present = true, .places = place, .place_count = 1}};
}

static void test_degrees(void **state)
{
	static const struct {
		double latitude, longitude;
		const char *want; /* in one line and indented alike */
		const char *want_pretty;
	} cases[] = {
		{35.69439, 139.69171, "\"lat\":35.69439,\"lon\":139.69171", "139.69171"},
		{-34.61315, -58.37723, "\"lat\":-34.61315,\"lon\":-58.37723", "-58.37723"},
		{51.5, -180, "\"lat\":51.5,\"lon\":-180.0", "-180.0"},
		{0, -0.000001, "\"lat\":0.0,\"lon\":0.0", "0.0"},
		{-0.5, 0.00012, "\"lat\":-0.5,\"lon\":0.00012", "0.00012"},
		{89.999999, 12.000005, "\"lat\":90.0,\"lon\":12.00001", "12.00001"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct tx_record record;
		struct tx_place place;
		struct tx_buffer out = {0};

		fill_degrees(&record, &place, cases[i].latitude, cases[i].longitude);
		tx_emit_record(&out,
			       &(struct tx_object){&record, {NULL, 0}, TELEX_TO_RECORD, 0, 0});
		tx_buffer_byte(&out, '\0');
		assert_non_null(strstr(out.data, cases[i].want));
		out.len = 0;
		tx_emit_record(&out,
			       &(struct tx_object){.record = &record, .flags = TELEX_WRITE_PRETTY});
		tx_buffer_byte(&out, '\0');
		assert_non_null(strstr(out.data, cases[i].want_pretty));
		tx_buffer_done(&out);
	}
}

/** `text` without the white space between JSON's marks. */
static void squeeze(struct tx_buffer *text)
{
	size_t len = 0;
	bool quoted = false;

	for (size_t i = 0; i < text->len; i++) {
		char c = text->data[i];

		if (c == '"' && text->data[i - 1] != '\\')
			quoted = !quoted;
		if (quoted || (c != ' ' && c != '\n'))
			text->data[len++] = c;
	}
	text->len = len;
}

static void test_pretty_is_the_same_record(void **state)
{
	struct tx_buffer line = {0}, pretty = {0};

	(void)state;
	tx_emit_record(&line, &(struct tx_object){&all, TX_LIT(text_of_all), TELEX_TO_RECORD,
						  TELEX_WRITE_SPANS, 0});
	tx_emit_record(&pretty, &(struct tx_object){&all, TX_LIT(text_of_all), TELEX_TO_RECORD,
						    TELEX_WRITE_SPANS | TELEX_WRITE_PRETTY, 0});
	assert_memory_equal(pretty.data, "{\n  \"telex\": \"1.0\",\n  \"source\": {\n    \"path\"",
			    41);
	assert_memory_equal(pretty.data + pretty.len - 3, "\n}\n", 3);
	squeeze(&pretty);
	assert_int_equal(pretty.len, line.len - 1);
	assert_memory_equal(pretty.data, line.data, pretty.len);
	tx_buffer_done(&line);
	tx_buffer_done(&pretty);
}

static void test_failed_buffer_stays(void **state)
{
	struct tx_buffer out = {0};

	(void)state;
	tx_buffer_lit(&out, "before,");
	out.failed = true;
	out.cap = out.len;
	tx_emit_record(&out, &(struct tx_object){&all, TX_LIT(text_of_all), TELEX_TO_RECORD,
						 TELEX_WRITE_SPANS, 0});
	tx_emit_record(&out, &(struct tx_object){&all, TX_LIT(text_of_all), TELEX_TO_RECORD,
						 TELEX_WRITE_SPANS | TELEX_WRITE_PRETTY, 0});
	assert_true(out.failed);
	assert_int_equal(out.len, 7);
	assert_memory_equal(out.data, "before,", 7);
	tx_buffer_done(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_key),
		cmocka_unit_test(test_absent_keys),
		cmocka_unit_test(test_degrees),
		cmocka_unit_test(test_pretty_is_the_same_record),
		cmocka_unit_test(test_failed_buffer_stays),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
