/* What a run writes, and what of it must not be read or replaced. */
#ifndef TELEX_CLI_RUN_OWN_H
#define TELEX_CLI_RUN_OWN_H

#include "cli/options/options.h"
#include "cli/output/written.h"
#include "cli/source/own_files.h"
#include "cli/source/walk.h"

#define OWN_NAMES                                                                                  \
	3 /* of an output that is one file: its own, and those of its part and journal             \
	   */

#define OWN_OUTPUTS 3 /* -o, --errors, --report */

struct own {
	const struct options *options;
	struct own_files files;
	struct walk_exclusion exclusion;
	struct walk_file names[OWN_OUTPUTS * OWN_NAMES];
	char *paths[OWN_OUTPUTS * OWN_NAMES]; /* own */
};

/** Look at the outputs before they are opened; `written` is what is telex's in the folder of them,
 * or NULL.  Returns an exit code: not 0 when one may not be written, which has been reported. */
int own_begin(struct own *own, const struct options *options, struct written *written);

/** Note of outputs in folders that were read, and that do not say themselves what they are, that
 * telex wrote them. */
void own_note(const struct own *own);

void own_done(struct own *own);

#endif
