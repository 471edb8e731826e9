/* A parser that goes on behind such an ampersand drops it, and the word behind it ("AT&T"); here
 * nothing is dropped. */
#include "reader/xml/mend.h"

#include "core/ascii.h"

#define REFERENCE_MAX 40 /* bytes of a reference's name */

static bool is_reference(telex_slice s)
{
	size_t len = 0;
	bool number = s.len > 1 && s.ptr[1] == '#';

	s = tx_slice_skip(s, number ? 2 : 1);
	while (len < s.len && len < REFERENCE_MAX &&
	       (tx_is_alpha(s.ptr[len]) || tx_is_digit(s.ptr[len]) || s.ptr[len] == '_' ||
		s.ptr[len] == '.' || s.ptr[len] == '-' || s.ptr[len] == ':'))
		len++;
	return len > 0 && len < s.len && s.ptr[len] == ';' && (number || !tx_is_digit(s.ptr[0]));
}

static size_t next_ampersand(telex_slice s, size_t from)
{
	const char *at = from < s.len ? memchr(s.ptr + from, '&', s.len - from) : NULL;

	return at == NULL ? s.len : (size_t)(at - s.ptr);
}

static bool has_loose(telex_slice document)
{
	for (size_t at = next_ampersand(document, 0); at < document.len;
	     at = next_ampersand(document, at + 1)) {
		if (!is_reference(tx_slice_skip(document, at)))
			return true;
	}
	return false;
}

size_t tx_xml_literal_len(telex_slice s)
{
	static const struct {
		const char *open, *close;
	} sections[] = {{"<![CDATA[", "]]>"}, {"<!--", "-->"}, {"<?", "?>"}};

	if (s.len < 2 || (s.ptr[1] != '!' && s.ptr[1] != '?'))
		return 0;
	for (size_t i = 0; i < sizeof(sections) / sizeof(sections[0]); i++) {
		if (!tx_slice_opens(s, sections[i].open))
			continue;
		telex_slice close = tx_slice_of(sections[i].close);
		size_t end = tx_slice_find(s, close);
		return end < s.len ? end + close.len : s.len;
	}
	return 0;
}

static size_t count_ampersands(telex_slice s)
{
	size_t count = 0;

	for (size_t at = next_ampersand(s, 0); at < s.len; at = next_ampersand(s, at + 1))
		count++;
	return count;
}

telex_slice tx_xml_mend(telex_slice document, struct tx_arena *arena, bool *ret_mended)
{
	static const char reference[] = "&amp;";
	size_t len = 0;

	*ret_mended = false;
	if (!has_loose(document))
		return document;
	char *out = tx_arena_alloc(arena, document.len + 4 * count_ampersands(document) + 1);
	if (out == NULL)
		return (telex_slice){NULL, 0};
	for (size_t at = 0; at < document.len;) {
		telex_slice rest = tx_slice_skip(document, at);
		size_t literal = rest.ptr[0] == '<' ? tx_xml_literal_len(rest) : 0;
		if (literal == 0 && rest.ptr[0] == '&' && !is_reference(rest)) {
			memcpy(out + len, reference, sizeof(reference) - 1);
			len += sizeof(reference) - 1;
			at++;
			*ret_mended = true;
			continue;
		}
		literal = literal == 0 ? 1 : literal;
		memcpy(out + len, rest.ptr, literal);
		len += literal;
		at += literal;
	}
	tx_arena_trim(arena, out, len);
	return tx_slice(out, len);
}
