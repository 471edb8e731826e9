/* Values are found by their brackets and quotation marks (RFC 8259); strings are stepped over
 * sixteen bytes at a time.  Left out: whether the text is JSON, which check.c has seen to. */
#include "reader/json/values.h"

#include "core/ascii.h"
#include "core/block.h"
#include "core/utf8.h"

#define ESCAPE_LEN 6 /* \uXXXX */

size_t tx_json_plain_end(telex_slice s, size_t at)
{
	for (; s.len - at >= TX_BLOCK; at += TX_BLOCK) {
		tx_block block = tx_block_load(s.ptr + at);
		tx_block marks = tx_mark_or(tx_mark_equal(block, '"'), tx_mark_equal(block, '\\'));
		unsigned bits = tx_mark_bits(tx_mark_or(marks, tx_mark_control(block)));
		if (bits != 0)
			return at + tx_mask_first(bits);
	}
	while (at < s.len && s.ptr[at] != '"' && s.ptr[at] != '\\' &&
	       (unsigned char)s.ptr[at] >= ' ')
		at++;
	return at;
}

size_t tx_json_string_end(telex_slice s, size_t at)
{
	while (at < s.len) {
		at = tx_json_plain_end(s, at);
		if (at >= s.len)
			break;
		if (s.ptr[at] == '"')
			return at + 1;
		at += s.ptr[at] == '\\' ? 2 : 1;
	}
	return s.len;
}

static size_t brackets_len(telex_slice s)
{
	size_t depth = 0, at = 0;

	while (at < s.len) {
		char c = s.ptr[at++];
		if (c == '"')
			at = tx_json_string_end(s, at);
		else if (c == '{' || c == '[')
			depth++;
		else if ((c == '}' || c == ']') && --depth == 0)
			break;
	}
	return at;
}

size_t tx_json_value_len(telex_slice s)
{
	size_t end = 0;

	if (s.len > 0 && s.ptr[0] == '"')
		return tx_json_string_end(s, 1);
	if (s.len > 0 && (s.ptr[0] == '{' || s.ptr[0] == '['))
		return brackets_len(s);
	while (end < s.len && (unsigned char)s.ptr[end] > ' ' && s.ptr[end] != ',' &&
	       s.ptr[end] != ']' && s.ptr[end] != '}')
		end++;
	return end;
}

static telex_slice skip_blanks(telex_slice s)
{
	size_t at = 0;

	while (at < s.len && (unsigned char)s.ptr[at] <= ' ')
		at++;
	return tx_slice_skip(s, at);
}

struct tx_json_walk tx_json_begin(struct tx_json_value json)
{
	struct tx_json_walk walk = {.value.arena = json.arena};

	if (tx_json_opens(json, '{') || tx_json_opens(json, '['))
		walk.rest = tx_slice_skip(json.text, 1);
	return walk;
}

bool tx_json_step(struct tx_json_walk *walk)
{
	telex_slice rest = skip_blanks(walk->rest);

	bool comma = rest.len > 0 && rest.ptr[0] == ',';

	walk->key = (telex_slice){NULL, 0};
	if (comma)
		rest = skip_blanks(tx_slice_skip(rest, 1));
	walk->rest = rest;
	walk->ended = rest.len > 0 && (rest.ptr[0] == '}' || rest.ptr[0] == ']');
	if (rest.len == 0 || walk->ended || walk->begun != comma)
		return false;
	walk->begun = true;
	size_t len = tx_json_value_len(rest);
	telex_slice after = skip_blanks(tx_slice_skip(rest, len));
	if (rest.ptr[0] == '"' && after.len > 0 && after.ptr[0] == ':') {
		walk->key = tx_json_decode(walk->value.arena, tx_slice(rest.ptr + 1, len - 2));
		rest = skip_blanks(tx_slice_skip(after, 1));
		len = tx_json_value_len(rest);
		after = tx_slice_skip(rest, len);
	}
	walk->value.text = tx_slice_take(rest, len);
	walk->rest = after;
	return true;
}

size_t tx_json_count(struct tx_json_value json)
{
	struct tx_json_walk walk = tx_json_begin(json);
	size_t count = 0;

	while (tx_json_step(&walk))
		count++;
	return count;
}

