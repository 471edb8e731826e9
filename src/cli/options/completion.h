/* Completion files for shells, from the table of options. */
#ifndef TELEX_CLI_COMPLETION_H
#define TELEX_CLI_COMPLETION_H

#include "cli/options/options.h"
#include "core/buffer.h"

/** Append the file for that shell. */
void completion_write(struct tx_buffer *out, enum shell shell);

#endif
