/* The tables of rules of the XML formats: each row can be reached and does one thing, and a reader
 * may meet any number of formats. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "reader/reader.h"
#include "reader/xml/formats.h"
#include "reader/xml/names.h"

#define FORMATS_MANY 20

static const struct tx_xml_format *const formats[] = {&tx_nitf, &tx_newsml1, &tx_newsmlg2, &tx_rcv1,
						      &tx_rss,  &tx_atom,    &tx_rbnews};

static void check_row(const struct tx_xml_names *names, const struct tx_xml_rule *rule)
{
	telex_slice rest = tx_slice_of(rule->element);
	unsigned parts = 0;
	bool states = rule->area == TX_XML_NO_AREA && rule->begin == NULL && rule->end == NULL;

	assert_true(states || rule->field == 0);
	assert_true(rule->field < TX_FIELD__COUNT);
	assert_int_equal((rule->area != TX_XML_NO_AREA) + (rule->begin != NULL) +
				 (rule->end != NULL) + states,
			 1);
	for (struct tx_cut cut = {.tail = rest, .found = true}; cut.found; parts++) {
		cut = tx_cut(cut.tail, '/');
		assert_int_not_equal(tx_xml_names_find(names, cut.head), 0);
	}
	assert_true(parts <= TX_XML_PATH_MAX);
	assert_true(rule->when == NULL || strchr(rule->when, '=') != NULL);
}

static void rows_can_be_reached(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(formats) / sizeof(formats[0]); i++) {
		struct tx_xml_names *names = tx_xml_names_new(formats[i]);
		size_t count = 0;

		assert_non_null(names);
		for (size_t set = 0; set < TX_XML_RULE_SETS; set++) {
			const struct tx_xml_rule *rule = formats[i]->sets[set].items;
			for (; rule != NULL && rule->element != NULL; rule++, count++)
				check_row(names, rule);
		}
		assert_true(count > 0);
		tx_xml_names_free(names);
	}
}

static void reads_any_number_of_formats(void **state)
{
	static const char document[] = "<item><title>a</title></item>";
	static const struct tx_xml_rule rules[] = {
		{.element = "item", .area = TX_XML_ITEM},
		{.element = "item/title", .field = TX_FIELD_HEADLINE},
		{.element = NULL},
	};
	struct tx_xml_format many[FORMATS_MANY];
	struct tx_reader reader = {0};

	(void)state;
	for (size_t i = 0; i < FORMATS_MANY; i++) {
		many[i] = (struct tx_xml_format){"many", {{rules, 0}}, NULL};
		reader.stories = (struct tx_stories){0};
		assert_int_equal(tx_xml_unwrap(&reader, &many[i], tx_slice_of(document), NULL),
				 TELEX_OK);
		assert_int_equal(reader.stories.count, 1);
		assert_true(
			tx_slice_is(tx_story_fact(reader.stories.first, TX_FIELD_HEADLINE), "a"));
	}
	tx_reader_done(&reader);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_can_be_reached),
		cmocka_unit_test(reads_any_number_of_formats),
	};

	tx_xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
