/* The stages from tokens to the finished record: fields, language, dates, places, warnings. */
#include "normalizer/normalizer.h"

#include "agency/profile.h"
#include "normalizer/assemble.h"
#include "normalizer/dates.h"
#include "normalizer/embargo.h"
#include "normalizer/language.h"
#include "normalizer/places.h"
#include "normalizer/stated.h"

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

static bool set_embargo(struct tx_record *record, struct tx_arena *arena)
{
	char time[32];

	for (size_t i = 0; i < record->note_count; i++) {
		const struct tx_note *note = &record->notes[i];
		if (note->kind != TX_NOTE_EMBARGO ||
		    !tx_embargo_read(note->text.text, record->dateline.date, time))
			continue;
		record->embargo = tx_arena_copy(arena, tx_slice_of(time));
		return record->embargo.ptr != NULL;
	}
	return true;
}

static void resolve_places(struct tx_record *record, const struct tx_tokens *tokens)
{
	const struct tx_profile *house = tokens->profile;

	if (house == NULL && record->agency_code.ptr != NULL)
		house = tx_profile_find(record->agency_code);
	struct tx_place_context context = {house == NULL ? "" : house->home, record->language};

	for (size_t i = 0; i < record->dateline.place_count; i++)
		tx_place_resolve(&record->dateline.places[i], &context);
}

static void warn_of_gaps(struct tx_record *record)
{
	bool has_text = record->body_count > 0 || record->table_count > 0;

	if (!record->dateline.present && has_text)
		tx_record_warn(record, TX_WARN_DATELINE_MISSING, 0,
			       TX_LIT("no dateline was found"));
	if (!has_text && record->status.ptr == NULL)
		tx_record_warn(record, TX_WARN_BODY_MISSING, 0, TX_LIT("the dispatch has no body"));
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
	if (!set_embargo(record, arena))
		return false;
	tx_dates_check_weekday(record);
	if (!options->no_places)
		resolve_places(record, tokens);
	warn_of_gaps(record);
	return true;
}
