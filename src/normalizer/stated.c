/* Facts become values.  A table has the plain ones; times become ISO 8601, status words the
 * record's three, counts numbers. */
#include "normalizer/stated.h"

#include "agency/match.h"
#include "core/scan.h"
#include "core/ascii.h"
#include "normalizer/dateline_stated.h"
#include "normalizer/language/language_tag.h"
#include "normalizer/stated_notes.h"
#include "normalizer/times/instants.h"
#include "normalizer/times/stated_times.h"
#include "normalizer/people/stated_people.h"
#include "tokenizer/lines/signoff.h"

#define DIGITS_MAX 8

struct stating {
	struct tx_record *record;
	const struct tx_story *story;
	struct tx_arena *arena;
	bool failed;
};

static telex_slice fact(const struct stating *s, enum tx_field field)
{
	return tx_story_fact(s->story, field);
}

/* Fields that are copied as they are, by the tables of the record's keys; a text begins with its
 * slice. */
static const struct {
	enum tx_field field;
	size_t offset;
} plain[] = {
/* clang-format off */
#define AT(member) offsetof(struct tx_record, member)},
#define NOTHING(member)
#define TABLE(table, owner)
#define KEY(table, key, kind, member, aux, keys, span, ...) __VA_ARGS__(member)
#define END(table)
#define COPIED(field, key) {TX_FIELD_##field, AT
#define READ(field, key) NOTHING
#define READ_BOTH(field, other, key) NOTHING
#define UNSTATED NOTHING
#include "core/record_keys.def"
	/* clang-format on */
};

static void apply_plain(struct stating *s)
{
	for (size_t i = 0; i < TX_COUNT(plain); i++) {
		telex_slice value = fact(s, plain[i].field);
		if (value.ptr != NULL)
			memcpy((char *)s->record + plain[i].offset, &value, sizeof(value));
	}
}

/* Status words of the trade; an embargoed item is usable from then on. */
static const struct {
	const char *word;
	const char *status;
} statuses[] = {
	{"usable", "usable"},     {"open", "usable"},        {"embargoed", "withheld"},
	{"withheld", "withheld"}, {"hold", "withheld"},      {"hfr", "withheld"},
	{"canceled", "canceled"}, {"cancelled", "canceled"}, {"killed", "canceled"},
	{"kill", "canceled"},     {"withdrawn", "canceled"},
};

static void apply_status(struct stating *s)
{
	telex_slice word = fact(s, TX_FIELD_STATUS);

	if (word.ptr == NULL)
		return;
	for (size_t i = 0; i < TX_COUNT(statuses); i++) {
		if (tx_slice_eq_nocase(word, tx_slice_of(statuses[i].word)))
			s->record->status = tx_slice_of(statuses[i].status);
	}
	if (s->record->status.ptr == NULL)
		s->failed |= !tx_warn_unreadable(s->record, TX_WARN_VALUE_UNREADABLE, "status",
						 word, s->arena);
}

/* "312", "1,163". */
static bool read_number(telex_slice digits, uint32_t *ret_number)
{
	uint32_t value = 0;
	size_t count = 0;

	for (size_t i = 0; i < digits.len; i++) {
		if (digits.ptr[i] == ',' && count > 0 && digits.len - i == 4)
			continue;
		if (!tx_is_digit(digits.ptr[i]) || ++count > DIGITS_MAX)
			return false;
		value = value * 10 + (uint32_t)(digits.ptr[i] - '0');
	}
	*ret_number = value;
	return count > 0;
}

static void warn_of_number(struct stating *s, const char *key, telex_slice value)
{
	s->failed |= !tx_warn_unreadable(s->record, TX_WARN_VALUE_UNREADABLE, key, value, s->arena);
}

/* An urgency of 0 says that there is none. */
static void apply_numbers(struct stating *s)
{
	struct tx_record *record = s->record;
	telex_slice stated = fact(s, TX_FIELD_URGENCY), words = fact(s, TX_FIELD_WORDS);
	uint32_t urgency = 0;

	if (stated.ptr != NULL && (!read_number(stated, &urgency) || urgency > 9))
		warn_of_number(s, "urgency", stated);
	else if (urgency > 0)
		record->urgency = urgency;
	record->has_stated_word_count = read_number(words, &record->stated_word_count);
	if (words.ptr != NULL && !record->has_stated_word_count)
		warn_of_number(s, "word count", words);
}

