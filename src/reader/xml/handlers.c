/* What libxml2 calls: elements set off the rules of their format, text goes where a rule wants it,
 * or into the copy. */
#include <stdio.h>

#include <libxml/SAX2.h>

#include "core/ascii.h"
#include "core/utf8.h"
#include "reader/html.h"
#include "reader/xml/engine.h"

#define MUTED_RANK 3  /* of what a component states that is no copy */
#define KEPT_RANK  10 /* what a story takes over weighs less than what its own part says */

static telex_slice slice_of(const xmlChar *string)
{
	return tx_slice_of((const char *)string);
}

static uint16_t number_of(struct tx_xml *xml, const xmlChar *name)
{
	size_t slot = ((uintptr_t)name >> 3) % TX_XML_CACHE;

	if (xml->cache[slot].interned == name)
		return xml->cache[slot].name;
	uint16_t number = tx_xml_names_find(xml->names, slice_of(name));
	xml->cache[slot].interned = name;
	xml->cache[slot].name = number;
	return number;
}

static void begin_story(struct tx_xml *xml, const struct tx_story *base)
{
	xml->story = tx_story_copy(base);
	if (xml->story == NULL) {
		xml->failed = true;
		return;
	}
	xml->story->line = (uint32_t)xmlSAX2GetLineNumber(xml->context);
	xml->has_plain = false;
	tx_markup_begin(&xml->markup, &xml->reader->copy);
}

void tx_xml_end_story(struct tx_xml *xml)
{
	struct tx_story *story = xml->story;
	struct tx_buffer *copy = &xml->reader->copy;

	tx_markup_flush(&xml->markup);
	if (xml->format->finish != NULL)
		xml->format->finish(xml, story);
	xml->story = NULL;
	if (story->passive)
		return;
	story->kind = xml->has_plain ? TX_COPY_PLAIN : TX_COPY_BLOCKS;
	story->blocks = (struct tx_pieces){xml->markup.pieces, xml->markup.piece_count};
	xml->failed |= !tx_story_finish(story, tx_slice(copy->data, copy->len));
	tx_stories_append(&xml->reader->stories, story);
}

void tx_xml_next_story(struct tx_xml *xml)
{
	if (xml->story == NULL || xml->kept == NULL)
		return;
	tx_xml_end_story(xml);
	for (size_t i = 0; i < TX_FIELD__SINGLE; i++) {
		struct tx_fact *fact = &xml->kept->facts[i];
		fact->rank = (uint8_t)(fact->rank < UINT8_MAX - KEPT_RANK ? fact->rank + KEPT_RANK
									  : UINT8_MAX);
	}
	begin_story(xml, xml->kept);
}

void tx_xml_mute_parent(struct tx_xml *xml, enum tx_field field)
{
	struct tx_xml_open *parent = xml->depth > 1 ? &xml->open[xml->depth - 2] : NULL;

	if (parent == NULL || parent->muted)
		return;
	parent->muted = true;
	xml->muted++;
	xml->muted_rule = (struct tx_xml_rule){.element = "", .field = (uint8_t)field};
	xml->muted_text = (struct tx_xml_compiled){.rule = &xml->muted_rule, .rank = MUTED_RANK};
}

/* Whether the elements that `rule` asks for are open around the one that begins. */
static bool stands_in(const struct tx_xml *xml, const struct tx_xml_compiled *rule)
{
	if (rule->depth > xml->depth)
		return false;
	for (size_t i = 1; i < rule->depth; i++) {
		if (xml->open[xml->depth - 1 - i].name != rule->path[rule->depth - 1U - i])
			return false;
	}
	return true;
}

/* "hld:subHeadline" and "http://…/subHeadline" are "subHeadline". */
static telex_slice last_part(telex_slice value)
{
	size_t at = value.len;

	while (at > 0 && value.ptr[at - 1] != ':' && value.ptr[at - 1] != '/')
		at--;
	return tx_slice_skip(value, at);
}

