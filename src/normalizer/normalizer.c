/* The stages from tokens to the finished record: fields, language, dates, places, warnings. */
#include "normalizer/normalizer.h"

#include "agency/profile.h"
#include "core/scan.h"
#include "core/ascii.h"
#include "normalizer/assemble.h"
#include "normalizer/subjects/categories.h"
#include "normalizer/times/dates.h"
#include "normalizer/times/embargo.h"
#include "normalizer/times/instants.h"
#include "normalizer/people/initials.h"
#include "normalizer/language/language.h"
#include "normalizer/places/places.h"
#include "normalizer/stated.h"
#include "normalizer/subjects/subjects.h"
#include "normalizer/times/times.h"

#define PIECES_MAX 24

static void set_agency(struct tx_record *record, const struct tx_tokens *tokens)
{
	if (tokens->profile_tie)
		tx_record_warn(record, TX_WARN_AGENCY_AMBIGUOUS, 0,
			       TX_LIT("two agencies claim this dispatch equally"));
	if (tokens->profile == NULL || tokens->profile_tie)
		return;
	record->agency_code = tx_slice_of(tokens->profile->code);
	record->agency_name = tx_slice_of(tokens->profile->name);
}

static void set_language(struct tx_record *record, telex_slice stated)
{
	telex_slice pieces[PIECES_MAX];
	size_t count = 0;

	if (stated.len > 0) {
		record->language = stated;
		return;
	}
	if (record->language.ptr != NULL)
		return;
	for (size_t i = 0; i < record->body_count && count < PIECES_MAX - 1; i++)
		pieces[count++] = record->body[i].text;
	if (count < 2 && record->headline.text.len > 0)
		pieces[count++] = record->headline.text;
	if (count == 0 && record->note_count > 0)
		pieces[count++] = record->notes[record->note_count - 1].text.text;
	const char *language = count == 0 ? NULL : tx_language_of_pieces(pieces, count);
	if (language != NULL) {
		record->language = tx_slice_of(language);
		record->language_inferred = true;
	}
}

static const struct tx_profile *house_of(const struct tx_record *record,
					 const struct tx_tokens *tokens)
{
	if (tokens->profile == NULL && record->agency_code.ptr != NULL)
		return tx_profile_find(record->agency_code);
	return tokens->profile;
}

static void warn_of_embargo(struct tx_record *record, const struct tx_note *note,
			    telex_slice message)
{
	tx_record_warn(record, TX_WARN_EMBARGO_UNCLEAR,
		       note->text.span.start - record->source.text_offset, message);
}

/* A day near those of the dispatch, for notes that do not say the year. */
static struct tx_date day_of(const struct tx_record *record, struct tx_date reference)
{
	const telex_slice times[] = {record->issued, record->created, record->updated};
	struct tx_date day = record->dateline.date;

	for (size_t i = 0; i < TX_COUNT(times) && day.year == 0; i++) {
		if (times[i].ptr == NULL || !tx_instant_date(times[i], &day))
			day.year = 0;
	}
	return day.year != 0 ? day : reference;
}

/* A time that the envelope states counts; a note that names another one is reported. */
static void compare_embargo(struct tx_record *record, const struct tx_note *note,
			    const struct tx_embargo *embargo)
{
	int64_t stated, named;

	if (!embargo->found || !tx_instant_minutes(record->embargo, &stated) ||
	    !tx_instant_minutes(tx_slice_of(embargo->time), &named) || stated == named)
		return;
	warn_of_embargo(record, note,
			TX_LIT("the note names another time than the envelope, which counts"));
}

static bool is_later(telex_slice time, telex_slice than)
{
	int64_t minutes, others;

	return than.ptr == NULL || !tx_instant_minutes(than, &others) ||
	       (tx_instant_minutes(time, &minutes) && minutes > others);
}

