/* Datelines of every agency, and what only looks like one. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "tokenizer/dateline/dateline.h"

struct row {
	const char *line;
	const char *text;   /* the dateline; NULL: none */
	const char *places; /* with qualifiers in brackets, joined by '|' */
	unsigned month, day;
	int year;
	const char *marks; /* joined by '|' */
};

static const struct row rows[] = {
	{"Don Benito (Badajoz), 25 may (EFE).- El", "Don Benito (Badajoz), 25 may (EFE).-",
	 "Don Benito (Badajoz)", 5, 25, 0, "EFE"},
	{"Multan, Pakistan, Jan 24 (EFE).- The", "Multan, Pakistan, Jan 24 (EFE).-",
	 "Multan (Pakistan)", 1, 24, 0, "EFE"},
	{"Montevidéu, 12 jul (EFE).- O", "Montevidéu, 12 jul (EFE).-", "Montevidéu", 7, 12, 0,
	 "EFE"},
	{"Barcelona, 12 d'abril (EFE).- El", "Barcelona, 12 d'abril (EFE).-", "Barcelona", 4, 12, 0,
	 "EFE"},
	{"Madrid (EFE).- Text", "Madrid (EFE).-", "Madrid", 0, 0, 0, "EFE"},
	{"(EFE).- Text", "(EFE).-", "", 0, 0, 0, "EFE"},
	{"Tehran, April 19 (EFE).\xe2\x80\x94 Iran", "Tehran, April 19 (EFE).\xe2\x80\x94",
	 "Tehran", 4, 19, 0, "EFE"},
	{"Moscú, 1 ene (EFE).-La capital", "Moscú, 1 ene (EFE).-", "Moscú", 1, 1, 0, "EFE"},
	{"Bruselas, (EFECOM).- La", "Bruselas, (EFECOM).-", "Bruselas", 0, 0, 0, "EFECOM"},
	{"San Salvador, 4 feb (ACAN-EFE).- El", "San Salvador, 4 feb (ACAN-EFE).-", "San Salvador",
	 2, 4, 0, "ACAN-EFE"},
	{"Madrid/Bruselas, 3 oct (EFE).- Los", "Madrid/Bruselas, 3 oct (EFE).-", "Madrid|Bruselas",
	 10, 3, 0, "EFE"},
	{"Madrid / Mérida (EFE).- Los", "Madrid / Mérida (EFE).-", "Madrid|Mérida", 0, 0, 0, "EFE"},
	{"Túnez, 3 mar (AFP/EFE).- El", "Túnez, 3 mar (AFP/EFE).-", "Túnez", 3, 3, 0, "AFP|EFE"},
	{"BUENOS AIRES, Argentina (AP) _ Tests", "BUENOS AIRES, Argentina (AP) _",
	 "BUENOS AIRES (Argentina)", 0, 0, 0, "AP"},
	{"CHATHAM, Mass. (AP) \xe2\x80\x94 The", "CHATHAM, Mass. (AP) \xe2\x80\x94",
	 "CHATHAM (Mass.)", 0, 0, 0, "AP"},
	{"Paris, 21 jan 2019 (AFP) - Le", "Paris, 21 jan 2019 (AFP) -", "Paris", 1, 21, 2019,
	 "AFP"},
	{"Washington, May 12, 2017 (AFP) - The", "Washington, May 12, 2017 (AFP) -", "Washington",
	 5, 12, 2017, "AFP"},
	{"NEW YORK, Jan 21 (Reuters) - Gold", "NEW YORK, Jan 21 (Reuters) -", "NEW YORK", 1, 21, 0,
	 "Reuters"},
	{"Jan 30 (Reuters) - Gold", "Jan 30 (Reuters) -", "", 1, 30, 0, "Reuters"},
	{"CHICAGO, April 7 - The", "CHICAGO, April 7 -", "CHICAGO", 4, 7, 0, ""},
	{"omaha, april 7 - The", "omaha, april 7 -", "omaha", 4, 7, 0, ""},
	{"****SANTO DOMINGO, March 4 - The", "****SANTO DOMINGO, March 4 -", "SANTO DOMINGO", 3, 4,
	 0, ""},
	{"FARMINGTON Conn., March 9 - The", "FARMINGTON Conn., March 9 -", "FARMINGTON (Conn.)", 3,
	 9, 0, ""},
	{"Ludwigshafen/Speyer (dpa) - Der", "Ludwigshafen/Speyer (dpa) -", "Ludwigshafen|Speyer", 0,
	 0, 0, "dpa"},
	{"(ANSA) - ROME, JUL 11 - Police", "(ANSA) - ROME, JUL 11 -", "ROME", 7, 11, 0, "ANSA"},
	{"Lisboa, 12 mar 2020 (Lusa) \xe2\x80\x93 O", "Lisboa, 12 mar 2020 (Lusa) \xe2\x80\x93",
	 "Lisboa", 3, 12, 2020, "Lusa"},
	{"MOSCOW, January 21. /TASS/. The", "MOSCOW, January 21. /TASS/.", "MOSCOW", 1, 21, 0,
	 "TASS"},
	{"BEIJING, March 31 (Xinhua) -- The", "BEIJING, March 31 (Xinhua) --", "BEIJING", 3, 31, 0,
	 "Xinhua"},
	{"BEIJING, 10 août (Xinhua) -- La", "BEIJING, 10 août (Xinhua) --", "BEIJING", 8, 10, 0,
	 "Xinhua"},
	{"SAITAMA, Japan, Dec. 9 Kyodo - Urawa", "SAITAMA, Japan, Dec. 9 Kyodo -",
	 "SAITAMA (Japan)", 12, 9, 0, "Kyodo"},
	{"SEOUL, Nov. 24 (Yonhap) -- A", "SEOUL, Nov. 24 (Yonhap) --", "SEOUL", 11, 24, 0,
	 "Yonhap"},
	{"STUTTGART (ALEMANIA), 6 (EUROPA PRESS)", "STUTTGART (ALEMANIA), 6 (EUROPA PRESS)",
	 "STUTTGART (ALEMANIA)", 0, 6, 0, "EUROPA PRESS"},
	{"La Habana, 13 nov (Prensa Latina) El", "La Habana, 13 nov (Prensa Latina)", "La Habana",
	 11, 13, 0, "Prensa Latina"},
	{"México, (Notimex).- El", "México, (Notimex).-", "México", 0, 0, 0, "Notimex"},
	{"ROCHEFORT 31/07 (BELGA) = C'est", "ROCHEFORT 31/07 (BELGA) =", "ROCHEFORT", 7, 31, 0,
	 "BELGA"},
	{"Paris (ats afp) Le", "Paris (ats afp)", "Paris", 0, 0, 0, "ats|afp"},
	{"København /ritzau/: En", "København /ritzau/:", "København", 0, 0, 0, "ritzau"},
	{"8.10.2026, Warszawa (PAP) - Sejm", "8.10.2026, Warszawa (PAP) -", "Warszawa", 10, 8, 2026,
	 "PAP"},
	{"Praha 14. července (ČTK) - Vláda", "Praha 14. července (ČTK) -", "Praha", 7, 14, 0,
	 "ČTK"},
	{"DHAKA, Bangladesh (AA) \xe2\x80\x93 A", "DHAKA, Bangladesh (AA) \xe2\x80\x93",
	 "DHAKA (Bangladesh)", 0, 0, 0, "AA"},
	{"New Delhi, July 26 (IANS) Hours", "New Delhi, July 26 (IANS)", "New Delhi", 7, 26, 0,
	 "IANS"},
	{"SYDNEY March 22 AAP - A", "SYDNEY March 22 AAP -", "SYDNEY", 3, 22, 0, "AAP"},
	{"Washington (CNN) -- The", "Washington (CNN) --", "Washington", 0, 0, 0, "CNN"},
	{"LIMA, 16 JAN 90 (TELEVISION PERUANA) -- The", "LIMA, 16 JAN 90 (TELEVISION PERUANA) --",
	 "LIMA", 1, 16, 1990, "TELEVISION PERUANA"},
	{"AUSTIN, Texas, Feb. 1, 2017 /PRNewswire-AsiaNet/ -- A",
	 "AUSTIN, Texas, Feb. 1, 2017 /PRNewswire-AsiaNet/ --", "AUSTIN (Texas)", 2, 1, 2017,
	 "PRNewswire-AsiaNet"},
	{"London (dpa)\xc2\xa0- The", "London (dpa)\xc2\xa0-", "London", 0, 0, 0, "dpa"},
	{"BAGUIO, Philippines - Military", "BAGUIO, Philippines -", "BAGUIO (Philippines)", 0, 0, 0,
	 ""},
	{"In a statement (Reuters) reported that", NULL, NULL, 0, 0, 0, NULL},
	{"The People's Action Party (PAP) won the vote", NULL, NULL, 0, 0, 0, NULL},
	{"El ministro informó a Efe de que", NULL, NULL, 0, 0, 0, NULL},
	{"Note, May 12 (updated) - read", NULL, NULL, 0, 0, 0, NULL},
	{"ROTTERDAM PORT SUBSIDY TO END JULY 1 - MINISTER", NULL, NULL, 0, 0, 0, NULL},
	{"U.S. BILL AUCTIONS SEEN AT 5.63-65, 5.59-61 PCT", NULL, NULL, 0, 0, 0, NULL},
	{"CORRECTION - ROME - ITALIAN JANUARY PRODUCTION", NULL, NULL, 0, 0, 0, NULL},
	{"He said \"Paris, May 3 (AFP) - nothing\"", NULL, NULL, 0, 0, 0, NULL},
	{"On Tuesday the company (founded 1999) - said", NULL, NULL, 0, 0, 0, NULL},
	{"Spain beats Italy 2-1", NULL, NULL, 0, 0, 0, NULL},
	{"", NULL, NULL, 0, 0, 0, NULL},
	{"(", NULL, NULL, 0, 0, 0, NULL},
	{"()", NULL, NULL, 0, 0, 0, NULL},
	{"((((((((((", NULL, NULL, 0, 0, 0, NULL},
};

