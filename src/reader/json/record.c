/* telex's own records (docs/record.md): one, an array of them, on a line or indented.  A record is
 * the story's as it is, so that it is written again with the same bytes.  Left out: records of
 * other versions than 1, whose keys may mean something else. */
#include "reader/json/record.h"

#include "core/block.h"
#include "core/error.h"
#include "reader/json/json.h"
#include "reader/json/record_values.h"
#include "reader/json/values.h"

#define VERSION_KEY "\"telex\""

bool tx_record_is(telex_slice frame)
{
	struct tx_json_walk walk = {.rest = tx_trim(frame)}, object = walk;

	/* A document that has the key nowhere need not be searched for it. */
	if (tx_slice_find(frame, TX_LIT(VERSION_KEY)) == frame.len)
		return false;
	if (walk.rest.ptr[0] == '[' && tx_json_step(&walk))
		object = (struct tx_json_walk){.rest = walk.value};
	while (object.rest.len > 0 && object.rest.ptr[0] != '[' && tx_json_step(&object)) {
		if (tx_slice_is(object.key, VERSION_KEY))
			return object.value.ptr[0] == '"';
	}
	return false;
}

static bool read_span(json_t *value, struct tx_span *span)
{
	json_t *start = json_array_get(value, 0), *end = json_array_get(value, 1);

	if (json_array_size(value) != 2 || json_integer_value(start) < 0 ||
	    json_integer_value(end) < json_integer_value(start))
		return false;
	*span = (struct tx_span){(uint64_t)json_integer_value(start),
				 (uint64_t)json_integer_value(end)};
	return json_is_integer(start) && json_is_integer(end);
}

/* The spans of a key, of which a list has as many as entries. */
static bool read_key_spans(struct tx_record *record, const struct tx_key *key, json_t *value)
{
	if (key->span.kind == TX_SPAN_ONE)
		return read_span(value, (struct tx_span *)((char *)record + key->span.at));
	struct tx_entries entries = tx_key_entries(key, record);
	bool is_read = json_array_size(value) == entries.count;
	for (size_t i = 0; is_read && i < entries.count; i++)
		is_read = read_span(
			json_array_get(value, i),
			(struct tx_span *)(entries.first + i * entries.size + key->span.at));
	return is_read;
}

