/* What the functions of formats ask of the engine, and what they leave with it. */
#include "reader/xml/engine.h"

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
	struct tx_unwrapper *unwrapper = xml->unwrapper;
	telex_slice value =
		tx_slice((const char *)attribute[3], (size_t)(attribute[4] - attribute[3]));

	if (!xml->veiled)
		return value;
	return tx_xml_unveil_whole(value, &unwrapper->arena, &unwrapper->copy.failed);
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

bool tx_xml_has_copy(const struct tx_xml *xml)
{
	return xml->unwrapper->copy.len > 0;
}

void tx_xml_keep_story(struct tx_xml *xml)
{
	xml->kept = tx_story_copy(tx_xml_story(xml));
	xml->failed |= xml->kept == NULL;
}