static bool holds(const struct tx_xml *xml, const char *when)
{
	char name[40];
	const char *sign = strchr(when, '=');
	size_t len = (size_t)(sign - when);

	if (len >= sizeof(name))
		return false;
	memcpy(name, when, len);
	name[len] = '\0';
	return tx_slice_eq_nocase(last_part(tx_trim(tx_xml_attribute(xml, name))),
				  tx_slice_of(sign + 1));
}

static void begin_copy(struct tx_xml *xml, struct tx_xml_open *open, bool data)
{
	tx_markup_flush(&xml->markup);
	open->copy = true;
	open->data = data;
	xml->copies++;
	if (!data)
		return;
	xml->data_has_markup = false;
	xml->data_is_base64 = holds(xml, "encoding=base64");
	xml->data_start = xml->reader->copy.len;
}

/* A word that another element begins is not of the one before it. */
static void part_words(struct tx_buffer *text)
{
	if (text->len > 0 &&
	    tx_char_is(text->data[text->len - 1],
		       TX_CHAR_UPPER | TX_CHAR_LOWER | TX_CHAR_DIGIT | TX_CHAR_HIGH))
		tx_buffer_byte(text, ' ');
}

static void take_text(struct tx_xml *xml, struct tx_xml_open *open,
		      const struct tx_xml_compiled *rule)
{
	if (open->capture_count == TX_XML_CAPTURES_MAX)
		return;
	if (open->capture_count == 0) {
		if (rule->rule->keep)
			part_words(&xml->capture);
		open->capture_start = xml->capture.len;
		xml->captures++;
	}
	open->captures[open->capture_count++] = rule;
}

static void open_area(struct tx_xml *xml, struct tx_xml_open *open, enum tx_xml_area area)
{
	switch (area) {
	case TX_XML_NO_AREA:
		break;
	case TX_XML_ITEM:
		open->item = xml->story == NULL;
		if (open->item)
			begin_story(xml, xml->base);
		break;
	case TX_XML_COPY:
	case TX_XML_DATA:
		if (xml->muted > 0 && area == TX_XML_DATA &&
		    xml->muted_rule.field != TX_FIELD__COUNT)
			take_text(xml, open, &xml->muted_text);
		else
			begin_copy(xml, open, area == TX_XML_DATA);
		break;
	case TX_XML_SKIP:
		xml->skipped = 1;
		break;
	}
}

static void apply(struct tx_xml *xml, struct tx_xml_open *open, const struct tx_xml_compiled *c)
{
	const struct tx_xml_rule *rule = c->rule;
	telex_slice value = {NULL, 0};

	if (rule->attribute != NULL)
		value = tx_xml_attribute(xml, rule->attribute);
	xml->rank = c->rank;
	if (rule->leave != NULL)
		open->leave = rule->leave;
	if (rule->area != TX_XML_NO_AREA)
		open_area(xml, open, (enum tx_xml_area)rule->area);
	else if (rule->begin != NULL)
		rule->begin(xml, value);
	else if (rule->end != NULL || (rule->attribute == NULL && rule->leave == NULL))
		take_text(xml, open, c);
	else if (rule->attribute != NULL)
		tx_story_state(tx_xml_story(xml), (enum tx_field)rule->field, c->rank, value);
}

/* An element of the copy, unless a rule takes its text. */
static void open_markup(struct tx_xml *xml, struct tx_xml_open *open)
{
	enum tx_markup_kind kind = (enum tx_markup_kind)xml->names->items[open->name].markup;

	if (xml->captures > 0) {
		if (kind != TX_MARKUP_INLINE && (kind != TX_MARKUP_UNKNOWN || xml->after_end))
			tx_buffer_byte(&xml->capture, ' ');
		return;
	}
	if (xml->copies == 0 || open->copy)
		return;
	xml->inside = tx_markup_inside(xml->inside, kind);
	bool shown = xml->inside == TX_MARKUP_IN_COPY || kind == TX_MARKUP_FIGURE;
	if (xml->muted > 0 || !shown)
		return;
	open->markup = (uint8_t)kind;
	tx_markup_open(&xml->markup, kind);
}

