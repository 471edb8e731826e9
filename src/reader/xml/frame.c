/* Splitting a stream of XML documents (XML 1.0, sections 2.1 to 2.8) without parsing them: only
 * tags of the root's own name count, so that a document whose inner tags do not match ends where it
 * should.  Comments, CDATA sections, processing instructions and the document type are stepped
 * over. */
#include "reader/xml/frame.h"

#include "core/ascii.h"
#include "core/block.h"

#define PROLOG_MAX 256 /* bytes of an XML declaration */

/* What a step over a piece of the document comes to. */
enum step { WAIT, ON, END };

/* Go on after `needle`, or to where it may begin when more bytes come. */
static bool skip_to(telex_slice s, struct tx_xml_framer *framer, const char *needle)
{
	size_t len = strlen(needle);

	while (framer->scanned + len <= s.len) {
		const char *hit = memchr(s.ptr + framer->scanned, needle[0],
					 s.len - framer->scanned - len + 1);
		if (hit == NULL) {
			framer->scanned = s.len - len + 1;
			break;
		}
		framer->scanned = (size_t)(hit - s.ptr);
		if (memcmp(hit, needle, len) == 0) {
			framer->scanned += len;
			return true;
		}
		framer->scanned++;
	}
	return false;
}

/* After the '>' of the tag at `at`, quoted values stepped over; 0: it is not there yet. */
static size_t tag_end(telex_slice s, size_t at, char *quote)
{
	for (; at < s.len; at++) {
		char c = s.ptr[at];
		if (*quote != '\0')
			*quote = c == *quote ? '\0' : *quote;
		else if (c == '"' || c == '\'')
			*quote = c;
		else if (c == '>')
			return at + 1;
	}
	return 0;
}

/* Whether `s` is the start of `word`, or begins with it. */
static bool agrees(telex_slice s, telex_slice word)
{
	return tx_slice_starts(s, tx_slice_take(word, s.len));
}

/* Through the document type, its internal subset included. */
static enum step step_doctype(telex_slice s, struct tx_xml_framer *framer)
{
	const telex_slice comment = TX_LIT("<!--");

	for (; framer->scanned < s.len; framer->scanned++) {
		char c = s.ptr[framer->scanned];
		if (c == '<' && agrees(tx_slice_skip(s, framer->scanned), comment)) {
			if (s.len - framer->scanned < comment.len)
				return WAIT;
			framer->scanned += comment.len;
			framer->inside = TX_XML_DOCTYPE_COMMENT;
			return ON;
		}
		if (c == '[') {
			framer->subset++;
		} else if (c == ']' && framer->subset > 0) {
			framer->subset--;
		} else if (c == '>' && framer->subset == 0) {
			framer->scanned++;
			framer->inside = TX_XML_CONTENT;
			return ON;
		}
	}
	return WAIT;
}

/* Through a tag of the root's name: start and end tags count, after the last end tag the document
 * ends. */
static enum step step_tag(telex_slice s, struct tx_xml_framer *framer)
{
	size_t end = tag_end(s, framer->scanned, &framer->quote);

	framer->scanned = end == 0 ? s.len : end;
	if (end == 0)
		return WAIT;
	framer->inside = TX_XML_CONTENT;
	if (framer->closes)
		framer->open -= framer->open > 0;
	else if (s.ptr[end - 2] != '/')
		framer->open++;
	return framer->open == 0 ? END : ON;
}

static size_t name_len(telex_slice s)
{
	size_t len = 0;

	while (len < s.len && !tx_char_is(s.ptr[len], TX_CHAR_BLANK | TX_CHAR_NEWLINE) &&
	       s.ptr[len] != '>' && s.ptr[len] != '/')
		len++;
	return len;
}

/* Where a comment, a section, an instruction or a declaration begins. */
static enum step enter_other(telex_slice here, struct tx_xml_framer *framer)
{
	static const struct {
		telex_slice mark;
		enum tx_xml_inside inside;
	} rows[] = {
		{{"<!--", 4}, TX_XML_COMMENT},
		{{"<![CDATA[", 9}, TX_XML_SECTION},
		{{"<?", 2}, TX_XML_INSTRUCTION},
		{{"<!", 2}, TX_XML_DOCTYPE},
	};
	const telex_slice declaration = TX_LIT("<?xml ");
	size_t row = 0;

	if (framer->root_len > 0 && agrees(here, declaration))
		return here.len < declaration.len ? WAIT : END;
	while (!agrees(here, rows[row].mark))
		row++;
	if (here.len < rows[row].mark.len)
		return WAIT;
	framer->scanned += rows[row].mark.len;
	framer->inside = rows[row].inside;
	framer->subset = 0;
	return ON;
}

