/* Where XML documents and JSON values end in a stream, what a prolog says, loose ampersands. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>
#include <setjmp.h>
#include <cmocka.h>

#include "reader/json/json.h"
#include "reader/xml/frame.h"

/* The first frame is before '|'; a row without one has no end yet. */
static const char *const documents[] = {
	"<a></a>|",
	"<a/>|",
	"<a></a>|<b/>",
	"<a><a></a></a>|x",
	"<a><a/></a>|",
	"<a><b></a>|</b>",
	"<?xml version='1.0'?><a></a>|",
	"<?xml version='1.0'?>\n<a><b>|<?xml version='1.0'?><a/>",
	"<!-- <a></a> --><a></a>|",
	"<!DOCTYPE a><a></a>|",
	"<!DOCTYPE a [<!ENTITY x \"y\"><!-- ]> -->]><a></a>|",
	"<a><!-- </a> --></a>|",
	"<a><![CDATA[</a>]]></a>|",
	"<a><?pi </a>?></a>|",
	"<a b='</a>'></a>|",
	"<a b=\">\"/>|",
	"<a:b></a:b>|",
	"<ab><a></a></ab>|",
	"<a><ab></a>|",
	"<a b\n='c'\n></a\n>|",
	"",
	"<",
	"<a",
	"<a>",
	"<a><b></b>",
	"<a></a",
	"<a><!-- </a>",
	"<a><![CDATA[</a>",
	"<!DOCTYPE a [<!ENTITY x 'y'>",
};

static const char *const values[] = {
	"{}|",
	"[]|{}",
	"{\"a\":{\"b\":[1,2]}}|\n{}",
	"[[],[]]|",
	"{\"a\":\"}\"}|",
	"{\"a\":\"\\\"}\"}|",
	"{\"a\":\"\\\\\"}|}",
	"  {\"a\":1}|  ",
	"{\"a\":[}]|",
	"]]}]|{}",
	"} , ]\n |[]",
	"\"b\":1}, |{\"a\":2}",
	"]a{]{\n\"b{\r|{}",
	"] a [\n",
	"",
	"{",
	"{\"a\":\"}",
	"{\"a\":\"\\",
	"[[]",
};

typedef bool end_fn(telex_slice bytes, void *framer, size_t *ret_end);

static bool xml_end(telex_slice bytes, void *framer, size_t *ret_end)
{
	return tx_xml_frame_end(bytes, framer, ret_end);
}

static bool json_end(telex_slice bytes, void *framer, size_t *ret_end)
{
	return tx_json_frame_end(bytes, framer, ret_end);
}

/* The end that the framer finds as the bytes come, `step` at a time; SIZE_MAX: none.  The bytes
 * have a block of their own size, so that a sanitizer sees a read beyond them. */
static size_t find_end(end_fn *end, void *framer, telex_slice bytes, size_t step)
{
	size_t found = SIZE_MAX;

	for (size_t len = step; found == SIZE_MAX; len += step) {
		telex_slice here = tx_slice_take(bytes, len);
		char *copy = test_malloc(here.len + (here.len == 0));
		if (here.len > 0)
			memcpy(copy, here.ptr, here.len);
		if (!end(tx_slice(copy, here.len), framer, &found))
			found = SIZE_MAX;
		test_free(copy);
		if (len >= bytes.len)
			break;
	}
	return found;
}

static void check_frame(end_fn *end, size_t size, const char *row)
{
	struct tx_cut cut = tx_cut(tx_slice_of(row), '|');
	char text[128];
	size_t want = cut.found ? cut.head.len : SIZE_MAX;

	assert_true(strlen(row) < sizeof(text));
	memcpy(text, cut.head.ptr, cut.head.len);
	if (cut.tail.len > 0)
		memcpy(text + cut.head.len, cut.tail.ptr, cut.tail.len);
	telex_slice bytes = tx_slice(text, cut.head.len + cut.tail.len);
	const size_t steps[] = {1, 2, 7, sizeof(text)};
	for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++) {
		void *framer = test_calloc(1, size);
		size_t got = find_end(end, framer, bytes, steps[i]);
		if (got != want)
			fail_msg("%s: by %zu bytes the end is at %zd", row, steps[i], (ssize_t)got);
		test_free(framer);
	}
}

static void test_documents(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(documents) / sizeof(documents[0]); i++)
		check_frame(xml_end, sizeof(struct tx_xml_framer), documents[i]);
}

static void test_values(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(values) / sizeof(values[0]); i++)
		check_frame(json_end, sizeof(struct tx_json_framer), values[i]);
}

static void test_root(void **state)
{
	static const struct {
		const char *document, *name;
	} rows[] = {
		{"<nitf>", "nitf"},
		{"<nitf/>", "nitf"},
		{"<nitf version='1'>", "nitf"},
		{"<n:newsItem guid='a'", "newsItem"},
		{"<?xml version='1.0'?>\n<!-- <a> --><!DOCTYPE b [<!ENTITY c 'd'>]><e>", "e"},
		{"no markup", ""},
		{"<!-- <a>", ""},
		{"", ""},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		telex_slice tag = tx_xml_root_tag(tx_slice_of(rows[i].document));
		assert_true(tx_slice_is(tx_xml_local_name(tag), rows[i].name));
	}
}

static void test_declared_charset(void **state)
{
	static const struct {
		const char *document, *charset;
	} rows[] = {
		{"<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a/>", "ISO-8859-1"},
		{"\n<?xml version='1.0' encoding = 'utf-8' ?>", "utf-8"},
		{"<?xml version='1.0'?><a encoding='x'/>", ""},
		{"<?xml version='1.0' encoding=?>", ""},
		{"<?xml version='1.0' encoding", ""},
		{"<?xml version='1.0' encoding='", ""},
		{"<a encoding='x'/>", ""},
		{"", ""},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		telex_slice got = tx_xml_declared_charset(tx_slice_of(rows[i].document));
		if (!tx_slice_is(got, rows[i].charset))
			fail_msg("%s: \"%.*s\"", rows[i].document, (int)got.len, got.ptr);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_documents),
		cmocka_unit_test(test_values),
		cmocka_unit_test(test_root),
		cmocka_unit_test(test_declared_charset),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
