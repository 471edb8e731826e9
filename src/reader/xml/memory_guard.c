/* The thread's handler of libxml2's errors, taken for a while.  The variables that hold it are of
 * the thread, not of the process. */
#include "reader/xml/memory_guard.h"

#include <libxml/globals.h>

static void note(void *user, xmlErrorPtr error)
{
	struct tx_xml_guard *guard = user;

	guard->out_of_memory |= error->code == XML_ERR_NO_MEMORY;
}

void tx_xml_guard_begin(struct tx_xml_guard *guard)
{
	*guard = (struct tx_xml_guard){xmlStructuredError, xmlStructuredErrorContext, false};
	xmlSetStructuredErrorFunc(guard, (xmlStructuredErrorFunc)note);
}

bool tx_xml_guard_end(struct tx_xml_guard *guard)
{
	xmlSetStructuredErrorFunc(guard->context, guard->handler);
	return !guard->out_of_memory;
}
