/* telex's own records (docs/record.md): one, an array of them, on a line or indented.  A record is
 * the story's as it is, so that it is written again with the same bytes.  Left out: records of
 * other versions than 1, whose keys may mean something else. */
#include "reader/json/record.h"

#include "core/ascii.h"
#include "core/block.h"
#include "core/error.h"
#include "reader/json/check.h"
#include "reader/json/json.h"
#include "reader/json/record_values.h"
#include "reader/json/values.h"
#include "core/scan.h"

#define VERSION_KEY   "telex"
#define OFFSET_DIGITS 18 /* that 64 bits always hold */

bool tx_record_is(telex_slice frame)
{
	struct tx_json_value value = {tx_trim(frame), NULL};
	struct tx_json_walk walk = tx_json_begin(value);

	/* A document that has the key nowhere need not be searched for it. */
	if (tx_slice_find(frame, TX_LIT("\"" VERSION_KEY "\"")) == frame.len)
		return false;
	if (tx_json_opens(value, '[') && tx_json_step(&walk))
		value = walk.value;
	walk = tx_json_begin(value);
	while (tx_json_opens(value, '{') && tx_json_step(&walk)) {
		if (tx_slice_is(walk.key, VERSION_KEY))
			return tx_json_opens(walk.value, '"');
	}
	return false;
}

static bool read_offset(struct tx_json_value value, uint64_t *ret_offset)
{
	uint64_t offset = 0;

	if (value.text.len == 0 || value.text.len > OFFSET_DIGITS)
		return false;
	for (size_t i = 0; i < value.text.len; i++) {
		if (!tx_is_digit(value.text.ptr[i]))
			return false;
		offset = offset * 10 + (uint64_t)(value.text.ptr[i] - '0');
	}
	*ret_offset = offset;
	return true;
}

static bool read_span(struct tx_json_value value, struct tx_span *span)
{
	struct tx_json_walk walk = tx_json_begin(value);
	uint64_t start, end;

	if (tx_json_count(value) != 2 || !tx_json_step(&walk) || !read_offset(walk.value, &start) ||
	    !tx_json_step(&walk) || !read_offset(walk.value, &end) || end < start)
		return false;
	*span = (struct tx_span){start, end};
	return true;
}

/* The spans of a key, of which a list has as many as entries. */
static bool read_key_spans(struct tx_record *record, const struct tx_key *key,
			   struct tx_json_value value)
{
	if (key->span.kind == TX_SPAN_ONE)
		return read_span(value, (struct tx_span *)((char *)record + key->span.at));
	struct tx_entries entries = tx_key_entries(key, record);
	struct tx_json_walk walk = tx_json_begin(value);
	const char *at = entries.first + key->span.at;
	if (tx_json_count(value) != entries.count)
		return false;
	for (; tx_json_step(&walk); at += entries.size) {
		if (!read_span(walk.value, (struct tx_span *)at))
			return false;
	}
	return true;
}

static void read_spans(struct tx_reading *r, struct tx_json_value spans)
{
	struct tx_json_walk walk = tx_json_begin(spans);

	if (!tx_json_opens(spans, '{')) {
		tx_reading_leave(r, TX_LIT("spans"), spans);
		return;
	}
	r->record->has_spans = true;
	while (tx_json_step(&walk)) {
		size_t index = tx_key_find(tx_record_keys, walk.key);
		const struct tx_key *key = &tx_record_keys->items[index];
		if (index == tx_record_keys->count || key->span.kind == TX_SPAN_NONE ||
		    !read_key_spans(r->record, key, walk.value))
			tx_reading_leave(r, walk.key, walk.value);
	}
}

/* As many as a record keeps of those that it is given, without those whose code is not known. */
static void limit_warnings(struct tx_record *record)
{
	size_t kept = 0;

	for (size_t i = 0; i < record->warning_count; i++) {
		if (record->warnings[i].code < TX_WARN__COUNT &&
		    tx_warning_is_kept(&record->warning_limit, record->warnings[i].code))
			record->warnings[kept++] = record->warnings[i];
	}
	record->warning_count = kept;
}

