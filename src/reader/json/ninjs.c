/* ninjs 1.x, 2.x and 3.x (IPTC, News in JSON), and the JSON of services that is like it: which
 * objects are dispatches, in what wrappers.  Left out: events, plans, the geometry of places. */
#include "core/ascii.h"
#include "core/error.h"
#include "core/record.h"
#include "reader/json/check.h"
#include "reader/json/json.h"
#include "reader/json/ninjs.h"

#define WRAPPERS_MAX 5 /* one inside the other */

/* Keys of lists and objects that hold items. */
static const char *const wrappers[] = {
	"item",    "items",   "data",  "_items",    "articles",  "results",
	"docs",    "entries", "hits",  "_source",   "response",  "news",
	"stories", "posts",   "value", "documents", "newsitems", "news_results",
	"article", "story",   "feed",  "channel",   "rows",      NULL};

/* Members of an item that hold more of its properties. */
static const char *const parts[] = {"fields", "attributes", "schedule_settings", NULL};

/* Types of what is no dispatch. */
static const char *const media_types[] = {"picture", "photo",     "image",     "graphic",
					  "video",   "audio",     "animation", "planning",
					  "event",   "component", NULL};

/* Any copy of ninjs 1.x. */
static const struct tx_property any_body = {"body", tx_take_body, TX_FIELD__COUNT, 10};

/* ninjs 1.x: "headline_main", "description_caption", "body_print": a name and a role.  False: it is
 * none of them. */
static bool take_by_role(struct tx_item *item, telex_slice key, struct tx_json_value value)
{
	struct tx_cut cut = tx_cut(key, '_');

	if (!cut.found || cut.tail.len == 0)
		return false;
	if (tx_slice_is(cut.head, "headline"))
		tx_item_headline(item, cut.tail, tx_json_text_of(value));
	else if (tx_slice_is(cut.head, "description"))
		return tx_item_description(item, cut.tail, tx_json_text_of(value));
	else if (tx_slice_is(cut.head, "body"))
		tx_take_body(item, &any_body, value);
	else
		return false;
	return true;
}

bool tx_item_takes(struct tx_item *item, telex_slice key, struct tx_json_value value)
{
	const struct tx_property *property = tx_property_find(key);

	if (property == NULL)
		return take_by_role(item, key, value);
	property->take(item, property, value);
	return true;
}

void tx_item_read(struct tx_item *item, struct tx_json_value object)
{
	struct tx_json_walk walk = tx_json_begin(object), inner;

	while (tx_json_step(&walk)) {
		if (!tx_slice_in(walk.key, parts)) {
			if (!tx_item_takes(item, walk.key, walk.value))
				tx_item_leave(item, walk.key, walk.value);
			continue;
		}
		inner = tx_json_begin(walk.value);
		while (tx_json_opens(walk.value, '{') && tx_json_step(&inner)) {
			if (!tx_item_takes(item, inner.key, inner.value))
				tx_item_leave(item, inner.key, inner.value);
		}
	}
}

/* What an object is, by its members. */
struct shape {
	bool dispatch; /* a headline or copy, or an identifier of an item */
	bool medium;   /* or anything else that is no text */
	bool wrapper;  /* a list of objects or an object under a wrapper's key */
	bool identified;
	bool own; /* telex has written it */
};

static bool holds_objects(struct tx_json_value value)
{
	struct tx_json_walk walk = tx_json_begin(value);

	if (tx_json_opens(value, '['))
		return tx_json_step(&walk) && tx_json_opens(walk.value, '{');
	return tx_json_opens(value, '{') && tx_json_count(value) > 0;
}

/* A member that an item has and nothing else. */
static bool is_sign(const struct tx_property *property, struct tx_json_value value)
{
	bool filled = (tx_json_opens(value, '"') && value.text.len > 2) ||
		      tx_json_opens(value, '[') || tx_json_opens(value, '{');

	return filled && (property->field == TX_FIELD_HEADLINE || property->take == tx_take_body);
}

static bool has_sign(telex_slice key, struct tx_json_value value)
{
	const struct tx_property *property = tx_property_find(key);

	if (property == NULL && tx_slice_opens(key, "body_"))
		property = &any_body;
	if (property != NULL)
		return is_sign(property, value);
	return tx_slice_opens(key, "headline_") && tx_json_text_of(value).len > 0;
}

static bool has_sign_in_part(struct tx_json_value part)
{
	struct tx_json_walk walk = tx_json_begin(part);
	bool found = false;

	while (tx_json_opens(part, '{') && !found && tx_json_step(&walk))
		found = has_sign(walk.key, walk.value);
	return found;
}

bool tx_ninjs_holds_items(telex_slice key)
{
	return tx_slice_in(key, wrappers);
}

bool tx_ninjs_identifies(telex_slice key)
{
	static const char *const names[] = {"uri", "guid", "urn", NULL};

	return tx_slice_in(key, names);
}

static bool is_identifier(telex_slice key, struct tx_json_value value)
{
	return tx_ninjs_identifies(key) && tx_json_opens(value, '"') && value.text.len > 2;
}

