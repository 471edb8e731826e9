/* Lines of JSON: each an object.  With a key for raw text its string is read like any source, and
 * the other keys are carried along; without one each line is an item like ninjs.  A line that
 * cannot be read gives a record all the same, so that lines out are lines in. */
#include "core/error.h"
#include "core/utf8.h"
#include "reader/json/json.h"
#include "reader/json/values.h"

/* The members of the object but for the text, as compact JSON; none: `.len` is 0.  False when
 * memory is short. */
static bool take_rest(struct tx_unwrapper *unwrapper, json_t *object, telex_slice *ret_rest)
{
	json_t *copy = json_copy(object);
	char *text = NULL;

	*ret_rest = (telex_slice){NULL, 0};
	if (copy == NULL)
		return false;
	json_object_del(copy, unwrapper->text_key);
	bool empty = json_object_size(copy) == 0;
	if (!empty)
		text = json_dumps(copy, JSON_COMPACT);
	if (text != NULL)
		*ret_rest = tx_arena_copy(&unwrapper->arena, tx_slice_of(text));
	free(text);
	json_decref(copy);
	return empty || ret_rest->ptr != NULL;
}

/* A line that holds no text still gives a record, which says why. */
static telex_status keep_line(struct tx_unwrapper *unwrapper, telex_slice line, const char *reason,
			      telex_error *reterr)
{
	struct tx_story *story = tx_story_new(&unwrapper->arena, "jsonl");
	json_t *string = json_stringn(line.ptr, line.len);
	char *text = string == NULL ? NULL : json_dumps(string, JSON_ENCODE_ANY);

	json_decref(string);
	if (story == NULL || text == NULL) {
		free(text);
		return tx_fail_memory(reterr);
	}
	story->input = tx_arena_copy(&unwrapper->arena, tx_slice_of(text));
	free(text);
	story->failed |= story->input.ptr == NULL;
	tx_story_alert(story, TX_WARN_ENVELOPE_BROKEN, 1, tx_slice_of(reason));
	if (!tx_story_finish(story, (telex_slice){NULL, 0}))
		return tx_fail_memory(reterr);
	tx_stories_append(&unwrapper->stories, story);
	return TELEX_OK;
}

static telex_status read_text(struct tx_unwrapper *unwrapper, json_t *object, telex_slice line,
			      telex_error *reterr)
{
	json_t *value = json_object_get(object, unwrapper->text_key);
	struct tx_story *before = unwrapper->stories.last;
	telex_slice input;
	telex_status status;

	if (!json_is_string(value))
		return keep_line(unwrapper, line, "the line has no text under the key", reterr);
	if (!take_rest(unwrapper, object, &input))
		return tx_fail_memory(reterr);
	status = tx_unwrap_inner(
		unwrapper, tx_slice(json_string_value(value), json_string_length(value)), reterr);
	if (status == TELEX_ERR_MEMORY)
		return status;
	if (status != TELEX_OK)
		return keep_line(unwrapper, line,
				 reterr != NULL ? reterr->message : "the text cannot be read",
				 NULL);
	struct tx_story *story = before == NULL ? unwrapper->stories.first : before->next;
	if (story == NULL)
		return keep_line(unwrapper, line, "the text under the key is empty", reterr);
	for (; story != NULL; story = story->next) {
		story->input = input;
		if (strcmp(story->format, "text") == 0)
			story->format = "jsonl";
	}
	return TELEX_OK;
}

telex_status tx_jsonl_unwrap(struct tx_unwrapper *unwrapper, telex_slice frame, telex_error *reterr)
{
	telex_slice line = tx_trim(frame);
	struct tx_story *before = unwrapper->stories.last, *notes;
	json_error_t error;

	if (!tx_json_is_small(line))
		return keep_line(unwrapper, line, "too many values in the line", reterr);
	json_t *value;
	telex_status status = tx_json_load(unwrapper, line, &value, &notes, &error);
	char reason[160];

	if (status == TELEX_ERR_MEMORY)
		return tx_fail_memory(reterr);
	if (status != TELEX_OK) {
		tx_utf8_printf(reason, sizeof(reason), "not JSON: %.100s", error.text);
		return keep_line(unwrapper, line, reason, reterr);
	}
	if (unwrapper->text_key != NULL)
		status = read_text(unwrapper, value, line, reterr);
	else
		status = tx_ninjs_read(unwrapper, value);
	if (unwrapper->text_key == NULL && status == TELEX_ERR_EMPTY)
		status = keep_line(unwrapper, line, "the line holds no item of type text", reterr);
	json_decref(value);
	struct tx_story *first = before == NULL ? unwrapper->stories.first : before->next;
	if (notes != NULL && first != NULL)
		tx_story_hand_alerts(notes, first);
	return status == TELEX_ERR_MEMORY ? tx_fail_memory(reterr) : status;
}
