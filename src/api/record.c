/* telex.h: reading and writing a record. */
#include "api/parser.h"

#include "core/error.h"
#include "core/utf8.h"
#include "emitter/emitter.h"

/* A field by its key: where its text stands in struct tx_record. */
struct field {
	const char *key;
	size_t offset;
	enum { IS_SLICE, IS_TEXT, IS_STRING } type; /* telex_slice, struct tx_text, const char * */
};

#define SLICE(key, member)                                                                         \
	{                                                                                          \
		key, offsetof(struct tx_record, member), IS_SLICE                                  \
	}
#define TEXT(key, member)                                                                          \
	{                                                                                          \
		key, offsetof(struct tx_record, member), IS_TEXT                                   \
	}
#define STRING(key, member)                                                                        \
	{                                                                                          \
		key, offsetof(struct tx_record, member), IS_STRING                                 \
	}

static const struct field fields[] = {
	SLICE("agency.code", agency_code),
	SLICE("agency.name", agency_name),
	TEXT("abstract", abstract),
	TEXT("byline.text", byline),
	SLICE("category.code", category_code),
	SLICE("category.name", category_name),
	SLICE("copyright", copyright),
	SLICE("created", created),
	TEXT("credit", credit),
	TEXT("dateline.text", dateline.text),
	SLICE("embargo", embargo),
	TEXT("end_mark", end_mark),
	SLICE("expires", expires),
	SLICE("genre", genre),
	TEXT("headline", headline),
	SLICE("id", id),
	SLICE("issued", issued),
	SLICE("language", language),
	SLICE("priority", priority),
	SLICE("publisher.name", publisher_name),
	SLICE("publisher.url", publisher_url),
	SLICE("sequence", sequence),
	SLICE("service", service),
	TEXT("slug", slug),
	STRING("source.charset", source.charset),
	STRING("source.format", source.format),
	SLICE("source.fetched", source.fetched),
	SLICE("source.member", source.member),
	SLICE("source.path", source.path),
	SLICE("status", status),
	TEXT("subheadline", subheadline),
	SLICE("updated", updated),
	SLICE("version", version),
	SLICE("zone_from.created", zone_from[TX_TIME_CREATED]),
	SLICE("zone_from.embargo", zone_from[TX_TIME_EMBARGO]),
	SLICE("zone_from.expires", zone_from[TX_TIME_EXPIRES]),
	SLICE("zone_from.issued", zone_from[TX_TIME_ISSUED]),
	SLICE("zone_from.updated", zone_from[TX_TIME_UPDATED]),
};

/* A list by its key: its items, their number, their size, and where the text stands in one. */
struct list {
	const char *key;
	size_t items, count, size, text;
};

#define LIST(key, member, number, type, text)                                                      \
	{                                                                                          \
		key, offsetof(struct tx_record, member), offsetof(struct tx_record, number),       \
			sizeof(type), text                                                         \
	}

static const struct list lists[] = {
	LIST("body", body, body_count, struct tx_text, 0),
	LIST("byline.authors", authors, author_count, struct tx_author,
	     offsetof(struct tx_author, name)),
	LIST("byline.authors.initials", authors, author_count, struct tx_author,
	     offsetof(struct tx_author, initials)),
	LIST("crossheads", crossheads, crosshead_count, struct tx_placed,
	     offsetof(struct tx_placed, text)),
	LIST("dateline.agencies", dateline.agencies, dateline.agency_count, telex_slice, 0),
	LIST("dateline.places", dateline.places, dateline.place_count, struct tx_place,
	     offsetof(struct tx_place, name)),
	LIST("organisations", organisations, organisation_count, struct tx_term,
	     offsetof(struct tx_term, name)),
	LIST("people", people, person_count, struct tx_term, offsetof(struct tx_term, name)),
	LIST("places", places, place_count, struct tx_term, offsetof(struct tx_term, name)),
	LIST("subjects", subjects, subject_count, struct tx_term, offsetof(struct tx_term, code)),
	LIST("subjects.name", subjects, subject_count, struct tx_term,
	     offsetof(struct tx_term, name)),
	LIST("subjects.scheme", subjects, subject_count, struct tx_term,
	     offsetof(struct tx_term, scheme)),
	LIST("keywords", keywords, keyword_count, struct tx_text, 0),
	LIST("notes", notes, note_count, struct tx_note, offsetof(struct tx_note, text)),
	LIST("signoff", signoff, signoff_count, telex_slice, 0),
	LIST("tables", tables, table_count, struct tx_placed, offsetof(struct tx_placed, text)),
	LIST("unparsed", unparsed, unparsed_count, struct tx_text, 0),
};

static const struct list *find_list(const char *key)
{
	for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++) {
		if (strcmp(lists[i].key, key) == 0)
			return &lists[i];
	}
	return NULL;
}

static telex_slice text_of_field(const struct field *field, const char *at)
{
	const char *string;
	telex_slice text;

	if (field->type == IS_STRING) {
		memcpy(&string, at, sizeof(string));
		return tx_slice_of(string);
	}
	if (field->type == IS_TEXT)
		at += offsetof(struct tx_text, text);
	memcpy(&text, at, sizeof(text));
	return text;
}

