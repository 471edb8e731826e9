/* Lines of JSON: each an object.  With a key for raw text (named, or one of the usual ones) its
 * string is read like any source, the other keys are carried along and state what their names say;
 * without one each line is an item like ninjs.  A line that cannot be read gives a record all the
 * same, so that lines out are lines in. */
#include "core/ascii.h"
#include "core/block.h"
#include "core/error.h"
#include "core/utf8.h"
#include "reader/html.h"
#include "reader/json/check.h"
#include "reader/json/json.h"
#include "reader/json/ninjs.h"
#include "core/scan.h"

#define LINE_RANK  40 /* added to what a line states: the envelope in its text counts more */
#define KEYS_SHOWN 12

static const char *const usual_keys[] = {"text",    "raw",   "body",   "content",
					 "article", "texto", "cuerpo", NULL};

/* Keys of an item of ninjs, whose copy is no raw text. */
static const char *const item_signs[] = {"uri",       "guid",      "urn",    "body_text",
					 "body_html", "headlines", "bodies", NULL};

/* A line that is read. */
struct line {
	struct tx_reader *reader;
	telex_slice text;
	uint32_t number; /* in its frame, from 1 */
};

static bool is_usual(telex_slice key)
{
	return tx_slice_in(key, usual_keys);
}

/* A line that holds no text still gives a record, which says why. */
static telex_status keep_line(const struct line *line, const char *reason, telex_error *reterr)
{
	struct tx_reader *reader = line->reader;
	struct tx_story *story = tx_story_new(&reader->arena, "jsonl");
	struct tx_buffer *out = &reader->scratch;

	out->len = 0;
	tx_json_write_string(out, line->text);
	if (story == NULL || out->failed)
		return tx_fail_memory(reterr);
	story->input = tx_arena_copy(&reader->arena, tx_slice(out->data, out->len));
	story->failed |= story->input.ptr == NULL;
	story->line = line->number;
	tx_story_alert(story, TX_WARN_ENVELOPE_BROKEN, line->number, tx_slice_of(reason));
	if (!tx_story_finish(story, (telex_slice){NULL, 0}))
		return tx_fail_memory(reterr);
	tx_stories_append(&reader->stories, story);
	return TELEX_OK;
}

/* The keys of the line, for somebody who named another. */
static telex_status fail_key(const struct line *line, struct tx_json_value object,
			     telex_error *reterr)
{
	struct tx_json_walk walk = tx_json_begin(object);
	char keys[120] = "";
	size_t len = 0;

	for (size_t i = 0; i < KEYS_SHOWN && tx_json_step(&walk); i++)
		len += tx_utf8_printf(keys + len, sizeof(keys) - len, "%s%.*s", i == 0 ? "" : ", ",
				      (int)walk.key.len, walk.key.ptr);
	return tx_fail_at(reterr, TELEX_ERR_USAGE, 0, line->number, 1,
			  "the first line has no key '%.40s'; its keys are: %s",
			  line->reader->text_key, keys);
}

/* What the other keys of the line say of the dispatch. */
static void state_line(const struct line *line, struct tx_json_value object, const char *text_key,
		       struct tx_story *story)
{
	struct tx_item item = {
		.reader = line->reader, .story = story, .facts_only = true, .later = LINE_RANK};
	struct tx_json_walk walk = tx_json_begin(object);

	while (tx_json_step(&walk)) {
		const struct tx_property *property = tx_property_find(walk.key);
		if (line->reader->id_key != NULL && tx_slice_is(walk.key, line->reader->id_key))
			tx_story_state(story, TX_FIELD_ID, 0, tx_json_scalar_of(walk.value));
		else if (property != NULL && !tx_slice_is(walk.key, text_key))
			property->take(&item, property, walk.value);
	}
}

/* The stories of the line's text carry the rest of the line along. */
static telex_status finish_stories(const struct line *line, struct tx_json_value object,
				   const char *text_key, struct tx_story *story,
				   telex_error *reterr)
{
	struct tx_buffer *out = &line->reader->scratch;
	telex_slice input = {NULL, 0};

	out->len = 0;
	if (tx_json_write_rest(object, text_key, out)) {
		input = tx_arena_copy(&line->reader->arena, tx_slice(out->data, out->len));
		if (out->failed || input.ptr == NULL)
			return tx_fail_memory(reterr);
	}
	for (; story != NULL; story = story->next) {
		story->input = input;
		if (strcmp(story->format, "text") == 0)
			story->format = "jsonl";
		story->line = story->line > 0 ? story->line : line->number;
		state_line(line, object, text_key, story);
		if (story->failed || out->failed)
			return tx_fail_memory(reterr);
	}
	return TELEX_OK;
}

