/* The tag scanner, after the SGML that the collections have in fact (ISO 8879 is far larger): names
 * may begin with a digit (TREC's 1ST_LINE), nothing is declared, '<' and '&' occur in text.  Left
 * out: marked sections, short references, a DOCTYPE's internal subset. */
#include "reader/sgml/sgml.h"

#include "core/ascii.h"

#define NAME_MAX_LEN 64
#define TAG_MAX      1024

static bool is_name_char(char c)
{
	return tx_is_alpha(c) || tx_is_digit(c) || c == '_' || c == '-' || c == '.' || c == ':';
}

/* The name at the start of `s`; empty when none is found. */
static telex_slice take_name(telex_slice s)
{
	size_t len = 0;
	bool letters = false;

	while (len < s.len && len <= NAME_MAX_LEN && is_name_char(s.ptr[len]))
		letters |= tx_is_alpha(s.ptr[len++]);
	if (!letters || len > NAME_MAX_LEN || !(tx_is_alpha(s.ptr[0]) || tx_is_digit(s.ptr[0])))
		len = 0;
	return tx_slice_take(s, len);
}

/* Offset of the '>' that ends a tag; `s.len` when another tag begins before, or none comes. */
static size_t find_tag_end(telex_slice s)
{
	char quote = '\0', before = '\0';

	for (size_t i = 0; i < s.len && i < TAG_MAX; i++) {
		char c = s.ptr[i];
		if (quote != '\0')
			quote = c == quote ? '\0' : quote;
		else if ((c == '"' || c == '\'') && before == '=')
			quote = c;
		else if (c == '>')
			return i;
		else if (c == '<')
			break;
		if (c != ' ')
			before = c;
	}
	return s.len;
}

/* "<b and c>" is text: attributes have values, or are the slash of an empty element. */
static bool are_attributes(telex_slice s)
{
	return s.len == 0 || tx_slice_is(s, "/") || memchr(s.ptr, '=', s.len) != NULL;
}

/* The tag at `at`, where '<' is. */
static bool read_tag(telex_slice text, size_t at, struct tx_sgml_tag *ret_tag)
{
	telex_slice rest = tx_slice_skip(text, at + 1);
	bool closing = rest.len > 0 && rest.ptr[0] == '/';
	bool declaration = rest.len > 0 && (rest.ptr[0] == '!' || rest.ptr[0] == '?');
	telex_slice inside = tx_slice_skip(rest, closing);
	telex_slice name = declaration ? tx_slice_take(inside, 1) : take_name(inside);

	if (name.len == 0)
		return false;
	telex_slice behind = tx_slice_skip(inside, name.len);
	size_t end = find_tag_end(behind);
	if (end == behind.len)
		return false;
	*ret_tag = (struct tx_sgml_tag){.name = name,
					.attributes = tx_trim(tx_slice_take(behind, end)),
					.start = at,
					.end = at + 1 + closing + name.len + end + 1,
					.closing = closing};
	return declaration || are_attributes(ret_tag->attributes);
}

bool tx_sgml_next(struct tx_sgml *scanner, struct tx_sgml_tag *ret_tag)
{
	telex_slice text = scanner->text;

	for (size_t at = scanner->at; at < text.len; at++) {
		const char *open = memchr(text.ptr + at, '<', text.len - at);
		if (open == NULL)
			break;
		at = (size_t)(open - text.ptr);
		if (read_tag(text, at, ret_tag)) {
			scanner->at = ret_tag->end;
			return true;
		}
	}
	scanner->at = text.len;
	return false;
}

/* Take the value after '='. */
static telex_slice take_value(telex_slice *rest)
{
	telex_slice s = tx_trim(*rest);
	struct tx_cut cut;

	if (s.len > 0 && (s.ptr[0] == '"' || s.ptr[0] == '\'')) {
		cut = tx_cut(tx_slice_skip(s, 1), s.ptr[0]);
		*rest = cut.tail;
		return cut.head;
	}
	size_t len = 0;
	while (len < s.len && !tx_char_is(s.ptr[len], TX_CHAR_BLANK | TX_CHAR_NEWLINE))
		len++;
	*rest = tx_slice_skip(s, len);
	return tx_slice_take(s, len);
}

bool tx_sgml_attribute(const struct tx_sgml_tag *tag, const char *name, telex_slice *ret_value)
{
	telex_slice rest = tag->attributes;

	*ret_value = (telex_slice){NULL, 0};
	while (rest.len > 0) {
		struct tx_cut cut = tx_cut(rest, '=');
		if (!cut.found)
			break;
		telex_slice here = tx_trim(cut.head);
		rest = cut.tail;
		telex_slice value = take_value(&rest);
		if (!tx_slice_eq_nocase(here, tx_slice_of(name)))
			continue;
		*ret_value = value;
		return true;
	}
	return false;
}