telex_slice telex_record_text(const telex_record *record, const char *key)
{

	for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++) {
		if (strcmp(fields[i].key, key) == 0)
			return text_of_field(&fields[i],
					     (const char *)&record->fields + fields[i].offset);
	}
	return (telex_slice){NULL, 0};
}

size_t telex_record_count(const telex_record *record, const char *key)
{
	const struct list *list = find_list(key);
	size_t count = 0;

	if (list != NULL)
		memcpy(&count, (const char *)&record->fields + list->count, sizeof(count));
	return count;
}

telex_slice telex_record_item(const telex_record *record, const char *key, size_t index)
{
	const struct list *list = find_list(key);
	telex_slice text = {NULL, 0};
	const char *items;

	if (list == NULL || index >= telex_record_count(record, key))
		return text;
	memcpy(&items, (const char *)&record->fields + list->items, sizeof(items));
	memcpy(&text, items + index * list->size + list->text, sizeof(text));
	return text;
}

static void locate(const telex_record *record, uint64_t offset, uint32_t *ret_line,
		   uint32_t *ret_column)
{
	size_t at = offset < record->text.len ? (size_t)offset : record->text.len, start = 0;
	uint64_t line = record->fields.source.line;

	for (size_t i = 0; i < at; i++) {
		bool ends = record->text.ptr[i] == '\n' ||
			    (record->text.ptr[i] == '\r' &&
			     (i + 1 == record->text.len || record->text.ptr[i + 1] != '\n'));
		line += ends;
		start = ends ? i + 1 : start;
	}
	*ret_line = (uint32_t)line;
	*ret_column = 1 + (uint32_t)tx_utf8_count(tx_slice(record->text.ptr + start, at - start));
}

int telex_record_warning(const telex_record *record, size_t index, telex_warning *ret_warning)
{
	if (index >= record->fields.warning_count)
		return 0;
	const struct tx_warning *warning = &record->fields.warnings[index];
	ret_warning->code = tx_warning_name(warning->code);
	ret_warning->message = warning->message;
	locate(record, warning->offset, &ret_warning->line, &ret_warning->column);
	if (warning->line != 0) {
		ret_warning->line = (uint32_t)warning->line;
		ret_warning->column = 1;
	}
	return 1;
}

int telex_record_token(const telex_record *record, size_t index, telex_token *ret_token)
{
	if (index >= record->tokens->count)
		return 0;
	const struct tx_token *token = &record->tokens->items[index];
	ret_token->kind = tx_token_kind_name((enum tx_token_kind)token->kind);
	ret_token->note = tx_note_kind_name((enum tx_note_kind)token->note);
	ret_token->text = tx_slice(record->text.ptr + tx_token_start(token),
				   token->end - tx_token_start(token));
	ret_token->offset = record->fields.source.text_offset + tx_token_start(token);
	return 1;
}

static struct tx_object object_of(const telex_record *record, telex_output output, unsigned flags)
{
	return (struct tx_object){&record->fields, record->text, output, flags, record->omitted};
}

/* Append the output to the record's buffer; false when memory is short. */
static bool emit(const telex_record *record, telex_output output, unsigned flags)
{
	const struct tx_object object = object_of(record, output, flags);
	struct tx_buffer *out = record->out;

	out->len = 0;
	if (output == TELEX_TO_TOKENS)
		tx_emit_tokens(out, &record->fields, record->tokens, record->text);
	else if (output == TELEX_TO_VIEW)
		tx_emit_view(out, &record->fields, record->tokens, record->text,
			     (flags & TELEX_COLOR) != 0);
	else if ((flags & TELEX_PRETTY) != 0)
		tx_emit_pretty(out, &object);
	else
		tx_emit_object(out, &object);
	return !out->failed;
}

static telex_status fail_to_write(const telex_record *record, telex_error *reterr)
{
	if (reterr != NULL)
		*reterr = (telex_error){0};
	tx_buffer_done(record->out);
	return tx_fail_memory(reterr);
}

telex_status telex_record_write(const telex_record *record, telex_output output, unsigned flags,
				telex_slice *ret_text, telex_error *reterr)
{
	if (!emit(record, output, flags))
		return fail_to_write(record, reterr);
	*ret_text = tx_slice(record->out->data, record->out->len);
	return TELEX_OK;
}

telex_status telex_record_send(const telex_record *record, telex_output output, unsigned flags,
			       telex_sink *sink, void *user, telex_error *reterr)
{
	record->out->sink = sink;
	record->out->sink_user = user;
	bool done = emit(record, output, flags);
	if (done)
		tx_buffer_flush(record->out);
	record->out->sink = NULL;
	return done ? TELEX_OK : fail_to_write(record, reterr);
}

struct json_t *telex_record_json(const telex_record *record, unsigned flags)
{
	const struct tx_object object = object_of(record, TELEX_TO_RECORD, flags);

	return tx_emit_json(&object);
}

int telex_record_leftover(const telex_record *record, size_t index, telex_slice *ret_name,
			  telex_slice *ret_text)
{
	if (index >= record->fields.leftover_count)
		return 0;
	*ret_name = record->fields.leftovers[index].name;
	*ret_text = record->fields.leftovers[index].code;
	return 1;
}
