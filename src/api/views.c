/* telex.h: a record by types.  Each function fills a plain structure from a part of the record. */
#include "api/parser.h"

#include "core/ascii.h"
#include "core/scan.h"

/* A date and a time of day in ISO 8601 as the normalizer writes them: the bytes of their parts. */
#define DATE_LEN  10 /* 2025-04-19 */
#define CLOCK_LEN 6  /* T10:00 */
#define ZONE_LEN  6  /* +02:00 */

static telex_span span_of(struct tx_span span)
{
	return (telex_span){span.start, span.end};
}

int telex_record_author(const telex_record *record, size_t index, telex_author *ret_author)
{
	if (index >= record->fields.author_count)
		return 0;
	const struct tx_author *author = &record->fields.authors[index];
	*ret_author = (telex_author){author->name, author->role, author->place, author->initials};
	return 1;
}

int telex_record_dateline(const telex_record *record, telex_dateline *ret_dateline)
{
	const struct tx_dateline *dateline = &record->fields.dateline;

	if (!dateline->present)
		return 0;
	*ret_dateline = (telex_dateline){
		.text = dateline->text.text,
		.span = span_of(dateline->text.span),
		.year = dateline->date.year > 0 ? dateline->date.year : 0,
		.month = dateline->date.month,
		.day = dateline->date.day,
		.year_from = tx_year_from_name(dateline->year_from),
	};
	return 1;
}

int telex_record_place(const telex_record *record, size_t index, telex_place *ret_place)
{
	if (index >= record->fields.dateline.place_count)
		return 0;
	const struct tx_place *place = &record->fields.dateline.places[index];
	*ret_place = (telex_place){
		.name = place->name,
		.qualifier = place->qualifier,
		.canonical = place->canonical,
		.country = tx_slice_of(place->country[0] == '\0' ? NULL : place->country),
		.region = place->region,
		.timezone = place->timezone,
		.geonames_id = place->geonames_id,
		.latitude = place->geonames_id == 0 ? 0 : place->latitude,
		.longitude = place->geonames_id == 0 ? 0 : place->longitude,
		.ambiguous = place->ambiguous,
	};
	return 1;
}

int telex_record_note(const telex_record *record, size_t index, telex_note *ret_note)
{
	if (index >= record->fields.note_count)
		return 0;
	const struct tx_note *note = &record->fields.notes[index];
	*ret_note = (telex_note){(telex_note_kind)note->kind, tx_note_kind_name(note->kind),
				 note->text.text, span_of(note->text.span)};
	return 1;
}

/* How many of these are before paragraph `before`, or, counting its own, up to it. */
static size_t count_to(const struct tx_placed *items, size_t count, size_t before, bool own)
{
	size_t low = 0, high = count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		bool counts =
			items[middle].before < before || (own && items[middle].before == before);
		low = counts ? middle + 1 : low;
		high = counts ? high : middle;
	}
	return low;
}

/* The index among all blocks of paragraph `at`, before which its crossheads and tables are; of the
 * paragraph after the last, how many blocks there are. */
static size_t block_of(const struct tx_record *record, size_t at)
{
	size_t before = at < record->body_count ? at : SIZE_MAX;

	return at + count_to(record->crossheads, record->crosshead_count, before, true) +
	       count_to(record->tables, record->table_count, before, true);
}

