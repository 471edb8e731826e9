/* ANPA-1312: what the envelope states, what the coded text states, the copy, and what is lost. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "reader/control/control.h"

#define WANTS_MAX 16

struct want {
	enum tx_field field;
	const char *value; /* entries of lists joined by '|'; "" = not stated */
};

struct row {
	const char *name;
	const char *bytes;
	size_t len;
	struct want wants[WANTS_MAX];
	size_t count;
	const char *copy;  /* NULL: not looked at */
	const char *kinds; /* of its pieces: h headline, s slug, c crosshead, t table, r rule */
};

#define BYTES(literal) (literal), sizeof(literal) - 1
#define LINE_1                                                                                     \
	"\x16\x16\x01W2870\x1f"                                                                    \
	"asian\r\n"
#define LINE_2     "r i\x13\x11 BC-AS--Nepal-Lost Umbrel   11-13 0349\r\n"
#define TABLE_2    "r z\x14\x12 BC-HKO--Icy League   05-17 0120\r\n"
#define START      LINE_1 LINE_2 "\x02"
#define TABLE      LINE_1 TABLE_2 "\x02"
#define KEYWORD    "^BC-AS--Nepal-Lost Umbrellas,349<\r\n"
#define TITLE      KEYWORD "^Airport returns umbrellas<\r\n"
#define END        "\x03\t   AP-WF-11-13-13 1509GMT<\r\n\x0c\r\n\x04"
#define TITLE_TEXT "BC-AS--Nepal-Lost Umbrellas\nAirport returns umbrellas\n"

