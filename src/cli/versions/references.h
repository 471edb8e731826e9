/* Versions that name the dispatch that they replace: they are of its story. */
#ifndef TELEX_CLI_VERSIONS_REFERENCES_H
#define TELEX_CLI_VERSIONS_REFERENCES_H

#include "cli/versions/sorter.h"

/** Give versions the story of those to which they refer.  Takes versions by their order in the
 * input, and releases the sorter; returns such a one, or NULL with `*ret_error`, a value of errno. */
struct sorter *references_follow(struct sorter *versions, int *ret_error);

#endif
