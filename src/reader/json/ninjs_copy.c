/* The copy of an item of ninjs: the richest of its bodies, HTML before plain text.  An item that
 * telex wrote has nothing but the body in it: there each block is what it is, and nothing is looked
 * for. */
#include "core/error.h"
#include "core/record.h"
#include "reader/html.h"
#include "reader/json/json.h"

static const telex_slice none = {NULL, 0};

telex_slice tx_json_text_of(json_t *value)
{
	return json_is_string(value) ? tx_slice(json_string_value(value), json_string_length(value))
				     : none;
}

telex_slice tx_json_member(json_t *object, const char *name)
{
	return tx_json_text_of(json_object_get(object, name));
}

telex_slice tx_json_first(json_t *object, const char *const *names)
{
	for (; *names != NULL; names++) {
		telex_slice text = tx_json_member(object, *names);
		if (text.len > 0)
			return text;
	}
	return none;
}

telex_slice tx_json_by_role(json_t *list, const char *const *roles)
{
	for (; *roles != NULL; roles++) {
		for (size_t i = 0; i < json_array_size(list); i++) {
			json_t *entry = json_array_get(list, i);
			telex_slice text = tx_json_member(entry, "value");
			if (text.len > 0 && tx_slice_is(tx_json_member(entry, "role"), *roles))
				return text;
		}
	}
	return none;
}

/* Names of the copy, the best first: those of ninjs and of agencies, then those of services of news
 * and of dumps of pages.  ninjs 1.x has any name that begins with "body_". */
static const char *const bodies[] = {
	"body_html",    "body_xhtml",   "body_html5",  "body_richhtml5", "body_richtext",
	"article_html", "content_html", "html",        "body_main",      "body_text",
	"body",         "bodytext",     "articlebody", "article_body",   "fulltext",
	"full_text",    "maintext",     "content",     "contents",       "article",
	"text",         "story",        "raw",         "texto",          "cuerpo",
	"contenido",    "nitf",         NULL};

/* Place of a name in that list, the ones of any role after all; SIZE_MAX: no name of copy. */
static size_t body_rank(telex_slice name)
{
	size_t rank = 0;

	for (; bodies[rank] != NULL; rank++) {
		if (tx_slice_eq_nocase(name, tx_slice_of(bodies[rank])))
			return rank;
	}
	return tx_slice_starts_nocase(name, TX_LIT("body_")) ? rank : SIZE_MAX;
}

bool tx_json_is_body(telex_slice name)
{
	return body_rank(name) != SIZE_MAX;
}

/* bodies[]: HTML rather than plain text, the main one rather than another. */
static telex_slice best_of_list(json_t *list)
{
	telex_slice best = none;
	int score = -1;

	for (size_t i = 0; i < json_array_size(list); i++) {
		json_t *body = json_array_get(list, i);
		static const char *const types[] = {"contentType", "contenttype", NULL};
		telex_slice type = tx_json_first(body, types);
		bool html = tx_slice_find(type, TX_LIT("html")) < type.len;
		int own = 2 * html + tx_slice_is(tx_json_member(body, "role"), "main");
		if (own > score) {
			score = own;
			best = tx_json_member(body, "value");
		}
	}
	return best;
}

/* A text, or that of an object that holds one ({"rendered": "<p>..."}). */
static telex_slice body_in(json_t *value)
{
	static const char *const members[] = {"rendered", "value", "body_html", "html", "body_text",
					      "body",     "text",  "content",   NULL};

	return json_is_object(value) ? tx_json_first(value, members) : tx_json_text_of(value);
}

telex_slice tx_json_body(json_t *item)
{
	telex_slice best = best_of_list(json_object_get(item, "bodies"));
	size_t least = best.len == 0 ? SIZE_MAX : tx_html_is(best) ? 0 : SIZE_MAX / 2;
	const char *key;
	json_t *value;

	json_object_foreach(item, key, value)
	{
		size_t rank = body_rank(tx_slice_of(key));
		telex_slice text = rank == SIZE_MAX ? none : body_in(value);
		if (text.len == 0)
			continue;
		rank += tx_html_is(text) ? 0 : SIZE_MAX / 2;
		if (rank < least || best.len == 0) {
			least = rank;
			best = text;
		}
	}
	return best;
}

/* telex's own items have nothing but the body in their copy: each block is what it is. */
static bool settle(struct tx_story *story, telex_slice copy)
{
	struct tx_pieces known = story->blocks;
	size_t lines = 1, next = 0;
	struct tx_piece *pieces;

	for (size_t i = 0; i < copy.len; i++)
		lines += copy.ptr[i] == '\n';
	pieces = tx_arena_calloc(story->arena, known.count + lines, sizeof(*pieces));
	if (pieces == NULL)
		return false;
	story->blocks = (struct tx_pieces){pieces, 0};
	for (size_t at = 0; at < copy.len;) {
		struct tx_piece *piece = &pieces[story->blocks.count++];
		if (next < known.count && at == known.items[next].start) {
			*piece = known.items[next++];
		} else {
			size_t len = tx_cut(tx_slice_skip(copy, at), '\n').head.len + 1;
			*piece = (struct tx_piece){(uint32_t)at, (uint32_t)(at + len),
						   TX_PIECE_PARAGRAPH};
		}
		at = piece->end;
	}
	return true;
}

bool tx_ninjs_fill_copy(struct tx_unwrapper *unwrapper, struct tx_story *story, json_t *item,
			telex_slice copy)
{
	struct tx_markup *markup = &unwrapper->markup;
	bool own = tx_slice_is(tx_json_member(item, "profile"), TX_NINJS_PROFILE);

	tx_markup_begin(markup, &unwrapper->copy);
	if (!tx_html_is(copy)) {
		story->kind = TX_COPY_PLAIN;
		return tx_story_finish(story, copy);
	}
	if (!tx_html_blocks(markup, copy, story) || markup->failed || unwrapper->copy.failed)
		return false;
	copy = tx_slice(unwrapper->copy.data, unwrapper->copy.len);
	story->blocks = (struct tx_pieces){markup->pieces, markup->piece_count};
	return (!own || settle(story, copy)) && tx_story_finish(story, copy);
}
