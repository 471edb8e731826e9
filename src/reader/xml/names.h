/* Names of elements as numbers, and the rules that each of them may set off. */
#ifndef TX_READER_XML_NAMES_H
#define TX_READER_XML_NAMES_H

#include "reader/markup.h"
#include "reader/xml/xml.h"

#define TX_XML_NAMES_MAX 512
#define TX_XML_PATH_MAX  5

/** A rule with its path as numbers, the element's own last. */
struct tx_xml_compiled {
	const struct tx_xml_rule *rule;
	uint8_t rank;
	uint8_t depth;
	uint16_t path[TX_XML_PATH_MAX];
	struct tx_xml_compiled *next; /* of the same element */
};

struct tx_xml_name {
	telex_slice text;
	uint8_t markup; /* enum tx_markup_kind */
	struct tx_xml_compiled *rules;
};

/** The names of one format's rules and of the markup; number 0 is every other name. */
struct tx_xml_names {
	const struct tx_xml_format *format;
	struct tx_xml_names *next; /* of another format */
	struct tx_xml_name items[TX_XML_NAMES_MAX];
	uint16_t count;
	uint16_t slots[2 * TX_XML_NAMES_MAX]; /* by hash; 0 = empty */
	struct tx_xml_compiled *rules;
};

/** The names of a format: own, release with tx_xml_names_free().  NULL when memory is short. */
struct tx_xml_names *tx_xml_names_new(const struct tx_xml_format *format);

/** Release the names and those of the formats linked to them; NULL is ignored. */
void tx_xml_names_free(struct tx_xml_names *names);

/** Number of a local name, in any case. */
uint16_t tx_xml_names_find(const struct tx_xml_names *names, telex_slice name);

#endif