/* "NewsEnvelope/TransmissionId", or with an attribute's name after '@'. */
static void leave_over_text(struct tx_xml *xml, const char *name, const char *attribute,
			    telex_slice text)
{
	char path[160];
	const struct tx_xml_open *parent = xml->depth > 1 ? &xml->open[xml->depth - 2] : NULL;

	if (tx_trim(text).len == 0)
		return;
	tx_utf8_printf(path, sizeof(path), "%s%s%s%s%s",
		       parent == NULL ? "" : (const char *)parent->label, parent == NULL ? "" : "/",
		       name, attribute == NULL ? "" : "@", attribute == NULL ? "" : attribute);
	tx_story_leave_over(tx_xml_story(xml), tx_slice_of(path), text);
}

/* Nobody takes this element outside the copy: its attributes are named, and its text at its end. */
static void leave_over(struct tx_xml *xml, struct tx_xml_open *open, const xmlChar *name)
{
	if (xml->copies > 0 || xml->captures > 0)
		return;
	open->leftover = true;
	open->capture_start = xml->capture.len;
	for (int i = 0; i < xml->attribute_count; i++) {
		const xmlChar **attribute = xml->attributes + (ptrdiff_t)5 * i;
		leave_over_text(xml, (const char *)name, (const char *)attribute[0],
				tx_xml_attribute_value(xml, attribute));
	}
}

static void end_leftover(struct tx_xml *xml, const struct tx_xml_open *open)
{
	telex_slice text =
		tx_slice_skip(tx_slice(xml->capture.data, xml->capture.len), open->capture_start);

	xml->depth++;
	leave_over_text(xml, (const char *)open->label, NULL, text);
	xml->depth--;
	xml->capture.len = open->capture_start;
}

void tx_xml_start(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
		  int namespace_count, const xmlChar **namespaces, int attribute_count,
		  int defaulted, const xmlChar **attributes)
{
	struct tx_xml *xml = user;
	struct tx_xml_open *open;

	(void)prefix, (void)namespace_count, (void)namespaces, (void)defaulted;
	if (xml->skipped > 0 || xml->depth == TX_XML_DEPTH_MAX) {
		/* One that does not stand among the open ones counts as inside one that does. */
		xml->skipped += xml->skipped > 0 ? 1 : 2;
		return;
	}
	open = &xml->open[xml->depth++];
	*open = (struct tx_xml_open){.name = number_of(xml, name),
				     .entry = xml->entry_in_hand,
				     .scope = xml->scope,
				     .outside = (uint8_t)xml->inside,
				     .label = name};
	xml->space = uri;
	if (xml->depth == 1)
		xml->root_space = uri;
	xml->attributes = attributes;
	xml->attribute_count = attribute_count;
	xml->data_has_markup = true;
	bool taken = false;
	for (const struct tx_xml_compiled *c = xml->names->items[open->name].rules; c != NULL;
	     c = c->next) {
		if (!stands_in(xml, c) || (c->rule->own && xml->space != xml->root_space) ||
		    (c->rule->when != NULL && !holds(xml, c->rule->when)))
			continue;
		apply(xml, open, c);
		taken = true;
	}
	if (!taken && xml->reader->leftovers)
		leave_over(xml, open, name);
	if (xml->skipped == 0)
		open_markup(xml, open);
	xml->after_end = false;
}

static void end_captures(struct tx_xml *xml, const struct tx_xml_open *open)
{
	telex_slice text =
		tx_slice_skip(tx_slice(xml->capture.data, xml->capture.len), open->capture_start);
	bool keep = false;

	for (size_t i = 0; i < open->capture_count; i++) {
		const struct tx_xml_compiled *c = open->captures[i];
		xml->rank = c->rank;
		keep |= c->rule->keep;
		if (c->rule->end != NULL)
			c->rule->end(xml, text);
		else
			tx_story_state(tx_xml_story(xml), (enum tx_field)c->rule->field, c->rank,
				       text);
	}
	if (!keep)
		xml->capture.len = open->capture_start;
	xml->captures--;
}

static void end_copy(struct tx_xml *xml, const struct tx_xml_open *open)
{
	if (open->data && !xml->data_has_markup && !xml->reader->copy.failed)
		tx_xml_end_data(xml);
	tx_markup_flush(&xml->markup);
	xml->copies--;
}

