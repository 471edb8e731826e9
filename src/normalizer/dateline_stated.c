/* A dateline in an envelope is a whole line ("Paris, 21 jan 2019 (AFP) -"), a place and a date, or
 * a place alone; a date beside it may be the only one. */
#include "normalizer/dateline_stated.h"

#include "core/ascii.h"
#include "normalizer/instants.h"
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
	if (line.ptr != NULL && !tx_dateline_stated(line, &parts))
		parts = (struct tx_dateline_parts){.text = line};
	if (line.ptr == NULL || (parts.place_count == 0 && place.ptr != NULL))
		read_place(place, &parts);
	if (!copy_parts(record, &parts, arena))
		return false;
	set_date(&record->dateline, date);
	return true;
}
