/* Documents by table.  An element that the table does not have is left over; text outside of all
 * elements is copy, as in collections that tag nothing but the number.  Left out: elements within
 * facts, whose tags are dropped. */
#include "reader/sgml/document.h"

#include "core/ascii.h"
#include "core/error.h"

#define DOCUMENTS_MAX 1000 /* in one frame, all but the last without their end tags */

void tx_sgml_enter(struct tx_sgml_document *document, const struct tx_sgml_element *element)
{
	(void)document;
	(void)element;
}

void tx_sgml_drop(struct tx_sgml_document *document, const struct tx_sgml_element *element)
{
	(void)document;
	(void)element;
}

void tx_sgml_enter_header(struct tx_sgml_document *document, const struct tx_sgml_element *element)
{
	(void)element;
	document->in_header = true;
}

const struct tx_sgml_rule *tx_sgml_find_rule(const struct tx_sgml_rule *rules,
					     const struct tx_sgml_tag *tag)
{
	for (; rules->element != NULL; rules++) {
		if (tx_slice_eq_nocase(tag->name, tx_slice_of(rules->element)))
			return rules;
	}
	return NULL;
}

static bool is_root(const struct tx_sgml_tag *tag, const char *root)
{
	return tx_slice_eq_nocase(tag->name, tx_slice_of(root));
}

struct tx_sgml_element tx_sgml_read(struct tx_sgml *scanner, const struct tx_sgml_tag *tag,
				    const struct tx_sgml_rule *rules, const char *root)
{
	struct tx_sgml_element element = {.tag = *tag};
	struct tx_sgml_tag next = {.start = scanner->text.len};

	while (tx_sgml_next(scanner, &next)) {
		element.closed = next.closing && tx_slice_eq_nocase(next.name, tag->name);
		bool other = !next.closing && tx_sgml_find_rule(rules, &next) != NULL;
		if (element.closed || other || is_root(&next, root))
			break;
		next.start = scanner->text.len;
	}
	if (!element.closed)
		scanner->at = next.start;
	element.content = tx_slice_skip(tx_slice_take(scanner->text, next.start), element.tag.end);
	return element;
}

/* An element that no rule has, or a fact that nothing closes, ends at the next tag. */
static struct tx_sgml_element read_to_tag(struct tx_sgml *scanner, const struct tx_sgml_tag *tag)
{
	struct tx_sgml_element element = {.tag = *tag};
	struct tx_sgml_tag next = {.start = scanner->text.len};

	element.closed = tx_sgml_next(scanner, &next) && next.closing &&
			 tx_slice_eq_nocase(next.name, tag->name);
	if (!element.closed)
		scanner->at = next.start;
	element.content = tx_slice_skip(tx_slice_take(scanner->text, next.start), element.tag.end);
	return element;
}

telex_slice tx_sgml_plain(struct tx_sgml_document *document, telex_slice content)
{
	struct tx_buffer *copy = &document->reader->copy;
	size_t start = copy->len;

	tx_sgml_append(copy, content);
	size_t len = copy->len - start;
	copy->len = start;
	return len > 0 ? tx_slice(copy->data + start, len) : (telex_slice){NULL, 0};
}

void tx_sgml_state(struct tx_sgml_document *document, enum tx_field field, unsigned rank,
		   telex_slice content)
{
	tx_story_state(document->story, field, rank, tx_sgml_plain(document, content));
}

void tx_sgml_leave(struct tx_sgml_document *document, telex_slice name, telex_slice content)
{
	if (document->reader->leftovers)
		tx_story_leave_over(document->story, name, tx_sgml_plain(document, content));
}

bool tx_sgml_is_blank(struct tx_sgml_document *document, telex_slice content)
{
	return tx_trim(content).len == 0 || tx_trim(tx_sgml_plain(document, content)).len == 0;
}

/* The line of a place in the frame; places come in order, so that each line is counted once. */
static uint32_t line_at(struct tx_sgml_document *document, size_t offset)
{
	telex_slice text = document->scanner.text;

	while (document->counted < offset) {
		const char *end =
			memchr(text.ptr + document->counted, '\n', offset - document->counted);
		if (end == NULL)
			break;
		document->counted = (size_t)(end - text.ptr) + 1;
		document->line++;
	}
	return document->line;
}

