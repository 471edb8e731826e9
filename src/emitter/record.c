/* The record as one line of JSON (docs/record.md).  A table has the keys in their order, each with
 * the function that writes its value; a key whose value is unknown is left out. */

#include "emitter/emitter.h"

#include "emitter/hash.h"
#include "emitter/json.h"
#include "emitter/parts.h"

/** One key of the record. */
struct field {
	telex_slice key;
	void (*write)(struct tx_buffer *out, const struct tx_record *record,
		      const struct field *field);
	/* Where the value stands; NULL for keys that do not come from the text. */
	void (*write_span)(struct tx_buffer *out, const struct tx_record *record,
			   const struct field *field);
	size_t value; /* offset in struct tx_record */
	size_t count; /* likewise: of a list its length, of a code its name */
};

static const void *member(const struct tx_record *record, size_t offset)
{
	return (const char *)record + offset;
}

static size_t count_of(const struct tx_record *record, const struct field *field)
{
	return *(const size_t *)member(record, field->count);
}

static void open_list(struct tx_buffer *out, const struct field *field)
{
	tx_buffer_slice(out, field->key);
	tx_buffer_byte(out, '[');
}

static void write_pair(struct tx_buffer *out, struct tx_span span)
{
	tx_buffer_byte(out, '[');
	tx_buffer_number(out, span.start);
	tx_buffer_byte(out, ',');
	tx_buffer_number(out, span.end);
	tx_buffer_lit(out, "],");
}

static void write_one_span(struct tx_buffer *out, const struct field *field, struct tx_span span)
{
	if (span.end == 0)
		return;
	tx_buffer_slice(out, field->key);
	write_pair(out, span);
}

static void write_slice(struct tx_buffer *out, const struct tx_record *record,
			const struct field *field)
{
	const telex_slice *value = member(record, field->value);

	tx_json_text(out, field->key, *value);
}

static void write_slices(struct tx_buffer *out, const struct tx_record *record,
			 const struct field *field)
{
	telex_slice *const *items = member(record, field->value);
	size_t count = count_of(record, field);

	if (count == 0)
		return;
	open_list(out, field);
	for (size_t i = 0; i < count; i++)
		tx_json_item(out, (*items)[i]);
	tx_json_close(out, ']');
}

static void write_text(struct tx_buffer *out, const struct tx_record *record,
		       const struct field *field)
{
	const struct tx_text *value = member(record, field->value);

	tx_json_text(out, field->key, value->text);
}

static void span_text(struct tx_buffer *out, const struct tx_record *record,
		      const struct field *field)
{
	const struct tx_text *value = member(record, field->value);

	write_one_span(out, field, value->span);
}

static void write_texts(struct tx_buffer *out, const struct tx_record *record,
			const struct field *field)
{
	struct tx_text *const *items = member(record, field->value);
	size_t count = count_of(record, field);

	if (count == 0)
		return;
	open_list(out, field);
	for (size_t i = 0; i < count; i++)
		tx_json_item(out, (*items)[i].text);
	tx_json_close(out, ']');
}

static void span_texts(struct tx_buffer *out, const struct tx_record *record,
		       const struct field *field)
{
	struct tx_text *const *items = member(record, field->value);
	size_t count = count_of(record, field);

	if (count == 0)
		return;
	open_list(out, field);
	for (size_t i = 0; i < count; i++)
		write_pair(out, (*items)[i].span);
	tx_json_close(out, ']');
}

static void write_placed(struct tx_buffer *out, const struct tx_record *record,
			 const struct field *field)
{
	struct tx_placed *const *items = member(record, field->value);
	size_t count = count_of(record, field);

	if (count == 0)
		return;
	open_list(out, field);
	for (size_t i = 0; i < count; i++) {
		tx_buffer_byte(out, '{');
		tx_json_number(out, TX_KEY("before"), (*items)[i].before);
		tx_json_text(out, TX_KEY("text"), (*items)[i].text.text);
		tx_json_close(out, '}');
	}
	tx_json_close(out, ']');
}

static void span_placed(struct tx_buffer *out, const struct tx_record *record,
			const struct field *field)
{
	struct tx_placed *const *items = member(record, field->value);
	size_t count = count_of(record, field);

	if (count == 0)
		return;
	open_list(out, field);
	for (size_t i = 0; i < count; i++)
		write_pair(out, (*items)[i].text.span);
	tx_json_close(out, ']');
}

