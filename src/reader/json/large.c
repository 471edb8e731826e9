/* Documents whose tree would take too much memory: the items of a list are read one by one, also
 * those of a list in a wrapper; an item is read without the members that make it large, and its
 * record says so. */
#include "core/block.h"
#include "core/error.h"
#include "reader/json/json.h"
#include "reader/json/values.h"

#define WRAPPERS_MAX 4 /* one inside the other */

struct large {
	struct tx_unwrapper *unwrapper;
	telex_slice frame;
	telex_error *reterr;
	bool too_many; /* values in an item, even without its large members */
};

/* A syntax error of a part of the frame, whose line counts in that part. */
static void place_error(const struct large *large, telex_slice part)
{
	telex_slice before = tx_slice_take(large->frame, (size_t)(part.ptr - large->frame.ptr));

	if (large->reterr != NULL)
		large->reterr->line += (uint32_t)tx_count_byte(before, '\n');
}

/* A value that is small enough.  What is no item is passed over. */
static telex_status read_small(struct large *large, telex_slice value, telex_slice part)
{
	if (memchr(value.ptr, '"', value.len) == NULL)
		return TELEX_OK;
	telex_status status = tx_ninjs_unwrap(large->unwrapper, value, large->reterr);
	if (status == TELEX_ERR_SYNTAX)
		place_error(large, part);
	return status == TELEX_ERR_EMPTY ? TELEX_OK : status;
}

static telex_status fail_syntax(const struct large *large, telex_slice rest)
{
	telex_slice before = tx_slice_take(large->frame, (size_t)(rest.ptr - large->frame.ptr));

	return tx_fail_at(large->reterr, TELEX_ERR_SYNTAX, 0,
			  1 + (uint32_t)tx_count_byte(before, '\n'), 1,
			  "not JSON: a comma or a bracket is missing");
}

/* The object with those of its members that are small enough. */
static telex_status read_without_large(struct large *large, telex_slice object)
{
	struct tx_json_walk walk = {.rest = object};
	char *text = tx_arena_alloc(&large->unwrapper->arena, object.len + 2);
	struct tx_story *before = large->unwrapper->stories.last;
	size_t len = 0;

	if (text == NULL)
		return tx_fail_memory(large->reterr);
	while (tx_json_step(&walk)) {
		if (!tx_json_is_small(walk.value))
			continue;
		size_t member = (size_t)(walk.rest.ptr - walk.key.ptr);
		text[len] = len == 0 ? '{' : ',';
		len++;
		if (walk.key.ptr != NULL)
			memcpy(text + len, walk.key.ptr, member);
		len += walk.key.ptr != NULL ? member : 0;
	}
	if (!walk.ended)
		return fail_syntax(large, walk.rest);
	text[len++] = '}';
	tx_arena_trim(&large->unwrapper->arena, text, len);
	if (len < 2 || !tx_json_is_small(tx_slice(text, len))) {
		large->too_many = true;
		return TELEX_OK;
	}
	telex_status status = read_small(large, tx_slice(text, len), object);
	if (status == TELEX_OK && large->unwrapper->stories.last != before)
		tx_story_alert(large->unwrapper->stories.last, TX_WARN_ENVELOPE_BROKEN, 1,
			       TX_LIT("a member with too many values was left out"));
	return status;
}

static telex_status read_value(struct large *large, telex_slice value, unsigned wrappers);

static telex_status read_list(struct large *large, telex_slice list, unsigned wrappers)
{
	struct tx_json_walk walk = {.rest = list};
	telex_status status = TELEX_OK;

	while (status == TELEX_OK && tx_json_step(&walk)) {
		if (walk.value.ptr[0] == '{')
			status = read_value(large, walk.value, wrappers);
	}
	return status == TELEX_OK && !walk.ended ? fail_syntax(large, walk.rest) : status;
}

/* What is large in an object is a list of items in a wrapper, or something in an item. */
static telex_status read_object(struct large *large, telex_slice object, unsigned wrappers)
{
	struct tx_json_walk walk = {.rest = object};
	bool wraps = false;
	telex_status status = TELEX_OK;

	while (wrappers > 0 && status == TELEX_OK && tx_json_step(&walk)) {
		if (walk.key.len < 2 ||
		    !tx_json_is_wrapper(tx_slice(walk.key.ptr + 1, walk.key.len - 2)))
			continue;
		wraps = true;
		status = read_value(large, walk.value, wrappers - 1);
	}
	if (!wraps)
		return read_without_large(large, object);
	return status == TELEX_OK && !walk.ended ? fail_syntax(large, walk.rest) : status;
}

static telex_status read_value(struct large *large, telex_slice value, unsigned wrappers)
{
	if (tx_json_is_small(value))
		return read_small(large, value, value);
	return value.ptr[0] == '[' ? read_list(large, value, wrappers)
				   : read_object(large, value, wrappers);
}

telex_status tx_json_read_large(struct tx_unwrapper *unwrapper, telex_slice frame,
				telex_error *reterr)
{
	struct large large = {.unwrapper = unwrapper, .frame = frame, .reterr = reterr};
	struct tx_stories before = unwrapper->stories;
	telex_status status = read_value(&large, tx_trim(frame), WRAPPERS_MAX);

	if (status == TELEX_ERR_SYNTAX) {
		unwrapper->stories = before;
		if (before.last != NULL)
			before.last->next = NULL;
	}
	if (status != TELEX_OK)
		return status;
	if (large.too_many && unwrapper->stories.last != before.last)
		tx_story_alert(unwrapper->stories.last, TX_WARN_ENVELOPE_BROKEN, 1,
			       TX_LIT("an item with too many values was left out"));
	else if (large.too_many)
		return tx_fail(reterr, TELEX_ERR_TOO_BIG, "too many values in this JSON");
	return unwrapper->stories.last != before.last
		       ? TELEX_OK
		       : tx_fail(reterr, TELEX_ERR_EMPTY,
				 "no dispatch in this JSON (no item of type text)");
}