void tx_xml_end(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
	struct tx_xml *xml = user;
	struct tx_xml_open *open;

	(void)name, (void)prefix, (void)uri;
	if (xml->skipped > 1 || xml->depth == 0) {
		xml->skipped -= xml->skipped > 0;
		return;
	}
	xml->skipped = 0;
	open = &xml->open[--xml->depth];
	if (open->leftover)
		end_leftover(xml, open);
	if (open->capture_count > 0)
		end_captures(xml, open);
	if (open->markup != TX_MARKUP_INLINE)
		tx_markup_close(&xml->markup, (enum tx_markup_kind)open->markup);
	xml->muted -= open->muted;
	xml->inside = (enum tx_markup_inside)open->outside;
	if (open->copy)
		end_copy(xml, open);
	if (open->leave != NULL)
		open->leave(xml);
	if (open->item && xml->story != NULL)
		tx_xml_end_story(xml);
	xml->entry_in_hand = open->entry;
	xml->scope = open->scope;
	xml->after_end = true;
}

void tx_xml_characters(void *user, const xmlChar *text, int len)
{
	struct tx_xml *xml = user;
	telex_slice portion = tx_slice((const char *)text, (size_t)len);

	/* libxml2 expands no reference after an error, unless it is reported that there was none. */
	if (xml->told)
		xml->context->wellFormed = 1;
	if (xml->input.encoded)
		portion = tx_xml_ascii_decode(&xml->decoder, portion);
	if (xml->skipped > 0)
		return;
	if (xml->captures > 0) {
		xml->after_end &= tx_trim(portion).len == 0;
		tx_buffer_slice(&xml->capture, portion);
	} else if (xml->copies > 0 && xml->muted == 0 && xml->inside == TX_MARKUP_IN_COPY)
		tx_markup_text(&xml->markup, portion);
	else if (xml->depth > 0 && xml->open[xml->depth - 1].leftover)
		tx_buffer_slice(&xml->capture, portion);
}

/* The internal subset has been read.  libxml2 would add the attributes that it gives a value to
 * each element. */
void tx_xml_end_subset(void *user, const xmlChar *name, const xmlChar *external_id,
		       const xmlChar *system_id)
{
	struct tx_xml *xml = user;

	(void)name, (void)external_id, (void)system_id;
	xmlHashFree(xml->context->attsDefault, xmlHashDefaultDeallocator);
	xml->context->attsDefault = NULL;
}

/* libxml2's words, the line that they may name being the source's: "title line 3 and item". */
static void write_message(struct tx_xml *xml, telex_slice words)
{
	const telex_slice sign = TX_LIT(" line ");
	size_t at = tx_slice_find(words, sign), end = at + sign.len;
	telex_slice before = tx_slice_take(words, at);
	unsigned long long line = 0;

	for (; end < words.len && tx_is_digit(words.ptr[end]); end++)
		line = line * 10 + (unsigned)(words.ptr[end] - '0');
	if (line == 0 || xml->reader->depth > 0) {
		tx_utf8_printf(xml->message, sizeof(xml->message), "not well-formed XML: %.*s",
			       (int)words.len, words.ptr);
		return;
	}
	telex_slice after = tx_slice_skip(words, end);
	line = tx_reader_line(xml->reader, line);
	tx_utf8_printf(xml->message, sizeof(xml->message),
		       "not well-formed XML: %.*s line %llu%.*s", (int)before.len, before.ptr, line,
		       (int)after.len, after.ptr);
}

void tx_xml_error(void *user, xmlErrorPtr error)
{
	struct tx_xml *xml = user;
	telex_slice words;

	if (error->level < XML_ERR_ERROR || error->domain == XML_FROM_NAMESPACE)
		return;
	if (error->code == XML_ERR_NO_MEMORY || error->message == NULL) {
		xml->failed = true;
		return;
	}
	xml->told = true;
	if (xml->message[0] != '\0')
		return;
	words = tx_slice_take(tx_trim(tx_slice_of(error->message)), 110);
	write_message(xml, words);
	xml->error_line = (uint32_t)error->line;
	tx_story_alert(tx_xml_story(xml), TX_WARN_ENVELOPE_BROKEN, xml->error_line,
		       tx_slice_of(xml->message));
}
