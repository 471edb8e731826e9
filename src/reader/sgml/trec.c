/* TREC and CLEF: EFE 1994/95 in Spanish, AP 1988-90, AFP in Spanish (LDC2000T51), the wires of
 * AQUAINT, and the papers and gazettes of the TREC disks (WSJ, SJMN, ZIFF, LA Times, FT, FBIS,
 * FR94), which all number their documents by DOCNO or DOCID.  Left out: NUM of EFE, which may be a
 * count of words or a running number, and FICHEROS, an archive's file. */
#include <stdio.h>

#include "agency/match.h"
#include "core/ascii.h"
#include "reader/sgml/papers.h"
#include "reader/sgml/wire.h"
#include "core/scan.h"

#define SLUG_MAX   48 /* bytes */
#define AUTHOR_MAX 128

static void begin(struct tx_sgml_document *document, const struct tx_sgml_tag *tag)
{
	telex_slice id;

	if (tx_sgml_attribute(tag, "id", &id) || tx_sgml_attribute(tag, "docid", &id))
		tx_sgml_state(document, TX_FIELD_ID, 2, id);
}

/* "EFE19940101-00001": the wires' documents begin with the agency's letters and a date. */
static void state_agency(struct tx_story *story, telex_slice id)
{
	size_t letters = 0, digits = 0;

	while (letters < id.len && tx_is_upper(id.ptr[letters]))
		letters++;
	while (letters + digits < id.len && tx_is_digit(id.ptr[letters + digits]))
		digits++;
	if (letters == 3 && digits == 8)
		tx_story_state(story, TX_FIELD_AGENCY, 5, tx_slice_take(id, letters));
}

static void take_number(struct tx_sgml_document *document, const struct tx_sgml_element *element)
{
	bool second = tx_slice_eq_nocase(element->tag.name, TX_LIT("DOCID"));

	tx_sgml_state(document, TX_FIELD_ID, second, element->content);
	state_agency(document->story, tx_story_fact(document->story, TX_FIELD_ID));
}

static void take_date(struct tx_sgml_document *document, const struct tx_sgml_element *element)
{
	document->date = element->content;
}

static void take_time(struct tx_sgml_document *document, const struct tx_sgml_element *element)
{
	document->time = element->content;
}

/* The two digits at each of three places of a date; years are 1970 to 2069, as in any text. */
static void state_short_date(struct tx_story *story, const char *year, const char *month,
			     const char *day)
{
	char full[] = "19940101";

	memcpy(full, year[0] < '7' ? "20" : "19", 2);
	memcpy(full + 2, year, 2);
	memcpy(full + 4, month, 2);
	memcpy(full + 6, day, 2);
	tx_story_state(story, TX_FIELD_ISSUED, 1, tx_slice_of(full));
}

static size_t count_digits(telex_slice s)
{
	size_t digits = 0;

	for (size_t i = 0; i < s.len; i++)
		digits += tx_is_digit(s.ptr[i]);
	return digits;
}

/* "940315", "03/24/87" with the month first, and what people write. */
static void state_date(struct tx_sgml_document *document, telex_slice content)
{
	telex_slice date = tx_trim(tx_sgml_plain(document, content));
	bool six = count_digits(date) == 6;

	if (six && date.len == 6)
		state_short_date(document->story, date.ptr, date.ptr + 2, date.ptr + 4);
	else if (six && date.len == 8 && date.ptr[2] == '/' && date.ptr[5] == '/')
		state_short_date(document->story, date.ptr + 6, date.ptr, date.ptr + 3);
	else
		tx_story_state(document->story, TX_FIELD_ISSUED, 1, date);
}

/* What the agency's priority means. */
static void state_urgency(struct tx_story *story)
{
	const struct tx_profile *profile = tx_profile_named(tx_story_fact(story, TX_FIELD_AGENCY));
	unsigned urgency = tx_profile_urgency(profile, tx_story_fact(story, TX_FIELD_PRIORITY));
	char digit = (char)('0' + urgency);

	if (urgency > 0)
		tx_story_state(story, TX_FIELD_URGENCY, 0, tx_slice(&digit, 1));
}

