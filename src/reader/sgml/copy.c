/* The copy of a document.  Plain text keeps its lines and indents; tagged paragraphs become blocks.
 * Byline lines stand in front, a dateline that ends as datelines do ("CHICAGO, April 7 -") on the
 * line of the first paragraph; a dateline without its dash is a fact, for nothing in the text would
 * tell where it ends. */
#include "core/ascii.h"
#include "reader/sgml/document.h"

#define CLOSED_MAX 32 /* names of end tags in one text */

/* Names of elements that are closed somewhere in a text. */
struct closed {
	bool known;
	telex_slice names[CLOSED_MAX];
	size_t count;
};

static bool is_closed(const struct closed *closed, telex_slice name)
{
	for (size_t i = 0; i < closed->count; i++) {
		if (tx_slice_eq_nocase(closed->names[i], name))
			return true;
	}
	return false;
}

static void find_closed(struct closed *closed, telex_slice content)
{
	struct tx_sgml scanner = {content, 0};
	struct tx_sgml_tag tag;

	closed->known = true;
	while (closed->count < CLOSED_MAX && tx_sgml_next(&scanner, &tag)) {
		if (tag.closing && !is_closed(closed, tag.name))
			closed->names[closed->count++] = tag.name;
	}
}

static enum tx_markup_kind kind_of(telex_slice name)
{
	enum tx_markup_kind kind = tx_markup_kind(name);

	return kind == TX_MARKUP_UNKNOWN ? TX_MARKUP_INLINE : kind;
}

/* "<BAC>" in the text is a company's sign unless something closes it. */
static bool is_markup(struct closed *closed, telex_slice content, const struct tx_sgml_tag *tag)
{
	bool name = tx_is_alpha(tag->name.ptr[0]) || tx_is_digit(tag->name.ptr[0]);

	if (tag->closing || !name || tag->attributes.len > 0 ||
	    kind_of(tag->name) != TX_MARKUP_INLINE)
		return true;
	if (!closed->known)
		find_closed(closed, content);
	return is_closed(closed, tag->name);
}

void tx_sgml_append(struct tx_buffer *out, telex_slice content)
{
	struct tx_sgml scanner = {content, 0};
	struct closed closed = {.known = false};
	struct tx_sgml_tag tag;
	size_t from = 0;

	while (tx_sgml_next(&scanner, &tag)) {
		if (!is_markup(&closed, content, &tag))
			continue;
		tx_sgml_decode(out, tx_slice(content.ptr + from, tag.start - from), TX_SGML_BLANK);
		if (kind_of(tag.name) != TX_MARKUP_INLINE)
			tx_buffer_byte(out, '\n');
		from = tag.end;
	}
	tx_sgml_decode(out, tx_slice_skip(content, from), TX_SGML_BLANK);
}

bool tx_sgml_has_blocks(telex_slice content)
{
	struct tx_sgml scanner = {content, 0};
	struct tx_sgml_tag tag;

	while (tx_sgml_next(&scanner, &tag)) {
		if (!tag.closing && kind_of(tag.name) != TX_MARKUP_INLINE)
			return true;
	}
	return false;
}

/* Text of a block; after a dateline its first blanks go. */
static void add_block_text(struct tx_sgml_document *document, telex_slice text)
{
	if (document->joining) {
		if (tx_sgml_is_blank(document, text))
			return;
		text = tx_trim(text);
		document->joining = false;
	}
	tx_sgml_decode(document->markup.out, text, TX_SGML_BLANK);
}

static bool is_paragraph(enum tx_markup_kind kind)
{
	return kind == TX_MARKUP_BLOCK || kind == TX_MARKUP_BREAK ||
	       kind == tx_markup_kind(TX_LIT("p"));
}

/* The paragraph after a dateline has begun with it. */
static void add_block_tag(struct tx_sgml_document *document, const struct tx_sgml_tag *tag)
{
	enum tx_markup_kind kind = kind_of(tag->name);

	if (document->joining && is_paragraph(kind))
		return;
	document->joining &= kind == TX_MARKUP_INLINE;
	if (tag->closing)
		tx_markup_close(&document->markup, kind);
	else
		tx_markup_open(&document->markup, kind);
}

void tx_sgml_append_blocks(struct tx_sgml_document *document, telex_slice content)
{
	struct tx_sgml scanner = {content, 0};
	struct closed closed = {.known = false};
	struct tx_sgml_tag tag;
	size_t from = 0;

	while (tx_sgml_next(&scanner, &tag)) {
		if (!is_markup(&closed, content, &tag))
			continue;
		add_block_text(document, tx_slice(content.ptr + from, tag.start - from));
		add_block_tag(document, &tag);
		from = tag.end;
	}
	add_block_text(document, tx_slice_skip(content, from));
}