/* By a code that is known; by a name that is; else as it is named. */
static void apply_agency(struct stating *s)
{
	telex_slice code = fact(s, TX_FIELD_AGENCY), name = fact(s, TX_FIELD_AGENCY_NAME);
	const struct tx_profile *profile = NULL;

	if ((code.ptr == NULL && name.ptr == NULL) || s->record->agency_code.ptr != NULL)
		return;
	if (code.ptr != NULL)
		profile = tx_profile_named(code);
	if (profile == NULL && name.ptr != NULL)
		profile = tx_profile_named(name);
	if (profile != NULL) {
		s->record->agency_code = tx_slice_of(profile->code);
		s->record->agency_name = tx_slice_of(profile->name);
	} else {
		s->record->agency_name = name.ptr != NULL ? name : code;
	}
}

static void apply_language(struct stating *s)
{
	telex_slice tag = fact(s, TX_FIELD_LANGUAGE);

	if (tag.ptr == NULL)
		return;
	s->record->language = tx_language_tag(tag, s->arena);
	s->failed |= s->record->language.ptr == NULL;
}

static size_t count_entries(const struct stating *s, enum tx_field field)
{
	size_t count = 0;

	for (const struct tx_entry *e = s->story->entries; e != NULL; e = e->next)
		count += tx_entry_is(e, field);
	return count;
}

static void apply_signoff(struct stating *s)
{
	struct tx_record *record = s->record;
	telex_slice text = fact(s, TX_FIELD_SIGNOFF);
	struct tx_signoff signoff;
	size_t len = 0;

	if (text.ptr == NULL || record->signoff_count > 0)
		return;
	if (tx_sign_at(text, TX_SIGN_FOOT, &len) != NULL && len < text.len)
		text = tx_trim(tx_slice_skip(text, len));
	bool parsed = tx_signoff_parse(text, true, &signoff);
	size_t count = parsed ? signoff.count : 1;
	record->signoff = tx_arena_calloc(s->arena, count, sizeof(*record->signoff));
	if (record->signoff == NULL) {
		s->failed = true;
		return;
	}
	memcpy(record->signoff, parsed ? signoff.initials : &text, count * sizeof(text));
	record->signoff_count = count;
}

static bool is_among(const struct tx_note *notes, size_t count, telex_slice text)
{
	for (size_t i = 0; i < count; i++) {
		if (tx_slice_eq(notes[i].text.text, text))
			return true;
	}
	return false;
}

/* The envelope's notes come first: they are read before the text, and not again in it. */
static void apply_notes(struct stating *s)
{
	struct tx_record *record = s->record;
	size_t count = 0, own = record->note_count, stated;
	struct tx_note *notes;

	for (const struct tx_entry *e = s->story->entries; e != NULL; e = e->next)
		count += tx_stated_note(e) != TX_NOTE_NONE;
	if (count == 0)
		return;
	notes = tx_arena_calloc(s->arena, count + own, sizeof(*notes));
	if (notes == NULL) {
		s->failed = true;
		return;
	}
	count = 0;
	for (const struct tx_entry *e = s->story->entries; e != NULL; e = e->next) {
		if (tx_stated_note(e) != TX_NOTE_NONE)
			notes[count++] =
				(struct tx_note){tx_stated_note(e), {.text = e->term.name}};
	}
	stated = count;
	for (size_t i = 0; i < stated && record->status.ptr == NULL; i++) {
		if (notes[i].kind == TX_NOTE_KILL)
			record->status = TX_LIT("canceled");
	}
	for (size_t i = 0; i < own; i++) {
		if (!is_among(notes, stated, record->notes[i].text.text))
			notes[count++] = record->notes[i];
	}
	record->notes = notes;
	record->note_count = count;
}

static void apply_keywords(struct stating *s)
{
	struct tx_record *record = s->record;
	size_t count = count_entries(s, TX_FIELD_KEYWORD);

	if (count == 0)
		return;
	record->keywords = tx_arena_calloc(s->arena, count, sizeof(*record->keywords));
	if (record->keywords == NULL) {
		s->failed = true;
		return;
	}
	for (const struct tx_entry *e = s->story->entries; e != NULL; e = e->next) {
		if (tx_entry_is(e, TX_FIELD_KEYWORD))
			record->keywords[record->keyword_count++].text = e->term.name;
	}
}

static void apply_terms(struct stating *s, enum tx_field field, struct tx_term **ret_terms,
			size_t *ret_count)
{
	size_t count = count_entries(s, field);

	if (count == 0)
		return;
	*ret_terms = tx_arena_calloc(s->arena, count, sizeof(**ret_terms));
	if (*ret_terms == NULL) {
		s->failed = true;
		return;
	}
	for (const struct tx_entry *e = s->story->entries; e != NULL; e = e->next) {
		if (tx_entry_is(e, field))
			(*ret_terms)[(*ret_count)++] = e->term;
	}
}

