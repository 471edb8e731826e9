/* Files that are plainly not text, as they are found among dispatches. */
#ifndef TELEX_CLI_SOURCE_FOREIGN_H
#define TELEX_CLI_SOURCE_FOREIGN_H

#include "telex/telex.h"

/** What a file with this start is, in words; NULL: it may be text, or an archive. */
const char *foreign_kind(telex_slice head);

#endif
