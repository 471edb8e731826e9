/* What is left out of a document before libxml2 reads it, at each bound and one beyond. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "core/buffer.h"
#include "reader/xml/bound.h"

static struct tx_arena arena;
static struct tx_xml_left_out left_out;

static telex_slice bound(struct tx_buffer *document)
{
	telex_slice copy = tx_xml_bound(tx_slice(document->data, document->len), &arena, &left_out);

	assert_non_null(copy.ptr);
	return copy;
}

static bool holds(telex_slice text, const char *part)
{
	return tx_slice_find(text, tx_slice_of(part)) < text.len;
}

static void add_attributes(struct tx_buffer *document, const char *format, int count)
{
	for (int i = 1; i <= count; i++) {
		tx_buffer_byte(document, ' ');
		tx_buffer_printf(document, format, i);
	}
}

static void bounds_attributes(void **state)
{
	struct tx_buffer document = {0};

	(void)state;
	tx_buffer_lit(&document, "<a>\n<p q='>'");
	add_attributes(&document, "a%d='1'", TX_XML_ATTRIBUTES_MAX - 1);
	tx_buffer_lit(&document, ">text</p></a>");
	assert_ptr_equal(bound(&document).ptr, document.data);
	document.len -= strlen(">text</p></a>");
	tx_buffer_lit(&document, " b='2'\tc=\"a>b\"/>text</a>");
	telex_slice copy = bound(&document);
	assert_int_equal(left_out.count[TX_XML_BOUND_ATTRIBUTES], 2);
	assert_int_equal(left_out.line[TX_XML_BOUND_ATTRIBUTES], 2);
	assert_true(holds(copy, "a127='1'/>text</a>"));
	tx_buffer_done(&document);
}

static void bounds_namespaces_in_scope(void **state)
{
	struct tx_buffer document = {0};

	(void)state;
	tx_buffer_lit(&document, "<a>");
	/* One after the other they are not in scope together. */
	for (int i = 0; i < 2 * TX_XML_NAMESPACES_MAX; i++)
		tx_buffer_printf(&document, "<n%d:p xmlns:n%d='u'/><b xmlns='v'></b>", i, i);
	assert_ptr_equal(bound(&document).ptr, document.data);
	for (int i = 0; i <= TX_XML_NAMESPACES_MAX; i++)
		tx_buffer_printf(&document, "<p xmlns:m%d='u' x='y'>", i);
	telex_slice copy = bound(&document);
	assert_int_equal(left_out.count[TX_XML_BOUND_NAMESPACES], 1);
	assert_true(holds(copy, "<p xmlns:m127='u' x='y'><p x='y'>"));
	tx_buffer_done(&document);
}

static void bounds_names(void **state)
{
	struct tx_buffer document = {0};

	(void)state;
	tx_buffer_lit(&document, "<first>");
	for (int i = 0; i < 2 * TX_XML_DISTINCT_MAX; i++)
		tx_buffer_printf(&document, "<e%d/>", i);
	tx_buffer_lit(&document, "<last a9='1' e1='2'>&new;&e1;&#33;</last></first>");
	telex_slice copy = bound(&document);
	assert_true(left_out.count[TX_XML_BOUND_NAMES] > TX_XML_DISTINCT_MAX / 2);
	assert_true(holds(copy, "<e1/>"));
	assert_true(holds(copy, "<x/><x/>"));
	assert_true(holds(copy, "<x e1='2'>&amp;new;&e1;&#33;</x></first>"));
	tx_buffer_done(&document);
}

static void add_subset(struct tx_buffer *document, size_t len)
{
	document->len = 0;
	tx_buffer_lit(document, "<?xml version='1.0'?>\n<!DOCTYPE nitf SYSTEM 'a' [");
	for (size_t i = 1; i < len; i++)
		tx_buffer_byte(document, ']');
	tx_buffer_lit(document, " ] ><nitf/>");
}

static void bounds_the_internal_subset(void **state)
{
	struct tx_buffer document = {0};

	(void)state;
	add_subset(&document, TX_XML_SUBSET_MAX - 8);
	assert_ptr_equal(bound(&document).ptr, document.data);
	add_subset(&document, TX_XML_SUBSET_MAX);
	telex_slice copy = bound(&document);
	assert_true(tx_slice_is(copy, "<?xml version='1.0'?>\n<!DOCTYPE nitf SYSTEM 'a' ><nitf/>"));
	assert_int_equal(left_out.count[TX_XML_BOUND_SUBSET], 1);
	assert_int_equal(left_out.line[TX_XML_BOUND_SUBSET], 2);
	tx_buffer_done(&document);
}

static void sections_are_no_tags(void **state)
{
	static const char *const sections[] = {"<![CDATA[", "<!--", "<?a "};
	static const char *const ends[] = {"]]>", "-->", "?>"};
	struct tx_buffer document = {0};

	(void)state;
	for (size_t i = 0; i < 3; i++) {
		document.len = 0;
		tx_buffer_printf(&document, "<a>%s<p", sections[i]);
		add_attributes(&document, "a%d='1'", 2 * TX_XML_ATTRIBUTES_MAX);
		tx_buffer_printf(&document, "/>%s</a>", ends[i]);
		assert_ptr_equal(bound(&document).ptr, document.data);
	}
	tx_buffer_done(&document);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(bounds_attributes),
		cmocka_unit_test(bounds_namespaces_in_scope),
		cmocka_unit_test(bounds_names),
		cmocka_unit_test(bounds_the_internal_subset),
		cmocka_unit_test(sections_are_no_tags),
	};
	int failures = cmocka_run_group_tests(tests, NULL, NULL);

	tx_arena_done(&arena);
	return failures;
}