static size_t append(char *out, size_t len, telex_slice s)
{
	memcpy(out + len, s.ptr, s.len);
	return len + s.len;
}

static void write_places(const struct tx_dateline_parts *parts, char *out)
{
	size_t len = 0;

	for (size_t i = 0; i < parts->place_count; i++) {
		if (i > 0)
			out[len++] = '|';
		len = append(out, len, parts->places[i]);
		if (parts->qualifiers[i].ptr == NULL)
			continue;
		len = append(out, len, TX_LIT(" ("));
		len = append(out, len, parts->qualifiers[i]);
		out[len++] = ')';
	}
	out[len] = '\0';
}

static void write_marks(const struct tx_dateline_parts *parts, char *out)
{
	size_t len = 0;

	for (size_t i = 0; i < parts->mark_count; i++) {
		if (i > 0)
			out[len++] = '|';
		len = append(out, len, parts->marks[i]);
	}
	out[len] = '\0';
}

static void check_row(const struct row *row)
{
	struct tx_dateline_parts parts;
	char text[512], places[512], marks[512];
	bool found = tx_dateline_find(tx_slice_of(row->line), TX_DATELINE_UNMARKED, &parts);

	if (row->text == NULL) {
		/* A loose one is a dateline where its place is known: none is here. */
		found = found && !parts.loose;
		if (found)
			print_error("a dateline in: %s\n", row->line);
		assert_false(found);
		return;
	}
	if (!found)
		print_error("no dateline in: %s\n", row->line);
	assert_true(found);
	text[append(text, 0, parts.text)] = '\0';
	write_places(&parts, places);
	write_marks(&parts, marks);
	assert_string_equal(text, row->text);
	assert_string_equal(places, row->places);
	assert_string_equal(marks, row->marks);
	assert_int_equal(parts.date.month, row->month);
	assert_int_equal(parts.date.day, row->day);
	assert_int_equal(parts.date.year, row->year);
}

static void datelines_are_read(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		check_row(&rows[i]);
}

static void every_prefix_is_harmless(void **state)
{
	struct tx_dateline_parts parts;

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		telex_slice line = tx_slice_of(rows[i].line);
		for (size_t len = 0; len <= line.len; len++) {
			bool found = tx_dateline_find(tx_slice_take(line, len),
						      TX_DATELINE_UNMARKED, &parts);
			assert_true(!found || parts.text.len <= len);
		}
	}
}

static void a_garbled_date_is_told(void **state)
{
	struct tx_dateline_parts parts;

	(void)state;
	assert_true(
		tx_dateline_find(TX_LIT("NEW YORK, Narch 2 - The"), TX_DATELINE_UNMARKED, &parts));
	assert_true(parts.date_wrong);
	assert_true(tx_dateline_find(TX_LIT("Madrid, 31 feb (EFE).- El"), TX_DATELINE_UNMARKED,
				     &parts));
	assert_true(parts.date_wrong);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(datelines_are_read),
		cmocka_unit_test(every_prefix_is_harmless),
		cmocka_unit_test(a_garbled_date_is_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