static const struct row rows[] = {
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
	{"header lines",
	 BYTES(START TITLE
	       "^AP Photo XNP101, XNP102.<\r\n^Eds: With AP Photos.<\r\n^Eds: CORRECTS year.<\r\n"
	       "^By BINA RAI and LEE=\r\n^AP Sports Writer=\r\n\t   KATHMANDU (AP) _ One.\r\n" END),
	 {{TX_FIELD_SLUG, "BC-AS--Nepal-Lost Umbrellas"},
	  {TX_FIELD_HEADLINE, "Airport returns umbrellas"},
	  {TX_FIELD_MEDIA, "XNP101|XNP102"},
	  {TX_FIELD_NOTE_MEDIA, "AP Photo XNP101, XNP102."},
	  {TX_FIELD_NOTE_ADVISORY, "Eds: With AP Photos."},
	  {TX_FIELD_NOTE_CORRECTION, "Eds: CORRECTS year."},
	  {TX_FIELD_BYLINE, "By BINA RAI and LEE"},
	  {TX_FIELD_ROLE, "AP Sports Writer"}},
	 8,
	 TITLE_TEXT "KATHMANDU (AP) \xe2\x80\x94 One.\n",
	 "sh"},
	{"a desk's mark before the keyword",
	 BYTES(START "^*9006< ^AP-Top-News,0176<\r\n^Top news<\r\n" END),
	 {{TX_FIELD_SLUG, "AP-Top-News"}, {TX_FIELD_HEADLINE, "Top news"}},
	 2,
	 NULL,
	 NULL},
	{"a headline without a keyword line",
	 BYTES(START "^Cats rule<\r\n\t   Text.\r\n" END),
	 {{TX_FIELD_SLUG, "BC-AS--Nepal-Lost Umbrel"}, {TX_FIELD_HEADLINE, "Cats rule"}},
	 2,
	 NULL,
	 NULL},
	{"a headline that looks like a byline",
	 BYTES(START KEYWORD "^By the numbers: cats<\r\n^By A. ROE=\r\n" END),
	 {{TX_FIELD_HEADLINE, "By the numbers: cats"}, {TX_FIELD_BYLINE, "By A. ROE"}},
	 2,
	 NULL,
	 NULL},
	{"a headline that looks like media",
	 BYTES(START KEYWORD "^NASA Photo shows a cat<\r\n" END),
	 {{TX_FIELD_HEADLINE, "NASA Photo shows a cat"}, {TX_FIELD_MEDIA, ""}},
	 2,
	 NULL,
	 NULL},
	{"a header line in two",
	 BYTES(START TITLE "^By BINA RAI and\r\nLEE COHN=\r\n\t   Text.\r\n" END),
	 {{TX_FIELD_BYLINE, "By BINA RAI and LEE COHN"}},
	 1,
	 TITLE_TEXT "Text.\n",
	 "sh"},
	{"crossheads are no role",
	 BYTES(START TITLE "^By A. ROE=\r\n^NORTH=\r\n^South Side=\r\n\t   Text.\r\n" END),
	 {{TX_FIELD_ROLE, ""}},
	 1,
	 TITLE_TEXT "NORTH\nSouth Side\nText.\n",
	 "shcc"},
	{"a house has no role",
	 BYTES(START TITLE "^By The Associated Press=\r\n^South Side=\r\n\t   Text.\r\n" END),
	 {{TX_FIELD_ROLE, ""}},
	 1,
	 TITLE_TEXT "South Side\nText.\n",
	 "shc"},
	{"a kill",
	 BYTES(START KEYWORD "^BULLETIN KILL=\r\n^EDITORS: Kill Cat, V0071.<\r\n" END),
	 {{TX_FIELD_NOTE_KILL, "BULLETIN KILL|EDITORS: Kill Cat, V0071."},
	  {TX_FIELD_STATUS, "kill"},
	  {TX_FIELD_HEADLINE, ""}},
	 3,
	 NULL,
	 NULL},
	{"lines without an end are paragraphs",
	 BYTES(START TITLE "^First\r\n^Second\r\n" END),
	 {{TX_FIELD_BYLINE, ""}},
	 1,
	 TITLE_TEXT "First\nSecond\n",
	 "sh"},
	{"paragraphs",
	 BYTES(START TITLE "\t   One goes\r\non here.\r\n \r\n\t   Two.<\r\nThree.\r\n\t   "
			   "___\r\n\t   Four.=\r\n" END),
	 {{TX_FIELD_ROLE, ""}},
	 1,
	 TITLE_TEXT "One goes on here.\nTwo.\nThree.\n___\nFour.\n",
	 "shr"},
	{"an address that ends in =",
	 BYTES(START TITLE "\t   See http://a.example/?id=\r\n" END),
	 {{TX_FIELD_ROLE, ""}},
	 1,
	 TITLE_TEXT "See http://a.example/?id=\n",
	 "sh"},
	{"quotation marks",
	 BYTES(START TITLE
	       "\t   ``He said `don't go,''' it's '90s. `Ay, he\r\nme,' he said.\r\n" END),
	 {{TX_FIELD_ROLE, ""}},
	 1,
	 TITLE_TEXT "\xe2\x80\x9cHe said \xe2\x80\x98"
		    "don't go,\xe2\x80\x99\xe2\x80\x9d it's '90s. \xe2\x80\x98"
		    "Ay, he me,\xe2\x80\x99 he said.\n",
	 "sh"},
	{"dashes, fractions, controls",
	 BYTES(START TITLE "\t   A _ b a_b@c.example 3{ {x} Tampa\x10"
			   "Bay New\x10 York no wrong\x18word \x0e"
			   "bold\x0f.\r\n" END),
	 {{TX_FIELD_ROLE, ""}},
	 1,
	 TITLE_TEXT
	 "A \xe2\x80\x94 b a_b@c.example 3\xc2\xbd {x} Tampa Bay New York no word bold.\n",
	 "sh"},
	{"rows",
	 BYTES(TABLE TITLE
	       "^NORTH=\r\n\b^;W;L;GB\x10\r\n\bTampa\x10"
	       "Bay;17;19;_<\r\n\bNew\x10 York;16;21;1{\x10\r\n\bElm;1;2;{\r\n^SOUTH=\r\n\bRome\x1f"
	       "3\x1e"
	       "4\r\n" END),
	 {{TX_FIELD_ROLE, ""}},
	 1,
	 TITLE_TEXT "NORTH\n\tW\tL\tGB\nTampa Bay\t17\t19\t\xe2\x80\x94\nNew "
		    "York\t16\t21\t1\xc2\xbd\nElm\t1\t2\t\xc2\xbd\nSOUTH\nRome\t3\t4\n",
	 "shctct"},
	{"rows without BS",
	 BYTES(TABLE TITLE "\t   It rained; it poured.\r\n\t   ;MIN;MAX<\r\n\t   Oslo;4;9<\r\n\t   "
			   "x - missing<\r\n" END),
	 {{TX_FIELD_ROLE, ""}},
	 1,
	 TITLE_TEXT "It rained; it poured.\n\tMIN\tMAX\nOslo\t4\t9\nx - missing\n",
	 "sht"},
	{"text has semicolons",
	 BYTES(START TITLE "\t   A;b;c\r\n" END),
	 {{TX_FIELD_ROLE, ""}},
	 1,
	 TITLE_TEXT "A;b;c\n",
	 "sh"},
	{"copy without codes stays",
	 BYTES("\x16\x16\x01"
	       "f0704\x1freute\nu f BC-COCOA-REVIEW   02-26 0105\n\x02\nCOCOA\n    SALVADOR, Feb "
	       "26 - Rain.\n\x03\n\x04"),
	 {{TX_FIELD_SLUG, "BC-COCOA-REVIEW"},
	  {TX_FIELD_HEADLINE, ""},
	  {TX_FIELD_ID, "anpa:reute:f0704:02-26"}},
	 3,
	 NULL,
	 ""},
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

static const char kind_letters[] = {
	[TX_PIECE_SLUG] = 's',  [TX_PIECE_HEADLINE] = 'h', [TX_PIECE_CROSSHEAD] = 'c',
	[TX_PIECE_TABLE] = 't', [TX_PIECE_RULE] = 'r',
};

static void append(char *out, telex_slice value)
{
	size_t len = strlen(out);

	assert_true(len + value.len + 2 < 512);
	if (len > 0)
		out[len++] = '|';
	memcpy(out + len, value.ptr, value.len);
	out[len + value.len] = '\0';
}

/* What the story states for a field. */
static void stated(const struct tx_story *story, enum tx_field field, char out[512])
{
	out[0] = '\0';
	if (field < TX_FIELD__SINGLE) {
		if (tx_story_fact(story, field).len > 0)
			append(out, tx_story_fact(story, field));
		return;
	}
	for (const struct tx_entry *e = story->entries; e != NULL; e = e->next) {
		if (e->field == field)
			append(out, e->term.name.len > 0 ? e->term.name : e->term.code);
	}
}

static void check_pieces(const struct row *row, const struct tx_story *story)
{
	char kinds[32] = "";

	for (size_t i = 0; i < story->pieces.count; i++)
		kinds[i] = kind_letters[story->pieces.items[i].kind];
	if (strcmp(kinds, row->kinds) != 0)
		fail_msg("%s: pieces are \"%s\", not \"%s\"", row->name, kinds, row->kinds);
}

static void check_row(const struct row *row)
{
	struct tx_unwrapper unwrapper = {.leftovers = true};
	/* Of its own size, so that a sanitizer sees a read beyond it. */
	char *frame = test_malloc(row->len), got[512];

	memcpy(frame, row->bytes, row->len);
	assert_int_equal(tx_anpa1312_unwrap(&unwrapper, tx_slice(frame, row->len), NULL), TELEX_OK);
	assert_int_equal(unwrapper.stories.count, 1);
	const struct tx_story *story = unwrapper.stories.first;
	for (size_t i = 0; i < row->count; i++) {
		stated(story, row->wants[i].field, got);
		if (strcmp(got, row->wants[i].value) != 0)
			fail_msg("%s: %s is \"%s\", not \"%s\"", row->name,
				 tx_field_key(row->wants[i].field), got, row->wants[i].value);
	}
	if (row->copy != NULL && !tx_slice_is(story->text, row->copy))
		fail_msg("%s: the text is \"%.*s\", not \"%s\"", row->name, (int)story->text.len,
			 story->text.ptr, row->copy);
	if (row->kinds != NULL)
		check_pieces(row, story);
	test_free(frame);
	tx_unwrapper_done(&unwrapper);
}

static void test_rows(void **unused)
{
	(void)unused;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		check_row(&rows[i]);
}

static void test_plain_copy_is_where_it_stands(void **unused)
{
	static const char frame[] = "\x01"
				    "a0012\nu s BC-Cat 09-12\n\x02"
				    "Cat sleeps\n\x03t\n\x04";
	struct tx_unwrapper unwrapper = {0};

	(void)unused;
	assert_int_equal(tx_anpa1312_unwrap(&unwrapper, TX_LIT(frame), NULL), TELEX_OK);
	const struct tx_story *story = unwrapper.stories.first;
	assert_int_equal(story->kind, TX_COPY_WHOLE);
	assert_true(tx_slice_eq(story->text, TX_LIT(frame)));
	assert_memory_equal(story->text.ptr + story->copy_start, "Cat sleeps\n\x03", 12);
	assert_int_equal(story->copy_end - story->copy_start, 11);
	tx_unwrapper_done(&unwrapper);
}

/* Every beginning of every row is read or refused, never worse. */
static void test_cut_off_anywhere(void **unused)
{
	struct tx_unwrapper unwrapper = {0};

	(void)unused;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		for (size_t len = 1; len < rows[i].len; len++) {
			char *frame = test_malloc(len);
			memcpy(frame, rows[i].bytes, len);
			telex_status status =
				tx_anpa1312_unwrap(&unwrapper, tx_slice(frame, len), NULL);
			assert_true(status == TELEX_OK || status == TELEX_ERR_SYNTAX);
			test_free(frame);
		}
	}
	tx_unwrapper_done(&unwrapper);
}