/* The first paragraph whose block is not before `index`. */
static size_t paragraph_at(const struct tx_record *record, size_t index)
{
	size_t low = 0, high = record->body_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (block_of(record, middle) < index)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static telex_block block_from(telex_block_kind kind, const struct tx_text *text)
{
	return (telex_block){kind, text->text, span_of(text->span)};
}

int telex_record_block(const telex_record *record, size_t index, telex_block *ret_block)
{
	const struct tx_record *fields = &record->fields;
	size_t at = paragraph_at(fields, index);

	if (index >= block_of(fields, fields->body_count))
		return 0;
	if (at < fields->body_count && index == block_of(fields, at)) {
		*ret_block = block_from(TELEX_BLOCK_PARAGRAPH, &fields->body[at]);
		return 1;
	}
	/* Crossheads of one paragraph are before its tables. */
	size_t rest = index - (at == 0 ? 0 : block_of(fields, at - 1) + 1);
	size_t crosshead = count_to(fields->crossheads, fields->crosshead_count, at, false) + rest;
	size_t end = count_to(fields->crossheads, fields->crosshead_count,
			      at < fields->body_count ? at : SIZE_MAX, true);
	if (crosshead < end) {
		*ret_block = block_from(TELEX_BLOCK_CROSSHEAD, &fields->crossheads[crosshead].text);
		return 1;
	}
	size_t table = count_to(fields->tables, fields->table_count, at, false) + crosshead - end;
	*ret_block = block_from(TELEX_BLOCK_TABLE, &fields->tables[table].text);
	return 1;
}

/* The seconds of "T10:00:05.5" and the zone after it. */
static void read_clock(telex_slice clock, telex_time *time)
{
	size_t at = CLOCK_LEN;

	time->has_clock = 1;
	time->seconds +=
		(int)tx_two_digits(clock.ptr + 1) * 3600 + (int)tx_two_digits(clock.ptr + 4) * 60;
	if (clock.len >= at + 3 && clock.ptr[at] == ':') {
		time->seconds += (int)tx_two_digits(clock.ptr + at + 1);
		at += 3;
	}
	while (at < clock.len && (clock.ptr[at] == '.' || tx_is_digit(clock.ptr[at])))
		at++;
	telex_slice zone = tx_slice_skip(clock, at);
	time->has_offset = zone.len > 0;
	if (zone.len < ZONE_LEN)
		return;
	time->offset = (int)tx_two_digits(zone.ptr + 1) * 60 + (int)tx_two_digits(zone.ptr + 4);
	if (zone.ptr[0] == '-')
		time->offset = -time->offset;
	time->seconds -= (int64_t)time->offset * 60;
}

int telex_record_time(const telex_record *record, telex_time_key key, telex_time *ret_time)
{
	const telex_slice values[TX_TIME__COUNT] = {
		[TX_TIME_CREATED] = record->fields.created,
		[TX_TIME_UPDATED] = record->fields.updated,
		[TX_TIME_ISSUED] = record->fields.issued,
		[TX_TIME_EMBARGO] = record->fields.embargo,
		[TX_TIME_EXPIRES] = record->fields.expires,
	};
	struct tx_date date;

	if ((unsigned)key >= TX_TIME__COUNT ||
	    !tx_date_parse_iso(tx_slice_take(values[key], DATE_LEN), &date))
		return 0;
	telex_slice clock = tx_slice_skip(values[key], DATE_LEN);
	*ret_time = (telex_time){.seconds = (int64_t)tx_date_days(date) * 86400};
	if (clock.len >= CLOCK_LEN)
		read_clock(clock, ret_time);
	return 1;
}

unsigned telex_record_urgency(const telex_record *record)
{
	return record->fields.urgency;
}

uint32_t telex_record_word_count(const telex_record *record)
{
	return record->fields.word_count;
}

int telex_record_stated_word_count(const telex_record *record, uint32_t *ret_count)
{
	if (!record->fields.has_stated_word_count)
		return 0;
	*ret_count = record->fields.stated_word_count;
	return 1;
}

int telex_record_term(const telex_record *record, telex_term_list list, size_t index,
		      telex_term *ret_term)
{
	const struct tx_record *fields = &record->fields;
	const struct {
		const struct tx_term *items;
		size_t count;
	} lists[] = {
		[TELEX_TERMS_SUBJECTS] = {fields->subjects, fields->subject_count},
		[TELEX_TERMS_PLACES] = {fields->places, fields->place_count},
		[TELEX_TERMS_PEOPLE] = {fields->people, fields->person_count},
		[TELEX_TERMS_ORGANISATIONS] = {fields->organisations, fields->organisation_count},
	};

	if ((size_t)list >= TX_COUNT(lists) || index >= lists[list].count)
		return 0;
	const struct tx_term *term = &lists[list].items[index];
	*ret_term = (telex_term){.code = term->code,
				 .name = term->name,
				 .scheme = term->scheme,
				 .level = term->level};
	if (term->medtop != NULL) {
		ret_term->medtop_code = term->medtop->code;
		ret_term->medtop_name = term->medtop->name;
	}
	return 1;
}

int telex_record_media(const telex_record *record, size_t index, telex_media *ret_media)
{
	if (index >= record->fields.media_count)
		return 0;
	const struct tx_media *media = &record->fields.media[index];
	*ret_media = (telex_media){media->id,           media->type,    media->href,
				   media->content_type, media->caption, media->credit};
	return 1;
}