static telex_status read_text(const struct line *line, struct tx_json_value object,
			      const char *text_key, telex_error *reterr)
{
	struct tx_reader *reader = line->reader;
	struct tx_json_value value = tx_json_get(object, text_key);
	struct tx_story *before = reader->stories.last;

	if (!tx_json_opens(value, '"'))
		return keep_line(line, "the line has no text under the key", reterr);
	reader->counts.line_keys = true;
	telex_status status = tx_read_inner(reader, tx_json_text_of(value), reterr);
	if (status == TELEX_ERR_MEMORY)
		return status;
	if (status != TELEX_OK)
		return keep_line(line, reterr != NULL ? reterr->message : "the text cannot be read",
				 NULL);
	struct tx_story *story = before == NULL ? reader->stories.first : before->next;
	if (story == NULL)
		return keep_line(line, "the text under the key is empty", reterr);
	return finish_stories(line, object, text_key, story, reterr);
}

/* Whether a text is an envelope, which is recognised by its bytes. */
static bool is_envelope(telex_slice text)
{
	enum tx_framing framing;

	return tx_framing_sniff(text, true, NULL, &framing) && framing != TX_FRAMING_TEXT &&
	       framing != TX_FRAMING_PAGE && tx_format_of_frame(framing, text) != NULL;
}

/* The first of the usual keys that has text, where nobody named one; NULL: none has, or its text is
 * HTML, which is copy and no dispatch. */
static const char *usual_key_of(struct tx_json_value object)
{
	struct tx_json_walk walk = tx_json_begin(object);
	size_t best = TX_COUNT(usual_keys) - 1;
	telex_slice text = {NULL, 0};

	while (tx_json_step(&walk)) {
		size_t rank = 0;
		while (rank < best && !tx_slice_is(walk.key, usual_keys[rank]))
			rank++;
		if (rank == best || !tx_json_opens(walk.value, '"'))
			continue;
		best = rank;
		text = tx_json_text_of(walk.value);
	}
	return tx_html_is(text) && !is_envelope(text) ? NULL : usual_keys[best];
}

static bool is_item(struct tx_json_value object)
{
	struct tx_json_walk walk = tx_json_begin(object);

	while (tx_json_step(&walk)) {
		if (tx_slice_in(walk.key, item_signs))
			return true;
	}
	return false;
}

static telex_status read_line(const struct line *line, struct tx_json_value value,
			      telex_error *reterr)
{
	const char *key = line->reader->text_key;

	if (!tx_json_opens(value, '{') && key != NULL)
		return keep_line(line, "the line has no text under the key", reterr);
	if (key != NULL && !line->reader->counts.line_keys && tx_json_get(value, key).text.len == 0)
		return fail_key(line, value, reterr);
	if (key == NULL && tx_json_opens(value, '{') && !is_item(value))
		key = usual_key_of(value);
	if (key != NULL)
		return read_text(line, value, key, reterr);
	telex_status status = tx_ninjs_read(line->reader, value);
	return status == TELEX_ERR_EMPTY
		       ? keep_line(line, "the line holds no item of type text", reterr)
		       : status;
}

telex_status tx_jsonl_unwrap(struct tx_reader *reader, telex_slice frame, telex_error *reterr)
{
	struct line line = {.reader = reader, .text = tx_trim(frame)};
	struct tx_story *before = reader->stories.last;
	telex_slice above = tx_slice(frame.ptr, (size_t)(line.text.ptr - frame.ptr));
	struct tx_json_checked json;
	char reason[160];

	line.number = 1 + (uint32_t)tx_count_byte(above, '\n');
	telex_status status = tx_json_check(&reader->arena, line.text, &json);
	if (status == TELEX_ERR_SYNTAX) {
		tx_utf8_printf(reason, sizeof(reason), "not JSON: %.100s", json.wrong);
		return keep_line(&line, reason, reterr);
	}
	if (status == TELEX_OK)
		status = read_line(&line, json.value, reterr);
	if (status == TELEX_ERR_MEMORY)
		return tx_fail_memory(reterr);
	struct tx_story *first = before == NULL ? reader->stories.first : before->next;
	if (json.notes != NULL && first != NULL)
		tx_story_hand_alerts(json.notes, first);
	return status;
}

bool tx_jsonl_is(telex_slice head, const char *text_key)
{
	struct tx_json_value object = {tx_slice_take(head, tx_cut(head, '\n').head.len), NULL};
	struct tx_json_walk walk = tx_json_begin(object);
	bool found = false;

	if (!tx_json_opens(object, '{'))
		return false;
	while (tx_json_step(&walk)) {
		bool text = walk.value.text.len > 1 && tx_json_opens(walk.value, '"');
		if (text_key == NULL &&
		    (tx_slice_in(walk.key, item_signs) || tx_slice_is(walk.key, "telex")))
			return false;
		found |= text &&
			 (text_key == NULL ? is_usual(walk.key) : tx_slice_is(walk.key, text_key));
	}
	return found;
}
