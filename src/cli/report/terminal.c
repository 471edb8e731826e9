/* The conventions of https://no-color.org and of terminals that call themselves dumb. */
#include "cli/report/terminal.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

bool terminal_is_set(const char *variable)
{
	const char *value = getenv(variable);

	return value != NULL && value[0] != '\0';
}

bool terminal_has_color(int fd)
{
	const char *term = getenv("TERM");

	return isatty(fd) && !terminal_is_set("NO_COLOR") &&
	       (term == NULL || strcmp(term, "dumb") != 0);
}

unsigned terminal_columns(int fd, unsigned otherwise)
{
#ifdef TIOCGWINSZ
	struct winsize size;

	if (isatty(fd) && ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
		return size.ws_col;
#endif
	return otherwise;
}
