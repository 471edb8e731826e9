/* References in SGML: what they stand for, and what only looks like one. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "core/buffer.h"
#include "reader/sgml/sgml.h"

#define COUNT(rows) (sizeof(rows) / sizeof((rows)[0]))

static const struct {
	const char *text, *want;
	enum tx_sgml_controls controls;
} rows[] = {
	{"plain", "plain", TX_SGML_KEEP},
	{"", "", TX_SGML_KEEP},
	{"a &amp; b &lt;c&gt; &quot;d&quot;", "a & b <c> \"d\"", TX_SGML_KEEP},
	{"Espa&ntilde;a",
	 "Espa\xc3\xb1"
	 "a",
	 TX_SGML_KEEP},
	{"&#241;&#xF1;&#Xf1;", "\xc3\xb1\xc3\xb1\xc3\xb1", TX_SGML_KEEP},
	{"&#8364;", "\xe2\x82\xac", TX_SGML_KEEP},
	/* Control characters, kept or as blanks; NUL is a blank always. */
	{"a&#3;b",
	 "a\x03"
	 "b",
	 TX_SGML_KEEP},
	{"a&#3;b&#127;c&#133;d", "a b c d", TX_SGML_BLANK},
	{"a&#10;b&#9;c", "a\nb\tc", TX_SGML_BLANK},
	{"a&#0;b", "a b", TX_SGML_KEEP},
	/* Beyond Unicode. */
	{"&#xD800;&#x110000;&#xdfff;", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd", TX_SGML_KEEP},
	{"&#xE000;", "\xee\x80\x80", TX_SGML_KEEP},
	{"&#99999999;", "\xef\xbf\xbd", TX_SGML_KEEP},
	/* Not references. */
	{"&nosuch; & &; &#; &#x; &#12a; &#xg; AT&T", "&nosuch; & &; &#; &#x; &#12a; &#xg; AT&T",
	 TX_SGML_KEEP},
	{"&amp", "&amp", TX_SGML_KEEP},
	{"&", "&", TX_SGML_KEEP},
	{"&#000000000000000000000000000000000000065;", "&#000000000000000000000000000000000000065;",
	 TX_SGML_KEEP},
};

static void references_are_resolved(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct tx_buffer out = {0};
		tx_sgml_decode(&out, tx_slice_of(rows[i].text), rows[i].controls);
		if (!tx_slice_is(tx_slice(out.data, out.len), rows[i].want))
			fail_msg("%s: '%.*s'", rows[i].text, (int)out.len, out.data);
		tx_buffer_done(&out);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(references_are_resolved)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
