/* ninjs 3.1 and 2.1 (IPTC, News in JSON; docs/ninjs.md has the mapping).  The two differ in the
 * names of properties, which are a table, and in two things that 2.1 lacks.  Only properties of the
 * schema are written: it forbids all others.  A time without a zone is not ninjs's and is left
 * out; so are the end mark, the priority and the sender's count of words, for which ninjs has no
 * place. */
#include "emitter/ninjs/ninjs.h"

#include "core/ascii.h"
#include "core/utf8.h"
#include "emitter/emitter.h"
#include "emitter/json.h"
#include "emitter/ninjs/uri.h"
#include "emitter/ninjs/writer.h"

#define SLICE_INIT(text)                                                                           \
	{                                                                                          \
		text, sizeof(text) - 1                                                             \
	}

#define STANDARD_INIT(version)                                                                     \
	SLICE_INIT("{\"name\":\"ninjs\",\"version\":\"" version                                    \
		   "\",\"schema\":\"http://www.iptc.org/std/ninjs/ninjs-schema_" version           \
		   ".json\"}")

static const struct tx_ninjs_version version_3_1 = {
	STANDARD_INIT("3.1"),
	true,
	{
		[ALT_IDS] = TX_KEY_INIT("altIds"),
		[CHAR_COUNT] = TX_KEY_INIT("charCount"),
		[CONTENT_TYPE] = TX_KEY_INIT("contentType"),
		[COPYRIGHT_HOLDER] = TX_KEY_INIT("copyrightHolder"),
		[COPYRIGHT_NOTICE] = TX_KEY_INIT("copyrightNotice"),
		[ED_NOTE] = TX_KEY_INIT("edNote"),
		[EMBARGOED] = TX_KEY_INIT("embargoedUntil"),
		[FIRST_CREATED] = TX_KEY_INIT("firstCreated"),
		[INFO_SOURCES] = TX_KEY_INIT("infoSources"),
		[PUB_STATUS] = TX_KEY_INIT("pubStatus"),
		[USAGE_TERMS] = TX_KEY_INIT("usageTerms"),
		[VERSION_CREATED] = TX_KEY_INIT("versionCreated"),
		[WORD_COUNT] = TX_KEY_INIT("wordCount"),
	}};

static const struct tx_ninjs_version version_2_1 = {
	STANDARD_INIT("2.1"),
	false,
	{
		[ALT_IDS] = TX_KEY_INIT("altids"),
		[CHAR_COUNT] = TX_KEY_INIT("charcount"),
		[CONTENT_TYPE] = TX_KEY_INIT("contenttype"),
		[COPYRIGHT_HOLDER] = TX_KEY_INIT("copyrightholder"),
		[COPYRIGHT_NOTICE] = TX_KEY_INIT("copyrightnotice"),
		[ED_NOTE] = TX_KEY_INIT("ednote"),
		[EMBARGOED] = TX_KEY_INIT("embargoed"),
		[FIRST_CREATED] = TX_KEY_INIT("firstcreated"),
		[INFO_SOURCES] = TX_KEY_INIT("infosources"),
		[PUB_STATUS] = TX_KEY_INIT("pubstatus"),
		[USAGE_TERMS] = TX_KEY_INIT("usageterms"),
		[VERSION_CREATED] = TX_KEY_INIT("versioncreated"),
		[WORD_COUNT] = TX_KEY_INIT("wordcount"),
	}};

static void text(const struct tx_ninjs_writer *w, enum tx_ninjs_name name, telex_slice value)
{
	tx_json_text(w->json, w->version->names[name], value);
}

/* "2025-04-19T11:00:00+02:00": date-time of RFC 3339 asks for all of it. */
static bool is_date_time(telex_slice s)
{
	if (s.len < sizeof("2025-04-19T11:00:00Z") - 1 || s.ptr[10] != 'T')
		return false;
	return s.ptr[s.len - 1] == 'Z' || s.ptr[s.len - 6] == '+' || s.ptr[s.len - 6] == '-';
}

static void time(const struct tx_ninjs_writer *w, telex_slice key, telex_slice value)
{
	if (is_date_time(value))
		tx_json_text(w->json, key, value);
}

static bool write_uri(const struct tx_ninjs_writer *w)
{
	tx_json_begin_text(w->json, TX_KEY("uri"));
	bool is_id = tx_ninjs_uri(w->json->out, w->record);
	tx_json_end_text(w->json);
	return is_id;
}

