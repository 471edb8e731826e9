/* The thread's handler of libxml2's errors, taken for a while.  The variables that hold it are of
 * the thread, not of the process. */
#include "reader/xml/watch.h"

#include <libxml/globals.h>

static void note(void *user, xmlErrorPtr error)
{
	struct tx_xml_watch *watch = user;

	watch->out_of_memory |= error->code == XML_ERR_NO_MEMORY;
}

void tx_xml_watch_begin(struct tx_xml_watch *watch)
{
	*watch = (struct tx_xml_watch){xmlStructuredError, xmlStructuredErrorContext, false};
	xmlSetStructuredErrorFunc(watch, (xmlStructuredErrorFunc)note);
}

bool tx_xml_watch_end(struct tx_xml_watch *watch)
{
	xmlSetStructuredErrorFunc(watch->context, watch->handler);
	return !watch->out_of_memory;
}