/* The latest time of all embargo notes, unless the envelope states one. */
static bool set_embargo(const struct tx_times *times, struct tx_date reference)
{
	struct tx_record *record = times->record;
	bool is_stated = record->embargo.ptr != NULL;
	struct tx_date day = day_of(record, reference);

	for (size_t i = 0; i < record->note_count; i++) {
		const struct tx_note *note = &record->notes[i];
		if (note->kind != TX_NOTE_EMBARGO)
			continue;
		struct tx_embargo embargo = tx_embargo_read(note->text.text, day);
		if (is_stated) {
			compare_embargo(record, note, &embargo);
			continue;
		}
		if (embargo.unclear)
			warn_of_embargo(record, note,
					embargo.found
						? TX_LIT("the note can be read in several "
							 "ways: the latest time counts")
						: TX_LIT("no time can be read from the note"));
		if (!embargo.found || !is_later(tx_slice_of(embargo.time), record->embargo))
			continue;
		record->embargo = tx_arena_copy(times->arena, tx_slice_of(embargo.time));
		if (record->embargo.ptr == NULL ||
		    !tx_times_add_zone(times, TX_TIME_EMBARGO, embargo.clock, embargo.place))
			return false;
	}
	return true;
}

/* Whether the time of sending was read from a stamp: one in the text, or the trailer of an envelope
 * of characters, which states no zone.  The times of documents are not the clock of a wire. */
static bool is_stamp_time(const struct tx_record *record, const struct tx_findings *findings,
			  const struct tx_story *story)
{
	static const char *const wires[] = {"anpa1312", "trec", NULL};
	telex_slice stated = {NULL, 0};

	if (story != NULL)
		stated = tx_story_fact(story, TX_FIELD_ISSUED);
	if (stated.ptr == NULL)
		return findings->has_stamp && findings->stamp.zone.ptr == NULL;
	return tx_slice_in(tx_slice_of(record->source.format), wires) &&
	       tx_is_digit(stated.ptr[stated.len - 1]);
}

static void resolve_places(struct tx_record *record, const struct tx_place_context *context)
{
	for (size_t i = 0; i < record->dateline.place_count; i++)
		tx_place_resolve(&record->dateline.places[i], context);
}

/* Places, and the zones of times that they tell. */
static bool place_record(struct tx_record *record, const struct tx_profile *house,
			 const struct tx_findings *findings, const struct tx_story *story,
			 const struct tx_normalize_options *options, struct tx_arena *arena)
{
	struct tx_place_context context = {house == NULL ? "" : house->home, record->language};
	struct tx_times times = {record, options->no_places ? NULL : &context, arena};

	if (options->no_places)
		return set_embargo(&times, options->reference_date);
	resolve_places(record, &context);
	if (is_stamp_time(record, findings, story) &&
	    !tx_times_add_zone(&times, TX_TIME_ISSUED, TX_CLOCK_SENDER, (telex_slice){NULL, 0}))
		return false;
	return set_embargo(&times, options->reference_date);
}

/* A dispatch that is not to be used needs no text. */
static bool is_held_or_killed(const struct tx_record *record)
{
	return record->status.ptr != NULL && !tx_slice_is(record->status, "usable");
}

static void warn_of_gaps(struct tx_record *record, const struct tx_tokens *tokens)
{
	bool has_text = record->body_count > 0 || record->table_count > 0;

	if (!record->dateline.present && has_text)
		tx_record_warn(record, TX_WARN_DATELINE_MISSING, 0,
			       TX_LIT("no dateline was found"));
	if (!has_text && !is_held_or_killed(record))
		tx_record_warn(record, TX_WARN_BODY_MISSING, 0, TX_LIT("the dispatch has no body"));
	if (tokens->lines_joined)
		tx_record_warn(record, TX_WARN_LINES_JOINED, 0,
			       TX_LIT("short lines are so many that they were joined"));
}

bool tx_normalize(struct tx_record *record, telex_slice text, const struct tx_tokens *tokens,
		  const struct tx_story *story, const struct tx_normalize_options *options,
		  struct tx_arena *arena)
{
	struct tx_findings findings;

	set_agency(record, tokens);
	if (!tx_assemble(record, text, tokens, arena, &findings))
		return false;
	if (story != NULL && !tx_stated_apply(record, story, &findings, arena))
		return false;
	set_language(record, options->language);
	if (!tx_dates_resolve(record, &findings, options->reference_date, arena))
		return false;
	tx_dates_check_weekday(record);
	const struct tx_profile *house = house_of(record, tokens);
	tx_category_name(record, house);
	tx_subjects_name(record, options->vocabulary);
	tx_initials_link(record);
	if (!place_record(record, house, &findings, story, options, arena))
		return false;
	warn_of_gaps(record, tokens);
	return true;
}