static void write_notes(struct tx_buffer *out, const struct tx_record *record,
			const struct field *field)
{
	if (record->note_count == 0)
		return;
	open_list(out, field);
	for (size_t i = 0; i < record->note_count; i++) {
		const struct tx_note *note = &record->notes[i];

		tx_buffer_byte(out, '{');
		tx_json_text(out, TX_KEY("kind"), tx_slice_of(tx_note_kind_name(note->kind)));
		tx_json_text(out, TX_KEY("text"), note->text.text);
		tx_json_close(out, '}');
	}
	tx_json_close(out, ']');
}

static void span_notes(struct tx_buffer *out, const struct tx_record *record,
		       const struct field *field)
{
	if (record->note_count == 0)
		return;
	open_list(out, field);
	for (size_t i = 0; i < record->note_count; i++)
		write_pair(out, record->notes[i].text.span);
	tx_json_close(out, ']');
}

static void write_medtop(struct tx_buffer *out, const struct tx_medtop *medtop)
{
	tx_buffer_lit(out, "\"medtop\":{");
	tx_json_text(out, TX_KEY("code"), medtop->code);
	tx_json_text(out, TX_KEY("name"), medtop->name);
	tx_json_text(out, TX_KEY("name_es"), medtop->name_es);
	tx_json_close(out, '}');
}

static void write_terms(struct tx_buffer *out, const struct tx_record *record,
			const struct field *field)
{
	struct tx_term *const *items = member(record, field->value);
	size_t count = count_of(record, field);

	if (count == 0)
		return;
	open_list(out, field);
	for (size_t i = 0; i < count; i++) {
		tx_buffer_byte(out, '{');
		tx_json_text(out, TX_KEY("code"), (*items)[i].code);
		tx_json_text(out, TX_KEY("name"), (*items)[i].name);
		tx_json_text(out, TX_KEY("scheme"), (*items)[i].scheme);
		tx_json_text(out, TX_KEY("level"), (*items)[i].level);
		if ((*items)[i].medtop != NULL)
			write_medtop(out, (*items)[i].medtop);
		tx_json_close(out, '}');
	}
	tx_json_close(out, ']');
}

static void write_media(struct tx_buffer *out, const struct tx_record *record,
			const struct field *field)
{
	if (record->media_count == 0)
		return;
	open_list(out, field);
	for (size_t i = 0; i < record->media_count; i++) {
		const struct tx_media *media = &record->media[i];

		tx_buffer_byte(out, '{');
		tx_json_text(out, TX_KEY("id"), media->id);
		tx_json_text(out, TX_KEY("type"), media->type);
		tx_json_text(out, TX_KEY("href"), media->href);
		tx_json_text(out, TX_KEY("content_type"), media->content_type);
		tx_json_text(out, TX_KEY("caption"), media->caption);
		tx_json_text(out, TX_KEY("credit"), media->credit);
		tx_json_close(out, '}');
	}
	tx_json_close(out, ']');
}

/* It is JSON already. */
static void write_input(struct tx_buffer *out, const struct tx_record *record,
			const struct field *field)
{
	if (record->input.len == 0)
		return;
	tx_buffer_slice(out, field->key);
	tx_buffer_slice(out, record->input);
	tx_buffer_byte(out, ',');
}

static void write_flag(struct tx_buffer *out, const struct tx_record *record,
		       const struct field *field)
{
	tx_json_flag(out, field->key, *(const bool *)member(record, field->value));
}

/** An object of a code and a name, which stand in this order in the record. */
static void write_code_name(struct tx_buffer *out, const struct tx_record *record,
			    const struct field *field)
{
	const telex_slice *code = member(record, field->value);
	const telex_slice *name = member(record, field->count);

	if (code->ptr == NULL && name->ptr == NULL)
		return;
	tx_buffer_slice(out, field->key);
	tx_buffer_byte(out, '{');
	tx_json_text(out, TX_KEY("code"), *code);
	tx_json_text(out, TX_KEY("name"), *name);
	tx_json_close(out, '}');
}

static void write_publisher(struct tx_buffer *out, const struct tx_record *record,
			    const struct field *field)
{
	if (record->publisher_name.ptr == NULL && record->publisher_url.ptr == NULL)
		return;
	tx_buffer_slice(out, field->key);
	tx_write_publisher(out, record);
}