static void test_nothing_to_take(void **unused)
{
	static const char *const frames[] = {"\x16\x16\x01", "\x01\x02\x03\x04",
					     "\x01\n\n\x02 \n\x03\x04"};
	struct tx_unwrapper unwrapper = {0};
	telex_error error;

	(void)unused;
	for (size_t i = 0; i < sizeof(frames) / sizeof(frames[0]); i++) {
		telex_slice frame = tx_slice_of(frames[i]);
		assert_int_equal(tx_anpa1312_unwrap(&unwrapper, frame, &error), TELEX_ERR_SYNTAX);
		assert_int_equal(error.line, 1);
	}
	tx_unwrapper_done(&unwrapper);
}

static void test_alert_of_line_2(void **unused)
{
	struct tx_unwrapper unwrapper = {0};

	(void)unused;
	assert_int_equal(
		tx_anpa1312_unwrap(&unwrapper,
				   TX_LIT(LINE_1 "nu f BC-ECUADOR   03-09 0114\n\x02x\x03\x04"),
				   NULL),
		TELEX_OK);
	assert_non_null(unwrapper.stories.first->alerts);
	assert_int_equal(unwrapper.stories.first->alerts->code, TX_WARN_ENVELOPE_BROKEN);
	tx_unwrapper_done(&unwrapper);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_plain_copy_is_where_it_stands),
		cmocka_unit_test(test_cut_off_anywhere),
		cmocka_unit_test(test_nothing_to_take),
		cmocka_unit_test(test_alert_of_line_2),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
