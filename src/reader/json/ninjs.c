/* ninjs 1.x, 2.x and 3.x (IPTC, News in JSON), and the JSON of services that is like it.  The
 * versions differ in names, which one table holds for all: a name means the same wherever it
 * occurs.  Items of type text and composite are dispatches; the others are media.  Left out:
 * events, plans, and the geometry of places. */
#include <stdlib.h>

#include "core/error.h"
#include "reader/html.h"
#include "reader/json/json.h"
#include "reader/json/values.h"

#define DEPTH_MAX 5   /* wrappers and lists, one inside the other, and the item */
#define PROSE_MIN 60  /* bytes */
#define SHOWN_MAX 200 /* bytes of a value that is left over */

/* What surrounds items, and members of an item that hold more of its properties. */
static const char *const wrappers[] = {
	"item",    "items",     "data",      "_items",       "articles", "results", "docs",
	"entries", "hits",      "_source",   "response",     "news",     "stories", "posts",
	"value",   "documents", "newsitems", "news_results", NULL};
static const char *const parts[] = {"fields", "attributes", NULL};

bool tx_json_is_wrapper(telex_slice key)
{
	return tx_slice_in(key, wrappers);
}

/* A text of some length with a stop and blanks: nobody's code or address. */
static bool is_prose(telex_slice text)
{
	return text.len >= PROSE_MIN && tx_slice_find(text, TX_LIT(" ")) < text.len / 2 &&
	       (tx_slice_find(text, TX_LIT(". ")) < text.len || tx_html_is(text) ||
		text.ptr[text.len - 1] == '.');
}

/* What the item is made of: what is not known in it may be its copy. */
struct reading {
	struct tx_unwrapper *unwrapper;
	struct tx_story *story;
	telex_slice body;
	telex_slice prose, prose_key; /* the longest under a name that is not known */
};

static void leave_over(struct reading *reading, telex_slice key, json_t *value)
{
	char *text = NULL;

	if (!reading->unwrapper->leftovers || tx_slice_is(key, "type"))
		return;
	if (json_is_string(value))
		tx_story_leave_over(reading->story, key, tx_json_text_of(value));
	else if (!json_is_null(value))
		text = json_dumps(value, JSON_COMPACT | JSON_ENCODE_ANY);
	if (text != NULL)
		tx_story_leave_over(reading->story, key,
				    tx_slice_take(tx_slice_of(text), SHOWN_MAX));
	free(text);
}

static void take_unknown(struct reading *reading, telex_slice key, json_t *value)
{
	telex_slice text = tx_json_text_of(value);

	if (text.len > reading->prose.len && is_prose(text)) {
		reading->prose = text;
		reading->prose_key = key;
	}
	leave_over(reading, key, value);
}

static void take_properties(struct reading *reading, json_t *item)
{
	const char *key;
	json_t *value;

	if (reading->body.len == 0)
		reading->body = tx_json_body(item);
	json_object_foreach(item, key, value)
	{
		telex_slice name = tx_slice_of(key);
		if (!tx_json_is_body(name) && !tx_json_state_property(reading->story, key, value) &&
		    !(json_is_object(value) && tx_slice_in(name, parts)))
			take_unknown(reading, name, value);
	}
	for (const char *const *part = parts; *part != NULL; part++) {
		json_t *more = json_object_get(item, *part);
		if (json_is_object(more))
			take_properties(reading, more);
	}
}

/* A record of telex's own is no envelope. */
static bool is_dispatch(json_t *item, telex_slice body)
{
	static const char *const types[] = {"",      "text", "composite", "article", "articles",
					    "story", "news", "post",      NULL};
	static const char *const signs[] = {"uri",      "guid",          "urn",
					    "headline", "headline_main", NULL};

	if (json_object_get(item, "telex") != NULL ||
	    !tx_slice_in(tx_json_member(item, "type"), types))
		return false;
	static const char *const addresses[] = {"url", "link", "web_url", NULL};
	bool titled =
		tx_json_member(item, "title").len > 0 && tx_json_first(item, addresses).len > 0;

	return body.len > 0 || titled || tx_json_first(item, signs).len > 0 ||
	       json_is_array(json_object_get(item, "headlines")) ||
	       json_is_array(json_object_get(item, "bodies"));
}

static telex_slice body_with_parts(json_t *item)
{
	telex_slice body = tx_json_body(item);

	for (const char *const *part = parts; body.len == 0 && *part != NULL; part++)
		body = tx_json_body(json_object_get(item, *part));
	return body;
}

