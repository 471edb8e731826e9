/* A process that links what telex links and does nothing: what starting one costs. */
#include <jansson.h>

int main(void)
{
	/* One call into each library, so that the linker keeps it. */
	json_t *nothing = json_null();

	json_decref(nothing);
	return 0;
}