/* "19940101" and "00.34" are one stamp. */
static void end(struct tx_sgml_document *document)
{
	char stamp[64];
	telex_slice date = tx_trim(document->date), time = tx_trim(document->time);

	state_urgency(document->story);
	tx_paper_state_day(document->story);
	if (date.len == 0 || time.len == 0 || date.len + time.len + 2 > sizeof(stamp)) {
		state_date(document, date);
		tx_sgml_leave(document, TX_LIT("TIME"), time);
		return;
	}
	snprintf(stamp, sizeof(stamp), "%.*s %.*s", (int)date.len, date.ptr, (int)time.len,
		 time.ptr);
	tx_sgml_state(document, TX_FIELD_ISSUED, 1, tx_slice_of(stamp));
}

/* "AP-NR-02-12-88 1637EST" */
static void take_stamp(struct tx_sgml_document *document, const struct tx_sgml_element *element)
{
	if (!tx_wire_stamp(document->story, tx_sgml_plain(document, element->content)))
		tx_sgml_leave(document, element->tag.name, element->content);
}

static void take_first_line(struct tx_sgml_document *document,
			    const struct tx_sgml_element *element)
{
	if (!tx_wire_first_line(document->story, tx_sgml_plain(document, element->content)))
		tx_sgml_leave(document, element->tag.name, element->content);
}

static void take_keyword_line(struct tx_sgml_document *document,
			      const struct tx_sgml_element *element)
{
	tx_anpa_take_keyword_line(document->story, tx_sgml_plain(document, element->content),
				  document->reader->leftovers);
}

static bool has_small_letters(telex_slice s)
{
	for (size_t i = 0; i < s.len; i++) {
		if (tx_is_lower(s.ptr[i]))
			return true;
	}
	return false;
}

static size_t count_blanks(telex_slice s)
{
	size_t count = 0;

	for (size_t i = 0; i < s.len; i++)
		count += s.ptr[i] == ' ';
	return count;
}

/* "RUSIA-CHECHENIA", "INDIA SUCESOS": capitals, a hyphen or few words, and no sentence. */
static bool is_slug(telex_slice s, bool alone)
{
	bool hyphen = s.len > 0 && memchr(s.ptr, '-', s.len) != NULL;

	if (s.len == 0 || s.len > SLUG_MAX || has_small_letters(s) ||
	    memchr(s.ptr, ':', s.len) != NULL)
		return false;
	return alone ? hyphen && count_blanks(s) == 0 : hyphen || count_blanks(s) < 3;
}

/* The slug is on a line of its own before the headline's. */
static void take_title(struct tx_sgml_document *document, const struct tx_sgml_element *element)
{
	telex_slice title = tx_trim(tx_sgml_plain(document, element->content));
	struct tx_cut cut = tx_cut(title, '\n');
	telex_slice first = tx_trim(cut.head), headline = tx_trim(cut.tail);

	if (!is_slug(first, headline.len == 0)) {
		tx_story_state(document->story, TX_FIELD_HEADLINE, 0, title);
		return;
	}
	tx_story_state(document->story, TX_FIELD_SLUG, 0, first);
	tx_story_state(document->story, TX_FIELD_HEADLINE, 0, headline);
}

/* What a HEAD holds besides headlines. */
static const struct {
	const char *opening;
	enum tx_field field;
} notes[] = {
	{"Eds:", TX_FIELD_NOTE_ADVISORY},          {"Eds.:", TX_FIELD_NOTE_ADVISORY},
	{"Editor's Note", TX_FIELD_NOTE_ADVISORY}, {"Editors Note", TX_FIELD_NOTE_ADVISORY},
	{"With AM-", TX_FIELD_NOTE_ADVISORY},      {"With PM-", TX_FIELD_NOTE_ADVISORY},
	{"With BC-", TX_FIELD_NOTE_ADVISORY},      {"LaserPhoto", TX_FIELD_NOTE_MEDIA},
	{"LaserGraphic", TX_FIELD_NOTE_MEDIA},
};