static void write_times(const struct tx_ninjs_writer *w)
{
	const struct tx_record *record = w->record;
	const telex_slice *names = w->version->names;

	time(w, names[FIRST_CREATED], record->created);
	time(w, names[VERSION_CREATED],
	     is_date_time(record->updated) ? record->updated : record->issued);
	time(w, names[EMBARGOED], record->embargo);
	time(w, TX_KEY("expires"), record->expires);
}

/* The byline without the words before the first name. */
static telex_slice by_of(const struct tx_record *record)
{
	telex_slice byline = record->byline.text;

	if (record->author_count == 0 || record->authors[0].name.len == 0)
		return byline;
	size_t at = tx_slice_find(byline, record->authors[0].name);
	return at < byline.len ? tx_slice_skip(byline, at) : byline;
}

static void write_by(const struct tx_ninjs_writer *w)
{
	const struct tx_record *record = w->record;

	if (record->byline.text.len > 0) {
		tx_json_text(w->json, TX_KEY("by"), by_of(record));
		return;
	}
	if (record->author_count == 0)
		return;
	tx_json_begin_text(w->json, TX_KEY("by"));
	for (size_t i = 0; i < record->author_count; i++) {
		if (i > 0)
			tx_buffer_lit(w->json->out, ", ");
		tx_json_inside(w->json->out, record->authors[i].name);
	}
	tx_json_end_text(w->json);
}

static void write_titles(const struct tx_ninjs_writer *w)
{
	const struct tx_record *record = w->record;
	struct tx_ninjs_list headlines = {w->json, TX_KEY("headlines"), false};

	tx_json_text(w->json, TX_KEY("slugline"), record->slug.text);
	write_by(w);
	if (record->dateline.place_count > 0)
		tx_json_text(w->json, TX_KEY("located"), record->dateline.places[0].name);
	tx_json_text(w->json, TX_KEY("title"), record->headline.text);
	if (record->headline.text.len > 0) {
		tx_ninjs_begin_entry(&headlines);
		tx_json_text(w->json, TX_KEY("role"), TX_LIT("main"));
		text(w, CONTENT_TYPE, TX_LIT("text/plain"));
		tx_json_text(w->json, TX_KEY("value"), record->headline.text);
		tx_ninjs_end_entry(&headlines);
	}
	tx_ninjs_add_role(&headlines, "subhead", record->subheadline.text);
	tx_ninjs_end_list(&headlines);
}

/* Initials as one text: "jlr/mt". */
static void add_signoff(struct tx_ninjs_list *list, const struct tx_record *record)
{
	if (record->signoff_count == 0)
		return;
	tx_ninjs_begin_entry(list);
	tx_json_text(list->json, TX_KEY("role"), TX_LIT("signoff"));
	tx_json_begin_text(list->json, TX_KEY("value"));
	for (size_t i = 0; i < record->signoff_count; i++) {
		if (i > 0)
			tx_buffer_byte(list->json->out, '/');
		tx_json_inside(list->json->out, record->signoff[i]);
	}
	tx_json_end_text(list->json);
	tx_ninjs_end_entry(list);
}

static void write_descriptions(const struct tx_ninjs_writer *w)
{
	const struct tx_record *record = w->record;
	struct tx_ninjs_list list = {w->json, TX_KEY("descriptions"), false};

	tx_ninjs_add_role(&list, "lead", record->abstract.text);
	tx_ninjs_add_role(&list, "creditline", record->credit.text);
	if (record->byline.text.len > 0 && !tx_slice_eq(by_of(record), record->byline.text))
		tx_ninjs_add_role(&list, "byline", record->byline.text);
	tx_ninjs_add_role(&list, "dateline", record->dateline.text.text);
	add_signoff(&list, record);
	tx_ninjs_end_list(&list);
}

/* The texts of all notes of a kind, or of all others; a line each. */
static size_t add_notes(const struct tx_ninjs_writer *w, bool corrections, size_t count)
{
	const struct tx_record *record = w->record;

	for (size_t i = 0; i < record->note_count; i++) {
		const struct tx_note *note = &record->notes[i];
		if ((note->kind == TX_NOTE_CORRECTION) != corrections || note->text.text.len == 0)
			continue;
		if (count++ > 0)
			tx_buffer_lit(w->json->out, "\\n");
		tx_json_inside(w->json->out, note->text.text);
	}
	return count;
}

