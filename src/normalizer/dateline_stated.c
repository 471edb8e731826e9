/* A dateline in an envelope is a whole line ("Paris, 21 jan 2019 (AFP) -"), a place and a date, or
 * a place alone; a date beside it may be the only one. */
#include "normalizer/dateline_stated.h"

#include "agency/match.h"
#include "core/ascii.h"
#include "core/moment.h"
#include "normalizer/times/instants.h"
#include "normalizer/places/no_place.h"
#include "normalizer/places/places.h"
#include "tokenizer/lines/creditline.h"
#include "tokenizer/dateline/dateline.h"
#include "tokenizer/words/words.h"

static bool copy_parts(struct tx_record *record, const struct tx_dateline_parts *parts,
		       struct tx_arena *arena)
{
	struct tx_dateline *dateline = &record->dateline;

	dateline->places =
		tx_arena_calloc(arena, parts->place_count + 1, sizeof(*dateline->places));
	dateline->agencies =
		tx_arena_calloc(arena, parts->mark_count + 1, sizeof(*dateline->agencies));
	if (dateline->places == NULL || dateline->agencies == NULL)
		return false;
	for (size_t i = 0; i < parts->place_count; i++) {
		if (tx_is_no_place(parts->places[i]))
			continue;
		dateline->places[dateline->place_count].name = parts->places[i];
		dateline->places[dateline->place_count++].qualifier = parts->qualifiers[i];
	}
	for (size_t i = 0; i < parts->mark_count; i++)
		dateline->agencies[dateline->agency_count++] = parts->marks[i];
	if (!parts->date_wrong)
		dateline->date = parts->date;
	return true;
}

/* "Bryssel, TT:s korrespondent": without an agency's name and what follows it. */
static telex_slice cut_agency(telex_slice text)
{
	struct tx_cut cut = tx_cut(text, ',');

	return cut.found && tx_agency_begins(tx_trim(cut.tail)) ? tx_trim(cut.head) : text;
}

/* The whole text is one place, whatever it looks like. */
static void read_place(telex_slice text, struct tx_dateline_parts *parts)
{
	*parts = (struct tx_dateline_parts){.text = text, .place_count = 1};
	parts->places[0] = cut_agency(text);
}

/* A line that closes as in a text ("MELBOURNE, March 3 AAP -") is read as there: with a text after
 * it. */
static bool find_closed(telex_slice line, struct tx_arena *arena, struct tx_dateline_parts *parts)
{
	static const char text[] = " The";
	char *whole;

	if (line.len == 0 || tx_is_alpha(line.ptr[line.len - 1]) ||
	    tx_is_digit(line.ptr[line.len - 1]))
		return false;
	whole = tx_arena_alloc(arena, line.len + sizeof(text) - 1);
	if (whole == NULL)
		return false;
	memcpy(whole, line.ptr, line.len);
	memcpy(whole + line.len, text, sizeof(text) - 1);
	return tx_dateline_find(tx_slice(whole, line.len + sizeof(text) - 1), TX_DATELINE_UNMARKED,
				parts) &&
	       parts->text.len >= line.len;
}

/* "LEEDS, England (AP)": what follows the place is not one more part of a credit line. */
static bool is_qualified(telex_slice line)
{
	return memchr(line.ptr, ',', line.len) != NULL && memchr(line.ptr, '(', line.len) != NULL &&
	       memchr(line.ptr, '/', line.len) == NULL && memchr(line.ptr, '|', line.len) == NULL;
}

/* "EFE / Madrid", "AFP | Nantes", as a newspaper prints it. */
static bool find_credit(telex_slice line, struct tx_dateline_parts *parts)
{
	struct tx_credit_line credit;

	if (is_qualified(line) || !tx_credit_read(line, tx_place_known, &credit) ||
	    credit.kind != TX_CREDIT_PLACE || credit.mark_count == 0)
		return false;
	*parts = (struct tx_dateline_parts){
		.text = line, .places = {credit.place}, .place_count = 1, .date = credit.date};
	for (size_t i = 0; i < credit.mark_count; i++)
		parts->marks[parts->mark_count++] = credit.marks[i];
	return true;
}

