/* The process's own processors by sched_getaffinity(), which is Linux's; elsewhere the machine's.
 */
#include "cli/run/processors.h"

#include <sched.h>
#include <unistd.h>

unsigned processors_count(void)
{
	long count = sysconf(_SC_NPROCESSORS_ONLN);
#ifdef CPU_COUNT
	cpu_set_t own;

	if (sched_getaffinity(0, sizeof(own), &own) == 0)
		count = CPU_COUNT(&own);
#endif
	return count < 1 ? 1 : (unsigned)count;
}
