/* A process that links what telex links and does nothing: what starting one costs. */
#include <archive.h>
#include <jansson.h>
#include <libxml/parser.h>
#include <xxhash.h>

int main(void)
{
	/* One call into each library, so that the linker keeps it. */
	json_t *nothing = json_null();

	json_decref(nothing);
	return archive_version_number() <= 0 || XXH_versionNumber() == 0 ||
	       xmlGetLastError() != NULL;
}
