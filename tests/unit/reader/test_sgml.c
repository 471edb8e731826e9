/* The research collections' SGML: what each document states, its copy, broken ones. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "reader/sgml/sgml.h"

#define STATED_MAX 14

struct stated {
	enum tx_field field;
	const char *value; /* of lists: code or name; NULL ends the table, "" means: not stated */
};

struct row {
	const char *name;
	tx_unwrap_fn *unwrap;
	const char *frame;
	struct stated stated[STATED_MAX];
	enum tx_copy_kind kind;
	const char *copy;
	uint32_t alert; /* line of the first one, 0 = none */
};

#define REUTERS(attributes, inside) "<REUTERS " attributes ">\n" inside "\n</REUTERS>\n"
#define DOC(inside)                 "<DOC>\n" inside "</DOC>\n"

static const struct row rows[] = {
	{"Reuters, a whole document",
	 tx_reuters21578_unwrap,
	 "<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n" REUTERS(
		 "TOPICS=\"YES\" NEWID=\"17\"",
		 "<DATE> 7-APR-1987 11:02:35.07</DATE>\n<TOPICS><D>grain</D><D>oat</D></TOPICS>\n"
		 "<MKNOTE>x</MKNOTE><UNKNOWN> \n&#5;&#5;&#5;C G\n&#22;&#22;&#1;f1137&#31;reute\n"
		 "b f BC-BARN-&lt;QZX>-SALE   04-07 0120</UNKNOWN>\n<TEXT>&#2;\n"
		 "<TITLE>BARNS &lt;QZX> SOLD</TITLE>\n<AUTHOR>    By Nell Oakes, Reuters</AUTHOR>\n"
		 "<DATELINE>    CHICAGO, April 7 - </DATELINE><BODY>A firm\nsold.\n    It said "
		 "so.\n"
		 " Reuter\n&#3;</BODY></TEXT>"),
	 {{TX_FIELD_ID, "reut2-17"},
	  {TX_FIELD_ISSUED, "7-APR-1987 11:02:35.07"},
	  {TX_FIELD_SUBJECT, "grain"},
	  {TX_FIELD_SUBJECT, "QZX"},
	  {TX_FIELD_SERVICE, "f reute"},
	  {TX_FIELD_SEQUENCE, "1137"},
	  {TX_FIELD_PRIORITY, "b"},
	  {TX_FIELD_SLUG, "BC-BARN-<QZX>-SALE"},
	  {TX_FIELD_WORDS, "0120"},
	  {TX_FIELD_HEADLINE, "BARNS <QZX> SOLD"},
	  {TX_FIELD_BYLINE, "By Nell Oakes, Reuters"}},
	 TX_COPY_PLAIN,
	 "    By Nell Oakes, Reuters\n    CHICAGO, April 7 - A firm\nsold.\n    It said so.\n"
	 " Reuter\n ",
	 0},
	{"Reuters, a brief",
	 tx_reuters21578_unwrap,
	 REUTERS("NEWID=\"18\"", "<TEXT TYPE=\"BRIEF\">&#2;\n******<TITLE>BARNS SOLD\n</TITLE>Blah "
				 "blah.\n&#3;</TEXT>"),
	 {{TX_FIELD_HEADLINE, "BARNS SOLD"}, {TX_FIELD_AGENCY, "REUTERS"}},
	 TX_COPY_PLAIN,
	 "",
	 0},
	{"Reuters, unprocessed",
	 tx_reuters21578_unwrap,
	 REUTERS("NEWID=\"19\"",
		 "<TEXT TYPE=\"UNPROC\">&#2;\nTARN CO &lt;TRN> NET\n    Shr 2 vs 3\n&#3;</TEXT>"),
	 {{TX_FIELD_HEADLINE, ""}},
	 TX_COPY_WHOLE,
	 " \nTARN CO <TRN> NET\n    Shr 2 vs 3\n ",
	 0},
	{"Reuters, lists without end tags, no header, a row taken for a dateline",
	 tx_reuters21578_unwrap,
	 REUTERS("NEWID=\"20\"",
		 "<PLACES><D>usa<D>uk</PLACES><UNKNOWN>what</UNKNOWN><TEXT><DATELINE>GRADINGS - "
		 "</DATELINE><BODY>\n    Few < many & <X> rose.</BODY></TEXT>"),
	 {{TX_FIELD_PLACE, "usa"}, {TX_FIELD_PLACE, "uk"}, {TX_FIELD_SLUG, ""}},
	 TX_COPY_PLAIN,
	 "    GRADINGS - Few < many & <X> rose.",
	 0},
	{"Reuters, cut off",
	 tx_reuters21578_unwrap,
	 "<REUTERS NEWID=\"21\">\n<TEXT>\n<TITLE>CUT</TITLE><BODY>It ends in the mid",
	 {{TX_FIELD_ID, "reut2-21"}, {TX_FIELD_HEADLINE, "CUT"}},
	 TX_COPY_PLAIN,
	 "It ends in the mid",
	 3},
	{"EFE, slug and headline",
	 tx_trec_unwrap,
	 DOC("<DOCNO>EFE19940107-00002</DOCNO>\n<DOCID>other</DOCID><DATE>19940107</DATE>\n"
	     "<TIME>00.34</TIME><SCATE>POX</SCATE><DESTINO>ICX MUN</DESTINO>"
	     "<CATEGORY>POLITICA</CATEGORY>\n<CLAVE>DP2403</CLAVE><PRIORIDAD>U</PRIORIDAD>\n"
	     "<TITLE>   RUSIA-CHECHENIA\n           LAS TROPAS, CERCA\n</TITLE>\n"
	     "<TEXT>    Villar, 7 ene (EFE).-Uno\n dos.\n    Tres\".EFE\n    mrc/PL\n</TEXT>\n"),
	 {{TX_FIELD_ID, "EFE19940107-00002"},
	  {TX_FIELD_AGENCY, "EFE"},
	  {TX_FIELD_ISSUED, "19940107 00.34"},
	  {TX_FIELD_CATEGORY, "POX"},
	  {TX_FIELD_CATEGORY_NAME, "POLITICA"},
	  {TX_FIELD_SERVICE, "ICX MUN"},
	  {TX_FIELD_SEQUENCE, "DP2403"},
	  {TX_FIELD_PRIORITY, "U"},
	  {TX_FIELD_URGENCY, "3"},
	  {TX_FIELD_SLUG, "RUSIA-CHECHENIA"},
	  {TX_FIELD_HEADLINE, "LAS TROPAS, CERCA"}},
	 TX_COPY_PLAIN,
	 "    Villar, 7 ene (EFE).-Uno\n dos.\n    Tres\".EFE\n    mrc/PL\n",
	 0},
	{"EFE, a headline on two lines",
	 tx_trec_unwrap,
	 DOC("<DOCNO>1</DOCNO><TITLE>EL GOBIERNO DE VALDORIA APLAZA\nLAS ELECCIONES</TITLE>"),
	 {{TX_FIELD_SLUG, ""},
	  {TX_FIELD_HEADLINE, "EL GOBIERNO DE VALDORIA APLAZA LAS ELECCIONES"}},
	 TX_COPY_PLAIN,
	 "",
	 0},
	{"EFE, nothing but a slug",
	 tx_trec_unwrap,
	 DOC("<DOCNO>1</DOCNO><TITLE>RUSIA-CHECHENIA</TITLE>"),
	 {{TX_FIELD_SLUG, "RUSIA-CHECHENIA"}, {TX_FIELD_HEADLINE, ""}},
	 TX_COPY_PLAIN,
	 "",
	 0},
	{"AP, the wire's lines",
	 tx_trec_unwrap,
	 DOC("<DOCNO> AP880212-0004 </DOCNO>\n<FILEID>AP-NR-02-12-88 1637EST</FILEID>\n"
	     "<1ST_LINE>r w AM-MapleSup     02-12 0155</1ST_LINE>\n"
	     "<2ND_LINE>AM-Maple Sup, 1st Ld,150</2ND_LINE>\n<HEAD>Eds: Also moved</HEAD>\n"
	     "<HEAD>Syrup &AMP; Barrels</HEAD>\n<BYLINE>By AMOS PELL</BYLINE>\n"
	     "<BYLINE>AP Writer</BYLINE>\n<DATELINE>MONTPELIER (AP) _ </DATELINE>\n"
	     "<TEXT>\n   One.\n   Two.\n</TEXT>\n<TEXT>\n   Three.\n</TEXT>\n"),
	 {{TX_FIELD_ISSUED, "1988-02-12T16:37:00 EST"},
	  {TX_FIELD_AGENCY, "AP"},
	  {TX_FIELD_SERVICE, "AP-NR"},
	  {TX_FIELD_CATEGORY, "w"},
	  {TX_FIELD_SLUG, "AM-Maple Sup"},
	  {TX_FIELD_VERSION, "1"},
	  {TX_FIELD_NOTE_UPDATE, "1st Ld"},
	  {TX_FIELD_WORDS, "0155"},
	  {TX_FIELD_NOTE_ADVISORY, "Eds: Also moved"},
	  {TX_FIELD_HEADLINE, "Syrup & Barrels"},
	  {TX_FIELD_BYLINE, "By AMOS PELL"},
	  {TX_FIELD_DATELINE, "MONTPELIER (AP) _"}},
	 TX_COPY_PLAIN,
	 "By AMOS PELL\nAP Writer\n   MONTPELIER (AP) _ One.\n   Two.\n\n   Three.\n",
	 0},
	{"AP, a dateline without its dash",
	 tx_trec_unwrap,
	 DOC("<DOCNO>1</DOCNO><DATELINE>SELWYN (AP) </DATELINE>\n<TEXT>\n   One.\n</TEXT>\n"),
	 {{TX_FIELD_DATELINE, "SELWYN (AP)"}},
	 TX_COPY_PLAIN,
	 "\n   One.\n",
	 0},
	{"TREC, paragraphs that nothing closes, entities",
	 tx_trec_unwrap,
	 DOC("<DOCID>AFP940512-0001</DOCID><STORYID cat=i pri=u> A07 </STORYID>\n"
	     "<TEXT>\n<p>\nUn d&iacute;a &#233; &#xE9;\nm&aacute;s.\n<p>\nDos &nada; A&B; "
	     "&#2;x.\n</TEXT>\n"),
	 {{TX_FIELD_ID, "AFP940512-0001"}, {TX_FIELD_SEQUENCE, "A07"}, {TX_FIELD_PRIORITY, "u"}},
	 TX_COPY_BLOCKS,
	 "Un d\xc3\xad"
	 "a \xc3\xa9 \xc3\xa9 m\xc3\xa1s.\nDos &nada; A&B;  x.\n",
	 0},
	{"TREC, text in no element",
	 tx_trec_unwrap,
	 DOC("<DOCNO>1</DOCNO>\nNothing but text.\n"),
	 {{TX_FIELD_ID, "1"}},
	 TX_COPY_PLAIN,
	 "\nNothing but text.\n",
	 0},
	{"TREC, elements without end tags",
	 tx_trec_unwrap,
	 DOC("<DOCNO>1\n<NEW>a<OTHER>b<DATE>19940101\n<TEXT>One.\n"),
	 {{TX_FIELD_ID, "1"}, {TX_FIELD_ISSUED, "19940101"}},
	 TX_COPY_PLAIN,
	 "One.\n",
	 5},
	{"Gigaword, a story",
	 tx_gigaword_unwrap,
	 "<DOC id=\"AFP_SPA_19940512.0001\" type=\"story\" >\n<HEADLINE>\nLluvia\n</HEADLINE>\n"
	 "<DATELINE>\nVillar, 12 may (AFP) - "
	 "\n</DATELINE>\n<TEXT>\n<P>\nLlovi\xc3\xb3\nayer.\n</P>\n"
	 "<P>\nY hoy.\n</P>\n</TEXT>\n</DOC>\n",
	 {{TX_FIELD_ID, "AFP_SPA_19940512.0001"},
	  {TX_FIELD_SERVICE, "AFP_SPA"},
	  {TX_FIELD_AGENCY, "AFP"},
	  {TX_FIELD_LANGUAGE, "es"},
	  {TX_FIELD_SEQUENCE, "0001"},
	  {TX_FIELD_ISSUED, "19940512"},
	  {TX_FIELD_GENRE, "story"},
	  {TX_FIELD_HEADLINE, "Lluvia"}},
	 TX_COPY_BLOCKS,
	 "Villar, 12 may (AFP) - Llovi\xc3\xb3 ayer.\nY hoy.\n",
	 0},
	{"Gigaword, a slug in the dateline",
	 tx_gigaword_unwrap,
	 "<DOC id='NYT_ENG_19990401.0002' type='story'><DATELINE>\nPINE FORK, Ariz. (BC-VOTE-AZR)\n"
	 "</DATELINE><TEXT><P>One.</P></TEXT></DOC>",
	 {{TX_FIELD_SLUG, "BC-VOTE-AZR"}, {TX_FIELD_DATELINE, "PINE FORK, Ariz."}},
	 TX_COPY_BLOCKS,
	 "One.\n",
	 0},
	{"Gigaword, an advisory",
	 tx_gigaword_unwrap,
	 "<DOC id=\"XIN_ENG_20010214.0003\" type=\"advis\">\n<TEXT>\n   We "
	 "will\nsend.\n</TEXT>\n</DOC>",
	 {{TX_FIELD_GENRE, "advis"}, {TX_FIELD_AGENCY, "XIN"}},
	 TX_COPY_PLAIN,
	 "\n   We will\nsend.\n",
	 0},
};

