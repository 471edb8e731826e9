/* What a record says of its story, and in which order versions come: a row for each rule of
 * docs/versions.md. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <setjmp.h>
#include <cmocka.h>

#include "cli/versions/order.h"
#include "cli/versions/version.h"
#include "core/slice.h"

static telex_parser *parser;

static int begin(void **state)
{
	(void)state;
	return telex_parser_new(NULL, &parser, NULL) != TELEX_OK;
}

static int end(void **state)
{
	(void)state;
	telex_parser_free(parser);
	return 0;
}

/* The version of a record with these keys, at that place of the input. */
static struct version version_at(const char *keys, uint64_t position)
{
	const telex_record *record;
	struct version version;
	char line[1000];
	int len = snprintf(line, sizeof(line), "{\"telex\":\"1.0\",%s}\n", keys);

	telex_parser_restart(parser, NULL, NULL);
	assert_int_equal(
		telex_parser_feed(parser, tx_slice(line, (size_t)len), TELEX_FEED_LAST, NULL),
		TELEX_OK);
	assert_int_equal(telex_parser_next(parser, &record, NULL), TELEX_OK);
	version_of(record, &version);
	version_place(&version, position, 0);
	return version;
}

#define SOURCE(path, format)                                                                       \
	"\"source\":{\"path\":\"" path "\",\"index\":0,\"offset\":0,\"length\":1,"                 \
	"\"format\":\"" format "\"}"
#define TEXT      SOURCE("a.txt", "text")
#define ANPA      SOURCE("a.anpa", "anpa1312")
#define ITEM      SOURCE("a.xml", "newsmlg2")
#define ROW       SOURCE("a.ndjson", "jsonl")
#define EFE       "\"agency\":{\"code\":\"EFE\"}"
#define AP        "\"agency\":{\"code\":\"AP\"}"
#define SLUG(s)   "\"slug\":\"" s "\""
#define ID(s)     "\"id\":\"" s "\""
#define DAY(d)    "\"dateline\":{\"text\":\"x\",\"date\":\"2024-03-0" #d "\"}"
#define ISSUED(t) "\"issued\":\"2024-03-03T" t "\""
#define URN       "urn:newsml:e.example:20240303:X1:"

/* Whether the story that two records name is the same. */
static const struct {
	const char *a, *b;
	bool same;
} stories[] = {
	/* identifiers, without their versions */
	{ITEM "," EFE "," ID(URN "1"), ITEM "," EFE "," ID(URN "2N"), true},
	{ITEM "," EFE "," ID("tag:a"), ITEM "," EFE "," ID("tag:a"), true},
	{ITEM "," EFE "," ID("tag:a"), ITEM "," EFE "," ID("tag:b"), false},
	{ITEM "," EFE "," ID("tag:a"), ITEM "," AP "," ID("tag:a"), false},
	{ITEM "," EFE "," ID("tag:a") "," DAY(3), ITEM "," EFE "," ID("tag:a") "," DAY(4), true},
	{ITEM "," ID("tag:a"), ITEM "," ID("tag:a"), true},
	{ITEM "," ID("tag:a") ",\"publisher\":{\"name\":\"A\"}",
	 ITEM "," ID("tag:a") ",\"publisher\":{\"name\":\"B\"}", false},
	{ITEM "," ID("tag:a") "," EFE "," SLUG("FERRY") "," DAY(3),
	 ITEM "," ID("tag:b") "," EFE "," SLUG("FERRY") "," DAY(3), false},
	/* those of a transmission say nothing, those of a row only without a slug */
	{ANPA "," AP "," ID("anpa:1"), ANPA "," AP "," ID("anpa:1"), false},
	{ANPA "," AP "," ID("anpa:1") "," SLUG("FERRY") "," DAY(3),
	 ANPA "," AP "," ID("anpa:2") "," SLUG("FERRY, 1st Ld") "," DAY(3), true},
	{ROW "," AP "," ID("1"), ROW "," AP "," ID("1"), true},
	{ROW "," AP "," ID("1") "," SLUG("FERRY") "," DAY(3),
	 ROW "," AP "," ID("2") "," SLUG("FERRY") "," DAY(3), true},
	/* slug and day */
	{TEXT "," EFE "," SLUG("FERRY") "," DAY(3), TEXT "," EFE "," SLUG("Ferry") "," DAY(3),
	 true},
	{TEXT "," EFE "," SLUG("FERRY") "," DAY(3), TEXT "," EFE "," SLUG("FERRY") "," DAY(4),
	 false},
	{TEXT "," EFE "," SLUG("FERRY") "," DAY(3), TEXT "," AP "," SLUG("FERRY") "," DAY(3),
	 false},
	{TEXT "," EFE "," SLUG("FERRY") "," DAY(3), TEXT "," EFE "," SLUG("TRAM") "," DAY(3),
	 false},
	{TEXT "," SLUG("FERRY") "," DAY(3), TEXT "," SLUG("FERRY") "," DAY(3), false},
	{TEXT "," EFE "," SLUG("FERRY"), TEXT "," EFE "," SLUG("FERRY"), false},
	/* the day is that on the clock of where it was sent */
	{TEXT "," EFE "," SLUG("FERRY") "," ISSUED("01:00:00+02:00"),
	 TEXT "," EFE "," SLUG("FERRY") "," DAY(3), true},
	{TEXT "," EFE "," SLUG("FERRY") "," ISSUED("23:00:00-05:00") "," DAY(1),
	 TEXT "," EFE "," SLUG("FERRY") "," DAY(3), true},
	{TEXT "," EFE "," SLUG("FERRY") ",\"created\":\"2024-03-03T10:00:00Z\"",
	 TEXT "," EFE "," SLUG("FERRY") "," DAY(3), true},
	/* a sign-off is no slug */
	{TEXT "," EFE "," SLUG("abc/de") "," DAY(3) ",\"signoff\":[\"ABC\",\"de\"]",
	 TEXT "," EFE "," SLUG("abc/de") "," DAY(3) ",\"signoff\":[\"ABC\",\"de\"]", false},
	{TEXT "," EFE "," SLUG("abc de x") "," DAY(3) ",\"signoff\":[\"abc\",\"de\"]",
	 TEXT "," EFE "," SLUG("abc de x") "," DAY(3) ",\"signoff\":[\"abc\",\"de\"]", true},
	/* a headline alone */
	{TEXT "," EFE "," DAY(3) ",\"headline\":\"H\"",
	 TEXT "," EFE "," DAY(3) ",\"headline\":\"H\"", false},
	/* what replaces a part of the story is not a version of it */
	{TEXT "," EFE "," SLUG("FERRY") "," DAY(3),
	 TEXT "," EFE "," SLUG("FERRY, 1st Ld-Sub") "," DAY(3), false},
};

