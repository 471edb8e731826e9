/* Records joined.  The lists of the record are copied into buffers, to which those of the parts are
 * appended.  Texts of a part are in another source: they have no span.  Left out of parts: their
 * head, subjects and warnings. */
#include "api/join.h"

#include "api/read_back.h"
#include "core/schema.h"

#define KEYS_WITHOUT_PARTS 2 /* that are added to a record */

static telex_slice copy(struct tx_join *join, telex_slice text)
{
	return text.ptr == NULL ? text : tx_arena_copy(&join->texts, text);
}

static struct tx_text copy_text(struct tx_join *join, struct tx_text text)
{
	return (struct tx_text){.text = copy(join, text.text)};
}

static void append(struct tx_buffer *list, const void *items, size_t count, size_t size)
{
	tx_buffer_append(list, items, count * size);
}

void tx_join_begin(struct tx_join *join, telex_parser *parser)
{
	const struct tx_record *r = &parser->record.fields;
	struct tx_buffer *lists[] = {&join->replaces, &join->body,  &join->crossheads,
				     &join->tables,   &join->notes, &join->media,
				     &join->unparsed};

	for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++)
		lists[i]->len = 0;
	tx_arena_reset(&join->texts, SIZE_MAX);
	join->parser = parser;
	join->has_parts = false;
	append(&join->replaces, r->replaces, r->replaced_count, sizeof(*r->replaces));
	append(&join->body, r->body, r->body_count, sizeof(*r->body));
	append(&join->crossheads, r->crossheads, r->crosshead_count, sizeof(*r->crossheads));
	append(&join->tables, r->tables, r->table_count, sizeof(*r->tables));
	append(&join->notes, r->notes, r->note_count, sizeof(*r->notes));
	append(&join->media, r->media, r->media_count, sizeof(*r->media));
	append(&join->unparsed, r->unparsed, r->unparsed_count, sizeof(*r->unparsed));
}

static void add_replaced(struct tx_join *join, const struct tx_replaced *from, uint32_t take)
{
	struct tx_replaced own = {.path = copy(join, from->path),
				  .member = copy(join, from->member),
				  .index = from->index,
				  .id = copy(join, from->id),
				  .version = copy(join, from->version),
				  .take = take};

	append(&join->replaces, &own, 1, sizeof(own));
}

static void add_record(struct tx_join *join, const struct tx_record *other, uint32_t take)
{
	const struct tx_replaced named = {.path = other->source.path,
					  .member = other->source.member,
					  .index = other->source.index,
					  .id = other->id,
					  .version = other->version};

	add_replaced(join, &named, take);
	for (size_t i = 0; i < other->replaced_count; i++)
		add_replaced(join, &other->replaces[i], take > 0 ? other->replaces[i].take : 0);
}

void tx_join_replace(struct tx_join *join, const telex_record *other)
{
	add_record(join, &other->fields, 0);
}

static void add_placed(struct tx_join *join, struct tx_buffer *list, const struct tx_placed *items,
		       size_t count)
{
	size_t paragraphs = join->body.len / sizeof(struct tx_text);

	for (size_t i = 0; i < count; i++) {
		struct tx_placed own = {paragraphs + items[i].before,
					copy_text(join, items[i].text)};
		append(list, &own, 1, sizeof(own));
	}
}

static void add_texts(struct tx_join *join, struct tx_buffer *list, const struct tx_text *items,
		      size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct tx_text own = copy_text(join, items[i]);
		append(list, &own, 1, sizeof(own));
	}
}

static void add_media(struct tx_join *join, const struct tx_media *media)
{
	struct tx_media own = {.id = copy(join, media->id),
			       .type = copy(join, media->type),
			       .href = copy(join, media->href),
			       .content_type = copy(join, media->content_type),
			       .caption = copy(join, media->caption),
			       .credit = copy(join, media->credit)};

	append(&join->media, &own, 1, sizeof(own));
}

/* That a part is one is not said of the whole. */
static void add_notes(struct tx_join *join, const struct tx_record *part)
{
	for (size_t i = 0; i < part->note_count; i++) {
		struct tx_note own = {part->notes[i].kind, copy_text(join, part->notes[i].text)};
		if (own.kind != TX_NOTE_UPDATE)
			append(&join->notes, &own, 1, sizeof(own));
	}
}

