/* Shards: which of the sources are this run's (--shard). */
#ifndef TELEX_CLI_SOURCE_SHARD_H
#define TELEX_CLI_SOURCE_SHARD_H

#include <stdbool.h>
#include <stdint.h>

#include "cli/options/options.h"

/** Hash of a source's name, the same on every machine; `member` may be NULL. */
uint64_t shard_hash(const char *path, const char *member);

/** Whether a source with this hash is this run's. */
bool shard_has(const struct options *options, uint64_t hash);

#endif
