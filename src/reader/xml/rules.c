/* What the functions of formats ask of the engine, and what they leave with it. */
#include "reader/xml/engine.h"

#include "core/utf8.h"

#define LABEL_MAX 160 /* bytes of what a left-over value is called */

struct tx_story *tx_xml_story(struct tx_xml *xml)
{
	return xml->story != NULL ? xml->story : xml->base;
}

struct tx_markup *tx_xml_markup(struct tx_xml *xml)
{
	return &xml->markup;
}

void tx_xml_set_entry(struct tx_xml *xml, struct tx_entry *entry)
{
	xml->entry_in_hand = entry;
}

void tx_xml_share_entry(struct tx_xml *xml, struct tx_entry *entry)
{
	xml->entry_in_hand = entry;
	if (xml->depth > 0)
		xml->open[xml->depth - 1].entry = entry;
}

struct tx_entry *tx_xml_entry(const struct tx_xml *xml)
{
	return xml->entry_in_hand;
}

void tx_xml_skip(struct tx_xml *xml)
{
	xml->skipped = 1;
}

void tx_xml_set_scope(struct tx_xml *xml, void *scope)
{
	xml->scope = scope;
}

void *tx_xml_scope(const struct tx_xml *xml)
{
	return xml->scope;
}

bool tx_xml_is_inside(const struct tx_xml *xml, const char *name)
{
	return xml->depth > 1 && strcmp((const char *)xml->open[xml->depth - 2].label, name) == 0;
}

uint8_t tx_xml_rank(const struct tx_xml *xml)
{
	return xml->rank;
}

void tx_xml_set_flag(struct tx_xml *xml, bool flag)
{
	xml->flag = flag;
}

bool tx_xml_flag(const struct tx_xml *xml)
{
	return xml->flag;
}

telex_slice tx_xml_attribute_value(const struct tx_xml *xml, const xmlChar **attribute)
{
	struct tx_reader *reader = xml->reader;
	telex_slice value =
		tx_slice((const char *)attribute[3], (size_t)(attribute[4] - attribute[3]));

	if (!xml->input.encoded)
		return value;
	return tx_xml_ascii_decode_whole(value, &reader->arena, &reader->copy.failed);
}

telex_slice tx_xml_attribute(const struct tx_xml *xml, const char *name)
{
	for (int i = 0; i < xml->attribute_count; i++) {
		const xmlChar **attribute = xml->attributes + (ptrdiff_t)5 * i;
		if (strcmp((const char *)attribute[0], name) == 0)
			return tx_xml_attribute_value(xml, attribute);
	}
	return (telex_slice){NULL, 0};
}

size_t tx_xml_copy_len(const struct tx_xml *xml)
{
	return xml->reader->copy.len;
}

bool tx_xml_has_copy(const struct tx_xml *xml)
{
	return xml->reader->copy.len > 0;
}

void tx_xml_keep_story(struct tx_xml *xml)
{
	xml->kept = tx_story_copy(tx_xml_story(xml));
	xml->failed |= xml->kept == NULL;
}

void tx_xml_leave_over(struct tx_xml *xml, const char *element, telex_slice word, telex_slice value)
{
	char name[LABEL_MAX];

	if (!xml->reader->leftovers || tx_trim(value).len == 0)
		return;
	if (word.len == 0)
		word = tx_slice_of("");
	tx_utf8_printf(name, sizeof(name), word.len > 0 ? "%s[%.*s]" : "%s%.*s", element,
		       (int)word.len, word.ptr);
	tx_story_leave_over(tx_xml_story(xml), tx_slice_of(name), value);
}

void tx_xml_state_term(struct tx_xml *xml, enum tx_vendor_place place, telex_slice word,
		       telex_slice value)
{
	const struct tx_vendor_term *term = tx_vendor_term(place, word);

	if (term == NULL)
		tx_xml_leave_over(xml, (const char *)xml->open[xml->depth - 1].label, word, value);
	else if (term->field != TX_FIELD__COUNT)
		tx_story_state(tx_xml_story(xml), term->field, term->rank, value);
}