static void write_urgency(struct tx_buffer *out, const struct tx_record *record,
			  const struct field *field)
{
	if (record->urgency != 0)
		tx_json_number(out, field->key, record->urgency);
}

static void write_byline(struct tx_buffer *out, const struct tx_record *record,
			 const struct field *field)
{
	if (record->byline.text.ptr == NULL && record->author_count == 0)
		return;
	tx_buffer_slice(out, field->key);
	tx_write_byline(out, record);
}

static void write_dateline(struct tx_buffer *out, const struct tx_record *record,
			   const struct field *field)
{
	if (!record->dateline.present)
		return;
	tx_buffer_slice(out, field->key);
	tx_write_dateline(out, &record->dateline);
}

/* Of the times in their order, those whose zone is derived. */
static void write_zone_from(struct tx_buffer *out, const struct tx_record *record,
			    const struct field *field)
{
	static const telex_slice keys[TX_TIME__COUNT] = {
		[TX_TIME_CREATED] = TX_KEY_INIT("created"),
		[TX_TIME_UPDATED] = TX_KEY_INIT("updated"),
		[TX_TIME_ISSUED] = TX_KEY_INIT("issued"),
		[TX_TIME_EMBARGO] = TX_KEY_INIT("embargo"),
		[TX_TIME_EXPIRES] = TX_KEY_INIT("expires"),
	};

	if (!record->has_zone_from)
		return;
	tx_buffer_slice(out, field->key);
	tx_buffer_byte(out, '{');
	for (size_t i = 0; i < TX_TIME__COUNT; i++)
		tx_json_text(out, keys[i], record->zone_from[i]);
	tx_json_close(out, '}');
}

static void span_dateline(struct tx_buffer *out, const struct tx_record *record,
			  const struct field *field)
{
	if (record->dateline.present)
		write_one_span(out, field, record->dateline.text.span);
}

static void span_signoff(struct tx_buffer *out, const struct tx_record *record,
			 const struct field *field)
{
	write_one_span(out, field, record->signoff_span);
}

static void write_word_count(struct tx_buffer *out, const struct tx_record *record,
			     const struct field *field)
{
	tx_json_number(out, field->key, record->word_count);
}

static void write_stated_word_count(struct tx_buffer *out, const struct tx_record *record,
				    const struct field *field)
{
	if (record->has_stated_word_count)
		tx_json_number(out, field->key, record->stated_word_count);
}

#define AT(name) offsetof(struct tx_record, name)
/* clang-format off */
#define SLICE(name) {TX_KEY_INIT(#name), write_slice, NULL, AT(name), 0}
#define TEXT(name) {TX_KEY_INIT(#name), write_text, span_text, AT(name), 0}
#define TEXTS(name, items, count) {TX_KEY_INIT(#name), write_texts, span_texts, AT(items), AT(count)}
#define PLACED(name, items, count) {TX_KEY_INIT(#name), write_placed, span_placed, AT(items), AT(count)}
#define TERMS(name, items, count) {TX_KEY_INIT(#name), write_terms, NULL, AT(items), AT(count)}
#define CODED(name) {TX_KEY_INIT(#name), write_code_name, NULL, AT(name##_code), AT(name##_name)}
#define FLAG(name) {TX_KEY_INIT(#name), write_flag, NULL, AT(name), 0}
#define OWN(name, span) {TX_KEY_INIT(#name), write_##name, span, 0, 0}

