/* Tags and references in text that was never meant for an XML parser: '<' and '&' stand for
 * themselves where they begin nothing that is known. */
#include <libxml/HTMLparser.h>

#include "core/ascii.h"
#include "core/utf8.h"
#include "reader/sgml/sgml.h"

#define TAG_MAX    512 /* bytes of a tag */
#define ENTITY_MAX 10  /* letters of a reference */

static size_t name_len(telex_slice s)
{
	size_t len = 0;

	while (len < s.len &&
	       (tx_is_alpha(s.ptr[len]) || tx_is_digit(s.ptr[len]) || s.ptr[len] == '_'))
		len++;
	return len;
}

/* TREC has elements whose names begin with a digit: 1ST_LINE. */
static bool begins_name(telex_slice s)
{
	if (s.len == 0)
		return false;
	return tx_is_alpha(s.ptr[0]) ||
	       (tx_is_digit(s.ptr[0]) && s.len > 1 && tx_is_alpha(s.ptr[1]));
}

static bool read_tag(telex_slice document, size_t at, struct tx_sgml_tag *tag)
{
	telex_slice rest = tx_slice_skip(tx_slice_take(document, at + TAG_MAX), at + 1);
	bool closes = rest.len > 0 && rest.ptr[0] == '/';

	rest = tx_slice_skip(rest, closes);
	if (!begins_name(rest))
		return false;
	size_t len = name_len(rest);
	struct tx_cut cut = tx_cut(tx_slice_skip(rest, len), '>');
	if (!cut.found || memchr(cut.head.ptr, '<', cut.head.len) != NULL)
		return false;
	tag->name = tx_slice_take(rest, len);
	tag->attributes = tx_trim(cut.head);
	tag->closes = closes;
	tag->start = at;
	tag->end = (size_t)(cut.head.ptr + cut.head.len + 1 - document.ptr);
	return true;
}

bool tx_sgml_next_tag(telex_slice document, size_t from, struct tx_sgml_tag *ret_tag)
{
	for (size_t at = from; at < document.len; at++) {
		const char *open = memchr(document.ptr + at, '<', document.len - at);
		if (open == NULL)
			return false;
		at = (size_t)(open - document.ptr);
		if (read_tag(document, at, ret_tag))
			return true;
	}
	return false;
}

telex_slice tx_sgml_attribute(telex_slice attributes, const char *name)
{
	size_t len = strlen(name);

	for (size_t at = 0; at + len + 1 < attributes.len; at++) {
		telex_slice here = tx_slice_skip(attributes, at);
		if (!tx_slice_starts_nocase(here, tx_slice(name, len)) || here.ptr[len] != '=' ||
		    (at > 0 && attributes.ptr[at - 1] != ' '))
			continue;
		telex_slice value = tx_slice_skip(here, len + 1);
		if (value.len > 0 && (value.ptr[0] == '"' || value.ptr[0] == '\''))
			return tx_cut(tx_slice_skip(value, 1), value.ptr[0]).head;
		return tx_cut(value, ' ').head;
	}
	return (telex_slice){NULL, 0};
}

static uint32_t number_of(telex_slice digits)
{
	uint32_t c = 0;

	for (size_t i = 0; i < digits.len && c < 0x110000; i++) {
		if (!tx_is_digit(digits.ptr[i]))
			return 0;
		c = c * 10 + (uint32_t)(digits.ptr[i] - '0');
	}
	return c;
}

/* The character of a reference between '&' and ';', or 0. */
static uint32_t resolve(telex_slice name)
{
	char text[ENTITY_MAX + 1];

	if (name.len == 0 || name.len > ENTITY_MAX)
		return 0;
	if (name.ptr[0] == '#')
		return number_of(tx_slice_skip(name, 1));
	memcpy(text, name.ptr, name.len);
	text[name.len] = '\0';
	if (tx_slice_is(name, "AMP"))
		return '&';
	const htmlEntityDesc *known = htmlEntityLookup((const xmlChar *)text);
	return known == NULL ? 0 : known->value;
}

static void put(struct tx_buffer *out, uint32_t c)
{
	char bytes[4];

	if (c < 0x20 || c == 0x7f)
		c = ' ';
	if ((c >= 0xd800 && c < 0xe000) || c > 0x10ffff)
		c = 0xfffd;
	tx_buffer_append(out, bytes, tx_utf8_encode(c, bytes));
}

void tx_sgml_text(struct tx_buffer *out, telex_slice text)
{
	telex_slice rest = text;

	while (rest.len > 0) {
		struct tx_cut cut = tx_cut(rest, '&');
		tx_buffer_slice(out, cut.head);
		if (!cut.found)
			return;
		struct tx_cut reference = tx_cut(tx_slice_take(cut.tail, ENTITY_MAX + 1), ';');
		uint32_t c = reference.found ? resolve(reference.head) : 0;
		if (c == 0) {
			tx_buffer_byte(out, '&');
			rest = cut.tail;
		} else {
			put(out, c);
			rest = tx_slice_skip(cut.tail, reference.head.len + 1);
		}
	}
}
