/* ninjs 1.x, 2.x, 3.x and JSON like it: what its properties state, which values are dispatches. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>

#include "reader/json/json.h"
#include "reader/reader.h"

/* Members of an item of type text, with apostrophes for quotation marks. */
static const struct {
	const char *members;
	enum tx_field field;
	const char *want; /* entries of lists joined by '|', their code, name and scheme by '/' */
} rows[] = {
	{"'headline': ' A  b '", TX_FIELD_HEADLINE, "A b"},
	{"'HeadLine': 'A'", TX_FIELD_HEADLINE, "A"},
	{"'title': 'B', 'headline': 'A'", TX_FIELD_HEADLINE, "A"},
	{"'title': 'B'", TX_FIELD_HEADLINE, "B"},
	{"'headline': null", TX_FIELD_HEADLINE, ""},
	{"'headlines': [{'role': 'subhead', 'value': 'B'}, {'role': 'main', 'value': 'A'}]",
	 TX_FIELD_HEADLINE, "A"},
	{"'headlines': [{'role': 'subhead', 'value': 'B'}, {'role': 'main', 'value': 'A'}]",
	 TX_FIELD_SUBHEADLINE, "B"},
	{"'headlines': [{'role': 'web', 'value': 'B'}, {'value': 'A'}]", TX_FIELD_HEADLINE, "A"},
	{"'headlines': 'A'", TX_FIELD_HEADLINE, ""},
	{"'urgency': 4", TX_FIELD_URGENCY, "4"},
	{"'urgency': '4'", TX_FIELD_URGENCY, "4"},
	{"'urgency': 4.5", TX_FIELD_URGENCY, ""},
	{"'urgency': {}", TX_FIELD_URGENCY, ""},
	{"'uri': 'u', 'guid': 'g'", TX_FIELD_ID, "g"},
	{"'uri': 'u'", TX_FIELD_ID, "u"},
	{"'altids': {'itemid': 'i'}", TX_FIELD_ID, "i"},
	{"'altids': [{'role': 'itemid', 'value': 'i'}]", TX_FIELD_ID, "i"},
	{"'altids': [{'role': 'wireRef', 'value': 'N-7'}]", TX_FIELD_SEQUENCE, "N-7"},
	{"'versioncreated': '2023-02-06T09:00:00Z'", TX_FIELD_UPDATED, "2023-02-06T09:00:00Z"},
	{"'firstCreated': '2023-02-06'", TX_FIELD_CREATED, "2023-02-06"},
	{"'pubstatus': 'canceled'", TX_FIELD_STATUS, "canceled"},
	{"'slug': 'b', 'slugline': 'a'", TX_FIELD_SLUG, "a"},
	{"'by': 'Kari Moe'", TX_FIELD_BYLINE, "Kari Moe"},
	{"'bylines': [{'by': 'Kari Moe'}]", TX_FIELD_BYLINE, "Kari Moe"},
	{"'authors': [{'name': 'Kari Moe'}, {'name': 'Per Lund'}]", TX_FIELD_AUTHOR,
	 "/Kari Moe/|/Per Lund/"},
	{"'dateline': 'OSLO'", TX_FIELD_DATELINE, "OSLO"},
	{"'located': 'Oslo'", TX_FIELD_DATELINE, "Oslo"},
	{"'datelinelocation': {'city': 'Oslo'}", TX_FIELD_DATELINE_PLACE, "Oslo"},
	{"'description_text': 'Lead.'", TX_FIELD_ABSTRACT, "Lead."},
	{"'descriptions': [{'role': 'text', 'value': 'B'}, {'role': 'lead', 'value': 'A'}]",
	 TX_FIELD_ABSTRACT, "A"},
	{"'descriptions': [{'role': 'creditline', 'value': 'NTB'}]", TX_FIELD_CREDIT, "NTB"},
	{"'descriptions': [{'role': 'nobody knows', 'value': 'x'}]", TX_FIELD_ABSTRACT, ""},
	{"'service': [{'code': 'i', 'name': 'World'}]", TX_FIELD_CATEGORY, "i"},
	{"'service': [{'code': 'i', 'name': 'World'}]", TX_FIELD_CATEGORY_NAME, "World"},
	{"'genre': [{'name': 'Article', 'code': 'a'}]", TX_FIELD_GENRE, "Article"},
	{"'genre': 'Article'", TX_FIELD_GENRE, "Article"},
	{"'infosources': [{'name': 'NTB'}]", TX_FIELD_AGENCY, "NTB"},
	{"'provider': 'NTB', 'source': 'AP'", TX_FIELD_AGENCY, "AP"},
	{"'keywords': ['sild', '', 7, 'hav']", TX_FIELD_KEYWORD, "/sild/|/hav/"},
	{"'subject': [{'code': 'medtop:04000000', 'name': 'Economy', 'scheme': 's'}]",
	 TX_FIELD_SUBJECT, "04000000/Economy/s"},
	{"'subjects': [{'uri': 'http://cv.iptc.org/newscodes/mediatopic/20000500'}]",
	 TX_FIELD_SUBJECT, "20000500//"},
	{"'subject': [{'code': 'own:1', 'name': 'Own'}]", TX_FIELD_SUBJECT, "own:1/Own/"},
	{"'subject': [{'rel': 'keyword', 'name': 'sild'}]", TX_FIELD_KEYWORD, "/sild/"},
	{"'subject': [{'rels': ['category'], 'code': 'f', 'name': 'F'}]", TX_FIELD_CATEGORY, "f"},
	{"'place': [{'name': 'Oslo', 'code': 'NO'}, 'Bergen']", TX_FIELD_PLACE,
	 "NO/Oslo/|/Bergen/"},
	{"'people': [{'name': 'Per Lund'}]", TX_FIELD_PERSON, "/Per Lund/"},
	{"'organisation': [{'name': 'Havnen'}]", TX_FIELD_ORGANISATION, "/Havnen/"},
	{"'ednote': 'Eds: one'", TX_FIELD_NOTE_ADVISORY, "/Eds: one/"},
	{"'associations': {'main': {'uri': 'p1', 'headline': 'Sild', 'type': 'picture'}}",
	 TX_FIELD_MEDIA, "p1/Sild/picture"},
	{"'associations': [{'guid': 'p1', 'type': 'picture'}]", TX_FIELD_MEDIA, "p1//picture"},
	{"'headline_main': 'A', 'headline_sub': 'B'", TX_FIELD_HEADLINE, "A"},
	{"'headline_main': 'A', 'headline_sub': 'B'", TX_FIELD_SUBHEADLINE, "B"},
	{"'title': {'rendered': 'A &#038; <i>B</i>'}", TX_FIELD_HEADLINE, "A & B"},
	{"'headline': {'main': 'A', 'kicker': 'K'}", TX_FIELD_HEADLINE, "A"},
	{"'description_caption': 'x', 'description_creditline': 'NTB'", TX_FIELD_CREDIT, "NTB"},
	{"'author': 'Ana Roe'", TX_FIELD_BYLINE, "Ana Roe"},
	{"'author': {'name': 'Ana Roe'}", TX_FIELD_BYLINE, "Ana Roe"},
	{"'author': ['Ana Roe', 'Bo Lund']", TX_FIELD_AUTHOR, "/Ana Roe/|/Bo Lund/"},
	{"'bylines': [{'by': 'A Roe', 'title': 'Writer'}, 'Bo Lund']", TX_FIELD_ROLE, "Writer"},
	{"'bylines': [{'by': 'A Roe', 'title': 'Writer'}, 'Bo Lund']", TX_FIELD_MORE_BYLINE,
	 "/Bo Lund/"},
	{"'publishedAt': '2024-03-03'", TX_FIELD_ISSUED, "2024-03-03"},
	{"'version_created': '2024-03-03'", TX_FIELD_UPDATED, "2024-03-03"},
	{"'urn': 'u:1', 'id': 7", TX_FIELD_ID, "u:1"},
	{"'id': 7, 'url': 'http://x'", TX_FIELD_ID, "7"},
	{"'url': 'http://x'", TX_FIELD_ID, "http://x"},
	{"'teaser': 'T'", TX_FIELD_ABSTRACT, "T"},
	{"'fields': {'headline': 'A', 'bodyText': 'x'}", TX_FIELD_HEADLINE, "A"},
	{"'subject': [{'code': '16000000', 'creator': 'system'}]", TX_FIELD_SUBJECT, "16000000//"},
	{"'associations': [{'uri': 'p', 'descriptions': [{'role': 'caption', 'value': 'C'}]}]",
	 TX_FIELD_MEDIA, "p/C/"},
	{"'copyrightnotice': 'c'", TX_FIELD_COPYRIGHT, "c"},
	{"'usageterms': 'u'", TX_FIELD_USAGE, "u"},
	{"'wordcount': 120", TX_FIELD_WORDS, "120"},
};