void tx_sgml_alert(struct tx_sgml_document *document, const char *at, telex_slice message)
{
	if (document->alerted)
		return;
	document->alerted = true;
	tx_story_alert(document->story, TX_WARN_ENVELOPE_BROKEN,
		       line_at(document, (size_t)(at - document->scanner.text.ptr)), message);
}

static bool begin_document(struct tx_sgml_document *document, const struct tx_sgml_tag *tag)
{
	document->story = tx_story_new(&document->reader->arena, document->collection->format);
	if (document->story == NULL)
		return false;
	tx_markup_begin(&document->markup, &document->reader->copy);
	document->story->line = line_at(document, tag->start);
	document->byline_count = 0;
	document->dateline = document->date = document->time = (telex_slice){NULL, 0};
	document->begun = document->blocks = document->whole = false;
	document->joining = document->alerted = document->in_header = false;
	document->unclosed = 0;
	document->collection->begin(document, tag);
	return !document->story->failed;
}

/* The agency is the collection's to tell, not the document's. */
static bool says_nothing(const struct tx_story *story)
{
	for (size_t i = 0; i < TX_FIELD__SINGLE; i++) {
		if (i != TX_FIELD_AGENCY && story->facts[i].text != NULL)
			return false;
	}
	return story->entries == NULL;
}

/* What came before a text that never came. */
static void finish_copy(struct tx_sgml_document *document)
{
	/* After the text they are facts alone. */
	if (document->begun && document->dateline.len > 0)
		tx_sgml_state(document, TX_FIELD_DATELINE, 0, document->dateline);
	else if (!document->begun && (document->byline_count > 0 || document->dateline.len > 0))
		tx_sgml_add_copy(document, (telex_slice){NULL, 0});
	if (document->blocks)
		tx_markup_flush(&document->markup);
}

static bool end_document(struct tx_sgml_document *document)
{
	struct tx_reader *reader = document->reader;
	struct tx_story *story = document->story;
	struct tx_markup *markup = &document->markup;

	document->story = NULL;
	if (reader->copy.failed || markup->failed || story->failed)
		return false;
	if (reader->copy.len == 0 && says_nothing(story))
		return true;
	story->kind = document->blocks  ? TX_COPY_BLOCKS
		      : document->whole ? TX_COPY_WHOLE
					: TX_COPY_PLAIN;
	if (document->blocks)
		story->blocks = (struct tx_pieces){markup->pieces, markup->piece_count};
	if (!tx_story_finish(story, tx_slice(reader->copy.data, reader->copy.len)))
		return false;
	tx_stories_append(&reader->stories, story);
	return true;
}

static bool close_document(struct tx_sgml_document *document, size_t at, bool closed)
{
	if (document->story == NULL)
		return true;
	if (!closed)
		tx_sgml_alert(document, document->scanner.text.ptr + at,
			      TX_LIT("the document has no end tag"));
	finish_copy(document);
	if (document->collection->end != NULL)
		document->collection->end(document);
	return end_document(document);
}

/* Whether the end tag of an element with copy is there: then the elements in it are of its copy. */
static bool read_closed(struct tx_sgml_document *document, const struct tx_sgml_rule *rule,
			const struct tx_sgml_tag *tag, struct tx_sgml_element *ret_element)
{
	uint64_t bit = UINT64_C(1) << ((size_t)(rule - document->collection->rules) % 64);
	struct tx_sgml ahead = document->scanner;
	struct tx_sgml_tag next;

	/* One that is not closed once is not closed later: what is ahead is searched once. */
	while ((document->unclosed & bit) == 0 && tx_sgml_next(&ahead, &next) &&
	       !is_root(&next, document->collection->root)) {
		if (!next.closing || !tx_slice_eq_nocase(next.name, tag->name))
			continue;
		*ret_element = (struct tx_sgml_element){
			.tag = *tag,
			.content = tx_slice_skip(tx_slice_take(ahead.text, next.start), tag->end),
			.closed = true};
		document->scanner = ahead;
		return true;
	}
	document->unclosed |= bit;
	return false;
}