/* How often the story states it. */
static size_t count_stated(const struct tx_story *story, enum tx_field field, telex_slice value)
{
	size_t count = 0;

	if (field < TX_FIELD__SINGLE)
		return tx_slice_eq(tx_story_fact(story, field), value);
	for (const struct tx_entry *e = story->entries; e != NULL; e = e->next)
		count += e->field == field &&
			 tx_slice_eq(e->term.code.len > 0 ? e->term.code : e->term.name, value);
	return count;
}

static void check_story(const struct row *row, const struct tx_story *story)
{
	for (size_t i = 0; i < STATED_MAX && row->stated[i].value != NULL; i++) {
		const struct stated *want = &row->stated[i];
		if (count_stated(story, want->field, tx_slice_of(want->value)) != 1)
			fail_msg("%s: field %d is not '%s'", row->name, (int)want->field,
				 want->value);
	}
	telex_slice copy = tx_slice_of(row->copy);
	if (!tx_slice_ends(story->text, copy) || story->kind != row->kind ||
	    (row->kind != TX_COPY_WHOLE && story->text.len - story->copy_start != copy.len))
		fail_msg("%s: kind %d, text [%.*s]", row->name, (int)story->kind,
			 (int)story->text.len, story->text.ptr);
	uint32_t line = story->alerts == NULL ? 0 : story->alerts->line;
	if (line != row->alert)
		fail_msg("%s: alert on line %u", row->name, line);
}