/* Without the dash or the sign that ends it. */
static telex_slice strip_end(telex_slice s)
{
	static const char *const ends[] = {
		"-", "=", ",", ":", "\xe2\x80\x93", "\xe2\x80\x94", "\xd8\x8c", NULL};

	for (size_t i = 0; ends[i] != NULL; i++) {
		telex_slice end = tx_slice_of(ends[i]);
		if (!tx_slice_ends(s, end))
			continue;
		s = tx_trim(tx_slice_take(s, s.len - end.len));
		i = (size_t)-1;
	}
	return s;
}

/* Without the sign that parts a date from what follows it. */
static telex_slice strip_start(telex_slice s)
{
	s = tx_trim(s);
	while (s.len > 0 && strchr(",:-", s.ptr[0]) != NULL)
		s = tx_trim(tx_slice_skip(s, 1));
	return s;
}

/* Take the last bracket off a line. */
static telex_slice cut_bracket(telex_slice line, telex_slice *ret_inside)
{
	telex_slice s = strip_end(line);
	size_t open = s.len;

	*ret_inside = (telex_slice){NULL, 0};
	if (s.len == 0 || s.ptr[s.len - 1] != ')')
		return s;
	while (open > 0 && s.ptr[open - 1] != '(')
		open--;
	if (open == 0)
		return s;
	*ret_inside = tx_trim(tx_slice_skip(tx_slice_take(s, s.len - 1), open));
	return strip_end(tx_trim(tx_slice_take(s, open - 1)));
}

static bool is_beyond_ascii(telex_slice s)
{
	return s.len > 0 && tx_char_is(s.ptr[0], TX_CHAR_HIGH);
}

/* A date in a line, at its end or at its start; false: none.  A date that can be read in two ways
 * is removed the line and not stated. */
static bool cut_date(telex_slice *line, struct tx_dateline_parts *parts)
{
	struct tx_moment moments[TX_MOMENTS_MAX];
	size_t count = tx_moments_find(*line, moments);

	if (count != 1 || moments[0].is_clock)
		return false;
	if (moments[0].end == line->len)
		*line = strip_end(tx_trim(tx_slice_take(*line, moments[0].start)));
	else if (moments[0].start == 0)
		*line = tx_trim(strip_start(tx_slice_skip(*line, moments[0].end)));
	else
		return false;
	if (moments[0].swapped.day == 0)
		parts->date = moments[0].date;
	return true;
}

/* "EFE Madrid": an agency before the place. */
static telex_slice cut_leading_mark(telex_slice *line)
{
	struct tx_cut cut = tx_cut(*line, ' ');

	if (!cut.found || cut.tail.len == 0 || !tx_is_agency(cut.head))
		return (telex_slice){NULL, 0};
	*line = tx_trim(cut.tail);
	return cut.head;
}

/* The agency of a line: in brackets at its end, the last word after a date, or the first word. */
static telex_slice cut_mark(telex_slice *line)
{
	telex_slice inside, head = cut_bracket(*line, &inside);
	size_t at = head.len;

	if (inside.len > 0 && (tx_is_agency(inside) || is_beyond_ascii(inside))) {
		*line = head;
		return inside;
	}
	*line = strip_end(*line);
	while (at > 0 && inside.len == 0 && head.ptr[at - 1] != ' ')
		at--;
	telex_slice last = tx_slice_skip(head, at), before = tx_trim(tx_slice_take(head, at));
	if (inside.len > 0)
		return (telex_slice){NULL, 0};
	if (before.len == 0 || !tx_is_digit(before.ptr[before.len - 1]) || !tx_is_agency(last))
		return cut_leading_mark(line);
	*line = before;
	return last;
}