/* Texts of a whole frame, and what of it is copy: of each story its text, '|' between. */
static const struct {
	const char *frame;
	const char *want; /* NULL: no dispatch */
} frames[] = {
	{"{'uri': 'a', 'body_text': 'One.'}", "One."},
	{"{'uri': 'a', 'body_html': '<p>One.</p><p>Two.</p>', 'body_text': 'x'}", "One.\nTwo.\n"},
	{"{'uri': 'a', 'body_xhtml': '<p>One.</p>'}", "One.\n"},
	{"{'uri': 'a', 'bodies': [{'contentType': 'text/plain', 'value': 'x'},"
	 "{'contentType': 'text/html', 'value': '<p>One.</p>'}]}",
	 "One.\n"},
	{"{'uri': 'a', 'bodies': [{'role': 'web', 'value': 'x'}, {'role': 'main', 'value': 'y'}]}",
	 "y"},
	{"{'headline': 'A'}", "A\n"},
	{"{'uri': 'a', 'body_main': 'One.', 'body_richtext': '<p>One.</p><p>Two.</p>'}",
	 "One.\nTwo.\n"},
	{"{'uri': 'a', 'body_own': 'One.'}", "One."},
	{"{'uri': 'a', 'content': {'rendered': '<p>One.</p>'}}", "One.\n"},
	{"{'data': {'item': {'headline': 'A'}}, 'nitf': {'body_html': '<p>One.</p>'}}",
	 "A\nOne.\n"},
	{"{'status': 'ok', 'articles': [{'content': 'One.'}, {'content': 'Two.'}]}", "One.|Two."},
	{"{'hits': {'hits': [{'_source': {'text': 'One.'}}]}}", "One."},
	{"{'response': {'results': [{'fields': {'bodyText': 'One.'}}]}}", "One."},
	{"{'uri': 'a', 'own': 'The ferry is back on its old line after three weeks of repair. "
	 "Good.'}",
	 "The ferry is back on its old line after three weeks of repair. Good."},
	{"{'uri': 'a', 'own': 'not a sentence at all'}", ""},
	{"{'uri': 'a', 'type': 'composite', 'body_text': 'One.'}", "One."},
	{"[{'uri': 'a', 'body_text': 'One.'}, {'uri': 'b', 'body_text': 'Two.'}]", "One.|Two."},
	{"[{'uri': 'a', 'type': 'picture'}, {'uri': 'b', 'body_text': 'Two.'}]", "Two."},
	{"{'item': [{'uri': 'a', 'body_text': 'One.'}]}", "One."},
	{"{'data': {'items': [{'uri': 'a', 'body_text': 'One.'}]}}", "One."},
	{"{'data': {'data': {'data': {'data': {'data': {'uri': 'a'}}}}}}", NULL},
	{"{'uri': 'a', 'type': 'picture'}", NULL},
	{"{'telex': '1.0', 'headline': 'A'}", NULL},
	{"{'a': 1}", NULL},
	{"{}", NULL},
	{"[]", NULL},
	{"[1, 'a', null, []]", NULL},
};

