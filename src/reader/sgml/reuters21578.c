/* Reuters-21578, distribution 1.0 (its README.txt): the Reuters wire of 1987.  The wire's header is
 * in UNKNOWN as references to control characters; a BRIEF is a headline alone, UNPROC is the text
 * as it came, title and all.  Left out: MKNOTE and the splits, which are the collection's own. */
#include <stdio.h>

#include "core/ascii.h"
#include "reader/sgml/document.h"
#include "reader/sgml/wire.h"
#include "core/scan.h"

#define TICKER_MAX 8

static void begin(struct tx_sgml_document *document, const struct tx_sgml_tag *tag)
{
	static const char *const splits[] = {"OLDID", "TOPICS", "LEWISSPLIT", "CGISPLIT"};
	telex_slice value;
	char id[40];

	if (tx_sgml_attribute(tag, "NEWID", &value) && value.len > 0 && value.len < 20) {
		snprintf(id, sizeof(id), "reut2-%.*s", (int)value.len, value.ptr);
		tx_story_state(document->story, TX_FIELD_ID, 0, tx_slice_of(id));
	}
	tx_story_state(document->story, TX_FIELD_AGENCY, 5, tag->name);
	for (size_t i = 0; i < TX_COUNT(splits); i++) {
		if (tx_sgml_attribute(tag, splits[i], &value))
			tx_sgml_leave(document, tx_slice_of(splits[i]), value);
	}
}

/* What a list of codes is, and how it is called as a scheme. */
static const struct {
	const char *name;
	enum tx_field field;
	const char *scheme;
} lists[] = {
	{"TOPICS", TX_FIELD_SUBJECT, "topics"},
	{"PLACES", TX_FIELD_PLACE, "places"},
	{"PEOPLE", TX_FIELD_PERSON, "people"},
	{"ORGS", TX_FIELD_ORGANISATION, "orgs"},
	{"EXCHANGES", TX_FIELD_ORGANISATION, "exchanges"},
	{"COMPANIES", TX_FIELD_ORGANISATION, "companies"},
};

static void add_code(struct tx_sgml_document *document, const struct tx_sgml_element *list,
		     telex_slice code)
{
	for (size_t i = 0; i < TX_COUNT(lists); i++) {
		if (tx_slice_eq_nocase(list->tag.name, tx_slice_of(lists[i].name)))
			tx_story_add(document->story, lists[i].field, tx_sgml_plain(document, code),
				     (telex_slice){NULL, 0}, tx_slice_of(lists[i].scheme));
	}
}

/* Each <D> is a code; any tag ends it. */
static void take_list(struct tx_sgml_document *document, const struct tx_sgml_element *element)
{
	struct tx_sgml scanner = {element->content, 0};
	struct tx_sgml_tag tag = {.closing = true};
	size_t from = 0;
	bool inside = false;

	while (from < element->content.len) {
		bool found = tx_sgml_next(&scanner, &tag);
		size_t end = found ? tag.start : element->content.len;
		if (inside)
			add_code(document, element,
				 tx_slice(element->content.ptr + from, end - from));
		inside = found && !tag.closing && tx_slice_eq_nocase(tag.name, TX_LIT("D"));
		from = scanner.at;
	}
}

static bool is_enquiry(telex_slice line)
{
	return line.len > 0 && line.ptr[0] == '\x05';
}

/* Routing codes after ENQ, then the two lines of the ANPA header. */
static void take_header(struct tx_sgml_document *document, telex_slice header)
{
	struct tx_story *story = document->story;
	bool leave = document->reader->leftovers;

	for (telex_slice rest = header; rest.len > 0;) {
		telex_slice line = tx_take_line(&rest);
		if (tx_wire_number_line(story, line) || tx_wire_first_line(story, line) || !leave)
			continue;
		tx_story_leave_over(story, is_enquiry(line) ? TX_LIT("routing") : TX_LIT("UNKNOWN"),
				    line);
	}
}

/* The header is decoded after the copy, where it stays until the copy grows. */
static void take_unknown(struct tx_sgml_document *document, const struct tx_sgml_element *element)
{
	struct tx_buffer *copy = &document->reader->copy;
	size_t start = copy->len;

	tx_sgml_decode(copy, element->content, TX_SGML_KEEP);
	if (copy->len > start)
		take_header(document, tx_slice(copy->data + start, copy->len - start));
	copy->len = start;
}

static size_t ticker_len(telex_slice s)
{
	size_t len = 0;

	while (len < s.len && len <= TICKER_MAX &&
	       (tx_is_upper(s.ptr[len]) || tx_is_digit(s.ptr[len]) || s.ptr[len] == '.'))
		len++;
	return len > 0 && len <= TICKER_MAX && len < s.len && s.ptr[len] == '>' ? len : 0;
}