/* A place, a date and an agency, in any script and order: "Oslo, 03-03-2024 (AFP) -", "3 March,
 * Oslo", "BOGOTA 3/3/2024 AFP".  False when there is neither a date nor an agency. */
static bool find_plain(telex_slice line, struct tx_dateline_parts *parts)
{
	struct tx_dateline_parts dated = {.text = line};
	telex_slice head = line, mark = cut_mark(&head);
	bool has_date = cut_date(&head, &dated);

	if ((mark.ptr == NULL && !has_date) || (head.len == 0 && mark.ptr == NULL))
		return false;
	*parts = (struct tx_dateline_parts){.place_count = 0};
	if (head.len > 0 && !tx_dateline_stated(head, parts))
		read_place(head, parts);
	if (parts->place_count == 1 && parts->qualifiers[0].ptr == NULL)
		parts->places[0] = cut_bracket(parts->places[0], &parts->qualifiers[0]);
	parts->text = line;
	if (has_date)
		parts->date = dated.date;
	if (mark.ptr != NULL && parts->mark_count < TX_DATELINE_MARKS_MAX)
		parts->marks[parts->mark_count++] = mark;
	return true;
}

/* An agency in brackets after a place is its mark, and never a region: "BOSTON (AP)". */
static void move_marks(struct tx_dateline_parts *parts)
{
	for (size_t i = 0; i < parts->place_count; i++) {
		telex_slice *qualifier = &parts->qualifiers[i];
		if (qualifier->ptr == NULL || qualifier->ptr == parts->text.ptr ||
		    qualifier->ptr[-1] != '(' || !tx_is_agency(*qualifier) ||
		    parts->mark_count == TX_DATELINE_MARKS_MAX)
			continue;
		parts->marks[parts->mark_count++] = *qualifier;
		*qualifier = (telex_slice){NULL, 0};
	}
}

static void read_line(telex_slice line, struct tx_arena *arena, struct tx_dateline_parts *parts)
{
	if (find_closed(line, arena, parts) || find_credit(line, parts) || find_plain(line, parts))
		return;
	if (!tx_dateline_stated(cut_agency(strip_end(line)), parts))
		*parts = (struct tx_dateline_parts){.place_count = 0};
	parts->text = line;
	move_marks(parts);
}

static void set_date(struct tx_dateline *dateline, telex_slice date)
{
	if (dateline->date.day == 0 && date.ptr != NULL && tx_instant_date(date, &dateline->date))
		dateline->year_from = TX_YEAR_ENVELOPE;
}

/* "Ontario; Canada" as it follows a place's name: "Ontario, Canada". */
static telex_slice read_qualifier(telex_slice stated, struct tx_arena *arena)
{
	telex_slice copy = {NULL, 0};

	if (stated.ptr != NULL)
		copy = tx_arena_copy(arena, stated);
	for (size_t i = 0; copy.ptr != NULL && i < copy.len; i++) {
		if (copy.ptr[i] == ';')
			((char *)copy.ptr)[i] = ',';
	}
	return copy;
}

/* The dateline of the text, without its date or region, names the place that the envelope states in
 * parts: those count. */
static void complete_place(struct tx_dateline *dateline, telex_slice place, telex_slice qualifier)
{
	if (dateline->place_count != 1 || place.ptr == NULL || qualifier.ptr == NULL ||
	    !tx_slice_eq_nocase(dateline->places[0].name, place))
		return;
	dateline->places[0].name = place;
	if (dateline->places[0].qualifier.ptr == NULL)
		dateline->places[0].qualifier = qualifier;
}

/* "EFE Madrid" is a mark and a place, though there are marks with a bureau's name in them. */
static bool names_place(telex_slice line)
{
	struct tx_cut cut = tx_cut(line, ' ');

	return cut.found && tx_is_agency(cut.head) &&
	       tx_place_known(tx_trim(cut.tail)) != TX_KNOWN_NOTHING;
}