static void add_foot(struct tx_join *join, struct tx_record *into, const struct tx_record *part)
{
	into->end_mark = copy_text(join, part->end_mark);
	into->signoff_count = part->signoff_count;
	into->signoff = tx_arena_calloc(&join->texts, part->signoff_count + 1, sizeof(telex_slice));
	for (size_t i = 0; into->signoff != NULL && i < part->signoff_count; i++)
		into->signoff[i] = copy(join, part->signoff[i]);
	into->signoff_span = (struct tx_span){0, 0};
	into->more = part->more;
}

/* What restricts the use of a part restricts that of the whole. */
static void add_restrictions(struct tx_join *join, struct tx_record *into,
			     const struct tx_record *part)
{
	if (part->status.len > 0 && !tx_slice_is(part->status, "usable"))
		into->status = copy(join, part->status);
	if (into->embargo.ptr == NULL)
		into->embargo = copy(join, part->embargo);
	if (into->expires.ptr == NULL)
		into->expires = copy(join, part->expires);
}

void tx_join_part(struct tx_join *join, const telex_record *part, uint32_t take)
{
	struct tx_record *into = &join->parser->record.fields;
	const struct tx_record *from = &part->fields;

	join->has_parts = true;
	add_record(join, from, take);
	add_placed(join, &join->crossheads, from->crossheads, from->crosshead_count);
	add_placed(join, &join->tables, from->tables, from->table_count);
	add_texts(join, &join->body, from->body, from->body_count);
	add_texts(join, &join->unparsed, from->unparsed, from->unparsed_count);
	add_notes(join, from);
	for (size_t i = 0; i < from->media_count; i++)
		add_media(join, &from->media[i]);
	add_foot(join, into, from);
	add_restrictions(join, into, from);
	into->word_count += from->word_count;
	into->has_stated_word_count = false;
}

/* A record that was read back does not write the keys that it did not have. */
static void make_present(struct tx_record *record, bool has_parts)
{
	static const char *const keys[] = {"replaces", "warnings", "word_count", "status",
					   "embargo",  "expires",  "notes",      "body",
					   "media",    "tables",   "crossheads", "end_mark",
					   "signoff",  "more",     "unparsed"};
	size_t count = has_parts ? sizeof(keys) / sizeof(keys[0]) : KEYS_WITHOUT_PARTS;

	for (size_t i = 0; i < count; i++)
		record->absent &=
			~(UINT64_C(1) << tx_key_find(tx_record_keys, tx_slice_of(keys[i])));
}

bool tx_join_warn(struct tx_join *join, enum tx_warning_code code, const char *message)
{
	struct tx_record *record = &join->parser->record.fields;

	for (size_t i = 0; i < record->warning_count; i++) {
		if (record->warnings[i].code == code &&
		    tx_slice_is(record->warnings[i].message, message))
			return false;
	}
	tx_record_warn_at(record, code, 1, copy(join, tx_slice_of(message)));
	return true;
}

static void *items_of(struct tx_join *join, const struct tx_buffer *list, size_t size,
		      size_t *ret_count)
{
	join->texts.failed |= list->failed;
	*ret_count = list->len / size;
	return list->data;
}

bool tx_join_end(struct tx_join *join)
{
	telex_parser *parser = join->parser;
	struct tx_record *r = &parser->record.fields;

	r->replaces =
		items_of(join, &join->replaces, sizeof(struct tx_replaced), &r->replaced_count);
	r->body = items_of(join, &join->body, sizeof(struct tx_text), &r->body_count);
	r->crossheads =
		items_of(join, &join->crossheads, sizeof(struct tx_placed), &r->crosshead_count);
	r->tables = items_of(join, &join->tables, sizeof(struct tx_placed), &r->table_count);
	r->notes = items_of(join, &join->notes, sizeof(struct tx_note), &r->note_count);
	r->media = items_of(join, &join->media, sizeof(struct tx_media), &r->media_count);
	r->unparsed = items_of(join, &join->unparsed, sizeof(struct tx_text), &r->unparsed_count);
	make_present(r, join->has_parts);
	if (join->texts.failed)
		return false;
	return !join->has_parts ||
	       tx_read_back(r, &parser->arena, &parser->record.text, &parser->read_back);
}

void tx_join_done(struct tx_join *join)
{
	struct tx_buffer *lists[] = {&join->replaces, &join->body,  &join->crossheads,
				     &join->tables,   &join->notes, &join->media,
				     &join->unparsed};

	for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++)
		tx_buffer_done(lists[i]);
	tx_arena_done(&join->texts);
}
