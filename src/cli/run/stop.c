/* Signals as requests.  What a handler may touch is one number and one pipe, whose reading end
 * wakes the thread that waits for input. */
#include "cli/run/stop.h"
#include "core/scan.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <unistd.h>

static volatile sig_atomic_t asked;
static int wake[2] = {-1, -1};

static void ask(int signal)
{
	int error = errno;

	asked = signal;
	(void)!write(wake[1], "", 1);
	errno = error;
}

void stop_listen(void)
{
	static const int signals[] = {SIGINT, SIGTERM};
	struct sigaction action;

	/* Without it a signal that comes right before a wait is seen with the next bytes. */
	if (pipe(wake) != 0)
		wake[0] = wake[1] = -1;
	for (int end = 0; end < 2 && wake[end] >= 0; end++) {
		(void)fcntl(wake[end], F_SETFD, FD_CLOEXEC);
		(void)fcntl(wake[end], F_SETFL, O_NONBLOCK);
	}
	memset(&action, 0, sizeof(action));
	action.sa_handler = ask;
	action.sa_flags = (int)SA_RESETHAND;
	for (size_t i = 0; i < TX_COUNT(signals); i++)
		(void)sigaction(signals[i], &action, NULL);
}

int stop_signal(void)
{
	return asked;
}

bool stop_wait_readable(int fd)
{
	struct pollfd waits[2] = {{.fd = fd, .events = POLLIN}, {.fd = wake[0], .events = POLLIN}};

	while (asked == 0) {
		if (poll(waits, 2, -1) < 0 && errno != EINTR)
			return true;
		if (waits[0].revents != 0)
			return asked == 0;
	}
	return false;
}

bool stop_is_readable(int fd)
{
	struct pollfd wait = {.fd = fd, .events = POLLIN};

	return poll(&wait, 1, 0) != 0;
}