static struct shape shape_of(struct tx_json_value object)
{
	struct tx_json_walk walk = tx_json_begin(object);
	struct shape shape = {0};

	while (tx_json_step(&walk)) {
		if (tx_slice_is(walk.key, "telex"))
			shape.medium = true; /* a record of telex's own is no envelope */
		else if (tx_slice_is(walk.key, "type"))
			shape.medium |= tx_slice_in(tx_json_text_of(walk.value), media_types);
		else if (tx_slice_is(walk.key, "profile"))
			shape.own = tx_slice_is(tx_json_text_of(walk.value), TX_NINJS_PROFILE);
		if (tx_ninjs_holds_items(walk.key) && holds_objects(walk.value))
			shape.wrapper = true;
		else if (has_sign(walk.key, walk.value) ||
			 (tx_slice_in(walk.key, parts) && has_sign_in_part(walk.value)))
			shape.dispatch = true;
		shape.identified |= is_identifier(walk.key, walk.value);
	}
	return shape;
}

struct reading {
	struct tx_reader *reader;
	struct tx_json_value sister; /* the object beside the item that holds its copy, or none */
};

static telex_status read_item(struct reading *reading, struct tx_json_value object,
			      const struct shape *shape)
{
	struct tx_reader *reader = reading->reader;
	struct tx_item item = {.reader = reader,
			       .story = tx_story_new(&reader->arena, "ninjs"),
			       .own = shape->own};

	if (item.story == NULL)
		return TELEX_ERR_MEMORY;
	tx_item_read(&item, object);
	if (item.copy.text.len == 0 && reading->sister.text.len > 0) {
		static const struct tx_property nitf = {"nitf", tx_take_body, TX_FIELD__COUNT, 0};
		item.later = 20;
		tx_item_read(&item, reading->sister);
		if (item.copy.text.len == 0)
			tx_take_body(&item, &nitf, reading->sister);
	}
	if (!tx_item_finish(&item) || item.story->failed)
		return TELEX_ERR_MEMORY;
	tx_stories_append(&reader->stories, item.story);
	return TELEX_OK;
}

static telex_status read_value(struct reading *reading, struct tx_json_value value, unsigned depth);

static telex_status read_list(struct reading *reading, struct tx_json_value list, unsigned depth)
{
	struct tx_json_walk walk = tx_json_begin(list);
	telex_status status = TELEX_OK;

	while (status == TELEX_OK && tx_json_step(&walk)) {
		if (tx_json_opens(walk.value, '{'))
			status = read_value(reading, walk.value, depth);
	}
	return status;
}

static telex_status read_wrapper(struct reading *reading, struct tx_json_value object,
				 unsigned depth)
{
	struct tx_json_walk walk = tx_json_begin(object);
	struct reading inner = {reading->reader, tx_json_get(object, "nitf")};
	telex_status status = TELEX_OK;

	if (inner.sister.text.len == 0)
		inner.sister = reading->sister;
	while (status == TELEX_OK && tx_json_step(&walk)) {
		if (tx_ninjs_holds_items(walk.key) && holds_objects(walk.value))
			status = read_value(&inner, walk.value, depth - 1);
	}
	return status;
}

static telex_status read_value(struct reading *reading, struct tx_json_value value, unsigned depth)
{
	struct reading alone = {.reader = reading->reader};

	if (depth == 0)
		return TELEX_OK;
	if (tx_json_opens(value, '['))
		return read_list(&alone, value, depth);
	struct shape shape = shape_of(value);
	if (shape.medium)
		return TELEX_OK;
	if (shape.identified || (shape.dispatch && !shape.wrapper))
		return read_item(reading, value, &shape);
	return shape.wrapper ? read_wrapper(reading, value, depth) : TELEX_OK;
}

telex_status tx_ninjs_read(struct tx_reader *reader, struct tx_json_value value)
{
	size_t before = reader->stories.count;
	struct reading reading = {.reader = reader};
	telex_status status = read_value(&reading, value, WRAPPERS_MAX);

	if (status != TELEX_OK)
		return status;
	return reader->stories.count > before ? TELEX_OK : TELEX_ERR_EMPTY;
}

telex_status tx_ninjs_unwrap(struct tx_reader *reader, telex_slice frame, telex_error *reterr)
{
	struct tx_story *before = reader->stories.last;
	struct tx_json_checked json;
	telex_status status = tx_json_check(&reader->arena, frame, &json);

	if (status == TELEX_ERR_SYNTAX)
		return tx_fail_at(reterr, status, 0, (uint32_t)json.line, (uint32_t)json.column,
				  "not JSON: %.100s", json.wrong);
	if (status == TELEX_OK)
		status = tx_ninjs_read(reader, json.value);
	if (status == TELEX_ERR_MEMORY)
		return tx_fail_memory(reterr);
	struct tx_story *first = before == NULL ? reader->stories.first : before->next;
	if (json.notes != NULL && first != NULL)
		tx_story_hand_alerts(json.notes, first);
	return status == TELEX_OK ? status
				  : tx_fail(reterr, TELEX_ERR_EMPTY,
					    "no dispatch in this JSON (no item of type text)");
}