static void done(struct tx_reader *reader)
{
	tx_arena_done(&reader->arena);
	tx_buffer_done(&reader->copy);
}

static void documents_are_read(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct tx_reader reader = {.leftovers = true};
		telex_error error = {0};
		if (rows[i].unwrap(&reader, tx_slice_of(rows[i].frame), &error) != TELEX_OK ||
		    reader.stories.count != 1)
			fail_msg("%s: %zu stories, %s", rows[i].name, reader.stories.count,
				 error.message);
		check_story(&rows[i], reader.stories.first);
		done(&reader);
	}
}

/* Frames that hold no document, or more than one. */
static void frames_are_judged(void **state)
{
	static const struct {
		const char *frame;
		telex_status status;
		size_t stories;
	} frames[] = {
		{"", TELEX_ERR_SYNTAX, 0},
		{"</COLLECTION>\n", TELEX_ERR_SYNTAX, 0},
		{"<DOC>\n</DOC>\n", TELEX_ERR_SYNTAX, 0},
		{"no tags at all", TELEX_ERR_SYNTAX, 0},
		{"<DOC", TELEX_ERR_SYNTAX, 0},
		{"<DOC><DOCNO>1<DOC><DOCNO>2</DOC>", TELEX_OK, 2},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(frames) / sizeof(frames[0]); i++) {
		struct tx_reader reader = {.leftovers = true};
		telex_status status = tx_trec_unwrap(&reader, tx_slice_of(frames[i].frame), NULL);
		if (status != frames[i].status || reader.stories.count != frames[i].stories)
			fail_msg("%s: status %d, %zu stories", frames[i].frame, (int)status,
				 reader.stories.count);
		done(&reader);
	}
}

/* What is in no table is kept, if it is wanted. */
static void leftovers_are_kept(void **state)
{
	static const char frame[] =
		DOC("<DOCNO>1</DOCNO><NUM>152</NUM><HEAD>A</HEAD><HEAD>B</HEAD>");

	(void)state;
	for (unsigned wanted = 0; wanted < 2; wanted++) {
		struct tx_reader reader = {.leftovers = wanted};
		size_t count = 0;
		assert_int_equal(tx_trec_unwrap(&reader, tx_slice_of(frame), NULL), TELEX_OK);
		for (const struct tx_leftover *l = reader.stories.first->leftovers; l != NULL;
		     l = l->next)
			count += tx_slice_is(l->value, "152") || tx_slice_is(l->value, "B");
		assert_int_equal(count, wanted * 2);
		done(&reader);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(documents_are_read),
		cmocka_unit_test(frames_are_judged),
		cmocka_unit_test(leftovers_are_kept),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