/* "USX <X> DEBT RATED BY MOODY'S": the signs of companies are subjects. */
static void take_title(struct tx_sgml_document *document, const struct tx_sgml_element *element)
{
	tx_sgml_state(document, TX_FIELD_HEADLINE, 0, element->content);

	telex_slice rest = tx_story_fact(document->story, TX_FIELD_HEADLINE);
	for (struct tx_cut cut = tx_cut(rest, '<'); cut.found; cut = tx_cut(cut.tail, '<')) {
		size_t len = ticker_len(cut.tail);
		if (len > 0)
			tx_story_add(document->story, TX_FIELD_SUBJECT,
				     tx_slice_take(cut.tail, len), (telex_slice){NULL, 0},
				     TX_LIT("ticker"));
	}
}

/* Whatever is there goes before the text: tables have been taken for datelines. */
static void take_dateline(struct tx_sgml_document *document, const struct tx_sgml_element *element)
{
	if (!tx_sgml_is_blank(document, element->content))
		document->dateline = element->content;
}

static const struct tx_sgml_rule parts[] = {
	{.element = "TITLE", .take = take_title, .field = TX_FIELD_HEADLINE},
	{.element = "AUTHOR", .take = tx_sgml_take_byline, .field = TX_FIELD_BYLINE},
	{.element = "DATELINE", .take = take_dateline, .field = TX_FIELD_DATELINE},
	{.element = "BODY", .take = tx_sgml_take_text, .field = TX_FIELD__COUNT},
	{.element = NULL},
};

/* Text of no part: all of an UNPROC, the stars of an alert elsewhere.  After a BRIEF's title the
 * collection has put words of its own. */
static void take_loose(struct tx_sgml_document *document, telex_slice text, bool brief)
{
	telex_slice visible = tx_trim(tx_sgml_plain(document, text));

	while (visible.len > 0 && visible.ptr[0] == '*')
		visible = tx_slice_skip(visible, 1);
	if (tx_trim(visible).len == 0)
		return;
	if (brief)
		tx_sgml_leave(document, TX_LIT("TEXT"), text);
	else
		tx_sgml_add_copy(document, text);
}

static void take_parts(struct tx_sgml_document *document, telex_slice text, bool brief)
{
	struct tx_sgml scanner = {text, 0};
	struct tx_sgml_tag tag;
	size_t from = 0;

	while (tx_sgml_next(&scanner, &tag)) {
		const struct tx_sgml_rule *rule =
			tag.closing ? NULL : tx_sgml_find_rule(parts, &tag);
		if (rule == NULL)
			continue;
		take_loose(document, tx_slice(text.ptr + from, tag.start - from), brief);
		struct tx_sgml_element element =
			tx_sgml_read(&scanner, &tag, parts, document->collection->root);
		rule->take(document, &element);
		from = scanner.at;
	}
	take_loose(document, tx_slice_skip(text, from), brief);
}

static void take_text(struct tx_sgml_document *document, const struct tx_sgml_element *element)
{
	telex_slice type;

	if (!element->closed)
		tx_sgml_alert(document, element->content.ptr + element->content.len,
			      TX_LIT("the text has no end tag"));
	if (tx_sgml_attribute(&element->tag, "TYPE", &type))
		tx_sgml_leave(document, TX_LIT("TEXT TYPE"), type);
	take_parts(document, element->content, tx_slice_eq_nocase(type, TX_LIT("BRIEF")));
	document->whole = tx_slice_eq_nocase(type, TX_LIT("UNPROC")) &&
			  tx_story_fact(document->story, TX_FIELD_HEADLINE).ptr == NULL;
}

static const struct tx_sgml_rule rules[] = {
	{.element = "DATE", .field = TX_FIELD_ISSUED},
	{.element = "TOPICS", .take = take_list, .field = TX_FIELD__COUNT},
	{.element = "PLACES", .take = take_list, .field = TX_FIELD__COUNT},
	{.element = "PEOPLE", .take = take_list, .field = TX_FIELD__COUNT},
	{.element = "ORGS", .take = take_list, .field = TX_FIELD__COUNT},
	{.element = "EXCHANGES", .take = take_list, .field = TX_FIELD__COUNT},
	{.element = "COMPANIES", .take = take_list, .field = TX_FIELD__COUNT},
	{.element = "MKNOTE", .take = tx_sgml_drop, .field = TX_FIELD__COUNT},
	{.element = "UNKNOWN", .take = take_unknown, .field = TX_FIELD__COUNT},
	{.element = "TEXT", .take = take_text, .field = TX_FIELD__COUNT},
	{.element = NULL},
};

static const struct tx_sgml_collection collection = {"reuters21578", "REUTERS", rules, begin, NULL};

telex_status tx_reuters21578_unwrap(struct tx_reader *reader, telex_slice frame,
				    telex_error *reterr)
{
	return tx_sgml_unwrap(&collection, reader, frame, reterr);
}