static const struct field fields[] = {
	SLICE(id),
	SLICE(version),
	SLICE(status),
	CODED(agency),
	OWN(publisher, NULL),
	SLICE(service),
	SLICE(sequence),
	CODED(category),
	OWN(urgency, NULL),
	SLICE(priority),
	SLICE(genre),
	SLICE(language),
	FLAG(language_inferred),
	TEXT(slug),
	TEXTS(keywords, keywords, keyword_count),
	TEXT(headline),
	TEXT(subheadline),
	TEXT(abstract),
	{TX_KEY_INIT("byline"), write_byline, span_text, AT(byline), 0},
	TEXT(credit),
	OWN(dateline, span_dateline),
	SLICE(created),
	SLICE(updated),
	SLICE(issued),
	SLICE(embargo),
	SLICE(expires),
	OWN(zone_from, NULL),
	OWN(notes, span_notes),
	TEXTS(body, body, body_count),
	PLACED(crossheads, crossheads, crosshead_count),
	PLACED(tables, tables, table_count),
	TEXT(end_mark),
	{TX_KEY_INIT("signoff"), write_slices, span_signoff, AT(signoff), AT(signoff_count)},
	FLAG(more),
	OWN(word_count, NULL),
	OWN(stated_word_count, NULL),
	TERMS(subjects, subjects, subject_count),
	TERMS(places, places, place_count),
	TERMS(people, people, person_count),
	TERMS(organisations, organisations, organisation_count),
	SLICE(copyright),
	SLICE(usage_terms),
	OWN(media, NULL),
	OWN(input, NULL),
	TEXTS(unparsed, unparsed, unparsed_count),
};
/* clang-format on */

#define FIELD_COUNT (sizeof fields / sizeof fields[0])

/* The keys around the fields, as bits behind theirs. */
enum { BIT_SOURCE = 62, BIT_WARNINGS };

static bool is_written(const struct tx_object *object, size_t bit)
{
	return (object->omitted >> bit & 1) == 0;
}

static bool is_key(telex_slice key, telex_slice name)
{
	return tx_slice_eq(tx_slice_take(tx_slice_skip(key, 1), key.len - 3), name);
}

/* The bit of a key, or 64. */
static unsigned bit_of(telex_slice name)
{
	if (tx_slice_is(name, "source"))
		return BIT_SOURCE;
	if (tx_slice_is(name, "warnings"))
		return BIT_WARNINGS;
	for (unsigned i = 0; i < FIELD_COUNT; i++) {
		if (is_key(fields[i].key, name))
			return i;
	}
	return 64;
}

bool tx_record_keys(telex_slice list, uint64_t *ret_omitted, telex_slice *ret_unknown)
{
	bool omits = list.len > 0 && list.ptr[0] == '-';

	*ret_omitted = omits ? 0 : UINT64_MAX;
	for (struct tx_cut cut = {.tail = list, .found = true}; cut.found;) {
		cut = tx_cut(cut.tail, ',');
		telex_slice name = omits && cut.head.len > 0 && cut.head.ptr[0] == '-'
					   ? tx_slice_skip(cut.head, 1)
					   : cut.head;
		unsigned bit = bit_of(name);
		if (bit == 64 || (omits && name.len == cut.head.len)) {
			*ret_unknown = cut.head;
			return false;
		}
		if (omits)
			*ret_omitted |= UINT64_C(1) << bit;
		else
			*ret_omitted &= ~(UINT64_C(1) << bit);
	}
	return true;
}

static void write_spans(struct tx_buffer *out, const struct tx_object *object)
{
	tx_buffer_lit(out, "\"spans\":{");
	for (size_t i = 0; i < FIELD_COUNT; i++)
		if (fields[i].write_span != NULL && is_written(object, i))
			fields[i].write_span(out, object->record, &fields[i]);
	tx_json_close(out, '}');
}

static void write_source(struct tx_buffer *out, const struct tx_object *object)
{
	bool hashed = (object->flags & TELEX_HASH) != 0;
	char hash[TX_HASH_DIGITS + 1];

	tx_buffer_lit(out, "\"source\":");
	if (hashed)
		tx_record_hash(object->record, hash);
	tx_write_source(out, &object->record->source, hashed ? hash : NULL);
}

void tx_emit_record(struct tx_buffer *out, const struct tx_object *object)
{
	const struct tx_record *record = object->record;

	tx_buffer_lit(out, "{\"telex\":\"" TELEX_RECORD_VERSION "\",");
	if (is_written(object, BIT_SOURCE))
		write_source(out, object);
	for (size_t i = 0; i < FIELD_COUNT; i++) {
		if (is_written(object, i))
			fields[i].write(out, record, &fields[i]);
	}
	if (record->warning_count > 0 && is_written(object, BIT_WARNINGS)) {
		tx_buffer_lit(out, "\"warnings\":");
		tx_write_warnings(out, record, object->text);
	}
	if ((object->flags & TELEX_SPANS) != 0)
		write_spans(out, object);
	tx_json_close(out, '}');
	if (!out->failed)
		out->data[out->len - 1] = '\n';
}
