/* ANPA-1312's coded text: header lines, paragraphs, signs, rows of tables. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "anpa_rows.h"

static const struct anpa_row rows[] = {
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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_cut_off_anywhere),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
