/* Whether memory was short inside the parsers of JSON and XML. */
#ifndef TELEX_CLI_RUN_MEMORY_H
#define TELEX_CLI_RUN_MEMORY_H

#include <stdbool.h>

/** Watch the memory of the parsers from now on; before there is a second thread. */
void memory_watch(void);

/** Whether it was short in this thread since this was last asked. */
bool memory_was_short(void);

#endif