bool tx_json_is_number(struct tx_json_value json)
{
	return json.text.len > 0 && (tx_is_digit(json.text.ptr[0]) || json.text.ptr[0] == '-');
}

telex_slice tx_json_text_of(struct tx_json_value json)
{
	if (!tx_json_opens(json, '"'))
		return (telex_slice){NULL, 0};
	return tx_json_decode(json.arena, tx_slice(json.text.ptr + 1, json.text.len - 2));
}

telex_slice tx_json_scalar_of(struct tx_json_value json)
{
	return tx_json_is_number(json) ? json.text : tx_json_text_of(json);
}

struct tx_json_value tx_json_get(struct tx_json_value object, const char *name)
{
	struct tx_json_walk walk = tx_json_begin(object);

	while (tx_json_step(&walk)) {
		if (walk.key.ptr != NULL && tx_slice_is(walk.key, name))
			return walk.value;
	}
	return (struct tx_json_value){.arena = object.arena};
}

telex_slice tx_json_member(struct tx_json_value object, const char *name)
{
	return tx_json_text_of(tx_json_get(object, name));
}

telex_slice tx_json_first(struct tx_json_value object, const char *const *names)
{
	struct tx_json_walk walk = tx_json_begin(object);
	telex_slice best = {NULL, 0};
	size_t best_rank = SIZE_MAX;

	while (tx_json_step(&walk)) {
		size_t rank = 0;
		while (rank < best_rank && names[rank] != NULL &&
		       !tx_slice_is(walk.key, names[rank]))
			rank++;
		if (rank >= best_rank || names[rank] == NULL)
			continue;
		telex_slice text = tx_json_text_of(walk.value);
		if (text.len == 0)
			continue;
		best = text;
		best_rank = rank;
	}
	return best;
}

int tx_json_unit(telex_slice s)
{
	int unit = 0;

	if (s.len < ESCAPE_LEN || s.ptr[0] != '\\' || s.ptr[1] != 'u')
		return -1;
	for (size_t i = 2; i < ESCAPE_LEN; i++) {
		char c = tx_lower(s.ptr[i]);
		bool letter = c >= 'a' && c <= 'f';
		if (!letter && !tx_is_digit(c))
			return -1;
		unit = unit * 16 + (letter ? c - 'a' + 10 : c - '0');
	}
	return unit;
}

/* Write what the escape at the start of `s` represents; its length in `*ret_len`. */
static size_t decode_escape(telex_slice s, char *out, size_t *ret_len)
{
	static const char escapes[] = "b\bf\fn\nr\rt\t";
	int unit = tx_json_unit(s);

	*ret_len = 2;
	if (unit < 0) {
		const char *known = strchr(escapes, s.ptr[1]);
		out[0] = known != NULL && tx_is_lower(s.ptr[1]) ? known[1] : s.ptr[1];
		return 1;
	}
	*ret_len = ESCAPE_LEN;
	if (unit < 0xd800 || unit > 0xdfff)
		return tx_utf8_encode((uint32_t)unit, out);
	uint32_t low = (uint32_t)tx_json_unit(tx_slice_skip(s, ESCAPE_LEN));
	if (unit > 0xdbff || low < 0xdc00 || low > 0xdfff)
		return tx_utf8_encode(0xfffd, out);
	*ret_len = (size_t)2 * ESCAPE_LEN;
	return tx_utf8_encode(0x10000 + (((uint32_t)unit & 0x3ff) << 10 | (low & 0x3ff)), out);
}

telex_slice tx_json_decode(struct tx_arena *arena, telex_slice s)
{
	size_t len = 0;

	if (arena == NULL || s.len == 0 || memchr(s.ptr, '\\', s.len) == NULL)
		return s;
	char *out = tx_arena_alloc(arena, s.len);
	if (out == NULL)
		return (telex_slice){NULL, 0};
	for (size_t at = 0; at < s.len;) {
		size_t end = tx_json_plain_end(s, at), taken = 0;
		memcpy(out + len, s.ptr + at, end - at);
		len += end - at;
		if (end < s.len)
			len += decode_escape(tx_slice_skip(s, end), out + len, &taken);
		at = end + taken;
	}
	tx_arena_trim(arena, out, len);
	return tx_slice(out, len);
}
