/* What libxml2 reports to the thread and not to the parser: that memory is short in its buffers. It
 * would print that; while a document is read it is noted here instead. */
#ifndef TX_READER_XML_MEMORY_GUARD_H
#define TX_READER_XML_MEMORY_GUARD_H

#include <stdbool.h>

#include <libxml/xmlerror.h>

struct tx_xml_guard {
	xmlStructuredErrorFunc handler; /* the thread's own */
	void *context;
	bool out_of_memory;
};

void tx_xml_guard_begin(struct tx_xml_guard *guard);

/** Give the thread its own handler back.  False when memory was short. */
bool tx_xml_guard_end(struct tx_xml_guard *guard);

#endif