static void read_spans(struct tx_reading *r, json_t *spans)
{
	const char *name;
	json_t *value;

	if (!json_is_object(spans)) {
		tx_reading_leave(r, "spans", spans);
		return;
	}
	r->record->has_spans = true;
	json_object_foreach(spans, name, value)
	{
		size_t index = tx_key_find(tx_record_keys, tx_slice_of(name));
		const struct tx_key *key = &tx_record_keys->items[index];
		if (index == tx_record_keys->count || key->span.kind == TX_SPAN_NONE ||
		    !read_key_spans(r->record, key, value))
			tx_reading_leave(r, name, value);
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

static void read_members(struct tx_reading *r, json_t *object)
{
	struct tx_record *record = r->record;
	json_t *spans = json_object_get(object, "spans"), *value;
	const char *name;

	record->is_read_back = true;
	record->absent = UINT64_MAX;
	for (size_t i = 0; i < sizeof(record->warnings) / sizeof(record->warnings[0]); i++)
		record->warnings[i].code = TX_WARN__COUNT;
	json_object_foreach(object, name, value)
	{
		size_t index = tx_key_find(tx_record_keys, tx_slice_of(name));
		if (strcmp(name, "telex") == 0 || strcmp(name, "spans") == 0)
			continue;
		if (index < tx_record_keys->count &&
		    tx_reading_value(r, &tx_record_keys->items[index], record, value))
			record->absent &= ~(UINT64_C(1) << index);
		else
			tx_reading_leave(r, name, value);
	}
	limit_warnings(record);
	record->dateline.present = json_object_get(object, "dateline") != NULL;
	if (spans != NULL)
		read_spans(r, spans);
}

/* A story of a record, from JSON that jansson has read. */
static telex_status read_object(struct tx_unwrapper *unwrapper, telex_slice text, uint32_t line,
				json_t *object, telex_error *reterr)
{
	telex_slice version = tx_json_member(object, "telex");
	struct tx_reading r = {.text = text};

	if (version.len == 0)
		return tx_fail_at(reterr, TELEX_ERR_SYNTAX, 0, line, 1,
				  "not a record: it has no text under the key 'telex'");
	if (!tx_slice_starts(version, TX_LIT("1.")))
		return tx_fail_at(reterr, TELEX_ERR_SYNTAX, 0, line, 1,
				  "a record of version %.*s; version 1 is read",
				  (int)tx_slice_take(version, 20).len, version.ptr);
	r.story = tx_story_new(&unwrapper->arena, "record");
	r.record = tx_arena_calloc(&unwrapper->arena, 1, sizeof(*r.record));
	if (r.story == NULL || r.record == NULL)
		return tx_fail_memory(reterr);
	r.story->line = line;
	r.story->record = r.record;
	read_members(&r, object);
	if (r.failed || r.story->failed)
		return tx_fail_memory(reterr);
	tx_stories_append(&unwrapper->stories, r.story);
	return TELEX_OK;
}

static telex_status read_record(struct tx_unwrapper *unwrapper, telex_slice text, uint32_t line,
				telex_error *reterr)
{
	struct tx_story *notes;
	json_error_t error;
	json_t *object;

	if (!tx_json_is_small(text))
		return tx_fail_at(reterr, TELEX_ERR_SYNTAX, 0, line, 1,
				  "too many values in a record");
	telex_status status = tx_json_load(unwrapper, text, &object, &notes, &error);
	if (status == TELEX_ERR_MEMORY)
		return tx_fail_memory(reterr);
	if (status != TELEX_OK) {
		uint32_t further = error.line > 1 ? (uint32_t)error.line - 1 : 0;
		return tx_fail_at(reterr, status, 0, line + further,
				  error.column > 0 ? (uint32_t)error.column : 1, "not JSON: %.100s",
				  error.text);
	}
	status = read_object(unwrapper, text, line, object, reterr);
	json_decref(object);
	if (status == TELEX_OK && notes != NULL)
		tx_story_hand_alerts(notes, unwrapper->stories.last);
	return status;
}

/* What is not a record in an array is reported with the record before it. */
static telex_status leave_entry(struct tx_unwrapper *unwrapper, telex_status status, uint32_t line,
				const telex_error *error)
{
	if (status == TELEX_OK || status == TELEX_ERR_MEMORY || unwrapper->stories.last == NULL)
		return status;
	tx_story_alert(unwrapper->stories.last, TX_WARN_ENVELOPE_BROKEN, line,
		       error != NULL ? tx_slice_of(error->message)
				     : TX_LIT("an entry of the array is not a record"));
	return TELEX_OK;
}

static telex_status read_array(struct tx_unwrapper *unwrapper, telex_slice array, size_t line,
			       telex_error *reterr)
{
	struct tx_json_walk walk = {.rest = array};
	telex_status status = TELEX_OK;
	const char *counted = array.ptr;

	while (status == TELEX_OK && tx_json_step(&walk)) {
		line += tx_count_byte(tx_slice(counted, (size_t)(walk.value.ptr - counted)), '\n');
		counted = walk.value.ptr;
		status = read_record(unwrapper, walk.value, (uint32_t)line, reterr);
		status = leave_entry(unwrapper, status, (uint32_t)line, reterr);
	}
	if (status != TELEX_OK || walk.ended)
		return status;
	line += tx_count_byte(tx_slice(counted, (size_t)(walk.rest.ptr - counted)), '\n');
	status = tx_fail_at(reterr, TELEX_ERR_SYNTAX, 0, (uint32_t)line, 1,
			    "not JSON: the array of records is broken");
	return leave_entry(unwrapper, status, (uint32_t)line, reterr);
}

telex_status tx_record_unwrap(struct tx_unwrapper *unwrapper, telex_slice frame,
			      telex_error *reterr)
{
	telex_slice value = tx_trim(frame);
	size_t line = 1;

	if (value.len > 0)
		line += tx_count_byte(tx_slice(frame.ptr, (size_t)(value.ptr - frame.ptr)), '\n');
	if (value.len > 0 && value.ptr[0] == '[')
		return read_array(unwrapper, value, line, reterr);
	return read_record(unwrapper, value, (uint32_t)line, reterr);
}