/* Apostrophes made quotation marks. */
static telex_slice quoted(const char *format, const char *text, char out[512])
{
	int len = snprintf(out, 512, format, text);

	assert_true(len > 0 && len < 512);
	for (int i = 0; i < len; i++) {
		if (out[i] == '\'')
			out[i] = '"';
	}
	return tx_slice(out, (size_t)len);
}

static void append(char out[512], const char *format, telex_slice text)
{
	size_t len = strlen(out);

	snprintf(out + len, 512 - len, format, (int)text.len, text.len > 0 ? text.ptr : "");
}

static void stated(const struct tx_story *story, enum tx_field field, char out[512])
{
	out[0] = '\0';
	if (field < TX_FIELD__SINGLE) {
		append(out, "%.*s", tx_story_fact(story, field));
		return;
	}
	for (const struct tx_entry *e = story->entries; e != NULL; e = e->next) {
		if (e->field != field)
			continue;
		append(out, out[0] == '\0' ? "%.*s" : "|%.*s", e->term.code);
		append(out, "/%.*s", e->term.name);
		append(out, "/%.*s", e->term.scheme);
	}
}

static void test_properties(void **state)
{
	struct tx_reader reader = {0};
	char frame[512], got[512];

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		reader.stories = (struct tx_stories){0};
		telex_slice item =
			quoted("{'type': 'text', 'body_text': 'x', %s}", rows[i].members, frame);
		assert_int_equal(tx_ninjs_unwrap(&reader, item, NULL), TELEX_OK);
		assert_int_equal(reader.stories.count, 1);
		stated(reader.stories.first, rows[i].field, got);
		if (strcmp(got, rows[i].want) != 0)
			fail_msg("%s: \"%s\", not \"%s\"", rows[i].members, got, rows[i].want);
	}
	tx_reader_done(&reader);
}

