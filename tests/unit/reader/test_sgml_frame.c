/* Documents of the research collections in streams: the same frames however the bytes arrive. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "reader/sgml/frame.h"

#define FRAMES_MAX 4

struct row {
	const char *bytes;
	const char *frames[FRAMES_MAX]; /* up to NULL; what is after them has no end */
};

static const struct row rows[] = {
	{"", {NULL}},
	{"<DOC>a</DOC>\n<DOC>b</DOC>\n", {"<DOC>a</DOC>\n", "<DOC>b</DOC>\n"}},
	{"<DOC>a</DOC><DOC>b</DOC>\r\n\n", {"<DOC>a</DOC>", "<DOC>b</DOC>\r\n"}},
	{"<DOC>a</DOC>\r<DOC>b</DOC>\r", {"<DOC>a</DOC>\r"}},
	{"<DOC>a</doc  > \r\n<DOC>b", {"<DOC>a</doc  > \r\n"}},
	{"<!DOCTYPE lewis>\n<REUTERS>x</REUTERS>\n", {"<!DOCTYPE lewis>\n<REUTERS>x</REUTERS>\n"}},
	{"<DOC><DOCNO>1</DOCNO></DOCS></D><</DOC>\n",
	 {"<DOC><DOCNO>1</DOCNO></DOCS></D><</DOC>\n"}},
	{"<DOC>a<DOC>b</DOC>\nx", {"<DOC>a<DOC>b</DOC>\n"}},
	{"<DOC>a</DOC", {NULL}},
};

/* Cut the bytes into frames, `portion` more bytes at a time. */
static void check_portions(const struct row *row, size_t portion)
{
	telex_slice all = tx_slice_of(row->bytes);
	size_t start = 0, there = 0, scanned = 0, found = 0, end = 0;

	while (there < all.len) {
		there = there + portion < all.len ? there + portion : all.len;
		while (tx_sgml_frame_end(tx_slice(all.ptr + start, there - start), &scanned,
					 &end)) {
			telex_slice frame = tx_slice(all.ptr + start, end);
			if (found == FRAMES_MAX || row->frames[found] == NULL ||
			    !tx_slice_is(frame, row->frames[found]))
				fail_msg("%s by %zu: frame [%.*s]", row->bytes, portion,
					 (int)frame.len, frame.ptr);
			found++;
			start += end;
			scanned = 0;
		}
		assert_true(scanned <= there - start);
	}
	if (found < FRAMES_MAX && row->frames[found] != NULL && row->frames[found][0] != '\0') {
		/* The last one waits for what may be its line end. */
		assert_true(tx_slice_is(tx_slice_skip(all, start), row->frames[found]));
	}
}

static void frames_end(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		for (size_t portion = 1; portion < 20; portion++)
			check_portions(&rows[i], portion);
		check_portions(&rows[i], 1000);
	}
}

/* Bytes that have been looked at are not looked at again. */
static void scanning_goes_on(void **state)
{
	static const char bytes[] = "<DOC>text </DO";
	size_t scanned = 0, end = 0;

	(void)state;
	assert_false(tx_sgml_frame_end(tx_slice(bytes, 8), &scanned, &end));
	assert_int_equal(scanned, 8);
	assert_false(tx_sgml_frame_end(tx_slice_of(bytes), &scanned, &end));
	assert_int_equal(scanned, 10);
	assert_true(tx_sgml_frame_end(TX_LIT("</DOC>xxxx</DOC>\n"), &scanned, &end));
	assert_int_equal(end, 17);
}

static void kinds_are_recognised(void **state)
{
	static const struct {
		const char *head;
		const char *kind; /* "" = none */
	} heads[] = {
		{"<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n", "reuters21578"},
		{"\n<REUTERS TOPICS=\"YES\" NEWID=\"1\">", "reuters21578"},
		{"<COLLECTION>\n<REUTERS NEWID=\"1\">", "reuters21578"},
		{"<REUTERS>", "reuters21578"},
		{"<reuters x=\"1\">", ""},
		{"<DOC>\n<DOCNO>1</DOCNO>", "trec"},
		{"<!-- a --><doc><docid>1</docid>", "trec"},
		{"<DOC>", ""},
		{"<DOC><TITLE>", ""},
		{"<DOC id=\"AFP_ENG_20090531.0001\" type=\"story\" >", "gigaword"},
		{"<DOC id=\"AFP_ENG_20090531.0001\">\n<HEADLINE>", "gigaword"},
		{"<DOC id=\"1\"><x>", ""},
		{"<a><b><DOC><DOCNO>", ""},
		{"<nitf version=\"3\"><DOC><DOCNO>", ""},
		{"text <DOC><DOCNO>", ""},
		{"", ""},
		{"<", ""},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(heads) / sizeof(heads[0]); i++) {
		const char *kind = tx_sgml_kind(tx_slice_of(heads[i].head));
		assert_string_equal(kind == NULL ? "" : kind, heads[i].kind);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(frames_end),
		cmocka_unit_test(scanning_goes_on),
		cmocka_unit_test(kinds_are_recognised),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
