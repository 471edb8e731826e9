/* The engine's own state, for the files it is made of. */
#ifndef TX_READER_XML_ENGINE_H
#define TX_READER_XML_ENGINE_H

#include <libxml/parser.h>

#include "reader/xml/bound.h"
#include "reader/xml/input.h"
#include "reader/xml/names.h"
#include "reader/xml/ascii_encoding.h"
#include "reader/xml/xml.h"

#define TX_XML_DEPTH_MAX    260 /* libxml2 stops at 256 */
#define TX_XML_CAPTURES_MAX 3   /* rules that take one element's text */
#define TX_XML_CACHE        256

/** An element that is open. */
struct tx_xml_open {
	uint16_t name;
	uint8_t capture_count;
	uint8_t markup;  /* enum tx_markup_kind that it opened */
	uint8_t outside; /* enum tx_markup_inside around it */
	bool item, copy, data, muted, leftover;
	const struct tx_xml_compiled *captures[TX_XML_CAPTURES_MAX];
	size_t capture_start;
	const xmlChar *label;   /* its name as written; the context's */
	struct tx_entry *entry; /* the one that was at hand outside */
	void *scope;            /* likewise */
	tx_xml_leave *leave;    /* called at its end; NULL: nothing */
};

struct tx_xml {
	struct tx_reader *reader;
	xmlParserCtxtPtr context;
	const struct tx_xml_format *format;
	struct tx_xml_names *names;
	struct tx_xml_names *known; /* of the formats met so far */

	struct tx_xml_open open[TX_XML_DEPTH_MAX];
	size_t depth;
	size_t skipped;                /* elements open inside one that is skipped, with it */
	unsigned captures;             /* elements open whose text is taken */
	unsigned copies;               /* elements open whose text is copy */
	struct tx_xml_rule muted_rule; /* what the data of the muted part states */
	struct tx_xml_compiled muted_text;
	unsigned muted; /* elements open in the copy that are not of it */
	enum tx_markup_inside inside;
	bool after_end;       /* an element has ended, and no text has followed */
	bool data_has_markup; /* an element began inside TX_XML_DATA */
	bool data_is_base64;
	size_t data_start;               /* of its text in the copy */
	struct tx_xml_left_out left_out; /* of the document, before libxml2 */
	struct tx_xml_input input;       /* the document as libxml2 gets it */
	struct tx_xml_ascii_decoder decoder;
	struct tx_buffer capture;
	struct tx_markup markup;
	struct tx_story *base;  /* what holds for all items */
	struct tx_story *story; /* of the item at hand, NULL outside */
	struct tx_story *kept;  /* by tx_xml_keep_story() */
	struct tx_entry *entry_in_hand;
	void *scope;    /* the format's */
	uint8_t rank;   /* of the rule whose function is called */
	bool flag;      /* the format's */
	bool has_plain; /* the copy is plain text as it came */
	bool failed;
	bool told;         /* there was an error */
	bool told_entity;  /* an entity that is not expanded has been warned of */
	char message[160]; /* the first error */
	uint32_t error_line;
	xmlEntity entity;    /* the one that represents a reference */
	char entity_text[8]; /* of a character */

	/* of the element that begins */
	const xmlChar **attributes;
	int attribute_count;
	const xmlChar *space, *root_space; /* namespaces, which libxml2 has interned; NULL: none */

	/* names as libxml2 interned them, by address */
	struct {
		const xmlChar *interned;
		uint16_t name;
	} cache[TX_XML_CACHE];
};

/** Hand the story at hand over. */
void tx_xml_end_story(struct tx_xml *xml);

/** The value of an attribute as libxml2 gives it, decoded. */
telex_slice tx_xml_attribute_value(const struct tx_xml *xml, const xmlChar **attribute);

/** Put the text of a TX_XML_DATA element that held no elements into the copy, in the form that it
 * shows. */
void tx_xml_end_data(struct tx_xml *xml);

/** The handlers that libxml2 calls. */
void tx_xml_start(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
		  int namespace_count, const xmlChar **namespaces, int attribute_count,
		  int defaulted, const xmlChar **attributes);
void tx_xml_end(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri);
void tx_xml_characters(void *user, const xmlChar *text, int len);
xmlEntityPtr tx_xml_entity(void *user, const xmlChar *name);
void tx_xml_end_subset(void *user, const xmlChar *name, const xmlChar *external_id,
		       const xmlChar *system_id);
void tx_xml_error(void *user, xmlErrorPtr error);

#endif
