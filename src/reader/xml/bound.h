/* A document that libxml2 reads in linear time: its parser compares each attribute of a tag with
 * all others and each prefix with all namespaces in scope, and keeps names in a table of bounded
 * size. */
#ifndef TX_READER_XML_BOUND_H
#define TX_READER_XML_BOUND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/arena.h"
#include "core/slice.h"

enum tx_xml_bound {
	TX_XML_BOUND_ATTRIBUTES, /* of a tag, declarations of namespaces among them */
	TX_XML_BOUND_NAMESPACES, /* declared by a tag and those around it */
	TX_XML_BOUND_NAMES,      /* of elements, attributes, entities in a document */
	TX_XML_BOUND_SUBSET,     /* bytes of the document type's internal subset */
	TX_XML_BOUND__COUNT
};

#define TX_XML_ATTRIBUTES_MAX 128
#define TX_XML_NAMESPACES_MAX 128
#define TX_XML_DISTINCT_MAX   16384
#define TX_XML_SUBSET_MAX     ((size_t)64 << 10)

/** By bound: how much was left out, and the line of the first of it, from 1. */
struct tx_xml_left_out {
	size_t count[TX_XML_BOUND__COUNT];
	uint32_t line[TX_XML_BOUND__COUNT];
};

/** What a warning says of a bound. */
const char *tx_xml_bound_message(enum tx_xml_bound bound);

/** The document without what is beyond the bounds; itself where nothing is.  `.ptr` is NULL when
 * memory is short. */
telex_slice tx_xml_bound(telex_slice document, struct tx_arena *arena,
			 struct tx_xml_left_out *ret_left_out);

#endif