/* A kind of media, or a content type that tells it. */
static void set_media_type(struct tx_media *media, telex_slice type)
{
	static const struct {
		const char *opening, *type;
	} types[] = {{"text", "text"},     {"picture", "picture"},    {"photo", "picture"},
		     {"image", "picture"}, {"graphic", "graphic"},    {"audio", "audio"},
		     {"video", "video"},   {"composite", "composite"}};

	if (type.len == 0)
		return;
	if (memchr(type.ptr, '/', type.len) != NULL)
		media->content_type = type;
	media->type = TX_LIT("other");
	for (size_t i = 0; i < TX_COUNT(types); i++) {
		if (tx_slice_starts_nocase(type, tx_slice_of(types[i].opening)))
			media->type = tx_slice_of(types[i].type);
	}
}

static struct tx_media media_of(const struct tx_entry *entry)
{
	const struct tx_term *term = &entry->term;
	struct tx_media media = {.caption = term->name, .credit = entry->credit};
	bool address = tx_slice_find(term->code, TX_LIT("://")) < term->code.len;

	if (address)
		media.href = term->code;
	else
		media.id = term->code;
	set_media_type(&media, term->scheme);
	return media;
}

static void apply_media(struct stating *s)
{
	struct tx_record *record = s->record;
	size_t count = count_entries(s, TX_FIELD_MEDIA);

	if (count == 0)
		return;
	record->media = tx_arena_calloc(s->arena, count, sizeof(*record->media));
	if (record->media == NULL) {
		s->failed = true;
		return;
	}
	for (const struct tx_entry *e = s->story->entries; e != NULL; e = e->next) {
		if (tx_entry_is(e, TX_FIELD_MEDIA))
			record->media[record->media_count++] = media_of(e);
	}
}

bool tx_leftovers_apply(struct tx_record *record, const struct tx_story *story,
			struct tx_arena *arena)
{
	size_t count = 0;

	for (const struct tx_leftover *l = story->leftovers; l != NULL; l = l->next)
		count++;
	if (count == 0)
		return true;
	record->leftovers = tx_arena_calloc(arena, count, sizeof(*record->leftovers));
	if (record->leftovers == NULL)
		return false;
	for (const struct tx_leftover *l = story->leftovers; l != NULL; l = l->next)
		record->leftovers[record->leftover_count++] =
			(struct tx_term){.code = l->value, .name = l->name};
	return true;
}

static void apply_lists(struct stating *s)
{
	struct tx_record *record = s->record;

	apply_keywords(s);
	apply_notes(s);
	apply_media(s);
	s->failed |= !tx_leftovers_apply(record, s->story, s->arena);
	apply_terms(s, TX_FIELD_SUBJECT, &record->subjects, &record->subject_count);
	apply_terms(s, TX_FIELD_PLACE, &record->places, &record->place_count);
	apply_terms(s, TX_FIELD_PERSON, &record->people, &record->person_count);
	apply_terms(s, TX_FIELD_ORGANISATION, &record->organisations, &record->organisation_count);
}

/* Titles are in the text already, where it was made of them. */
static void apply_titles(struct stating *s)
{
	if (s->record->headline.text.ptr == NULL)
		s->record->headline.text = fact(s, TX_FIELD_HEADLINE);
	if (s->record->slug.text.ptr == NULL || fact(s, TX_FIELD_SLUG).ptr != NULL)
		s->record->slug.text = fact(s, TX_FIELD_SLUG).ptr != NULL ? fact(s, TX_FIELD_SLUG)
									  : s->record->slug.text;
}

/* The day near which a date without a year lies: the envelope's. */
static void find_date(const struct stating *s, struct tx_findings *findings)
{
	static const enum tx_field dates[] = {TX_FIELD_DATELINE_DATE, TX_FIELD_ISSUED,
					      TX_FIELD_UPDATED, TX_FIELD_CREATED};

	for (size_t i = 0; i < TX_COUNT(dates) && !findings->has_stamp; i++) {
		telex_slice value = fact(s, dates[i]);
		if (value.ptr == NULL || !tx_instant_date(value, &findings->stamp.date))
			continue;
		findings->has_stamp = findings->in_envelope = true;
	}
}

bool tx_stated_apply(struct tx_record *record, const struct tx_story *story,
		     struct tx_findings *findings, struct tx_arena *arena)
{
	struct stating s = {record, story, arena, false};

	record->input = story->input;
	apply_plain(&s);
	s.failed |= !tx_times_state(record, story, arena);
	apply_status(&s);
	apply_numbers(&s);
	apply_agency(&s);
	apply_language(&s);
	apply_titles(&s);
	s.failed |= !tx_people_state(record, story, arena);
	apply_signoff(&s);
	apply_lists(&s);
	find_date(&s, findings);
	s.failed |= !tx_dateline_state(record, story, arena);
	return !s.failed;
}