/* Only tags of the root's name are entered. */
static enum step enter_tag(telex_slice here, struct tx_xml_framer *framer)
{
	bool closes = here.ptr[1] == '/';
	telex_slice rest = tx_slice_skip(here, 1 + closes);
	telex_slice name = tx_slice_take(rest, TX_XML_ROOT_MAX);

	if (framer->root_len > 0) {
		telex_slice root = tx_slice(framer->root, framer->root_len);
		if (!agrees(rest, root)) {
			framer->scanned += 1 + closes;
			return ON;
		}
		name = tx_slice_take(name, root.len + 1);
	}
	name.len = name_len(name);
	if (name.len == rest.len && name.len < TX_XML_ROOT_MAX)
		return WAIT;
	framer->scanned += 1 + closes;
	if (name.len == 0 || (framer->root_len > 0 && name.len != framer->root_len))
		return ON;
	if (framer->root_len == 0)
		memcpy(framer->root, name.ptr, name.len);
	framer->root_len = name.len;
	framer->scanned += name.len;
	framer->closes = closes;
	framer->quote = '\0';
	framer->inside = TX_XML_TAG;
	return ON;
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
		return next_tag(bytes, at, framer->root[0]);
	const char *open = memchr(bytes.ptr + at, '<', bytes.len - at);
	return open == NULL ? bytes.len : (size_t)(open - bytes.ptr);
}

static enum step step_content(telex_slice s, struct tx_xml_framer *framer)
{
	framer->scanned = find_tag(s, framer->scanned, framer);
	telex_slice here = tx_slice_skip(s, framer->scanned);

	if (here.len < 2)
		return WAIT;
	return here.ptr[1] == '!' || here.ptr[1] == '?' ? enter_other(here, framer)
							: enter_tag(here, framer);
}

static enum step step(telex_slice s, struct tx_xml_framer *framer)
{
	static const char *const needles[] = {
		[TX_XML_COMMENT] = "-->",
		[TX_XML_SECTION] = "]]>",
		[TX_XML_INSTRUCTION] = "?>",
		[TX_XML_DOCTYPE_COMMENT] = "-->",
	};
	enum tx_xml_inside inside = framer->inside;

	if (inside == TX_XML_CONTENT)
		return step_content(s, framer);
	if (inside == TX_XML_TAG)
		return step_tag(s, framer);
	if (inside == TX_XML_DOCTYPE)
		return step_doctype(s, framer);
	if (!skip_to(s, framer, needles[inside]))
		return WAIT;
	framer->inside = inside == TX_XML_DOCTYPE_COMMENT ? TX_XML_DOCTYPE : TX_XML_CONTENT;
	return ON;
}

bool tx_xml_frame_end(telex_slice bytes, struct tx_xml_framer *framer, size_t *ret_end)
{
	enum step result;

	do
		result = step(bytes, framer);
	while (result == ON);
	if (result == END)
		*ret_end = framer->scanned;
	return result == END;
}

bool tx_xml_next_tag(telex_slice bytes, struct tx_xml_framer *framer)
{
	for (;;) {
		bool in_tag = framer->inside == TX_XML_TAG;
		if (framer->inside == TX_XML_CONTENT)
			framer->root_len = 0;
		if (step(bytes, framer) == WAIT)
			return false;
		if (in_tag)
			return true;
		if (framer->inside == TX_XML_TAG)
			framer->tag = framer->scanned - framer->root_len - 1 - framer->closes;
	}
}

void tx_xml_frame_forget(struct tx_xml_framer *framer, size_t count)
{
	framer->scanned -= framer->scanned > count ? count : framer->scanned;
	framer->tag -= framer->tag > count ? count : framer->tag;
}

telex_slice tx_xml_root_tag(telex_slice document)
{
	struct tx_xml_framer framer = {0};
	enum step result = ON;

	while (result == ON) {
		size_t at = framer.scanned = find_tag(document, framer.scanned, &framer);
		char quote = '\0';
		if (at + 1 >= document.len)
			break;
		if (document.ptr[at + 1] != '!' && document.ptr[at + 1] != '?') {
			size_t end = tag_end(document, at, &quote);
			return tx_slice_skip(tx_slice_take(document, end == 0 ? document.len : end),
					     at + 1);
		}
		do
			result = step(document, &framer);
		while (result == ON && framer.inside != TX_XML_CONTENT);
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
