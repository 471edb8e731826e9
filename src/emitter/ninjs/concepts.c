/* What an item of ninjs is about and comes from, as lists of objects: {name, rel, uri, literal,
 * creator}. */
#include "emitter/ninjs/writer.h"

#include "core/ascii.h"
#include "emitter/ninjs/uri.h"
#include "core/scan.h"

void tx_ninjs_begin_entry(struct tx_ninjs_list *list)
{
	if (!list->is_open)
		tx_json_open_member(list->json, list->key, '[');
	list->is_open = true;
	tx_json_open_item(list->json, '{');
}

void tx_ninjs_end_entry(struct tx_ninjs_list *list)
{
	tx_json_close(list->json, '}');
}

void tx_ninjs_end_list(struct tx_ninjs_list *list)
{
	if (list->is_open)
		tx_json_close(list->json, ']');
}

/* {"role": …, "value": …} */
void tx_ninjs_add_role(struct tx_ninjs_list *list, const char *role, telex_slice value)
{
	if (value.len == 0)
		return;
	tx_ninjs_begin_entry(list);
	tx_json_text(list->json, TX_KEY("role"), tx_slice_of(role));
	tx_json_text(list->json, TX_KEY("value"), value);
	tx_ninjs_end_entry(list);
}

static void begin_named(struct tx_ninjs_list *list, telex_slice name, const char *rel)
{
	tx_ninjs_begin_entry(list);
	if (name.len > 0)
		tx_json_text(list->json, TX_KEY("name"), name);
	tx_json_text(list->json, TX_KEY("rel"), tx_slice_of(rel));
}

static void add_term(struct tx_ninjs_list *list, const struct tx_term *term)
{
	begin_named(list, term->name, "mentions");
	if (term->code.len > 0)
		tx_json_text(list->json, TX_KEY("literal"), term->code);
	tx_ninjs_end_entry(list);
}

static void write_terms(const struct tx_ninjs_writer *w, telex_slice key,
			const struct tx_term *terms, size_t count)
{
	struct tx_ninjs_list list = {w->json, key, false};

	for (size_t i = 0; i < count; i++)
		add_term(&list, &terms[i]);
	tx_ninjs_end_list(&list);
}

static void write_people(const struct tx_ninjs_writer *w)
{
	const struct tx_record *record = w->record;
	struct tx_ninjs_list list = {w->json, TX_KEY("people"), false};

	for (size_t i = 0; i < record->author_count; i++) {
		begin_named(&list, record->authors[i].name, "author");
		tx_ninjs_end_entry(&list);
	}
	for (size_t i = 0; i < record->person_count; i++)
		add_term(&list, &record->people[i]);
	tx_ninjs_end_list(&list);
}

static void write_places(const struct tx_ninjs_writer *w)
{
	const struct tx_record *record = w->record;
	struct tx_ninjs_list list = {w->json, TX_KEY("places"), false};

	for (size_t i = 0; i < record->dateline.place_count; i++) {
		const struct tx_place *place = &record->dateline.places[i];
		begin_named(&list, place->name, "dateline");
		if (place->geonames_id != 0) {
			tx_json_begin_text(w->json, TX_KEY("uri"));
			tx_buffer_lit(w->json->out, "https://sws.geonames.org/");
			tx_buffer_number(w->json->out, place->geonames_id);
			tx_buffer_byte(w->json->out, '/');
			tx_json_end_text(w->json);
		}
		if (place->country[0] != '\0')
			tx_json_text(w->json, TX_KEY("literal"), tx_slice(place->country, 2));
		tx_ninjs_end_entry(&list);
	}
	for (size_t i = 0; i < record->place_count; i++)
		add_term(&list, &record->places[i]);
	tx_ninjs_end_list(&list);
}

static bool is_digits(telex_slice s, size_t count)
{
	for (size_t i = 0; i < s.len; i++) {
		if (!tx_is_digit(s.ptr[i]))
			return false;
	}
	return s.len == count;
}

/* Vocabularies of the IPTC that a code's scheme names. */
static void add_subject_uri(struct tx_ninjs_list *list, const struct tx_term *subject)
{
	static const struct {
		const char *scheme, *uri;
	} vocabularies[] = {
		{"subj", "http://cv.iptc.org/newscodes/subjectcode/"},
		{"iptc", "http://cv.iptc.org/newscodes/subjectcode/"},
		{"iptc-subject-code", "http://cv.iptc.org/newscodes/subjectcode/"},
		{"medtop", "http://cv.iptc.org/newscodes/mediatopic/"},
	};

	for (size_t i = 0; i < TX_COUNT(vocabularies); i++) {
		if (!tx_slice_eq_nocase(subject->scheme, tx_slice_of(vocabularies[i].scheme)) ||
		    !is_digits(subject->code, 8))
			continue;
		tx_json_begin_text(list->json, TX_KEY("uri"));
		tx_buffer_slice(list->json->out, tx_slice_of(vocabularies[i].uri));
		tx_buffer_slice(list->json->out, subject->code);
		tx_json_end_text(list->json);
	}
}