static bool take_note(struct tx_story *story, telex_slice text)
{
	for (size_t i = 0; i < TX_COUNT(notes); i++) {
		if (!tx_slice_starts_nocase(text, tx_slice_of(notes[i].opening)))
			continue;
		tx_story_state(story, notes[i].field, 0, text);
		return true;
	}
	return false;
}

/* The first HEAD is the headline; more of them are kept. */
static void take_head(struct tx_sgml_document *document, const struct tx_sgml_element *element)
{
	struct tx_story *story = document->story;
	bool first = tx_story_fact(story, TX_FIELD_HEADLINE).ptr == NULL;
	telex_slice head = tx_trim(tx_sgml_plain(document, element->content));

	if (take_note(story, head))
		return;
	if (first)
		tx_story_state(story, TX_FIELD_HEADLINE, 0, tx_paper_headline(story, head));
	else
		tx_sgml_leave(document, element->tag.name, element->content);
}

/* The first paragraph has an element of its own, and may be before the headline. */
static void take_lead(struct tx_sgml_document *document, const struct tx_sgml_element *element)
{
	struct tx_sgml_element lead = *element;

	lead.content = tx_paper_part(document, element->content);
	tx_sgml_take_text(document, &lead);
	tx_buffer_lit(&document->reader->copy, "\n\n");
}

/* A gazette's title is in its text. */
static bool find_title(telex_slice content, struct tx_sgml_tag *ret_start,
		       struct tx_sgml_tag *ret_end)
{
	struct tx_sgml scanner = {content, 0};

	while (tx_sgml_next(&scanner, ret_start)) {
		if (!ret_start->closing && tx_slice_eq_nocase(ret_start->name, TX_LIT("DOCTITLE")))
			return tx_sgml_next(&scanner, ret_end) && ret_end->closing;
	}
	return false;
}

static void take_text(struct tx_sgml_document *document, const struct tx_sgml_element *element)
{
	struct tx_sgml_element text = *element;
	struct tx_sgml_tag start, end;

	document->in_header = false;
	if (find_title(element->content, &start, &end)) {
		text.content = tx_slice_take(element->content, end.start);
		tx_sgml_state(document, TX_FIELD_HEADLINE, 1,
			      tx_slice_skip(text.content, start.end));
		text.content = tx_slice_take(element->content, start.start);
		if (!tx_sgml_is_blank(document, text.content))
			tx_sgml_add_copy(document, text.content);
		tx_buffer_lit(&document->reader->copy, "\n");
		text.content = tx_slice_skip(element->content, end.end);
	}
	text.content = tx_paper_skip_preface(document, text.content);
	text.content = tx_paper_part(document, text.content);
	tx_sgml_take_text(document, &text);
}

/* "Lund, Marta.&M;" is not a line of the text; "By Marta Lund" may be one. */
static void take_author(struct tx_sgml_document *document, const struct tx_sgml_element *element)
{
	telex_slice author = tx_trim(tx_sgml_plain(document, element->content));
	telex_slice mark = TX_LIT("&M;");
	char name[AUTHOR_MAX];

	if (tx_slice_ends(author, mark))
		author.len -= mark.len;
	if (author.len > 0 && author.ptr[author.len - 1] == '.')
		author.len--;
	struct tx_cut cut = tx_cut(author, ',');
	telex_slice family = tx_trim(cut.head), given = tx_trim(cut.tail);
	bool swapped = cut.found && count_blanks(family) == 0 && given.len > 0 &&
		       memchr(given.ptr, ',', given.len) == NULL;
	if (!swapped) {
		tx_sgml_take_byline(document, element);
		return;
	}
	int len = snprintf(name, sizeof(name), "%.*s %.*s", (int)given.len, given.ptr,
			   (int)family.len, family.ptr);
	if (len > 0 && (size_t)len < sizeof(name))
		tx_story_state(document->story, TX_FIELD_BYLINE, 0, tx_slice_of(name));
	else
		tx_sgml_leave(document, element->tag.name, element->content);
}

