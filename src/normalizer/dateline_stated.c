/* A dateline in an envelope is a whole line ("Paris, 21 jan 2019 (AFP) -"), a place and a date, or
 * a place alone; a date beside it may be the only one. */
#include "normalizer/dateline_stated.h"

#include "core/ascii.h"
#include "normalizer/instants.h"
#include "normalizer/no_place.h"
#include "tokenizer/dateline.h"

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

/* The whole text is one place, whatever it looks like. */
static void read_place(telex_slice text, struct tx_dateline_parts *parts)
{
	*parts = (struct tx_dateline_parts){.text = text, .place_count = 1};
	parts->places[0] = text;
}

/* A line that closes as in a text ("MELBOURNE, March 3 AAP -") is read as there: with a text behind
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

static void read_line(telex_slice line, struct tx_arena *arena, struct tx_dateline_parts *parts)
{
	if (!find_closed(line, arena, parts) && !tx_dateline_stated(line, parts))
		*parts = (struct tx_dateline_parts){.text = line};
}

static void set_date(struct tx_dateline *dateline, telex_slice date)
{
	if (dateline->date.day == 0 && date.ptr != NULL && tx_instant_date(date, &dateline->date))
		dateline->year_from = TX_YEAR_ENVELOPE;
}

bool tx_dateline_state(struct tx_record *record, const struct tx_story *story,
		       struct tx_arena *arena)
{
	telex_slice line = tx_story_fact(story, TX_FIELD_DATELINE);
	telex_slice place = tx_story_fact(story, TX_FIELD_DATELINE_PLACE);
	telex_slice date = tx_story_fact(story, TX_FIELD_DATELINE_DATE);
	struct tx_dateline_parts parts;

	if (record->dateline.present || (line.ptr == NULL && place.ptr == NULL))
		return true;
	record->dateline.present = true;
	record->dateline.text.text = line.ptr != NULL ? line : place;
	if (line.ptr != NULL)
		read_line(line, arena, &parts);
	if (line.ptr == NULL || (parts.place_count == 0 && place.ptr != NULL))
		read_place(place, &parts);
	if (!copy_parts(record, &parts, arena))
		return false;
	set_date(&record->dateline, date);
	return true;
}