static void add_subject(struct tx_ninjs_list *list, const struct tx_term *subject)
{
	begin_named(list, subject->name, "about");
	add_subject_uri(list, subject);
	if (subject->code.len > 0)
		tx_json_text(list->json, TX_KEY("literal"), subject->code);
	if (subject->scheme.len > 0)
		tx_json_text(list->json, TX_KEY("creator"), subject->scheme);
	tx_ninjs_end_entry(list);
}

static void write_subjects(const struct tx_ninjs_writer *w)
{
	const struct tx_record *record = w->record;
	struct tx_ninjs_list list = {w->json, TX_KEY("subjects"), false};

	for (size_t i = 0; i < record->subject_count; i++)
		add_subject(&list, &record->subjects[i]);
	if (record->category_code.len > 0 || record->category_name.len > 0) {
		begin_named(&list, record->category_name, "classifies");
		if (record->category_code.len > 0)
			tx_json_text(w->json, TX_KEY("literal"), record->category_code);
		tx_json_text(w->json, TX_KEY("creator"), record->agency_code);
		tx_ninjs_end_entry(&list);
	}
	for (size_t i = 0; i < record->keyword_count; i++) {
		begin_named(&list, record->keywords[i].text, "keyword");
		tx_ninjs_end_entry(&list);
	}
	tx_ninjs_end_list(&list);
}

static void write_sources(const struct tx_ninjs_writer *w)
{
	const struct tx_record *record = w->record;
	struct tx_ninjs_list list = {w->json, w->version->names[INFO_SOURCES], false};

	if (record->agency_code.ptr == NULL && record->agency_name.ptr == NULL)
		return;
	tx_ninjs_begin_entry(&list);
	tx_json_text(w->json, TX_KEY("name"),
		     record->agency_name.ptr != NULL ? record->agency_name : record->agency_code);
	if (record->agency_code.ptr != NULL) {
		tx_json_begin_text(w->json, TX_KEY("uri"));
		tx_ninjs_urn(w->json->out, "agency", record->agency_code);
		tx_json_end_text(w->json);
	}
	tx_ninjs_end_entry(&list);
	tx_ninjs_end_list(&list);
}

static void write_genre(const struct tx_ninjs_writer *w)
{
	if (w->record->genre.len == 0)
		return;
	tx_json_open_member(w->json, TX_KEY("genres"), '[');
	tx_json_open_item(w->json, '{');
	tx_json_text(w->json, TX_KEY("name"), w->record->genre);
	tx_json_close(w->json, '}');
	tx_json_close(w->json, ']');
}

void tx_ninjs_write_concepts(const struct tx_ninjs_writer *w)
{
	const struct tx_record *record = w->record;

	write_people(w);
	write_terms(w, TX_KEY("organisations"), record->organisations, record->organisation_count);
	write_places(w);
	write_subjects(w);
	write_sources(w);
	write_genre(w);
}

static void write_alternate_ids(const struct tx_ninjs_writer *w, bool uri_is_id)
{
	struct tx_ninjs_list list = {w->json, w->version->names[ALT_IDS], false};

	if (!uri_is_id)
		tx_ninjs_add_role(&list, "publicIdentifier", w->record->id);
	tx_ninjs_add_role(&list, "wireRef", w->record->sequence);
	tx_ninjs_add_role(&list, "service", w->record->service);
	tx_ninjs_end_list(&list);
}

static void add_media_uri(const struct tx_ninjs_writer *w, const struct tx_media *media)
{
	telex_slice id = media->href.len > 0 ? media->href : media->id;

	tx_json_begin_text(w->json, TX_KEY("uri"));
	if (tx_is_uri(id))
		tx_buffer_slice(w->json->out, id);
	else
		tx_ninjs_urn(w->json->out, "media", id);
	tx_json_end_text(w->json);
}

static void add_media(const struct tx_ninjs_writer *w, struct tx_ninjs_list *list, size_t index)
{
	static const char *const types[] = {"text",    "audio",     "video", "picture",
					    "graphic", "composite", NULL};
	const struct tx_media *media = &w->record->media[index];

	tx_ninjs_begin_entry(list);
	tx_json_begin_text(w->json, TX_KEY("name"));
	tx_buffer_lit(w->json->out, "media-");
	tx_buffer_number(w->json->out, index + 1);
	tx_json_end_text(w->json);
	add_media_uri(w, media);
	if (tx_slice_in(media->type, types))
		tx_json_text(w->json, TX_KEY("type"), media->type);
	if (w->version->has_association_rel)
		tx_json_text(w->json, TX_KEY("rel"), TX_LIT("media"));
	if (media->caption.len > 0)
		tx_json_text(w->json, TX_KEY("title"), media->caption);
	tx_ninjs_end_entry(list);
}

static void write_associations(const struct tx_ninjs_writer *w)
{
	struct tx_ninjs_list list = {w->json, TX_KEY("associations"), false};

	for (size_t i = 0; i < w->record->media_count; i++)
		add_media(w, &list, i);
	tx_ninjs_end_list(&list);
}

void tx_ninjs_write_relations(const struct tx_ninjs_writer *w, bool uri_is_id)
{
	write_alternate_ids(w, uri_is_id);
	write_associations(w);
}
