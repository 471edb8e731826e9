/* A request to stop: SIGINT or SIGTERM. */
#ifndef TELEX_CLI_RUN_STOP_H
#define TELEX_CLI_RUN_STOP_H

#include <stdbool.h>

/** Take SIGINT and SIGTERM as requests from now on; a second one of them ends the process at once.
 */
void stop_listen(void);

/** The signal that asked, or 0. */
int stop_signal(void);

/** Wait until `fd` can be read.  False when a request came first. */
bool stop_wait_readable(int fd);

/** Whether a descriptor can be read without waiting. */
bool stop_is_readable(int fd);

#endif
