/* Splitting a stream of XML documents (XML 1.0, sections 2.1 to 2.8) without parsing them: only
 * tags of the root's own name count, so that a document whose inner tags do not match ends where it
 * should.  Comments, CDATA sections, processing instructions and the document type are stepped
 * over. */
#include "reader/xml/frame.h"

#include "core/ascii.h"
#include "core/block.h"

#define PROLOG_MAX 256 /* bytes of an XML declaration */

static size_t find(telex_slice s, size_t from, const char *needle, size_t len)
{
	for (size_t at = from; at + len <= s.len; at++) {
		const char *hit = memchr(s.ptr + at, needle[0], s.len - at - len + 1);
		if (hit == NULL)
			break;
		at = (size_t)(hit - s.ptr);
		if (memcmp(hit, needle, len) == 0)
			return at + len;
	}
	return 0;
}

/* Behind the '>' of the tag at `at`, quoted values stepped over; 0: it is not there yet. */
static size_t tag_end(telex_slice s, size_t at)
{
	char quote = '\0';

	for (; at < s.len; at++) {
		char c = s.ptr[at];
		if (quote != '\0')
			quote = c == quote ? '\0' : quote;
		else if (c == '"' || c == '\'')
			quote = c;
		else if (c == '>')
			return at + 1;
	}
	return 0;
}

/* Behind the document type, its internal subset included. */
static size_t doctype_end(telex_slice s, size_t at)
{
	size_t subset = 0;

	for (; at < s.len; at++) {
		if (s.ptr[at] == '<' && tx_slice_starts(tx_slice_skip(s, at), TX_LIT("<!--"))) {
			size_t end = find(s, at, "-->", 3);
			if (end == 0)
				return 0;
			at = end - 1;
		} else if (s.ptr[at] == '[') {
			subset++;
		} else if (s.ptr[at] == ']' && subset > 0) {
			subset--;
		} else if (s.ptr[at] == '>' && subset == 0) {
			return at + 1;
		}
	}
	return 0;
}

/* Behind the comment, section, instruction or declaration at `at`; 0: not there yet. */
static size_t other_end(telex_slice s, size_t at)
{
	telex_slice here = tx_slice_skip(s, at);

	if (tx_slice_starts(here, TX_LIT("<!--")))
		return find(s, at + 4, "-->", 3);
	if (tx_slice_starts(here, TX_LIT("<![CDATA[")))
		return find(s, at + 9, "]]>", 3);
	if (here.ptr[1] == '?')
		return find(s, at + 2, "?>", 2);
	return doctype_end(s, at + 2);
}

static size_t name_len(telex_slice s)
{
	size_t len = 0;

	while (len < s.len && !tx_char_is(s.ptr[len], TX_CHAR_BLANK | TX_CHAR_NEWLINE) &&
	       s.ptr[len] != '>' && s.ptr[len] != '/')
		len++;
	return len;
}

static bool is_name(telex_slice s, size_t at, telex_slice name)
{
	return at + name.len < s.len && memcmp(s.ptr + at, name.ptr, name.len) == 0 &&
	       name_len(tx_slice_skip(s, at)) == name.len;
}

/* The root's start and end tags count; behind the last end tag the document ends. */
static size_t step_tag(telex_slice s, size_t at, struct tx_xml_framer *framer)
{
	bool closes = s.ptr[at + 1] == '/';
	size_t name = at + 1 + closes, end;

	if (framer->root_len > 0 &&
	    !is_name(s, name, tx_slice(s.ptr + framer->root, framer->root_len)))
		return name + framer->root_len + 1 < s.len ? name : 0;
	end = tag_end(s, name);
	if (end == 0)
		return 0;
	if (framer->root_len == 0) {
		framer->root = name;
		framer->root_len = name_len(tx_slice_skip(s, name));
	}
	if (closes)
		framer->open -= framer->open > 0;
	else if (s.ptr[end - 2] != '/')
		framer->open++;
	return end;
}

/* Whether the tag at `at` may count: of the root's name, or no element's, or cut off. */
static bool may_count(telex_slice s, size_t at, char initial)
{
	if (s.len - at < 3)
		return true;
	char c = s.ptr[at + 1] == '/' ? s.ptr[at + 2] : s.ptr[at + 1];
	return c == initial || c == '!' || c == '?';
}

