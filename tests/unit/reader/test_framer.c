/* Frames that do not end for long, in small portions: the search goes on where it stopped.  A
 * search that began again for each portion would look at SIZE * SIZE / PORTION / 2 bytes, some
 * minutes' work; one that does not takes milliseconds. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdlib.h>
#include <time.h>

#include "reader/framer.h"

#define SIZE    ((size_t)4 << 20)
#define PORTION 32
#define SECONDS 3.0

#define IPTC "\001eca0045 4 pl 233 EFE0001\r\n\002Text.\r\n\003\004"

/* What the source begins with, and what it goes on with without end. */
static const struct {
	const char *name, *head, *fill;
} shapes[] = {
	{"blanks", "", " "},
	{"line ends", "", "\n"},
	{"blanks behind a document", "<nitf></nitf>", " "},
	{"blanks behind a value", "{\"a\":1}", "\r\n"},
	{"blanks behind a mark", IPTC, " "},
	{"SOH", "", "\001"},
	{"SYN", "", "\026"},
	{"ENQ", "", "\005"},
	{"a routing line", "\005", "a"},
	{"routing lines", "", "\005r\n"},
	{"no STX", "\001eca0045 4 pl 233 x", "a"},
	{"no EOT", "\001eca0045 4 pl 233 x\r\n\002", " "},
	{"no EOT, many ETX", "\001eca0045 4 pl 233 x\r\n\002", "\003"},
	{"ANPA", "\026\026\001a0001\037afx-\r\n", " "},
	{"ZCZC line", "ZCZC ", "a"},
	{"ZCZC, one line", "ZCZC a\n", "a"},
	{"ZCZC, blanks", "ZCZC a\n", " "},
	{"ZCZC, blank lines", "ZCZC a\n", " \n"},
	{"ZCZC, CR", "ZCZC a\n", "\r"},
	{"NNNN line", "ZCZC a\nNNNN", "a"},
	{"NNNN and CR", "ZCZC a\nNNNN", "\r"},
	{"stripped, one line", "eca0045 4 pl 233 EFE0001\n", "a"},
	{"stripped, end mark's line", "eca0045 4 pl 233 EFE0001\n./.", "a"},
	{"stripped, stamp", "eca0045 4 pl 233 EFE0001\n./.\n", "1"},
	{"junk", IPTC, "ab\n"},
	{"junk, one line", IPTC, "a"},
	{"junk, blank lines", IPTC "a\n", " \n"},
	{"junk, ENQ", IPTC "a\n", "\005"},
	{"junk, CR", IPTC "a\n", "\r"},
	{"plain text", "", "a"},
	{"XML name", "<", "a"},
	{"XML start tag", "<nitf ", "a "},
	{"XML value", "<nitf a=\"", "x"},
	{"XML end tag", "<nitf></nitf ", " "},
	{"XML comment", "<nitf><!--", "- "},
	{"XML section", "<nitf><![CDATA[", "] "},
	{"XML instruction", "<nitf><?a ", "? "},
	{"XML document type", "<!DOCTYPE nitf [", "< "},
	{"XML comments in it", "<!DOCTYPE nitf [", "<!---->"},
	{"XML comment in it", "<!DOCTYPE nitf [<!--", "- "},
	{"XML text", "<nitf><p>", "x"},
	{"XML tags", "<nitf>", "<nit>"},
	{"JSON string", "{\"a\":\"", "x"},
	{"JSON escapes", "{\"a\":\"", "\\"},
	{"JSON blanks", "{\"a\":1", "\n"},
	{"JSON brackets", "{\"a\":1", "["},
	{"SGML text", "<DOC>\n<DOCNO>A</DOCNO>\n", "x"},
	{"SGML tags", "<DOC>\n<DOCNO>A</DOCNO>\n", "<"},
	{"SGML end tags", "<DOC>\n<DOCNO>A</DOCNO>\n", "</DO "},
	{"mail", "From: a@b.c\nSubject: s\n\n", "x"},
	{"mail headers", "From: a@b.c\nSubject: s\n", "X-H: v\n"},
	{"mbox, one line", "From a@b.c Mon Mar  3 10:00:00 2025\nSubject: s\n\n", "x"},
	{"mbox, blank lines", "From a@b.c Mon Mar  3 10:00:00 2025\nSubject: s\n\n", "\r\n"},
	{"mbox, From", "From a@b.c Mon Mar  3 10:00:00 2025\nSubject: s\n\n", "From x\n"},
};

/* Hand out the bytes as they come; what is found or dropped goes. */
static void split(telex_slice source, size_t limit)
{
	struct tx_framer framer = {0};
	enum tx_frame_result result = TX_FRAME_MORE;
	struct tx_frame frame;
	size_t from = 0;

	for (size_t have = 0; have < source.len;) {
		have = have + PORTION < source.len ? have + PORTION : source.len;
		do {
			telex_slice bytes = tx_slice(source.ptr + from, have - from);
			result = tx_framer_next(&framer, NULL, bytes, limit, have == source.len,
						&frame);
			bool goes = result == TX_FRAME_FOUND || result == TX_FRAME_PART;
			from += goes ? frame.end : 0;
			assert_true(from <= have);
			if (!goes)
				break;
		} while (true);
	}
	assert_true(result == TX_FRAME_NONE || result == TX_FRAME_MORE);
}

static void check_shape(size_t index, size_t limit)
{
	telex_slice head = tx_slice_of(shapes[index].head), fill = tx_slice_of(shapes[index].fill);
	char *bytes = test_malloc(SIZE);
	clock_t before = clock();

	memcpy(bytes, head.ptr, head.len);
	for (size_t at = head.len; at < SIZE; at++)
		bytes[at] = fill.ptr[(at - head.len) % fill.len];
	split(tx_slice(bytes, SIZE), limit);
	double seconds = (double)(clock() - before) / CLOCKS_PER_SEC;
	if (seconds > SECONDS)
		fail_msg("%s: %.1f s with a limit of %zu bytes", shapes[index].name, seconds,
			 limit);
	test_free(bytes);
}

static void a_search_goes_on_where_it_stopped(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(shapes) / sizeof(shapes[0]); i++) {
		check_shape(i, SIZE);
		check_shape(i, 65536);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_search_goes_on_where_it_stopped),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