/* A line that is an agency's mark alone is a credit, and the mark of the place beside it. */
static bool state_mark(struct tx_record *record, telex_slice mark, struct tx_arena *arena)
{
	struct tx_dateline *dateline = &record->dateline;

	if (record->credit.text.ptr == NULL)
		record->credit.text = mark;
	if (!dateline->present || dateline->agency_count > 0)
		return true;
	dateline->agencies = tx_arena_calloc(arena, 1, sizeof(*dateline->agencies));
	if (dateline->agencies == NULL)
		return false;
	dateline->agencies[dateline->agency_count++] = mark;
	return true;
}

/* The agency of the dispatch, where nothing else names it: the one mark of its dateline. */
static void state_agency(struct tx_record *record)
{
	const struct tx_dateline *dateline = &record->dateline;
	const struct tx_profile *profile;

	if (record->agency_code.ptr != NULL || record->agency_name.ptr != NULL ||
	    dateline->agency_count != 1)
		return;
	profile = tx_profile_named(dateline->agencies[0]);
	if (profile == NULL)
		return;
	record->agency_code = tx_slice_of(profile->code);
	record->agency_name = tx_slice_of(profile->name);
}

static unsigned count_words(telex_slice text)
{
	unsigned count = 0;

	while (tx_next_word(&text).len > 0)
		count++;
	return count;
}

/* The line once more at the start of the text, where the text's own rules did not know it. */
static void cut_line(struct tx_record *record, telex_slice line)
{
	struct tx_text *first = record->body_count > 0 ? &record->body[0] : NULL;

	if (first == NULL || line.ptr == NULL || !tx_slice_starts(first->text, line) ||
	    first->text.len == line.len ||
	    tx_char_is(line.ptr[line.len - 1], TX_CHAR_UPPER | TX_CHAR_LOWER | TX_CHAR_DIGIT))
		return;
	first->text = tx_trim(tx_slice_skip(first->text, line.len));
	record->word_count -= count_words(line);
}

/* `sure`: the place is stated apart, and not to be found in the line. */
static bool state_line(struct tx_record *record, telex_slice line, telex_slice place, bool sure,
		       telex_slice date, struct tx_arena *arena)
{
	struct tx_dateline_parts parts;

	record->dateline.present = true;
	record->dateline.text.text = line.ptr != NULL ? line : place;
	if (line.ptr != NULL && !sure)
		read_line(line, arena, &parts);
	if (line.ptr == NULL || sure || (parts.place_count == 0 && place.ptr != NULL))
		read_place(place, &parts);
	if (!copy_parts(record, &parts, arena))
		return false;
	set_date(&record->dateline, date);
	return true;
}

bool tx_dateline_state(struct tx_record *record, const struct tx_story *story,
		       struct tx_arena *arena)
{
	telex_slice line = tx_story_fact(story, TX_FIELD_DATELINE);
	telex_slice place = tx_story_fact(story, TX_FIELD_DATELINE_PLACE);
	telex_slice date = tx_story_fact(story, TX_FIELD_DATELINE_DATE);
	telex_slice around =
		read_qualifier(tx_story_fact(story, TX_FIELD_DATELINE_QUALIFIER), arena);
	bool sure = place.ptr != NULL && around.ptr != NULL;
	telex_slice mark = {NULL, 0};

	if (around.ptr == NULL && tx_story_fact(story, TX_FIELD_DATELINE_QUALIFIER).ptr != NULL)
		return false;
	if (line.ptr != NULL && tx_is_agency(line) && !names_place(line)) {
		mark = line;
		line.ptr = NULL;
	}
	if (!record->dateline.present)
		cut_line(record, line);
	if (!record->dateline.present && (line.ptr != NULL || place.ptr != NULL) &&
	    !state_line(record, line, place, sure, date, arena))
		return false;
	complete_place(&record->dateline, place, around);
	state_agency(record);
	return mark.ptr == NULL || state_mark(record, mark, arena);
}