static void test_frames(void **state)
{
	struct tx_reader reader = {0};
	char frame[512], got[512];

	(void)state;
	for (size_t i = 0; i < sizeof(frames) / sizeof(frames[0]); i++) {
		reader.stories = (struct tx_stories){0};
		telex_status status =
			tx_ninjs_unwrap(&reader, quoted("%s", frames[i].frame, frame), NULL);
		if (frames[i].want == NULL) {
			assert_int_equal(status, TELEX_ERR_EMPTY);
			continue;
		}
		assert_int_equal(status, TELEX_OK);
		got[0] = '\0';
		for (const struct tx_story *s = reader.stories.first; s != NULL; s = s->next)
			append(got, s == reader.stories.first ? "%.*s" : "|%.*s", s->text);
		if (strcmp(got, frames[i].want) != 0)
			fail_msg("%s: \"%s\", not \"%s\"", frames[i].frame, got, frames[i].want);
	}
	tx_reader_done(&reader);
}

static void test_no_json(void **state)
{
	struct tx_reader reader = {0};
	telex_error error = {0};

	(void)state;
	assert_int_equal(tx_ninjs_unwrap(&reader, TX_LIT("{\"a\":\n  oops}"), &error),
			 TELEX_ERR_SYNTAX);
	assert_int_equal(error.line, 2);
	assert_true(error.column > 1);
	assert_true(tx_slice_opens(tx_slice_of(error.message), "not JSON: "));
	tx_reader_done(&reader);
}

static void test_leftovers(void **state)
{
	struct tx_reader reader = {.leftovers = true};

	(void)state;
	assert_int_equal(tx_ninjs_unwrap(&reader,
					 TX_LIT("{\"uri\":\"a\",\"type\":\"text\",\"own\":\"kept\","
						"\"n\":1,\"body_html\":\"<p>x</p>\"}"),
					 NULL),
			 TELEX_OK);
	const struct tx_leftover *left = reader.stories.first->leftovers;
	assert_non_null(left);
	assert_non_null(left->next);
	assert_null(left->next->next);
	assert_true(tx_slice_is(left->next->name, "n"));
	assert_true(tx_slice_is(left->next->value, "1"));
	assert_true(tx_slice_is(left->name, "own"));
	assert_true(tx_slice_is(left->value, "kept"));
	tx_reader_done(&reader);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_properties),
		cmocka_unit_test(test_frames),
		cmocka_unit_test(test_no_json),
		cmocka_unit_test(test_leftovers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