static void write_note(const struct tx_ninjs_writer *w)
{
	if (w->record->note_count == 0)
		return;
	tx_json_begin_text(w->json, w->version->names[ED_NOTE]);
	add_notes(w, false, add_notes(w, true, 0));
	tx_json_end_text(w->json);
}

/* "© EFE 2024" is a notice, "EFE" the holder. */
static void write_rights(const struct tx_ninjs_writer *w)
{
	telex_slice words = w->record->copyright;
	bool is_notice = tx_slice_find(words, TX_LIT("©")) < words.len ||
			 tx_slice_starts_nocase(words, TX_LIT("copyright")) ||
			 tx_slice_starts_nocase(words, TX_LIT("(c)"));

	text(w, is_notice ? COPYRIGHT_NOTICE : COPYRIGHT_HOLDER, words);
	text(w, USAGE_TERMS, w->record->usage_terms);
}

static size_t count_characters(const struct tx_record *record)
{
	size_t count = record->body_count - 1;

	for (size_t i = 0; i < record->body_count; i++)
		count += tx_utf8_count(record->body[i].text);
	return count;
}

static void add_plain_body(const struct tx_ninjs_writer *w, struct tx_ninjs_list *list)
{
	const struct tx_record *record = w->record;

	tx_ninjs_begin_entry(list);
	tx_json_text(w->json, TX_KEY("role"), TX_LIT("text"));
	text(w, CONTENT_TYPE, TX_LIT("text/plain"));
	tx_json_number(w->json, w->version->names[CHAR_COUNT], count_characters(record));
	tx_json_begin_text(w->json, TX_KEY("value"));
	for (size_t i = 0; i < record->body_count; i++) {
		if (i > 0)
			tx_buffer_lit(w->json->out, "\\n");
		tx_json_inside(w->json->out, record->body[i].text);
	}
	tx_json_end_text(w->json);
	tx_ninjs_end_entry(list);
}

static void write_bodies(const struct tx_ninjs_writer *w)
{
	const struct tx_record *record = w->record;
	struct tx_ninjs_list list = {w->json, TX_KEY("bodies"), false};

	if (record->body_count + record->crosshead_count + record->table_count == 0)
		return;
	tx_ninjs_begin_entry(&list);
	tx_json_text(w->json, TX_KEY("role"), TX_LIT("main"));
	text(w, CONTENT_TYPE, TX_LIT("text/html"));
	tx_json_number(w->json, w->version->names[WORD_COUNT], record->word_count);
	tx_json_begin_text(w->json, TX_KEY("value"));
	tx_ninjs_html(w->json->out, record);
	tx_json_end_text(w->json);
	tx_ninjs_end_entry(&list);
	if (record->body_count > 0)
		add_plain_body(w, &list);
	tx_ninjs_end_list(&list);
}

void tx_emit_ninjs(struct tx_buffer *out, const struct tx_object *object)
{
	const struct tx_record *record = object->record;
	struct tx_json json = {.out = out, .indented = (object->flags & TELEX_WRITE_PRETTY) != 0};
	const struct tx_ninjs_writer w = {
		&json, record, object->output == TELEX_TO_NINJS2 ? &version_2_1 : &version_3_1};

	tx_json_open(&json, '{');
	bool uri_is_id = write_uri(&w);
	tx_json_text(&json, TX_KEY("type"), TX_LIT("text"));
	tx_json_text(&json, TX_KEY("profile"), TX_LIT(TX_NINJS_PROFILE));
	tx_json_text(&json, TX_KEY("version"), record->version);
	tx_json_text(&json, TX_KEY("language"), record->language);
	tx_json_value(&json, TX_KEY("standard"), w.version->standard);
	write_times(&w);
	text(&w, PUB_STATUS, record->status);
	if (record->urgency != 0)
		tx_json_number(&json, TX_KEY("urgency"), record->urgency);
	write_titles(&w);
	write_note(&w);
	write_rights(&w);
	write_descriptions(&w);
	write_bodies(&w);
	tx_ninjs_write_concepts(&w);
	tx_ninjs_write_relations(&w, uri_is_id);
	tx_json_close(&json, '}');
	tx_json_end(&json);
}
