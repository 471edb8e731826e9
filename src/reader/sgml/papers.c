/* The papers of the TREC disks: WSJ, SJMN, ZIFF, LA Times, FT, FBIS, FR94, after their documents
 * and the "readme" of each collection.  Left out: codes of industries and of typesetting. */
#include "reader/sgml/papers.h"

#include "core/ascii.h"
#include "core/calendar.h"
#include "core/moment.h"
#include "core/scan.h"

#define CODE_MAX    3   /* letters of a paper */
#define RULE_MIN    3   /* dashes of a rule */
#define PREFACE_MAX 400 /* bytes of the lines about a text's source */
#define DAY_DIGITS  6
#define COUNT_MAX   16 /* bytes of a count of words */

/* "1206 words", "1,163": the number. */
void tx_paper_take_count(struct tx_sgml_document *document, const struct tx_sgml_element *element)
{
	telex_slice text = tx_trim(tx_sgml_plain(document, element->content));
	char digits[COUNT_MAX];
	size_t len = 0;

	for (size_t i = 0; i < text.len && len < sizeof(digits); i++) {
		if (tx_is_digit(text.ptr[i]))
			digits[len++] = text.ptr[i];
		else if (text.ptr[i] != ',')
			break;
	}
	if (len > 0)
		tx_story_state(document->story, TX_FIELD_WORDS, 1, tx_slice(digits, len));
	else
		tx_sgml_leave(document, element->tag.name, element->content);
}

/* "TRAM; CITY; END": key words, several in a line. */
void tx_paper_take_list(struct tx_sgml_document *document, const struct tx_sgml_element *element)
{
	telex_slice rest = tx_sgml_plain(document, element->content);

	while (rest.len > 0) {
		size_t len = 0;
		while (len < rest.len && rest.ptr[len] != ';' && rest.ptr[len] != '\n')
			len++;
		tx_story_state(document->story, TX_FIELD_KEYWORD, 0, tx_slice_take(rest, len));
		rest = tx_slice_skip(rest, len < rest.len ? len + 1 : len);
	}
}

/* "Government Computer News  Oct 16 1989 v8 n21 p39(2)", a line with the rights below it. */
void tx_paper_take_journal(struct tx_sgml_document *document, const struct tx_sgml_element *element)
{
	struct tx_cut lines = tx_cut(tx_trim(tx_sgml_plain(document, element->content)), '\n');
	struct tx_moment moments[TX_MOMENTS_MAX];
	telex_slice line = tx_trim(lines.head), day = {NULL, 0};

	if (tx_moments_find(line, moments) > 0 && !moments[0].is_clock) {
		day = tx_slice(line.ptr + moments[0].start, moments[0].end - moments[0].start);
		line = tx_trim(tx_slice_take(line, moments[0].start));
	}
	tx_story_state(document->story, TX_FIELD_ISSUED, 2, day);
	tx_story_state(document->story, TX_FIELD_SERVICE, 2, line);
	tx_story_state(document->story, TX_FIELD_COPYRIGHT, 2, tx_trim(lines.tail));
}

void tx_paper_take_language(struct tx_sgml_document *document,
			    const struct tx_sgml_element *element)
{
	telex_slice code = tx_trim(tx_sgml_plain(document, element->content));

	if (code.len == 2 || code.len == 3)
		tx_story_state(document->story, TX_FIELD_LANGUAGE, 1, code);
	else
		tx_sgml_leave(document, element->tag.name, element->content);
}

/* "FT  14 MAY 91 / Company news: ...": a paper's letters and the day before a headline. */
static telex_slice cut_day(telex_slice headline)
{
	struct tx_cut cut = tx_cut(headline, '/');
	struct tx_moment moments[TX_MOMENTS_MAX];
	size_t letters = 0;

	while (letters < headline.len && tx_is_upper(headline.ptr[letters]))
		letters++;
	telex_slice day = tx_trim(tx_slice_skip(cut.head, letters));
	bool is_day = cut.found && letters > 0 && letters <= CODE_MAX && day.len > 0 &&
		      tx_moments_find(day, moments) == 1 && moments[0].start == 0 &&
		      moments[0].end == day.len;
	return is_day ? tx_trim(cut.tail) : headline;
}

static bool is_rule(telex_slice line)
{
	size_t dashes = 0;

	while (dashes < line.len && line.ptr[dashes] == '-')
		dashes++;
	return dashes == line.len && dashes >= RULE_MIN;
}