static void which_story(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(stories) / sizeof(stories[0]); i++) {
		struct version a = version_at(stories[i].a, 1), b = version_at(stories[i].b, 2);
		bool same = a.story[0] == b.story[0] && a.story[1] == b.story[1];
		if (same != stories[i].same)
			fail_msg("row %zu: same %d\n%s\n%s", i, same, stories[i].a, stories[i].b);
	}
}

#define NOTE(kind, text) "\"notes\":[{\"kind\":\"" kind "\",\"text\":\"" text "\"}]"
#define SEQUENCE(s)      "\"sequence\":\"" s "\""

/* Whether the second names the first as a reference. */
static const struct {
	const char *first, *second;
	bool refers;
} references[] = {
	{EFE "," SEQUENCE("NH4431"),
	 EFE "," NOTE("correction", "Sustituyan la noticia, referencia NH4431, por la siguiente"),
	 true},
	{EFE "," SEQUENCE("NH4431"), EFE "," NOTE("kill", "Anulen la noticia (referencia: nh4431)"),
	 true},
	{EFE "," SEQUENCE("0157"), EFE "," NOTE("kill", "Bitte item dpa 157 nicht verwenden"),
	 true},
	{EFE "," SEQUENCE("157"), EFE "," NOTE("update", "Meldung 0157 wird ersetzt"), true},
	{EFE "," SEQUENCE("157"), EFE "," NOTE("advisory", "Reference 157 is withdrawn"), true},
	{EFE "," SEQUENCE("NH4431"), AP "," NOTE("kill", "referencia NH4431"), false},
	{EFE "," SEQUENCE("NH4431"), EFE "," NOTE("media", "referencia NH4431"), false},
	{EFE "," SEQUENCE("NH4431"), EFE "," NOTE("kill", "NH4431"), false},
	{EFE "," SEQUENCE("NH4431"), EFE "," NOTE("kill", "referencia NH4432"), false},
	{EFE "," SEQUENCE("NH4431"),
	 EFE "," SEQUENCE("NH4431") "," NOTE("kill", "referencia NH4431"), false},
	{EFE "," SEQUENCE("NH4431"),
	 EFE
	 "," NOTE("correction", "En la noticia de referencia NH4431, sustituyan el tercer párrafo"),
	 false},
	{SEQUENCE("NH4431"), NOTE("kill", "referencia NH4431"), false},
};

static void which_reference(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(references) / sizeof(references[0]); i++) {
		struct version first = version_at(references[i].first, 1);
		struct version second = version_at(references[i].second, 2);
		bool refers = first.own_reference != 0 && first.own_reference == second.reference;
		if (refers != references[i].refers)
			fail_msg("row %zu: refers %d", i, refers);
	}
}

#define NUMBER(n) "\"version\":\"" n "\""
#define STORY     EFE "," ITEM "," ID("a")