/* "Sunday, June 30, 1991" is a day and not a place. */
static void take_dateline(struct tx_sgml_document *document, const struct tx_sgml_element *element)
{
	telex_slice line = tx_trim(tx_sgml_plain(document, element->content));

	size_t len = 0;

	while (len < line.len && line.ptr[len] != ',' && line.ptr[len] != ' ')
		len++;
	if (tx_weekday(tx_slice_take(line, len), TX_CAL_ANY, NULL) != 0)
		tx_story_state(document->story, TX_FIELD_ISSUED, 2, line);
	else
		tx_sgml_take_dateline(document, element);
}

static void take_ednote(struct tx_sgml_document *document, const struct tx_sgml_element *element)
{
	telex_slice note = tx_trim(tx_sgml_plain(document, element->content));

	if (!take_note(document->story, note))
		tx_story_state(document->story, TX_FIELD_NOTE_ADVISORY, 0, note);
}

/* <STORYID cat=i pri=u> A0123 </STORYID> */
static void take_story_id(struct tx_sgml_document *document, const struct tx_sgml_element *element)
{
	telex_slice value;

	tx_sgml_state(document, TX_FIELD_SEQUENCE, 0, element->content);
	if (tx_sgml_attribute(&element->tag, "cat", &value))
		tx_sgml_state(document, TX_FIELD_CATEGORY, 0, value);
	if (tx_sgml_attribute(&element->tag, "pri", &value))
		tx_sgml_state(document, TX_FIELD_PRIORITY, 0, value);
}

/* What is above the text as it was sent: title lines, byline. */
static void take_preamble(struct tx_sgml_document *document, const struct tx_sgml_element *element)
{
	if (tx_sgml_is_blank(document, element->content))
		return;
	tx_sgml_add_copy(document, element->content);
	document->whole = tx_story_fact(document->story, TX_FIELD_HEADLINE).ptr == NULL;
}