static void read_members(struct tx_reading *r, struct tx_json_value object)
{
	struct tx_record *record = r->record;
	struct tx_json_value spans = tx_json_get(object, "spans");
	struct tx_json_walk walk = tx_json_begin(object);

	record->is_read_back = true;
	record->absent = UINT64_MAX;
	for (size_t i = 0; i < TX_COUNT(record->warnings); i++)
		record->warnings[i].code = TX_WARN__COUNT;
	while (tx_json_step(&walk)) {
		size_t index = tx_key_find(tx_record_keys, walk.key);
		if (tx_slice_is(walk.key, VERSION_KEY) || tx_slice_is(walk.key, "spans"))
			continue;
		if (index < tx_record_keys->count &&
		    tx_reading_value(r, &tx_record_keys->items[index], record, walk.value))
			record->absent &= ~(UINT64_C(1) << index);
		else
			tx_reading_leave(r, walk.key, walk.value);
	}
	limit_warnings(record);
	record->dateline.present = tx_json_get(object, "dateline").text.len > 0;
	if (spans.text.len > 0)
		read_spans(r, spans);
}

/* A story of a record. */
static telex_status read_object(struct tx_reader *reader, uint32_t line,
				struct tx_json_value object, telex_error *reterr)
{
	telex_slice version = tx_json_member(object, VERSION_KEY);
	struct tx_reading r = {0};

	if (version.len == 0)
		return tx_fail_at(reterr, TELEX_ERR_SYNTAX, 0, line, 1,
				  "not a record: it has no text under the key 'telex'");
	if (!tx_slice_starts(version, TX_LIT("1.")))
		return tx_fail_at(reterr, TELEX_ERR_SYNTAX, 0, line, 1,
				  "a record of version %.*s; version 1 is read",
				  (int)tx_slice_take(version, 20).len, version.ptr);
	r.story = tx_story_new(&reader->arena, "record");
	r.record = tx_arena_calloc(&reader->arena, 1, sizeof(*r.record));
	if (r.story == NULL || r.record == NULL)
		return tx_fail_memory(reterr);
	r.story->line = line;
	r.story->record = r.record;
	read_members(&r, object);
	if (r.failed || r.story->failed)
		return tx_fail_memory(reterr);
	tx_stories_append(&reader->stories, r.story);
	return TELEX_OK;
}

static telex_status read_record(struct tx_reader *reader, telex_slice text, uint32_t line,
				telex_error *reterr)
{
	struct tx_json_checked json;
	telex_status status = tx_json_check(&reader->arena, text, &json);

	if (status == TELEX_ERR_MEMORY)
		return tx_fail_memory(reterr);
	if (status != TELEX_OK)
		return tx_fail_at(reterr, status, 0, line + (uint32_t)json.line - 1,
				  (uint32_t)json.column, "not JSON: %.100s", json.wrong);
	status = read_object(reader, line, json.value, reterr);
	if (status == TELEX_OK && json.notes != NULL)
		tx_story_hand_alerts(json.notes, reader->stories.last);
	return status;
}

/* What is not a record in an array is reported with the record before it. */
static telex_status leave_entry(struct tx_reader *reader, telex_status status, uint32_t line,
				const telex_error *error)
{
	if (status == TELEX_OK || status == TELEX_ERR_MEMORY || reader->stories.last == NULL)
		return status;
	tx_story_alert(reader->stories.last, TX_WARN_ENVELOPE_BROKEN, line,
		       error != NULL ? tx_slice_of(error->message)
				     : TX_LIT("an entry of the array is not a record"));
	return TELEX_OK;
}

static telex_status read_array(struct tx_reader *reader, telex_slice array, size_t line,
			       telex_error *reterr)
{
	struct tx_json_walk walk = tx_json_begin((struct tx_json_value){array, &reader->arena});
	telex_status status = TELEX_OK;
	const char *counted = array.ptr;

	while (status == TELEX_OK && tx_json_step(&walk)) {
		line += tx_count_byte(tx_slice(counted, (size_t)(walk.value.text.ptr - counted)),
				      '\n');
		counted = walk.value.text.ptr;
		status = read_record(reader, walk.value.text, (uint32_t)line, reterr);
		status = leave_entry(reader, status, (uint32_t)line, reterr);
	}
	if (status != TELEX_OK || walk.ended)
		return status;
	line += tx_count_byte(tx_slice(counted, (size_t)(walk.rest.ptr - counted)), '\n');
	status = tx_fail_at(reterr, TELEX_ERR_SYNTAX, 0, (uint32_t)line, 1,
			    "not JSON: the array of records is broken");
	return leave_entry(reader, status, (uint32_t)line, reterr);
}

telex_status tx_record_unwrap(struct tx_reader *reader, telex_slice frame, telex_error *reterr)
{
	telex_slice value = tx_trim(frame);
	size_t line = 1;

	if (value.len > 0)
		line += tx_count_byte(tx_slice(frame.ptr, (size_t)(value.ptr - frame.ptr)), '\n');
	if (value.len > 0 && value.ptr[0] == '[')
		return read_array(reader, value, line, reterr);
	return read_record(reader, value, (uint32_t)line, reterr);
}