static void end_line(struct tx_buffer *copy)
{
	if (copy->len > 0 && copy->data[copy->len - 1] != '\n')
		tx_buffer_byte(copy, '\n');
}

static size_t indent_len(telex_slice s)
{
	size_t len = 0;

	while (len < s.len && tx_char_is(s.ptr[len], TX_CHAR_BLANK))
		len++;
	return len;
}

/* Without the blank lines at its start. */
static telex_slice skip_blank_lines(telex_slice s)
{
	size_t indent = indent_len(s);

	while (indent < s.len && tx_char_is(s.ptr[indent], TX_CHAR_NEWLINE)) {
		s = tx_slice_skip(s, indent + 1);
		indent = indent_len(s);
	}
	return s;
}

/* Byline lines, which have waited for the text. */
static void add_bylines(struct tx_sgml_document *document)
{
	struct tx_buffer *copy = &document->reader->copy;

	for (size_t i = 0; i < document->byline_count; i++) {
		tx_sgml_append(copy, skip_blank_lines(document->bylines[i]));
		if (document->blocks)
			tx_markup_flush(&document->markup);
		end_line(copy);
	}
	document->byline_count = 0;
}

/* The dateline, indented as it is or else as the text is. */
static void add_dateline(struct tx_sgml_document *document, telex_slice text)
{
	struct tx_buffer *copy = &document->reader->copy;
	telex_slice dateline = skip_blank_lines(document->dateline);

	if (indent_len(dateline) == 0)
		tx_buffer_append(copy, text.ptr, indent_len(text));
	tx_buffer_append(copy, dateline.ptr, indent_len(dateline));
	tx_sgml_append(copy, tx_trim(dateline));
	tx_buffer_byte(copy, ' ');
	document->dateline.len = 0;
}

void tx_sgml_add_copy(struct tx_sgml_document *document, telex_slice content)
{
	struct tx_buffer *copy = &document->reader->copy;
	bool joined = document->dateline.len > 0;
	telex_slice text = joined ? skip_blank_lines(content) : content;

	if (!document->begun)
		document->blocks = tx_sgml_has_blocks(content);
	document->begun = true;
	if (document->blocks)
		tx_markup_flush(&document->markup);
	end_line(copy);
	add_bylines(document);
	if (joined) {
		add_dateline(document, text);
		text = tx_slice_skip(text, indent_len(text));
	}
	document->joining = joined;
	if (document->blocks)
		tx_sgml_append_blocks(document, text);
	else
		tx_sgml_append(copy, text);
}

void tx_sgml_take_byline(struct tx_sgml_document *document, const struct tx_sgml_element *element)
{
	struct tx_story *story = document->story;
	static const telex_slice none = {NULL, 0};

	if (document->begun) {
		telex_slice byline = tx_sgml_plain(document, element->content);
		if (tx_story_fact(story, TX_FIELD_BYLINE).ptr != NULL)
			tx_story_add(story, TX_FIELD_MORE_BYLINE, none, byline, none);
		else
			tx_story_state(story, TX_FIELD_BYLINE, 0, byline);
		return;
	}
	tx_sgml_state(document, TX_FIELD_BYLINE, 0, element->content);
	if (document->byline_count < TX_SGML_BYLINES_MAX)
		document->bylines[document->byline_count++] = element->content;
	else
		tx_sgml_leave(document, element->tag.name, element->content);
}

/* Whether a dateline ends with the dash that parts it from the text. */
static bool ends_with_dash(telex_slice dateline)
{
	static const char *const dashes[] = {"-", "_", "\xe2\x80\x93", "\xe2\x80\x94", NULL};

	for (size_t i = 0; dashes[i] != NULL; i++) {
		if (tx_slice_ends(dateline, tx_slice_of(dashes[i])))
			return true;
	}
	return false;
}

void tx_sgml_take_dateline(struct tx_sgml_document *document, const struct tx_sgml_element *element)
{
	tx_sgml_state(document, TX_FIELD_DATELINE, 0, element->content);
	if (ends_with_dash(tx_trim(tx_sgml_plain(document, element->content))))
		document->dateline = element->content;
}

void tx_sgml_take_text(struct tx_sgml_document *document, const struct tx_sgml_element *element)
{
	if (!element->closed)
		tx_sgml_alert(document, document->scanner.text.ptr + document->scanner.at,
			      TX_LIT("the text has no end tag"));
	tx_sgml_add_copy(document, element->content);
}