telex_slice tx_paper_headline(struct tx_story *story, telex_slice headline)
{
	headline = cut_day(headline);
	for (struct tx_cut cut = {.tail = headline, .found = true}; cut.found;) {
		cut = tx_cut(cut.tail, '\n');
		telex_slice line = tx_trim(cut.head), below = tx_trim(cut.tail);
		if (!is_rule(line) || !tx_slice_starts_nocase(below, TX_LIT("By ")) ||
		    memchr(below.ptr, '\n', below.len) != NULL)
			continue;
		tx_story_state(story, TX_FIELD_BYLINE, 1, below);
		return tx_trim(tx_slice_take(headline, (size_t)(line.ptr - headline.ptr)));
	}
	return headline;
}

/* Where the text begins after the lines about its source: at a bracket, or at the element of its
 * author. */
static size_t find_start(telex_slice content)
{
	size_t bracket = tx_slice_find(content, TX_LIT("["));
	size_t author = tx_slice_find(content, TX_LIT("<F P=106>"));

	return bracket < author ? bracket : author;
}

/* "Skopje VECER in Macedonian 10 Feb 94 p 5" of a text that is translated. */
static telex_slice skip_source(struct tx_sgml_document *document, telex_slice content)
{
	size_t start = find_start(content);
	telex_slice source = tx_slice_take(content, start);

	if (start == content.len || start > PREFACE_MAX ||
	    tx_slice_find(source, TX_LIT("<F P=")) == source.len)
		return content;
	tx_sgml_state(document, TX_FIELD_CREDIT, 1, source);
	return tx_slice_skip(content, start);
}

telex_slice tx_paper_skip_preface(struct tx_sgml_document *document, telex_slice content)
{
	static const char *const names[] = {"Language", "Article Type"};
	size_t found = 0;

	for (size_t i = 0; i < TX_COUNT(names); i++) {
		telex_slice name = tx_slice_of(names[i]);
		struct tx_cut line = tx_cut(tx_trim(content), '\n');
		if (!tx_slice_starts(line.head, name) || line.head.len == name.len ||
		    line.head.ptr[name.len] != ':')
			continue;
		tx_sgml_leave(document, name, tx_slice_skip(line.head, name.len + 1));
		content = line.tail;
		found++;
	}
	return found > 0 ? skip_source(document, content) : content;
}

/* Length of the mark between paragraphs at the start of `s`: ";" after a sentence and blanks. */
static size_t mark_len(telex_slice s, char before)
{
	size_t len = 1;

	if (s.ptr[0] != ';' || strchr(".!?\")'", before) == NULL)
		return 0;
	while (len < s.len && s.ptr[len] == ' ')
		len++;
	return len > 3 ? len : 0;
}

/* The next mark from `from` on; the length of the content: none. */
static size_t find_mark(telex_slice content, size_t from)
{
	while (from < content.len) {
		const char *next = memchr(content.ptr + from, ';', content.len - from);
		if (next == NULL)
			break;
		from = (size_t)(next - content.ptr);
		if (mark_len(tx_slice_skip(content, from), content.ptr[from - 1]) > 0)
			return from;
		from++;
	}
	return content.len;
}

telex_slice tx_paper_part(struct tx_sgml_document *document, telex_slice content)
{
	size_t mark = find_mark(content, 1);
	char *copy;

	if (mark >= content.len)
		return content;
	copy = tx_arena_alloc(document->story->arena, content.len);
	if (copy == NULL) {
		document->story->failed = true;
		return content;
	}
	memcpy(copy, content.ptr, content.len);
	for (; mark < content.len; mark = find_mark(content, mark + 1))
		copy[mark] = copy[mark + 1] = '\n';
	return tx_slice(copy, content.len);
}

void tx_paper_state_day(struct tx_story *story)
{
	telex_slice id = tx_story_fact(story, TX_FIELD_ID);
	char full[] = "19000101";
	struct tx_date date;
	size_t letters = 0;

	while (letters < id.len && tx_is_upper(id.ptr[letters]))
		letters++;
	if (letters == 0 || id.len <= letters + DAY_DIGITS || id.ptr[letters + DAY_DIGITS] != '-')
		return;
	for (size_t i = 0; i < DAY_DIGITS; i++) {
		if (!tx_is_digit(id.ptr[letters + i]))
			return;
	}
	memcpy(full, id.ptr[letters] < '7' ? "20" : "19", 2);
	memcpy(full + 2, id.ptr + letters, DAY_DIGITS);
	date = (struct tx_date){
		.year = (int16_t)(100U * tx_two_digits(full) + tx_two_digits(full + 2)),
		.month = (uint8_t)tx_two_digits(full + 4),
		.day = (uint8_t)tx_two_digits(full + 6)};
	if (tx_date_valid(date))
		tx_story_state(story, TX_FIELD_ISSUED, 9, tx_slice_of(full));
}
