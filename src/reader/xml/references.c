/* Entity references: Latin-1 names of HTML, as the news DTDs declare them.  Any
 * other stays as written, so that nothing is expanded that a document declares itself. */
#include <string.h>

#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>

#include "core/utf8.h"
#include "reader/xml/engine.h"

static void tell_of_entity(struct tx_xml *xml, const xmlChar *name)
{
	char message[120];

	if (xml->told_entity)
		return;
	xml->told_entity = true;
	tx_utf8_printf(message, sizeof(message), "the entity '%.60s' is not expanded",
		       (const char *)name);
	tx_story_alert(tx_xml_story(xml), TX_WARN_ENTITY_UNKNOWN,
		       (uint32_t)xmlSAX2GetLineNumber(xml->context), tx_slice_of(message));
}

/* The reference as written; "" when memory is short. */
static telex_slice unexpanded(struct tx_xml *xml, telex_slice name, bool in_attribute)
{
	telex_slice ampersand = in_attribute ? TX_LIT("&#38;") : TX_LIT("&");
	size_t len = ampersand.len + name.len + 1;
	char *text = tx_arena_alloc(&xml->reader->arena, len + 1);

	if (text == NULL) {
		xml->failed = true;
		return TX_LIT("");
	}
	memcpy(text, ampersand.ptr, ampersand.len);
	memcpy(text + ampersand.len, name.ptr, name.len);
	memcpy(text + len - 1, ";", 2);
	return tx_slice(text, len);
}

xmlEntityPtr tx_xml_entity(void *user, const xmlChar *name)
{
	struct tx_xml *xml = user;
	const htmlEntityDesc *known = htmlEntityLookup(name);
	bool in_attribute = xml->context->instate == XML_PARSER_ATTRIBUTE_VALUE;
	telex_slice text;

	if (known != NULL) {
		text = tx_slice(xml->entity_text, tx_utf8_encode(known->value, xml->entity_text));
		xml->entity_text[text.len] = '\0';
	} else {
		text = unexpanded(xml, tx_slice_of((const char *)name), in_attribute);
		tell_of_entity(xml, name);
	}
	xml->entity = (xmlEntity){
		.type = XML_ENTITY_DECL,
		.name = name,
		.content = (xmlChar *)(uintptr_t)text.ptr,
		.orig = (xmlChar *)(uintptr_t)text.ptr,
		.length = (int)text.len,
		.etype =
			in_attribute ? XML_INTERNAL_GENERAL_ENTITY : XML_INTERNAL_PREDEFINED_ENTITY,
	};
	return &xml->entity;
}
