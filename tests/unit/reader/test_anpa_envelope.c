/* ANPA-1312's envelope: its header, its trailer, and what is lost of them. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "anpa_rows.h"

static const struct anpa_row rows[] = {
	{"envelope",
	 BYTES(START END),
	 {{TX_FIELD_SEQUENCE, "2870"},
	  {TX_FIELD_SERVICE, "W asian"},
	  {TX_FIELD_PRIORITY, "r"},
	  {TX_FIELD_URGENCY, "4"},
	  {TX_FIELD_CATEGORY, "i"},
	  {TX_FIELD_WORDS, "0349"},
	  {TX_FIELD_SLUG, "BC-AS--Nepal-Lost Umbrel"},
	  {TX_FIELD_AGENCY, "AP"},
	  {TX_FIELD_ISSUED, "2013-11-13T15:09:00 GMT"},
	  {TX_FIELD_ID, "anpa:asian:W2870:2013-11-13"}},
	 10,
	 NULL,
	 NULL},
	{"no selector, no trailer",
	 BYTES("\x01"
	       "a0012\nu s BC-Cat 09-12\n\x02"
	       "Cat\n\x03\n\x04"),
	 {{TX_FIELD_SEQUENCE, "0012"},
	  {TX_FIELD_SERVICE, "a"},
	  {TX_FIELD_URGENCY, "3"},
	  {TX_FIELD_WORDS, ""},
	  {TX_FIELD_SLUG, "BC-Cat"},
	  {TX_FIELD_ISSUED, ""},
	  {TX_FIELD_ID, "anpa:a0012:09-12"}},
	 7,
	 NULL,
	 NULL},
	{"an agency, its clock first",
	 BYTES("\x01"
	       "a0105KYODO\x1fkoko-\r\nu s\x14\x12"
	       "BC-Sumo-Cat   09-12 0044\r\n\x02Text\r\n\x03KWS-21:37-09-12-18\r\n\x04"),
	 {{TX_FIELD_AGENCY, "KYODO"},
	  {TX_FIELD_SERVICE, "a koko-"},
	  {TX_FIELD_ISSUED, "2018-12-09T21:37:00"},
	  {TX_FIELD_ID, "anpa:koko-:a0105:2018-12-09"}},
	 4,
	 NULL,
	 NULL},
	{"seconds, day first",
	 BYTES(LINE_1 LINE_2 "\x02x\n\x03"
			     "13-11-16 04-23-11\n\x04"),
	 {{TX_FIELD_ISSUED, "2016-11-13T04:23:11"}},
	 1,
	 NULL,
	 NULL},
	{"zone before the date",
	 BYTES(LINE_1 LINE_2 "\x02x\n\x03"
			     "16:35ET 31-10-14<\n\x04"),
	 {{TX_FIELD_ISSUED, "2014-10-31T16:35:00 ET"}},
	 1,
	 NULL,
	 NULL},
	{"the last century",
	 BYTES(LINE_1 LINE_2 "\x02x\n\x03"
			     "AP-NY-04-07-87 0120EST<\n\x04"),
	 {{TX_FIELD_ISSUED, "1987-04-07T01:20:00 EST"}},
	 1,
	 NULL,
	 NULL},
	{"no such day",
	 BYTES(LINE_1 LINE_2 "\x02x\n\x03"
			     "AP-NY-13-07-87 0120EST<\n\x04"),
	 {{TX_FIELD_ISSUED, ""}},
	 1,
	 NULL,
	 NULL},
	{"no such time",
	 BYTES(LINE_1 LINE_2 "\x02x\n\x03"
			     "AP-NY-12-07-87 2460EST<\n\x04"),
	 {{TX_FIELD_ISSUED, ""}},
	 1,
	 NULL,
	 NULL},
	{"priorities: flash",
	 BYTES(LINE_1 "f i\x13\x11 BC-A   11-13 0349\n\x02x\x03\x04"),
	 {{TX_FIELD_URGENCY, "1"}, {TX_FIELD_PRIORITY, "f"}},
	 2,
	 NULL,
	 NULL},
	{"priorities: bulk",
	 BYTES(LINE_1 "z i BC-A   11-13 0349\n\x02x\x03\x04"),
	 {{TX_FIELD_URGENCY, "6"}},
	 1,
	 NULL,
	 NULL},
	{"priorities: none of the scale",
	 BYTES(LINE_1 "w i BC-A   11-13 0349\n\x02x\x03\x04"),
	 {{TX_FIELD_URGENCY, ""}, {TX_FIELD_PRIORITY, "w"}},
	 2,
	 NULL,
	 NULL},
	{"version of line 2",
	 BYTES(LINE_1 "r i BC-A-Cat 1stLd-Writethru   11-13 0349\n\x02x\x03\x04"),
	 {{TX_FIELD_SLUG, "BC-A-Cat"},
	  {TX_FIELD_VERSION, "1"},
	  {TX_FIELD_NOTE_UPDATE, "1stLd-Writethru"}},
	 3,
	 NULL,
	 NULL},
	{"a keyword of two words is no version",
	 BYTES(LINE_1 "r i BC-ivory coast add   11-13\n\x02x\x03\x04"),
	 {{TX_FIELD_SLUG, "BC-ivory coast add"}, {TX_FIELD_VERSION, ""}},
	 2,
	 NULL,
	 NULL},
	{"version of the text before that of line 2",
	 BYTES(LINE_1
	       "r i BC-A-Cat 1stLd   11-13 0349\n\x02^BC-A--Cat, 2nd Ld-Writethru,12<\n\x03\x04"),
	 {{TX_FIELD_SLUG, "BC-A--Cat"},
	  {TX_FIELD_VERSION, "2"},
	  {TX_FIELD_NOTE_UPDATE, "2nd Ld-Writethru"},
	  {TX_FIELD_WORDS, "0349"}},
	 4,
	 NULL,
	 NULL},
	{"correction, kill",
	 BYTES(LINE_1 LINE_2 "\x02^BC-A--Cat, Correction, KILL<\n\x03\x04"),
	 {{TX_FIELD_NOTE_CORRECTION, "Correction"},
	  {TX_FIELD_NOTE_KILL, "KILL"},
	  {TX_FIELD_STATUS, "kill"},
	  {TX_FIELD_VERSION, ""}},
	 4,
	 NULL,
	 NULL},
	{"advance, advisory",
	 BYTES(LINE_1 LINE_2 "\x02^BC-A--Cat, Adv03, Advisory<\n\x03\x04"),
	 {{TX_FIELD_NOTE_EMBARGO, "Adv03"}, {TX_FIELD_NOTE_ADVISORY, "Advisory"}},
	 2,
	 NULL,
	 NULL},
	{"words of the text",
	 BYTES(LINE_1 "r i BC-A   11-13\n\x02^BC-A--Cat,77<\n\x03\x04"),
	 {{TX_FIELD_WORDS, "77"}},
	 1,
	 NULL,
	 NULL},
	{"CR line ends",
	 BYTES("\x16\x16\x01W2870\x1f"
	       "asian\rr i BC-A   11-13 0349\r\x02"
	       "^BC-A--Cat,12<\r^Cats rule<\r\t   Text.\r\x03\x04"),
	 {{TX_FIELD_SLUG, "BC-A--Cat"}, {TX_FIELD_HEADLINE, "Cats rule"}},
	 2,
	 "BC-A--Cat\nCats rule\nText.\n",
	 "sh"},
	{"ETX is lost",
	 BYTES(START TITLE "\t   Text.\r\n\t   AP-WF-11-13-13 1509GMT<\r\n\x0c\r\n\x04"),
	 {{TX_FIELD_ISSUED, "2013-11-13T15:09:00 GMT"}},
	 1,
	 TITLE_TEXT "Text.\n",
	 "sh"},
	{"a score at the end is no trailer",
	 BYTES(START TITLE "\t   Text.\r\n\t   Lions 11-13-13 1509 seats\r\n\x04"),
	 {{TX_FIELD_ISSUED, ""}},
	 1,
	 TITLE_TEXT "Text.\nLions 11-13-13 1509 seats\n",
	 "sh"},
	{"STX is lost",
	 BYTES(LINE_1 LINE_2 TITLE "\t   Text.\r\n" END),
	 {{TX_FIELD_CATEGORY, "i"}},
	 1,
	 TITLE_TEXT "Text.\n",
	 "sh"},
	{"line 2 is lost",
	 BYTES(LINE_1 TITLE "\t   Text.\r\n" END),
	 {{TX_FIELD_CATEGORY, ""}, {TX_FIELD_SEQUENCE, "2870"}},
	 2,
	 TITLE_TEXT "Text.\n",
	 "sh"},
	{"line 2 is lost, STX is not",
	 BYTES(LINE_1 "\x02" TITLE "\t   Text.\r\n" END),
	 {{TX_FIELD_CATEGORY, ""}, {TX_FIELD_SEQUENCE, "2870"}},
	 2,
	 TITLE_TEXT "Text.\n",
	 "sh"},
	{"line 2 begins wrongly",
	 BYTES(LINE_1 "nu f BC-ECUADOR   03-09 0114\n\x02x\x03\x04"),
	 {{TX_FIELD_CATEGORY, ""}, {TX_FIELD_SLUG, "BC-ECUADOR"}, {TX_FIELD_WORDS, "0114"}},
	 3,
	 NULL,
	 NULL},
	{"SOH is lost",
	 BYTES("\x16\x16" LINE_2 "\x02" TITLE "\t   Text.\r\n" END),
	 {{TX_FIELD_CATEGORY, "i"}, {TX_FIELD_SEQUENCE, ""}},
	 2,
	 TITLE_TEXT "Text.\n",
	 "sh"},
	{"the level is lost",
	 BYTES("\x16\x16\x01"
	       "2870\x1f"
	       "asian\n" LINE_2 "\x02"
	       "x\x03\x04"),
	 {{TX_FIELD_SEQUENCE, "2870"}, {TX_FIELD_SERVICE, "asian"}},
	 2,
	 NULL,
	 NULL},
	{"cut off in the header",
	 BYTES("\x16\x16\x01W28"),
	 {{TX_FIELD_SEQUENCE, "28"}},
	 1,
	 NULL,
	 NULL},
	{"cut off in a header line",
	 BYTES(START KEYWORD "^Airport ret"),
	 {{TX_FIELD_SLUG, "BC-AS--Nepal-Lost Umbrellas"}, {TX_FIELD_HEADLINE, ""}},
	 2,
	 "BC-AS--Nepal-Lost Umbrellas\nAirport ret\n",
	 "s"},
};

#define ROWS (sizeof(rows) / sizeof(rows[0]))

static void test_rows(void **unused)
{
	(void)unused;
	check_anpa_rows(rows, ROWS);
}

static void test_cut_off_anywhere(void **unused)
{
	(void)unused;
	check_anpa_rows_cut_off(rows, ROWS);
}

static void test_plain_copy_is_where_it_stands(void **unused)
{
	static const char frame[] = "\x01"
				    "a0012\nu s BC-Cat 09-12\n\x02"
				    "Cat sleeps\n\x03t\n\x04";
	struct tx_reader reader = {0};

	(void)unused;
	assert_int_equal(read_anpa_frame(&reader, TX_LIT(frame), NULL), TELEX_OK);
	const struct tx_story *story = reader.stories.first;
	assert_int_equal(story->kind, TX_COPY_WHOLE);
	assert_true(tx_slice_eq(story->text, TX_LIT(frame)));
	assert_memory_equal(story->text.ptr + story->copy_start, "Cat sleeps\n\x03", 12);
	assert_int_equal(story->copy_end - story->copy_start, 11);
	tx_reader_done(&reader);
}

static void test_nothing_to_take(void **unused)
{
	static const char *const frames[] = {"\x16\x16\x01", "\x01\x02\x03\x04",
					     "\x01\n\n\x02 \n\x03\x04"};
	struct tx_reader reader = {0};
	telex_error error = {0};

	(void)unused;
	for (size_t i = 0; i < sizeof(frames) / sizeof(frames[0]); i++) {
		telex_slice frame = tx_slice_of(frames[i]);
		assert_int_equal(read_anpa_frame(&reader, frame, &error), TELEX_ERR_SYNTAX);
		assert_int_equal(error.line, 1);
	}
	tx_reader_done(&reader);
}

static void test_alert_of_line_2(void **unused)
{
	struct tx_reader reader = {0};

	(void)unused;
	assert_int_equal(
		read_anpa_frame(&reader,
				TX_LIT(LINE_1 "nu f BC-ECUADOR   03-09 0114\n\x02x\x03\x04"), NULL),
		TELEX_OK);
	assert_non_null(reader.stories.first->alerts);
	assert_int_equal(reader.stories.first->alerts->code, TX_WARN_ENVELOPE_BROKEN);
	tx_reader_done(&reader);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_cut_off_anywhere),
		cmocka_unit_test(test_plain_copy_is_where_it_stands),
		cmocka_unit_test(test_nothing_to_take),
		cmocka_unit_test(test_alert_of_line_2),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
