/* What is a URI, and what an item's is made of. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "core/slice.h"
#include "emitter/ninjs/uri.h"

#define COUNT(rows) (sizeof(rows) / sizeof((rows)[0]))

static const struct {
	const char *text;
	bool uri;
} texts[] = {
	{"urn:newsml:a.example:20260212:x:1", true},
	{"tag:a.example,2026:x", true},
	{"https://a.example/a?b=c&d#e", true},
	{"a+b.c-1:x", true},
	{"http://a.example/%C3%b1", true},
	{"http://a.example/%C3%", false},
	{"http://a.example/%g3", false},
	{"http://a.example/%3g", false},
	{"http://a.example/a b", false},
	{"http://a.example/\xc3\xb1", false},
	{"http://[::1]/", false},
	{"a:x", false}, /* a drive, or a sentence */
	{"1a:x", false},
	{"urn:", false},
	{"urn", false},
	{"", false},
	{"EFE 1234", false},
};

static void uris_are_told_from_other_texts(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++) {
		if (tx_is_uri(tx_slice_of(texts[i].text)) != texts[i].uri)
			fail_msg("'%s'", texts[i].text);
	}
}

static const struct {
	const char *id, *agency, *want;
	bool same;
} items[] = {
	{"urn:newsml:a.example:20260212:x:1", NULL, "urn:newsml:a.example:20260212:x", false},
	{"urn:newsml:a.example:20260212:x:12N", NULL, "urn:newsml:a.example:20260212:x", false},
	{"urn:newsml:a.example:20260212:x:3U", NULL, "urn:newsml:a.example:20260212:x", false},
	{"URN:NewsML:a.example:20260212:x:3A", NULL, "URN:NewsML:a.example:20260212:x", false},
	/* None of these ends with a revision. */
	{"urn:newsml:a.example:20260212:x:1234567", NULL, "urn:newsml:a.example:20260212:x:1234567",
	 true},
	{"urn:newsml:a.example:20260212:x1", NULL, "urn:newsml:a.example:20260212:x1", true},
	{"urn:newsml:a.example:20260212:x:N", NULL, "urn:newsml:a.example:20260212:x:N", true},
	{"urn:newsml:a.example:20260212:x:a1", NULL, "urn:newsml:a.example:20260212:x:a1", true},
	{"urn:other:a.example:20260212:x:1", NULL, "urn:other:a.example:20260212:x:1", true},
	/* What is not a URI becomes a part of one. */
	{"EFE 12/3\xc3\xb1", NULL, "urn:telex:id:EFE%2012%2F3%C3%B1", false},
	{"a_b~c.d-e:1", "EFE", "urn:telex:id:EFE:a_b~c.d-e:1", false},
};

static void items_have_uris(void **state)
{
	static struct tx_record record;

	(void)state;
	for (size_t i = 0; i < COUNT(items); i++) {
		struct tx_buffer out = {0};
		record.id = tx_slice_of(items[i].id);
		record.agency_code =
			items[i].agency == NULL ? tx_slice(NULL, 0) : tx_slice_of(items[i].agency);
		assert_int_equal(tx_ninjs_uri(&out, &record), items[i].same);
		if (!tx_slice_is(tx_slice(out.data, out.len), items[i].want))
			fail_msg("%s: %.*s", items[i].id, (int)out.len, out.data);
		tx_buffer_done(&out);
	}
}

static void texts_without_an_identifier_have_their_hash(void **state)
{
	static struct tx_record record;
	struct tx_buffer out = {0};

	(void)state;
	assert_true(tx_ninjs_uri(&out, &record));
	assert_true(tx_slice_starts(tx_slice(out.data, out.len), TX_LIT("urn:telex:xxh128:")));
	assert_int_equal(out.len, sizeof("urn:telex:xxh128:") - 1 + 32);
	tx_buffer_done(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(uris_are_told_from_other_texts),
		cmocka_unit_test(items_have_uris),
		cmocka_unit_test(texts_without_an_identifier_have_their_hash),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