/* The next tag from `at` on that may count, or the end.  Most tags are out by their first letter.
 */
static size_t next_tag(telex_slice s, size_t at, char initial)
{
	for (; s.len - at >= TX_BLOCK; at += TX_BLOCK) {
		unsigned tags = tx_block_equal(tx_block_load(s.ptr + at), '<');
		for (; tags != 0; tags &= tags - 1) {
			size_t tag = at + tx_mask_first(tags);
			if (may_count(s, tag, initial))
				return tag;
		}
	}
	while (at < s.len && (s.ptr[at] != '<' || !may_count(s, at, initial)))
		at++;
	return at;
}

/* The next '<' that has to be looked at, or the end. */
static size_t find_tag(telex_slice bytes, size_t at, const struct tx_xml_framer *framer)
{
	if (at >= bytes.len)
		return bytes.len;
	if (framer->root_len > 0)
		return next_tag(bytes, at, bytes.ptr[framer->root]);
	const char *open = memchr(bytes.ptr + at, '<', bytes.len - at);
	return open == NULL ? bytes.len : (size_t)(open - bytes.ptr);
}

bool tx_xml_frame_end(telex_slice bytes, struct tx_xml_framer *framer, size_t *ret_end)
{
	size_t at = framer->scanned;

	for (;;) {
		at = find_tag(bytes, at, framer);
		framer->scanned = at;
		if (at == bytes.len)
			return false;
		const char *open = bytes.ptr + at;
		if (at + 9 > bytes.len && at + 1 >= bytes.len)
			return false;
		if (framer->root_len > 0 &&
		    tx_slice_starts(tx_slice_skip(bytes, at), TX_LIT("<?xml "))) {
			*ret_end = at;
			return true;
		}
		bool other = open[1] == '!' || open[1] == '?';
		size_t next = other ? other_end(bytes, at) : step_tag(bytes, at, framer);
		if (next == 0)
			return false;
		at = next;
		if (!other && framer->root_len > 0 && framer->open == 0) {
			*ret_end = at;
			return true;
		}
	}
}

telex_slice tx_xml_root_tag(telex_slice document)
{
	size_t at = 0;

	while (at + 1 < document.len) {
		const char *open = memchr(document.ptr + at, '<', document.len - at);
		if (open == NULL || open + 1 >= document.ptr + document.len)
			break;
		at = (size_t)(open - document.ptr);
		if (open[1] != '!' && open[1] != '?') {
			size_t end = tag_end(document, at);
			return tx_slice_skip(tx_slice_take(document, end == 0 ? document.len : end),
					     at + 1);
		}
		at = other_end(document, at);
		if (at == 0)
			break;
	}
	return (telex_slice){NULL, 0};
}

telex_slice tx_xml_local_name(telex_slice tag)
{
	telex_slice name = tx_slice_take(tag, name_len(tag));
	struct tx_cut cut = tx_cut(name, ':');

	return cut.found ? cut.tail : name;
}

telex_slice tx_xml_declared_charset(telex_slice document)
{
	telex_slice head = tx_slice_take(tx_trim(tx_slice_take(document, PROLOG_MAX)), PROLOG_MAX);
	size_t at;

	if (!tx_slice_starts(head, TX_LIT("<?xml")))
		return (telex_slice){NULL, 0};
	head = tx_slice_take(head, tx_slice_find(head, TX_LIT("?>")));
	at = tx_slice_find(head, TX_LIT("encoding"));
	telex_slice rest = tx_trim(tx_slice_skip(head, at + 8));
	if (rest.len < 3 || rest.ptr[0] != '=')
		return (telex_slice){NULL, 0};
	rest = tx_trim(tx_slice_skip(rest, 1));
	if (rest.len < 2 || (rest.ptr[0] != '"' && rest.ptr[0] != '\''))
		return (telex_slice){NULL, 0};
	return tx_trim(tx_cut(tx_slice_skip(rest, 1), rest.ptr[0]).head);
}
