/* Values are found by their brackets and quotes, as the framer finds documents (RFC 8259); what is
 * in them is jansson's to judge.  The weights are what jansson 2.14 takes on a machine of 64 bits,
 * by glibc's malloc(). */
#include "reader/json/values.h"

#include "core/ascii.h"
#include "reader/json/json.h"

#define OBJECT_BYTES 256
#define LIST_BYTES   128
#define MEMBER_BYTES 112
#define VALUE_BYTES  48
#define TREE_FREE    ((size_t)4 << 20)
#define TREE_TIMES   3 /* the text */

/* After the string that begins at `at`. */
static size_t string_end(telex_slice s, size_t at)
{
	for (at++; at < s.len && s.ptr[at] != '"'; at++)
		at += s.ptr[at] == '\\';
	return at < s.len ? at + 1 : s.len;
}

bool tx_json_is_small(telex_slice text)
{
	size_t tree = 0;

	for (size_t at = 0; at < text.len;) {
		char c = text.ptr[at];
		if (c == '"') {
			at = string_end(text, at);
			continue;
		}
		at++;
		if (c == ',')
			tree += VALUE_BYTES;
		else if (c == ':')
			tree += MEMBER_BYTES;
		else if (c == '{' || c == '[')
			tree += c == '{' ? OBJECT_BYTES : LIST_BYTES;
	}
	return tree <= TREE_FREE + TREE_TIMES * text.len;
}

static telex_slice skip_blanks(telex_slice s)
{
	while (s.len > 0 && tx_char_is(s.ptr[0], TX_CHAR_BLANK | TX_CHAR_NEWLINE))
		s = tx_slice_skip(s, 1);
	return s;
}

/* Length of the value at the start of `s`; 0: there is none, or not all of it. */
static size_t value_len(telex_slice s)
{
	struct tx_json_framer framer = {0};
	size_t end = 0;

	if (s.len > 0 && s.ptr[0] == '"')
		return string_end(s, 0);
	if (s.len > 0 && (s.ptr[0] == '{' || s.ptr[0] == '['))
		return tx_json_frame_end(s, &framer, &end) ? end : 0;
	while (end < s.len && strchr(",]} \t\r\n", s.ptr[end]) == NULL)
		end++;
	return end;
}

/* The key of a member and the colon after it, if that is what stands here. */
static void take_key(struct tx_json_walk *walk)
{
	size_t len = walk->rest.len > 0 && walk->rest.ptr[0] == '"' ? string_end(walk->rest, 0) : 0;
	telex_slice rest = skip_blanks(tx_slice_skip(walk->rest, len));

	walk->key = (telex_slice){NULL, 0};
	if (len == 0 || rest.len == 0 || rest.ptr[0] != ':')
		return;
	walk->key = tx_slice_take(walk->rest, len);
	walk->rest = skip_blanks(tx_slice_skip(rest, 1));
}

bool tx_json_step(struct tx_json_walk *walk)
{
	telex_slice rest = walk->rest = skip_blanks(walk->rest);
	char c = rest.len > 0 ? rest.ptr[0] : '\0';

	if (!walk->begun && (c == '{' || c == '[')) {
		walk->begun = true;
		rest = skip_blanks(tx_slice_skip(rest, 1));
		c = rest.len > 0 ? rest.ptr[0] : '\0';
	} else if (c == ',') {
		rest = skip_blanks(tx_slice_skip(rest, 1));
	} else if (c != '}' && c != ']') {
		return false;
	}
	if (c == '}' || c == ']') {
		walk->ended = true;
		return false;
	}
	walk->rest = rest;
	take_key(walk);
	size_t len = value_len(walk->rest);
	if (len == 0)
		return false;
	walk->value = tx_slice_take(walk->rest, len);
	walk->rest = tx_slice_skip(walk->rest, len);
	return true;
}
