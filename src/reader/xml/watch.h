/* What libxml2 tells the thread and not the parser: that memory is short in its buffers.  It would
 * print that; while a document is read it is noted here instead. */
#ifndef TX_READER_XML_WATCH_H
#define TX_READER_XML_WATCH_H

#include <stdbool.h>

#include <libxml/xmlerror.h>

struct tx_xml_watch {
	xmlStructuredErrorFunc handler; /* the thread's own */
	void *context;
	bool out_of_memory;
};

void tx_xml_watch_begin(struct tx_xml_watch *watch);

/** Give the thread its own handler back.  False when memory was short. */
bool tx_xml_watch_end(struct tx_xml_watch *watch);

#endif
