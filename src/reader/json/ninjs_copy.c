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

/* Names of the copy in 1.x, the richest first. */
static const char *const html_bodies[] = {"body_html", "body_xhtml", "body_html5", "body_richhtml5",
					  NULL};
static const char *const plain_bodies[] = {"body_text", "body", "nitf", NULL};

bool tx_ninjs_is_body(telex_slice name)
{
	return tx_slice_in(name, html_bodies) || tx_slice_in(name, plain_bodies);
}

/* bodies[]: HTML rather than plain text, the main one rather than another. */
static json_t *best_body(json_t *bodies)
{
	json_t *best = NULL;
	int score = -1;

	for (size_t i = 0; i < json_array_size(bodies); i++) {
		json_t *body = json_array_get(bodies, i);
		static const char *const types[] = {"contentType", "contenttype", NULL};
		telex_slice type = tx_json_first(body, types);
		bool html = tx_slice_find(type, TX_LIT("html")) < type.len;
		int own = 2 * html + tx_slice_is(tx_json_member(body, "role"), "main");
		if (own > score) {
			score = own;
			best = body;
		}
	}
	return best;
}

static telex_slice copy_of(json_t *item)
{
	telex_slice copy = tx_json_first(item, html_bodies);

	if (copy.len == 0)
		copy = tx_json_member(best_body(json_object_get(item, "bodies")), "value");
	return copy.len > 0 ? copy : tx_json_first(item, plain_bodies);
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

bool tx_ninjs_fill_copy(struct tx_unwrapper *unwrapper, struct tx_story *story, json_t *item)
{
	struct tx_markup *markup = &unwrapper->markup;
	bool own = tx_slice_is(tx_json_member(item, "profile"), TX_NINJS_PROFILE);
	telex_slice copy = copy_of(item);

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