static const struct tx_sgml_rule rules[] = {
	{.element = "DOCNO", .take = take_number, .field = TX_FIELD_ID},
	{.element = "DOCID", .take = take_number, .field = TX_FIELD_ID, .rank = 1},
	{.element = "DATE", .take = take_date, .field = TX_FIELD_ISSUED},
	{.element = "DATE1", .take = take_date, .field = TX_FIELD_ISSUED},
	{.element = "PUBDATE", .take = take_date, .field = TX_FIELD_ISSUED},
	{.element = "DD", .take = take_date, .field = TX_FIELD_ISSUED},
	{.element = "TIME", .take = take_time, .field = TX_FIELD_ISSUED},
	{.element = "DATE_TIME", .field = TX_FIELD_ISSUED},
	{.element = "DOCTYPE", .field = TX_FIELD_GENRE},
	{.element = "SCATE", .field = TX_FIELD_CATEGORY},
	{.element = "DESTINO", .field = TX_FIELD_SERVICE},
	{.element = "CATEGORY", .field = TX_FIELD_CATEGORY_NAME},
	{.element = "CLAVE", .field = TX_FIELD_SEQUENCE},
	{.element = "PRIORIDAD", .field = TX_FIELD_PRIORITY},
	{.element = "TITLE", .take = take_title, .field = TX_FIELD_HEADLINE},
	{.element = "FILEID", .take = take_stamp, .field = TX_FIELD_ISSUED},
	{.element = "TRAILER", .take = take_stamp, .field = TX_FIELD_ISSUED},
	{.element = "1ST_LINE", .take = take_first_line, .field = TX_FIELD_SLUG, .rank = 4},
	{.element = "FIRST", .take = take_first_line, .field = TX_FIELD_SLUG, .rank = 4},
	{.element = "2ND_LINE", .take = take_keyword_line, .field = TX_FIELD_SLUG},
	{.element = "SECOND", .take = take_keyword_line, .field = TX_FIELD_SLUG},
	{.element = "SLUG", .take = take_keyword_line, .field = TX_FIELD_SLUG},
	{.element = "STORYID", .take = take_story_id, .field = TX_FIELD_SEQUENCE},
	{.element = "PRIORITY", .field = TX_FIELD_PRIORITY},
	{.element = "COUNT", .field = TX_FIELD_WORDS},
	{.element = "KEYWORD", .field = TX_FIELD_KEYWORD},
	{.element = "COUNTRY", .field = TX_FIELD_PLACE},
	{.element = "HEAD", .take = take_head, .field = TX_FIELD_HEADLINE},
	{.element = "HEADLINE", .take = take_head, .field = TX_FIELD_HEADLINE},
	{.element = "HL", .take = take_head, .field = TX_FIELD_HEADLINE},
	{.element = "TI", .take = take_head, .field = TX_FIELD_HEADLINE},
	{.element = "HEADER", .take = tx_sgml_enter_header, .field = TX_FIELD__COUNT},
	{.element = "H3", .take = tx_sgml_enter, .field = TX_FIELD__COUNT},
	{.element = "SO", .field = TX_FIELD_SERVICE},
	{.element = "PUB", .field = TX_FIELD_SERVICE},
	{.element = "SECTION", .field = TX_FIELD_CATEGORY_NAME, .rank = 1},
	{.element = "WORD.CT", .take = tx_paper_take_count, .field = TX_FIELD_WORDS},
	{.element = "LENGTH", .take = tx_paper_take_count, .field = TX_FIELD_WORDS},
	{.element = "DESCRIPT", .take = tx_paper_take_list, .field = TX_FIELD_KEYWORD},
	{.element = "SUBJECT", .take = tx_paper_take_list, .field = TX_FIELD_KEYWORD},
	{.element = "JOURNAL", .take = tx_paper_take_journal, .field = TX_FIELD_SERVICE},
	{.element = "LANGUAGE", .take = tx_paper_take_language, .field = TX_FIELD_LANGUAGE},
	{.element = "SUMMARY", .field = TX_FIELD_ABSTRACT},
	{.element = "NAME", .field = TX_FIELD_SERVICE, .rank = 1},
	{.element = "TYPE", .field = TX_FIELD_GENRE, .rank = 1},
	{.element = "GRAPHIC", .field = TX_FIELD_NOTE_MEDIA},
	{.element = "CAPTION", .field = TX_FIELD_NOTE_MEDIA},
	{.element = "MEMO", .field = TX_FIELD_NOTE_ADVISORY},
	{.element = "CORRECTION", .field = TX_FIELD_NOTE_CORRECTION},
	{.element = "COPYRGHT", .field = TX_FIELD_COPYRIGHT},
	{.element = "NOTE", .take = take_ednote, .field = TX_FIELD_NOTE_ADVISORY},
	{.element = "BYLINE", .take = tx_sgml_take_byline, .field = TX_FIELD_BYLINE},
	{.element = "AUTHOR", .take = take_author, .field = TX_FIELD_BYLINE},
	{.element = "DATELINE", .take = take_dateline, .field = TX_FIELD_DATELINE},
	{.element = "BODY", .take = tx_sgml_enter, .field = TX_FIELD__COUNT},
	{.element = "PREAMBLE", .take = take_preamble, .field = TX_FIELD__COUNT},
	{.element = "LEADPARA", .take = take_lead, .field = TX_FIELD__COUNT},
	{.element = "LP", .take = take_lead, .field = TX_FIELD__COUNT},
	{.element = "TEXT", .take = take_text, .field = TX_FIELD__COUNT},
	{.element = NULL},
};

static const struct tx_sgml_collection collection = {"trec", "DOC", rules, begin, end};

telex_status tx_trec_unwrap(struct tx_reader *reader, telex_slice frame, telex_error *reterr)
{
	return tx_sgml_unwrap(&collection, reader, frame, reterr);
}
