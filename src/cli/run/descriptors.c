/* Closed standard descriptors.  Standard input is opened for writing and the others for reading:
 * using one is the error that it would be if it were closed (EBADF). */
#include "cli/run/descriptors.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

static bool fill(int descriptor)
{
	if (fcntl(descriptor, F_GETFD) >= 0 || errno != EBADF)
		return true;
	/* The lowest free number is this one: those below are open. */
	int fd = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY);
	/* A system without its devices has at least a root, which is not to be read either. */
	if (fd < 0)
		fd = open("/", O_RDONLY);
	return fd == descriptor;
}

bool descriptors_fill(void)
{
	return fill(STDIN_FILENO) && fill(STDOUT_FILENO) && fill(STDERR_FILENO);
}