static void take_element(struct tx_sgml_document *document, const struct tx_sgml_tag *tag)
{
	const struct tx_sgml_collection *collection = document->collection;
	const struct tx_sgml_rule *rule = tx_sgml_find_rule(collection->rules, tag);
	struct tx_sgml_element element;

	if (rule != NULL && (rule->take == tx_sgml_enter || rule->take == tx_sgml_enter_header)) {
		rule->take(document, NULL);
		return;
	}
	if (rule == NULL) {
		element = read_to_tag(&document->scanner, tag);
		tx_sgml_leave(document, tag->name, element.content);
		return;
	}
	if (rule->field != TX_FIELD__COUNT || !read_closed(document, rule, tag, &element))
		element =
			tx_sgml_read(&document->scanner, tag, collection->rules, collection->root);
	if (!element.closed && rule->field != TX_FIELD__COUNT) {
		document->scanner.at = tag->end;
		element = read_to_tag(&document->scanner, tag);
	}
	if (rule->take != NULL)
		rule->take(document, &element);
	else
		tx_sgml_state(document, rule->field, rule->rank, element.content);
}

/* Text between elements. */
static void take_loose(struct tx_sgml_document *document, size_t from, size_t end)
{
	telex_slice text = tx_slice_skip(tx_slice_take(document->scanner.text, end), from);

	if (document->story == NULL || tx_sgml_is_blank(document, text))
		return;
	if (document->in_header)
		tx_sgml_leave(document, TX_LIT("HEADER"), text);
	else
		tx_sgml_add_copy(document, text);
}

static bool take_tag(struct tx_sgml_document *document, const struct tx_sgml_tag *tag)
{
	bool root = is_root(tag, document->collection->root);

	if (root && !close_document(document, tag->start, tag->closing))
		return false;
	if (root && !tag->closing)
		return begin_document(document, tag);
	if (document->story != NULL && !tag->closing &&
	    tx_char_is(tag->name.ptr[0], TX_CHAR_UPPER | TX_CHAR_LOWER | TX_CHAR_DIGIT))
		take_element(document, tag);
	return true;
}

static bool take_documents(struct tx_sgml_document *document)
{
	struct tx_sgml *scanner = &document->scanner;
	struct tx_stories *stories = &document->reader->stories;
	size_t from = 0, most = stories->count + DOCUMENTS_MAX;
	struct tx_sgml_tag tag;

	while (stories->count < most && tx_sgml_next(scanner, &tag)) {
		take_loose(document, from, tag.start);
		if (!take_tag(document, &tag))
			return false;
		from = scanner->at;
	}
	if (stories->count == most) {
		tx_story_alert(stories->last, TX_WARN_ENVELOPE_BROKEN, document->line,
			       TX_LIT("too many documents without an end tag; the rest is lost"));
		return true;
	}
	take_loose(document, from, scanner->text.len);
	return close_document(document, scanner->text.len, false);
}

/* Why a frame gave no story. */
static telex_status fail(const struct tx_sgml_collection *collection, telex_slice frame,
			 telex_error *reterr)
{
	struct tx_sgml scanner = {frame, 0};
	struct tx_sgml_tag tag;

	while (tx_sgml_next(&scanner, &tag)) {
		if (!tag.closing && is_root(&tag, collection->root))
			return tx_fail_at(reterr, TELEX_ERR_SYNTAX, 0, 1, 1,
					  "an empty document: nothing stands in <%s>",
					  collection->root);
	}
	return tx_fail_at(reterr, TELEX_ERR_SYNTAX, 0, 1, 1, "no <%s> in this %s document",
			  collection->root, collection->format);
}

telex_status tx_sgml_unwrap(const struct tx_sgml_collection *collection, struct tx_reader *reader,
			    telex_slice frame, telex_error *reterr)
{
	struct tx_sgml_document document = {
		.collection = collection, .reader = reader, .scanner = {frame, 0}, .line = 1};
	size_t before = reader->stories.count;
	bool good = take_documents(&document);

	tx_markup_done(&document.markup);
	if (!good || reader->copy.failed)
		return tx_fail_memory(reterr);
	return reader->stories.count > before ? TELEX_OK : fail(collection, frame, reterr);
}
