/* How many processors the run may use. */
#ifndef TELEX_CLI_RUN_PROCESSORS_H
#define TELEX_CLI_RUN_PROCESSORS_H

/** Those that this process is let run on, at least 1: a scheduler or a container may have given it
 * fewer than the machine has. */
unsigned processors_count(void);

#endif