/* Reading what may be an item; EMPTY where it is none.  `beside`: an object that holds the copy
 * beside the item, as AP's media API has it, or NULL. */
static telex_status read_item(struct tx_unwrapper *unwrapper, json_t *item, json_t *beside)
{
	struct reading reading = {.unwrapper = unwrapper};
	telex_slice body = body_with_parts(item);

	if (!is_dispatch(item, body))
		return TELEX_ERR_EMPTY;
	reading.story = tx_story_new(&unwrapper->arena, "ninjs");
	if (reading.story == NULL)
		return TELEX_ERR_MEMORY;
	take_properties(&reading, item);
	if (reading.body.len == 0)
		reading.body = tx_json_body(beside);
	if (reading.body.len == 0 && reading.prose.len > 0) {
		reading.body = reading.prose;
		tx_story_alert(
			reading.story, TX_WARN_ENVELOPE_BROKEN, 1,
			TX_LIT("the item has no body: a text under an unknown name was taken "
			       "for it"));
	}
	if (!tx_ninjs_fill_copy(unwrapper, reading.story, item, reading.body))
		return TELEX_ERR_MEMORY;
	tx_stories_append(&unwrapper->stories, reading.story);
	return TELEX_OK;
}

static telex_status read_value(struct tx_unwrapper *unwrapper, json_t *value, json_t *beside,
			       unsigned depth);

static telex_status read_items(struct tx_unwrapper *unwrapper, json_t *array, unsigned depth)
{
	telex_status status = TELEX_OK;

	for (size_t i = 0; i < json_array_size(array) && status != TELEX_ERR_MEMORY; i++) {
		json_t *value = json_array_get(array, i);
		if (json_is_object(value))
			status = read_value(unwrapper, value, NULL, depth);
	}
	return status == TELEX_ERR_MEMORY ? status : TELEX_OK;
}

static telex_status read_value(struct tx_unwrapper *unwrapper, json_t *value, json_t *beside,
			       unsigned depth)
{
	json_t *copy = json_object_get(value, "nitf");
	telex_status status = TELEX_ERR_EMPTY;

	if (depth == 0)
		return status;
	if (json_is_array(value))
		return read_items(unwrapper, value, depth);
	/* A wrapper may look like an item: {"status": "ok", "articles": [...]}, with copy beside.
	 */
	if (!json_is_object(copy) || json_object_get(value, "data") == NULL)
		status = read_item(unwrapper, value, beside);
	if (status != TELEX_ERR_EMPTY)
		return status;
	for (const char *const *name = wrappers; *name != NULL; name++) {
		json_t *inner = json_object_get(value, *name);
		if ((json_is_object(inner) || json_is_array(inner)) &&
		    read_value(unwrapper, inner, json_is_object(copy) ? copy : beside, depth - 1) ==
			    TELEX_ERR_MEMORY)
			return TELEX_ERR_MEMORY;
	}
	return TELEX_OK;
}

telex_status tx_ninjs_read(struct tx_unwrapper *unwrapper, json_t *value)
{
	size_t before = unwrapper->stories.count;

	if (read_value(unwrapper, value, NULL, DEPTH_MAX) == TELEX_ERR_MEMORY)
		return TELEX_ERR_MEMORY;
	return unwrapper->stories.count > before ? TELEX_OK : TELEX_ERR_EMPTY;
}

telex_status tx_ninjs_unwrap(struct tx_unwrapper *unwrapper, telex_slice frame, telex_error *reterr)
{
	struct tx_story *before = unwrapper->stories.last, *notes;
	json_error_t error;

	if (!tx_json_is_small(frame))
		return tx_json_read_large(unwrapper, frame, reterr);
	json_t *value;
	telex_status status = tx_json_load(unwrapper, frame, &value, &notes, &error);

	if (status == TELEX_ERR_SYNTAX)
		return tx_fail_at(reterr, status, 0, error.line > 0 ? (uint32_t)error.line : 1,
				  error.column > 0 ? (uint32_t)error.column : 1, "not JSON: %.100s",
				  error.text);
	if (status == TELEX_OK)
		status = tx_ninjs_read(unwrapper, value);
	json_decref(value);
	if (status == TELEX_ERR_MEMORY)
		return tx_fail_memory(reterr);
	struct tx_story *first = before == NULL ? unwrapper->stories.first : before->next;
	if (notes != NULL && first != NULL)
		tx_story_hand_alerts(notes, first);
	return status == TELEX_OK ? status
				  : tx_fail(reterr, TELEX_ERR_EMPTY,
					    "no dispatch in this JSON (no item of type text)");
}