/* The second is the later one, though it came before. */
static const char *const orders[][2] = {
	{STORY "," NUMBER("1"), STORY "," NUMBER("2")},
	{STORY "," NUMBER("9"), STORY "," NUMBER("10")},
	{STORY "," NUMBER("1"), STORY "," NUMBER("1.1")},
	{STORY "," NUMBER("1.2"), STORY "," NUMBER("1.10")},
	{STORY "," NUMBER("x7"), STORY "," NUMBER("1")},
	{STORY, STORY "," NUMBER("1")},
	{STORY "," NUMBER("1") "," ISSUED("12:00:00Z"),
	 STORY "," NUMBER("2") "," ISSUED("11:00:00Z")},
	{STORY "," NUMBER("1") "," ISSUED("12:00:00Z"),
	 STORY "," NUMBER("1") "," NOTE("correction", "CORR")},
	{STORY "," ISSUED("11:00:00Z"), STORY "," ISSUED("12:00:00Z")},
	{STORY "," ISSUED("11:30:00Z"), STORY "," ISSUED("10:00:00-02:00")},
	{STORY "," ISSUED("11:00:00Z"),
	 STORY "," ISSUED("10:00:00Z") ",\"updated\":\"2024-03-03T12:00:00Z\""},
	{STORY ",\"created\":\"2024-03-03T10:00:00Z\"",
	 STORY ",\"created\":\"2024-03-03T11:00:00Z\""},
	{STORY, STORY "," ISSUED("12:00:00Z")},
	{STORY ",\"issued\":\"2024-03-04\"", STORY "," ISSUED("12:00:00Z")},
};

static void which_is_last(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(orders) / sizeof(orders[0]); i++) {
		struct version a = version_at(orders[i][0], 2), b = version_at(orders[i][1], 1);
		a.title = b.title = 0;
		if (order_versions(&b, &a) >= 0 || order_versions(&a, &b) <= 0)
			fail_msg("row %zu: not the last\n%s", i, orders[i][1]);
	}
	struct version a = version_at(STORY, 1), b = version_at(STORY, 2);
	assert_true(order_versions(&b, &a) < 0);
}

/* The number of an add is not one of a version. */
static void numbers_of_takes(void **state)
{
	(void)state;
	struct version take = version_at(TEXT "," NUMBER("1") "," NOTE("update", "1st Add"), 1);
	assert_int_equal(take.take, 2);
	assert_int_equal(take.number, 0);
	take = version_at(TEXT "," NUMBER("2") "," SLUG("FERRY, 2nd Ld, Take 3"), 1);
	assert_int_equal(take.take, 3);
	assert_int_equal(take.number >> 32, 2);
	assert_int_equal(order_class(&take), CLASS_TAKE);
}

/* What is proved to be later than kills, `+`, and what is not. */
static const struct {
	const char *kills[2], *version;
	bool is_spared;
} spared[] = {
	{{NULL}, STORY, true},
	{{STORY}, STORY, true}, /* after it in the same file */
	{{STORY}, EFE "," SOURCE("b.xml", "newsmlg2") "," ID("a"), false},
	{{STORY "," NUMBER("2")}, STORY "," NUMBER("2"), false},
	{{STORY "," NUMBER("2")}, STORY "," NUMBER("3"), true},
	{{STORY "," NUMBER("2"), STORY "," NUMBER("4")}, STORY "," NUMBER("3"), false},
	{{STORY "," NUMBER("2") "," ISSUED("12:00:00Z")},
	 STORY "," NUMBER("3") "," ISSUED("11:00:00Z"),
	 false},
	{{STORY "," NUMBER("2") "," ISSUED("12:00:00Z")},
	 STORY "," NUMBER("3") "," ISSUED("12:00:00Z"),
	 true},
	{{STORY "," ISSUED("12:00:00Z")}, STORY "," ISSUED("12:00:00Z"), false},
	{{STORY "," ISSUED("12:00:00Z")}, STORY "," ISSUED("12:00:01Z"), true},
	{{STORY "," ISSUED("12:00:00Z"), STORY "," ISSUED("13:00:00Z")},
	 STORY "," ISSUED("12:30:00Z"),
	 false},
};

static void which_outlives_a_kill(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(spared) / sizeof(spared[0]); i++) {
		struct kills kills = {false};
		for (size_t j = 0; j < 2 && spared[i].kills[j] != NULL; j++) {
			struct version kill = version_at(spared[i].kills[j], j);
			kills_add(&kills, &kill);
		}
		struct version version = version_at(spared[i].version, 9);
		if (kills_spare(&kills, &version) != spared[i].is_spared)
			fail_msg("row %zu", i);
	}
	struct kills kills = {false};
	struct version kill = version_at(STORY, 9), version = version_at(STORY, 1);
	kills_add(&kills, &kill);
	assert_false(kills_spare(&kills, &version));
}

static void which_is_a_kill(void **state)
{
	static const char *const kills[] = {STORY ",\"status\":\"canceled\"",
					    STORY "," NOTE("kill", "KILL KILL KILL")};
	static const char *const others[] = {STORY ",\"status\":\"withheld\"",
					     STORY "," NOTE("correction", "KILL")};

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		struct version kill = version_at(kills[i], 1), other = version_at(others[i], 1);
		assert_int_equal(order_class(&kill), CLASS_KILL);
		assert_int_equal(order_class(&other), CLASS_VERSION);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(which_story),     cmocka_unit_test(which_reference),
		cmocka_unit_test(which_is_last),   cmocka_unit_test(numbers_of_takes),
		cmocka_unit_test(which_is_a_kill), cmocka_unit_test(which_outlives_a_kill),
	};
	return cmocka_run_group_tests(tests, begin, end);
}
